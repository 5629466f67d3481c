"""Explaining: where the numbers of a link, a neuron or the emotions came from, as equations with their numbers.

    change = momentum · last change − rate · sensitivity = 0.0000 · 0.0000 − 0.5000 · 0.0004 = −0.0002

The numbers are those that were used: the rate, the momentum and the emotions of the lesson that the network noted
(`net.lesson`), not what they have become since; a weight that was updated after the forward pass is taken back by its
change. What is not computed yet says which call makes it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from lernmi_emo import formulas
from lernmi_emo.emotion import Emotions, FixedEmotions
from lernmi_emo.equation import Equation, Expression, Quantity, Sum
from lernmi_emo.exceptions import InputError
from lernmi_emo.explanation import Explanation
from lernmi_emo.link import EmotionalLink, Link
from lernmi_emo.network import Network
from lernmi_emo.neuron import BiasNeuron, EmotionalNeuron, InputNeuron, Neuron, Source

__all__ = ["Explanation", "explain"]


def explain(subject: Any) -> Explanation:
    """The explanation of a link, a neuron or emotions, as their own `explain` gives it.

    Raises `InputError` for anything else.

    >>> print(explain(Network.layered([1, 1], bias=False).neuron("y1")))
    y1: a neuron, logistic
      net(y1)         = weight(x1→y1) · output(x1)  (not computed: net.predict(inputs) makes it)
      output(y1)      = 1 / (1 + exp(−net(y1)))  (not computed: net.predict(inputs) makes it)
      sensitivity(y1) = output(y1) − target(y1)  (not computed: net.learn(inputs, targets) makes it)
      delta(y1)       = sensitivity(y1) · slope(y1)  (not computed: net.learn(inputs, targets) makes it)
    """
    if isinstance(subject, Link):
        return explain_link(subject)
    if isinstance(subject, Neuron):
        return explain_neuron(subject)
    if isinstance(subject, Emotions) or (hasattr(subject, "anxiety") and hasattr(subject, "confidence")):
        return explain_emotions(subject)
    hint = ": take one of its parts, such as net.neuron('h1')" if isinstance(subject, Network) else ""
    raise InputError(f"a link, a neuron or emotions can be explained, and this came: {subject!r}{hint}")


# A link


def explain_link(link: Link) -> Explanation:
    """What the link carries forward, what it carries backward and learns from, and its update.

    >>> from lernmi_emo import InputNeuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> x1.receive(0.5); print(explain_link(Link(x1, y1, weight=0.5)).text().splitlines()[2])
        brings y1   = output(x1) · weight           = 0.5000 · 0.5000 =   0.2500
    """
    source, target = link.source, link.target
    names = (source.name, target.name)
    used = weight_used(link)
    weight = formulas.weight(*names, used, "weight" if used == link.weight else "weight before")
    brought = formulas.output(source.name, source.output) * weight
    own = formulas.link_sensitivity(*names, link.sensitivity)
    kind = "a frozen link" if link.frozen else "a link"
    if isinstance(link, EmotionalLink):
        kind = kind.replace("link", "emotional link") + "  (EmBP: rate = anxiety, momentum = confidence)"
        kind = kind.replace("a emotional", "an emotional")
    return Explanation(
        f"{link.name}: {kind}",
        (
            ("forward, it propagates", (_worked_out(f"brings {target.name}", brought, _by_predicting(target)),)),
            (
                "backward, it backpropagates",
                (
                    _known(
                        own,
                        _by_learning(target),
                        formulas.delta(target.name, target.delta) * formulas.output(source.name, source.output),
                    ),
                    _worked_out(
                        f"sends {source.name}", formulas.delta(target.name, target.delta) * weight, _by_learning(target)
                    ),
                ),
            ),
            ("then it updates", _update(link, used)),
        ),
    )


def _update(link: Link, used: float) -> tuple[Equation, ...]:
    rate, momentum = settings_of(link)
    kind = "frozen" if link.frozen else "emotional" if isinstance(link, EmotionalLink) else ""
    names = (link.source.name, link.target.name)
    if link.frozen:
        return formulas.update(names, (0.0, 0.0, 0.0, 0.0, used, link.change, link.weight), kind, "")
    carried = formulas.momentum_of(kind, momentum) * formulas.change(*names, link.last_change, "last change")
    formula = carried - formulas.rate_of(kind, rate) * formulas.link_sensitivity(*names, link.sensitivity)
    if not was_updated(link):
        if rate is None and link.sensitivity is not None:
            remark = "not computed: link.update(rate, momentum) makes it"
        else:
            remark = _by_learning(link.target)
        return (
            Equation("change", formula, None, remark, formulas.change(*names, None).latex),
            Equation("weight", None, link.weight, "so far", formulas.weight(*names, None).latex),
        )
    change = formulas.change(*names, link.change)
    shown = formula if rate is not None and momentum is not None else None
    method = f"{type(link).__name__}.update" if rate is not None else "link.update, with a rate that no network noted"
    before = formulas.weight(*names, used, "weight before")
    return (
        formulas.equal(change, shown, method=method),
        Equation("weight", before + change, link.weight, "", formulas.weight(*names, None).latex),
    )


def settings_of(link: Link) -> tuple[float | None, float | None]:
    """The rate and momentum that the link learns with in its network's lesson; None where there is no telling.

    >>> net = Network.layered([1, 1], rate=0.25)
    >>> error = net.learn([1], [1]); settings_of(net.link("x1", "y1"))
    (0.25, 0.0)
    """
    lesson = None if link.target.network is None else link.target.network.lesson
    if isinstance(link, EmotionalLink):
        if lesson is not None:
            return lesson.anxiety, lesson.confidence
        return link.source.emotions.anxiety, link.source.emotions.confidence
    return (None, None) if lesson is None else (lesson.rate, lesson.momentum)


def was_updated(link: Link) -> bool:
    """Whether the link's change is the one that its present sensitivity makes: whether it was updated in this pass.

    >>> net = Network.layered([1, 1])
    >>> error = net.learn([1], [1]); was_updated(net.link("x1", "y1"))
    True
    """
    if link.sensitivity is None or link.frozen:
        return False
    rate, momentum = settings_of(link)
    if rate is None or momentum is None or type(link).update not in (Link.update, EmotionalLink.update):
        return link.change != 0.0
    due = momentum * link.last_change - rate * link.sensitivity
    return due == link.change or (math.isnan(due) and math.isnan(link.change))


def weight_used(link: Link) -> float:
    """The weight as it was in this pass, before its update.

    >>> net = Network.layered([1, 1], seed=7)
    >>> before = net.link("x1", "y1").weight
    >>> error = net.learn([1], [1]); abs(weight_used(net.link("x1", "y1")) - before) < 1e-15
    True
    """
    return link.weight - link.change if was_updated(link) else link.weight


# A neuron


def explain_neuron(neuron: Neuron) -> Explanation:
    """Its net input, output, sensitivity and delta; of a source, its output and its sensitivity.

    >>> net = Network.layered([1, 1], bias=False)
    >>> answer = net.predict([1]); print(net.neuron("x1").explain().text().splitlines()[1])
      output(x1)      = input 1 = 1.0000
    """
    name, kind = neuron.name, neuron.activation.name
    made = f"{type(neuron).__name__}"
    forward, backward = _by_predicting(neuron), _by_learning(neuron)
    output = formulas.output(name, neuron.output)
    sensitivity = formulas.sensitivity(name, neuron.sensitivity)
    if isinstance(neuron, Source):
        equations = [_given(neuron, output, forward)]
        if neuron.outgoing:
            equations.append(_sum(sensitivity, _sent_back(neuron), backward))
        return Explanation(f"{name}: {SOURCES.get(type(neuron), 'a source')}", (("", tuple(equations)),))
    net = formulas.net_input(name, neuron.net_input)
    slope = formulas.Quantity(f"slope({name})", _slope(neuron), rf"f'\left({net.latex}\right)")
    value = formulas.activated(kind, net, output) or formulas.Call(kind, (net,), outcome=neuron.output)
    steep = formulas.slope_formula(kind, net, output) or formulas.Call(f"{kind}′", (net,), outcome=slope.number)
    delta = formulas.delta(name, neuron.delta)
    equations = [
        _sum(
            net,
            [
                formulas.weight(link.source.name, name, weight_used(link))
                * formulas.output(link.source.name, link.source.output)
                for link in neuron.incoming
            ],
            forward,
        ),
        _known(output, forward, value, formulas.Call(kind, (net,), outcome=neuron.output), made=f"{made}.activate"),
        *_sensitivity(neuron, sensitivity, backward),
        *(
            [formulas.equal(slope, steep, formulas.Call(f"{kind}′", (net,), outcome=slope.number))]
            if neuron.delta is not None
            else []
        ),
        _known(delta, backward, sensitivity * slope, made=f"{made}.take_delta"),
    ]
    return Explanation(f"{name}: a neuron, {kind}", (("", tuple(equations)),))


SOURCES: dict[type, str] = {
    InputNeuron: "an input neuron, it gives one value of the pattern",
    BiasNeuron: "the bias neuron, it always gives 1",
    EmotionalNeuron: "the emotional neuron, it gives the average of the pattern (EmBP as reconstructed)",
}


def _given(source: Neuron, output: Quantity, remark: str) -> Equation:
    if source.output is None:
        return Equation(output.symbol, None, None, remark, output.latex)
    if isinstance(source, BiasNeuron):
        return formulas.equal(output, formulas.ONE)
    network = source.network
    if network is None:
        return Equation(output.symbol, None, source.output, "", output.latex)
    if source in network.inputs:
        place = network.inputs.index(source)  # type: ignore[arg-type]  # it was found there
        value = None if network.lesson is None else network.lesson.inputs[place]
        received = Quantity(f"input {place + 1}", source.output if value is None else value, f"X_{{{place + 1}}}")
        return formulas.equal(output, received, formulas.activated(source.activation.name, received, output))
    inputs = [each.output for each in network.inputs] if network.lesson is None else network.lesson.inputs
    return formulas.equal(output, formulas.average_of(inputs), method=f"{type(source).__name__}.perceive")


def _sensitivity(neuron: Neuron, sensitivity: Quantity, remark: str) -> list[Equation]:
    """Of an output neuron: from its target (and its outgoing links, if it has any). Of another, from its links."""
    network = neuron.network
    back: list[Expression] = _sent_back(neuron)
    if network is None or neuron not in network.outputs:
        return [_sum(sensitivity, back, remark)]
    wanted = None if network.lesson is None else network.lesson.targets[network.outputs.index(neuron)]
    target = formulas.target(neuron.name, wanted)
    _, slopes = formulas.error_formulas(
        network.error_function.name, formulas.output(neuron.name, neuron.output), target
    )
    slope = slopes[0] if slopes and slopes[0] else formulas.Call(f"{network.error_function.name}′", ())
    return [_sum(sensitivity, [slope, *back], remark)]


def _sent_back(neuron: Neuron) -> list[Expression]:
    return [
        formulas.weight(neuron.name, link.target.name, weight_used(link))
        * formulas.delta(link.target.name, link.target.delta)
        for link in neuron.outgoing
    ]


def _slope(neuron: Neuron) -> float | None:
    return None if neuron.delta is None else neuron.activation.slope(neuron.net_input, neuron.output)


# The emotions


def explain_emotions(emotions: Any) -> Explanation:
    """Anxiety and confidence, from the epoch they were felt over.

    >>> emotions = Emotions(); emotions.feel(0.75, 0.25); emotions.feel(0.75, 0.0625)
    >>> print(emotions.explain().text().splitlines()[3])
      anxiety                 = average of the patterns + mean squared error = 0.7500 + 0.0625 =   0.8125
    """
    values = [
        getattr(emotions, name, None) for name in ("average", "error", "initial_anxiety", "anxiety", "confidence")
    ]
    made = f"{type(emotions).__name__}.feel"
    if isinstance(emotions, FixedEmotions):
        made = "FixedEmotions: no epoch changes it"
    if values[3] is None:
        remark = "not computed: net.train(patterns), net.begin(patterns) or a first net.learn(inputs, targets) makes it"
        equations = [each for each in formulas.feel((), (None, None, None, None, None), "", "")]
        equations = [Equation(each.name, _MOOD.get(each.name), None, remark, each.latex_name) for each in equations]
    else:
        equations = list(formulas.feel((), values, "", made))
        equations = [each for each in equations if each.value is not None]
    return Explanation(
        f"{type(emotions).__name__}: what the network feels, once per epoch (EmBP as reconstructed)",
        (("", tuple(equations)),),
    )


_MOOD: dict[str, Expression] = {
    "anxiety": Quantity("average of the patterns", None) + Quantity("mean squared error", None),
    "confidence": Quantity("first anxiety", None) - Quantity("anxiety", None),
}


# What is there, and what is missing


def _known(what: Quantity, remark: str, *expressions: Expression, made: str = "") -> Equation:
    """The quantity's equation; its formula and the remark where it has no value yet."""
    if what.number is None:
        return Equation(what.symbol, expressions[0], None, remark, what.latex)
    return formulas.equal(what, *expressions, method=made)


