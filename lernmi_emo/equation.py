"""An equation, three times over: in symbols, with this moment's numbers, and its result.

    change = momentum · last change − rate · sensitivity = 0.9000 · 0.0040 − 0.5000 · (−0.0156) = 0.0114

Expressions are built as they read: `momentum * last_change - rate * sensitivity`, from `Quantity` objects that know
their symbol and their value. They only show what was computed elsewhere: the result is handed in.

Numbers are shown with so many decimals. Where the shown numbers, reckoned with, do not give the shown result, the
equation says "rounded".
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation, Overflow, localcontext

MOST_TERMS = 4  # a longer sum is shown with its middle left out


@dataclass(frozen=True)
class Style:
    """How an expression is written: symbols or numbers, plain text or LaTeX, and to how many decimals."""

    numbers: bool = False
    latex: bool = False
    digits: int = 4


class Expression(ABC):
    """Something to reckon: built with +, −, * and /, written in a `Style`.

    >>> a, b = Quantity("a", 0.5), Quantity("b", -0.25)
    >>> (a - a * b).write(Style()), (a - a * b).write(Style(numbers=True))
    ('a − a · b', '0.5000 − 0.5000 · (−0.2500)')
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

    def terms(self) -> tuple[tuple[int, Expression], ...]:
        """The signed parts of a sum; anything else is one part."""
        return ((1, self),)

    @abstractmethod
    def write(self, style: Style) -> str:
        """As text or LaTeX, in symbols or in numbers."""

    @abstractmethod
    def value(self) -> float:
        """What it comes to, reckoned from left to right as the library's own code does."""

    @abstractmethod
    def shown(self, digits: int) -> Decimal:
        """What it comes to for a reader who has only the digits that are shown."""

    def inside(self, style: Style, strength: int, first: bool = False) -> str:
        """Written as a part of something that holds together this tightly, in brackets where they are needed."""
        text = self.write(style)
        negative = text.startswith(("−", "-")) and not first
        if self.strength < strength or negative:
            return rf"\left({text}\right)" if style.latex else f"({text})"
        return text


@dataclass(frozen=True, slots=True)
class Quantity(Expression):
    """A value with a symbol; None is a value that is not computed yet."""

    symbol: str
    number: float | None
    latex: str = ""

    def write(self, style: Style) -> str:
        if style.numbers:
            return show(self.number, style)
        return (self.latex or latex_words(self.symbol)) if style.latex else self.symbol

    def value(self) -> float:
        return math.nan if self.number is None else self.number

    def shown(self, digits: int) -> Decimal:
        return parse(show(self.number, Style(digits=digits)))


@dataclass(frozen=True, slots=True)
class Constant(Expression):
    """A number that belongs to the formula: 1, ½, or how many there are."""

    number: float
    text: str
    latex: str = ""

    def write(self, style: Style) -> str:
        return (self.latex or self.text) if style.latex else self.text

    def value(self) -> float:
        return float(self.number)

    def shown(self, digits: int) -> Decimal:
        return Decimal(self.number)


@dataclass(frozen=True, slots=True)
class Sum(Expression):
    """Terms with their signs, added from the left; the middle of a long one is left out as …"""

    parts: tuple[tuple[int, Expression], ...]
    strength = 1

    def terms(self) -> tuple[tuple[int, Expression], ...]:
        return self.parts

    def write(self, style: Style) -> str:
        minus = "-" if style.latex else "−"
        words: list[str] = []
        for place, (sign, part) in enumerate(self.parts):
            if len(self.parts) > MOST_TERMS and 2 <= place < len(self.parts) - 1:
                if place == 2:
                    words += ["+", r"\dots" if style.latex else "…"]
                continue
            if place > 0 or sign < 0:
                words.append("+" if sign > 0 else minus)
            words.append(part.inside(style, 1 if sign > 0 else 2, first=place == 0 and sign > 0))
        return " ".join(words)

    def value(self) -> float:
        total = math.nan
        for place, (sign, part) in enumerate(self.parts):
            signed = part.value() if sign > 0 else -part.value()
            total = signed if place == 0 else total + signed
        return total

    def shown(self, digits: int) -> Decimal:
        total = Decimal(0)
        for sign, part in self.parts:
            total += sign * part.shown(digits)
        return total


@dataclass(frozen=True, slots=True)
class Product(Expression):
    """One thing times another."""

    left: Expression
    right: Expression
    strength = 2

    def write(self, style: Style) -> str:
        times = r" \cdot " if style.latex else " · "
        # (a · b) · c needs no brackets, a · (b · c) keeps them: that is the order of the reckoning
        return self.left.inside(style, 2, first=True) + times + self.right.inside(style, 3)

    def value(self) -> float:
        return self.left.value() * self.right.value()

    def shown(self, digits: int) -> Decimal:
        return self.left.shown(digits) * self.right.shown(digits)


