"""What the lesson now under way, or the last one learnt, was given: a record to explain its numbers by."""

from __future__ import annotations

from typing import NamedTuple


class Lesson(NamedTuple):
    """One pattern, and the settings its links learn with. Without an emotional neuron the last two are None.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1])
    >>> error = net.learn([0, 1], [1], rate=0.5, momentum=0.9)
    >>> net.lesson
    Lesson(inputs=[0.0, 1.0], targets=[1.0], rate=0.5, momentum=0.9, anxiety=None, confidence=None)
    """

    inputs: list[float]
    targets: list[float]
    rate: float
    momentum: float
    anxiety: float | None
    confidence: float | None
