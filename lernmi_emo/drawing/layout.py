"""Where everything stands: layers are columns, and values flow to the right.

A neuron's column is its depth, so any acyclic graph falls into columns. The bias and the emotional neuron stand
before each layer they lead to, the bias above the column and the emotional neuron below it: that way their links
run past no other neuron. A wide layer shows its first and last neurons, and "⋮" for those between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.drawing.style import REACH
from lernmi_emo.neuron import BiasNeuron, EmotionalNeuron, InputNeuron, Neuron, Source

if TYPE_CHECKING:
    from lernmi_emo.network import Network

RADIUS = 42.0  # of a neuron whose values are shown
GUEST_RADIUS = 16.0  # the least radius of bias and emotional neurons, beside crowds of dots
MARGIN = 26.0


class LabelSize(NamedTuple):
    """How much room a link's label takes."""

    width: float
    height: float


@dataclass(frozen=True)
class Place:
    """A neuron's place in one column."""

    neuron: Neuron
    kind: str
    column: int
    x: float
    y: float
    radius: float

    @property
    def reach(self) -> tuple[float, float]:
        """Its shape's half width and half height."""
        wide, high = REACH[self.kind]
        return wide * self.radius, high * self.radius


@dataclass
class Layout:
    """Every visible neuron's place. `gaps` counts, per column, the neurons that "⋮" stands for, and where."""

    places: list[Place] = field(default_factory=list)
    gaps: list[tuple[float, float, int]] = field(default_factory=list)
    columns: list[float] = field(default_factory=list)  # x of each
    names: list[str] = field(default_factory=list)
    spacing: float = 0.0
    top: float = 0.0  # the upper edge of the highest shape
    bottom: float = 0.0
    found: dict[tuple[Neuron, int], Place] = field(default_factory=dict)

    def source(self, neuron: Neuron, target_column: int) -> Place | None:
        """Where a link from this neuron to that column starts; None where it is hidden behind "⋮"."""
        return self.found.get((neuron, target_column - 1)) if _is_guest(neuron) else self.found.get((neuron, -1))

    def add(self, place: Place) -> None:
        """Note a place."""
        self.places.append(place)
        self.found[place.neuron, place.column if _is_guest(place.neuron) else -1] = place


def kind_of(neuron: Neuron, outputs: set[Neuron]) -> str:
    """The kind that decides a neuron's shape and colour.

    >>> kind_of(Neuron("h1"), set()), kind_of(BiasNeuron(), set())
    ('hidden', 'bias')
    """
    if isinstance(neuron, BiasNeuron):
        return "bias"
    if isinstance(neuron, EmotionalNeuron):
        return "emotion"
    if isinstance(neuron, InputNeuron):
        return "input"
    if isinstance(neuron, Source):
        return "source"
    return "output" if neuron in outputs else "hidden"


def columns_of(network: Network) -> list[list[Neuron]]:
    """The neurons column by column, without bias and emotional neurons."""
    first: list[Neuron] = [neuron for neuron in network.sources if not _is_guest(neuron)]
    return [first, *(layer.neurons for layer in network.layers)]


def column_names(network: Network) -> list[str]:
    """What each column is called.

    >>> from lernmi_emo import Network
    >>> column_names(Network.layered([2, 4, 3, 1]))
    ['inputs', 'hidden layer 1', 'hidden layer 2', 'output']
    """
    outputs = set(network.outputs)
    names = ["inputs" if len(network.inputs) > 1 else "input"]
    hidden = [layer for layer in network.layers if not outputs.issuperset(layer.neurons)]
    for layer in network.layers:
        if outputs.issuperset(layer.neurons):
            names.append("outputs" if len(layer.neurons) > 1 else "output")
        else:
            names.append("hidden layer" if len(hidden) == 1 else f"hidden layer {hidden.index(layer) + 1}")
    return names


def collapse(neurons: list[Neuron], most: int | None) -> list[Neuron | None]:
    """At most so many rows: the first and the last neurons, and None where some are left out between.

    >>> [n and n.name for n in collapse([Neuron(f"x{i}") for i in range(1, 100)], 5)]
    ['x1', 'x2', None, 'x98', 'x99']
    """
    if most is None or len(neurons) <= most:
        return list(neurons)
    after = (most - 1) // 2
    return [*neurons[: most - 1 - after], None, *neurons[len(neurons) - after :]]


