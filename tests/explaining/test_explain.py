"""Explanations: the equations with the numbers that were used, as text, as LaTeX, and in ASCII."""

import io
import math
import os
import re
import sys
from decimal import Decimal, localcontext
from itertools import islice

import pytest
from bits import everything
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles.test_mazur import INPUTS, LINKS, TARGETS, mazur_network

from lernmi_emo import (
    Activation,
    BiasNeuron,
    EmotionalLink,
    EmotionalNeuron,
    Emotions,
    ErrorFunction,
    Explanation,
    FixedEmotions,
    InputError,
    InputNeuron,
    Link,
    Network,
    Neuron,
    Source,
    SteppingError,
    datasets,
)
from lernmi_emo.explaining.explain import explain


def xor_network(**settings):
    return Network.layered([2, 3, 1], seed=7, **settings)


def everything_in(net):
    return [*net.neurons, *net.links, *([net.emotions] if net.emotions else [])]


# What it says


def test_an_emotional_links_update_is_shown_with_anxiety_and_confidence():
    emotion, h2 = EmotionalNeuron(emotions=FixedEmotions(anxiety=0.75, confidence=0.12)), Neuron("h2")
    link = EmotionalLink(emotion, h2, weight=0.15)
    emotion.output, h2.delta, link.change = 0.5, -0.0312, 0.004
    emotion.open_sensitivity()
    link.backpropagate()
    link.update(rate=0.5, momentum=0.9)
    assert link.explain().text() == (
        "emotion→h2: an emotional link  (EmBP: rate = anxiety, momentum = confidence)\n"
        "  forward, it propagates\n"
        "    adds to net(h2) = output(emotion) · weight before = 0.5000 · 0.1500 = 0.0750\n"
        "  backward, it backpropagates\n"
        "    sensitivity                  = delta(h2) · output(emotion) = −0.0312 · 0.5000 = −0.0156\n"
        "    adds to sensitivity(emotion) = delta(h2) · weight before   = −0.0312 · 0.1500 = −0.0047\n"
        "  then it updates\n"
        "    change = confidence · last change − anxiety · sensitivity"
        " = 0.1200 · 0.0040 − 0.7500 · (−0.0156) = 0.0122\n"
        "    weight = weight before + change                          "
        " = 0.1500 + 0.0122                      = 0.1622"
    )


def test_the_worked_examples_numbers_stand_in_it():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS, rate=0.5)
    h1 = net.neuron("h1").explain().text(digits=9)
    for number in ("0.377500000", "0.593269992", "0.036350306", "0.008771355"):
        assert f" = {number}" in h1
    assert "output(h1) · (1 − output(h1))" in h1
    y1 = net.neuron("y1").explain().text(digits=9)
    assert "output(y1) − target(y1)" in y1
    assert " = 0.138498562" in y1
    for (source, target), (old, sensitivity, new) in LINKS.items():
        text = net.link(source, target).explain().text(digits=9)
        assert f"{new:.9f}" in text
        assert f"{old:.9f} + " in text
        assert f" = {sensitivity:.9f}".replace("-", "−") in text


def test_each_neuron_has_its_own_equations():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS, rate=0.5)
    assert net.neuron("y2").explain().text(digits=2).splitlines() == [
        "y2: a neuron, logistic",
        "  net(y2)         = output(h1) · weight(h1→y2) + output(h2) · weight(h2→y2) + output(bias) · weight(bias→y2)",
        "                  = 0.59 · 0.50 + 0.60 · 0.55 + 1.00 · 0.60",
        "                  = 1.22  (rounded)",
        "  output(y2)      = 1 / (1 + exp(−net(y2)))       = 1 / (1 + exp(−1.22)) =  0.77",
        "  sensitivity(y2) = output(y2) − target(y2)       = 0.77 − 0.99          = −0.22",
        "  slope(y2)       = output(y2) · (1 − output(y2)) = 0.77 · (1 − 0.77)    =  0.18",
        "  delta(y2)       = sensitivity(y2) · slope(y2)   = −0.22 · 0.18         = −0.04",
    ]


def test_the_sources_tell_what_they_give():
    net = xor_network(emotional=True)
    net.learn([0.25, 1], [1])
    first = [net.neuron(name).explain().equations[0].text() for name in ("x1", "bias", "emotion")]
    assert first == [
        "output(x1) = input 1 = 0.2500",
        "output(bias) = 1 = 1.0000",
        "output(emotion) = (input 1 + input 2) / 2 = (0.2500 + 1.0000) / 2 = 0.6250",
    ]
    assert "sensitivity(emotion) = delta(h1) · weight(emotion→h1) + " in net.neuron("emotion").explain().text()


