"""An explanation: a title, and equations in columns below it, as text, as LaTeX, or in a notebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.writing import WIDTH, console_width, plain, shows_unicode
from lernmi_emo.support.checks import check_count


@dataclass(frozen=True)
class Explanation:
    """A title, and parts of some equations each. `print` it, show it in a notebook, or paste its `latex()`.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, rate=0.5)
    >>> net.link("x1", "y1").weight = 0.5
    >>> error = net.learn([0.5], [1])
    >>> print(net.link("x1", "y1").explain())
    x1→y1: a link
      forward, it propagates
        adds to net(y1) = output(x1) · weight before = 0.5000 · 0.5000 = 0.2500
      backward, it backpropagates
        sensitivity             = delta(y1) · output(x1)    = −0.1078 · 0.5000 = −0.0539
        adds to sensitivity(x1) = delta(y1) · weight before = −0.1078 · 0.5000 = −0.0539
      then it updates
        change = momentum · last change − rate · sensitivity = 0.0000 · 0.0000 − 0.5000 · (−0.0539) = 0.0269  (rounded)
        weight = weight before + change                      = 0.5000 + 0.0269                      = 0.5269
    >>> explanation = net.link("x1", "y1").explain()
    >>> explanation.equations[-1].value == net.link("x1", "y1").weight
    True
    >>> print(explanation.text(digits=2, unicode=False, width=80).splitlines()[2])
        adds to net(y1) = output(x1) * weight before = 0.50 * 0.50 = 0.25
    >>> print(explanation.latex().splitlines()[0])
    \\begin{aligned}
    """

    title: str
    parts: tuple[tuple[str, tuple[Equation, ...]], ...]

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Every equation, from the first part to the last."""
        return tuple(equation for _, equations in self.parts for equation in equations)

    def text(self, digits: int = 4, unicode: bool = True, width: int = WIDTH) -> str:
        """As text: numbers with so many decimals, in ASCII alone unless `unicode`, lines no longer than `width`.

        Equations stand in columns. One that is too wide for that has a line for each of its sides, and a sum that is
        too long for one goes on in the next.
        """
        check_count(digits, "digits", least=0)
        check_count(width, "width", least=20)
        lines = [plain(self.title, unicode)]
        for heading, equations in self.parts:
            lines += ["  " + plain(heading, unicode)] if heading else []
            indent = "    " if heading else "  "
            lines += [indent + line for line in in_columns(equations, digits, unicode, width - len(indent))]
        return "\n".join(lines)

    def latex(self, digits: int = 4) -> str:
        """For a slide: the equations one below the other in an `aligned` block, which stands within $…$ or \\[…\\]."""
        rows = [equation.latex(digits, align=True) for equation in self.equations]
        return "\\begin{aligned}\n" + " \\\\\n".join(rows) + "\n\\end{aligned}"

    def _repr_latex_(self) -> str:
        return f"$\\displaystyle {self.latex()}$"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.text())}</pre>"

    def __str__(self) -> str:
        return self.text(unicode=shows_unicode(), width=console_width())


def in_columns(equations: Sequence[Equation], digits: int, unicode: bool, width: int) -> list[str]:
    """Their lines, = below =; those that would not fit side by side with the others have a line for each side.

    >>> from lernmi_emo.expressions.expression import Quantity
    >>> a, b = Quantity("a", 1.0), Quantity("b", -2.0)
    >>> print("\\n".join(in_columns([Equation("sum", a + b, -1.0), Equation("product", a * b, -2.0)], 1, True, 40)))
    sum     = a + b = 1.0 + (−2.0) = −1.0
    product = a · b = 1.0 · (−2.0) = −2.0
    """
    rows = [
        (plain(each.name, unicode), each.symbols(unicode), each.numbers(digits, unicode), each.result(digits, unicode))
        for each in equations
    ]
    notes = [each.note(digits, unicode) for each in equations]
    first = max((len(name) for name, *_ in rows), default=0)
    wide: set[int] = set()
    while True:
        fitting = [row for place, row in enumerate(rows) if place not in wide]
        lines = [_one_line(row, note, first, fitting) for row, note in zip(rows, notes)]
        if all(place in wide or len(line) <= width for place, line in enumerate(lines)):
            break
        wide.add(max(set(range(len(rows))) - wide, key=lambda place: (sum(map(len, rows[place])), place)))
    result = []
    for place, (line, row, note) in enumerate(zip(lines, rows, notes)):
        result += _line_by_line(row, note, first, width) if place in wide else [line]
    return result


Row = tuple[str, str, str, str]  # name, symbols, numbers, result


def _one_line(row: Row, note: str, first: int, others: Sequence[Row]) -> str:
    name, symbols, numbers, result = row
    line = f"{name:<{first}}"
    if symbols:
        line += f" = {symbols:<{_widest(others, 1)}}" if result else f" = {symbols}"
    if numbers or (symbols and result and any(other[2] for other in others)):
        line += f" {'=' if numbers else ' '} {numbers:<{_widest(others, 2)}}"
    if result:
        line += f" = {result:>{_widest(others, 3)}}"
    return f"{line}  {note}" if note else line.rstrip()


def _widest(rows: Sequence[Row], column: int) -> int:
    """The width of a column; rows without a result run on freely and set none."""
    return max((len(row[column]) for row in rows if row[3]), default=0)


def _line_by_line(row: Row, note: str, first: int, width: int) -> list[str]:
    room = width - first - 3
    lines: list[str] = []
    for side in (side for side in row[1:] if side):
        for place, piece in enumerate(_broken(side, room)):
            lines.append(f"{row[0] if not lines else '':<{first}} {'=' if place == 0 else ' '} {piece}")
    if not note:
        return lines
    if lines and row[3] and len(lines[-1]) + 2 + len(note) <= width:
        return [*lines[:-1], f"{lines[-1]}  {note}"]
    return [*(lines or [row[0]]), f"{'':<{first}}   {note}"]


def _broken(side: str, room: int) -> list[str]:
    """One side of an equation, broken before a + or − that stands in no brackets, where it is longer than the room."""
    pieces, start, depth, chance = [], 0, 0, 0
    for place, sign in enumerate(side):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and side[place : place + 3] in (" + ", " − ", " - "):
            if chance > start and place - start > room:
                pieces.append(side[start:chance])
                start = chance + 1
            chance = place
    if chance > start and len(side) - start > room:
        pieces.append(side[start:chance])
        start = chance + 1
    return [*pieces, side[start:]]
