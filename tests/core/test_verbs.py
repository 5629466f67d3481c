"""A lesson's verbs by hand: each has its turn once, and what comes out of turn is refused and adds nothing."""

import itertools
import sys
from pathlib import Path

import pytest
from bits import everything
from graphs import random_graph, random_pattern, seeds
from hypothesis import given

import lernmi_emo
from lernmi_emo import Network, NotComputedError

VERBS = ["present", "propagate", "take_error", "backpropagate", "update"]


def begun(emotional=True):
    net = Network.layered([2, 3, 1], emotional=emotional, seed=7)
    net.begin([([0, 1], [1])])
    net.begin_lesson([0, 1], [1], momentum=0.5)
    return net


def send(net, verb):
    return net.present([0.0, 1.0]) if verb == "present" else getattr(net, verb)()


@given(seeds)
def test_in_their_order_they_are_what_learn_does(seed):
    net = random_graph(seed)
    inputs, targets = random_pattern(net, seed)
    twin = net.clone()
    for _ in range(2):
        twin.learn(inputs, targets, momentum=0.5)
        if not net.begun:
            net.begin([(inputs, targets)])
        net.begin_lesson(inputs, targets, momentum=0.5)
        net.present(inputs)
        for verb in VERBS[1:]:
            send(net, verb)
        assert everything(net) == everything(twin)


@pytest.mark.parametrize(("done", "verb"), [*itertools.product(range(1, 6), VERBS[1:])])
def test_out_of_its_turn_or_twice_a_verb_is_refused_and_says_which_comes_first(done, verb):
    """After each number of verbs, each verb but the next one."""
    net = begun()
    for each in VERBS[:done]:
        send(net, each)
    if VERBS[done : done + 1] == [verb]:
        send(net, verb)
        return
    before = everything(net)
    anew = "present(inputs)" if verb == "propagate" else "begin_lesson(inputs, targets), present(inputs)"
    first, last = VERBS[VERBS.index(verb) - 1], VERBS[done - 1]
    with pytest.raises(NotComputedError) as refused:
        send(net, verb)
    assert str(refused.value) == (
        f"{verb}() comes after {first}(), once, and what came last is {last}: begin anew with {anew}, "
        f"or call learn(inputs, targets), which sends every message in its order"
    )
    assert everything(net) == before


@pytest.mark.parametrize("verb", VERBS[1:])
def test_before_anything_was_presented_there_is_nothing_to_do(verb):
    net = Network.layered([2, 3, 1], seed=7)
    before = everything(net)
    with pytest.raises(NotComputedError, match="what came last is nothing yet"):
        send(net, verb)
    net.begin_lesson([0, 1], [1])
    with pytest.raises(NotComputedError, match="what came last is begin_lesson"):
        send(net, verb)
    net.rewind()
    assert everything(net) == before


def test_a_prediction_has_no_targets_to_compare_with():
    net = begun()
    net.predict([0, 1])
    before = everything(net)
    with pytest.raises(NotComputedError, match=r"take_error.* what came last is a prediction, which has no targets"):
        net.take_error()
    with pytest.raises(NotComputedError, match=r"update.* comes after backpropagate"):
        net.update()
    assert everything(net) == before


@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_a_first_lesson_by_hand_comes_after_begin(emotional):
    """Else an emotional network would learn by feelings it does not have, and none could be rewound."""
    net = Network.layered([2, 3, 1], emotional=emotional, seed=7)
    net.begin_lesson([0, 1], [1])
    net.present([0.0, 1.0])
    net.propagate()
    before = everything(net)
    with pytest.raises(
        NotComputedError,
        match=r"take_error\(\) of a first lesson comes after begin: .*, before begin_lesson\(inputs, targets\)$",
    ):
        net.take_error()
    assert everything(net) == before


def test_a_lesson_may_be_left_half_way_for_another_one():
    net, other = begun(), begun()
    for verb in VERBS[:4]:
        send(net, verb)
    assert net.learn([1, 1], [0]) == other.learn([1, 1], [0])
    assert everything(net) == everything(other)


def test_the_first_learn_begins_by_itself_and_feels_its_one_pattern():
    by_hand, by_itself = (Network.layered([2, 3, 1], emotional=True, seed=7) for _ in range(2))
    by_hand.begin([([0, 1], [1])])
    by_hand.learn([0, 1], [1])
    by_itself.learn([0, 1], [1])
    assert everything(by_hand) == everything(by_itself)


FEWER_THAN = 80
PACKAGE = Path(lernmi_emo.__file__).parent


def test_one_lesson_is_read_in_fewer_than_80_lines():
    """Distinct lines of the package that one `learn` of a begun emotional network runs."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.learn([0, 1], [1])
    lines = set()

    def look(frame, event, _):
        if PACKAGE not in Path(frame.f_code.co_filename).parents:
            return None
        if event == "line":
            lines.add((Path(frame.f_code.co_filename).name, frame.f_lineno))
        return look

    watcher = sys.gettrace()
    sys.settrace(look)
    try:
        net.learn([1, 1], [0])
    finally:
        sys.settrace(watcher)
    assert 50 < len(lines) < FEWER_THAN
