"""The floors of a stopped lesson: who called whom, and what pdb's `u` and `d` do."""

from __future__ import annotations

import inspect
from typing import Any

from lernmi_emo import Layer, Link, Network
from tutorials.making.chart import INK, MUTED, head, stroke, text

FLOOR, RIM, WAITS = "#F4F4F4", "#555555", "#FFF6D5"
UP, DOWN = "#D55E00", "#0072B2"
LEFT, TOP, WIDE, HIGH, GAP = 84.0, 84.0, 560.0, 52.0, 18.0


def floors() -> str:
    """A lesson that waits in a link: the caller of each method stands above it."""
    stack = [
        ("watch.py", "your program", "error = net.learn([0.05, 0.10], [0.01, 0.99])", ""),
        ("network.py", "learn", _line(Network.learn, "self.backpropagate()"), "the network"),
        ("network.py", "backpropagate", _line(Network.backpropagate, "layer.backpropagate()"), "the network"),
        ("layer.py", "backpropagate", _line(Layer.backpropagate, "link.backpropagate()"), "the layer y1 … y2"),
        ("link.py", "backpropagate", _line(Link.backpropagate, "delta = self.target.delta"), "the link h1→y1"),
    ]
    tells = "Five floors, from your program at the top down to the link that the lesson waits in; u goes up, d down"
    bottom = TOP + len(stack) * (HIGH + GAP) - GAP
    parts = [head(LEFT + WIDE + 80, bottom + 36, tells), text(LEFT, 28, "Who called whom", 15, bold=True)]
    parts.append(
        text(
            LEFT, 48, "Each floor waits at the line that is shown. All but the last are in the middle of it.", 12, MUTED
        )
    )
    for number, (file, method, code, itself) in enumerate(stack):
        high = TOP + number * (HIGH + GAP)
        fill = WAITS if number == len(stack) - 1 else FLOOR
        parts.append(
            f'<rect x="{LEFT:g}" y="{high:g}" width="{WIDE:g}" height="{HIGH:g}" fill="{fill}" stroke="{RIM}"/>'
        )
        parts.append(text(LEFT + 14, high + 22, file, 13, INK, bold=True))
        parts.append(text(LEFT + 14, high + 40, method, 12, MUTED))
        parts.append(text(LEFT + 140, high + 31, code, 13, INK))
        if itself:
            parts.append(text(LEFT + WIDE - 14, high + 31, f"self is {itself}", 12, MUTED, "end"))
    parts += _way(LEFT - 34, bottom - HIGH / 2, TOP + HIGH / 2, UP, "u", "up")
    parts += _way(LEFT + WIDE + 34, TOP + HIGH / 2, bottom - HIGH / 2, DOWN, "d", "down")
    parts.append(text(LEFT, bottom + 22, "Here the lesson has been stopped: this line comes next.", 12, MUTED))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(method: Any, code: str) -> str:
    """The code, if the method still has it: the picture is to show the library as it is."""
    if code not in [line.strip() for line in inspect.getsource(method).splitlines()]:
        raise LookupError(f"{method.__qualname__} has no line {code!r}: draw the floors as they are now")
    return code


def _way(across: float, start: float, end: float, colour: str, key: str, word: str) -> list[str]:
    """An arrow from floor to floor, with the letter to type."""
    back = 11 if end < start else -11
    return [
        stroke([(across, start), (across, end + back)], colour, 2.5, "" if key == "u" else "6 3"),
        f'<path d="M{across:.2f} {end:.2f}L{across - 5:.2f} {end + back:.2f}L{across + 5:.2f} {end + back:.2f}Z" '
        f'fill="{colour}"/>',
        text(across, TOP - 22, key, 15, colour, "middle", bold=True),
        text(across, TOP - 6, word, 12, colour, "middle"),
    ]
