"""A number that knows where it came from: the same float, to the last bit, and the formula that made it.

While a message is listened to, every float that it reads is such a number. What is added, subtracted, multiplied or
divided with them is one again, so what is assigned in the end brings its formula along. Nothing here knows a formula of
learning.

A formula is a **tree** of plain tuples, small enough to keep by the thousand:

    3                        the fourth value that the message read or made, counted from 0
    ("constant", 0.5)        a number that stands in the code
    ("+", left, right)       also "-", "*", "/"; and ("negative", of), ("square", of)
    ("call", name, arguments, function)   function is None where it can't be asked again
    ("is", of)                            the value itself, given on by an activation
    ("so far",)                           the network's error between two messages

A float that no formula is known for, and that does not stand in the code as it is, has lost its trail. So has whatever
is reckoned with it: it is a plain float again, and nobody guesses.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import repeat
from typing import Any, ClassVar

Tree = Any  # a nested tuple, as told above


class Number(float):
    """A float and its tree.

    >>> one, other = Number(0.5, 0), Number(0.25, 1)
    >>> made = one * other - 1.0
    >>> made == 0.5 * 0.25 - 1.0, made.tree
    (True, ('-', ('*', 0, 1), ('constant', 1.0)))
    """

    __slots__ = ("tree",)

    tree: Tree

    def __new__(cls, value: float, tree: Tree) -> Number:
        """The float of this value, made by this tree."""
        self = super().__new__(cls, value)
        self.tree = tree
        return self

    def through(self, name: str, function: Callable[..., float], *before: float) -> float:
        """What this function makes of it; and of what stands `before` it.

        >>> Number(0.0, 3).through("exp", abs).tree
        ('call', 'exp', (3,), <built-in function abs>)
        """
        values = (*before, self)
        trees = tuple(map(_tree, values, repeat(3)))  # no comprehension: before Python 3.12 that is a frame of its own
        made = function(*map(float, values))
        return made if None in trees else Number(made, ("call", name, trees, function))

    def __neg__(self) -> Any:
        return Number(-float(self), ("negative", self.tree))

    def __pos__(self) -> Any:
        return self

    def __add__(self, other: Any) -> Any:
        return _made(float.__add__(self, other), "+", self.tree, _tree(other))

    def __radd__(self, other: Any) -> Any:
        return _made(float.__radd__(self, other), "+", _tree(other), self.tree)

    def __sub__(self, other: Any) -> Any:
        return _made(float.__sub__(self, other), "-", self.tree, _tree(other))

    def __rsub__(self, other: Any) -> Any:
        return _made(float.__rsub__(self, other), "-", _tree(other), self.tree)

    def __mul__(self, other: Any) -> Any:
        return _made(float.__mul__(self, other), "*", self.tree, _tree(other))

    def __rmul__(self, other: Any) -> Any:
        return _made(float.__rmul__(self, other), "*", _tree(other), self.tree)

    def __truediv__(self, other: Any) -> Any:
        return _made(float.__truediv__(self, other), "/", self.tree, _tree(other))

    def __rtruediv__(self, other: Any) -> Any:
        return _made(float.__rtruediv__(self, other), "/", _tree(other), self.tree)

    __hash__: ClassVar[Any] = float.__hash__

    def __reduce__(self) -> Any:
        return float, (float(self),)  # copied or sent away, it is a float like any other


def _made(value: Any, sign: str, left: Tree, right: Tree) -> Any:
    if value is NotImplemented or left is None or right is None:
        return value
    if sign == "+" and left == ZERO:
        return Number(value, right)  # a sum that is built up begins at 0, and nobody writes that
    if sign == "/" and right in (("constant", 1), ("constant", 1.0)):
        return Number(value, left)
    if sign == "*" and left == right:
        return Number(value, ("square", left))
    return Number(value, (sign, left, right))


ZERO = ("constant", 0.0)


def _tree(other: Any, depth: int = 1) -> Tree | None:
    """The tree of what a number meets: its own, a constant if it stands in the code; None where there is no telling."""
    if type(other) is Number:
        return other.tree
    if type(other) is int:  # a whole number can't be a float that lost its trail
        return ("constant", other)
    if type(other) is float:
        consts = sys._getframe(depth + 1).f_code.co_consts
        if any(each == other for each in _flat(consts) if type(each) is float):
            return ("constant", other)
    return None


def _flat(consts: Iterable[Any]) -> Iterator[Any]:
    """A code's constants; `total, count = 0.0, 0` keeps both in one."""
    for each in consts:
        if type(each) is tuple:
            yield from each
        else:
            yield each


def without_trail(value: Any) -> Any:
    """The same value without its trail; in lists and tuples too.

    >>> type(without_trail(Number(0.5, 0))), without_trail([Number(0.5, 0), "a"])
    (<class 'float'>, [0.5, 'a'])
    """
    if type(value) is Number:
        return float(value)
    if type(value) in (list, tuple):
        return type(value)(without_trail(each) for each in value)
    return value


@contextmanager
def sums_heard() -> Iterator[None]:
    """While this lasts, `sum` adds numbers as it adds floats: from Python 3.12 on, that is not how + rounds.

    >>> values = [Number(value, place) for place, value in enumerate([0.1, 0.2, 0.3])]
    >>> with sums_heard():
    ...     made = sum(values)
    >>> made == sum([0.1, 0.2, 0.3]), made.tree
    (True, ('+', ('+', 0, 1), 2))
    """
    before = builtins.sum

    def heard(values: Iterable[Any], /, start: Any = 0) -> Any:
        values = list(values)
        made = before(values, start)
        return Number(before(without_trail(values), without_trail(start)), made.tree) if type(made) is Number else made

    builtins.sum = heard
    try:
        yield
    finally:
        builtins.sum = before
