"""The experiment as a whole: every arm, from every seed, on every fold; and then the table.

It is made so that it can come out against emotion as easily as for it: all arms begin with the same weights, see the
same patterns in the same order, may choose their settings alike, and have their controls beside them. The test part
is looked at once, at the end of each run.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

from lernmi_emo.learning.objects import Fast
from lernmi_emo.study.arms import ARMS, Arm
from lernmi_emo.study.design import Design
from lernmi_emo.study.journal import Journal
from lernmi_emo.study.result import Study
from lernmi_emo.study.run import Run, Task, load_compiled_code
from lernmi_emo.study.workers import carry_out_by, carry_out_here, carry_out_in_processes
from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import InputError, NameNotFoundError, suggest
from lernmi_emo.support.progress import bar


def compare(
    data: Iterable[Any],
    *,
    hidden: int | Sequence[int] = 10,
    seeds: int | Iterable[int] = 30,
    epochs: int = 1000,
    rate: float = 0.5,
    momentum: float = 0.5,
    stop_error: float | None = None,
    test: float = 0.25,
    folds: int | None = None,
    grid: Mapping[str, Sequence[float]] | None = None,
    arms: Iterable[str | Arm] = tuple(ARMS),
    title: str = "data",
    journal: str | os.PathLike[str] | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: bool = False,
    fast: Fast = "auto",
) -> Study:
    """Train every arm from every seed, and compare each with plain BP, seed by seed.

    `data` are patterns. Where values lie outside 0..1, they are scaled by each training part's range, and errors are
    in that scale. `seeds` is how many (0, 1, …), or which ones. Each run learns for `epochs`, or until an epoch's
    error is at most `stop_error`.

    It is judged on `test`, the share of the patterns that its seed's split puts aside (0: none, as for a truth table),
    or, with `folds`, on each of so many folds in turn: a seed's numbers are then the averages over its folds.

    `grid`, such as `{"rate": [0.1, 0.3, 1.0], "momentum": [0.0, 0.9]}`, is tried out by every run of every arm on
    four folds of its own training part, instead of `rate` or `momentum`.

    `arms` are names in `ARMS`, or `Arm` objects of your own; "bp", which they are compared with, is always there.
    `journal` is a file that keeps each run as soon as it is done: the same call goes on where it was interrupted.

    Runs are done in as many processes as there are processors, or `workers`; 1 does them in this one. (In a script,
    more than one needs the call to stand under `if __name__ == "__main__":`.) `executor` hands them to any
    `concurrent.futures.Executor` instead, such as that of a Dask cluster: `Client(…).get_executor()`. Nothing but the
    seconds depends on that. Ctrl-C ends it, and hands back the study so far.

    Raises `InputError` where a setting makes no sense, `StorageError` where the journal is another experiment's.

    >>> from lernmi_emo import datasets
    >>> study = compare(datasets.xor(), hidden=3, seeds=5, epochs=3, test=0, arms=["embp"], workers=1)
    >>> [(row.arm, row.count) for row in study.rows if row.measure == "train_error"]
    [('bp', 5), ('embp', 5)]
    """
    design = Design.checked(
        data,
        hidden=hidden,
        epochs=epochs,
        rate=rate,
        momentum=momentum,
        stop_error=stop_error,
        test=test,
        folds=folds,
        grid=grid,
        title=title,
    )
    chosen = _check_arms(arms)
    numbers = _check_seeds(seeds)
    if workers is not None:
        check_count(workers, "workers")
    wanted = [Task(arm, seed, fold) for seed in numbers for fold in range(folds or 1) for arm in chosen]
    book = None if journal is None else Journal(journal, design)
    runs = {} if book is None else {(run.arm, run.seed, run.fold): run for run in book.runs}
    tasks = [task for task in wanted if (task.arm.name, task.seed, task.fold) not in runs]

    if fast:
        load_compiled_code(fast)  # or say at once why that can't be
    with bar(len(wanted), progress, unit=" runs") as shown:
        shown.update(len(wanted) - len(tasks))

        def done(run: Run) -> None:
            runs[run.arm, run.seed, run.fold] = run
            if book is not None:
                book.add(run)
            shown.update(1)

        interrupted = _carry_out(design, tasks, executor, workers, fast, done)
    keys = [(task.arm.name, task.seed, task.fold) for task in wanted]
    return Study(design, chosen, numbers, [runs[key] for key in keys if key in runs], interrupted)


def _carry_out(
    design: Design,
    tasks: list[Task],
    executor: Executor | None,
    workers: int | None,
    fast: Fast,
    done: Callable[[Run], object],
) -> bool:
    if not tasks:
        return False
    if executor is not None:
        return carry_out_by(executor, design, tasks, fast, done)
    count = min(workers or os.cpu_count() or 1, len(tasks))
    if count == 1:
        return carry_out_here(design, tasks, fast, done)
    return carry_out_in_processes(count, design, tasks, fast, done)


def _check_arms(arms: Iterable[str | Arm]) -> list[Arm]:
    if isinstance(arms, (str, Arm)) or not hasattr(arms, "__iter__"):
        raise InputError(f"arms is a list of names, such as ['embp', 'fixed'], and this came: {arms!r}")
    chosen = {"bp": ARMS["bp"]}
    for arm in arms:
        if not isinstance(arm, Arm):
            if arm not in ARMS:
                raise NameNotFoundError(f"there is no arm {arm!r}: {suggest(arm, ARMS)}")
            arm = ARMS[arm]
        if chosen.setdefault(arm.name, arm) is not arm:
            raise InputError(f"two arms are called {arm.name!r}: name one of them otherwise")
    return list(chosen.values())


def _check_seeds(seeds: int | Iterable[int]) -> list[int]:
    if hasattr(seeds, "__index__"):
        return list(range(check_count(seeds, "seeds")))
    if isinstance(seeds, (str, bytes)) or not hasattr(seeds, "__iter__"):
        raise InputError(f"seeds is how many, or a list of whole numbers, and this came: {seeds!r}")
    numbers = [check_count(seed, "each of the seeds", least=0) for seed in seeds]
    if not numbers or len(set(numbers)) < len(numbers):
        raise InputError(f"seeds must be at least one number, and each one once, and this came: {numbers}")
    return numbers
