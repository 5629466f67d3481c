"""Traces: every step computed beforehand, the state at every point, and the network as it was."""

import json
import math
import re

import pytest
from bits import everything, exact
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

from lernmi_emo import (
    DivergenceError,
    Emotions,
    FixedEmotions,
    InputError,
    InputNeuron,
    Link,
    NameNotFoundError,
    Network,
    Neuron,
    datasets,
)
from lernmi_emo.watching.moment import LinkState


def xor_network(**settings):
    return Network.layered([2, 3, 1], seed=7, **settings)


def state_of(net):
    """What a trace's state should hold, read from the objects."""
    return exact(
        {
            "neurons": {n.name: (n.net_input, n.output, n.sensitivity, n.delta) for n in net.neurons},
            "links": {
                (link.source.name, link.target.name): tuple(getattr(link, name) for name in LinkState._fields)
                for link in net.links
            },
            "error": net.error,
            "emotions": net.emotions
            and (
                *(net.emotions.anxiety, net.emotions.confidence, net.emotions.initial_anxiety),
                *(net.emotions.average, net.emotions.error),
            ),
        }
    )


def held(state):
    return exact(
        {
            "neurons": {name: tuple(each) for name, each in state.neurons.items()},
            "links": {ends: tuple(each) for ends, each in state.links.items()},
            "error": state.error,
            "emotions": state.emotions and tuple(state.emotions),
        }
    )


# The steps, and the state at every point


@given(seeds, st.booleans())
def test_a_trace_has_the_very_steps_and_after_each_the_very_state_of_stepping(seed, learnt_before):
    net = random_graph(seed)
    pattern = random_pattern(net, seed)
    if learnt_before:
        net.learn(*pattern)
    trace = net.trace(*pattern, rate=0.7, momentum=0.5)
    assert held(trace.start) == state_of(net)
    for number, step in enumerate(net.steps(*pattern, rate=0.7, momentum=0.5)):
        assert trace[number] == step
        assert held(trace.state(number)) == state_of(net)
    assert len(trace) == number + 1


@given(seeds)
def test_the_trace_of_an_epoch_has_the_steps_of_the_epoch(seed):
    net = random_graph(seed, activations=["logistic", "tanh"])
    patterns = [random_pattern(net, number) for number in range(3)]
    trace = net.trace_of_epoch(patterns, rate=0.7, momentum=0.9, seed=3)
    assert list(trace) == list(net.steps_of_epoch(patterns, rate=0.7, momentum=0.9, seed=3))
    assert held(trace.state(-1)) == state_of(net)
    assert len(trace.lessons) == 3
    assert trace.lessons[-1] == net.lesson


@given(seeds)
def test_the_network_stays_as_it_was(seed):
    net = random_graph(seed)
    for number in range(seed % 3):
        net.learn(*random_pattern(net, number))
    before, lesson = everything(net), net.lesson
    net.trace(*random_pattern(net, seed))
    net.trace_of_epoch([random_pattern(net, seed)])
    assert everything(net) == before
    assert net.lesson is lesson


def test_what_parts_of_a_readers_own_keep_beside_the_usual_stays_as_it_was_too():
    class Counting(Neuron):
        activations = 0

        def activate(self):
            self.activations += 1
            super().activate()

    class Diary(Emotions):
        def feel(self, average, error):
            super().feel(average, error)
            self.pages = [*getattr(self, "pages", []), error]
            self.kept.append(error)

        kept = property(lambda self: self.__dict__.setdefault("list", []))

    x1, y1 = InputNeuron("x1"), Counting("y1")
    Link(x1, y1, 0.5)
    net = Network([x1], [y1])
    net.trace([1], [0])
    assert vars(y1) == {}
    net.learn([1], [0])
    net.trace([1], [0])
    assert vars(y1) == {"activations": 1}
    emotional = xor_network(emotional=Diary())
    emotional.learn([0, 1], [1])
    before = everything(emotional)
    emotional.trace_of_epoch(datasets.xor())
    assert everything(emotional) == before


def test_a_lesson_that_fails_leaves_the_network_as_it_was():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy", seed=1)
    before = everything(net)
    with pytest.raises(InputError, match="binary cross-entropy needs outputs between 0 and 1"):
        net.trace([3], [1])
    assert everything(net) == before
    net = Network.layered([2, 3, 1], activation="linear", seed=7)
    before = everything(net)
    with pytest.raises(DivergenceError):
        net.trace_of_epoch([([1e150, 1], [1]), ([1, 1e150], [0])])
    assert everything(net) == before


def test_a_network_can_be_traced_while_it_is_stepped_through():
    net = xor_network()
    steps = net.steps([0, 1], [1])
    first = next(steps)
    assert net.trace([0, 1], [1])[0].names == first.names
    assert len([first, *steps]) == len(net.trace([0, 1], [1]))


