"""Breakpoints: they stop where one object does one thing, see its values, and leave everything else as it was."""

import copy
import inspect
import json
import sys

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings

from lernmi_emo import (
    EmotionalLink,
    Emotions,
    FixedEmotions,
    InputError,
    InputNeuron,
    Link,
    NameNotFoundError,
    Network,
    Neuron,
    TwinError,
    TwinWarning,
    datasets,
)
from lernmi_emo.core.kind import kind_of
from lernmi_emo.storage import describe


@pytest.fixture
def stops(monkeypatch):
    """Where `breakpoint()` was entered: the frame's method, and what `look` saw there."""
    seen = []

    def stop():
        frame = sys._getframe(1)
        seen.append((frame.f_code.co_name, frame.f_locals.get("self"), stop.look(frame.f_locals)))

    stop.look = lambda names: None
    stop.seen = seen
    monkeypatch.setattr(sys, "breakpointhook", stop)
    return stop


def emotional():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


def test_a_breakpoint_stops_before_the_link_updates(stops):
    net = emotional()
    link = net.link("emotion", "h2")
    before = link.weight
    stops.look = lambda names: (names["self"].weight, names["self"].sensitivity is not None)
    net.break_on("emotion", "h2", phase="update")
    net.learn([0, 1], [1])
    assert stops.seen == [("update", link, (before, True))]
    assert link.weight != before


def test_with_a_condition_it_stops_when_the_link_has_updated_and_the_condition_sees_the_new_change(stops):
    net = emotional()
    twin = net.clone()
    twin.learn([0, 1], [1])
    change = twin.link("emotion", "h2").change
    stops.look = lambda names: names["self"].change
    net.break_on("emotion", "h2", when=lambda link: link.change == change)
    net.break_on("emotion", "h3", when=lambda link: link.change == 0.0)
    net.learn([0, 1], [1])
    assert stops.seen == [("update", net.link("emotion", "h2"), change)]


@pytest.mark.parametrize(
    ("names", "phase", "method"),
    [
        (("x1", "h1"), "forward", "propagate"),
        (("x1", "h1"), "backward", "backpropagate"),
        (("emotion", "y1"), "update", "update"),
        (("h2",), "forward", "activate"),
        (("h2",), "backward", "take_delta"),
        (("y1",), "error", "compare"),
        (("x2",), "forward", "receive"),
        (("bias",), "forward", "perceive"),
        (("emotion",), "forward", "perceive"),
    ],
)
def test_each_phase_of_each_part_can_be_stopped_in(stops, names, phase, method):
    net = emotional()
    net.begin(datasets.xor())
    net.break_on(*names, phase=phase)
    net.learn([0, 1], [1])
    part = net.link(*names) if len(names) == 2 else net.neuron(*names)
    assert [(name, subject) for name, subject, _ in stops.seen] == [(method, part)]


def test_without_a_phase_it_is_the_last_one():
    net = emotional()
    phases = [net.break_on(*names).phase for names in (["x1", "h1"], ["h1"], ["y1"], ["emotion"], ["emotions"])]
    assert phases == ["update", "backward", "backward", "forward", "emotions"]


def test_a_comparison_stops_for_this_output_alone(stops):
    net = Network.layered([2, 3, 2], seed=7)
    stops.look = lambda names: names["self"].name
    net.break_on("y2", phase="error")
    net.break_on("y1", phase="error", when=lambda neuron: neuron.sensitivity is None)
    net.learn([0, 1], [1, 0])
    assert [look for *_, look in stops.seen] == ["y2"]


def test_a_condition_of_a_comparison_sees_the_sensitivity_that_was_just_made(stops):
    net = Network.layered([2, 3, 2], seed=7)
    stops.look = lambda names: names["self"].sensitivity
    net.break_on("y2", phase="error", when=lambda neuron: neuron.sensitivity != 0.0)
    net.learn([0, 1], [1, 0])
    assert [(name, look) for name, _, look in stops.seen] == [("compare", net.neuron("y2").output)]


def test_it_stops_in_train_once_for_each_lesson_and_for_the_emotions_once_for_each_epoch(stops):
    net = emotional()
    net.break_on("h1", "y1")
    net.break_on("emotions")
    net.train(datasets.xor(), epochs=3)
    assert [name for name, *_ in stops.seen].count("update") == 12
    assert [name for name, *_ in stops.seen].count("feel") == 1 + 3


def test_the_fast_twin_leaves_a_network_with_breakpoints_to_its_objects(stops):
    pytest.importorskip("numba", reason="numba is in the extra 'fast'")
    net = emotional()
    net.break_on("h1", "y1")
    with pytest.warns(TwinWarning, match=r"can't stop at a breakpoint, and there is one in h1→y1"):
        net.train(datasets.xor(), epochs=3, fast="auto")
    assert [name for name, *_ in stops.seen] == ["update"] * 12
    with pytest.raises(TwinError, match=r"can't stop at a breakpoint, and there is one in h1→y1"):
        net.train(datasets.xor(), epochs=3, fast=True)
    net.clear_breaks()
    net.train(datasets.xor(), epochs=3, fast=True)