def test_input_neurons_that_activate_say_how():
    net = Network.lernmi([1, 1])
    net.learn([0], [0])
    assert net.neuron("x1").explain().equations[0].symbols() == "1 / (1 + exp(−input 1))"


def test_the_emotions_are_explained_by_the_epoch_they_were_felt_over():
    emotions = Emotions()  # oracle: the two patterns reckoned by hand
    emotions.feel(0.75, 0.25)
    emotions.feel(0.75, 0.0625)
    assert emotions.explain().text() == (
        "Emotions: what the network feels, once per epoch  (EmBP as reconstructed)\n"
        "  average of the patterns = 0.7500\n"
        "  mean squared error      = 0.0625\n"
        "  anxiety                 = average of the patterns + mean squared error = 0.7500 + 0.0625 = 0.8125\n"
        "  confidence              = first anxiety − anxiety                      = 1.0000 − 0.8125 = 0.1875"
    )


def test_a_long_sum_leaves_out_its_middle():
    net = Network.layered([40, 2], seed=1)
    net.learn([0.5] * 40, [0, 1])
    equation = net.neuron("y1").explain().equations[0]
    assert re.fullmatch(r"output\(x1\) · .* \+ … \+ output\(bias\) · weight\(bias→y1\)", equation.symbols())
    assert equation.numbers().count("…") == 1
    assert r"+ \dots +" in equation.latex()


# The numbers are those that were used


def test_a_weight_that_was_updated_since_is_taken_back():
    net = xor_network(emotional=True)
    before = net.link("x2", "h1").weight
    net.learn([0, 1], [1], rate=0.5)
    forward, *_, change, weight = net.link("x2", "h1").explain().equations
    assert forward.value == pytest.approx(before, rel=1e-12)
    assert forward.symbols() == "output(x2) · weight before"
    assert weight.value == net.link("x2", "h1").weight
    assert change.value == net.link("x2", "h1").change


def test_the_rate_the_momentum_and_the_emotions_are_those_of_the_lesson():
    net = xor_network(emotional=True)
    net.train(datasets.xor(), epochs=3, rate=0.3, momentum=0.7)
    lesson = net.lesson
    assert lesson.anxiety != net.emotions.anxiety  # felt once more, at the epoch's end
    plain = net.link("x1", "h1").explain().text(digits=12)
    assert "− 0.300000000000 · " in plain
    assert "= 0.700000000000 · " in plain
    emotional = net.link("emotion", "h1").explain().text(digits=12)
    assert f"− {lesson.anxiety:.12f} · " in emotional
    assert f"{net.emotions.anxiety:.12f}" not in emotional


def test_a_weight_that_is_set_after_the_lesson_changes_nothing_of_what_the_lesson_did():
    net = xor_network()
    net.learn([0, 1], [1])
    link = net.link("x2", "h1")
    before, learnt = link.weight_before, link.weight
    link.weight = 3.0
    forward, _, back, change, weight = link.explain().equations
    assert forward.symbols() == "output(x2) · weight before"
    assert forward.value == before
    assert back.value == net.neuron("h1").delta * before
    assert (change.value, change.expression.reckon()) == (link.change, link.change)
    assert (weight.value, weight.remark) == (learnt, "set to 3.0000 since")
    [net_input, *_] = net.neuron("h1").explain().equations
    assert net_input.expression.reckon() == net_input.value == net.neuron("h1").net_input


def test_a_link_that_is_frozen_after_the_lesson_has_learnt_in_it():
    net = xor_network()
    net.learn([0, 1], [1])
    link = net.link("x2", "h1")
    before = link.explain()
    link.frozen = True
    assert link.explain().equations == before.equations
    assert link.explain().title == "x2→h1: a frozen link"


def test_a_link_that_is_thawed_after_the_lesson_was_frozen_in_it():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS)
    link = net.link("bias", "h1")
    before = link.explain()
    link.frozen = False
    assert link.explain().equations == before.equations


@settings(max_examples=25)
@given(seeds)
def test_explaining_changes_nothing_and_says_the_same_as_the_steps(seed):
    net, same = random_graph(seed), random_graph(seed)
    pattern = random_pattern(net, seed)
    updates = {step.subject: step.equations for step in same.steps(*pattern) if step.phase == "update"}
    net.learn(*pattern)
    held = everything(net)
    for link in net.links:
        assert [str(each) for each in link.explain().equations[-len(updates[link.name]) :]] == [
            str(each) for each in updates[link.name]
        ]
    for part in everything_in(net):
        part.explain()
    assert everything(net) == held