def test_it_is_a_sequence_that_can_be_sliced():
    trace = xor_network().trace([0, 1], [1])
    assert trace[17] is trace[-len(trace) + 17]
    assert trace[3:9] == tuple(list(trace)[3:9])
    assert trace[:4].phase("forward").by("layer")[0].steps == trace[:2]
    assert trace[5] in trace
    assert [step.number for step in reversed(trace)] == list(range(len(trace)))[::-1]
    assert repr(trace) == "Trace(53 steps, 1 pattern)"


def test_nothing_about_a_trace_can_be_changed():
    trace = xor_network().trace([0, 1], [1])
    with pytest.raises(TypeError):
        trace[0] = trace[1]
    with pytest.raises(TypeError):
        trace.start.neurons["h1"] = None
    with pytest.raises(AttributeError):
        trace.start.error = 0.0
    with pytest.raises(AttributeError):
        trace.parts = ()
    assert trace.start.error is None


def test_a_state_is_asked_for_by_the_step_or_its_number():
    trace = xor_network().trace([0, 1], [1])
    layer = trace.by("layer")[1]
    assert held(trace.state(layer)) == held(trace.state(layer.steps[-1])) == held(trace.state(layer.steps[-1].number))
    assert trace.state(layer).neuron("h1").output is not None
    assert trace.state(layer).neuron("y1").output is None
    assert trace.state(layer).link("x1", "h1").sensitivity is None
    assert trace.state(-1).emotions is None
    assert repr(trace.start) == "State(7 neurons, 13 links, error not computed)"


def test_only_what_changed_is_kept():
    net = Network.layered([30, 20, 10], emotional=True, seed=1)
    trace = net.trace([0.5] * 30, [0.0] * 10)
    assert sum(len(step.changes) for step in trace) < 3 * len(trace)


def test_the_lessons_tell_what_each_pattern_was_learnt_with():
    net = xor_network(emotional=FixedEmotions(0.75, 0.12))
    trace = net.trace_of_epoch(datasets.xor(), rate=0.3, momentum=0.2, shuffle=False)
    assert [(lesson.inputs, lesson.targets) for lesson in trace.lessons] == datasets.xor()
    assert {lesson[2:] for lesson in trace.lessons} == {(0.3, 0.2, 0.75, 0.12)}
    assert trace.phase("update").by("pattern")[2].pattern == 3


# Choosing


def test_the_steps_of_one_link_and_of_one_neuron():
    trace = xor_network(emotional=True).trace([0, 1], [1])
    assert [step.action for step in trace.of("emotion", "h2")] == ["propagate", "backpropagate", "update"]
    assert [step.action for step in trace.of("h2")] == [
        "open_net_input",
        "activate",
        "open_sensitivity",
        "take_delta",
    ]
    assert [step.action for step in trace.of("y1").phase("error")] == ["open_sensitivity", "compare"]
    assert trace.phase("update").of("x1", "h2") == trace.of("x1", "h2").phase("update")


def test_the_steps_of_each_phase_make_up_the_whole():
    trace = xor_network(emotional=True).trace_of_epoch(datasets.xor())
    phases = ("forward", "error", "backward", "update", "emotions")
    assert sorted(step.number for phase in phases for step in trace.phase(phase)) == list(range(len(trace)))


def test_traces_are_equal_if_everything_in_them_is():
    trace, same, other = (xor_network().trace([0, number], [1]) for number in (1, 1, 0))
    assert trace == same != other
    assert trace != list(trace)
    assert len({trace, same}) == 1


@pytest.mark.parametrize("unit", ["link", "neuron", "layer", "phase", "pattern"])
def test_coarser_units_are_those_of_stepping(unit):
    net = xor_network(emotional=True)
    assert list(net.trace([0, 1], [1]).by(unit)) == list(net.steps([0, 1], [1], by=unit))


@pytest.mark.parametrize(
    ("ask", "error", "said"),
    [
        (lambda trace: trace.of("h22"), NameNotFoundError, "no neuron 'h22' in this trace: did you mean 'h2'?"),
        (lambda trace: trace.of("x1", "y1"), NameNotFoundError, "no link 'x1→y1' in this trace: did you mean"),
        (lambda trace: trace.of(), NameNotFoundError, "there is no neuron ''"),
        (lambda trace: trace.phase("forwards"), NameNotFoundError, "no phase 'forwards': did you mean 'forward'?"),
        (lambda trace: trace.by("layers"), InputError, "can't go by 'layers': did you mean 'layer'?"),
        (lambda trace: trace.state(53), IndexError, "there is no step 53: this trace has 53, from 0 to 52"),
        (lambda trace: trace.state(-54), IndexError, "there is no step -54"),
        (lambda trace: trace[53], IndexError, "there is no step 53: this trace has 53, from 0 to 52"),
        (lambda trace: trace.state("h1"), InputError, "by a step or its number, and this came: 'h1'"),
        (lambda trace: trace.start.neuron("h22"), NameNotFoundError, "no neuron 'h22': did you mean 'h2'?"),
        (lambda trace: trace.start.link("h1", "x1"), NameNotFoundError, "no link h1→x1"),
    ],
)
def test_what_is_not_there_is_said(ask, error, said):
    with pytest.raises(error, match=re.escape(said)):
        ask(xor_network().trace([0, 1], [1]))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda net: net.trace([0], [1]), "expected 2 inputs, and 1 came"),
        (lambda net: net.trace([0, 1], [1], rate=-1), "rate must not be negative"),
        (lambda net: net.trace_of_epoch([]), "there are no patterns"),
    ],
)
def test_bad_input_is_refused_at_once(call, said):
    with pytest.raises(InputError, match=said):
        call(xor_network())