def lay_out(network: Network, most: int | None, radius: float, caption: float, label: LabelSize | None) -> Layout:
    """Give every visible neuron its place.

    `most` is the highest number of rows in a column, `radius` that of a neuron where there is room, `caption` the
    room below each for its equation. Where links are labelled, columns stand apart as far as their labels need.
    """
    whole = columns_of(network)
    outputs = set(network.outputs)
    shown = [collapse(column, most) for column in whole]
    above, below = _guests(network, whole)
    rows = max(len(column) for column in shown)
    spacing = 2 * radius + caption + (26 if radius > 30 else 18)
    if rows > 16:
        spacing = max(6.0, 16 * spacing / rows)
    small = min(radius, 0.4 * spacing) if rows > 16 else radius
    guest = max(GUEST_RADIUS, small)
    guest_spacing = max(spacing, 2 * guest + 12)
    layout = Layout(spacing=spacing, names=column_names(network))
    highest = max(map(len, above.values()), default=0)
    lowest = max(map(len, below.values()), default=0)
    middle = (rows - 1) / 2 * spacing + highest * guest_spacing
    x = 0.0
    for number, column in enumerate(shown):
        if number:
            sources = len(shown[number - 1]) + len(above.get(number - 1, ())) + len(below.get(number - 1, ()))
            reach = REACH["bias"][0] * guest if above.get(number - 1) or below.get(number - 1) else small
            tall = (rows - 1) * spacing + (highest + lowest) * guest_spacing
            x += _column_gap(sources, len(column), reach, small, spacing, tall, label)
        layout.columns.append(x)
        for row, neuron in enumerate(column):
            y = middle + (row - (len(column) - 1) / 2) * spacing
            if neuron is None:
                layout.gaps.append((x, y, len(whole[number]) - len(column) + 1))
            else:
                layout.add(Place(neuron, kind_of(neuron, outputs), number, x, y, small))
        first, last = middle - (rows - 1) / 2 * spacing, middle + (rows - 1) / 2 * spacing
        for row, neuron in enumerate(above.get(number, ()), 1):
            layout.add(Place(neuron, "bias", number, x, first - row * guest_spacing, guest))
        for row, neuron in enumerate(below.get(number, ()), 1):
            layout.add(Place(neuron, "emotion", number, x, last + row * guest_spacing, guest))
    layout.top = min(place.y - place.reach[1] for place in layout.places)
    layout.bottom = max(place.y + place.reach[1] for place in layout.places) + caption
    return layout


def _is_guest(neuron: Neuron) -> bool:
    return isinstance(neuron, (BiasNeuron, EmotionalNeuron))


def _guests(network: Network, columns: list[list[Neuron]]) -> tuple[dict[int, list[Neuron]], dict[int, list[Neuron]]]:
    """The bias neurons above and the emotional neurons below each column: there, where their links leave from."""
    depth = {neuron: number for number, column in enumerate(columns) for neuron in column}
    above: dict[int, list[Neuron]] = {}
    below: dict[int, list[Neuron]] = {}
    for neuron in network.sources:
        if _is_guest(neuron):
            rows = below if isinstance(neuron, EmotionalNeuron) else above
            for column in sorted({depth[link.target] - 1 for link in neuron.outgoing}):
                rows.setdefault(column, []).append(neuron)
    return above, below


def _column_gap(
    sources: int, targets: int, reach: float, radius: float, spacing: float, tall: float, label: LabelSize | None
) -> float:
    """How far a column stands from the one before it, middle to middle."""
    gap = max(reach + radius + 130, min(tall, 1200.0) / 1.8)
    if label is not None:
        # Labels stand in sub-columns, one for each target or for each source, whichever are fewer (see labels.py).
        run = (min(sources, targets) - 1) * (label.width + 8) + label.width / 2 + reach + 8
        gap = max(gap, run + label.width / 2 + radius + 18, run / (1 - min(0.6, (label.height + 4) / spacing)))
    return gap
