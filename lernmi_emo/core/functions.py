"""Functions that formulas are made of: e to a power, the natural logarithm, the larger of two.

They are Python's own. But while somebody listens to a formula, its numbers know where they came from (see
`watching/number.py`), and such a number is asked to go through the function itself, so that its trail is not lost.
An activation, an error function or a kind of your own that takes them from here can be written out by `explain`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any


def exp(number: float) -> float:
    """e to this power.

    >>> exp(0.0)
    1.0
    """
    return math.exp(number) if type(number) is float else _through(number, "exp", math.exp)


def log(number: float) -> float:
    """The natural logarithm.

    >>> log(1.0)
    0.0
    """
    return math.log(number) if type(number) is float else _through(number, "ln", math.log)


def largest(one: float, other: float) -> float:
    """The larger of two numbers; the first, where they are equal.

    >>> largest(0.0, -2.0)
    0.0
    """
    return max(one, other) if type(one) is type(other) is float else _through(other, "max", max, one)


def _through(number: Any, name: str, function: Callable[..., float], *before: float) -> float:
    """The function of what stands before and of this number, which may know its trail; integers know none."""
    through = getattr(number, "through", None)
    made: float = function(*before, number) if through is None else through(name, function, *before)
    return made
