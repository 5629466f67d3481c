"""Bad input is refused here, before anything has changed, with a message that says what to do."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from typing import Any

from lernmi_emo.support.exceptions import InputError


def check_values(values: Iterable[float], expected: int, what: str) -> list[float]:
    """These values as a list of floats, if there are as many as expected and each is a finite number.

    `what` names them in the message: "inputs", or "targets of pattern 3".

    >>> check_values([0, 1], 2, "inputs")
    [0.0, 1.0]
    >>> check_values([0], 2, "inputs")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.InputError: expected 2 inputs, and 1 came: [0]
    """
    try:
        if len(values) == expected and all(map(math.isfinite, values)) and type(values) is not bytes:  # type: ignore[arg-type]
            return list(map(float, values))
    except (TypeError, ValueError, OverflowError):
        pass  # what it is that can't be used is found below
    return _look_closely(values, expected, what)


def _look_closely(values: Iterable[float], expected: int, what: str) -> list[float]:
    """The values one by one, for a message that says which of them it is; or a generator's, which have no length."""
    if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__"):
        raise InputError(f"expected {expected} {what} in a list, and this came: {values!r}")
    given = list(values)
    if len(given) != expected:
        shown = given if len(given) <= 8 else f"[{given[0]!r}, {given[1]!r}, …]"
        raise InputError(f"expected {expected} {what}, and {len(given)} came: {shown}")
    return [check_number(value, f"number {place} of the {expected} {what}") for place, value in enumerate(given, 1)]


def check_number(value: Any, what: str) -> float:
    """This value as a float, if it is a finite number.

    >>> check_number(1, "rate")
    1.0
    >>> check_number("high", "rate")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.InputError: rate must be a finite number, and this came: 'high'
    """
    try:
        if math.isfinite(value):
            return float(value)
    except (TypeError, ValueError, OverflowError):
        pass  # said below, in the same words as for infinity
    raise InputError(f"{what} must be a finite number, and this came: {value!r}")


def check_not_negative(value: Any, what: str) -> float:
    """This value as a float, if it is a finite number and not below 0. 0 is a value like any other.

    >>> check_not_negative(0, "rate")
    0.0
    """
    checked = check_number(value, what)
    if checked < 0:
        raise InputError(f"{what} must not be negative, and this came: {value!r}")
    return checked


def check_count(value: Any, what: str, least: int = 1) -> int:
    """This value as an int, if it is a whole number and not below `least`.

    >>> check_count(3, "epochs")
    3
    """
    if isinstance(value, bool) or not hasattr(value, "__index__") or value.__index__() < least:
        raise InputError(f"{what} must be a whole number of at least {least}, and this came: {value!r}")
    return int(value.__index__())


def as_random(seed: int | random.Random | None) -> random.Random:
    """A source of random numbers: a new one from a seed, the one handed in, or for None one that no seed repeats.

    >>> as_random(7).random() == random.Random(7).random()
    True
    """
    if isinstance(seed, random.Random):
        return seed
    if seed is None:
        return random.Random()
    if not hasattr(seed, "__index__"):
        raise InputError(f"seed must be a whole number, a random.Random, or None, and this came: {seed!r}")
    return random.Random(seed.__index__())
