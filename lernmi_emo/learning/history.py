"""What a training came to, epoch by epoch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from lernmi_emo.core.emotion import Emotions
    from lernmi_emo.learning.evaluation import Evaluation


@dataclass
class History:
    """One number per epoch in each list; a list stays empty where the training had nothing to put in it.

    `errors` are mean squared errors over the epoch's lessons. `anxieties` and `confidences` are what the epoch left
    the network feeling: the next epoch learned with them. `stopped` says why training ended. Printed, it is a table,
    with the middle left out where there are many epochs.

    >>> history = History(errors=[0.25, 0.0625], anxieties=[1.0, 0.8125], confidences=[0.0, 0.1875])
    >>> print(history)
    epoch   error   anxiety  confidence
        1  0.2500    1.0000      0.0000
        2  0.0625    0.8125      0.1875
    """

    errors: list[float] = field(default_factory=list)
    anxieties: list[float] = field(default_factory=list)
    confidences: list[float] = field(default_factory=list)
    validation_errors: list[float] = field(default_factory=list)
    validation_accuracies: list[float] = field(default_factory=list)
    stopped: str = ""

    def __len__(self) -> int:
        return len(self.errors)

    def add(self, error: float, emotions: Emotions | None, evaluation: Evaluation | None) -> None:
        """Write down one epoch.

        >>> history = History()
        >>> history.add(0.25, None, None); history.errors
        [0.25]
        """
        self.errors.append(error)
        if emotions is not None:
            self.anxieties.append(emotions.anxiety)
            self.confidences.append(emotions.confidence)
        if evaluation is not None:
            self.validation_errors.append(evaluation.error)
            if evaluation.accuracy is not None:
                self.validation_accuracies.append(evaluation.accuracy)

    def epochs_since_best(self) -> int:
        """How many epochs ago the validation error was lowest.

        >>> History(validation_errors=[0.3, 0.1, 0.2]).epochs_since_best()
        1
        """
        best = min(self.validation_errors)
        return len(self.validation_errors) - 1 - self.validation_errors.index(best)

    def __str__(self) -> str:
        if not self.errors:
            return "no epochs" + f" ({self.stopped})" * bool(self.stopped)
        columns = {
            "error": self.errors,
            "anxiety": self.anxieties,
            "confidence": self.confidences,
            "validation error": self.validation_errors,
            "accuracy": self.validation_accuracies,
        }
        columns = {name: values for name, values in columns.items() if values}
        widths = {name: max(8, *(len(text) + 2 for text in (name, *map(number, columns[name])))) for name in columns}
        lines = ["epoch" + "".join(f"{name:>{widths[name]}}" for name in columns)]
        for epoch in range(len(self)):
            if len(self) > 20 and 10 <= epoch < len(self) - 9:
                if epoch == 10:
                    lines.append("    …")
                continue
            row = "".join(f"{number(values[epoch]):>{widths[name]}}" for name, values in columns.items())
            lines.append(f"{epoch + 1:>5}{row}")
        if self.stopped:
            lines.append(f"stopped: {self.stopped}")
        return "\n".join(lines)
