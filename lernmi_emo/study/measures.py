"""What arms are compared by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from lernmi_emo.study.design import Design
from lernmi_emo.study.run import Run


def epochs_needed(design: Design, run: Run) -> float:
    """The epochs until the stopping error; all there were, where a run never reached it.

    Such a run might have needed many more, or might never have arrived. So a mean that contains one is a lower bound,
    and the share of runs that reached it stands beside it.
    """
    return float(run.epochs if run.reached else design.epochs)


@dataclass(frozen=True)
class Measure:
    """One number of a run: its name in files, its title in tables, and how many decimals it is shown with."""

    name: str
    title: str
    digits: int
    value: Callable[[Design, Run], float | None]
    applies: Callable[[Design], bool] = lambda design: True
    better: str = ""  # "less", "more", or neither


def _of(name: str) -> Callable[[Design, Run], float | None]:
    read = attrgetter(name)
    return lambda design, run: read(run)


MEASURES = [
    Measure(
        "reached",
        "share of runs that reached the stopping error",
        3,
        _of("reached"),
        lambda design: design.stop_error is not None,
        "more",
    ),
    Measure(
        "epochs",
        "epochs to the stopping error (runs that never reach it count with all their epochs)",
        1,
        epochs_needed,
        lambda design: design.stop_error is not None,
        "less",
    ),
    Measure("train_error", "mean squared error on the training part", 6, _of("train_error"), better="less"),
    Measure("test_error", "mean squared error on the test part", 6, _of("test_error"), lambda p: p.has_test, "less"),
    Measure(
        "train_accuracy",
        "accuracy on the training part",
        4,
        _of("train_accuracy"),
        lambda design: design.has_classes,
        "more",
    ),
    Measure(
        "test_accuracy",
        "accuracy on the test part",
        4,
        _of("test_accuracy"),
        lambda design: design.has_classes and design.has_test,
        "more",
    ),
    Measure("diverged", "share of runs that diverged", 3, _of("diverged"), better="less"),
    Measure("anxiety", "final anxiety", 4, _of("anxiety")),
    Measure("confidence", "final confidence", 4, _of("confidence")),
    Measure("seconds", "seconds of the processor's time for learning", 4, _of("seconds"), better="less"),
]
