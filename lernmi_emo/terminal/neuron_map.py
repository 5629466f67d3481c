"""A small map of the network in text: a column for each layer, a value for each neuron, and who speaks now."""

from __future__ import annotations

from collections.abc import Sequence

from lernmi_emo.core.neuron import Neuron
from lernmi_emo.support.text import number
from lernmi_emo.terminal.look import TerminalLook
from lernmi_emo.terminal.walk import Walk

LEAST_COLUMN = 14


def neuron_map(walk: Walk, look: TerminalLook, height: int) -> list[str]:
    """The neurons in at most so many lines: outputs on the way forward, deltas on the way back.

    Of a wide layer, those that speak now are shown, and as many of the others as there is room for. Nothing where the
    layers don't fit side by side.
    """
    columns: list[Sequence[Neuron]] = [walk.network.sources, *(layer.neurons for layer in walk.network.layers)]
    width = look.width // len(columns)
    if width < LEAST_COLUMN or height < 3:
        return []
    step = walk.step
    messages = () if step is None else step.steps or (step,)
    speaking = {name for each in messages for name in each.names}  # of a link both ends
    backward = step is not None and step.phase in ("backward", "update")
    rows = min(height - 1, max(map(len, columns)))
    last = len(columns) - 1
    cells = [
        _column(neurons, rows, speaking, backward, look, width if place < last else look.width - last * width)
        for place, neurons in enumerate(columns)
    ]
    title = "  deltas (of the sources, outputs)" if backward else "  outputs"
    if walk.position == 0 and walk.lesson > 0:
        title += " of the lesson before"
    if walk.error is not None:
        error = f"error of the pattern {number(walk.error, look.digits)}"
        title += f"{error:>{max(look.width - len(title), 0)}}"
    return [look.paint(look.line(title), "dim"), *map("".join, zip(*cells))]


def _column(
    neurons: Sequence[Neuron], rows: int, speaking: set[str], backward: bool, look: TerminalLook, width: int
) -> list[str]:
    shown = list(neurons)
    if len(shown) > rows:
        kept = [neuron for neuron in shown if neuron.name in speaking][: rows - 1]
        others = [neuron for neuron in shown if neuron not in kept][: rows - 1 - len(kept)]
        chosen = {*kept, *others}
        shown = [neuron for neuron in shown if neuron in chosen]
    name_width = max(len(neuron.name) for neuron in shown)
    cells = []
    for neuron in shown:
        # A source takes no delta: it shows what it gives, also on the way back.
        value = neuron.delta if backward and neuron.incoming else neuron.output
        text = "?" if value is None else number(value, look.digits)
        mark = "•" if neuron.name in speaking else " "
        cell = look.text(f"{mark} {neuron.name[: width - 10]:<{min(name_width, width - 10)}} {text:>{look.digits + 3}}")
        cell = f"{cell:<{width}}"[:width]
        style = ["bold"] if neuron.name in speaking else ["dim"] if value is None else []
        cells.append(look.paint(cell, *style))
    if len(shown) < len(neurons):
        cells.append(f"{look.text(f'  ⋮ {len(neurons) - len(shown)} more'):<{width}}")
    return [*cells, *[" " * width] * (rows - len(cells))]
