"""How a training shows that it goes on: a bar where there is a terminal and tqdm, and else a line now and then."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from lernmi_emo.learning.history import History
    from lernmi_emo.toolbox import Network

MOST_LINES = 20


def show_progress(epochs: int) -> dict[str, Any]:
    """The settings of `train` that show its progress on stderr."""
    if sys.stderr.isatty() and find_spec("tqdm") is not None:
        return {"progress": True}
    return {"callbacks": [EpochLines(epochs)]}


class EpochLines:
    """A callback that prints a line after each epoch, or, where there are many, after every so many.

    >>> from lernmi_emo import History
    >>> EpochLines(10).line(History(errors=[0.25], anxieties=[0.75], confidences=[0.0]))
    'epoch 1 of 10: error 0.2500, anxiety 0.7500, confidence 0.0000'
    """

    def __init__(self, epochs: int) -> None:
        self.epochs = epochs
        self.every = max(1, -(-epochs // MOST_LINES))

    def __call__(self, network: Network, history: History) -> None:
        """Print a line, if it is time for one."""
        if len(history) == 1 or len(history) % self.every == 0:
            print(self.line(history), file=sys.stderr, flush=True)

    def line(self, history: History) -> str:
        """What the last epoch came to."""
        shown = {
            "error": history.errors,
            "anxiety": history.anxieties,
            "confidence": history.confidences,
            "validation error": history.validation_errors,
        }
        values = ", ".join(f"{name} {number(values[-1])}" for name, values in shown.items() if values)
        return f"epoch {len(history)} of {self.epochs}: {values}"
