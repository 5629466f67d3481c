"""Expressions: formulas that can be written in symbols, written in numbers, and reckoned.

They are built as they read, `momentum * last_change - rate * sensitivity`, from a `Quantity` for each symbol. Written
as text or as LaTeX, a number below 0 stands in brackets unless it stands first. Reckoned exactly, an expression does
the same operations in the same order as the code it stands for, so it comes to the same bits; reckoned from the digits
shown, it comes to what a reader with a pencil gets.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lernmi_emo.expressions.writing import latex_words, read, show

MOST_TERMS = 4  # a longer sum is written with its middle left out


@dataclass(frozen=True, slots=True)
class Style:
    """How an expression is written: in symbols or numbers, as text or LaTeX, with so many decimals."""

    numbers: bool = False
    latex: bool = False
    digits: int = 4

    def bracket(self, text: str) -> str:
        """The text in brackets, which in LaTeX grow with it.

        >>> Style().bracket("a + b")
        '(a + b)'
        """
        return rf"\left({text}\right)" if self.latex else f"({text})"


class Expression(ABC):
    """Something to write and to reckon, made with +, −, * and /.

    >>> a, b = Quantity("a", 0.5), Quantity("b", -0.25)
    >>> print(a - a * b)
    a − a · b
    >>> (a - a * b).write(Style(numbers=True)), (a - a * b).reckon()
    ('0.5000 − 0.5000 · (−0.2500)', 0.625)
    """

    __slots__ = ()
    strength = 3  # how tightly it holds together: 1 a sum, 2 a product, 3 a single thing

    def __add__(self, other: Expression) -> Expression:
        return Sum((*self.terms(), (1, other)))

    def __sub__(self, other: Expression) -> Expression:
        return Sum((*self.terms(), (-1, other)))

    def __mul__(self, other: Expression) -> Expression:
        return Product(self, other)

    def __truediv__(self, other: Expression) -> Expression:
        return Quotient(self, other)

    def __str__(self) -> str:
        return self.write(Style())

    def terms(self) -> tuple[tuple[int, Expression], ...]:
        """The terms of a sum with their signs, 1 or −1; anything else is one term."""
        return ((1, self),)

    @abstractmethod
    def write(self, style: Style, first: bool = True) -> str:
        """In symbols or numbers; `first` says that it stands at the front, where a minus needs no brackets."""

    @abstractmethod
    def reckon(self, digits: int | None = None) -> Any:
        """What it comes to: a float; or, with `digits`, a Decimal reckoned from the numbers as they are shown."""

    def inside(self, style: Style, strength: int, first: bool = False) -> str:
        """Written as a part of something that holds together this tightly."""
        return style.bracket(self.write(style)) if self.strength < strength else self.write(style, first)


@dataclass(frozen=True, slots=True)
class Quantity(Expression):
    """A value with a symbol; None is a value that is not computed yet.

    >>> Quantity("delta(h1)", -0.5, r"\\delta").write(Style(latex=True))
    '\\\\delta'
    """

    symbol: str
    value: float | None
    latex: str = ""

    def write(self, style: Style, first: bool = True) -> str:
        """The symbol or the number."""
        if not style.numbers:
            return (self.latex or latex_words(self.symbol)) if style.latex else self.symbol
        text = show(self.value, style.digits, style.latex)
        return text if first or text[0] not in "−-" else style.bracket(text)

    def reckon(self, digits: int | None = None) -> Any:
        """The value, or the number that is shown."""
        if digits is None:
            return math.nan if self.value is None else self.value
        return read(show(self.value, digits))


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A number that belongs to the formula itself: 1, ½, or how many there are."""

    value: float
    text: str
    latex: str = ""

    def write(self, style: Style, first: bool = True) -> str:
        """The number, in symbols and in numbers alike."""
        return (self.latex or self.text) if style.latex else self.text

    def reckon(self, digits: int | None = None) -> Any:
        """The number."""
        return float(self.value) if digits is None else Decimal(self.value)


