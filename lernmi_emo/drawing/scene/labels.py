"""Where the links' labels lie: each on its own link, none on another label or on a neuron.

Between two columns of n and m neurons, n · m labels need room. At one distance from the targets, the links into one
target are still apart: so the labels of each target's links stand in a sub-column of their own (or those of each
source's links, where sources are fewer). From there a label may still move along its link, to where it covers the
fewest other links.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lernmi_emo.drawing.scene.geometry import crosses, flattened, point_at
from lernmi_emo.drawing.scene.layout import LabelSize, Layout, Place
from lernmi_emo.drawing.scene.marks import Point

Box = tuple[float, float, float, float]  # x and y of the middle, half width, half height

# How far a label may move along its link, as shares of its length, the nearest first.
SHIFTS = tuple(sign * step / 50 for step in range(20) for sign in ((1, -1) if step else (1,)))


@dataclass(frozen=True)
class Route:
    """A link's way from one place to another, and the size of its label."""

    start: Place  # where the link's source stands, also in the backward view
    end: Place
    points: tuple[Point, ...]
    size: LabelSize


def place_labels(routes: Sequence[Route], layout: Layout, taken: Sequence[Box]) -> list[Point]:
    """The middle of each route's label. `taken` are boxes to stay clear of, beside the neurons."""
    shapes: list[Box] = [(place.x, place.y, *place.reach) for place in layout.places] + list(taken)
    lines = [flattened(route.points) for route in routes]
    sources = _heights((route.end.column, route.start.y) for route in routes)
    targets = _heights((route.end.column, route.end.y) for route in routes)
    shares = [_share(each, sources[each.end.column], targets[each.end.column], layout) for each in routes]
    # At first every label lies where it is wanted, and no two of one column pair meet. From there they only get better.
    boxes = [_box(route, share) for route, share in zip(routes, shares)]
    for _ in range(2):
        for number, (route, share) in enumerate(zip(routes, shares)):
            others = [box for other, box in enumerate(boxes) if other != number] + shapes
            foreign = [line for other, line in enumerate(lines) if other != number]
            boxes[number] = _best(route, share, others, foreign)
    return [(box[0], box[1]) for box in boxes]


def _box(route: Route, share: float) -> Box:
    """The room of a label whose middle lies so far along its link."""
    return (*point_at(route.points, share), route.size.width / 2 + 2, route.size.height / 2 + 1)


def _best(route: Route, wanted: float, others: Sequence[Box], lines: Sequence[Sequence[Point]]) -> Box:
    """The place along a link where its label covers nothing, and the fewest other links, near to the wanted one."""
    best = _box(route, wanted)
    least = float("inf")
    for shift in SHIFTS:
        cost = 0.6 * abs(shift)
        if cost >= least:
            break  # what is farther away is no better
        if shift and not 0.05 <= wanted + shift <= 0.95:
            continue
        box = _box(route, wanted + shift)
        for other in others:
            cost += 100.0 * _overlap(box, other)
        if cost < least:
            cost += 0.25 * sum(crosses(line, *box) for line in lines)
        if cost < least:
            least, best = cost, box
    return best


def _heights(ends: Iterable[tuple[int, float]]) -> dict[int, list[float]]:
    """At which heights the links into each column begin, or end: each once, from above."""
    heights: dict[int, set[float]] = {}
    for column, y in ends:
        heights.setdefault(column, set()).add(y)
    return {column: sorted(each) for column, each in heights.items()}


def _share(route: Route, sources: list[float], targets: list[float], layout: Layout) -> float:
    """How far along its link a label is wanted, from the first point on."""
    start, end = route.start, route.end
    if end.column != start.column + 1:
        return 0.3 if route.points[0][0] < route.points[-1][0] else 0.7
    distance = end.x - start.x
    # Nearer than this, the fan's links are one.
    crowd = distance * min(0.6, (route.size.height + 4) / layout.closest(end.column))
    low = max(other.reach[0] for other in layout.places if other.column == start.column) + 8 + route.size.width / 2
    high = distance - end.reach[0] - 18 - route.size.width / 2
    if len(targets) <= len(sources):
        high = min(high, distance - crowd)
        rank, count = targets.index(end.y), len(targets)
    else:
        low = max(low, crowd)
        rank, count = sources.index(start.y), len(sources)
    place = (low + high) / 2 if count == 1 else low + (high - low) * rank / (count - 1)
    first, last = route.points[0][0], route.points[-1][0]
    return (start.x + place - first) / (last - first)


def _overlap(one: Box, other: Box) -> float:
    """The area that two boxes share, in a box of the first one's size as the unit; 0 where they don't touch."""
    wide = min(one[0] + one[2], other[0] + other[2]) - max(one[0] - one[2], other[0] - other[2])
    high = min(one[1] + one[3], other[1] + other[3]) - max(one[1] - one[3], other[1] - other[3])
    return wide * high / (4 * one[2] * one[3]) + 0.1 if wide > 0 and high > 0 else 0.0
