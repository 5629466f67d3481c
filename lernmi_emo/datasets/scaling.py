"""Scaling brings each column of numbers to 0..1, so that none outweighs the others only by its unit.

The smallest and the largest value of each column are learnt from the training part alone:

    scaled = (value − smallest) / (largest − smallest)

The test part is scaled with the same two numbers. To look at its values for them would let the test leak into the
training. So a test value below the smallest or above the largest comes out below 0 or above 1, and is left so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from lernmi_emo.datasets.pattern import P, Pattern, check_pairs
from lernmi_emo.support.checks import check_values
from lernmi_emo.support.exceptions import InputError

Range = tuple[float, float]  # the smallest and the largest value of a column


class Scaling:
    """The range of each input column, and of each target column where that was asked for.

    >>> train, test = [([0, 50], [1]), ([10, 70], [0])], [([5, 80], [1])]
    >>> scaling = Scaling.learn(train)
    >>> scaling
    Scaling(inputs: 0..10, 50..70)
    >>> scaling.apply(train)
    [([0.0, 0.0], [1.0]), ([1.0, 1.0], [0.0])]
    >>> scaling.apply(test)
    [([0.5, 1.5], [1.0])]
    """

    def __init__(self, inputs: list[Range], targets: list[Range] | None = None) -> None:
        self.inputs = inputs
        self.targets = targets  # None: targets are left as they are

    @classmethod
    def learn(cls, patterns: Iterable[P], targets: bool = False) -> Scaling:
        """The scaling that brings these patterns, the training part, to 0..1: inputs, and targets too if asked.

        Targets want it where they are quantities (a price, a temperature); classes are 0 and 1 already.
        A column that holds one value only becomes 0; there is nothing in it to learn.
        Raises `InputError` for an empty list, patterns of unlike lengths, and what is not a finite number.
        """
        pairs = check_pairs(patterns)
        target_ranges = _ranges([pair[1] for pair in pairs], "targets") if targets else None
        return cls(_ranges([pair[0] for pair in pairs], "inputs"), target_ranges)

    def scale(self, inputs: Iterable[float]) -> list[float]:
        """One pattern's inputs, scaled: what to hand to `predict`.

        Raises `InputError` where they are not as many as the columns, or no finite numbers.

        >>> Scaling.learn([([0, 50], [1]), ([10, 70], [0])]).scale([5, 80])
        [0.5, 1.5]
        """
        return _scale(check_values(inputs, len(self.inputs), "inputs"), self.inputs)

    def apply(self, patterns: Iterable[P]) -> list[Pattern]:
        """These patterns, scaled, as a new list. Raises `InputError` where the number of columns is another."""
        scaled: list[Pattern] = []
        for number, pair in enumerate(check_pairs(patterns), 1):
            inputs = check_values(pair[0], len(self.inputs), f"inputs of pattern {number}")
            width = len(list(pair[1])) if self.targets is None else len(self.targets)
            targets = check_values(pair[1], width, f"targets of pattern {number}")
            if self.targets is not None:
                targets = _scale(targets, self.targets)
            scaled.append((_scale(inputs, self.inputs), targets))
        return scaled

    def restore(self, outputs: Iterable[float]) -> list[float]:
        """What a network predicts, back in the targets' own unit.

        Raises `InputError` where the targets were not scaled, or the outputs are not as many.

        >>> scaling = Scaling.learn([([0], [15]), ([1], [25])], targets=True)
        >>> scaling.restore([0.5])
        [20.0]
        """
        if self.targets is None:
            raise InputError("the targets were not scaled: use Scaling.learn(train, targets=True) to scale them too")
        values = check_values(outputs, len(self.targets), "outputs")
        return [low + value * (high - low) for value, (low, high) in zip(values, self.targets)]

    def __repr__(self) -> str:
        parts = [f"inputs: {_text(self.inputs)}"]
        if self.targets is not None:
            parts.append(f"targets: {_text(self.targets)}")
        return f"Scaling({'; '.join(parts)})"


def _ranges(rows: Sequence[Iterable[float]], what: str) -> list[Range]:
    width = len(list(rows[0]))
    checked = [check_values(row, width, f"{what} of pattern {number}") for number, row in enumerate(rows, 1)]
    ranges = [(min(column), max(column)) for column in zip(*checked)]
    for number, (low, high) in enumerate(ranges, 1):
        if not math.isfinite(high - low):
            raise InputError(f"column {number} of the {what} reaches from {low} to {high}: too far for a float")
    return ranges


def _scale(values: list[float], ranges: list[Range]) -> list[float]:
    # `or 1.0`: a column of one value has no extent to divide by
    return [(value - low) / ((high - low) or 1.0) for value, (low, high) in zip(values, ranges)]


def _text(ranges: list[Range]) -> str:
    shown = ", ".join(f"{low:g}..{high:g}" for low, high in ranges[:4])
    return shown + (f", … ({len(ranges)} columns)" if len(ranges) > 4 else "")
