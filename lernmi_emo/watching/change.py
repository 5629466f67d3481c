"""A change: one attribute of one part of a network, before and after a step."""

from __future__ import annotations

from typing import NamedTuple

from lernmi_emo.support.text import number


class Change(NamedTuple):
    """What changed, from what, to what. `place` is the part's place in the network, as `Trace.parts` counts it.

    >>> Change("h1", "output", None, 0.5, place=2)
    Change(h1.output: not computed → 0.5000)
    """

    subject: str
    attribute: str
    old: float | None
    new: float | None
    place: int

    def __repr__(self) -> str:
        return f"Change({self})"

    def __str__(self) -> str:
        return f"{self.subject}.{self.attribute}: {number(self.old)} → {number(self.new)}"
