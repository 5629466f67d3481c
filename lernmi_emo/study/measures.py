"""What arms are compared by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    better: str = ""  # "less", "more", or neither
    applies: Callable[[Design], bool] = lambda design: True
    made: Callable[[Design, Run], float] | None = None  # the run has it by this name, where nothing else is said

    def value(self, design: Design, run: Run) -> float | None:
        """What the run came to, if it has that."""
        return getattr(run, self.name) if self.made is None else self.made(design, run)


def _can_stop(design: Design) -> bool:
    return design.stop_error is not None


TO_STOP = "epochs to the stopping error (runs that never reach it count with all their epochs)"
MEASURES = [
    Measure("reached", "share of runs that reached the stopping error", 3, "more", _can_stop),
    Measure("epochs", TO_STOP, 1, "less", _can_stop, epochs_needed),
    Measure("train_error", "mean squared error on the training part", 6, "less"),
    Measure("test_error", "mean squared error on the test part", 6, "less", lambda design: design.has_test),
    Measure("train_accuracy", "accuracy on the training part", 4, "more", lambda design: design.has_classes),
    Measure(
        "test_accuracy", "accuracy on the test part", 4, "more", lambda design: design.has_classes and design.has_test
    ),
    Measure("diverged", "share of runs that diverged", 3, "less"),
    Measure("anxiety", "final anxiety", 4),
    Measure("confidence", "final confidence", 4),
    Measure("seconds", "seconds of the processor's time for learning", 4, "less"),
]
