"""One message at a time: the same learning as `learn` and `train`, to the last bit, and every step true."""

import functools
import inspect
import math
import re
from pathlib import Path

import pytest
from bits import everything, exact
from graphs import random_graph, random_pattern, seeds
from hypothesis import given
from hypothesis import strategies as st
from oracles.test_mazur import INPUTS, LINKS, TARGETS, about, mazur_network

import lernmi_emo
from lernmi_emo import (
    Activation,
    BiasNeuron,
    DivergenceError,
    EmotionalNeuron,
    Emotions,
    ErrorFunction,
    FixedEmotions,
    InputError,
    InputNeuron,
    Link,
    Network,
    Neuron,
    Step,
    SteppingError,
    datasets,
)
from lernmi_emo.core.kind import kind_of
from lernmi_emo.watching.step import UNITS

units = st.sampled_from(UNITS)


def xor_network(**settings):
    return Network.layered([2, 3, 1], seed=7, **settings)


# The same learning


@given(seeds, units, st.integers(0, 2))
def test_run_to_their_end_the_steps_leave_the_network_as_learn_leaves_it(seed, by, lessons_before):
    stepped, learnt = random_graph(seed), random_graph(seed)
    for number in range(lessons_before):
        for net in (stepped, learnt):
            net.learn(*random_pattern(net, number), rate=0.3, momentum=0.8)
    inputs, targets = random_pattern(learnt, seed)
    for _ in stepped.steps(inputs, targets, rate=0.7, momentum=0.5, by=by):
        pass
    learnt.learn(inputs, targets, rate=0.7, momentum=0.5)
    assert everything(stepped) == everything(learnt)


@given(seeds, units, st.booleans(), st.integers(0, 1))
def test_run_to_their_end_the_steps_of_an_epoch_leave_it_as_one_epoch_of_training_does(seed, by, shuffle, before):
    stepped, trained = (
        random_graph(seed, activations=["logistic", "tanh"]),
        random_graph(seed, activations=["logistic", "tanh"]),
    )
    patterns = [random_pattern(trained, number) for number in range(3)]
    for net in (stepped, trained):
        net.train(patterns, epochs=before, momentum=0.9)
    for _ in stepped.steps_of_epoch(patterns, rate=0.7, momentum=0.9, shuffle=shuffle, seed=seed, by=by):
        pass
    trained.train(patterns, epochs=1, rate=0.7, momentum=0.9, shuffle=shuffle, seed=seed)
    assert everything(stepped) == everything(trained)


@pytest.mark.parametrize("emotions", [FixedEmotions(0.7, 0.2), Emotions()])
def test_new_emotions_in_a_network_that_has_learnt_begin_as_learn_lets_them_begin(emotions):
    stepped, learnt = xor_network(emotional=True), xor_network(emotional=True)
    for net in (stepped, learnt):
        net.learn([0, 1], [1])
        net.emotions = type(emotions)(*getattr(emotions, "fixed", ()))
    for _ in stepped.steps([1, 1], [0]):
        pass
    learnt.learn([1, 1], [0])
    assert everything(stepped) == everything(learnt)


def test_the_rate_and_momentum_are_the_networks_own_unless_others_are_given():
    for settings in ({}, {"rate": 0, "momentum": 0}, {"momentum": 0.5}):
        stepped, learnt = (xor_network(rate=0.3, momentum=0.9) for _ in range(2))
        for _ in range(2):
            list(stepped.steps([0, 1], [1], **settings))
            learnt.learn([0, 1], [1], **settings)
        assert everything(stepped) == everything(learnt)


METHODS = [
    *((Neuron, name) for name in ("forget", "open_net_input", "activate", "open_sensitivity", "take_delta")),
    *((Link, name) for name in ("propagate", "backpropagate", "update")),
    (InputNeuron, "receive"),
    (BiasNeuron, "perceive"),
    (EmotionalNeuron, "perceive"),
    (Emotions, "feel"),
    (Neuron, "compare"),
]


class Calls(list):
    """Every call of every method that learns, in order: whose, which, and with what. And those of rehearsals, apart."""

    def __init__(self):
        super().__init__()
        self.rehearsed = []

    def clear(self):
        super().clear()
        self.rehearsed.clear()


