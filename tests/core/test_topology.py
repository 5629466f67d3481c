import copy
import itertools

import pytest
from graphs import random_graph, seeds
from hypothesis import given

from lernmi_emo import (
    BiasNeuron,
    EmotionalLink,
    EmotionalNeuron,
    Emotions,
    FixedEmotions,
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
    with pytest.raises(
        TopologyError, match=r"^lost leads to no output \(it is reached by x1→lost\): link it on, or name it"
    ):
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


def test_parallel_links_between_two_neurons_are_told_apart():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    second, third = Link(x1, y1, 0.25), Link(x1, y1, -0.5)
    net = Network([x1], [y1])
    assert [link.name for link in net.links] == ["x1→y1", "x1→y1 (2)", "x1→y1 (3)"]
    net.predict([1.0])
    assert net.neuron("y1").net_input == 0.5 + 0.25 - 0.5
    net.learn([1.0], [1.0])
    assert net.links[0].sensitivity == second.sensitivity == third.sensitivity == net.neuron("y1").delta
    twin = net.clone()
    assert [link.name for link in twin.links] == [link.name for link in net.links]
    assert twin.predict([1.0]) == net.predict([1.0])


def test_emotional_neurons_share_one_mood():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    EmotionalLink(EmotionalNeuron("joy"), y1, 0.5)
    EmotionalLink(EmotionalNeuron("fear"), y1, 0.5)
    with pytest.raises(TopologyError, match=r"joy and fear have emotions of their own.*give both the same Emotions"):
        Network([x1], [y1])


@pytest.mark.parametrize("emotions", [Emotions, lambda: FixedEmotions(0.5, 0.25)])
def test_two_emotional_neurons_with_the_same_emotions_learn_alike(emotions, tmp_path):
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    mood = emotions()
    first = EmotionalLink(EmotionalNeuron("now", mood), y1, 0.5)
    second = EmotionalLink(EmotionalNeuron("then", mood), y1, 0.5)
    net = Network([x1], [y1])
    net.train([([1.0], [1.0]), ([0.5], [0.0])], epochs=3)
    assert first.weight == second.weight != 0.5
    for twin in (net.clone(), copy.deepcopy(net), Network.load(net.save(tmp_path / "net.json"))):
        assert twin.neuron("then").emotions is twin.neuron("now").emotions is twin.emotions is not mood
        assert vars(twin.emotions) == vars(mood)
    net.emotions = FixedEmotions(1.0, 0.0)
    assert net.neuron("then").emotions is net.neuron("now").emotions


def test_a_circle_is_found_and_its_links_are_named():
    a, _, c = chain(Neuron("a"), Neuron("b"), Neuron("c"))
    Link(c, a, 0.1)
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    Link(x1, a, 0.1)
    Link(c, y1, 0.1)
    with pytest.raises(TopologyError, match=r"closes a circle \((a→b, b→c, c→a|b→c, c→a, a→b|c→a, a→b, b→c)\)"):
        Network([x1], [y1])


def test_where_one_circle_was_closed_twice_a_link_of_it_is_named():
    a, b = chain(Neuron("a"), Neuron("b"))
    Link(b, a, 0.1)
    Link(InputNeuron("x1"), a, 0.1)
    with pytest.raises(TopologyError, match="closes a circle"):
        Network([a.incoming[-1].source], [b])


def test_a_link_that_lacks_what_its_kind_declares_is_refused():
    class Timed(Link, registered=False):
        fields = ("moment",)

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Timed(x1, y1, 0.5)
    with pytest.raises(TopologyError, match="the kind Timed declares 'moment' among its fields, and x1→y1 has no such"):
        Network([x1], [y1])
    link.moment = 3
    assert Network([x1], [y1]).links == [link]


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


def test_an_output_twice_is_refused():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    with pytest.raises(TopologyError, match="stands twice among the outputs: name each once"):
        Network([x1], [y1, y1])


def test_a_refused_network_leaves_its_neurons_free():
    x1, y1 = chain(InputNeuron("x1"), Neuron("y1"))
    with pytest.raises(TopologyError):
        Network([x1, x1], [y1])
    assert Network([x1], [y1]).predict([0]) == [0.5]
