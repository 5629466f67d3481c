"""A condition to run to, such as `h2.delta > 0.1` or `abs(emotion→h2.change) > 0.1 and error < 0.5`.

It is a language of its own, so that a condition from anywhere can do nothing but compare numbers:

    condition   = all { "or" all }
    all         = each { "and" each }
    each        = "not" each | "(" condition ")" | sum ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum
    sum         = product { ( "+" | "-" ) product }
    product     = factor { ( "*" | "/" ) factor }
    factor      = "-" factor | number | value | "abs" "(" sum ")" | "(" sum ")"
    value       = neuron "." attribute | source "→" target "." attribute | "error" | an emotion

`->` will do for `→`. A name that has other signs in it than letters, digits, "_" and "." stands in quotes:
`"my neuron".delta`. A comparison with a value that is not computed yet is false.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from lernmi_emo.support.exceptions import InputError, NameNotFoundError, NotComputedError, suggest
from lernmi_emo.terminal.tokens import EXAMPLE, LONGEST, TOKEN, Tokens
from lernmi_emo.toolbox import Network
from lernmi_emo.watching.finding import find_part
from lernmi_emo.watching.formula import part_word
from lernmi_emo.watching.parts import ATTRIBUTES

Number = Callable[[], float]  # raises NotComputedError where there is none yet
Truth = Callable[[], bool]

COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
# What two parts make together; each is asked only when it is needed.
JOINED: dict[str, Callable[[Any, Any], Any]] = {
    "or": lambda left, right: left() or right(),
    "and": lambda left, right: left() and right(),
    "+": lambda left, right: left() + right(),
    "-": lambda left, right: left() - right(),
    "−": lambda left, right: left() - right(),
    "*": lambda left, right: left() * right(),
    "/": lambda left, right: left() / right(),
}


def parse(text: str, network: Network, error: Callable[[], float | None] | None = None) -> Truth:
    """The condition as a function that says whether it holds for the network now.

    `error` tells the pattern's error, where that is not simply the network's. Raises `InputError` where the text is no
    condition, and `NameNotFoundError` where it speaks of what is not there; the function raises `InputError` where it
    divides by zero.

    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> holds = parse("h2.output > 0.4 and not x1→h2.weight > 1", net)
    >>> holds(), net.predict([0, 1]) != [], holds()
    (False, True, True)
    """
    if len(text) > LONGEST:
        raise InputError(f"a condition has at most {LONGEST} signs, and this has {len(text)}: {text[:40]}…")
    reader = _Reader(text, network, error or (lambda: network.error))
    try:
        truth = reader.condition()
    except RecursionError:
        raise InputError(f"{text[:20]}… can't be read as a condition: too many brackets; {EXAMPLE}") from None
    if reader.token:
        raise reader.error(f"{reader.token!r} is not expected there")

    def holds() -> bool:
        try:
            return truth()
        except ZeroDivisionError:
            raise InputError(f"the condition {text!r} divides by zero here: compare products instead") from None

    return holds


class _Reader(Tokens):
    """Reads a condition from left to right: one method for each line of the grammar."""

    def __init__(self, text: str, network: Network, error: Callable[[], float | None]) -> None:
        super().__init__(text)
        self.network, self.error_now = network, error

    def joined(self, part: Callable[[], Callable[[], Any]], *signs: str) -> Callable[[], Any]:
        """part { sign part }, from left to right."""
        whole = part()
        while sign := self.take(*signs):
            whole = partial(JOINED[sign], whole, part())
        return whole

    def condition(self) -> Truth:
        """all { "or" all }"""
        return self.joined(self.all, "or")

    def all(self) -> Truth:
        """each { "and" each }"""
        return self.joined(self.each, "and")

    def each(self) -> Truth:
        """A comparison, the opposite of one, or a condition in brackets."""
        if self.take("not"):
            truth = self.each()
            return lambda: not truth()
        if self.token == "(" and self._brackets_hold_a_condition():
            self.advance()
            truth = self.condition()
            self.expect(")")
            return truth
        left = self.sum()
        if self.token not in COMPARISONS:
            raise self.error(f"a comparison is missing after {self.text[: self.end].strip()!r}")
        return partial(_compare, COMPARISONS[self.advance()], left, self.sum())

    def _brackets_hold_a_condition(self) -> bool:
        """Whether a comparison stands within the brackets that open here: (a > 1), and not (a + b) > 1."""
        depth = 1
        for found in TOKEN.finditer(self.text, self.end):
            sign = found[0].strip()
            depth += (sign == "(") - (sign == ")")
            if depth == 0:
                return False
            if sign in COMPARISONS:
                return True
        return False

    def sum(self) -> Number:
        """product { ( "+" | "-" ) product }"""
        return self.joined(self.product, "+", "-", "−")

    def product(self) -> Number:
        """factor { ( "*" | "/" ) factor }"""
        return self.joined(self.factor, "*", "/")

    def factor(self) -> Number:
        """A number, a value, or a sum in brackets."""
        if self.take("-", "−"):
            positive = self.factor()
            return lambda: 0.0 - positive()
        if self.take("("):
            number = self.sum()
            self.expect(")")
            return number
        if self.kind == "number":
            constant = float(self.advance())
            return lambda: constant
        if self.kind == "name" and self.token not in ("and", "or", "not"):
            name = self.advance()
            if name == "abs" and self.take("("):
                inner = self.sum()
                self.expect(")")
                return lambda: abs(inner())
            return self.value(name)
        raise self.error("a number or a name is missing" + (f" before {self.token!r}" if self.token else " at the end"))

    def value(self, name: str) -> Number:
        """What an attribute of a neuron or link is now, or the error, or an emotion."""
        emotions = ATTRIBUTES["emotions"][:2]
        if name == "error":
            return lambda: _computed(self.error_now())
        if name in emotions:
            part, attribute = find_part(self.network, "emotions"), name
        else:
            subject, dot, attribute = name.rpartition(".")
            if not dot:
                raise NameNotFoundError(
                    f"{name!r} is no number: take one of its attributes, such as {name}.weight of a link or "
                    f"{name}.output of a neuron; or error, anxiety, confidence"
                )
            part = find_part(self.network, re.sub(r"[\"']", "", subject))
            known = ATTRIBUTES[part_word(part)]
            if attribute not in known:
                raise NameNotFoundError(f"{subject} has no {attribute!r}: {suggest(attribute, known)}")
        return lambda: _computed(getattr(part, attribute))


def _computed(value: float | None) -> float:
    if value is None:
        raise NotComputedError  # so the comparison is false
    return value


def _compare(compare: Callable[[float, float], bool], left: Number, right: Number) -> bool:
    try:
        return compare(left(), right())
    except NotComputedError:
        return False
