"""What came of an experiment: its runs, and what they say of each arm beside plain BP."""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lernmi_emo.study.arms import Arm
from lernmi_emo.study.design import Design
from lernmi_emo.study.measures import MEASURES, Measure
from lernmi_emo.study.run import Run
from lernmi_emo.study.statistics import average, bootstrap_interval, deviation, sign_flip_test
from lernmi_emo.support.exceptions import NameNotFoundError, suggest

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BASELINE = "bp"


@dataclass(frozen=True)
class Row:
    """One arm by one measure: mean and standard deviation over `count` seeds, and the paired difference to another arm.

    `low` and `high` are the ends of the difference's 95 % bootstrap interval, and `p` is the sign-flip test's; see
    `lernmi_emo.study.statistics`. The other arm is plain BP, if nothing else is asked for. They are None where there is
    nothing to compare: for that arm itself, for what it does not have, and, but for p, with a single seed.

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
        self._made: dict[tuple[str, str, str], Row | None] = {}  # rows, as far as somebody has asked for them

    @property
    def wanted(self) -> int:
        """How many runs there are when all are done."""
        return len(self.arms) * len(self.seeds) * (self.design.folds or 1)

    @cached_property
    def complete_seeds(self) -> list[int]:
        """The seeds for which every arm has done every fold."""
        folds = self.design.folds or 1
        return [seed for seed in self.seeds if all(len(self._folds[seed, arm.name]) == folds for arm in self.arms)]

    @cached_property
    def _folds(self) -> defaultdict[tuple[int, str], list[Run]]:
        """The runs of each seed and arm."""
        found: defaultdict[tuple[int, str], list[Run]] = defaultdict(list)
        for run in self.runs:
            found[run.seed, run.arm].append(run)
        return found

    @property
    def measures(self) -> list[Measure]:
        """What these runs can be measured by."""
        return [measure for measure in MEASURES if measure.applies(self.design)]

    def values(self, measure: str, arm: str) -> list[float]:
        """An arm's values, one for each complete seed: each the average over the seed's folds.

        `measure` is the name of a measure, or of any number that a `Run` has. Empty where the runs don't have it.
        Raises `NameNotFoundError` where there is no such measure or arm.
        """
        self._check("arm", arm, [each.name for each in self.arms])
        value = next((each.value for each in MEASURES if each.name == measure), None)
        if value is None:
            numbers = [each.name for each in fields(Run) if each.name not in ("arm", "hidden")]
            self._check("measure", measure, [*(each.name for each in MEASURES), *numbers])
        values = []
        for seed in self.complete_seeds:
            runs = self._folds[seed, arm]
            found = [getattr(run, measure) if value is None else value(self.design, run) for run in runs]
            there = [float(each) for each in found if each is not None]
            if len(there) < len(found) or not there:
                return []
            values.append(average(there))
        return values

    def _check(self, what: str, name: str, known: list[str]) -> None:
        if name not in known:
            raise NameNotFoundError(f"this study has no {what} {name!r}: {suggest(name, known)}")

    @property
    def rows(self) -> list[Row]:
        """Every measure, arm by arm."""
        rows = (self.row(measure.name, arm.name) for measure in self.measures for arm in self.arms)
        return [row for row in rows if row is not None]

    def row(self, measure: str, arm: str, against: str = BASELINE) -> Row | None:
        """One measure of one arm, and its difference to another arm; None where these runs don't have the measure.

        Raises `NameNotFoundError` where there is no such measure or arm.

        >>> from lernmi_emo import datasets
        >>> from lernmi_emo.study import compare
        >>> study = compare(datasets.xor(), hidden=3, seeds=5, epochs=3, test=0, arms=["embp"], workers=1)
        >>> study.row("train_error", "embp").count
        5
        """
        key = (measure, arm, against)
        if key not in self._made:
            self._made[key] = self._row(measure, arm, against)
        return self._made[key]

    def _row(self, measure: str, arm: str, against: str) -> Row | None:
        values, others = self.values(measure, arm), self.values(measure, against)
        if not values:
            return None
        row = (measure, arm, len(values), average(values), deviation(values))
        if arm == against or not others:
            return Row(*row)
        differences = [value - other for value, other in zip(values, others)]
        low, high = bootstrap_interval(differences) or (None, None)
        return Row(*row, average(differences), low, high, sign_flip_test(differences))

    def table(self, measure: str, against: str = BASELINE) -> str:
        """One measure as text, arm by arm, each with its differences to plain BP, or to another arm.

        `measure` is the name of one of the `measures`. Raises `NameNotFoundError` where there is no such measure or
        arm.

        >>> from lernmi_emo import datasets
        >>> from lernmi_emo.study import compare
        >>> study = compare(datasets.xor(), hidden=3, seeds=5, epochs=3, test=0, arms=["embp"], workers=1)
        >>> print(study.table("train_error", against="embp").splitlines()[0])
        mean squared error on the training part; differences to EmBP
        """
        from lernmi_emo.study.report import block

        self._check("measure", measure, [each.name for each in self.measures])
        return block(self, next(each for each in self.measures if each.name == measure), against)

    def figure(self) -> Figure:
        """Each arm's differences to plain BP, with their intervals; see `lernmi_emo.study.figure`."""
        from lernmi_emo.study.figure import draw_study

        return draw_study(self)

    def save(self, folder: str | os.PathLike[str], times: bool = True) -> list[Path]:
        """Write `table.txt`, `summary.csv`, `runs.csv`, `figure.svg` and `figure.png` into a folder; return the paths.

        Without `times`, seconds are left out: then the same experiment leaves the same bytes.
        """
        from lernmi_emo.study.report import save_study

        return save_study(self, Path(folder), times)

    def __str__(self) -> str:
        from lernmi_emo.study.report import study_table

        return study_table(self)

    def __repr__(self) -> str:
        counts = f"{len(self.arms)} arms × {len(self.seeds)} seeds, {len(self.runs)} of {self.wanted} runs"
        return f"Study({self.design.title}: {counts})"
