"""Four shapes of points in a plane, in two classes: the ones that the TensorFlow Playground made familiar.

They are drawn by the Playground's recipes (tensorflow/playground, dataset.ts), in its square from −6 to 6. The
inputs are a point's x and y. The target is one number, [1.0] for the class that the Playground shows in blue and
labels +1, [0.0] for the one that it shows in orange and labels −1: 0 and 1 are what a logistic output can reach.

`noise` goes from 0 to 0.5, as there. In the circle and the exclusive or it does not move a point: it blurs the border
at which the classes are told apart, so that some points near it get the other label. In the two others it moves them.

`scaled=True` maps −6..6 to 0..1, which is what the emotional neuron averages. Only the Gaussian clouds can leave the
square; there, a coordinate beyond it is set to 0 or 1. With `scaled=False` all coordinates are left as drawn.

Every number is made from `random()` alone: it is what Python promises to keep the same from version to version.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable

from lernmi_emo.datasets.pattern import Pattern
from lernmi_emo.support.checks import as_random, check_count, check_number
from lernmi_emo.support.exceptions import InputError

EDGE = 6.0  # the square goes from −EDGE to EDGE
REACH = 5.0  # the shapes fill it from −REACH to REACH, more or less
Point = tuple[float, float, float]  # x, y, target


def circle(n: int = 200, noise: float = 0.0, seed: int | random.Random = 0, scaled: bool = True) -> list[Pattern]:
    """A disc of radius 2.5 (target 1), then a ring about it from radius 3.5 to 5 (target 0).

    Raises `InputError` where n is not a whole number of at least 2 or noise is not from 0 to 0.5.

    >>> [([x, y], target), *others] = circle(n=200)
    >>> 0 <= x <= 1, 0 <= y <= 1, target, len(others)
    (True, True, [1.0], 199)
    """
    count, noise, rng = _check(n, noise, seed)

    def ring(number: int, inner: float, outer: float) -> Iterable[Point]:
        """Points at any angle, between two distances from the middle."""
        for _ in range(number):
            radius, angle = _between(rng, inner, outer), _between(rng, 0.0, 2.0 * math.pi)
            x, y = radius * math.sin(angle), radius * math.cos(angle)
            seen_x, seen_y = x + noise * _between(rng, -REACH, REACH), y + noise * _between(rng, -REACH, REACH)
            yield x, y, float(math.hypot(seen_x, seen_y) < REACH / 2)

    return _patterns([*ring(count - count // 2, 0.0, 0.5 * REACH), *ring(count // 2, 0.7 * REACH, REACH)], scaled)


def exclusive_or(n: int = 200, noise: float = 0.0, seed: int | random.Random = 0, scaled: bool = True) -> list[Pattern]:
    """Four squares, parted by a gap of 0.6: target 1 where x and y have the same sign, 0 where they differ.

    This is the Playground's labelling. It is the opposite of the gate `xor()`, which gives 1 where its inputs differ.
    Raises `InputError` where n is not a whole number of at least 2 or noise is not from 0 to 0.5.

    >>> all((x > 0.5) == (y > 0.5) for (x, y), [target] in exclusive_or() if target == 1)
    True
    """
    count, noise, rng = _check(n, noise, seed)

    def squares() -> Iterable[Point]:
        """Points anywhere in the four squares, with their targets."""
        gap = 0.3
        for _ in range(count):
            x, y = _between(rng, -REACH, REACH), _between(rng, -REACH, REACH)
            x, y = x + math.copysign(gap, x), y + math.copysign(gap, y)
            seen_x, seen_y = x + noise * _between(rng, -REACH, REACH), y + noise * _between(rng, -REACH, REACH)
            yield x, y, float(seen_x * seen_y >= 0.0)

    return _patterns(squares(), scaled)


def gauss(n: int = 200, noise: float = 0.0, seed: int | random.Random = 0, scaled: bool = True) -> list[Pattern]:
    """Two Gaussian clouds: target 1 about (2, 2), then target 0 about (−2, −2).

    Their variance grows with the noise, from 0.5 at noise 0 to 4 at noise 0.5.
    Raises `InputError` where n is not a whole number of at least 2 or noise is not from 0 to 0.5.

    >>> [target for _, target in gauss(n=4)]
    [[1.0], [1.0], [0.0], [0.0]]
    """
    count, noise, rng = _check(n, noise, seed)
    deviation = math.sqrt(0.5 + 7.0 * noise)  # variance 0.5 at noise 0, and 4 at noise 0.5

    def cloud(number: int, centre: float, target: float) -> Iterable[Point]:
        """Points around a centre, with this target."""
        for _ in range(number):
            # Box and Muller: from two even random numbers, two independent normal ones
            radius, angle = math.sqrt(-2.0 * math.log(1.0 - rng.random())), 2.0 * math.pi * rng.random()
            x, y = radius * math.cos(angle), radius * math.sin(angle)
            yield centre + deviation * x, centre + deviation * y, target

    return _patterns([*cloud(count - count // 2, 2.0, 1.0), *cloud(count // 2, -2.0, 0.0)], scaled)


def spiral(n: int = 200, noise: float = 0.0, seed: int | random.Random = 0, scaled: bool = True) -> list[Pattern]:
    """Two spiral arms of 1¾ turns, one inside the other: target 1, then target 0, each from the centre outwards.

    Raises `InputError` where n is not a whole number of at least 2 or noise is not from 0 to 0.5.

    >>> spiral(n=4, scaled=False)[0]
    ([0.0, 0.0], [1.0])
    """
    count, noise, rng = _check(n, noise, seed)

    def arm(number: int, start: float, target: float) -> Iterable[Point]:
        """Points along one arm of the spiral, with this target."""
        for step in range(number):
            radius, angle = REACH * step / number, 1.75 * 2.0 * math.pi * step / number + start
            x, y = radius * math.sin(angle), radius * math.cos(angle)
            yield x + noise * _between(rng, -1.0, 1.0), y + noise * _between(rng, -1.0, 1.0), target

    return _patterns([*arm(count - count // 2, 0.0, 1.0), *arm(count // 2, math.pi, 0.0)], scaled)


def _check(n: int, noise: float, seed: int | random.Random) -> tuple[int, float, random.Random]:
    count, level = check_count(n, "n", least=2), check_number(noise, "noise")
    if not 0.0 <= level <= 0.5:
        raise InputError(f"noise must be from 0 to 0.5, and this came: {noise!r}")
    return count, level, as_random(seed)


def _between(rng: random.Random, low: float, high: float) -> float:
    return low + (high - low) * rng.random()


def _patterns(points: Iterable[Point], scaled: bool) -> list[Pattern]:
    def coordinate(value: float) -> float:
        return min(max((value + EDGE) / (2.0 * EDGE), 0.0), 1.0) if scaled else value

    return [([coordinate(x), coordinate(y)], [target]) for x, y, target in points]
