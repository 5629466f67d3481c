"""What came of an experiment: its runs, and what they say of each arm beside plain BP."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lernmi_emo.study.arms import Arm
from lernmi_emo.study.design import Design
from lernmi_emo.study.measures import MEASURES, Measure
from lernmi_emo.study.run import Run
from lernmi_emo.study.statistics import average, bootstrap_interval, deviation, sign_flip_test

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BASELINE = "bp"


@dataclass(frozen=True)
class Row:
    """One arm by one measure: mean and standard deviation over `count` seeds, and the paired difference to plain BP.

    `low` and `high` are the ends of the difference's 95 % bootstrap interval, and `p` is the sign-flip test's; see
    `lernmi_emo.study.statistics`. They are None where there is nothing to compare: for plain BP itself, for what plain
    BP does not have, and, but for p, with a single seed.

    >>> Row("train_error", "embp", count=30, mean=0.01, deviation=0.002, difference=0.001).difference
    0.001
    """

    measure: str
    arm: str
    count: int
    mean: float
    deviation: float | None
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


class Study:
    """The runs of an experiment. Printed, it is a table; `save` writes everything into a folder.

    `rows` compares over the seeds that are complete, with every arm and fold; after Ctrl-C (`interrupted`) these may
    be fewer than were asked for, or none. `runs` are all that there are, in the order of seed, fold and arm.

    >>> from lernmi_emo import datasets
    >>> from lernmi_emo.study import compare
    >>> study = compare(datasets.xor(), hidden=3, seeds=5, epochs=3, test=0, arms=["embp"], workers=1)
    >>> study
    Study(data: 2 arms × 5 seeds, 10 of 10 runs)
    >>> study.values("links", "embp")
    [17.0, 17.0, 17.0, 17.0, 17.0]
    >>> study.wanted, study.complete_seeds, study.measures[0].name, len(study.rows)
    (10, [0, 1, 2, 3, 4], 'train_error', 10)
    >>> figure = study.figure()
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     sorted(path.name for path in study.save(folder))
    ['figure.png', 'figure.svg', 'runs.csv', 'summary.csv', 'table.txt']
    """

    def __init__(
        self, design: Design, arms: list[Arm], seeds: list[int], runs: list[Run], interrupted: bool = False
    ) -> None:
        self.design = design
        self.arms = arms
        self.seeds = seeds
        self.runs = runs
        self.interrupted = interrupted

    @property
    def wanted(self) -> int:
        """How many runs there are when all are done."""
        return len(self.arms) * len(self.seeds) * (self.design.folds or 1)

    @cached_property
    def complete_seeds(self) -> list[int]:
        """The seeds for which every arm has done every fold."""
        folds = self.design.folds or 1
        return [seed for seed in self.seeds if all(len(self._folds(seed, arm.name)) == folds for arm in self.arms)]

    def _folds(self, seed: int, arm: str) -> list[Run]:
        """The runs of one arm from one seed."""
        return self._runs_by_seed_and_arm.get((seed, arm), [])

    @cached_property
    def _runs_by_seed_and_arm(self) -> dict[tuple[int, str], list[Run]]:
        found: dict[tuple[int, str], list[Run]] = {}
        for run in self.runs:
            found.setdefault((run.seed, run.arm), []).append(run)
        return found

    @property
    def measures(self) -> list[Measure]:
        """What these runs can be measured by."""
        return [measure for measure in MEASURES if measure.applies(self.design)]

    def values(self, measure: str, arm: str) -> list[float]:
        """An arm's values, one for each complete seed: each the average over the seed's folds.

        `measure` is the name of a measure, or of any number that a `Run` has. Empty where the runs don't have it.
        """
        value = next((each.value for each in MEASURES if each.name == measure), None)
        values = []
        for seed in self.complete_seeds:
            runs = self._folds(seed, arm)
            found = [getattr(run, measure) if value is None else value(self.design, run) for run in runs]
            there = [float(each) for each in found if each is not None]
            if len(there) < len(found) or not there:
                return []
            values.append(average(there))
        return values

    @cached_property
    def rows(self) -> list[Row]:
        """Every measure, arm by arm."""
        return list(self._rows())

    def row(self, measure: str, arm: str) -> Row | None:
        """The row of one measure and arm, if there is one.

        >>> from lernmi_emo import datasets
        >>> from lernmi_emo.study import compare
        >>> study = compare(datasets.xor(), hidden=3, seeds=5, epochs=3, test=0, arms=["embp"], workers=1)
        >>> study.row("train_error", "embp").count
        5
        """
        return next((row for row in self.rows if (row.measure, row.arm) == (measure, arm)), None)

    def _rows(self) -> Iterator[Row]:
        for measure in self.measures:
            plain = self.values(measure.name, BASELINE)
            for arm in self.arms:
                values = self.values(measure.name, arm.name)
                if not values:
                    continue
                row = (measure.name, arm.name, len(values), average(values), deviation(values))
                if arm.name == BASELINE or not plain:
                    yield Row(*row)
                    continue
                differences = [value - other for value, other in zip(values, plain)]
                low, high = bootstrap_interval(differences) or (None, None)
                yield Row(*row, average(differences), low, high, sign_flip_test(differences))

    def figure(self) -> Figure:
        """Each arm's differences to plain BP, with their intervals; see `lernmi_emo.study.figure`."""
        from lernmi_emo.study.figure import draw

        return draw(self)

    def save(self, folder: str | os.PathLike[str], times: bool = True) -> list[Path]:
        """Write `table.txt`, `summary.csv`, `runs.csv`, `figure.svg` and `figure.png` into a folder; return the paths.

        Without `times`, seconds are left out: then the same experiment leaves the same bytes.
        """
        from lernmi_emo.study.report import save

        return save(self, Path(folder), times)

    def __str__(self) -> str:
        from lernmi_emo.study.report import table

        return table(self)

    def __repr__(self) -> str:
        counts = f"{len(self.arms)} arms × {len(self.seeds)} seeds, {len(self.runs)} of {self.wanted} runs"
        return f"Study({self.design.title}: {counts})"