def _worked_out(name: str, expression: Expression, remark: str) -> Equation:
    """What a link carries: no object keeps it, so it is worked out here."""
    value = expression.value()
    return Equation(name, expression, None, remark) if math.isnan(value) else Equation(name, expression, value)


def _sum(what: Quantity, terms: Sequence[Expression], remark: str) -> Equation:
    """A sum that links brought; a remark where these terms no longer give it."""
    whole: Expression = Sum(tuple((1, term) for term in terms)) if len(terms) > 1 else terms[0]
    if what.number is None:
        return Equation(what.symbol, whole, None, remark, what.latex)
    value = whole.value()
    if math.isclose(value, what.number, rel_tol=1e-9, abs_tol=1e-12) or not math.isfinite(value):
        return Equation(what.symbol, whole, what.number, "", what.latex)
    return Equation(
        what.symbol, None, what.number, "its links have changed since, or it does not add them up", what.latex
    )


def _by_predicting(neuron: Neuron) -> str:
    return "not computed: net.predict(inputs) makes it" if neuron.network is not None else NO_NETWORK


def _by_learning(neuron: Neuron) -> str:
    return "not computed: net.learn(inputs, targets) makes it" if neuron.network is not None else NO_NETWORK


NO_NETWORK = "not computed: build a Network of it, and its learn(inputs, targets) makes it"
