"""What an experiment does: the data, the networks' sizes, how they learn, and on what they are judged.

Everything that a run's numbers depend on, beside its arm, seed and fold, stands here. So a file of runs can be told
from one of another experiment.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lernmi_emo.datasets.pattern import Pattern, check_pairs
from lernmi_emo.learning.evaluation import class_values
from lernmi_emo.support.checks import check_count, check_not_negative, check_number, check_values
from lernmi_emo.support.exceptions import InputError, suggest

Setting = tuple[float, float]  # a rate and a momentum


@dataclass(frozen=True)
class Design:
    """An experiment's settings, checked; see `compare`, whose arguments they are.

    >>> from lernmi_emo import datasets
    >>> design = Design.checked(datasets.circle(), hidden=8, epochs=300, rate=0.5, momentum=0.9)
    >>> design.sizes, design.settings, design.scale_inputs
    ([2, 8, 1], [(0.5, 0.9)], False)
    """

    data: list[Pattern]
    hidden: list[int]
    epochs: int
    settings: list[Setting]  # more than one: each run chooses among them on validation data
    stop_error: float | None
    test: float
    folds: int | None
    title: str

    @classmethod
    def checked(
        cls,
        data: Iterable[Any],
        *,
        hidden: int | Sequence[int] = 10,
        epochs: int = 1000,
        rate: float = 0.5,
        momentum: float = 0.5,
        stop_error: float | None = None,
        test: float = 0.25,
        folds: int | None = None,
        grid: Mapping[str, Sequence[float]] | None = None,
        title: str = "data",
    ) -> Design:
        """A design from the settings that a user gives. Raises `InputError` where one makes no sense."""
        patterns = _check_data(data)
        widths = [hidden] if hasattr(hidden, "__index__") else list(hidden)
        if not widths:
            raise InputError("hidden must name at least one layer, for that is what the matched arm widens: hidden=10")
        share = check_number(test, "test")
        if not 0.0 <= share < 1.0:
            raise InputError(f"test is the share of the patterns put aside, from 0 to below 1, and this came: {test!r}")
        if folds is not None and check_count(folds, "folds", least=2) > len(patterns):
            raise InputError(f"{len(patterns)} patterns can't be dealt into {folds} folds: use fewer folds")
        return cls(
            patterns,
            [check_count(width, "hidden") for width in widths],
            check_count(epochs, "epochs"),
            _check_settings(rate, momentum, grid),
            None if stop_error is None else check_not_negative(stop_error, "stop_error"),
            share,
            None if folds is None else int(folds),
            str(title),
        )

    @property
    def sizes(self) -> list[int]:
        """How many inputs, hidden neurons and outputs a network has (but for the arm that has more hidden ones)."""
        inputs, targets = self.data[0]
        return [len(inputs), *self.hidden, len(targets)]

    @property
    def has_test(self) -> bool:
        """Whether anything is put aside for the test."""
        return self.folds is not None or self.test > 0.0

    @cached_property
    def scale_inputs(self) -> bool:
        """Whether an input lies outside 0..1, which is what an emotional neuron averages."""
        return any(min(inputs) < 0.0 or max(inputs) > 1.0 for inputs, _ in self.data)

    @cached_property
    def scale_targets(self) -> bool:
        """Whether a target lies outside 0..1, which is what a logistic output can reach."""
        return any(min(targets) < 0.0 or max(targets) > 1.0 for _, targets in self.data)

    @cached_property
    def has_classes(self) -> bool:
        """Whether the targets name classes, so that there is an accuracy."""
        return class_values([targets for _, targets in self.data]) is not None

    def description(self) -> dict[str, Any]:
        """The design as plain data; the patterns by their number and a fingerprint."""
        return {
            "patterns": len(self.data),
            "fingerprint": self.fingerprint,
            "hidden": self.hidden,
            "epochs": self.epochs,
            "settings": [list(setting) for setting in self.settings],
            "stop_error": self.stop_error,
            "test": None if self.folds is not None else self.test,
            "folds": self.folds,
        }

    @cached_property
    def fingerprint(self) -> str:
        """A number that other data would not have: the SHA-256 of all values."""
        digest = hashlib.sha256()
        for inputs, targets in self.data:
            for values in (inputs, targets):
                row = array("d", values)
                digest.update(f"{len(row)} ".encode())
                digest.update(row.tobytes())
        return digest.hexdigest()


def _check_data(data: Iterable[Any]) -> list[Pattern]:
    pairs = check_pairs(data)
    inputs, targets = (len(list(values)) for values in pairs[0])
    return [
        (
            check_values(pair[0], inputs, f"inputs of pattern {number}"),
            check_values(pair[1], targets, f"targets of pattern {number}"),
        )
        for number, pair in enumerate(pairs, 1)
    ]


def _check_settings(rate: float, momentum: float, grid: Mapping[str, Sequence[float]] | None) -> list[Setting]:
    """Every rate with every momentum."""
    given = {"rate": [rate], "momentum": [momentum]}
    for name, values in (grid or {}).items():
        if name not in given:
            raise InputError(f"grid knows 'rate' and 'momentum', and {name!r} came: {suggest(name, given)}")
        if isinstance(values, (str, bytes)) or not hasattr(values, "__iter__") or not list(values):
            raise InputError(f"grid[{name!r}] must be a list of numbers to choose from, and this came: {values!r}")
        given[name] = list(values)
    rates = [check_not_negative(value, "rate") for value in given["rate"]]
    momenta = [check_not_negative(value, "momentum") for value in given["momentum"]]
    return [(each, other) for each in rates for other in momenta]
