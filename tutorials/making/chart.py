"""Small line charts as SVG text: the same bytes everywhere, read without colour too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

INK, MUTED, GRID = "#111111", "#555555", "#DDDDDD"
STYLES = [("#D55E00", ""), ("#0072B2", "7 4"), ("#007A5A", "2 3"), ("#A03F75", "9 3 2 3")]
FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"
SHADES = {0.0: "#FFFFFF", 0.5: "#999999", 1.0: INK}  # a dot's: no, partly, yes
LEFT, TOP, WIDE, HIGH = 56.0, 56.0, 460.0, 240.0


class Line(NamedTuple):
    """A line through points, and its name, which begins (or ends) at a place of its own."""

    name: str
    points: Sequence[tuple[float, float]]
    name_at: tuple[float, float]
    anchor: str = "start"


def chart(
    title: str,
    lines: Sequence[Line],
    x: tuple[float, float, float],
    y: tuple[float, float, float],
    x_name: str,
    y_name: str,
    dots: Sequence[tuple[float, float, float]] = (),
    tells: str = "",
) -> str:
    """A chart. `x` and `y` are each axis's first value, last value, and step from mark to mark.

    `dots` are points (x, y, shade), with 0 for white, 0.5 for grey and 1 for black. `tells` is what the picture says,
    for those who can't see it. Here the grid has four lines:

    >>> chart("One", [Line("up", [(0, 0), (1, 1)], (0.2, 0.5))], (0, 1, 1), (0, 1, 1), "x", "y").count("<path")
    5
    """

    def place(point: Sequence[float]) -> tuple[float, float]:
        across = LEFT + WIDE * (point[0] - x[0]) / (x[1] - x[0])
        return across, TOP + HIGH * (1.0 - (point[1] - y[0]) / (y[1] - y[0]))

    width, height = LEFT + WIDE + 24.0, TOP + HIGH + 56.0
    parts = [head(width, height, tells or title), text(LEFT - 8, 24, title, 15, bold=True)]
    for value in marks(y):
        _, down = place((x[0], value))
        parts.append(stroke([(LEFT, down), (LEFT + WIDE, down)], GRID, 1))
        parts.append(text(LEFT - 8, down + 4, f"{value:g}".replace("-", "−"), 11, MUTED, "end"))
    for value in marks(x):
        across, _ = place((value, y[0]))
        parts.append(stroke([(across, TOP), (across, TOP + HIGH)], GRID, 1))
        parts.append(text(across, TOP + HIGH + 17, f"{value:g}".replace("-", "−"), 11, MUTED, "middle"))
    parts.append(text(LEFT + WIDE / 2, TOP + HIGH + 40, x_name, 12, INK, "middle"))
    parts.append(text(LEFT - 8, TOP - 12, y_name, 12, INK))
    names = []
    for line, (colour, dash) in zip(lines, STYLES):
        parts.append(stroke([place(point) for point in line.points], colour, 2.5, dash))
        if line.name:
            names.append(text(*place(line.name_at), line.name, 12, colour, line.anchor, bold=True))
    for *point, shade in dots:
        across, down = place(point)
        fill = SHADES[shade]
        parts.append(f'<circle cx="{across:.2f}" cy="{down:.2f}" r="7" fill="{fill}" stroke="{INK}" stroke-width="2"/>')
    return "\n".join([*parts, *names, "</svg>"]) + "\n"


def marks(axis: tuple[float, float, float]) -> list[float]:
    """The values that an axis names.

    >>> marks((0, 1, 0.25))
    [0.0, 0.25, 0.5, 0.75, 1.0]
    """
    first, last, step = axis
    return [first + step * number + 0.0 for number in range(round((last - first) / step) + 1)]


def head(width: float, height: float, tells: str) -> str:
    """The beginning of a picture of this size, on white."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} '
        f'{height:g}" role="img" aria-label="{escape(tells, quote=True)}" font-family="{FONT}">\n'
        f'<rect width="{width:g}" height="{height:g}" fill="#FFFFFF"/>'
    )


def stroke(points: Sequence[tuple[float, float]], colour: str, width: float, dash: str = "") -> str:
    """A line through these points."""
    path = "L".join(f"{across:.2f} {down:.2f}" for across, down in points)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashes}/>'


def text(
    across: float, down: float, words: str, size: float, colour: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    """Words at this place."""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{across:.2f}" y="{down:.2f}" font-size="{size:g}" fill="{colour}" '
        f'text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )
