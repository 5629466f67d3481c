"""The formulas of learning, as equations to look at: one function for each message that neurons and links send.

Nothing is learnt from here. Each function takes the names and the numbers of a message that was sent, and writes down
where its result came from. A formula that does not give that result to the last bit (a neuron or link of your own may
reckon otherwise) is not shown: the equation then names the method that made the number.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lernmi_emo.activation import ACTIVATIONS
from lernmi_emo.equation import Call, Constant, Equation, Expression, Negative, Quantity, Square, Sum, latex_words
from lernmi_emo.error import ERROR_FUNCTIONS

ONE = Constant(1, "1")
ZERO = Constant(0, "0")
HALF = Constant(0.5, "½", r"\tfrac{1}{2}")
Numbers = Sequence[float]


# The quantities and their symbols


def net_input(neuron: str, value: float | None, so_far: str = "") -> Quantity:
    """net(h1): the sum that incoming links brought."""
    return Quantity(f"net({neuron}){so_far}", value, rf"\mathrm{{net}}_{{{latex_words(neuron)}}}")


def output(neuron: str, value: float | None) -> Quantity:
    """output(h1), in LaTeX Y."""
    return Quantity(f"output({neuron})", value, f"Y_{{{latex_words(neuron)}}}")


def sensitivity(neuron: str, value: float | None, so_far: str = "") -> Quantity:
    """sensitivity(h1): ∂E/∂Y, the sum that outgoing links sent back."""
    symbol = rf"\frac{{\partial E}}{{\partial Y_{{{latex_words(neuron)}}}}}"
    return Quantity(f"sensitivity({neuron}){so_far}", value, symbol)


def delta(neuron: str, value: float | None) -> Quantity:
    """delta(h1): δ = ∂E/∂net."""
    return Quantity(f"delta({neuron})", value, rf"\delta_{{{latex_words(neuron)}}}")


def target(neuron: str, value: float | None) -> Quantity:
    """target(y1), in LaTeX T."""
    return Quantity(f"target({neuron})", value, f"T_{{{latex_words(neuron)}}}")


def weight(source: str, goal: str, value: float | None, word: str = "") -> Quantity:
    """weight(x1→h1), or another word where the link is plain to see."""
    return Quantity(word or f"weight({source}→{goal})", value, f"w_{{{_ends(source, goal)}}}")


def link_sensitivity(source: str, goal: str, value: float | None) -> Quantity:
    """sensitivity of a link: ∂E/∂w."""
    return Quantity("sensitivity", value, rf"\frac{{\partial E}}{{\partial w_{{{_ends(source, goal)}}}}}")


def change(source: str, goal: str, value: float | None, word: str = "change") -> Quantity:
    """change, or last change, of a link's weight."""
    mark = "" if word == "change" else r"^{\mathrm{last}}"
    return Quantity(word, value, rf"\Delta w_{{{_ends(source, goal)}}}{mark}")


def _ends(source: str, goal: str) -> str:
    return rf"{latex_words(source)} \to {latex_words(goal)}"


def equal(what: Quantity, *expressions: Expression | None, method: str = "") -> Equation:
    """This quantity, by the first of these expressions that gives its value to the last bit, or else by a method."""
    for expression in expressions:
        if expression is not None and what.number is not None and _same(expression, what.number):
            return Equation(what.symbol, expression, what.number, latex_name=what.latex)
    return Equation(what.symbol, None, what.number, f"made by {method}" * bool(method), what.latex)


def _same(expression: Expression, value: float) -> bool:
    try:
        reckoned = expression.value()
    except ArithmeticError:  # as exp(1000): the library's own formula stays clear of it
        return False
    except ValueError:
        return False
    return reckoned == value or (math.isnan(reckoned) and math.isnan(value))


# Forward


