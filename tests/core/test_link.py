import math
import sys

import pytest

from lernmi_emo import (
    BiasNeuron,
    EmotionalLink,
    EmotionalNeuron,
    FixedEmotions,
    InputError,
    InputNeuron,
    Link,
    Network,
    Neuron,
    TopologyError,
)


@pytest.fixture
def link():
    """weight 0.5, source output 0.4, target delta 0.2, last change 0.01."""
    link = Link(Neuron("a"), Neuron("b"), weight=0.5)
    link.source.output, link.source.sensitivity, link.target.delta = 0.4, 0.0, 0.2
    link.change = 0.01
    return link


def test_making_a_link_joins_its_ends(link):
    assert link.source.outgoing == [link]
    assert link.target.incoming == [link]


def test_update_goes_down_the_slope_and_carries_a_part_of_the_last_change_on(link):
    link.backpropagate()
    link.update(rate=0.5, momentum=0.9)
    assert link.change == 0.9 * 0.01 - 0.5 * (0.2 * 0.4)
    assert link.last_change == 0.01
    assert link.weight == 0.5 + link.change


def test_a_rate_of_0_is_a_rate(link):
    link.backpropagate()
    link.update(rate=0.0, momentum=0.0)
    assert link.weight == 0.5


def test_a_frozen_link_carries_values_and_keeps_its_weight(link):
    link.frozen = True
    link.backpropagate()
    link.update(rate=0.5, momentum=0.9)
    assert link.source.sensitivity == 0.2 * 0.5
    assert (link.weight, link.change) == (0.5, 0.0)
    assert repr(link) == "Link(a→b: weight 0.5000, frozen)"


def test_a_new_pass_forgets_the_last_sensitivity(link):
    link.backpropagate()
    link.target.net_input = 0.0
    link.propagate()
    assert link.sensitivity is None


def test_an_emotional_link_learns_with_anxiety_as_rate_and_confidence_as_momentum(link):
    emotion = EmotionalNeuron(emotions=FixedEmotions(anxiety=0.75, confidence=0.12))
    emotional = EmotionalLink(emotion, Neuron("h2"), weight=0.15)
    plain = Link(Neuron("a"), Neuron("h2"), weight=0.15)
    for each in (emotional, plain):
        each.source.output, each.source.sensitivity, each.target.delta, each.change = 0.5, 0.0, -0.0312, 0.004
        each.backpropagate()
    emotional.update(rate=99.0, momentum=99.0)
    plain.update(rate=0.75, momentum=0.12)
    assert emotional.weight == plain.weight


def test_its_repr_teaches_on_one_line(link):
    link.change = -0.0002
    assert repr(link) == "Link(a→b: weight 0.5000, change −0.0002)"
    assert link.name == "a→b"


def test_a_link_from_a_neuron_to_itself_is_refused_and_joins_nothing():
    a = Neuron("a")
    with pytest.raises(TopologyError, match="a→a would close a circle"):
        Link(a, a, 0.1)
    assert a.incoming == []
    assert a.outgoing == []


def test_the_weight_before_the_last_update_is_kept_until_the_next(link):
    assert link.weight_before is None
    link.backpropagate()
    assert link.weight_before is None
    link.update(rate=0.5, momentum=0.9)
    learnt = link.weight
    assert link.weight_before == 0.5
    link.target.net_input = 0.0
    link.propagate()
    link.backpropagate()
    assert link.weight_before == 0.5
    link.update(rate=0.5, momentum=0.9)
    assert link.weight_before == learnt
    link.forget()
    assert link.weight_before is None


@pytest.mark.parametrize("source", [InputNeuron("x1"), BiasNeuron(), EmotionalNeuron()])
def test_no_link_leads_into_a_source(source):
    with pytest.raises(TopologyError, match="no link can lead into"):
        Link(Neuron("h1"), source, 0.1)


def test_an_emotional_link_starts_at_an_emotional_neuron():
    with pytest.raises(TopologyError, match="is none: use Link"):
        EmotionalLink(Neuron("h1"), Neuron("h2"), 0.1)


@pytest.mark.parametrize("weight", [math.nan, math.inf, "0.5", None])
def test_a_weight_is_a_finite_number(weight):
    with pytest.raises(InputError, match="the weight of a→b must be a finite number"):
        Link(Neuron("a"), Neuron("b"), weight)


def test_a_link_joins_neurons():
    with pytest.raises(TopologyError, match="joins two neurons, and this is none: 'h1'"):
        Link(Neuron("a"), "h1", 0.1)


def test_a_built_network_takes_no_more_links():
    net = Network.layered([2, 1])
    with pytest.raises(
        TopologyError, match=r"^x1 belongs to a network already, so x1→new comes too late: .* and the network last$"
    ):
        Link(net.neuron("x1"), Neuron("new"), 0.1)


def test_a_link_is_small():
    assert sys.getsizeof(Link(Neuron("a"), Neuron("b"), 0.1)) <= 160
    assert not hasattr(Link(Neuron("a"), Neuron("b"), 0.1), "__dict__")
