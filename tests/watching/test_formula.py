"""What is kept of a message: the formula once for all that do the same, and the numbers of each."""

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import EmotionalLink, EmotionalNeuron, FixedEmotions, InputNeuron, Link, Network, Neuron
from lernmi_emo.watching.formula import Ref, joined, leaves, link_names, moved, name_of, part_word
from lernmi_emo.watching.listening import listening
from lernmi_emo.watching.script import parts_to_hear

trees = st.recursive(
    st.integers(0, 9) | st.tuples(st.just("constant"), st.floats(allow_nan=False)),
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("+-*/"), inner, inner),
        st.tuples(st.sampled_from(["negative", "square"]), inner),
        st.tuples(st.just("call"), st.just("f"), st.tuples(inner, inner), st.none()),
    ),
    max_leaves=8,
)


def heard(net, *pattern):
    with listening(parts_to_hear(net), net) as told:
        net.learn(*pattern)
    return told.messages


@given(trees)
def test_a_tree_that_is_moved_speaks_of_other_places_and_is_the_same_when_moved_back(tree):
    there = {place: place + 100 for place in range(10)}
    back = {new: old for old, new in there.items()}
    assert [place - 100 for place in leaves(moved(tree, there))] == list(leaves(tree))
    assert moved(moved(tree, there), back) == tree


def test_all_links_that_do_the_same_share_one_formula():
    net = Network.layered([4, 3, 2], seed=7)
    messages = heard(net, [0.5, 0.25, 0.125, 1], [0, 1])
    for method in ("propagate", "backpropagate", "update"):
        formulas = [message.kept.formula for message in messages if message.method == method]
        assert len(formulas) == len(net.links)
        assert len({id(formula) for formula in formulas}) == 1


@given(seeds)
def test_places_are_those_of_the_values_and_what_is_made_comes_after_what_it_is_made_of(seed):
    net = random_graph(seed)
    for message in heard(net, *random_pattern(net, seed)):
        refs, values, formula, touched = message.kept
        assert len(refs) == len(values)
        assert None not in values
        for place, tree, _ in formula.made:
            assert all(0 <= leaf < place < len(values) for leaf in leaves(tree))
        assert message.part in touched


def test_what_only_keeps_another_value_is_no_formula():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    Link(x1, y1, 0.5)
    update = heard(Network([x1], [y1]), [1], [0])[-1]
    made = [update.kept.refs[each.place].name for each in update.kept.formula.made]
    assert made == ["change", "weight"]  # not last_change and weight_before


@pytest.mark.parametrize("frozen", [False, True])
def test_a_frozen_link_says_so_and_which_weight_stays(frozen):
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    Link(x1, y1, 0.5, frozen=frozen)
    refs, values, formula, _ = heard(Network([x1], [y1]), [1], [0])[-1].kept
    assert formula.frozen == frozen
    if frozen:
        assert (str(refs[formula.stays]), values[formula.stays]) == ("x1→y1.weight", 0.5)
    else:
        assert formula.stays == -1


def test_an_update_that_asks_the_emotions_says_so():
    emotion, x1, y1 = EmotionalNeuron(emotions=FixedEmotions(0.75, 0.12)), InputNeuron("x1"), Neuron("y1")
    EmotionalLink(emotion, y1, 0.5), Link(x1, y1, 0.5)
    updates = {each.part.name: each.kept for each in heard(Network([x1], [y1]), [1], [0]) if each.method == "update"}
    assert updates["emotion→y1"].formula.by_emotions
    assert not updates["x1→y1"].formula.by_emotions
    assert Ref("emotions", (), "anxiety") in updates["emotion→y1"].refs


@given(seeds)
def test_several_messages_as_one_have_the_values_of_all(seed):
    net = random_graph(seed)
    all_kept = [message.kept for message in heard(net, *random_pattern(net, seed))]
    whole = joined(all_kept)
    assert whole.values == tuple(value for kept in all_kept for value in kept.values)
    assert [whole.values[each.place] for each in whole.formula.made] == [
        kept.values[each.place] for kept in all_kept for each in kept.formula.made
    ]


def test_names_of_parts():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    first, second = Link(x1, y1, 0.5), Link(x1, y1, 0.25)
    net = Network([x1], [y1])
    assert [part_word(part) for part in (x1, first, net)] == ["neuron", "link", "network"]
    assert (name_of(x1), name_of(second), name_of(net)) == (("x1",), ("x1→y1 (2)",), ())
    assert (link_names(first), link_names(second)) == (("x1", "y1"), ("x1", "y1", "2"))
    assert part_word(object()) == "emotions"  # those of a reader's own need not be Emotions
