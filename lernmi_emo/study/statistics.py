"""The few statistics that the experiment needs, each short enough to be read.

Two arms are compared **seed by seed**: what counts is the list of differences, one for each seed, in which everything
that both arms share (the split, the first weights, the order of the patterns) has dropped out.

The **bootstrap interval** says how sure the mean difference is: draw as many differences as there are, with putting
back, take their mean, do that 9,999 times, and cut off the lowest and the highest 2.5 % (Efron, 1979; the percentile
method).

The **sign-flip test** says how easily chance alone would give such a mean. If the arms were alike, each difference
could as well have had the other sign. So flip signs at random and count how often the mean comes out as far from 0 as
it did: that share is p (Fisher, 1935). With few seeds, every way of flipping is tried once; with many, 9,999 ways are
drawn. Nothing is assumed of how the differences are distributed but that they would lie evenly around 0.

Everything is drawn from a seed, and added up by `math.fsum`, which rounds once: the same data give the same digits.
"""

from __future__ import annotations

import functools
import itertools
import math
import random
from collections.abc import Iterable, Sequence
from typing import TypeVar

Choice = TypeVar("Choice")

DRAWS = 9_999
ALL_FLIPS = 13  # up to so many differences, every way of flipping signs is tried: at most 8,192


def average(values: Sequence[float]) -> float:
    """The mean.

    >>> average([0.1] * 10)
    0.1
    """
    return math.fsum(values) / len(values)


def deviation(values: Sequence[float]) -> float | None:
    """The sample's standard deviation, √(Σ (value − mean)² / (n − 1)). None for a single value, which has none.

    >>> deviation([1.0, 2.0, 3.0]), deviation([1.0])
    (1.0, None)
    """
    if len(values) < 2:
        return None
    centre = average(values)
    return math.sqrt(math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1))


def bootstrap_interval(differences: Sequence[float], seed: int = 0) -> tuple[float, float] | None:
    """The 95 % interval of the mean difference, by the bootstrap. None for a single difference.

    >>> low, high = bootstrap_interval([1.0, 2.0, 3.0, 4.0])
    >>> 1.0 <= low < 2.5 < high <= 4.0
    True
    """
    count = len(differences)
    if count < 2:
        return None
    means = sorted(average([differences[place] for place in places]) for places in _drawn(range(count), count, seed))
    cut = (DRAWS + 1) // 40  # 2.5 %: the 250th from below and from above
    return means[cut - 1], means[-cut]


def sign_flip_test(differences: Sequence[float], seed: int = 0) -> float:
    """How probable a mean at least as far from 0 would be if signs fell by chance: p, two-sided.

    >>> sign_flip_test([1.0, 2.0, 3.0])  # of 8 ways to flip, this one and its mirror image
    0.25
    >>> sign_flip_test([0.0, 0.0])
    1.0
    """
    sizes = [abs(float(difference)) for difference in differences]
    least = abs(math.fsum(differences)) - 1e-12 * math.fsum(sizes)  # a tie is a tie, whatever rounding made of it
    if len(sizes) <= ALL_FLIPS:
        return _share_as_far(sizes, least, itertools.product((1.0, -1.0), repeat=len(sizes)))
    drawn = _drawn((1.0, -1.0), len(sizes), seed)
    as_it_was = [math.copysign(1.0, difference) for difference in differences]  # one of the ways, too: so p is never 0
    return _share_as_far(sizes, least, itertools.chain(drawn, [as_it_was]))


@functools.lru_cache(maxsize=4)
def _drawn(choices: Sequence[Choice], count: int, seed: int) -> list[list[Choice]]:
    """So many of these choices, drawn with putting back, 9,999 times: the same ones for every measure and arm."""
    chance = random.Random(seed)
    return [chance.choices(choices, k=count) for _ in range(DRAWS)]


def _share_as_far(sizes: Sequence[float], least: float, ways: Iterable[Sequence[float]]) -> float:
    far = count = 0
    for signs in ways:
        far += abs(math.fsum(map(float.__mul__, sizes, signs))) >= least
        count += 1
    return far / count