@pytest.fixture
def calls(monkeypatch):
    made = Calls()

    def noting(method):
        @functools.wraps(method)
        def call(self, *args, **kwargs):
            who = getattr(self, "name", type(self).__name__), method.__name__
            if kind_of(self) is type(self):
                made.append((*who, repr(args), repr(kwargs)))
            else:  # it is listened to
                made.rehearsed.append(who)
            return method(self, *args, **kwargs)

        del call.__wrapped__
        call.__signature__ = inspect.signature(method)
        return call

    for owner, name in METHODS:
        monkeypatch.setattr(owner, name, noting(getattr(owner, name)))
    return made


def test_the_steps_call_the_same_methods_of_the_same_objects_in_the_same_order_as_learn(calls):
    for seed in range(25):
        stepped, learnt = random_graph(seed), random_graph(seed)
        pattern = random_pattern(learnt, seed)
        calls.clear()
        learnt.learn(*pattern)
        by_learning = list(calls)
        calls.clear()
        list(stepped.steps(*pattern))
        assert calls == by_learning
        assert calls.rehearsed == [call[:2] for call in by_learning]


def test_the_steps_of_an_epoch_call_the_same_methods_in_the_same_order_as_training(calls):
    stepped, trained = xor_network(emotional=True), xor_network(emotional=True)
    calls.clear()
    trained.train(datasets.xor(), epochs=1, seed=3)
    by_training = list(calls)
    calls.clear()
    list(stepped.steps_of_epoch(datasets.xor(), seed=3))
    assert calls == by_training
    assert calls.rehearsed == [call[:2] for call in by_training]


# One event per message


def test_each_link_propagates_backpropagates_and_updates_once_and_each_neuron_activates_once():
    net = random_graph(11, emotional=True)
    steps = list(net.steps(*random_pattern(net, 1)))
    said = [(step.action, step.names) for step in steps]
    assert len(said) == len(set(said))
    for link in net.links:
        for action in ("propagate", "backpropagate", "update"):
            assert (action, (link.source.name, link.target.name)) in said
    for layer in net.layers:
        for neuron in layer.neurons:
            assert ("activate", (neuron.name,)) in said
            assert ("take_delta", (neuron.name,)) in said
    for neuron in net.outputs:
        assert ("compare", (neuron.name,)) in said


def test_an_emotional_networks_first_lesson_begins_with_what_the_untrained_network_feels():
    net = xor_network(emotional=True)
    first, *others = net.steps([0, 1], [1])
    assert (first.phase, first.action, first.title) == (
        "emotions",
        "feel",
        "the untrained network's emotions are felt",
    )
    assert first.results == {"anxiety": net.emotions.anxiety, "confidence": 0.0}
    assert [step for step in others if step.phase == "emotions"] == []
    assert next(net.steps([0, 1], [1])).action == "present"


def test_the_patterns_average_reaches_the_emotional_neuron_in_a_step_of_its_own():
    steps = xor_network(emotional=True).steps([0.25, 1], [1])
    step = next(step for step in steps if step.subject == "emotion")
    assert step.text() == (
        "   3  forward   emotion perceives the pattern\n"
        "      output(emotion) = (input 1 + input 2) / 2 = (0.2500 + 1.0000) / 2 = 0.6250"
    )
    assert step.inputs == {"input 1": 0.25, "input 2": 1.0}
    assert step.results == {"emotion.output": 0.625}


def test_an_epoch_ends_with_its_emotions():
    net = xor_network(emotional=True)
    *_, last = net.steps_of_epoch(datasets.xor())
    assert last.title == "the epoch's emotions are felt"
    assert last.results == {"anxiety": net.emotions.anxiety, "confidence": net.emotions.confidence}
    assert [each.attribute for each in last.changes] == ["anxiety", "confidence", "error"]
    assert [step.pattern for step in net.steps_of_epoch(datasets.xor(), by="pattern")] == [1, 2, 3, 4, 0]


def test_phases_come_in_the_order_of_learning():
    phases = [step.phase for step in xor_network().steps([0, 1], [1])]
    assert list(dict.fromkeys(phases)) == ["forward", "error", "backward", "update"]
    assert phases == sorted(phases, key=["forward", "error", "backward", "update"].index)


# What a step knows