@dataclass(frozen=True, slots=True)
class Quotient(Expression):
    """One thing divided by another."""

    top: Expression
    bottom: Expression
    strength = 2

    def write(self, style: Style) -> str:
        if style.latex:
            return rf"\frac{{{self.top.write(style)}}}{{{self.bottom.write(style)}}}"
        return f"{self.top.inside(style, 2, first=True)} / {self.bottom.inside(style, 3)}"

    def value(self) -> float:
        return self.top.value() / self.bottom.value()

    def shown(self, digits: int) -> Decimal:
        return self.top.shown(digits) / self.bottom.shown(digits)


@dataclass(frozen=True, slots=True)
class Square(Expression):
    """Something times itself."""

    base: Expression

    def write(self, style: Style) -> str:
        return self.base.inside(style, 3) + ("^2" if style.latex else "²")

    def value(self) -> float:
        return self.base.value() * self.base.value()

    def shown(self, digits: int) -> Decimal:
        return self.base.shown(digits) * self.base.shown(digits)


@dataclass(frozen=True, slots=True)
class Call(Expression):
    """A function of something: its name, and the function itself where it is known."""

    name: str
    arguments: tuple[Expression, ...]
    function: Callable[..., float] | None = None
    latex: str = ""  # with {} where the argument goes, if it is not name(argument)
    outcome: float | None = None  # what an unknown function gave

    def write(self, style: Style) -> str:
        arguments = ", ".join(argument.write(style) for argument in self.arguments)
        if not style.latex:
            return f"{self.name}({arguments})"
        if self.latex:
            return self.latex.replace("{}", "{" + arguments + "}")
        return rf"{latex_words(self.name)}\left({arguments}\right)"

    def value(self) -> float:
        if self.function is None:
            return math.nan if self.outcome is None else self.outcome
        return self.function(*(argument.value() for argument in self.arguments))

    def shown(self, digits: int) -> Decimal:
        if self.function is None:
            return Decimal("NaN")
        return Decimal(self.function(*(float(argument.shown(digits)) for argument in self.arguments)))


@dataclass(frozen=True, slots=True)
class Negative(Expression):
    """Something with its sign turned."""

    base: Expression
    strength = 1

    def write(self, style: Style) -> str:
        return ("-" if style.latex else "−") + self.base.inside(style, 2)

    def value(self) -> float:
        return -self.base.value()

    def shown(self, digits: int) -> Decimal:
        return -self.base.shown(digits)


@dataclass(frozen=True, slots=True)
class Equation:
    """What a quantity is: its name, the expression it comes from, its value, and a remark where one is needed.

    >>> equation = Equation("error", Square(Quantity("output", 0.5) - Quantity("target", 1.0)), 0.25)
    >>> print(equation)
    error = (output − target)² = (0.5000 − 1.0000)² = 0.2500
    >>> print(equation.latex())
    \\mathrm{error} = \\left(\\mathrm{output} - \\mathrm{target}\\right)^2 = \\left(0.5000 - 1.0000\\right)^2 = 0.2500
    """

    name: str
    expression: Expression | None
    value: float | None
    remark: str = ""
    latex_name: str = ""

    def symbols(self, unicode: bool = True) -> str:
        """The right side in symbols, or nothing where there is no formula."""
        return plain("" if self.expression is None else self.expression.write(Style()), unicode)

    def numbers(self, digits: int = 4, unicode: bool = True) -> str:
        """The right side with the numbers in it; nothing where it would only repeat the result."""
        if self.expression is None or self.value is None:
            return ""
        text = self.expression.write(Style(numbers=True, digits=digits))
        return "" if text == show(self.value, Style(digits=digits)) else plain(text, unicode)

    def result(self, digits: int = 4, unicode: bool = True) -> str:
        """The value, to so many digits; nothing where it is not computed."""
        return "" if self.value is None else plain(show(self.value, Style(digits=digits)), unicode)

    def note(self, digits: int = 4, unicode: bool = True) -> str:
        """The remark in brackets, with "rounded" where the numbers shown do not give the result shown."""
        remarks = ["rounded"] * self.rounded(digits) + [self.remark] * bool(self.remark)
        return plain(f"({'; '.join(remarks)})" if remarks else "", unicode)

    def rounded(self, digits: int = 4) -> bool:
        """Whether the numbers shown, reckoned with, give another result than the one shown.

        >>> third = Equation("third", Quantity("a", 1 / 3) * Constant(3, "3"), 1.0)
        >>> third.rounded(2)
        True
        """
        if self.expression is None or self.value is None:
            return False
        with localcontext() as context:
            context.prec = 60
            try:
                reckoned = self.expression.shown(digits)
                result = parse(show(self.value, Style(digits=digits)))
                if not result.is_finite():
                    return False  # infinite or not a number: nothing was rounded to get there
                return (
                    not reckoned.is_finite()
                    or reckoned.quantize(Decimal((0, (1,), int(result.as_tuple().exponent)))) != result
                )
            except (InvalidOperation, Overflow, ArithmeticError, ValueError):
                return True

    def text(self, digits: int = 4, unicode: bool = True) -> str:
        """All of it on one line."""
        sides = [plain(self.name, unicode), self.symbols(unicode), self.numbers(digits, unicode)]
        sides = [side for side in [*sides, self.result(digits, unicode)] if side]
        note = self.note(digits, unicode)
        return " = ".join(sides) + f"  {note}" * bool(note)

    def latex(self, digits: int = 4, align: bool = False) -> str:
        """For a slide; with `align`, the first = is marked for an aligned block."""
        sides = []
        if self.expression is not None:
            sides.append(self.expression.write(Style(latex=True)))
            if self.numbers(digits):
                sides.append(self.expression.write(Style(numbers=True, latex=True, digits=digits)))
        equals = [" = "] * len(sides)
        if self.value is not None:
            sides.append(show(self.value, Style(latex=True, digits=digits)))
            equals.append(r" \approx " if self.rounded(digits) else " = ")
        if align and equals:
            equals[0] = " &" + equals[0].lstrip()
        text = self.latex_name or latex_words(self.name)
        for equal, side in zip(equals, sides):
            text += equal + side
        return text + (rf" \quad \text{{({latex_escape(self.remark)})}}" if self.remark else "")

    def __str__(self) -> str:
        return self.text()


