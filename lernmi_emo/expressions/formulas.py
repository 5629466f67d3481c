"""The formulas of learning, as equations to look at: one function for each message that neurons and links send.

Nothing is learnt from here. Each function is handed the names and the numbers of a message that was sent, in the order
of `Step.values`, and writes down where its results came from. A formula that does not give the result to the last bit
is not shown, for a neuron or link of a reader's own may do otherwise: the equation then names the method instead.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.expressions import symbols
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.expression import Expression, Quantity
from lernmi_emo.expressions.symbols import ONE, SO_FAR, ZERO
from lernmi_emo.expressions.written import activations, add, average, error_slopes, error_values, slopes

Names = Sequence[str]
Numbers = Sequence[float | None]
Equations = tuple[Equation, ...]


def equal(what: Quantity, *formulas: Expression | None, made: str = "") -> Equation:
    """This quantity by the first of these formulas that gives its value to the last bit, or else as made by a method.

    >>> print(equal(Quantity("b", 0.5), ONE, symbols.HALF))
    b = ½ = 0.5000
    """
    for formula in formulas:
        if formula is not None and what.value is not None and _gives(formula, what.value):
            return Equation(what.symbol, formula, what.value, "", what.latex)
    return Equation(what.symbol, None, what.value, f"made by {made}" if made else "", what.latex)


def _gives(formula: Expression, value: float) -> bool:
    reckoned = reckon(formula)
    return reckoned == value or (math.isnan(reckoned) and math.isnan(value))


def reckon(formula: Expression) -> float:
    """What a formula comes to; not a number, where there is no reckoning it: exp(1000), or a division by 0.

    >>> reckon(ONE / ZERO)
    nan
    """
    try:
        return float(formula.reckon())
    except (ArithmeticError, ValueError, TypeError):
        return math.nan


def update_kind(link: Link) -> str:
    """What the formula of the link's update depends on: frozen, emotional, or neither.

    >>> from lernmi_emo import Network
    >>> update_kind(Network.layered([1, 1], emotional=True).link("emotion", "y1"))
    'emotional'
    """
    return "frozen" if link.frozen else "emotional" if isinstance(link, EmotionalLink) else ""


# Forward


def present(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """What the input neurons received and give; `kind` is their activation."""
    received = [symbols.pattern_input(place, value) for place, value in enumerate(values[: len(names)], 1)]
    given = [symbols.output(name, value) for name, value in zip(names, values[len(names) :])]
    return tuple(
        equal(output, x, *activations(kind, x, output.value), made=method) for x, output in zip(received, given)
    )


def perceive(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """What another source gives: 1, if `kind` is bias; the pattern's average, if it is emotional."""
    *inputs, given = values
    formula = ONE if kind == "bias" else average(inputs) if kind == "emotional" else None
    return (equal(symbols.output(names[0], given), formula, made=method),)