def test_the_steps_show_the_numbers_that_were_worked_out_by_hand():
    steps = list(mazur_network(frozen_biases=True).steps(INPUTS, TARGETS, rate=0.5))
    of = {(step.subject, step.action): step for step in steps}
    assert of["h1", "activate"].result == about(0.593269992107)
    assert of["y2", "compare"].results["error"] == about(0.298371108760)
    assert of["y1", "take_delta"].result == about(0.138498561629)
    assert of["h2", "take_delta"].inputs["h2.sensitivity"] == about(0.041370322649)
    for (source, target), (old, sensitivity, new) in LINKS.items():
        update = of[f"{source}→{target}", "update"]
        assert update.inputs[f"{source}→{target}.weight"] == old
        assert update.inputs[f"{source}→{target}.sensitivity"] == about(sensitivity)
        assert update.result == about(new)
    assert of["bias→h1", "update"].formula.frozen
    assert not of["x1→h1", "update"].formula.frozen
    assert of["bias→h1", "update"].result == 0.35


def test_an_emotional_links_update_goes_by_anxiety_and_confidence():
    net = xor_network(emotional=FixedEmotions(0.75, 0.12))
    net.learn([0, 1], [1])
    step = next(s for s in net.steps([0, 1], [1]) if s.names == ("emotion", "h2") and s.phase == "update")
    assert {"anxiety": 0.75, "confidence": 0.12}.items() <= step.inputs.items()
    assert "rate" not in step.inputs
    assert step.formula.by_emotions
    assert step.title == "emotion→h2 updates by the emotions"
    assert step.equations[0].symbols() == "confidence · last change − anxiety · sensitivity"


@given(seeds)
def test_each_equation_reckons_its_result_to_the_last_bit(seed):
    net = random_graph(seed, error="binary cross-entropy" if seed % 2 else "half squared")
    for step in net.steps(*random_pattern(net, seed)):
        for equation in step.equations:
            if equation.expression is not None:
                assert equation.expression.reckon() == equation.value
            else:
                felt_over = ("average of the patterns", "mean squared error")
                assert step.formula.frozen or equation.name in felt_over, equation
                assert "made by" not in equation.remark


@given(seeds, units)
def test_the_changes_are_all_that_changed(seed, by):
    net = random_graph(seed)
    parts = [*net.neurons, *net.links, net, *([net.emotions] if net.emotions else [])]
    before = everything(net)
    steps = net.steps(*random_pattern(net, seed), by=by)
    for step in steps:
        after = everything(net)
        changed = {(each.subject, each.attribute) for each in step.changes}
        for each in step.changes:
            assert exact(getattr(parts[each.place], each.attribute)) == exact(each.new)
        assert {(s, a) for s, a in _differences(before, after)} == {
            c for c in changed if c in _differences(before, after)
        }
        assert not _differences(before, after) - changed
        before = after


def _differences(before, after):
    names = {"links": ("weight", "weight_before", "change", "last_change", "sensitivity", "frozen")}
    names["neurons"] = ("net_input", "output", "sensitivity", "delta")
    found = {
        (part, name)
        for kind, attributes in names.items()
        for part, values in after[kind].items()
        for name, new, old in zip(attributes, values, before[kind][part])
        if new != old
    }
    if after["error"] != before["error"]:
        found.add(("network", "error"))
    for name, new in (after["emotions"] or {}).items():
        if name != "fixed" and new != before["emotions"][name]:
            found.add(("emotions", name))
    return found


def test_a_step_names_the_file_and_the_lines_of_the_method_that_did_it():
    package = Path(lernmi_emo.__file__).parents[1]
    for step in xor_network(emotional=True).steps_of_epoch(datasets.xor()):
        lines = (package / step.file).read_text(encoding="utf-8").splitlines()
        first, last = step.lines
        owner, name = step.method.name.split(".")
        assert lines[first - 1].strip().startswith(f"def {name}(self")
        assert inspect.cleandoc("\n".join(lines[first - 1 : last])) == inspect.cleandoc(step.method.source)
        kinds = {
            "Weight",
            "Link",
            "EmotionalLink",
            "Neuron",
            "InputNeuron",
            "BiasNeuron",
            "EmotionalNeuron",
            "Emotions",
        }
        assert owner in kinds


def test_an_emotional_link_shows_its_own_update_and_the_inherited_rest():
    steps = [s for s in xor_network(emotional=True).steps([0, 1], [1]) if s.names == ("emotion", "h1")]
    assert [s.method.name for s in steps] == ["Link.propagate", "Link.backpropagate", "EmotionalLink.update"]