def test_it_stops_in_steps_and_steps_know_the_method_as_before(stops):
    net, twin = emotional(), emotional()
    for names in (["emotion", "h2"], ["h1"], ["y1"]):
        net.break_on(*names)
    assert list(net.steps([0, 1], [1])) == list(twin.steps([0, 1], [1]))
    assert len(stops.seen) == 3


@settings(max_examples=12)  # each link's methods are compiled anew
@given(seeds)
def test_learning_with_breakpoints_everywhere_gives_the_same_bits(seed):
    net, twin = random_graph(seed), random_graph(seed)
    hook, count = sys.breakpointhook, []
    sys.breakpointhook = lambda: count.append(1)
    try:
        for link in net.links:
            for phase in ("forward", "backward", "update"):
                net.break_on(link.source.name, link.target.name, phase=phase, when=lambda link: True)
        for neuron in net.neurons:
            net.break_on(neuron.name, phase="forward")
        pattern = random_pattern(net, seed)
        net.begin([pattern])
        twin.begin([pattern])
        count.clear()
        for _ in range(2):
            assert net.learn(*pattern) == twin.learn(*pattern)
    finally:
        sys.breakpointhook = hook
    assert [link.weight for link in net.links] == [link.weight for link in twin.links]
    assert len(count) == 2 * (3 * len(net.links) + len(net.neurons))


def test_a_frozen_link_leaves_its_update_early_and_is_stopped_in_all_the_same(stops):
    net = emotional()
    net.link("x1", "h1").frozen = True
    net.break_on("x1", "h1", when=lambda link: link.change == 0.0)
    net.learn([0, 1], [1])
    assert len(stops.seen) == 1


def test_whoever_looks_sees_an_ordinary_link():
    net = emotional()
    link = net.link("emotion", "h2")
    text, file = repr(link), inspect.getsource(EmotionalLink.update)
    net.break_on("emotion", "h2", when=lambda link: False)
    assert repr(link) == text
    assert isinstance(link, EmotionalLink)
    assert type(link).__name__ == "EmotionalLink"
    assert kind_of(link) is EmotionalLink
    assert inspect.getsource(link.update) == file
    assert not hasattr(link, "__dict__")


def test_every_other_object_keeps_its_class():
    net = emotional()
    net.break_on("emotion", "h2")
    assert {type(link) for link in net.links if link.name != "emotion→h2"} == {Link, EmotionalLink}
    assert EmotionalLink.update is vars(EmotionalLink)["update"]
    assert not hasattr(EmotionalLink.update, "__wrapped__")


def test_a_network_with_breakpoints_is_saved_cloned_and_explained_as_one_without(tmp_path, stops):
    net, twin = emotional(), emotional()
    for each in (net, twin):
        each.learn([0, 1], [1])
    for names in (["emotion", "h2"], ["x1", "h1"], ["h1"], ["y1"], ["x1"], ["bias"], ["emotion"], ["emotions"]):
        net.break_on(*names)
    net.break_on("y1", phase="error")
    assert json.dumps(describe(net)) == json.dumps(describe(twin))
    assert net.save(tmp_path / "a.json").read_text("utf-8") == twin.save(tmp_path / "b.json").read_text("utf-8")
    for copied in (net.clone(), copy.deepcopy(net)):
        assert copied.breaks() == []
        assert {type(part) for part in (*copied.links, *copied.neurons)} == {
            type(part) for part in (*twin.links, *twin.neurons)
        }
    for name in ("h1", "y1", "x1", "bias"):
        assert str(net.neuron(name).explain()) == str(twin.neuron(name).explain())
    assert str(net.link("emotion", "h2").explain()) == str(twin.link("emotion", "h2").explain())
    assert str(net.emotions.explain()) == str(twin.emotions.explain())


def test_emotions_of_ones_own_are_cloned_without_their_breakpoint(stops):
    class Brave(Emotions):
        def feel(self, average, error):
            super().feel(average, error)
            self.anxiety /= 2

    net = emotional()
    net.emotions = Brave()
    net.break_on("emotions")
    assert type(net.clone().emotions) is Brave
    net.train(datasets.xor(), epochs=1)
    assert len(stops.seen) == 2
    assert net.emotions.anxiety < net.emotions.average


def test_clearing_gives_every_class_back_and_stops_nothing_any_more(stops):
    net = emotional()
    kinds = [type(part) for part in (*net.neurons, *net.links, net, net.emotions)]
    for names in (["emotion", "h2"], ["h1"], ["emotions"]):
        net.break_on(*names)
    net.break_on("y1", phase="error")
    assert len(net.breaks()) == 4
    net.clear_breaks()
    assert [type(part) for part in (*net.neurons, *net.links, net, net.emotions)] == kinds
    net.train(datasets.xor(), epochs=1)
    assert stops.seen == []


def test_one_breakpoint_can_be_cleared_and_the_others_stay(stops):
    net = emotional()
    first = net.break_on("x1", "h1", phase="forward")
    net.break_on("x1", "h1", phase="update")
    first.clear()
    first.clear()
    assert [each.phase for each in net.breaks()] == ["update"]
    net.learn([0, 1], [1])
    assert [name for name, *_ in stops.seen] == ["update"]


