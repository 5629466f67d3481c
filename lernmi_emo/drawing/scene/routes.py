"""The way of a link: straight to the next column, and between the neurons where it passes others."""

from __future__ import annotations

from itertools import pairwise

from lernmi_emo.drawing.scene.geometry import crosses, edge_point
from lernmi_emo.drawing.scene.layout import OUTSIDE, Layout, Place
from lernmi_emo.drawing.scene.marks import Point

ASIDE = (0.0, 0.4, -0.4, 0.8, -0.8)  # where in a gap the first, second, … link passes, as shares of its half room
CLEAR = 9.0  # between a link and the neuron that it passes


class Routes:
    """Draws links' ways, and spreads those that share a gap between two neurons."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.used: dict[Point, int] = {}  # how many ways lead through each gap already

    def way(self, start: Place, end: Place) -> tuple[Point, ...]:
        """The points from one shape's edge to the other's: two, or those of Bézier curves where others stand between.

        Each curve runs level through the gap it passes.
        """
        stops = [] if end.column == start.column + 1 else self._stops(start, end)
        if not stops:
            return (
                edge_point(start.kind, (start.x, start.y), *start.reach, (end.x, end.y)),
                edge_point(end.kind, (end.x, end.y), *end.reach, (start.x, start.y)),
            )
        first = edge_point(start.kind, (start.x, start.y), *start.reach, stops[0])
        last = edge_point(end.kind, (end.x, end.y), *end.reach, stops[-1])
        points = [first]
        along = [first, *stops, last]
        for number, ((x1, y1), (x2, y2)) in enumerate(pairwise(along)):
            third = (x2 - x1) / 3
            leaving = (x1 + third, y1 + (y2 - y1) / 3 if number == 0 else y1)
            arriving = (x2 - third, y2 - (y2 - y1) / 3 if number == len(stops) else y2)
            points += [leaving, arriving, (x2, y2)]
        return tuple(points)

    def _stops(self, start: Place, end: Place) -> list[Point]:
        """One stop in each column between, in the gap nearest to the straight line; none where that is free."""
        straight = [(start.x, start.y), (end.x, end.y)]
        between = [place for place in self.layout.places if start.column < place.column < end.column]
        if not any(crosses(straight, place.x, place.y, place.reach[0] + 6, place.reach[1] + 6) for place in between):
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
            high, low = min(gaps, key=lambda gap: abs((gap[0] + gap[1]) / 2 - level))
            middle = (x, (high + low) / 2)
            count = self.used[middle] = self.used.get(middle, -1) + 1
            stops.append((x, middle[1] + ASIDE[count % len(ASIDE)] * max(0.0, (low - high) / 2 - CLEAR)))
        return stops
