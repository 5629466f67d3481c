"""An explanation: a title, and equations in columns below it, as text, as LaTeX, or in a notebook."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from lernmi_emo.equation import Equation, plain


@dataclass(frozen=True)
class Explanation:
    """A title, and parts of some equations each. `print` it, or show it in a notebook, or take its `latex()`.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False)
    >>> net.link("x1", "y1").weight = 0.5
    >>> error = net.learn([0.5], [1], rate=0.5)
    >>> print(net.link("x1", "y1").explain())
    x1→y1: a link, from x1 to y1
      forward: what it carries to y1
        output(x1) · weight before = 0.5000 · 0.5000                   = 0.2500
      backward: what it learns, and carries to x1
        sensitivity                = delta(y1) · output(x1)            = −0.1077 · 0.5000 = −0.0538
    """

    title: str
    parts: tuple[tuple[str, tuple[Equation, ...]], ...]

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Every equation, from the first part to the last."""
        return tuple(equation for _, equations in self.parts for equation in equations)

    def text(self, digits: int = 4, unicode: bool = True, width: int = 100) -> str:
        """As lines of text, numbers with so many decimals; in ASCII alone unless `unicode`.

        Equations stand in columns where they fit in the width, and otherwise with one side to a line.
        """
        lines = [plain(self.title, unicode)]
        indent = "  " if all(not heading for heading, _ in self.parts) else "    "
        for heading, equations in self.parts:
            if heading:
                lines.append("  " + plain(heading, unicode))
            lines += [indent + line for line in align(equations, digits, unicode, width - len(indent))]
        return "\n".join(lines)

    def latex(self, digits: int = 4) -> str:
        """For a slide: the equations one below the other, aligned at their first =, in an `aligned` block."""
        rows = [equation.latex(digits, align=True) for equation in self.equations]
        return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.latex()}$"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.text())}</pre>"

    def __str__(self) -> str:
        return self.text(unicode=shows_unicode())


def shows_unicode() -> bool:
    """Whether what is printed may contain →, · and −: whether stdout's encoding has them."""
    try:
        "→·−Σ…²½".encode(getattr(sys.stdout, "encoding", None) or "utf-8")  # a text in memory has no encoding
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def align(equations: Sequence[Equation], digits: int, unicode: bool, width: int) -> list[str]:
    """The equations' text, = under =; one side to a line where that would be too wide."""
    rows = [
        [plain(each.name, unicode), each.symbols(unicode), each.numbers(digits, unicode), each.result(digits, unicode)]
        for each in equations
    ]
    notes = [each.note(digits, unicode) for each in equations]
    name_width = max((len(row[0]) for row in rows), default=0)
    column = max((len(row[1]) for row in rows if row[2]), default=0)
    numbers_column = max((len(row[2]) for row in rows), default=0)
    lines = []
    for (name, symbols, numbers, result), note in zip(rows, notes):
        one = f"{name:<{name_width}}"
        if symbols and numbers:
            one += f" = {symbols:<{column}} = {numbers:<{numbers_column}}"
        elif symbols:
            one += f" = {symbols}"
        one += f" = {result:>{digits + 4}}" * bool(result) + f"  {note}" * bool(note)
        if len(one) <= width:
            lines.append(one.rstrip())
            continue
        sides = [side for side in (symbols, numbers, result) if side]
        lines += [f"{name if place == 0 else '':<{name_width}} = {side}" for place, side in enumerate(sides)]
        lines += [f"{'':<{name_width}}   {note}" if sides else f"{name:<{name_width}}   {note}"] * bool(note)
    return lines
