"""Anxiety and confidence: two numbers that a network feels once per epoch.

Emotional links learn by them: their learning rate is the anxiety μ, their momentum the confidence k. After epoch i

    Y_AvPAT      the average of all patterns' averages: constant for the same data
    E_i          the mean squared error of the epoch:    (1 / (patterns · outputs)) Σ Σ (T − Y)²
    anxiety      μ_i = Y_AvPAT + E_i
    confidence   k_i = μ_0 − μ_i

μ_0 is the anxiety of the untrained network, felt before the first lesson, so k_0 = 0. As the error falls, anxiety
falls towards Y_AvPAT and confidence rises from 0 towards E_0. Where the error rises above E_0, confidence goes below
0, and is left so.

This is EmBP as reconstructed (Khashman, IEEE Transactions on Neural Networks 19(11), 2008; the full text was not at
hand). Other readings are other objects: hand a network anything with these attributes and methods. Only
what derives from `Emotions`, and declares its `fields`, can be saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import ClassVar

from lernmi_emo.core.kind import NOT_YET, Kind
from lernmi_emo.support.checks import check_number
from lernmi_emo.support.text import number


class Emotions(Kind):
    """What the network feels. Both are None until it first does.

    >>> emotions = Emotions()
    >>> emotions.feel(average=0.75, error=0.25); emotions
    Emotions(anxiety 1.0000, confidence 0.0000)
    >>> emotions.feel(average=0.75, error=0.0625); emotions
    Emotions(anxiety 0.8125, confidence 0.1875)
    >>> emotions.forget(); emotions
    Emotions(nothing felt yet)
    """

    fields: ClassVar[tuple[str, ...]] = ("anxiety", "confidence", "initial_anxiety", "average", "error")

    messages: ClassVar[dict[str, str]] = {"emotions": "feel"}

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Be as before the first lesson."""
        self.anxiety: float = NOT_YET  # μ, the rate of the emotional links
        self.confidence: float = NOT_YET  # k, the momentum of the emotional links
        self.initial_anxiety: float = NOT_YET  # μ_0
        self.average: float = NOT_YET  # Y_AvPAT, as last felt
        self.error: float = NOT_YET  # E_i, as last felt

    def feel(self, average: float, error: float) -> None:
        """Feel an epoch: the average of its patterns, Y_AvPAT, and its mean squared error, E_i."""
        self.average = average
        self.error = error
        self.anxiety = average + error
        if self.initial_anxiety is None:
            self.initial_anxiety = self.anxiety
        self.confidence = self.initial_anxiety - self.anxiety

    def __repr__(self) -> str:
        if self.anxiety is None:
            return f"{type(self).__name__}(nothing felt yet)"
        return f"{type(self).__name__}(anxiety {number(self.anxiety)}, confidence {number(self.confidence)})"


class FixedEmotions(Emotions):
    """Emotions that no epoch changes: the controls of an honest comparison.

    `FixedEmotions(1, 0)` takes the feeling out of EmBP. `FixedEmotions(rate, momentum)`, with the rate and momentum
    of the other links, is plain backpropagation with one more input. `FixedEmotions(0, 0)` keeps the emotional
    links as they are.

    >>> calm = FixedEmotions(anxiety=1.0, confidence=0.0)
    >>> calm.feel(average=0.75, error=0.25); calm.forget(); calm
    FixedEmotions(anxiety 1.0000, confidence 0.0000)
    """

    fields = ("fixed",)

    def __init__(self, anxiety: float, confidence: float) -> None:
        self.fixed = (check_number(anxiety, "anxiety"), check_number(confidence, "confidence"))
        super().__init__()

    def forget(self) -> None:
        """Feel the fixed values: there is nothing to forget."""
        super().forget()
        self.anxiety, self.confidence = self.fixed

    def feel(self, average: float, error: float) -> None:
        """Note the epoch's numbers, unmoved."""
        self.average = average
        self.error = error


def mean(values: Sequence[float]) -> float:
    """The average, added up from left to right, so that it is the same bits in every version of Python.

    (The built-in `sum` of floats rounds otherwise since Python 3.12.)

    >>> mean([0.0, 0.5, 1.0])
    0.5
    """
    return reduce(add, values, 0.0) / len(values)