def perceive(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """What a source gives: the emotional neuron, the pattern's average; the bias neuron, 1."""
    *inputs, given = values
    average = ONE if kind == "bias" else average_of(inputs)
    return (equal(output(names[0], given), average, method=method),)


def average_of(inputs: Numbers) -> Expression:
    """(input 1 + input 2 + …) / n."""
    terms = tuple((1, Quantity(f"input {place}", value, f"X_{{{place}}}")) for place, value in enumerate(inputs, 1))
    return Sum(terms) / Constant(len(inputs), str(len(inputs))) if len(terms) > 1 else terms[0][1]


def present(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """What the input neurons received and give."""
    count = len(names)
    equations = []
    for place, name in enumerate(names):
        received = Quantity(f"input {place + 1}", values[place], f"X_{{{place + 1}}}")
        given = output(name, values[count + place])
        others = [activated(each, received, given) for each in ("logistic", *sorted(ACTIVATIONS))]
        equations.append(equal(given, received, *others, method=method))
    return tuple(equations)


def propagate(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """net(target) += output(source) · weight."""
    source, goal = names
    before, given, factor, after = values
    brought = output(source, given) * weight(source, goal, factor, "weight")
    return (equal(net_input(goal, after), net_input(goal, before, " so far") + brought, method=method),)


def activate(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """output = f(net)."""
    net, result = net_input(names[0], values[0]), output(names[0], values[1])
    return (equal(result, activated(kind, net, result), named(kind, net), Call(kind, (net,), outcome=values[1])),)


def activated(kind: str, net: Quantity, result: Quantity) -> Expression | None:
    """The formula of a known activation."""
    if kind == "logistic":
        return ONE / (ONE + Call("exp", (Negative(net),), math.exp, "e^{}"))
    if kind == "rectifier":
        return Call("max", (ZERO, net), max, r"\max\left({}\right)")
    return net if kind == "linear" else named(kind, net)


def named(kind: str, net: Quantity) -> Expression | None:
    """tanh(net), for any activation that is registered under its name."""
    known = ACTIVATIONS.get(kind)
    return None if known is None else Call(kind, (net,), known.value)


# The error


def compare(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """An output's part of the error, and where the backward pass begins: its sensitivity."""
    name = names[0]
    given, wanted, error_before, sensitivity_before, error, result = values
    before = Quantity("error so far", error_before, "E")
    value, slope = error_formulas(kind, output(name, given), target(name, wanted))
    whole = [None if each is None else before + each for each in value]
    begun = [None if each is None else sensitivity(name, sensitivity_before, " so far") + each for each in slope]
    start = slope if sensitivity_before == 0.0 else []
    return (
        equal(Quantity("error", error, "E"), *whole, method=f"the error function {kind}"),
        equal(sensitivity(name, result), *start, *begun, method=f"the error function {kind}"),
    )


def error_formulas(
    kind: str, given: Quantity, wanted: Quantity
) -> tuple[list[Expression | None], list[Expression | None]]:
    """The value and the slope of a known error function, or else by its name."""
    values: list[Expression | None] = []
    slopes: list[Expression | None] = []
    if kind == "half squared":
        values.append(HALF * Square(given - wanted))
        slopes.append(given - wanted)
    if kind == "binary cross-entropy":
        logarithm = Call("ln", (given,), math.log, r"\ln\left({}\right)")
        other = Call("ln", (ONE - given,), math.log, r"\ln\left({}\right)")
        values.append(Negative(wanted * logarithm + (ONE - wanted) * other))
        slopes.append((given - wanted) / (given * (ONE - given)))
    known = ERROR_FUNCTIONS.get(kind)
    if known is not None:
        values.append(Call(kind, (given, wanted), known.value))
        slopes.append(Call(f"{kind}′", (given, wanted), known.slope))
    return values, slopes


# Backward


def take_delta(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """delta = sensitivity · f'(net), after the slope itself."""
    name = names[0]
    sent_back, net, given, steepness, result = values
    slope = Quantity(f"slope({name})", steepness, rf"f'\left(\mathrm{{net}}_{{{latex_words(name)}}}\right)")
    formula = slope_formula(kind, net_input(name, net), output(name, given))
    by_name = Call(f"{kind}′", (net_input(name, net),), outcome=steepness)
    return (
        equal(slope, formula, by_name),
        equal(delta(name, result), sensitivity(name, sent_back) * slope, method=method),
    )


def slope_formula(kind: str, net: Quantity, given: Quantity) -> Expression | None:
    """The slope of a known activation, in its net input or its output."""
    if kind == "logistic":
        return given * (ONE - given)
    if kind == "tanh":
        return ONE - Square(given)
    if kind == "arctan":
        return ONE / (ONE + Square(net))
    return ONE if kind == "linear" else None


def backpropagate(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """∂E/∂weight = delta(target) · output(source), and sensitivity(source) += delta(target) · weight."""
    source, goal = names
    back, given, factor, before, own, after = values
    sent = delta(goal, back) * weight(source, goal, factor, "weight")
    return (
        equal(link_sensitivity(source, goal, own), delta(goal, back) * output(source, given), method=method),
        equal(sensitivity(source, after), sensitivity(source, before, " so far") + sent, method=method),
    )


# Update


def update(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """change = momentum · last change − rate · ∂E/∂weight, and weight += change."""
    source, goal = names
    rate, momentum, last, own, before, result, after = values
    if kind == "frozen":
        kept = weight(source, goal, before, "weight")
        return (
            Equation("change", ZERO, result, "frozen", change(source, goal, result).latex),
            Equation("weight", None, after, "stays as it is", kept.latex),
        )
    carried = momentum_of(kind, momentum) * change(source, goal, last, "last change")
    step = rate_of(kind, rate) * link_sensitivity(source, goal, own)
    new = change(source, goal, result)
    return (
        equal(new, carried - step, method=method),
        equal(
            weight(source, goal, after, "weight"), weight(source, goal, before, "weight before") + new, method=method
        ),
    )


def rate_of(kind: str, value: float | None) -> Quantity:
    """rate η; for an emotional link its anxiety μ."""
    return Quantity("anxiety", value, r"\mu") if kind == "emotional" else Quantity("rate", value, r"\eta")


def momentum_of(kind: str, value: float | None) -> Quantity:
    """momentum α; for an emotional link its confidence k."""
    return Quantity("confidence", value, "k") if kind == "emotional" else Quantity("momentum", value, r"\alpha")


# The emotions


def feel(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """anxiety = average + error, and confidence = initial anxiety − anxiety."""
    average, error, initial, anxiety, confidence = values
    mood = Quantity("anxiety", anxiety, r"\mu")
    patterns = Quantity("average of the patterns", average, r"Y_{\mathrm{AvPAT}}")
    wrong = Quantity("mean squared error", error, "E")
    first = Quantity("first anxiety", initial, r"\mu_0")
    return (
        equal(patterns),
        equal(wrong),
        equal(mood, patterns + wrong, method=method),
        equal(Quantity("confidence", confidence, "k"), first - mood, method=method),
    )


def open_sums(names: Sequence[str], values: Numbers, kind: str, method: str) -> tuple[Equation, ...]:
    """The sums begin, at 0 where they are sums."""
    make = net_input if kind == "net_input" else sensitivity
    return tuple(equal(make(name, value), ZERO, method=method) for name, value in zip(names, values))


EQUATIONS = {
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
