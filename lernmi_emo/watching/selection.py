"""Some steps, to be narrowed further: by whose they are, by their phase, or put together by a coarser unit."""

from __future__ import annotations

from lernmi_emo.support.exceptions import NameNotFoundError, suggest
from lernmi_emo.watching.step import Step
from lernmi_emo.watching.units import in_units
from lernmi_emo.watching.words import PHASES


class Steps(tuple[Step, ...]):
    """A tuple of steps, as slices and selections of a `Trace` give them.

    >>> from lernmi_emo import Network
    >>> trace = Network.layered([2, 3, 1], seed=7).trace([0, 1], [1])
    >>> trace.phase("forward").of("h2")
    (Step(2: h1 … h3 begin their net input), Step(13: h2 activates))
    """

    __slots__ = ()

    def of(self, *names: str) -> Steps:
        """The steps of one neuron; or, with two names, of the link from the one to the other.

        >>> Steps().of("h1")
        ()
        """
        if len(names) == 1:
            return Steps(step for step in self if step.part != "link" and names[0] in step.names)
        return Steps(step for step in self if step.part == "link" and names in (step.names, step.names[:2]))

    def phase(self, phase: str) -> Steps:
        """The steps of one phase: forward, error, backward, update or emotions. Raises `NameNotFoundError`.

        >>> Steps().phase("forward")
        ()
        """
        if phase not in PHASES:
            raise NameNotFoundError(f"there is no phase {phase!r}: {suggest(phase, PHASES)}")
        return Steps(step for step in self if step.phase == phase)

    def by(self, unit: str) -> Steps:
        """The steps put together, where they follow each other, by neuron, layer, phase or pattern.

        >>> Steps().by("layer")
        ()
        """
        return Steps(in_units(self, unit))