@settings(max_examples=25)
@given(seeds, st.integers(1, 3))
def test_after_a_lesson_every_equation_is_there_and_gives_its_value(seed, lessons):
    net = random_graph(seed, error="binary cross-entropy" if seed % 2 else "half squared")
    for number in range(lessons):
        net.learn(*random_pattern(net, number), rate=0.3, momentum=0.5)
    for part in everything_in(net):
        for equation in part.explain().equations:
            assert equation.value is not None
            assert "not computed" not in equation.remark
            assert "changed since" not in equation.remark
            if equation.expression is not None:
                assert equation.expression.reckon() == pytest.approx(equation.value, rel=1e-9, abs=1e-12)


@settings(max_examples=25)
@given(seeds, st.integers(0, 20))
def test_from_the_backward_pass_on_a_link_knows_whether_it_was_updated(seed, count):
    net = random_graph(seed)
    net.learn(*random_pattern(net, 1))
    steps = net.steps(*random_pattern(net, seed), rate=0.4, momentum=0.3)
    backward = next(step for step in steps if step.phase == "backward")
    taken = [backward, *islice(steps, count)]
    updated = {step.names for step in taken if step.phase == "update"}
    for link in net.links:
        if not link.frozen and link.sensitivity:  # of a sensitivity of 0, the change may be 0 before and after
            weight = link.explain().equations[-1]
            assert (weight.remark == "so far") == ((link.source.name, link.target.name) not in updated)


@settings(max_examples=25)
@given(seeds, st.integers(0, 60))
def test_at_every_point_of_a_lesson_the_values_are_those_that_the_objects_hold(seed, count):
    net = random_graph(seed)
    steps = net.steps(*random_pattern(net, seed))
    list(islice(steps, count))
    for neuron in net.neurons:
        held = {"net": neuron.net_input, "output": neuron.output, "sensitivity": neuron.sensitivity}
        for equation in neuron.explain().equations:
            name, value = equation.name.split("(")[0], equation.value
            assert value == held.get(name, value)
            assert (value is None) == equation.remark.startswith("not computed")


# The arithmetic that is shown


def reckoned(text):
    """What a reader gets who reckons with the text: an independent reading of it, by Python's own grammar."""
    for sign, python in {"−": "-", "·": "*", "½": "0.5", "²": "**2"}.items():
        text = text.replace(sign, python)
    text = re.sub(r"\d+(\.\d+)?(e-?\d+)?", lambda found: f"D('{found[0]}')", text)
    text = text.replace("**D('2')", "**2")

    def call(function):
        return lambda *values: Decimal(function(*map(float, values)))

    functions = {"exp": math.exp, "tanh": math.tanh, "arctan": math.atan, "ln": math.log, "max": max}
    functions["slope_of_rectifier"] = lambda net: 1.0 if net > 0 else 0.0
    names = {name: call(function) for name, function in functions.items()}
    with localcontext() as context:
        context.prec = 60
        return eval(text.replace("rectifier′", "slope_of_rectifier"), {"D": Decimal, **names})


@settings(max_examples=25)
@given(seeds, st.integers(1, 8))
def test_the_arithmetic_shown_adds_up_to_the_digits_shown_or_says_rounded(seed, digits):
    net = random_graph(seed, error="binary cross-entropy" if seed % 2 else "half squared")
    for number in range(2):
        net.learn(*random_pattern(net, number), rate=0.3, momentum=0.5)
    equations = [each for part in everything_in(net) for each in part.explain().equations]
    equations += [each for step in net.trace(*random_pattern(net, seed)) for each in step.equations]
    for equation in equations:
        numbers, result = equation.numbers(digits), equation.result(digits)
        if not numbers or "…" in numbers or equation.rounded(digits):
            continue
        shown = Decimal(result.replace("−", "-"))
        last_digit = Decimal(1).scaleb(shown.as_tuple().exponent)
        assert abs(reckoned(numbers) - shown) < last_digit / 2, equation.text(digits)


def test_most_equations_need_no_such_word():
    net = mazur_network(frozen_biases=True)
    trace = net.trace(INPUTS, TARGETS, rate=0.5)
    rounded = [equation.rounded() for step in trace for equation in step.equations]
    assert 0 < sum(rounded) < len(rounded) / 3


