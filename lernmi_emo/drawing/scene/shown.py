"""What a Scene shows: the network as it is now, with what its last messages were used with.

The numbers of a lesson are those that it used: the weight that the outputs were computed with is the one from before
the update. Which weights have had their update, and by which formulas, is found out by hearing (see `explaining`).
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any, Protocol

from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.link import Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.weight import Weight
from lernmi_emo.explaining.of_link import told_backward, told_forward, told_update
from lernmi_emo.explaining.of_neuron import told_delta
from lernmi_emo.explaining.rehearing import weights_used
from lernmi_emo.expressions.equation import Equation


class Shown(Protocol):
    """What a `Reader` asks: of a network as it is, or of one moment of a trace."""

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that the values come from."""

    @property
    def error(self) -> float | None:
        """Its error."""

    def look(self, part: Any) -> Any:
        """What to read a neuron's, a link's or a weight's values from."""

    def weight_used(self, link: Link) -> float:
        """The weight that the link had in this pass, before its update."""

    def is_updated(self, weight: Weight) -> bool:
        """Whether the weight has had its update in this pass."""

    def equations(self, part: Neuron | Link, view: str) -> tuple[Equation, ...]:
        """How the values that this view shows came about; nothing where only numbers are asked for."""


class Now:
    """The network as it is.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, seed=7)
    >>> before = net.links[0].weight
    >>> error = net.learn([1], [0])
    >>> now = Now(net)
    >>> now.weight_used(net.links[0]) == before, now.is_updated(net.links[0])
    (True, True)
    """

    def __init__(self, network: BareNetwork) -> None:
        self.network = network
        self.lesson: Lesson | None = network.lesson
        self.error: float | None = network.error

    @cached_property
    def _used(self) -> dict[Link, float]:
        return weights_used(self.network.links, self.network)

    @cached_property
    def _updated(self) -> set[Weight]:
        return {
            weight
            for link, used in self._used.items()
            for weight in link.learns
            if weight.weight_before is not None and weight.sensitivity is not None and used is weight.weight_before
        }

    def look(self, part: Any) -> Any:
        """The part itself."""
        return part

    def weight_used(self, link: Link) -> float:
        """The weight that the link had in this pass; if nobody has kept that, the one that it has."""
        return link.weight if math.isnan(self._used[link]) else self._used[link]

    def is_updated(self, weight: Weight) -> bool:
        """Whether the weight has had its update in this pass."""
        return self.network.done == "update" and weight in self._updated

    def equations(self, part: Neuron | Link, view: str) -> tuple[Equation, ...]:
        """How the values came about, heard from the messages that made them."""
        if isinstance(part, Neuron):
            return told_delta(part) if view == "backward" else ()
        if view == "forward":
            return told_forward(part, self._used[part])
        if view == "backward":
            return told_backward(part, self._used[part])
        return tuple(each for weight in part.learns for each in told_update(weight, self.network, part))
