"""Where everything stands: layers are columns, and values flow to the right.

A neuron's column is its depth, so any acyclic graph falls into columns. The bias and the emotional neuron stand
before each layer they lead to, the bias above the column and the emotional neuron below it, as their looks say: that
way their links run past no other neuron. A wide layer shows its first and last neurons, and "⋮" for those between.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.core.kind import Look
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.appearance import look_of, stands_aside
from lernmi_emo.drawing.scene.columns import collapse, column_names, columns_of, guests_of
from lernmi_emo.drawing.scene.geometry import edge_point
from lernmi_emo.drawing.scene.marks import Point
from lernmi_emo.drawing.scene.style import REACH

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork

GUEST_RADIUS = 16.0  # the least radius of bias and emotional neurons, beside crowds of dots
OUTSIDE = 26.0  # room for links that pass a whole column, above it or below
FULL_SIZE = 16  # so many rows are drawn at full size, more of them smaller and closer
CLOSEST = 2.0  # from row to row


class LabelSize(NamedTuple):
    """How much room a link's label takes."""

    width: float
    height: float


@dataclass(frozen=True)
class Place:
    """A neuron's place in one column."""

    neuron: Neuron
    look: Look
    column: int
    x: float
    y: float
    radius: float

    @property
    def reach(self) -> tuple[float, float]:
        """Its shape's half width and half height."""
        wide, high = REACH[self.look.shape]
        return wide * self.radius, high * self.radius

    def edge(self, towards: Point) -> Point:
        """Where a straight line from its middle towards another point leaves its shape."""
        return edge_point(self.look.shape, (self.x, self.y), *self.reach, towards)


class Layout:
    """Every visible neuron's place: at most `most` rows in a column, or all where it is None.

    `radius` is a neuron's where there is room, `caption` the room below each for its equation. `places` are new after
    each `arrange` and `move`.
    """

    def __init__(self, network: BareNetwork, most: int | None, radius: float, caption: float) -> None:
        self.whole = columns_of(network)
        self.shown = [collapse(column, most) for column in self.whole]
        self.above, self.below = guests_of(network, self.whole)
        self.outputs = set(network.outputs)
        depth = {neuron: number for number, column in enumerate(self.whole) for neuron in column}
        # Whether some link passes a column, and might do so above or below all of its neurons.
        self.passing = any(depth[link.target] - depth.get(link.source, 99) > 1 for link in network.links)
        self.names = column_names(network)
        self.radius = radius
        self.caption = caption
        self.spacing = 2 * radius + caption + (26 if radius > 30 else 18)  # from row to row
        self.spacings = [
            self.spacing if len(column) <= FULL_SIZE else max(CLOSEST, FULL_SIZE * self.spacing / len(column))
            for column in self.shown
        ]
        self.radii = [min(radius, 0.4 * spacing) for spacing in self.spacings]
        self.arrange(None)

    def arrange(self, label: LabelSize | None, caption_width: float = 0.0) -> None:
        """Give every visible neuron its place. Where links are labelled, columns stand as far apart as that needs."""
        self.places: list[Place] = []
        self.gaps: list[tuple[float, float, int]] = []  # where "⋮" stands, and for how many neurons
        self.columns: list[float] = []  # x of each
        x = 0.0
        for number, (column, spacing, radius) in enumerate(zip(self.shown, self.spacings, self.radii)):
            if number:
                x += self._gap_before(number, label, caption_width)
            self.columns.append(x)
            for row, neuron in enumerate(column):
                y = (row - (len(column) - 1) / 2) * spacing
                if neuron is None:
                    self.gaps.append((x, y, len(self.whole[number]) - len(column) + 1))
                else:
                    self.places.append(Place(neuron, look_of(neuron, self.outputs), number, x, y, radius))
            guest, step, tall = max(GUEST_RADIUS, radius), self._guest_step(number), self._tall(number)
            for side, guests in ((-1, self.above), (1, self.below)):
                for row, neuron in enumerate(guests.get(number, ()), 1):
                    y = side * (tall / 2 + row * step)
                    self.places.append(Place(neuron, look_of(neuron, self.outputs), number, x, y, guest))
        self._note()

    def move(self, right: float, down: float) -> None:
        """Move everything."""
        self.places = [replace(place, x=place.x + right, y=place.y + down) for place in self.places]
        self.gaps = [(x + right, y + down, count) for x, y, count in self.gaps]
        self.columns = [x + right for x in self.columns]
        self._note()

    def source(self, neuron: Neuron, target_column: int) -> Place | None:
        """Where a link from this neuron to that column starts; None where it is hidden behind "⋮"."""
        return self.found.get((neuron, target_column - 1)) if stands_aside(neuron) else self.found.get((neuron, -1))

    def _note(self) -> None:
        self.found = {(each.neuron, each.column if stands_aside(each.neuron) else -1): each for each in self.places}
        self.top = min(place.y - place.reach[1] for place in self.places)
        self.bottom = max(place.y + place.reach[1] for place in self.places) + self.caption
        if self.passing:
            self.top, self.bottom = self.top - OUTSIDE, self.bottom + OUTSIDE

    def _tall(self, number: int) -> float:
        """From the first row's middle to the last one's, as far as the bias and emotional neurons must keep off.

        In a network of ordinary size they stand in rows of their own, above and below all columns; beside a column of
        hundreds, near to the columns that they link.
        """
        heights = [(len(column) - 1) * spacing for column, spacing in zip(self.shown, self.spacings)]
        wide = any(len(column) > FULL_SIZE for column in self.shown)
        return max(heights[number : number + 2] if wide else heights)

    def _guest_step(self, number: int) -> float:
        """From one bias or emotional neuron to the next."""
        return max(self.spacings[number], 2 * max(GUEST_RADIUS, self.radii[number]) + 12)

    def _gap_before(self, number: int, label: LabelSize | None, caption_width: float) -> float:
        """How far a column stands from the one before it, middle to middle."""
        before = number - 1
        guests = [*self.above.get(before, ()), *self.below.get(before, ())]
        guest = max(GUEST_RADIUS, self.radii[before])
        source_side = max(self.radii[before], caption_width / 2, REACH["diamond"][0] * guest if guests else 0.0)
        target_side = max(self.radii[number], caption_width / 2)
        tall = self._tall(before) + len(guests) * self._guest_step(before)
        # No link so steep that it meets other neurons.
        gap = max(source_side + self.radii[number] + 170, min(tall, 1200.0) / 1.8)
        if label is not None:
            # Labels stand in sub-columns, one for each target or for each source, whichever are fewer (see labels.py).
            fewer = min(len(self.shown[before]) + len(guests), len(self.shown[number]))
            run = (fewer - 1) * (label.width + 10) + label.width / 2 + source_side + 8
            crowded = min(0.6, (label.height + 4) / self.closest(number))
            gap = max(gap, run + label.width / 2 + target_side + 18, run / (1 - crowded))
        return gap

    def closest(self, number: int) -> float:
        """The smaller of the distances from row to row in this column and in the one before."""
        return min(self.spacings[number - 1 : number + 1])