def test_small_and_large_numbers_are_not_hidden():
    x1, y1 = InputNeuron("x1"), Neuron("y1", "linear")
    link = Link(x1, y1, 3e-7)
    x1.output = 2.0
    assert link.explain().equations[0].text() == (
        "adds to net(y1) = output(x1) · weight = 2.0000 · 3.00e−07 = 6.00e−07"
    )
    x1.output, link.weight = 1e9, -3e9
    assert link.explain().equations[0].text() == (
        "adds to net(y1) = output(x1) · weight = 1.0000e+09 · (−3.0000e+09) = −3.0000e+18"
    )


def test_as_many_digits_as_asked_for():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS)
    link = net.link("h1", "y1")
    assert "0.4 − " not in link.explain().text(digits=1)
    assert "= 0.4\n" not in link.explain().text(digits=0)
    assert f"{link.change:.17f}".replace("-", "−") in link.explain().text(digits=17, width=400)


@pytest.mark.parametrize("digits", [-1, 2.5, "four", None])
def test_digits_that_are_none_are_refused(digits):
    explanation = xor_network().neuron("h1").explain()
    for method in (explanation.text, explanation.latex, explanation.equations[0].text):
        with pytest.raises(InputError, match="digits must be a whole number of at least 0"):
            method(digits)


# Before the values exist


def test_before_anything_happened_the_formulas_stand_there_and_the_call_that_makes_the_values():
    net = xor_network(emotional=True)
    link = net.link("x1", "h2").explain().text()
    assert "adds to net(h2) = output(x1) · weight  (not computed: net.predict(inputs) makes it)" in link
    assert (
        "change = momentum · last change − rate · sensitivity"
        "  (not computed: net.learn(inputs, targets) makes it)" in link
    )
    assert f"weight = {net.link('x1', 'h2').weight:.4f}".replace("-", "−") in link
    for neuron in net.neurons:
        for equation in neuron.explain().equations:
            assert equation.remark.startswith("not computed: net.")
    assert net.emotions.explain().equations[0].text() == (
        "anxiety = average of the patterns + mean squared error"
        "  (not computed: net.train(patterns) or net.begin(patterns) makes it)"
    )


def test_in_the_middle_of_a_lesson_what_is_to_come_is_called_so():
    net = xor_network()
    lesson = net.begin_lesson([1, 1], [0])
    net.present(lesson.inputs)
    net.propagate()
    h1 = {equation.name: equation for equation in net.neuron("h1").explain().equations}
    assert h1["net(h1)"].value == net.neuron("h1").net_input
    assert h1["delta(h1)"].remark == "not computed yet: the lesson has not come this far"


def test_after_a_prediction_the_forward_half_is_there():
    net = xor_network(emotional=True)
    net.learn([1, 1], [0])
    net.predict([0.5, 1])
    h1 = {equation.name: equation for equation in net.neuron("h1").explain().equations}
    assert h1["net(h1)"].value == net.neuron("h1").net_input
    assert h1["net(h1)"].expression is not None
    assert h1["delta(h1)"].remark == "not computed: net.learn(inputs, targets) makes it"
    assert net.neuron("emotion").explain().equations[0].numbers() == "(0.5000 + 1.0000) / 2"
    forward, sensitivity, *_ = net.link("x1", "h1").explain().equations
    assert forward.value == net.link("x1", "h1").weight * 0.5
    assert sensitivity.value is None


def test_halfway_through_a_sum_it_says_so_far():
    net = xor_network()
    for step in net.steps([0, 1], [1]):
        if step.names == ("x2", "h1"):
            break
    assert net.neuron("h1").explain().equations[0].note() == "(so far)"


def test_a_weight_that_someone_changed_since_is_noticed():
    net = xor_network()
    net.predict([1, 1])
    net.link("x1", "h1").weight = 5.0
    equation = net.neuron("h1").explain().equations[0]
    assert equation.value == net.neuron("h1").net_input
    assert equation.remark == "its links have changed since, or it does not add them up"


# Links and neurons without a network, and of other kinds


def test_links_and_neurons_that_belong_to_no_network():
    x1, bias, y1 = InputNeuron("x1"), BiasNeuron(), Neuron("y1")
    link = Link(x1, y1, 0.5)
    Link(bias, y1, 0.25)
    remark = "not computed: make a Network of it, and its learn(inputs, targets) makes this"
    assert link.explain().equations[0].remark == remark
    assert y1.explain().equations[0].remark == remark
    x1.receive(2.0)
    bias.perceive([])
    y1.open_net_input()
    for each in y1.incoming:
        each.propagate()
    y1.activate()
    assert y1.explain().equations[0].numbers() == "2.0000 · 0.5000 + 1.0000 · 0.2500"
    assert x1.explain().equations[0].text() == "output(x1) = 2.0000"
    y1.delta = -0.5
    x1.open_sensitivity()
    link.backpropagate()
    assert link.explain().equations[-2].remark == "not computed: net.update makes it"
    link.update(0.1, 0.0)
    change, weight = link.explain().equations[-2:]
    assert change.text() == "change = 0.1000  (made by Link.update, with a rate that no network noted)"
    assert weight.text() == "weight = weight before + change = 0.5000 + 0.1000 = 0.6000"


