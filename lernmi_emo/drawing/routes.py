"""The way of a link: straight to the next column, and between the neurons where it passes others."""

from __future__ import annotations

from itertools import pairwise

from lernmi_emo.drawing.geometry import crosses, edge_point
from lernmi_emo.drawing.layout import Layout, Place
from lernmi_emo.drawing.marks import Point


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
            gaps = [standing[0].y - standing[0].reach[1] - 16]
            gaps += [(one.y + one.reach[1] + other.y - other.reach[1]) / 2 for one, other in pairwise(standing)]
            gaps += [standing[-1].y + standing[-1].reach[1] + 16]
            gap = (x, min(gaps, key=lambda y: abs(y - level)))
            count = self.used[gap] = self.used.get(gap, -1) + 1
            outer = gap[1] == gaps[0] or gap[1] == gaps[-1]
            aside = 7.0 * count if outer else 7.0 * ((count + 1) // 2) * (1 if count % 2 else -1)
            stops.append((x, gap[1] - aside if gap[1] == gaps[0] else gap[1] + aside))
        return stops
