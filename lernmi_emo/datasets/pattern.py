"""A pattern is one thing to learn: a pair of two lists of numbers, the inputs and the targets.

A data set is a plain list of patterns. There is nothing else to know about it: print it, slice it, write your own.
A class ("this is a 3") becomes numbers as a one-hot target: one number per class, 1 at the class and 0 elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import InputError

Pattern = tuple[list[float], list[float]]
P = TypeVar("P", bound=Sequence[Iterable[float]])  # what is taken for one: also tuples, NumPy arrays


def one_hot(place: int, classes: int) -> list[float]:
    """A list of as many numbers as there are classes: 1 at this place (counted from 0), 0 elsewhere.

    Raises `InputError` where the place is none of the classes'.

    >>> one_hot(2, 4)
    [0.0, 0.0, 1.0, 0.0]
    """
    if check_count(place, "place", least=0) >= check_count(classes, "classes"):
        raise InputError(f"place must be below the number of classes, {classes}, and this came: {place!r}")
    target = [0.0] * classes
    target[place] = 1.0
    return target


def check_pairs(patterns: Iterable[P]) -> list[P]:
    """The patterns as a list, if there are any and each is a pair of inputs and targets.

    >>> check_pairs([([0, 1], [1]), []])
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.InputError: pattern 2 must be a pair (inputs, targets) of two lists, and this came: []
    """
    if isinstance(patterns, (str, bytes)) or not hasattr(patterns, "__iter__"):
        raise InputError(f"expected a list of patterns (inputs, targets), and this came: {patterns!r}")
    given = list(patterns)
    if not given:
        raise InputError("expected a list of patterns (inputs, targets), and it is empty")
    for number, pattern in enumerate(given, 1):
        # a string is refused here too: "ab" has a length of 2, and its letters are no lists
        if not hasattr(pattern, "__len__") or len(pattern) != 2 or not all(map(_is_list, pattern)):
            raise InputError(
                f"pattern {number} must be a pair (inputs, targets) of two lists, and this came: {pattern!r}"
            )
    return given


def _is_list(values: object) -> bool:
    return hasattr(values, "__iter__") and not isinstance(values, (str, bytes))