def test_a_neuron_without_links_can_be_explained():
    assert Neuron("h1").explain().text().splitlines()[0] == "h1: a neuron, logistic"
    assert InputNeuron("x1").explain().text().startswith("x1: an input neuron")


def test_a_frozen_link_stays_as_it_is():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS)
    text = net.link("bias", "h1").explain().text()
    assert text.splitlines()[0] == "bias→h1: a frozen link"
    assert "change = 0.0000  (frozen)" in text
    assert "weight = 0.3500  (it stays as it is)" in text


def test_fixed_emotions_are_what_they_were_given():
    net = xor_network(emotional=FixedEmotions(1.0, 0.0))
    assert [str(each) for each in net.emotions.explain().equations] == ["anxiety = 1.0000", "confidence = 0.0000"]
    net.learn([0, 1], [1])
    assert net.emotions.explain().equations[-1].expression is None
    assert "no epoch changes it" in net.emotions.explain().title


class Mood:
    anxiety, confidence = 0.5, 0.25

    def feel(self, average, error):
        """Unmoved."""

    def forget(self):
        """Nothing."""


class Proud(Emotions):
    def feel(self, average, error):
        super().feel(average, error)
        self.confidence = 2 * self.confidence + 1


def test_emotions_of_a_readers_own_are_shown_with_their_values():
    assert [str(each) for each in explain(Mood()).equations] == [
        "anxiety = 0.5000",
        "confidence = 0.2500",
    ]
    assert explain(Mood()).title == "Mood: what the network feels; no epoch changes it"
    proud = Proud()
    proud.feel(0.5, 0.25)
    assert [str(each) for each in proud.explain().equations[2:]] == [
        "anxiety = average of the patterns + mean squared error = 0.5000 + 0.2500 = 0.7500",
        "confidence = first anxiety − anxiety = 0.7500 − 0.7500 = 0.0000",
        "confidence = 2 · confidence so far + 1 = 2 · 0.0000 + 1 = 1.0000",
    ]


def test_a_source_of_a_readers_own():
    class Noon(Source):
        def perceive(self, inputs):
            self.output = 0.75

    x1, clock, y1 = InputNeuron("x1"), Noon("clock"), Neuron("y1")
    Link(x1, y1, 0.5), Link(clock, y1, 0.25)
    Network([x1], [y1]).learn([1], [0])
    assert clock.explain().text().splitlines()[0] == "clock: a source, Noon"
    assert clock.explain().equations[0].text() == "output(clock) = 0.75 = 0.7500"


class Halved(Emotions):
    """Half as confident."""

    def feel(self, average, error):
        super().feel(average, error)
        self.confidence = 0.5 * self.confidence


def test_emotions_of_a_readers_own_are_explained_by_what_they_do_and_so_are_the_links_that_learn_by_them():
    net = xor_network(emotional=Halved())
    net.train(datasets.xor(), epochs=2)
    *_, confidence = net.emotions.explain().equations
    assert confidence.symbols() == "½ · confidence so far"
    assert confidence.expression.reckon() == confidence.value == net.emotions.confidence
    *_, change, _ = net.link("emotion", "h1").explain().equations
    assert change.symbols() == "confidence · last change − anxiety · sensitivity"
    assert change.expression.reckon() == change.value == net.link("emotion", "h1").change


def softsign(net):
    return net / (1.0 + (net if net > 0 else -net))


def softsign_slope(net, output):
    return 1.0 / ((1.0 + (net if net > 0 else -net)) * (1.0 + (net if net > 0 else -net)))


@pytest.mark.parametrize(("given", "size"), [(1, "net(y1)"), (-1, "(−net(y1))")])
def test_an_activation_of_a_readers_own_is_explained_by_the_branch_that_it_took(given, size):
    x1, y1 = InputNeuron("x1"), Neuron("y1", Activation("softsign", softsign, softsign_slope))
    Link(x1, y1, 0.5)
    Network([x1], [y1]).learn([given], [0])
    _, output, _, slope, _ = y1.explain().equations
    assert output.symbols() == f"net(y1) / (1 + {size})"
    assert slope.symbols() == f"1 / (1 + {size})²"
    assert (output.expression.reckon(), slope.expression.reckon()) == (y1.output, softsign_slope(y1.net_input, 0))


