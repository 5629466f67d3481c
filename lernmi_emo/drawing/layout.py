"""Where everything stands: layers are columns, and values flow to the right.

A neuron's column is its depth, so any acyclic graph falls into columns. The bias and the emotional neuron stand
before each layer they lead to, the bias above the column and the emotional neuron below it: that way their links
run past no other neuron. A wide layer shows its first and last neurons, and "⋮" for those between.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.drawing.style import REACH
from lernmi_emo.neuron import BiasNeuron, EmotionalNeuron, InputNeuron, Neuron, Source

if TYPE_CHECKING:
    from lernmi_emo.network import Network

GUEST_RADIUS = 16.0  # the least radius of bias and emotional neurons, beside crowds of dots
OUTSIDE = 26.0  # room for links that pass a whole column, above it or below
FULL_SIZE = 16  # so many rows are drawn at full size, more of them smaller and closer


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


class Layout:
    """Every visible neuron's place: at most `most` rows in a column, or all where it is None.

    `radius` is a neuron's where there is room, `caption` the room below each for its equation. `places` are new after
    each `arrange` and `move`.
    """

    def __init__(self, network: Network, most: int | None, radius: float, caption: float) -> None:
        self.whole = columns_of(network)
        self.shown = [collapse(column, most) for column in self.whole]
        self.above, self.below = _guests(network, self.whole)
        self.outputs = set(network.outputs)
        depth = {neuron: number for number, column in enumerate(self.whole) for neuron in column}
        # Whether some link passes a column, and might do so above or below all of its neurons.
        self.passing = any(depth[link.target] - depth.get(link.source, 99) > 1 for link in network.links)
        self.names = column_names(network)
        self.radius = radius
        self.caption = caption
        self.rows = max(len(column) for column in self.shown)
        self.spacing = 2 * radius + caption + (26 if radius > 30 else 18)  # from row to row
        if self.rows > FULL_SIZE:
            self.spacing = max(6.0, FULL_SIZE * self.spacing / self.rows)
            self.radius = min(radius, 0.4 * self.spacing)
        self.arrange(None)

    def arrange(self, label: LabelSize | None, caption_width: float = 0.0) -> None:
        """Give every visible neuron its place. Where links are labelled, columns stand as far apart as that needs."""
        side = max(self.radius, caption_width / 2)
        self.places: list[Place] = []
        self.gaps: list[tuple[float, float, int]] = []  # where "⋮" stands, and for how many neurons
        self.columns: list[float] = []  # x of each
        guest = max(GUEST_RADIUS, self.radius)
        step = max(self.spacing, 2 * guest + 12)  # from guest to guest
        first, last = -(self.rows - 1) / 2 * self.spacing, (self.rows - 1) / 2 * self.spacing
        x = 0.0
        for number, column in enumerate(self.shown):
            if number:
                x += self._gap_before(number, guest, step, side, label)
            self.columns.append(x)
            for row, neuron in enumerate(column):
                y = (row - (len(column) - 1) / 2) * self.spacing
                if neuron is None:
                    self.gaps.append((x, y, len(self.whole[number]) - len(column) + 1))
                else:
                    self.places.append(Place(neuron, kind_of(neuron, self.outputs), number, x, y, self.radius))
            for row, neuron in enumerate(self.above.get(number, ()), 1):
                self.places.append(Place(neuron, "bias", number, x, first - row * step, guest))
            for row, neuron in enumerate(self.below.get(number, ()), 1):
                self.places.append(Place(neuron, "emotion", number, x, last + row * step, guest))
        self._note()

    def move(self, right: float, down: float) -> None:
        """Move everything."""
        self.places = [replace(place, x=place.x + right, y=place.y + down) for place in self.places]
        self.gaps = [(x + right, y + down, count) for x, y, count in self.gaps]
        self.columns = [x + right for x in self.columns]
        self._note()

    def source(self, neuron: Neuron, target_column: int) -> Place | None:
        """Where a link from this neuron to that column starts; None where it is hidden behind "⋮"."""
        return self.found.get((neuron, target_column - 1)) if _is_guest(neuron) else self.found.get((neuron, -1))

    def _note(self) -> None:
        self.found = {(each.neuron, each.column if _is_guest(each.neuron) else -1): each for each in self.places}
        self.top = min(place.y - place.reach[1] for place in self.places)
        self.bottom = max(place.y + place.reach[1] for place in self.places) + self.caption
        if self.passing:
            self.top, self.bottom = self.top - OUTSIDE, self.bottom + OUTSIDE

    def _gap_before(self, number: int, guest: float, step: float, side: float, label: LabelSize | None) -> float:
        """How far a column stands from the one before it, middle to middle."""
        guests = [*self.above.get(number - 1, ()), *self.below.get(number - 1, ())]
        sources, targets = len(self.shown[number - 1]) + len(guests), len(self.shown[number])
        reach = max(side, REACH["bias"][0] * guest if guests else 0.0)
        tall = (self.rows - 1) * self.spacing + len(guests) * step
        gap = max(reach + self.radius + 170, min(tall, 1200.0) / 1.8)  # no link so steep that it meets other neurons
        if label is not None:
            # Labels stand in sub-columns, one for each target or for each source, whichever are fewer (see labels.py).
            run = (min(sources, targets) - 1) * (label.width + 10) + label.width / 2 + reach + 8
            crowded = min(0.6, (label.height + 4) / self.spacing)
            gap = max(gap, run + label.width / 2 + side + 18, run / (1 - crowded))
        return gap


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