def open_sums(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """Sums that links will add to begin at 0; `kind` is net_input or sensitivity."""
    quantity = symbols.net_input if kind == "net_input" else symbols.sensitivity
    return tuple(equal(quantity(name, value), ZERO, made=method) for name, value in zip(names, values))


def propagate(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """net(target) += output(source) · weight."""
    source, goal = names
    before, output, weight, after = values
    brought = symbols.output(source, output) * symbols.weight(source, goal, weight)
    return (equal(symbols.net_input(goal, after), symbols.net_input(goal, before, SO_FAR) + brought, made=method),)


def net_sum(names: Sequence[Names], values: Sequence[Numbers]) -> Equation:
    """What all the links into one neuron brought, from the names and the numbers of each."""
    brought = [
        symbols.output(source, output) * symbols.weight(source, goal, weight, named=True)
        for (source, goal), (_, output, weight, _) in zip(names, values)
    ]
    goal = names[-1][1]
    return equal(symbols.net_input(goal, values[-1][-1]), add(brought), made=f"the links into {goal}")


def activate(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """output = f(net), where `kind` is f's name."""
    net, output = symbols.net_input(names[0], values[0]), symbols.output(names[0], values[1])
    return (equal(output, *activations(kind, net, output.value)),)


# The error


def compare(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """An output's part of the error, and its sensitivity, where the backward pass begins; `kind` names the function."""
    name = names[0]
    given, wanted, error_before, sensitivity_before, error, sensitivity = values
    output, target = symbols.output(name, given), symbols.target(name, wanted)
    so_far, sent_so_far = symbols.error(error_before, SO_FAR), symbols.sensitivity(name, sensitivity_before, SO_FAR)
    slopes = error_slopes(kind, output, target)
    made = f"the error function {kind}"
    return (
        equal(symbols.error(error), *(so_far + each for each in error_values(kind, output, target)), made=made),
        equal(symbols.sensitivity(name, sensitivity), *slopes, *(sent_so_far + each for each in slopes), made=made),
    )


# Backward


def take_delta(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """delta = sensitivity · slope, after the slope itself; `kind` is the activation's name."""
    name = names[0]
    sent_back, net, output, steepness, result = values
    slope = symbols.slope(name, steepness)
    delta = equal(symbols.delta(name, result), symbols.sensitivity(name, sent_back) * slope, made=method)
    if delta.expression is None:
        return (delta,)
    return (equal(slope, *slopes(kind, symbols.net_input(name, net), symbols.output(name, output), steepness)), delta)


def backpropagate(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """∂E/∂weight = delta(target) · output(source), and sensitivity(source) += delta(target) · weight."""
    source, goal = names
    delta, output, weight, before, own, after = values
    back = symbols.delta(goal, delta)
    sent = symbols.sensitivity(source, before, SO_FAR) + back * symbols.weight(source, goal, weight)
    return (
        equal(symbols.link_sensitivity(source, goal, own), back * symbols.output(source, output), made=method),
        equal(symbols.sensitivity(source, after), sent, made=method),
    )


# Update


def update(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """change = momentum · last change − rate · ∂E/∂weight, and weight += change; `kind` may be emotional or frozen."""
    source, goal = names
    *_, before, result, after = values
    change, weight = symbols.change(source, goal, result), symbols.weight(source, goal, after)
    if kind == "frozen":
        return (
            Equation(change.symbol, None, result, "frozen", change.latex),
            Equation(weight.symbol, None, after, "it stays as it is", weight.latex),
        )
    return (
        equal(change, change_formula(names, values, kind), made=method),
        equal(weight, symbols.weight(source, goal, before, "before") + change, made=method),
    )


def change_formula(names: Names, values: Numbers, kind: str) -> Expression:
    """momentum · last change − rate · sensitivity, from the first four of an update's numbers.

    >>> print(change_formula(("emotion", "h1"), (0.75, 0.12, 0.004, -0.0156), "emotional"))
    confidence · last change − anxiety · sensitivity
    """
    source, goal = names
    rate, momentum, last, own = values[:4]
    emotional = kind == "emotional"
    carried = symbols.momentum(momentum, emotional=emotional) * symbols.last_change(source, goal, last)
    return carried - symbols.rate(rate, emotional=emotional) * symbols.link_sensitivity(source, goal, own)


# The emotions


def feel(names: Names, values: Numbers, kind: str, method: str) -> Equations:
    """The epoch's two numbers, and the emotions they make; `kind` is fixed where no epoch moves them."""
    given = [equal(what) for what in _epoch(values) if what.value is not None]
    felt = [equal(what, None if kind == "fixed" else formula, made=method) for what, formula in mood_formulas(values)]
    return (*given, *felt)


def mood_formulas(values: Numbers) -> list[tuple[Quantity, Expression]]:
    """anxiety = average + error, and confidence = first anxiety − anxiety.

    >>> for what, formula in mood_formulas((None, None, None, None, None)):
    ...     print(what, "=", formula)
    anxiety = average of the patterns + mean squared error
    confidence = first anxiety − anxiety
    """
    average, error = _epoch(values)
    _, _, first, anxiety, confidence = values
    felt = symbols.rate(anxiety, emotional=True)
    return [
        (felt, average + error),
        (symbols.momentum(confidence, emotional=True), Quantity("first anxiety", first, r"\mu_0") - felt),
    ]


def _epoch(values: Numbers) -> tuple[Quantity, Quantity]:
    average = Quantity("average of the patterns", values[0], r"Y_{\mathrm{AvPAT}}")
    return average, Quantity("mean squared error", values[1], "E")


EQUATIONS: dict[str, Callable[[Names, Numbers, str, str], Equations]] = {
    "feel": feel,
    "present": present,
    "perceive": perceive,
    "open_net_input": open_sums,
    "propagate": propagate,
    "activate": activate,
    "open_sensitivity": open_sums,
    "compare": compare,
    "take_delta": take_delta,
    "backpropagate": backpropagate,
    "update": update,
}
