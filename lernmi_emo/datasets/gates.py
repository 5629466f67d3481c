"""Logic gates: the smallest data sets, each a whole truth table.

One output, 0 or 1. NOT, AND, OR and NAND can be learnt by a single neuron with a bias: a straight line parts their
ones from their zeros. XOR cannot: it needs a hidden layer, and is therefore everyone's first test of backpropagation.
"""

from __future__ import annotations

from collections.abc import Callable

from lernmi_emo.datasets.pattern import Pattern


def not_() -> list[Pattern]:
    """NOT: 1 where its one input is 0. (`not` is a word of Python's own, hence the underscore.)

    >>> not_()
    [([0.0], [1.0]), ([1.0], [0.0])]
    """
    return [([0.0], [1.0]), ([1.0], [0.0])]


def and_() -> list[Pattern]:
    """AND: 1 where both inputs are 1.

    >>> and_()
    [([0.0, 0.0], [0.0]), ([0.0, 1.0], [0.0]), ([1.0, 0.0], [0.0]), ([1.0, 1.0], [1.0])]
    """
    return _truth_table(lambda a, b: a and b)


def or_() -> list[Pattern]:
    """OR: 1 where at least one input is 1.

    >>> or_()
    [([0.0, 0.0], [0.0]), ([0.0, 1.0], [1.0]), ([1.0, 0.0], [1.0]), ([1.0, 1.0], [1.0])]
    """
    return _truth_table(lambda a, b: a or b)


def xor() -> list[Pattern]:
    """XOR: 1 where the inputs differ.

    >>> xor()
    [([0.0, 0.0], [0.0]), ([0.0, 1.0], [1.0]), ([1.0, 0.0], [1.0]), ([1.0, 1.0], [0.0])]
    """
    return _truth_table(lambda a, b: a != b)


def nand() -> list[Pattern]:
    """NAND: 0 where both inputs are 1.

    >>> nand()
    [([0.0, 0.0], [1.0]), ([0.0, 1.0], [1.0]), ([1.0, 0.0], [1.0]), ([1.0, 1.0], [0.0])]
    """
    return _truth_table(lambda a, b: not (a and b))


def _truth_table(gate: Callable[[bool, bool], bool]) -> list[Pattern]:
    both = (False, True)
    return [([float(a), float(b)], [float(gate(a, b))]) for a in both for b in both]
