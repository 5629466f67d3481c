"""A walk through one lesson: the network is put wherever one goes, forward and back.

The lesson is traced beforehand. A step forward gives the network's parts the new values of the step's changes, a step
back the old ones. So the objects always hold what they held at this point, and can be looked at as ever.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import InputError, NameNotFoundError, SteppingError, suggest
from lernmi_emo.toolbox import Network
from lernmi_emo.watching.finding import find_part
from lernmi_emo.watching.formula import link_names
from lernmi_emo.watching.parts import parts_of, subject
from lernmi_emo.watching.script import verb_of
from lernmi_emo.watching.step import PHASES, UNITS, Step
from lernmi_emo.watching.trace import Trace


class LessonWalk:
    """A way through a lesson. `position` counts the steps that have been taken; `unit` is what is one step.

    The network has to be as it was when it was traced.

    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> walk = LessonWalk(net, net.trace([0, 1], [1]))
    >>> walk.forward(5); walk.step, net.neuron("h1")
    (Step(4: x2→h1 propagates), Neuron(h1: net ...))
    >>> walk.back(); walk.step
    Step(3: x1→h1 propagates)
    """

    unit = "link"

    def __init__(self, network: Network, trace: Trace) -> None:
        self.network = network
        self.begin(trace)

    def begin(self, trace: Trace) -> None:
        """Be at the beginning of this lesson."""
        self.trace = trace
        self.parts = parts_of(self.network)
        self.before = self.network.lesson
        self.compared = 1 + max(step.number for step in trace if step.action == "compare")
        self.position = 0
        self.go_by(self.unit)

    # Where one is

    @property
    def error(self) -> float | None:
        """The pattern's error; None before every output has been compared with its target."""
        return self.network.error if self.position >= self.compared else None

    @property
    def step(self) -> Step | None:
        """The step that was taken last, by this unit; None at the lesson's beginning."""
        if self.position == 0:
            return None
        place = bisect_left(self.ends, self.position)
        if self.ends[place] == self.position:
            return self.units[place]
        return self.trace[self.position - 1]  # within a unit: the message itself

    @property
    def next_step(self) -> Step | None:
        """The step that comes next, by this unit; None at the lesson's end."""
        place = bisect_right(self.ends, self.position)
        return self.units[place] if place < len(self.ends) else None

    @property
    def is_within(self) -> bool:
        """Whether one is in the middle of a unit: some of the next step has been taken already."""
        return self.position not in (0, *self.ends)

    # Going

    def go(self, position: int) -> None:
        """Be where so many steps of this lesson have been taken."""
        while self.position < position:
            step = self.trace[self.position]
            try:
                self._put(step, after=True)
            except KeyboardInterrupt:
                self._put(step, after=False)  # half a step is none
                raise
            self.position += 1
        while self.position > position:
            self._put(self.trace[self.position - 1], after=False)
            self.position -= 1

    def _put(self, step: Step, after: bool) -> None:
        """Give what this step changes the values from after it, or from before."""
        for change in step.changes if after else reversed(step.changes):
            setattr(self.parts[change.place], change.attribute, change.new if after else change.old)
        if step.action == "present":
            self.network.lesson = self.trace.lessons[0] if after else self.before
        last = step if after else self.trace[step.number - 1] if step.number else None
        self.network.done = verb_of(last) if last is not None else ""

    def go_by(self, unit: str) -> None:
        """Go on by "link" (every message), "neuron", "layer", "phase" or "pattern". Raises `InputError` for another."""
        if unit not in UNITS:
            raise InputError(f"there are no steps by {unit!r}: {suggest(unit, UNITS)}")
        self.unit = unit
        self.units = self.trace.by(unit)
        self.ends: list[int] = []  # where each unit is over
        for step in self.units:
            self.ends.append((self.ends[-1] if self.ends else 0) + max(len(step.steps), 1))

    def forward(self, count: int = 1) -> None:
        """So many steps on, by this unit. Raises `SteppingError` at the lesson's end."""
        for _ in range(check_count(count, "the number of steps")):
            place = bisect_right(self.ends, self.position)
            if place == len(self.ends):
                raise SteppingError("this lesson is over: learn the next pattern, or go back")
            self.go(self.ends[place])

    def back(self, count: int = 1) -> None:
        """So many steps back, by this unit. Raises `SteppingError` at the lesson's beginning."""
        for _ in range(check_count(count, "the number of steps")):
            if self.position == 0:
                self.back_over_the_beginning()
                continue
            place = bisect_left(self.ends, self.position)
            self.go(self.ends[place - 1] if place else 0)

    def back_over_the_beginning(self) -> None:
        """There is nothing before one lesson."""
        raise SteppingError("this is the lesson's beginning")

    def jump(self, goal: str) -> bool:
        """To after the next step of this phase, neuron or link, or to after the step of this number.

        Looks on from the lesson's beginning where there is none after here: then the answer is True. Raises
        `NameNotFoundError` or `SteppingError` where there is none at all.
        """
        if goal.isdecimal() and len(goal) < 10:
            if int(goal) >= len(self.trace):
                raise SteppingError(f"there is no step {goal}: this lesson has {len(self.trace)}, from 0")
            self.go(int(goal) + 1)
            return False
        places = [step.number for step in (self.trace.phase(goal) if goal in PHASES else self._steps_of(goal))]
        if not places:
            raise SteppingError(f"{goal} takes no step in a lesson: the emotions are felt between two epochs")
        later = [place for place in places if place >= self.position]
        self.go((later or places)[0] + 1)
        return not later

    def _steps_of(self, name: str) -> Sequence[Step]:
        try:
            part = find_part(self.network, name)
        except NameNotFoundError as error:
            name = name.replace("->", "→")
            parts = self.network.links if "→" in name else self.network.neurons
            known = [*PHASES[:-1], *map(subject, parts)]
            raise NameNotFoundError(f"there is no phase, neuron or link {name!r}: {suggest(name, known)}") from error
        if part is self.network.emotions:
            return ()
        return self.trace.of(*(link_names(part) if part in self.network.links else (part.name,)))