class Multiplied(Link):
    """Multiplies what is there by what it brings."""

    def propagate(self):
        self.target.net_input *= self.source.output * self.weight


def test_a_link_of_a_readers_own_is_explained_by_what_it_does():
    class Eager(Link):
        def update(self, rate, momentum):
            super().update(2 * rate, momentum)

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Eager(x1, y1, 0.5)
    Network([x1], [y1]).learn([1], [0])
    change = link.explain().equations[-2]
    assert change.symbols() == "momentum · last change − 2 · rate · sensitivity"
    assert change.expression.reckon() == change.value == link.change


def test_a_link_that_does_not_add_says_what_it_makes_and_that_nobody_has_kept_the_sum_so_far():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Multiplied(x1, y1, 0.5)
    net = Network([x1], [y1])
    before = link.explain().equations[0]
    assert before.remark == "not computed: net.predict(inputs) makes it"
    net.learn([1], [0])
    forward = link.explain().equations[0]
    assert forward.name == "makes net(y1)"
    assert forward.symbols() == "net(y1) so far · (output(x1) · weight before)"
    assert forward.remark == "with what it was so far, which steps and traces show, and nobody has kept"
    assert y1.explain().equations[0].remark == "its links have changed since, or it does not add them up"


def test_an_update_that_keeps_too_little_is_not_made_up():
    class CountingUpdates(Link):
        """Goes by the number of its updates, and keeps it for itself."""

        def __init__(self, source, target, weight):
            super().__init__(source, target, weight)
            self.count = 0.0

        def update(self, rate, momentum):
            self.weight_before = self.weight
            self.last_change = self.change
            self.count += 1.0
            self.change = -self.count * rate * self.sensitivity
            self.weight += self.change

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = CountingUpdates(x1, y1, 0.5)
    net = Network([x1], [y1])
    net.learn([1], [0])
    *_, change, weight = link.explain().equations
    assert (change.value, change.expression) == (link.change, None)
    assert change.remark == "made by CountingUpdates.update, as steps and traces show, but nobody has kept"
    assert weight.value == link.weight
    [step] = [step for step in net.trace([1], [0]) if step.phase == "update"]
    change = next(each for each in step.equations if each.name == "change")
    assert change.expression.reckon() == change.value


def test_functions_that_no_registry_knows_are_shown_by_name():
    x1, y1 = InputNeuron("x1"), Neuron("y1", Activation("cubed", lambda net: net**3, lambda net, output: 3 * net**2))
    Link(x1, y1, 0.5)
    cubic = ErrorFunction("cubic", lambda y, t: (y - t) ** 3, lambda y, t: 3 * (y - t) ** 2)
    Network([x1], [y1], error=cubic).learn([1], [0])
    symbols = [equation.symbols() for equation in y1.explain().equations]
    assert symbols[1:4] == ["cubed(net(y1))", "cubic′(output(y1), target(y1))", "cubed′(net(y1))"]


def test_an_output_that_feeds_on_adds_what_comes_back_to_its_own_error():
    x1, y1, y2 = InputNeuron("x1"), Neuron("y1"), Neuron("y2")
    Link(x1, y1, 0.5), Link(y1, y2, 0.25)
    Network([x1], [y1, y2]).learn([1], [0, 1])
    sensitivity = y1.explain().equations[2]
    assert sensitivity.symbols() == "output(y1) − target(y1) + delta(y2) · weight(y1→y2)"
    assert sensitivity.value == y1.sensitivity


def test_a_lesson_that_failed_can_be_explained_as_far_as_it_came():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy", bias=False)
    net.link("x1", "y1").weight = 1.0
    with pytest.raises(InputError, match="binary cross-entropy needs outputs between 0 and 1"):
        net.learn([1], [1])
    _, output, sensitivity, delta = net.neuron("y1").explain().equations
    assert output.value == 1.0
    assert sensitivity.text() == "sensitivity(y1) = 0.0000  (so far)"
    assert delta.value is None


def test_values_that_ran_away_can_be_explained():
    net = Network.layered([1, 1, 1], activation="linear", seed=7)
    net.learn([1e160], [1])
    assert "weight = weight before + change" in net.link("x1", "h1").explain().text()
    assert "inf" in net.link("x1", "h1").explain().text(unicode=False)
    net.link("x1", "h1").weight = math.nan
    net.predict([1])
    text = net.neuron("h1").explain().text() + net.link("x1", "h1").explain().text(unicode=False)
    assert "net(h1)         = output(x1) · weight(x1→h1) + output(bias) · weight(bias→h1)" in text
    assert "= nan" in text