def test_a_class_that_was_typed_in_has_no_file_to_show():
    space = {"Link": Link, "__name__": "__main__"}
    exec("class TypedIn(Link):\n    def update(self, rate, momentum):\n        super().update(rate, momentum)", space)
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    space["TypedIn"](x1, y1, 0.5)
    *_, step = Network([x1], [y1]).steps([1], [0])
    assert (step.method.name, step.file, step.lines, step.method.source) == ("TypedIn.update", "", (0, 0), "")


def test_nothing_about_a_step_can_be_changed():
    step = next(xor_network().steps([0, 1], [1]))
    assert isinstance(step, Step)
    for name in ("number", "values", "changes"):
        with pytest.raises(AttributeError):
            setattr(step, name, None)


def test_a_step_is_printed_as_a_line_and_its_equations():
    steps = list(mazur_network(frozen_biases=True).steps(INPUTS, TARGETS, rate=0.5))
    step = next(s for s in steps if s.names == ("h1", "y1") and s.phase == "update")
    assert step.text() == (
        f"{step.number:>4}  update    h1→y1 updates\n"
        "      change = momentum · last change − rate · sensitivity = 0.0000 · 0.0000 − 0.5000 · 0.0822 = −0.0411\n"
        "      weight = weight before + change                      = 0.4000 + (−0.0411)                =  0.3589"
    )
    assert step.text(digits=2, unicode=False, width=40).splitlines() == [
        f"{step.number:>4}  update    h1->y1 updates",
        "      change = momentum * last change",
        "               - rate * sensitivity",
        "             = 0.00 * 0.00 - 0.50 * 0.08",
        "             = -0.04",
        "      weight = weight before + change",
        "             = 0.40 + (-0.04)",
        "             = 0.36",
    ]
    assert repr(step) == f"Step({step.number}: h1→y1 updates)"
    assert step.latex() == step.explanation.latex()
    assert step._repr_latex_().startswith("$")
    assert "h1→y1" in step._repr_html_()


def test_a_step_with_many_equations_shows_the_first_and_the_last():
    net = Network.layered([40, 2], seed=1)
    step = next(net.steps([0.5] * 40, [0, 1]))
    lines = step.text().splitlines()
    assert len(step.equations) == 40
    assert len(lines) == 14
    assert lines[7].strip() == "… 28 more"
    assert lines[-1].split()[0] == "output(x40)"


# Coarser units


@given(seeds, units)
def test_coarser_steps_contain_every_smaller_one_in_order(seed, by):
    net, same = random_graph(seed), random_graph(seed)
    pattern = random_pattern(net, seed)
    single = list(net.steps(*pattern))
    coarse = list(same.steps(*pattern, by=by))
    contained = single if by == "link" else [step for whole in coarse for step in whole.steps]
    assert contained == single
    assert [step.number for step in coarse] == list(range(len(coarse)))


def test_each_unit_is_what_its_name_says():
    titles = {by: [step.title for step in xor_network().steps([0, 1], [1], by=by)] for by in UNITS}
    assert titles["pattern"] == ["pattern 1 is learnt"]
    assert titles["phase"] == [
        "the network propagates",
        "the network takes the error",
        "the network backpropagates",
        "the network updates",
    ]
    assert titles["layer"] == [
        "the sources x1 … bias take the pattern",
        "layer 1 (h1 … h3) propagates",
        "layer 2 (y1) propagates",
        "the network takes the error",
        "layer 2 (y1) backpropagates",
        "layer 1 (h1 … h3) backpropagates",
        "layer 1 (h1 … h3) updates",
        "layer 2 (y1) updates",
    ]
    assert titles["neuron"][3:7] == [
        "3 links into h1 propagate",
        "3 links into h2 propagate",
        "3 links into h3 propagate",
        "h1 activates",
    ]


def test_a_coarser_step_shows_the_method_that_does_it_all():
    def methods(by):
        return [step.method.name for step in xor_network().steps([0, 1], [1], by=by)]

    verbs = ["propagate", "take_error", "backpropagate", "update"]
    assert methods("pattern") == ["BareNetwork.learn"]
    assert methods("phase") == [f"BareNetwork.{verb}" for verb in verbs]
    assert methods("layer")[:3] == ["BareNetwork.present", "Layer.propagate", "Layer.propagate"]
    assert methods("layer")[3:6] == ["BareNetwork.take_error", "Layer.backpropagate", "Layer.backpropagate"]


