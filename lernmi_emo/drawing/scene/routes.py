"""The way of a link: straight to the next column, and between the neurons where it passes others."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from lernmi_emo.drawing.scene.geometry import crosses
from lernmi_emo.drawing.scene.layout import OUTSIDE, Layout, Place
from lernmi_emo.drawing.scene.marks import Point

ASIDE = (0.0, 0.4, -0.4, 0.8, -0.8)  # where in a gap the first, second, … link passes, as shares of its half room
BETWEEN = 34.0  # from one link to the next at their middles, where several lead from one neuron to one other
CLEAR = 9.0  # between a link and the neuron that it passes


class Routes:
    """Draws links' ways, and spreads those that share a gap between two neurons."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.used: dict[Point, int] = {}  # how many ways lead through each gap already

    def way(self, start: Place, end: Place, number: int = 1, of: int = 1) -> tuple[Point, ...]:
        """The points from one shape's edge to the other's: two, or those of Bézier curves where others stand between.

        Each curve runs level through the gap it passes. Of several links from one neuron to one other, `number` says
        which it is: they bow away from each other.
        """
        stops = [] if end.column == start.column + 1 else self._stops(start, end, number if of > 1 else 0)
        if not stops and of > 1:
            between = min(BETWEEN, 2 * min(start.radius, end.radius) / (of - 1))
            return _bowed(start, end, (number - (of + 1) / 2) * between)
        if not stops:
            return start.edge((end.x, end.y)), end.edge((start.x, start.y))
        along = [start.edge(stops[0]), *stops, end.edge(stops[-1])]
        points = along[:1]
        for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(along)):
            third = (x2 - x1) / 3
            leaving = (x1 + third, y1 + (y2 - y1) / 3 if number == 0 else y1)
            arriving = (x2 - third, y2 - (y2 - y1) / 3 if number == len(stops) else y2)
            points += [leaving, arriving, (x2, y2)]
        return tuple(points)

    def _stops(self, start: Place, end: Place, number: int) -> list[Point]:
        """One stop in each column between, in the gap nearest to the straight line; none where that is free.

        Of several links beside each other, the first (`number`) takes the nearest gap, the second the next one, …
        """
        straight = [(start.x, start.y), (end.x, end.y)]
        between = [place for place in self.layout.places if start.column < place.column < end.column]
        if not number and not any(
            crosses(straight, place.x, place.y, place.reach[0] + 6, place.reach[1] + 6) for place in between
        ):
            return []
        stops = []
        for column in range(start.column + 1, end.column):
            standing = sorted((place for place in between if place.column == column), key=lambda place: place.y)
            x = self.layout.columns[column]
            level = start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x)
            edges = [(place.y - place.reach[1], place.y + place.reach[1]) for place in standing]
            top, bottom = edges[0][0], edges[-1][1]
            gaps = [
                (top - OUTSIDE, top),
                *((one[1], other[0]) for one, other in pairwise(edges)),
                (bottom, bottom + OUTSIDE),
            ]
            gaps.sort(key=lambda gap: abs((gap[0] + gap[1]) / 2 - level))
            high, low = gaps[max(number - 1, 0) % len(gaps)]
            middle = (x, (high + low) / 2)
            count = self.used[middle] = self.used.get(middle, -1) + 1
            room = max(5.0 if number else 0.0, (low - high) / 2 - CLEAR)
            stops.append((x, middle[1] + ASIDE[count % len(ASIDE)] * room))
        return stops


def _bowed(start: Place, end: Place, bow: float) -> tuple[Point, ...]:
    """One curve from edge to edge, whose middle lies so far beside the straight line."""
    along_x, along_y = end.x - start.x, end.y - start.y
    length = hypot(along_x, along_y)
    beside = (-along_y / length * bow * 4 / 3, along_x / length * bow * 4 / 3)  # a curve's middle is 3/4 as far out
    leaving = (start.x + along_x / 3 + beside[0], start.y + along_y / 3 + beside[1])
    arriving = (end.x - along_x / 3 + beside[0], end.y - along_y / 3 + beside[1])
    return start.edge(leaving), leaving, arriving, end.edge(arriving)
