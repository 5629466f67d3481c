"""Matt Mazur, "A Step by Step Backpropagation Example" (2015): one step worked by hand, every number of it.

Two inputs, two hidden neurons, two outputs, logistic everywhere, E = Σ ½(t − o)², rate 0.5, biases frozen.
"""

import pytest

from lernmi_emo import Network

INPUTS, TARGETS = [0.05, 0.10], [0.01, 0.99]
LINKS = {  # name: (old weight, ∂E/∂w, new weight)
    ("x1", "h1"): (0.15, 0.000438567734, 0.1497807161327628),
    ("x2", "h1"): (0.20, 0.000877135469, 0.1995614322655257),
    ("x1", "h2"): (0.25, 0.000497712735, 0.2497511436323696),
    ("x2", "h2"): (0.30, 0.000995425471, 0.2995022872647391),
    ("h1", "y1"): (0.40, 0.082167040564, 0.3589164797178846),
    ("h2", "y1"): (0.45, 0.082667627848, 0.4086661860762334),
    ("h1", "y2"): (0.50, -0.022602540477, 0.5113012702387375),
    ("h2", "y2"): (0.55, -0.022740242216, 0.5613701211079891),
}


def about(value):
    return pytest.approx(value, rel=0, abs=6e-13)


def mazur_network(*, frozen_biases):
    net = Network.layered([2, 2, 2])
    for (source, target), (weight, _, _) in LINKS.items():
        net.link(source, target).weight = weight
    for neuron, weight in {"h1": 0.35, "h2": 0.35, "y1": 0.60, "y2": 0.60}.items():
        net.link("bias", neuron).weight = weight
        net.link("bias", neuron).frozen = frozen_biases
    return net


@pytest.fixture
def net():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS, rate=0.5, momentum=0)
    return net


@pytest.mark.parametrize(
    ("neuron", "net_input", "output", "delta"),
    [
        ("h1", 0.3775, 0.593269992107, 0.008771354689),
        ("h2", 0.3925, 0.596884378260, 0.009954254705),
        ("y1", 1.105905967060, 0.751365069552, 0.138498561629),
        ("y2", 1.224921404096, 0.772928465321, -0.038098236517),
    ],
)
def test_each_neuron_has_the_printed_values(net, neuron, net_input, output, delta):
    assert net.neuron(neuron).net_input == about(net_input)
    assert net.neuron(neuron).output == about(output)
    assert net.neuron(neuron).delta == about(delta)


def test_the_hidden_neurons_have_the_printed_sensitivities(net):
    assert net.neuron("h1").sensitivity == about(0.036350306393)
    assert net.neuron("h2").sensitivity == about(0.041370322649)


def test_the_error_is_the_printed_one(net):
    assert net.error == about(0.298371108760)


@pytest.mark.parametrize("name", LINKS)
def test_each_link_has_the_printed_sensitivity_and_new_weight(net, name):
    _, sensitivity, weight = LINKS[name]
    assert net.link(*name).sensitivity == about(sensitivity)
    assert net.link(*name).weight == pytest.approx(weight, rel=0, abs=2e-16)


def test_frozen_biases_stay(net):
    assert [net.link("bias", name).weight for name in ("h1", "h2", "y1", "y2")] == [0.35, 0.35, 0.60, 0.60]
    assert net.link("bias", "y1").change == 0


def test_the_signature_of_an_early_update_does_not_appear(net):
    """These come out where hidden deltas read output weights that have already been updated."""
    wrong = [0.149817639, 0.199635277, 0.249788185, 0.299576370]
    for link, value in zip(list(LINKS)[:4], wrong):
        assert abs(net.link(*link).weight - value) > 1e-5


def test_the_error_after_one_step(net):
    assert net.learn(INPUTS, TARGETS) == pytest.approx(0.2910277736936, rel=0, abs=5e-14)


def test_with_trained_biases():
    net = mazur_network(frozen_biases=False)
    net.learn(INPUTS, TARGETS, rate=0.5, momentum=0)
    expected = {"h1": 0.345614322655, "h2": 0.345022872647, "y1": 0.530750719186, "y2": 0.619049118258}
    assert {name: net.link("bias", name).weight for name in expected} == about(expected)
    for name, (_, _, weight) in LINKS.items():
        assert net.link(*name).weight == pytest.approx(weight, rel=0, abs=2e-16)
    assert net.learn(INPUTS, TARGETS) == about(0.280471446791)


def test_after_ten_thousand_steps():
    net = mazur_network(frozen_biases=True)
    for _ in range(10_000):
        net.learn(INPUTS, TARGETS, rate=0.5, momentum=0)
    outputs = net.predict(INPUTS)
    assert sum(0.5 * (t - y) ** 2 for t, y in zip(TARGETS, outputs)) == pytest.approx(3.510187783e-5, rel=1e-9)
    assert outputs == pytest.approx([0.015913620, 0.984064274], rel=0, abs=1e-9)