def test_a_second_one_in_the_same_place_takes_the_place_of_the_first(stops):
    net = emotional()
    net.break_on("x1", "h1")
    net.break_on("x1", "h1", when=lambda link: False)
    net.learn([0, 1], [1])
    assert stops.seen == []
    assert repr(net.breaks()) == "[Breakpoint(x1→h1, update, with a condition)]"


def test_a_breakpoint_in_a_method_of_ones_own_keeps_super_private_names_closures_and_defaults(stops):
    steps = []

    class Careful(Link):
        __slots__ = ("__count",)

        def update(self, rate, momentum, *, at_most=0.001):
            """Change by little."""
            self.__count = getattr(self, "_Careful__count", 0) + 1
            super().update(rate, momentum)
            if abs(self.change) > at_most:
                steps.append(self.__count)
                return
            steps.append(0)

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Careful(x1, y1, 0.5)
    net = Network([x1], [y1])
    stops.look = lambda names: names["self"]._Careful__count if hasattr(names["self"], "_Careful__count") else None
    net.break_on("x1", "y1")
    net.learn([1], [0])
    net.break_on("x1", "y1", when=lambda link: abs(link.change) > 0.001)
    net.learn([1], [0])
    assert steps == [1, 2]
    assert [look for *_, look in stops.seen] == [None, 2]
    assert isinstance(link, Careful)


@pytest.mark.parametrize(
    ("names", "settings", "error", "message"),
    [
        (["h9"], {}, NameNotFoundError, "there is no neuron 'h9'"),
        (["x1", "y1"], {}, NameNotFoundError, "there is no link from 'x1' to 'y1'"),
        (
            ["h1"],
            {"phase": "update"},
            InputError,
            "h1 does nothing in the phase 'update': there are: backward, forward",
        ),
        (["x1", "h1"], {"phase": "updat"}, InputError, "did you mean 'update'?"),
        (["h1"], {"phase": "error"}, InputError, "h1 does nothing in the phase 'error'"),
        (["h1"], {"when": "delta > 1"}, InputError, "when must be a function of h1, .* 'delta > 1'"),
        ([], {}, InputError, "name a neuron .* this came: nothing"),
        (["x1", "h1", "y1"], {}, InputError, "this came: 'x1', 'h1', 'y1'"),
        ([1], {}, InputError, "this came: 1"),
        (["emotions"], {}, NameNotFoundError, "no emotions: build it with emotional=True"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_is_set(names, settings, error, message):
    net = Network.layered([2, 3, 1], seed=7)
    with pytest.raises(error, match=message):
        net.break_on(*names, **settings)
    assert net.breaks() == []
    assert {type(link) for link in net.links} == {Link}


def test_a_condition_that_raises_names_the_breakpoint_and_what_to_do(stops):
    net = emotional()
    net.break_on("h2", phase="forward", when=lambda neuron: neuron.delta > 0.1)
    with pytest.raises(
        InputError, match=r"breakpoint on h2 in the forward phase raised TypeError: '>' not supp"
    ) as info:
        net.learn([0, 1], [1])
    assert "Neuron(h2: net" in str(info.value)
    assert "net.clear_breaks()" in str(info.value)
    assert isinstance(info.value.__cause__, TypeError)
    net.clear_breaks()
    net.rewind()
    assert net.learn([0, 1], [1]) == emotional().learn([0, 1], [1])


def test_emotions_that_take_no_breakpoint_are_refused():
    from types import SimpleNamespace

    net = emotional()
    net.emotions = SimpleNamespace(anxiety=1.0, confidence=0.0, feel=lambda average, error: None)
    with pytest.raises(InputError, match=r"no breakpoint can be written into SimpleNamespace.feel"):
        net.break_on("emotions")


def test_a_method_without_source_is_refused(tmp_path):
    names = {}
    exec("from lernmi_emo import Link\nclass Typed(Link):\n  def update(self, rate, momentum): pass", names)
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    names["Typed"](x1, y1, 0.5)
    net = Network([x1], [y1])
    with pytest.raises(InputError, match=r"no breakpoint can be written into Typed.update, for could not get source"):
        net.break_on("x1", "y1")
    assert type(net.links[0]) is names["Typed"]


def test_fixed_emotions_can_be_stopped_in_too(stops):
    net = emotional()
    net.emotions = FixedEmotions(1.0, 0.0)
    net.break_on("emotions")
    assert json.dumps(describe(net)) == json.dumps(describe(net.clone()))
    net.train(datasets.xor(), epochs=1)
    assert [name for name, *_ in stops.seen] == ["feel", "feel"]


def test_breakpoints_set_and_cleared_between_two_steps_stay_so():
    net = Network.layered([1, 1], seed=7)
    net.break_on("x1", "y1", phase="forward", when=lambda link: False)
    steps = net.steps([1], [1])
    next(steps)
    net.clear_breaks()
    net.break_on("y1", phase="forward", when=lambda neuron: False)
    list(steps)
    assert [each.name for each in net.breaks()] == ["y1"]