@pytest.mark.parametrize("thing", [None, "h1", 0.5, Network.layered([1, 1])])
def test_what_has_no_explanation_is_refused(thing):
    with pytest.raises(InputError, match="a link, a neuron or emotions can be explained, and this came"):
        explain(thing)


# ASCII, width, LaTeX, notebooks


@settings(max_examples=25)
@given(seeds)
def test_without_unicode_every_character_is_ascii(seed):
    net = random_graph(seed)
    for learnt in (False, True):
        if learnt:
            net.learn(*random_pattern(net, seed))
        for part in everything_in(net):
            assert part.explain().text(unicode=False).isascii()


def test_names_in_other_letters_are_escaped_in_ascii():
    text = Link(InputNeuron("größe"), Neuron("δ1"), 0.5).explain().text(unicode=False)
    assert text.splitlines()[0] == r"gr\xf6\xdfe->delta1: a link"


@pytest.mark.parametrize(("encoding", "arrow"), [("utf-8", "→"), ("ascii", "->"), ("cp1252", "->"), ("cp437", "->")])
def test_print_goes_by_what_the_console_can_show(encoding, arrow, monkeypatch):
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding))
    print(xor_network().link("x1", "h1").explain())
    print(next(xor_network().steps([0, 1], [1], by="layer")))
    sys.stdout.flush()
    assert buffer.getvalue().decode(encoding).startswith(f"x1{arrow}h1: a link")


def outside_brackets(text):
    while "(" in text:
        text = re.sub(r"\([^()]*\)", "", text)
    return text


@settings(max_examples=25)
@given(seeds, st.integers(40, 120))
def test_lines_keep_to_the_width_wherever_they_can_be_broken(seed, width):
    net = random_graph(seed)
    net.learn(*random_pattern(net, seed))
    for part in everything_in(net):
        for line in part.explain().text(width=width).splitlines()[1:]:
            if len(line) > width:
                assert " + " not in outside_brackets(line.split("=", 1)[-1]).strip()[2:], line


def test_in_columns_the_equals_signs_stand_below_each_other():
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS)
    lines = net.link("h1", "y1").explain().text().splitlines()[-2:]
    assert [place for place, sign in enumerate(lines[0]) if sign == "="] == [
        place for place, sign in enumerate(lines[1]) if sign == "="
    ]


COMMANDS = {
    *("mathrm", "frac", "partial", "delta", "Delta", "cdot", "to", "left", "right", "quad", "approx", "eta", "alpha"),
    *("mu", "dots", "max", "ln", "times", "infty"),
}


@settings(max_examples=25)
@given(seeds, st.booleans())
def test_the_latex_has_matching_braces_and_brackets_and_known_commands(seed, learnt):
    net = random_graph(seed, error="binary cross-entropy" if seed % 2 else "half squared")
    if learnt:
        net.learn(*random_pattern(net, seed))
    equations = [each for part in everything_in(net) for each in part.explain().equations]
    equations += [each for step in net.trace(*random_pattern(net, seed)) for each in step.equations]
    for equation in equations:
        latex = equation.latex()
        assert latex.replace("′", "'").isascii()
        assert set(re.findall(r"\\([a-zA-Z]+)", latex)) <= COMMANDS
        assert latex.count("{") == latex.count("}")
        assert latex.count(r"\left(") == latex.count(r"\right)")


def test_a_typesetter_understands_the_latex():
    from matplotlib.mathtext import MathTextParser

    worked = mazur_network(frozen_biases=True)
    worked.learn(INPUTS, TARGETS)
    emotional = xor_network(emotional=True, activation=["tanh", "logistic"], error="binary cross-entropy")
    emotional.learn([0, 1], [1])
    explained = [worked.neuron("h1"), worked.neuron("y2"), worked.link("h1", "y1"), worked.link("bias", "y1")]
    explained += [emotional.emotions, emotional.link("emotion", "h1"), emotional.neuron("y1")]
    for part in explained:
        for equation in part.explain().equations:
            MathTextParser("path").parse(f"${equation.latex()}$")


def test_latex_has_the_signs_of_the_field_in_an_aligned_block():
    net = xor_network(emotional=True)
    net.learn([0, 1], [1])
    latex = net.link("emotion", "h1").explain().latex()
    assert latex.startswith("\\begin{aligned}\n")
    assert latex.endswith("\n\\end{aligned}")
    assert latex.count("&=") == 5
    assert r"k \cdot \Delta w_{\mathrm{emotion} \to \mathrm{h1}}^{\mathrm{last}} - \mu \cdot \frac{\partial E}" in latex
    assert r"\delta_{\mathrm{h1}} \cdot Y_{\mathrm{emotion}}" in latex
    assert "−" not in latex
    assert r"\eta" in net.link("x1", "h1").explain().latex()


