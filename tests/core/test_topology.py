import itertools

import pytest
from graphs import random_graph, seeds
from hypothesis import given

from lernmi_emo import (
    BiasNeuron,
    EmotionalLink,
    EmotionalNeuron,
    InputNeuron,
    Link,
    Network,
    Neuron,
    TopologyError,
)


def names(neurons):
    return [neuron.name for neuron in neurons]


def test_layers_are_depths_and_a_link_may_skip_some():
    x1, h1, h2, y1 = InputNeuron("x1"), Neuron("h1"), Neuron("h2"), Neuron("y1")
    for source, target in [(x1, h1), (h1, h2), (h2, y1), (x1, y1)]:
        Link(source, target, 0.5)
    net = Network([x1], [y1])
    assert [names(layer.neurons) for layer in net.layers] == [["h1"], ["h2"], ["y1"]]
    assert names(net.layers[2].links) == ["h2→y1", "x1→y1"]


def test_inputs_and_outputs_keep_the_order_they_were_named_in():
    x1, x2, y1, y2 = InputNeuron("x1"), InputNeuron("x2"), Neuron("y1"), Neuron("y2")
    for source in (x1, x2):
        for target in (y1, y2):
            Link(source, target, 0.5)
    net = Network([x2, x1], [y2, y1])
    assert names(net.sources) == ["x2", "x1"]
    assert names(net.layers[0].neurons) == ["y2", "y1"]


@given(seeds)
def test_every_neuron_comes_after_all_that_leads_to_it(seed):
    net = random_graph(seed)
    depth = dict.fromkeys(net.sources, 0)
    for number, layer in enumerate(net.layers, 1):
        depth.update(dict.fromkeys(layer.neurons, number))
    assert len(depth) == len(net.neurons)
    for link in net.links:
        assert depth[link.source] < depth[link.target]
    assert sum(len(neuron.incoming) for neuron in net.neurons) == len(net.links)


def chain(*neurons):
    for source, target in itertools.pairwise(neurons):
        Link(source, target, 0.5)
    return neurons


def test_two_neurons_of_one_name_are_refused():
    x1, _, y1 = chain(InputNeuron("x1"), Neuron("same"), Neuron("same"))
    with pytest.raises(TopologyError, match="two neurons are named 'same'"):
        Network([x1], [y1])


def test_a_neuron_that_leads_nowhere_is_refused():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    Link(x1, Neuron("lost"), 0.5)
    with pytest.raises(TopologyError, match="lost leads to no output"):
        Network([x1], [y1])


def test_a_neuron_that_nothing_leads_to_is_refused():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    Link(Neuron("alone"), y1, 0.5)
    with pytest.raises(TopologyError, match="no link leads to alone"):
        Network([x1], [y1])


def test_an_input_neuron_must_be_among_the_inputs():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    Link(InputNeuron("x2"), y1, 0.5)
    with pytest.raises(TopologyError, match="x2 is an InputNeuron, but not among the inputs"):
        Network([x1], [y1])


def test_two_links_between_the_same_neurons_are_refused():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    Link(x1, y1, 0.5)
    with pytest.raises(TopologyError, match="two links lead from x1 to y1"):
        Network([x1], [y1])


def test_a_network_has_one_emotional_neuron_at_the_most():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    EmotionalLink(EmotionalNeuron("joy"), y1, 0.5)
    EmotionalLink(EmotionalNeuron("fear"), y1, 0.5)
    with pytest.raises(TopologyError, match="joy and fear are both emotional"):
        Network([x1], [y1])


def test_a_neuron_belongs_to_one_network():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    Network([x1], [y1])
    with pytest.raises(TopologyError, match="belongs to a network already"):
        Network([x1], [y1])


@pytest.mark.parametrize(
    ("inputs", "outputs", "message"),
    [
        ([], [Neuron("y1")], "at least one input neuron"),
        ([InputNeuron("x1")], [], "at least one input neuron and one output neuron"),
        ([Neuron("h1")], [Neuron("y1")], "inputs are InputNeurons, and this is none: Neuron"),
        ([InputNeuron("x1")], [BiasNeuron()], "outputs are Neurons that links lead to"),
        ([InputNeuron("x1")], ["y1"], "outputs are Neurons that links lead to, and this is none: 'y1'"),
    ],
)
def test_ends_that_are_none_are_refused(inputs, outputs, message):
    with pytest.raises(TopologyError, match=message):
        Network(inputs, outputs)


def test_an_input_twice_is_refused():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    with pytest.raises(TopologyError, match="stands twice among the inputs"):
        Network([x1, x1], [y1])


def test_a_refused_network_leaves_its_neurons_free():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    with pytest.raises(TopologyError):
        Network([x1, x1], [y1])
    assert Network([x1], [y1]).predict([0]) == [0.5]
