"""The pictures that no tutorial's own code draws: charts, the floors of a lesson, and the biological neuron."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lernmi_emo import Activation
from tutorials.making.biology import nerve_cell_and_neuron
from tutorials.making.chart import Line, chart
from tutorials.making.examples import session
from tutorials.making.floors import floors

TUTORIALS = Path(__file__).parents[1]
CORNERS = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
MAP = {"x": (-0.5, 1.5, 0.5), "y": (-0.5, 1.5, 0.5), "x_name": "x1", "y_name": "x2"}


def and_or() -> str:
    """The lines at which the two gates of tutorial 2 change their minds: x1 + x2 = 1.5 and x1 + x2 = 0.5.

    A point is as dark as gates say yes to it.
    """
    lines = [
        Line("AND gives 1 from here on", [(0.0, 1.5), (1.5, 0.0)], (0.4, 1.27)),
        Line("OR gives 1 from here on", [(-0.5, 1.0), (1.0, -0.5)], (0.08, 0.52)),
    ]
    dots = [(x, y, (x + y) / 2) for x, y in CORNERS]
    title = "Two lines. Black: both say 1; grey: only OR; white: neither"
    return chart(title, lines, **MAP, dots=dots, tells="The lines of AND and OR between four points")


def xor() -> str:
    """XOR's points: black are to be 1."""
    dots = [(x, y, x != y) for x, y in CORNERS]
    return chart("XOR: black is to be 1, white is to be 0", [], **MAP, dots=dots, tells="Four points, equals crosswise")


def xor_two_lines() -> str:
    """XOR's points again, and the lines of tutorial 3's hidden neurons: h1 is OR, h2 is NAND."""
    lines = [
        Line("h1 (OR) says yes above", [(-0.5, 1.0), (1.0, -0.5)], (0.08, 0.52)),
        Line("h2 (NAND) says yes below", [(0.0, 1.5), (1.5, 0.0)], (0.4, 1.27)),
    ]
    dots = [(x, y, x != y) for x, y in CORNERS]
    return chart("Between the lines both say yes", lines, **MAP, dots=dots, tells="Two points between two lines")


def step_and_logistic() -> str:
    """Two activations from −6 to 6."""
    lines = []
    for name, name_at in (("logistic", (1.3, 0.7)), ("step", (-2.2, 0.04))):
        value = Activation.named(name).value
        points = [(net, value(net)) for net in (number / 10 for number in range(-60, 61))]
        if name == "step":
            points.insert(61, (0.0, 1.0))  # upright at the jump
        lines.append(Line(name, points, name_at))
    return chart(
        "Two activations", lines, (-6, 6, 2), (0, 1, 0.25), "net input", "output", tells="A step and an S-shaped curve"
    )


def firing_rate() -> str:
    """The spikes of tutorial 10's cell, for currents from 0 to 2."""
    spikes = names_of("10-biology.md", "def spikes(")["spikes"]
    currents = [number / 100 for number in range(201)]
    lines = [Line("", [(current, spikes(current)) for current in currents], (0, 0))]
    axes = {"x": (0, 2, 0.5), "y": (0, 200, 50), "x_name": "current", "y_name": "spikes in 1000 steps"}
    return chart("How often the cell fires", lines, **axes, tells="A bent climb")


def names_of(tutorial: str, until: str) -> dict[str, Any]:
    """The names that this tutorial's session has after this code."""
    with tempfile.TemporaryDirectory() as folder:
        return session(TUTORIALS / tutorial, until, Path(folder))


PICTURES: dict[str, Callable[[], str]] = {
    "and-or.svg": and_or,
    "xor.svg": xor,
    "xor-two-lines.svg": xor_two_lines,
    "step-and-logistic.svg": step_and_logistic,
    "floors.svg": floors,
    "nerve-cell-and-neuron.svg": nerve_cell_and_neuron,
    "firing-rate.svg": firing_rate,
}
