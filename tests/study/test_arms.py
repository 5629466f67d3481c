"""The arms differ in one thing at a time, and in nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import EmotionalLink, FixedEmotions, Network, datasets
from lernmi_emo.study import ARMS
from lernmi_emo.study.arms import link_count, matched_sizes

SIZES = [3, 4, 2]


def build(name, sizes=SIZES, rate=0.5, momentum=0.9, seed=7):
    return ARMS[name].build(sizes, rate, momentum, seed)


def weights(net):
    return {link.name: link.weight for link in net.links}


def test_every_arm_begins_with_plain_backpropagations_weights_wherever_both_have_a_link():
    plain = weights(build("bp"))
    for name in ("embp", "fixed", "average"):
        arm = weights(build(name))
        assert {link: arm[link] for link in plain} == plain
        assert {link for link in arm if link not in plain} == {
            f"emotion→{n}" for n in ("h1", "h2", "h3", "h4", "y1", "y2")
        }


def test_the_emotional_arms_begin_with_the_same_weights_throughout():
    assert weights(build("embp")) == weights(build("fixed")) == weights(build("average"))


def test_each_emotional_arm_has_its_own_emotions():
    assert type(build("embp").emotions) is not FixedEmotions
    assert build("fixed").emotions.fixed == (1.0, 0.0)
    assert build("average", rate=0.3, momentum=0.2).emotions.fixed == (0.3, 0.2)
    assert build("bp").emotions is build("matched").emotions is None


def test_the_average_arm_is_plain_backpropagation_with_the_patterns_average_as_a_source():
    """Written out: one more input that repeats the average. (Its link to the output is frozen at 0 on both sides.)"""
    average = build("average", [2, 3, 1])
    plain = Network.layered([3, 3, 1], rate=0.5, momentum=0.9)
    for link in plain.links:
        source = "emotion" if link.source.name == "x3" else link.source.name
        link.weight = average.link(source, link.target.name).weight
    average.link("emotion", "y1").weight = 0.0
    average.link("emotion", "y1").frozen = True
    average.train(datasets.xor(), epochs=50)
    plain.train([([*x, (x[0] + x[1]) / 2], t) for x, t in datasets.xor()], epochs=50)
    assert average.predict([0, 1]) == pytest.approx(plain.predict([0, 1, 0.5]), rel=1e-12)


@given(st.lists(st.integers(1, 12), min_size=2, max_size=5), st.booleans())
def test_the_number_of_links_is_that_of_the_network(sizes, emotional):
    assert link_count(sizes, emotional) == len(Network.layered(sizes, emotional=emotional).links)


@given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 12))
def test_no_other_number_of_hidden_neurons_comes_nearer_to_embps_number_of_links(inputs, hidden, outputs):
    sizes = [inputs, hidden, outputs]
    goal = link_count(sizes, emotional=True)
    found = abs(link_count(matched_sizes(sizes)) - goal)
    assert found == min(abs(link_count([inputs, other, outputs]) - goal) for other in range(hidden, 3 * hidden + 60))


@given(st.lists(st.integers(1, 12), min_size=4, max_size=6))
def test_several_hidden_layers_are_widened_in_turn(sizes):
    wider = matched_sizes(sizes)
    assert (wider[0], wider[-1]) == (sizes[0], sizes[-1])
    extra = [other - size for size, other in zip(sizes[1:-1], wider[1:-1])]
    assert max(extra) - min(extra) <= 1
    assert extra == sorted(extra, reverse=True)


def test_the_matched_arm_of_the_worked_example_has_exactly_as_many_links():
    assert len(build("matched", [2, 3, 1]).links) == len(build("embp", [2, 3, 1]).links) == 17
    assert not any(isinstance(link, EmotionalLink) for link in build("matched").links)
