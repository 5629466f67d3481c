"""Every sensitivity against (E(w + h) − E(w − h)) / 2h, which knows nothing of backpropagation."""

import pytest
from graphs import SMOOTH, random_graph, random_pattern, seeds
from hypothesis import given

from lernmi_emo import Network

STEP = 1e-5
PATTERN = ([0.3, 0.9], [0.2, 0.7])
TOPOLOGIES = {
    "no hidden layer": {"sizes": [2, 2]},
    "one hidden layer": {"sizes": [2, 3, 2]},
    "two hidden layers": {"sizes": [2, 4, 3, 2]},
    "no bias": {"sizes": [2, 3, 2], "bias": False},
    "emotional": {"sizes": [2, 3, 2], "emotional": True},
    "deep and emotional": {"sizes": [2, 3, 3, 2], "emotional": True},
}


def error_of(net, inputs, targets):
    outputs = net.predict(inputs)
    return sum(net.error_function.value(output, target) for output, target in zip(outputs, targets))


def assert_slopes_agree(net, inputs, targets):
    # A rate of 0 takes every sensitivity and moves no weight; emotional links need their own 0.
    weights = [link.weight for link in net.links]
    net.learn(inputs, targets, rate=0, momentum=0)
    sensitivities = [link.sensitivity for link in net.links]
    for link, weight in zip(net.links, weights):
        link.weight = weight
    for link, sensitivity in zip(net.links, sensitivities):
        weight = link.weight
        link.weight = weight + STEP
        above = error_of(net, inputs, targets)
        link.weight = weight - STEP
        below = error_of(net, inputs, targets)
        link.weight = weight
        slope = (above - below) / (2 * STEP)
        # Differences of numbers near 1 can't see below 1e-11 here, so the relative error has a floor.
        assert sensitivity == pytest.approx(slope, rel=1e-6, abs=2e-10), link


@pytest.mark.parametrize("error", ["half squared", "binary cross-entropy"])
@pytest.mark.parametrize("topology", TOPOLOGIES.values(), ids=list(TOPOLOGIES))
@pytest.mark.parametrize("activation", [*SMOOTH, "rectifier"])
def test_each_link_of_each_kind_of_network(activation, topology, error):
    layers = len(topology["sizes"]) - 1
    last = "logistic" if error == "binary cross-entropy" else activation
    settings = {**topology, "activation": [activation] * (layers - 1) + [last], "error": error, "seed": 3}
    assert_slopes_agree(Network.layered(**settings), *PATTERN)


@given(seeds)
def test_each_link_of_any_acyclic_graph(seed):
    net = random_graph(seed, activations=SMOOTH)
    assert_slopes_agree(net, *random_pattern(net, seed))


@given(seeds)
def test_cross_entropy_on_any_acyclic_graph(seed):
    net = random_graph(seed, activations=SMOOTH, error="binary cross-entropy")
    assert_slopes_agree(net, *random_pattern(net, seed))


def test_an_inputs_sensitivity_is_the_slope_of_the_error_in_that_input():
    net = Network.layered([2, 3, 2], seed=3)
    inputs, targets = PATTERN
    net.learn(inputs, targets, rate=0)
    sensitivity = net.neuron("x1").sensitivity
    above = error_of(net, [inputs[0] + STEP, inputs[1]], targets)
    below = error_of(net, [inputs[0] - STEP, inputs[1]], targets)
    assert sensitivity == pytest.approx((above - below) / (2 * STEP), rel=1e-6)
