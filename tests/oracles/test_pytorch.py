"""PyTorch's autograd in double precision, on the same weights: an engine that shares nothing with ours."""

import random

import pytest

from lernmi_emo import EmotionalNeuron, Network

torch = pytest.importorskip("torch", reason="PyTorch is in the extra 'oracles'")

VALUES = {
    "logistic": lambda net: torch.sigmoid(net),
    "tanh": lambda net: torch.tanh(net),
    "arctan": lambda net: torch.atan(net),
    "rectifier": lambda net: torch.relu(net),
    "linear": lambda net: net,
}
ERRORS = {
    "half squared": lambda outputs, targets: 0.5 * ((outputs - targets) ** 2).sum(),
    "binary cross-entropy": lambda outputs, targets: torch.nn.functional.binary_cross_entropy(
        outputs, targets, reduction="sum"
    ),
}


def in_pytorch(net, inputs, targets):
    """The same network as one tensor per link and neuron: outputs, deltas by name, and sensitivities by link."""
    weights = {link.name: torch.tensor(link.weight, dtype=torch.float64, requires_grad=True) for link in net.links}
    given = torch.tensor(inputs, dtype=torch.float64)
    outputs = {neuron.name: value for neuron, value in zip(net.inputs, given)}
    for source in net.sources[len(inputs) :]:
        outputs[source.name] = (
            given.mean() if isinstance(source, EmotionalNeuron) else torch.ones((), dtype=given.dtype)
        )
    nets = {}
    for layer in net.layers:
        for neuron in layer.neurons:
            brought = [weights[link.name] * outputs[link.source.name] for link in neuron.incoming]
            nets[neuron.name] = torch.stack(brought).sum()
            nets[neuron.name].retain_grad()
            outputs[neuron.name] = VALUES[neuron.activation.name](nets[neuron.name])
    result = torch.stack([outputs[neuron.name] for neuron in net.outputs])
    ERRORS[net.error_function.name](result, torch.tensor(targets, dtype=torch.float64)).backward()
    return (
        result.tolist(),
        {name: value.grad.item() for name, value in nets.items()},
        {name: weight.grad.item() for name, weight in weights.items()},
    )


@pytest.mark.parametrize("error", list(ERRORS))
@pytest.mark.parametrize("emotional", [False, True])
@pytest.mark.parametrize("activation", list(VALUES))
@pytest.mark.parametrize("sizes", [[3, 2], [3, 4, 2], [3, 5, 4, 2]])
def test_outputs_deltas_and_sensitivities_agree(sizes, activation, emotional, error):
    activations = [activation] * (len(sizes) - 2) + ["logistic" if error == "binary cross-entropy" else activation]
    net = Network.layered(sizes, activation=activations, emotional=emotional, error=error, seed=5)
    chance = random.Random(11)
    inputs, targets = [chance.random() for _ in range(3)], [chance.random() for _ in range(2)]
    outputs, deltas, sensitivities = in_pytorch(net, inputs, targets)
    net.learn(inputs, targets)
    assert [neuron.output for neuron in net.outputs] == pytest.approx(outputs, rel=0, abs=1e-10)
    for name, delta in deltas.items():
        assert net.neuron(name).delta == pytest.approx(delta, rel=0, abs=1e-10), name
    for link in net.links:
        assert link.sensitivity == pytest.approx(sensitivities[link.name], rel=0, abs=1e-10), link