def test_what_several_links_bring_a_neuron_is_one_sum():
    net = mazur_network(frozen_biases=True)
    step = next(step for step in net.steps(INPUTS, TARGETS, by="neuron") if step.action == "propagate")
    assert step.equation.text() == (
        "net(h1) = output(x1) · weight(x1→h1) + output(x2) · weight(x2→h1) + output(bias) · weight(bias→h1)"
        " = 0.0500 · 0.1500 + 0.1000 · 0.2000 + 1.0000 · 0.3500 = 0.3775"
    )
    assert step.result == about(0.3775)


def test_a_coarser_step_takes_in_what_its_first_messages_take_and_gives_what_its_last_give():
    net = mazur_network(frozen_biases=True)
    forward = next(net.steps(INPUTS, TARGETS, by="phase"))
    assert forward.results["y1.output"] == about(0.751365069552)
    assert forward.inputs["input 1"] == 0.05
    assert "h1.net_input" not in forward.inputs
    assert forward.result == net.neuron("y2").output


def test_a_coarser_step_is_handed_out_before_the_next_message_is_sent():
    net = xor_network()
    for step in net.steps([0, 1], [1], by="phase"):
        assert (net.neuron("h1").delta is None) == (step.phase in ("forward", "error"))
        assert (net.links[0].change != 0.0 or net.links[1].change != 0.0) == (step.phase == "update")


def test_a_coarser_step_is_printed_with_its_smaller_ones():
    step = list(xor_network().steps([0, 1], [1], by="layer"))[2]
    assert step.text().splitlines() == [
        "   2  forward   layer 2 (y1) propagates",
        "      y1 begins its net input",
        *(f"      {each.title}: net(y1) = {each.equation.result()}" for each in step.steps[1:5]),
        f"      y1 activates: output(y1) = {step.steps[5].equation.result()}",
    ]
    assert step.text(unicode=False).isascii()


# Neurons, links, emotions and functions of a reader's own


class Product(Neuron):
    """Multiplies what its links bring."""

    def open_net_input(self):
        self.net_input = 1.0


class ProductLink(Link):
    def propagate(self):
        self.target.net_input *= self.source.output * self.weight


class Doubled(Link):
    def update(self, rate, momentum):
        super().update(2 * rate, momentum)


def test_what_neurons_and_links_of_a_readers_own_do_is_shown_by_the_formula_that_they_ran():
    x1, x2, p1, y1 = InputNeuron("x1"), InputNeuron("x2"), Product("p1"), Neuron("y1")
    ProductLink(x1, p1, 0.5), ProductLink(x2, p1, 0.25), Doubled(p1, y1, 1.0)
    net = Network([x1, x2], [y1])
    of = {(step.subject, step.action): step for step in net.steps([0.5, 0.5], [1])}
    assert str(of["p1", "open_net_input"].equation) == "net(p1) = 1 = 1.0000"
    assert str(of["x2→p1", "propagate"].equation) == (
        "net(p1) = net(p1) so far · (output(x2) · weight) = 0.2500 · (0.5000 · 0.2500) = 0.0312  (rounded)"
    )
    change, weight = of["p1→y1", "update"].equations
    assert change.symbols() == "momentum · last change − 2 · rate · sensitivity"
    assert change.expression.reckon() == change.value == net.link("p1", "y1").change
    assert weight.symbols() == "weight before + change"


def test_a_neuron_that_takes_its_delta_in_its_own_way_is_not_asked_for_a_slope():
    class Sign(Neuron):
        def take_delta(self):
            self.delta = 1.0 if self.sensitivity > 0 else -1.0

    x1, y1 = InputNeuron("x1"), Sign("y1", Activation("odd", math.sin, lambda net, output: 1 / 0))
    Link(x1, y1, 0.5)
    step = next(step for step in Network([x1], [y1]).steps([1], [0]) if step.action == "take_delta")
    assert str(step.equation).startswith("delta(y1) = 1.0000  (made by test_a_neuron_that")


class Mood:
    """Emotions that are no Emotions, and have less."""

    anxiety, confidence = 0.5, 0.25

    def feel(self, average, error):
        self.anxiety = average * error

    def forget(self):
        self.anxiety = 0.5