def show(value: float | None, style: Style) -> str:
    """A number as it is shown: with decimals, and by a power of ten where they would hide it or run away.

    >>> show(-0.03125, Style()), show(0.00000325, Style()), show(None, Style())
    ('−0.0312', '3.25e−06', '?')
    """
    if value is None:
        return "?"
    text = f"{value:.{style.digits}f}"
    if math.isfinite(value) and (abs(value) >= 1e7 or (value and not text.strip("-0."))):
        text = f"{value:.{max(style.digits - 2, 1)}e}"
    elif not text.strip("-0."):
        text = text.lstrip("-")
    if not style.latex:
        return text.replace("-", "−")
    if not math.isfinite(value):
        return text.replace("inf", r"\infty").replace("nan", r"\mathrm{nan}")
    mantissa, _, power = text.partition("e")
    return mantissa + (rf" \times 10^{{{int(power)}}}" if power else "")


def parse(text: str) -> Decimal:
    """The number that a reader sees.

    >>> parse("−0.0312")
    Decimal('-0.0312')
    """
    return Decimal("NaN") if text == "?" else Decimal(text.replace("−", "-"))


def plain(text: str, unicode: bool) -> str:
    """The same text, in ASCII alone unless `unicode`.

    >>> plain("δ(x1→h1) · −2", unicode=False)
    'delta(x1->h1) * -2'
    """
    if unicode or text.isascii():
        return text
    for mark, word in ASCII.items():
        text = text.replace(mark, word)
    return text.encode("ascii", "backslashreplace").decode("ascii")


ASCII = {
    "→": "->", "·": "*", "−": "-", "…": "...", "²": "^2", "½": "0.5", "×": "x", "Σ": "sum", "≈": "~", "∂": "d",
    "δ": "delta", "η": "eta", "α": "alpha", "μ": "mu", "⋮": ":", "₀": "_0", "–": "-", "—": "-",
}  # fmt: skip


def latex_words(text: str) -> str:
    """Words as upright LaTeX.

    >>> latex_words("last change")
    '\\\\mathrm{last\\\\ change}'
    """
    return rf"\mathrm{{{latex_escape(text)}}}".replace(" ", r"\ ")


def latex_escape(text: str) -> str:
    """The characters that LaTeX would take for commands, escaped.

    >>> latex_escape("h_1 & x1→h1")
    'h\\\\_1 \\\\& x1\\\\ensuremath{\\\\to}h1'
    """
    marks = {"\\": r"\backslash ", "{": r"\{", "}": r"\}", "~": r"\sim ", "^": r"\hat{\ }"}
    marks |= {mark: "\\" + mark for mark in "_#$%&"}
    marks |= {"→": r"\ensuremath{\to}", "−": "-", "·": r"\ensuremath{\cdot}", "…": r"\dots "}
    return "".join(marks.get(mark, mark) for mark in text)
