"""An equation, three times over: in symbols, with this moment's numbers, and its result.

    change = momentum · last change − rate · sensitivity = 0.9000 · 0.0040 − 0.5000 · (−0.0156) = 0.0114

Numbers are shown with so many decimals. Where the shown numbers, reckoned with, do not give the shown result, the
equation says "rounded".
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, DecimalException, localcontext

from lernmi_emo.expressions.expression import Constant, Expression, Style
from lernmi_emo.expressions.writing import ASCII, latex_words, plain, read, show, shows_unicode
from lernmi_emo.support.checks import check_count

__all__ = ["ASCII", "Equation"]


@dataclass(frozen=True, slots=True)
class Equation:
    """What a quantity is: its name, the expression it comes from, its value, and a remark where one is needed.

    There is no expression where no formula is known, and no value where it is not computed yet.

    >>> from lernmi_emo.expressions.expression import Quantity, Square
    >>> equation = Equation("error", Square(Quantity("output", 0.5) - Quantity("target", 1.0)), 0.25)
    >>> print(equation)
    error = (output − target)² = (0.5000 − 1.0000)² = 0.2500
    >>> print(equation.latex(digits=1))
    \\mathrm{error} = \\left(\\mathrm{output} - \\mathrm{target}\\right)^2 = \\left(0.5 - 1.0\\right)^2 \\approx 0.2
    """

    name: str
    expression: Expression | None
    value: float | None
    remark: str = ""
    latex_name: str = ""

    def symbols(self, unicode: bool = True) -> str:
        """The right side in symbols; nothing where there is no formula."""
        return "" if self.expression is None else plain(self.expression.write(Style()), unicode)

    def numbers(self, digits: int = 4, unicode: bool = True) -> str:
        """The right side in numbers; nothing where it would only repeat another side, or where a number is missing."""
        if self.expression is None or self.value is None or isinstance(self.expression, Constant):
            return ""
        text = self.expression.write(Style(numbers=True, digits=digits))
        return "" if text == show(self.value, digits) or "?" in text else plain(text, unicode)

    def result(self, digits: int = 4, unicode: bool = True) -> str:
        """The value; nothing where it is not computed."""
        return "" if self.value is None else plain(show(self.value, digits), unicode)

    def note(self, digits: int = 4, unicode: bool = True) -> str:
        """In brackets: "rounded", where that is so, and the remark."""
        remarks = ["rounded"] * self.rounded(digits) + [self.remark] * bool(self.remark)
        return plain(f"({'; '.join(remarks)})" if remarks else "", unicode)

    def rounded(self, digits: int = 4) -> bool:
        """Whether the numbers shown, reckoned with, give another result than the one shown.

        >>> from lernmi_emo.expressions.expression import Quantity
        >>> third = Equation("whole", Quantity("third", 1 / 3) * Constant(3, "3"), 1.0)
        >>> print(third.text(digits=2))
        whole = third · 3 = 0.33 · 3 = 1.00  (rounded)
        """
        if not self.numbers(digits):
            return False
        shown = read(show(self.value, digits))
        if not shown.is_finite():
            return False  # infinity, or not a number: no rounding leads there
        with localcontext() as context:
            context.prec = 60
            try:
                reckoned = self.expression.reckon(digits)  # type: ignore[union-attr]  # there are numbers, so there is one
                last_digit = Decimal((0, (1,), int(shown.as_tuple().exponent)))
                return not 2 * abs(reckoned - shown) < last_digit  # also where it is not a number
            except (DecimalException, ArithmeticError, ValueError):
                return True  # the rounding made a 0 to divide by, or there is no reckoning an unknown function

    def text(self, digits: int = 4, unicode: bool = True) -> str:
        """All of it on one line."""
        check_count(digits, "digits", least=0)
        sides = [plain(self.name, unicode), self.symbols(unicode), self.numbers(digits, unicode)]
        line = " = ".join(side for side in [*sides, self.result(digits, unicode)] if side)
        note = self.note(digits, unicode)
        return f"{line}  {note}" if note else line

    def latex(self, digits: int = 4, align: bool = False) -> str:
        """For a slide; with `align`, the first = is marked for an aligned block."""
        check_count(digits, "digits", least=0)
        sides = []
        if self.expression is not None:
            sides.append(" = " + self.expression.write(Style(latex=True)))
            if self.numbers(digits):
                sides.append(" = " + self.expression.write(Style(numbers=True, latex=True, digits=digits)))
        if self.value is not None:
            sides.append((r" \approx " if self.rounded(digits) else " = ") + show(self.value, digits, latex=True))
        if align and sides:
            sides[0] = sides[0].replace(" ", " &", 1)
        text = (self.latex_name or latex_words(self.name)) + "".join(sides)
        return text + (r" \quad " + latex_words(f"({self.remark})") if self.remark else "")

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.latex()}$"

    def __repr__(self) -> str:
        return f"Equation({self})"

    def __str__(self) -> str:
        return self.text(unicode=shows_unicode())
