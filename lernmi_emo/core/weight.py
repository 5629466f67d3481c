"""A weight: a number that learns.

    change = momentum · last change − rate · ∂E/∂weight
    weight += change

A link has a weight of its own. Several links may share one, which then learns from the sum of what each of them sends.
"""

from __future__ import annotations

from typing import ClassVar

from lernmi_emo.core.kind import NOT_YET, Kind
from lernmi_emo.support.checks import check_number


class Weight(Kind):
    """A number that goes down the error's slope by the plain rule: rate and momentum.

    A frozen one never changes. A class with another `update` is another rule.

    >>> weight = Weight(0.5)
    >>> weight.open_sensitivity(); weight.sensitivity += 0.25
    >>> weight.update(rate=0.1, momentum=0.0); weight.weight, weight.change, weight.weight_before
    (0.475, -0.025, 0.5)
    >>> weight.forget(); weight.change, weight.weight_before is None
    (0.0, True)
    """

    __slots__ = ("change", "frozen", "last_change", "sensitivity", "weight", "weight_before")

    fields = ("weight", "frozen", "change", "last_change")
    messages: ClassVar[dict[str, str]] = {"update": "update"}

    weight: float
    weight_before: float  # the weight before the last update, until the next one; None where there was none
    sensitivity: float  # ∂E/∂weight
    change: float  # the last update added this to the weight
    last_change: float  # the change before that one, which momentum carried on
    frozen: bool

    def __init__(self, weight: float, *, frozen: bool = False, what: str = "the weight") -> None:
        self.weight = check_number(weight, what)
        self.frozen = frozen
        self.forget()

    def forget(self) -> None:
        """Be as before the first lesson, but for the weight: nothing sent back, nothing changed."""
        self.sensitivity = NOT_YET
        self.weight_before = NOT_YET
        self.change = 0.0
        self.last_change = 0.0

    def open_sensitivity(self) -> None:
        """Begin the sum of a weight that several links share: none of them has sent anything back yet."""
        self.sensitivity = 0.0

    def update(self, rate: float, momentum: float) -> None:
        """Go a step down the error's slope, and a part of the last step once more."""
        self.weight_before, self.last_change = self.weight, self.change
        if self.frozen:
            self.change = 0.0
            return
        self.change = momentum * self.last_change - rate * self.sensitivity
        self.weight += self.change