@dataclass(frozen=True, slots=True)
class Sum(Expression):
    """Terms with their signs, added from left to right; of a long one the middle is written as …"""

    parts: tuple[tuple[int, Expression], ...]
    strength = 1

    def terms(self) -> tuple[tuple[int, Expression], ...]:
        """Its terms."""
        return self.parts

    def write(self, style: Style, first: bool = True) -> str:
        """The terms with + and − between them."""
        words: list[str] = []
        for place, (sign, part) in enumerate(self.parts):
            if len(self.parts) > MOST_TERMS and 2 <= place < len(self.parts) - 1:
                words += ["+", r"\dots" if style.latex else "…"] if place == 2 else []
                continue
            if place > 0:
                words.append("+" if sign > 0 else "-" if style.latex else "−")
            # What stands first needs no brackets: (a − b) + c is reckoned as a − b + c is.
            words.append(part.inside(style, 2 if place > 0 else 1, first=first and place == 0))
        return " ".join(words)

    def reckon(self, digits: int | None = None) -> Any:
        """The terms added up."""
        total = self.parts[0][1].reckon(digits)
        for sign, part in self.parts[1:]:
            total = total + part.reckon(digits) if sign > 0 else total - part.reckon(digits)
        return total


@dataclass(frozen=True, slots=True)
class Product(Expression):
    """One thing times another."""

    left: Expression
    right: Expression
    strength = 2

    def write(self, style: Style, first: bool = True) -> str:
        """Both with · between them."""
        times = r" \cdot " if style.latex else " · "
        return self.left.inside(style, 2, first) + times + self.right.inside(style, 3)

    def reckon(self, digits: int | None = None) -> Any:
        """The product."""
        return self.left.reckon(digits) * self.right.reckon(digits)


@dataclass(frozen=True, slots=True)
class Quotient(Expression):
    """One thing divided by another."""

    top: Expression
    bottom: Expression
    strength = 2

    def write(self, style: Style, first: bool = True) -> str:
        """Both with / between them, or as a fraction."""
        if style.latex:
            return rf"\frac{{{self.top.write(style)}}}{{{self.bottom.write(style)}}}"
        return f"{self.top.inside(style, 2, first)} / {self.bottom.inside(style, 3)}"

    def reckon(self, digits: int | None = None) -> Any:
        """The quotient."""
        return self.top.reckon(digits) / self.bottom.reckon(digits)


@dataclass(frozen=True, slots=True)
class Square(Expression):
    """Something times itself."""

    base: Expression

    def write(self, style: Style, first: bool = True) -> str:
        """With a small 2 behind it."""
        return self.base.inside(style, 3) + ("^2" if style.latex else "²")

    def reckon(self, digits: int | None = None) -> Any:
        """The square."""
        base = self.base.reckon(digits)
        return base * base


@dataclass(frozen=True, slots=True)
class Negative(Expression):
    """Something with its sign turned."""

    base: Expression
    strength = 1

    def write(self, style: Style, first: bool = True) -> str:
        """With − before it."""
        text = ("-" if style.latex else "−") + self.base.inside(style, 2)
        return text if first else style.bracket(text)

    def reckon(self, digits: int | None = None) -> Any:
        """The negative."""
        return -self.base.reckon(digits)


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """A function of something: its name; the function itself, if it is known, or else what it gave."""

    name: str
    arguments: tuple[Expression, ...]
    function: Callable[..., float] | None = None
    latex: str = ""  # with {} where the arguments go, if it is not name(arguments)
    gave: float | None = None

    def write(self, style: Style, first: bool = True) -> str:
        """The name with the arguments in brackets."""
        arguments = ", ".join(argument.write(style) for argument in self.arguments)
        if not style.latex:
            return f"{self.name}({arguments})"
        return self.latex.replace("{}", arguments) if self.latex else latex_words(self.name) + style.bracket(arguments)

    def reckon(self, digits: int | None = None) -> Any:
        """The function's value; of an unknown function nobody can reckon it from the digits shown."""
        if self.function is None:
            return (math.nan if self.gave is None else self.gave) if digits is None else Decimal("NaN")
        if digits is None:
            return self.function(*(argument.reckon() for argument in self.arguments))
        return Decimal(self.function(*(float(argument.reckon(digits)) for argument in self.arguments)))