def test_emotions_of_a_readers_own_are_felt_as_they_feel():
    stepped, trained = xor_network(emotional=True), xor_network(emotional=True)
    stepped.emotions, trained.emotions = Mood(), Mood()
    *_, last = stepped.steps_of_epoch(datasets.xor())
    trained.train(datasets.xor(), epochs=1)
    assert everything(stepped) == everything(trained)
    anxiety = last.equations[-1]
    assert anxiety.symbols() == "average of the patterns · mean squared error"
    assert anxiety.expression.reckon() == anxiety.value == stepped.emotions.anxiety


def test_an_activation_and_an_error_function_that_no_registry_knows_are_shown_by_name():
    x1, y1 = InputNeuron("x1"), Neuron("y1", Activation("cubed", lambda net: net**3, lambda net, output: 3 * net**2))
    Link(x1, y1, 0.5)
    cubic = ErrorFunction("cubic", lambda y, t: (y - t) ** 3, lambda y, t: 3 * (y - t) ** 2)
    of = {step.action: step for step in Network([x1], [y1], error=cubic).steps([1], [0])}
    assert str(of["activate"].equation) == "output(y1) = cubed(net(y1)) = cubed(0.5000) = 0.1250"
    assert of["take_delta"].equations[0].symbols() == "cubed′(net(y1))"
    sensitivity, error = of["compare"].equations
    assert sensitivity.symbols() == "cubic′(output(y1), target(y1))"
    assert sensitivity.expression.reckon() == sensitivity.value == 3 * 0.125**2
    assert error.symbols() == "error so far + cubic(output(y1), target(y1))"
    assert error.expression.reckon() == error.value == 0.125**3


def test_an_activation_that_only_has_a_known_name_is_not_shown_by_the_known_formula():
    x1, y1 = InputNeuron("x1"), Neuron("y1", Activation("logistic", lambda net: 0.25, lambda net, output: 1.0))
    Link(x1, y1, 0.5)
    step = next(step for step in Network([x1], [y1]).steps([1], [0]) if step.action == "activate")
    assert str(step.equation) == "output(y1) = logistic(net(y1)) = logistic(0.5000) = 0.2500"
    assert step.equation.expression.reckon() == 0.25  # by its own function


def test_input_neurons_that_activate_show_it():
    step = next(Network.lernmi([1, 1]).steps([0], [0]))
    assert step.equation.text() == "output(x1) = 1 / (1 + exp(−input 1)) = 1 / (1 + exp(−0.0000)) = 0.5000"


def test_names_may_hold_anything():
    x1, y1 = InputNeuron("{0}→%s"), Neuron("_{\\")
    Link(x1, y1, 0.5)
    for step in Network([x1], [y1]).steps([1], [0]):
        assert step.text(unicode=False).isascii()
        assert step.inputs.keys() | step.results.keys()


# What must not happen between two steps


def after(count, net=None, **settings):
    net = net or xor_network(emotional=True)
    steps = net.steps([0, 1], [1], **settings)
    for _ in range(count):
        next(steps)
    return net, steps


@pytest.mark.parametrize(
    ("count", "edit", "said"),
    [
        (3, lambda net: setattr(net.link("x2", "h3"), "weight", 5.0), "x2→h3.weight was changed from .* to 5.0"),
        (30, lambda net: setattr(net.link("x2", "h3"), "weight", 5.0), "x2→h3.weight was changed"),
        (20, lambda net: setattr(net.neuron("y1"), "delta", 5.0), "y1.delta was changed from None to 5.0"),
        (30, lambda net: setattr(net.links[0], "change", 0.5), "x1→h1.change was changed from 0.0 to 0.5"),
        (30, lambda net: setattr(net.emotions, "anxiety", 5.0), "emotions.anxiety was changed"),
        (3, lambda net: net.learn([0, 0], [0]), "another lesson or a prediction.*net.clone"),
        (3, lambda net: net.predict([0, 0]), "another lesson or a prediction"),
        (3, lambda net: net.rewind(), "another lesson or a prediction"),
        (3, lambda net: next(net.steps([0, 1], [1])), "another lesson or a prediction"),
        (30, lambda net: setattr(net, "emotions", Emotions()), "given other emotions: begin new steps"),
    ],
)
def test_what_something_else_changes_between_two_steps_is_refused_at_the_step_that_meets_it(count, edit, said):
    net, steps = after(count)
    edit(net)
    with pytest.raises(SteppingError, match=said):
        list(steps)