def test_rounded_results_are_about_equal_in_latex():
    from lernmi_emo.expressions.equation import Equation
    from lernmi_emo.expressions.expression import Quantity

    third = Equation("a", Quantity("b", 1 / 3) + Quantity("c", 1 / 3), 2 / 3)
    assert third.latex(digits=2).endswith(r"0.33 + 0.33 \approx 0.67")
    assert third.text(digits=2).endswith("= 0.33 + 0.33 = 0.67  (rounded)")


def test_names_are_no_commands_of_latex():
    from matplotlib.mathtext import MathTextParser

    link = Link(InputNeuron("x1"), Neuron(r"h_1 50% {h} #1 $x$ ~ a^b back\slash"), 0.5)
    for equation in link.explain().equations:
        MathTextParser("path").parse(f"${equation.latex()}$")
    assert r"\mathrm{a\&b}" in Link(InputNeuron("x1"), Neuron("a&b"), 0.5).explain().latex()


def test_notebooks_show_it():
    explanation = xor_network().link("x1", "h1").explain()
    assert isinstance(explanation, Explanation)
    assert explanation._repr_latex_() == f"$\\displaystyle {explanation.latex()}$"
    assert explanation._repr_html_().startswith("<pre>x1→h1: a link\n")
    assert "<b>" not in Neuron("<b>").explain()._repr_html_()
    assert explanation.equations[0]._repr_latex_().startswith("$")


def test_a_terminals_width_is_kept(monkeypatch):
    from lernmi_emo.expressions import writing

    class Terminal(io.StringIO):
        def fileno(self):
            return 1

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(writing.os, "get_terminal_size", lambda handle: os.terminal_size((60, 24)))
    net = mazur_network(frozen_biases=True)
    net.learn(INPUTS, TARGETS)
    assert max(map(len, str(net.neuron("h1").explain()).splitlines())) <= 60


def test_the_rectifiers_output_is_heard_and_a_form_that_loses_its_trail_is_written_by_name():
    def output_of(activation):
        net = Network.layered([1, 1], activation=activation, bias=False)
        net.links[0].weight = 0.5
        net.learn([1], [0])
        return next(each for each in net.neuron("y1").explain().equations if each.name == "output(y1)").symbols()

    cube = Activation("cube", lambda net: net**3, lambda net, output: 3 * net**2, value_form=lambda net: net**3)
    assert output_of("rectifier") == "max(0, net(y1))"
    assert output_of(cube) == "cube(net(y1))"
    assert output_of("linear") == "net(y1)"


def test_an_update_that_does_not_keep_the_weight_before_leaves_what_it_was_used_for_unsaid():
    class Plain(Link):
        def update(self, rate, momentum):
            self.weight -= rate * self.sensitivity

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Plain(x1, y1, 0.5)
    net = Network([x1], [y1])
    net.learn([1], [0])
    forward, kept, sent_back, weight = link.explain().equations
    remark = "from a weight that Plain.update has not kept"
    assert (str(forward), str(sent_back)) == (
        f"adds to net(y1)  (made by Plain.propagate, {remark})",
        f"adds to sensitivity(x1)  (made by Plain.backpropagate, {remark})",
    )
    assert (kept.value, weight.value) == (link.sensitivity, link.weight)
    assert kept.symbols() == "delta(y1) · output(x1)"
    assert y1.explain().equations[0].expression is None
    for view in ("forward", "backward", "update"):
        assert not any("nan" in each.text for each in net.scene(view).texts)


def test_explaining_a_link_that_changes_another_links_weight_names_it_and_changes_nothing():
    class Meddler(Link):
        other = None

        def propagate(self):
            super().propagate()
            if self.other is not None:
                self.other.weight *= 0.9

    x1, h1, y1 = InputNeuron("x1"), Neuron("h1"), Neuron("y1")
    meddler, other = Meddler(x1, h1, 0.5), Link(h1, y1, 0.25)
    net = Network([x1], [y1])
    net.learn([1], [0])
    Meddler.other, weight = other, other.weight
    with pytest.raises(SteppingError, match=r"Meddler\.propagate of x1→h1 changes the weight of h1→y1"):
        meddler.explain()
    assert other.weight == weight
    assert type(other) is Link
