"""Lines, curves and edges: where a link leaves one shape and meets another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, sqrt

from lernmi_emo.drawing.scene.marks import Point
from lernmi_emo.drawing.scene.style import CORNERS


def edge_point(shape: str, centre: Point, half_width: float, half_height: float, towards: Point) -> Point:
    """Where the straight line from a shape's centre towards another point crosses the shape's outline.

    >>> edge_point("box", (0, 0), 10, 5, (100, 0))
    (10.0, 0.0)
    >>> edge_point("circle", (0, 0), 10, 10, (0, -50))
    (0.0, -10.0)
    """
    along_x, along_y = towards[0] - centre[0], towards[1] - centre[1]
    x, y = along_x / half_width, along_y / half_height  # in the shape's own measure, its half width and height being 1
    length = hypot(x, y)
    if length == 0:
        return centre
    share = 1 / length
    corners = CORNERS.get(shape)
    if corners:
        share = 1.0
        for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0])):
            # share · (x, y) lies on the side from (x1, y1) to (x2, y2)
            across = x * (y2 - y1) - y * (x2 - x1)
            if across == 0:
                continue
            on_ray = (x1 * (y2 - y1) - y1 * (x2 - x1)) / across
            on_side = (x1 * y - y1 * x) / across
            if on_ray > 0 and -1e-9 <= on_side <= 1 + 1e-9:
                share = on_ray
                break
    return (centre[0] + along_x * share, centre[1] + along_y * share)


def room_at(shape: str, half_width: float, half_height: float, below: float) -> float:
    """How wide a shape is at so much below (or, if negative, above) its middle.

    >>> room_at("circle", 10, 10, 6), room_at("diamond", 20, 10, 5), room_at("box", 10, 5, 2)
    (16.0, 20.0, 20.0)
    """
    y = min(abs(below) / half_height, 1.0)
    corners = CORNERS.get(shape)
    if not corners:
        return 2 * half_width * sqrt(1 - y * y)
    widest = 0.0
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0])):
        if min(y1, y2) <= y <= max(y1, y2):
            widest = max(widest, x1, x2) if y1 == y2 else max(widest, x1 + (x2 - x1) * (y - y1) / (y2 - y1))
    return 2 * half_width * widest


def point_at(points: Sequence[Point], share: float) -> Point:
    """The point that lies this share of the way along a line or a chain of Bézier curves.

    >>> point_at([(0, 0), (10, 20)], 0.5)
    (5.0, 10.0)
    """
    if len(points) == 2:
        (x1, y1), (x2, y2) = points
        return (x1 + share * (x2 - x1), y1 + share * (y2 - y1))
    curves = (len(points) - 1) // 3
    number = min(int(share * curves), curves - 1)
    t = share * curves - number
    a, b, c, d = points[3 * number : 3 * number + 4]
    u = 1 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return (
        weights[0] * a[0] + weights[1] * b[0] + weights[2] * c[0] + weights[3] * d[0],
        weights[0] * a[1] + weights[1] * b[1] + weights[2] * c[1] + weights[3] * d[1],
    )


def flattened(points: Sequence[Point], pieces: int = 12) -> list[Point]:
    """A line or curve as straight pieces.

    >>> flattened([(0, 0), (10, 20)])
    [(0, 0), (10, 20)]
    """
    if len(points) == 2:
        return list(points)
    count = pieces * ((len(points) - 1) // 3)
    return [point_at(points, place / count) for place in range(count + 1)]


def arrow_head(points: Sequence[Point], length: float) -> tuple[Point, Point, Point]:
    """The three corners of an arrow's head at a line's end: its tip first.

    >>> arrow_head([(0, 0), (100, 0)], 10)
    ((100, 0), (90.0, 4.0), (90.0, -4.0))
    """
    (x1, y1), (x2, y2) = points[-2], points[-1]
    distance = hypot(x2 - x1, y2 - y1) or 1.0
    x, y = (x2 - x1) / distance * length, (y2 - y1) / distance * length
    return (x2, y2), (x2 - x - 0.4 * y, y2 - y + 0.4 * x), (x2 - x + 0.4 * y, y2 - y - 0.4 * x)


def shortened(points: Sequence[Point], length: float) -> list[Point]:
    """The line without the last bit of it, which the arrow's head covers.

    >>> shortened([(0, 0), (100, 0)], 10)
    [(0, 0), (90.0, 0.0)]
    """
    (x1, y1), (x2, y2) = points[-2], points[-1]
    distance = hypot(x2 - x1, y2 - y1) or 1.0
    share = min(length / distance, 1.0)
    return [*points[:-1], (x2 - share * (x2 - x1), y2 - share * (y2 - y1))]


def crosses(points: Sequence[Point], x: float, y: float, half_width: float, half_height: float) -> bool:
    """Whether a line of straight pieces runs through the box about (x, y).

    >>> crosses([(0, 0), (100, 100)], 50, 52, 10, 5), crosses([(0, 0), (100, 100)], 50, 80, 10, 5)
    (True, False)
    """
    for (x1, y1), (x2, y2) in pairwise(points):
        if max(y1, y2) < y - half_height or min(y1, y2) > y + half_height:
            continue
        enter, leave = 0.0, 1.0
        for start, step, low, high in (
            (x1, x2 - x1, x - half_width, x + half_width),
            (y1, y2 - y1, y - half_height, y + half_height),
        ):
            if step == 0:
                if not low <= start <= high:
                    leave = -1.0
                continue
            first, last = sorted(((low - start) / step, (high - start) / step))
            enter, leave = max(enter, first), min(leave, last)
        if enter <= leave:
            return True
    return False