def test_a_change_that_no_later_step_meets_is_refused_at_the_end():
    net, steps = after(0)
    *_, _ = (next(steps) for _ in range(len(list(xor_network(emotional=True).steps([0, 1], [1])))))
    net.links[0].weight = 5.0
    with pytest.raises(SteppingError, match=r"x1→h1\.weight was changed"):
        next(steps)


def test_looking_on_changes_nothing():
    net, steps = after(30)
    net.link("x1", "h1").explain().text(), net.neuron("h1").explain().latex(), net.trace([1, 1], [0]), repr(net.links)
    net.clone().learn([0, 0], [0])
    list(steps)
    learnt = xor_network(emotional=True)
    learnt.learn([0, 1], [1])
    assert everything(net) == everything(learnt)


def test_steps_that_are_left_halfway_leave_a_network_that_learns_on():
    net, _ = after(30)
    assert net.neuron("y1").output is not None
    net.rewind()
    learnt = xor_network(emotional=True)
    for each in (net, learnt):
        each.learn([1, 1], [0])
    assert everything(net) == everything(learnt)


def test_nothing_happens_before_the_first_step_is_asked_for():
    net = xor_network(emotional=True)
    before = everything(net)
    net.steps([0, 1], [1])
    net.steps_of_epoch(datasets.xor())
    assert everything(net) == before


# Bad input


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda net: net.steps([0], [1]), "expected 2 inputs, and 1 came"),
        (lambda net: net.steps([0, 1], [1, 2]), "expected 1 targets, and 2 came"),
        (lambda net: net.steps([0, math.nan], [1]), "number 2 of the 2 inputs must be a finite number"),
        (lambda net: net.steps([0, 1], [1], rate=-1), "rate must not be negative"),
        (lambda net: net.steps([0, 1], [1], momentum="much"), "momentum must be a finite number"),
        (lambda net: net.steps([0, 1], [1], by="neurons"), "can't go by 'neurons': did you mean 'neuron'"),
        (lambda net: net.steps_of_epoch([]), "there are no patterns"),
        (lambda net: net.steps_of_epoch(datasets.xor(), by=None), "can't go by None: there are: layer, link, neuron"),
        (lambda net: net.steps_of_epoch([([0, 1], [1]), ([0], [1])]), "expected 2 inputs of pattern 2, and 1 came"),
    ],
)
def test_bad_input_is_refused_at_once(call, said):
    net = xor_network(emotional=True)
    before = everything(net)
    with pytest.raises(InputError, match=re.escape(said)):
        call(net)
    assert everything(net) == before


def test_an_epoch_that_diverges_ends_as_training_does():
    def network():
        return Network.layered([2, 3, 1], activation="linear", seed=7)

    stepped, trained = network(), network()
    patterns = [([1e150, 1], [1]), ([1, 1e150], [0])]
    with pytest.raises(DivergenceError) as by_training:
        trained.train(patterns, epochs=1, shuffle=False)
    with pytest.raises(DivergenceError) as by_steps:
        list(stepped.steps_of_epoch(patterns, shuffle=False))
    assert str(by_steps.value) == str(by_training.value)
    assert [link.weight for link in stepped.links] == [link.weight for link in trained.links]


def test_values_that_run_away_are_shown_as_they_are():
    net = Network.layered([2, 3, 1], activation="linear", seed=7)
    of = {(step.subject, step.action): step for step in net.steps([1e160, 1], [1])}
    assert of["y1", "compare"].results["error"] == math.inf
    assert of["y1", "compare"].text().endswith("= inf")
    assert "nan" in of["x1→h1", "update"].text() or "inf" in of["x1→h1", "update"].text()


def test_learning_that_has_run_away_is_refused_by_steps_as_by_learn():
    stepped, learnt = (Network.layered([2, 3, 1], activation="linear", seed=7) for _ in range(2))
    for net in (stepped, learnt):
        net.learn([1e160, 1], [1])
    with pytest.raises(DivergenceError) as by_learning:
        learnt.learn([1e160, 1], [1])
    with pytest.raises(DivergenceError) as by_steps:
        list(stepped.steps([1e160, 1], [1]))
    assert str(by_steps.value) == str(by_learning.value)
    assert [link.weight for link in stepped.links] == [link.weight for link in learnt.links]


def test_an_error_function_that_refuses_an_output_says_so_at_its_step():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy", seed=1)
    steps = net.steps([3], [1])
    with pytest.raises(InputError, match="binary cross-entropy needs outputs between 0 and 1"):
        list(steps)
