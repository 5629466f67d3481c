import random

import pytest

from lernmi_emo import EmotionalLink, Emotions, FixedEmotions, InputError, Network


def test_names_are_stable():
    names = [neuron.name for neuron in Network.layered([2, 3, 1], emotional=True).neurons]
    assert names == ["x1", "x2", "bias", "emotion", "h1", "h2", "h3", "y1"]
    deep = Network.layered([1, 2, 3, 2])
    assert [neuron.name for layer in deep.layers for neuron in layer.neurons] == [
        *("h1.1", "h1.2"),
        *("h2.1", "h2.2", "h2.3"),
        *("y1", "y2"),
    ]


def test_links_come_neuron_by_neuron_from_inputs_bias_and_emotion():
    net = Network.layered([2, 2, 1], emotional=True)
    assert [link.name for link in net.links] == [
        *("x1→h1", "x2→h1", "bias→h1", "emotion→h1"),
        *("x1→h2", "x2→h2", "bias→h2", "emotion→h2"),
        *("h1→y1", "h2→y1", "bias→y1", "emotion→y1"),
    ]


def test_the_emotional_neuron_has_an_emotional_link_to_every_hidden_and_output_neuron():
    net = Network.layered([2, 3, 2, 2], emotional=True)
    targets = [link.target.name for link in net.links if isinstance(link, EmotionalLink)]
    assert targets == ["h1.1", "h1.2", "h1.3", "h2.1", "h2.2", "y1", "y2"]


def test_the_same_seed_gives_the_same_weights_and_another_others():
    one, same, other = (Network.layered([2, 3, 1], seed=seed) for seed in (7, 7, 8))
    assert [link.weight for link in one.links] == [link.weight for link in same.links]
    assert [link.weight for link in one.links] != [link.weight for link in other.links]


def test_a_plain_and_an_emotional_network_of_one_seed_share_their_weights():
    plain, emotional = (Network.layered([3, 4, 2], emotional=choice, seed=5) for choice in (False, True))
    for link in plain.links:
        assert emotional.link(link.source.name, link.target.name).weight == link.weight


def test_one_random_can_be_handed_in_for_several_networks():
    chance = random.Random(7)
    first, second = (Network.layered([2, 1], seed=chance) for _ in range(2))
    assert [link.weight for link in first.links] != [link.weight for link in second.links]


@pytest.mark.parametrize(("weight_range", "reaches"), [(None, (1 / 4, 1 / 10)), (0.01, (0.01, 0.01)), (2, (2.0, 2.0))])
def test_weights_are_drawn_evenly_within_one_over_the_root_of_the_neurons_before_or_within_a_range(
    weight_range, reaches
):
    """Those of the bias and of the emotional neuron too, which do not count among the neurons before."""
    net = Network.layered([16, 100, 50], emotional=True, weight_range=weight_range, seed=1)
    for layer, reach in zip(net.layers, reaches):
        for name in ("bias", "emotion", ""):
            drawn = [link.weight / reach for link in layer.links if link.source.name == name or not name]
            assert all(-1 <= each <= 1 for each in drawn)
            assert max(drawn) > 0.85
            assert min(drawn) < -0.85
            assert sum(drawn) / len(drawn) == pytest.approx(0.0, abs=0.2)
            assert sum(map(abs, drawn)) / len(drawn) == pytest.approx(0.5, abs=0.1)


def test_a_range_of_0_makes_all_weights_0():
    assert {link.weight for link in Network.layered([2, 3, 1], emotional=True, weight_range=0).links} == {0.0}


def test_activations_by_layer_and_by_neuron():
    net = Network.layered([2, 2, 1], activation=[["tanh", "step"], "linear"])
    assert [net.neuron(name).activation.name for name in ("h1", "h2", "y1")] == ["tanh", "step", "linear"]


def test_a_network_without_bias_has_no_bias_neuron():
    assert "bias" not in [neuron.name for neuron in Network.layered([2, 1], bias=False).neurons]


def test_emotional_may_be_the_emotions_to_feel():
    calm = FixedEmotions(1, 0)
    assert Network.layered([2, 1], emotional=calm).emotions is calm
    assert type(Network.layered([2, 1], emotional=True).emotions) is Emotions


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"sizes": [2]}, "at least two numbers"),
        ({"sizes": 3}, "at least two numbers"),
        ({"sizes": "231"}, "at least two numbers"),
        ({"sizes": [2, 0, 1]}, "the size of a layer must be a whole number of at least 1"),
        ({"sizes": [2, 1.5, 1]}, "the size of a layer must be a whole number"),
        ({"sizes": [2, 1], "activation": ["tanh", "tanh"]}, "activation has 2 entries for 1 layers"),
        (
            {"sizes": [2, 2, 1], "activation": [["tanh"], "tanh"]},
            "activation has 1 entries for the 2 neurons of layer 1",
        ),
        ({"sizes": [2, 1], "rate": -1}, "rate must not be negative"),
        ({"sizes": [2, 1], "momentum": -1}, "momentum must not be negative"),
        ({"sizes": [2, 1], "weight_range": -1}, "weight_range must not be negative"),
        ({"sizes": [2, 1], "emotional": "yes"}, "emotional is True, False or an Emotions object"),
    ],
)
def test_what_makes_no_network_is_refused(settings, message):
    with pytest.raises(InputError, match=message):
        Network.layered(**settings)
