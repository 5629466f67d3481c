"""Activations, error functions and averages as expressions.

Each function lists ways of writing the same thing, the most telling first: the formula, where it is known here, and
then the function by its name. Whoever writes an equation takes the first that gives the very number that was computed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lernmi_emo.core.activation import ACTIVATIONS
from lernmi_emo.core.error import ERROR_FUNCTIONS
from lernmi_emo.expressions import symbols
from lernmi_emo.expressions.expression import Call, Constant, Expression, Negative, Square, Sum
from lernmi_emo.expressions.symbols import HALF, ONE, ZERO


def activations(kind: str, net: Expression, gave: float | None) -> list[Expression]:
    """Ways of writing an activation of this name.

    >>> for each in activations("logistic", symbols.net_input("h1", 0.0), 0.5)[:2]:
    ...     print(each)
    1 / (1 + exp(−net(h1)))
    logistic(net(h1))
    """
    ways: list[Expression] = []
    if kind == "logistic":
        ways.append(ONE / (ONE + Call("exp", (Negative(net),), math.exp, "e^{{}}")))
    if kind == "rectifier":
        ways.append(Call("max", (ZERO, net), max, r"\max\left({}\right)"))
    if kind == "linear":
        ways.append(net)
    if kind in ACTIVATIONS:
        ways.append(Call(kind, (net,), ACTIVATIONS[kind].value))
    return [*ways, Call(kind, (net,), gave=gave)]


def slopes(kind: str, net: Expression, output: Expression, gave: float | None) -> list[Expression]:
    """Ways of writing an activation's slope.

    >>> print(slopes("logistic", symbols.net_input("h1", 0.0), symbols.output("h1", 0.5), 0.25)[0])
    output(h1) · (1 − output(h1))
    """
    known: dict[str, Expression] = {
        "logistic": output * (ONE - output),
        "tanh": ONE - Square(output),
        "arctan": ONE / (ONE + Square(net)),
        "linear": ONE,
    }
    by_name = Call(f"{kind}′", (net,), gave=gave)
    return [known[kind], by_name] if kind in known else [by_name]


def error_values(kind: str, output: Expression, target: Expression) -> list[Expression]:
    """Ways of writing an error function.

    >>> print(error_values("half squared", symbols.output("y1", 0.5), symbols.target("y1", 1.0))[0])
    ½ · (output(y1) − target(y1))²
    """
    ways: list[Expression] = []
    if kind == "half squared":
        ways.append(HALF * Square(output - target))
    if kind == "binary cross-entropy":
        right, wrong = (Call("ln", (each,), math.log, r"\ln\left({}\right)") for each in (output, ONE - output))
        ways.append(Negative(target * right + (ONE - target) * wrong))
    if kind in ERROR_FUNCTIONS:
        ways.append(Call(kind, (output, target), ERROR_FUNCTIONS[kind].value))
    return ways


def error_slopes(kind: str, output: Expression, target: Expression) -> list[Expression]:
    """Ways of writing an error function's slope.

    >>> print(error_slopes("half squared", symbols.output("y1", 0.5), symbols.target("y1", 1.0))[0])
    output(y1) − target(y1)
    """
    ways: list[Expression] = []
    if kind == "half squared":
        ways.append(output - target)
    if kind == "binary cross-entropy":
        ways.append((output - target) / (output * (ONE - output)))
    if kind in ERROR_FUNCTIONS:
        ways.append(Call(f"{kind}′", (output, target), ERROR_FUNCTIONS[kind].slope))
    return ways


def average(inputs: Sequence[float | None]) -> Expression:
    """The average of a pattern's inputs.

    >>> print(average([0.0, 1.0]))
    (input 1 + input 2) / 2
    """
    terms = [symbols.pattern_input(place, value) for place, value in enumerate(inputs, 1)]
    return add(terms) / Constant(len(terms), str(len(terms))) if len(terms) > 1 else terms[0]


def add(terms: Sequence[Expression]) -> Expression:
    """Their sum.

    >>> print(add([ONE, HALF]))
    1 + ½
    """
    return terms[0] if len(terms) == 1 else Sum(tuple((1, term) for term in terms))