# As JSON


def test_a_player_without_python_finds_everything_in_it():
    net = xor_network(emotional=True)
    net.learn([0, 1], [1])
    trace = net.trace([0, 1], [1], rate=0.5)
    data = json.loads(trace.to_json(digits=2), parse_constant=pytest.fail)
    assert (data["format"], data["version"], data["digits"]) == ("lernmi-emo trace", 2, 2)
    number, step = next((step.number, step) for step in trace.of("emotion", "h2") if step.phase == "update")
    shown = data["steps"][number]
    assert shown["title"] == "emotion→h2 updates by the emotions"
    assert (shown["phase"], shown["action"], shown["names"]) == ("update", "update", ["emotion", "h2"])
    name, symbols, numbers, result, note = shown["equations"][1]
    assert (name, symbols) == ("weight", "weight before + change")
    assert (numbers, result) == (step.equation.numbers(2), step.equation.result(2))
    assert note in ("", "(rounded)")
    method = data["methods"][shown["method"]]
    assert (method["name"], method["file"]) == ("EmotionalLink.update", "lernmi_emo/core/link.py")
    assert method["source"].startswith("def update(self, rate: float, momentum: float) -> None:\n")
    assert method["first"] == step.lines[0]
    place, attribute, old, new = shown["changes"][0]
    assert data["parts"][place]["names"] == ["emotion", "h2"]
    assert (attribute, new) == ("weight", trace.state(number).link("emotion", "h2").weight)
    assert old == trace.state(number - 1).link("emotion", "h2").weight


def test_played_forward_and_back_by_its_changes_alone_it_shows_every_state():
    trace = xor_network(emotional=True).trace_of_epoch(datasets.xor()[:2])
    data = json.loads(trace.to_json())
    values = [dict(zip(data["attributes"][part["part"]], values)) for part, values in zip(data["parts"], data["start"])]
    place_of = {tuple(part["names"]): place for place, part in enumerate(data["parts"])}

    def check(state):
        for name, neuron in state.neurons.items():
            assert tuple(values[place_of[(name,)]].values()) == neuron
        for ends, link in state.links.items():
            assert tuple(values[place_of[ends]].values()) == link

    for number, step in enumerate(data["steps"]):
        for place, attribute, _, new in step["changes"]:
            values[place][attribute] = new
        check(trace.state(number))
    for number in range(len(data["steps"]) - 1, 0, -1):
        for place, attribute, old, _ in reversed(data["steps"][number]["changes"]):
            values[place][attribute] = old
        check(trace.state(number - 1))


@pytest.mark.parametrize(("value", "written"), [(math.inf, "Infinity"), (-math.inf, "-Infinity"), (math.nan, "NaN")])
def test_what_json_has_no_number_for_is_a_text(value, written):
    net = xor_network()
    net.link("x1", "h1").last_change = value
    data = json.loads(net.trace([1, 1], [1]).to_json(), parse_constant=pytest.fail)
    place = next(place for place, part in enumerate(data["parts"]) if part["names"] == ["x1", "h1"])
    assert dict(zip(data["attributes"]["link"], data["start"][place]))["last_change"] == written
    change = next(each for step in data["steps"] for each in step["changes"] if each[:2] == [place, "last_change"])
    assert change[2:] == [written, 0.0]


def test_values_that_run_away_stand_in_it_as_texts():
    net = Network.layered([2, 3, 1], activation="linear", seed=7)
    data = json.loads(net.trace([1e160, 1], [1]).to_json(), parse_constant=pytest.fail)
    compare = next(step for step in data["steps"] if step["action"] == "compare")
    assert compare["results"]["error"] == "Infinity"


@settings(max_examples=25)
@given(seeds)
def test_a_steps_values_stand_there_by_name_to_the_last_bit(seed):
    net = random_graph(seed)
    trace = net.trace(*random_pattern(net, seed))
    data = json.loads(trace.to_json(), parse_constant=pytest.fail)
    for step, shown in zip(trace, data["steps"], strict=True):
        assert exact(shown["inputs"]) == exact(step.inputs)
        assert exact(shown["results"]) == exact(step.results)


def test_each_methods_text_stands_there_once_and_no_machines_folders_do():
    text = xor_network(emotional=True).trace_of_epoch(datasets.xor()).to_json()
    methods = json.loads(text)["methods"]
    assert len(methods) == len({(method["name"], method["first"]) for method in methods})
    for method in methods:
        assert re.fullmatch(r"lernmi_emo/\w+/\w+\.py", method["file"])


def test_digits_must_be_a_number_of_digits():
    with pytest.raises(InputError, match="digits must be a whole number of at least 0"):
        xor_network().trace([0, 1], [1]).to_json(digits=-1)
