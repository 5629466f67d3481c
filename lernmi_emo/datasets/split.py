"""A network is judged on patterns that it has not learnt from. So the data are split: one part to train, one to test.

The split is stratified: where the targets are classes, each class is shared out in the same proportion as the whole,
so that no class is missing from a part by bad luck. The shares are rounded so that they add up, as seats are given
to parties: everyone gets their whole share, and what is left goes to the largest remainders.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lernmi_emo.datasets.pattern import P, check_pairs
from lernmi_emo.support.checks import as_random, check_number, check_values
from lernmi_emo.support.exceptions import InputError

if TYPE_CHECKING:
    from fractions import Fraction

Class = tuple[float, ...]


def split(patterns: Sequence[P], fraction: float = 0.75, seed: int | random.Random = 0) -> tuple[list[P], list[P]]:
    """Two lists, to train and to test: each pattern is in exactly one of them, the same object, in shuffled order.

    The training part holds `fraction` of the patterns, rounded down. One-hot targets, and single targets of 0 and 1
    (or −1 and 1), are classes: of each, the training part holds `fraction` to within one pattern. Any other targets
    are only shuffled. The same seed gives the same split.

    Raises `InputError` where fraction is not between 0 and 1, or where there are too few patterns for both parts.

    >>> from lernmi_emo.datasets import digits
    >>> train, test = split(digits(), fraction=0.75, seed=0)
    >>> len(train), len(test)
    (1347, 450)
    """
    pairs = check_pairs(patterns)
    share = _share(fraction)
    total = math.floor(len(pairs) * share)
    if not 0 < total < len(pairs):
        raise InputError(
            f"{len(pairs)} patterns are too few to split at {fraction!r}: expected at least one to train and one "
            f"to test, and got {total} and {len(pairs) - total}; use more patterns or another fraction"
        )
    classes = _classes(pairs)
    room = _seats(classes, share, total)  # how many patterns of each class the training part still takes
    rng = as_random(seed)
    keys = [rng.random() for _ in classes]
    train: list[P] = []
    test: list[P] = []
    for place in sorted(range(len(keys)), key=keys.__getitem__):
        if room[classes[place]] > 0:
            room[classes[place]] -= 1
            train.append(pairs[place])
        else:
            test.append(pairs[place])
    return train, test


def _share(fraction: float) -> Fraction:
    """The fraction as it was meant: 0.29 as 29/100, 2/3 as 2/3, so that 100 · 0.29 is 29, not 28.999999999999996."""
    from fractions import Fraction

    share = check_number(fraction, "fraction")
    if not 0.0 < share < 1.0:
        raise InputError(f"fraction must be between 0 and 1 (the training part's share), and this came: {fraction!r}")
    return Fraction(share).limit_denominator(10**9)


def _classes(pairs: list[P]) -> list[Class]:
    """The class of each pattern: its targets, or the same for all where the targets are no classes."""
    targets = [
        tuple(check_values(target, len(list(target)), f"targets of pattern {number}"))
        for number, (_, target) in enumerate(pairs, 1)
    ]
    one_hot = all(len(each) > 1 and sorted(each) == [0.0] * (len(each) - 1) + [1.0] for each in targets)
    kinds = set(targets)
    binary = kinds <= {(0.0,), (1.0,)} or kinds <= {(-1.0,), (1.0,)}
    return targets if one_hot or binary else [()] * len(targets)


def _seats(classes: list[Class], share: Fraction, total: int) -> dict[Class, int]:
    """How many patterns of each class go to the training part: the largest remainder method."""
    sizes = Counter(classes)
    seats = {each: math.floor(size * share) for each, size in sorted(sizes.items())}
    left = total - sum(seats.values())
    for each in sorted(seats, key=lambda each: seats[each] - sizes[each] * share)[:left]:
        seats[each] += 1
    return seats
