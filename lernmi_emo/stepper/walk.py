"""A walk through lessons: the network is put wherever one goes, forward and back.

Each lesson is traced beforehand. A step forward gives the network's parts the new values of the step's changes, a step
back the old ones. So the objects always hold what they held at this point, and can be looked at as ever.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Sequence

from lernmi_emo.checks import check_count
from lernmi_emo.emotion import mean
from lernmi_emo.error import squared_error
from lernmi_emo.exceptions import InputError, NameNotFoundError, SteppingError, suggest
from lernmi_emo.finding import find_part
from lernmi_emo.link import Link
from lernmi_emo.network import Network
from lernmi_emo.parts import parts_of, subject
from lernmi_emo.patterns import Pattern, check_patterns
from lernmi_emo.step import PHASES, UNITS, Step
from lernmi_emo.stepper.condition import parse
from lernmi_emo.stepping.memory import Memory
from lernmi_emo.trace import Trace

REMEMBERED = 20  # so many lessons can be gone back over
MOST_LESSONS = 1000  # after so many, a condition that has not become true is given up


class Walk:
    """A way through the lessons of these patterns, one after the other, on a network of its own: a clone.

    `position` counts the steps of this lesson that have been taken. A network that has not learnt yet first feels its
    untrained answers to all the patterns, as in `train`; after the last pattern the epoch is felt.

    >>> walk = Walk(Network.layered([2, 3, 1], seed=7), [([0, 1], [1])])
    >>> walk.forward(5); walk.step
    Step(4: x2→h1 propagates)
    >>> walk.back(2); walk.network.neuron("h1")
    Neuron(h1: net 0.0000)
    """

    def __init__(
        self,
        network: Network,
        patterns: Sequence[Pattern],
        *,
        rate: float | None = None,
        momentum: float | None = None,
    ) -> None:
        self.patterns = check_patterns(network, patterns)
        self.settings = {"rate": rate, "momentum": momentum}
        self.unit = "link"
        self.first = network.clone()
        self.rewind()

    def rewind(self) -> None:
        """Be where the walk began."""
        self.network = self.first.clone()
        if self.network.initial_weights is None:
            self.network.begin(self.patterns)
            for neuron in self.network.neurons:
                neuron.forget()
        self.memories: deque[tuple[Memory, list[float]]] = deque(maxlen=REMEMBERED)
        self.errors: list[float] = []  # of this epoch's lessons
        self._begin(0, self._traced(0))

    def _traced(self, lesson: int) -> Trace:
        inputs, targets = self.patterns[lesson % len(self.patterns)]
        return self.network.trace(inputs, targets, **self.settings)

    def _begin(self, lesson: int, trace: Trace) -> None:
        """Be at the beginning of this lesson."""
        self.lesson, self.trace = lesson, trace  # so many lessons have been learnt before
        self.parts = parts_of(self.network)
        self.before = self.network.lesson
        self.compared = 1 + max(step.number for step in trace if step.action == "compare")
        self.position = 0
        self.go_by(self.unit)

    # Where one is

    @property
    def pattern(self) -> int:
        """The place of this lesson's pattern, from 1."""
        return self.lesson % len(self.patterns) + 1

    @property
    def epoch(self) -> int:
        """Which time the patterns are gone through, from 1."""
        return self.lesson // len(self.patterns) + 1

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
        """So many steps back, also into the lessons before. Raises `SteppingError` where nothing is remembered."""
        for _ in range(check_count(count, "the number of steps")):
            if self.position == 0:
                self._unlearn()
                continue
            place = bisect_left(self.ends, self.position)
            self.go(self.ends[place - 1] if place else 0)

    def jump(self, goal: str) -> bool:
        """To after the next step of this phase, neuron or link, or to after the step of this number.

        Looks on from the lesson's beginning where there is none after here: then the answer is True. Raises
        `NameNotFoundError` or `SteppingError` where there is none at all.
        """
        if goal.isdecimal():
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
        return self.trace.of(*((part.source.name, part.target.name) if isinstance(part, Link) else (part.name,)))

    def run(self, condition: str, tick: Callable[[], object] | None = None) -> None:
        """Step by step, lesson by lesson, to where the condition becomes true. `tick` is called after each lesson.

        Raises what `condition.parse` raises, and `SteppingError` where it has not become true in a thousand lessons.
        """
        holds = parse(condition, self.network, lambda: self.error)
        was_true, lessons = holds(), 0
        while lessons < MOST_LESSONS:
            if self.position < len(self.trace):
                self.go(self.position + 1)
            else:
                self.learn()  # here the emotions may change
                lessons += 1
                if tick is not None:
                    tick()
            is_true = holds()
            if is_true and not was_true:
                return
            was_true = is_true
        raise SteppingError(f"{condition} has not become true in {MOST_LESSONS:,} lessons; run on, or ask for less")

    # Lessons

    def learn(self) -> None:
        """Learn this lesson to its end, and be at the beginning of the next; after the last pattern, feel the epoch.

        Raises `SteppingError`, and stays, where a weight would become infinite or not a number.
        """
        position = self.position
        self.go(0)
        memory = Memory(self.network)
        inputs, targets = self.patterns[self.pattern - 1]
        try:
            self.network.learn(inputs, targets, **self.settings)
            self._check_weights()
            errors = [*self.errors, squared_error([neuron.output for neuron in self.network.outputs], targets)]
            if self.pattern == len(self.patterns):
                self._feel(errors)
                errors = []
            trace = self._traced(self.lesson + 1)
        except BaseException:  # also Ctrl-C: half a lesson is none
            memory.put_back()
            self.go(position)
            raise
        self.memories.append((memory, self.errors))
        self.errors = errors
        self._begin(self.lesson + 1, trace)

    def _feel(self, errors: Sequence[float]) -> None:
        if self.network.emotions is not None:
            average = mean(mean(inputs) for inputs, _ in self.patterns)
            self.network.emotions.feel(average, mean(errors) / len(self.network.outputs))

    def _check_weights(self) -> None:
        for link in self.network.links:
            if not math.isfinite(link.weight):
                raise SteppingError(
                    f"the weight of {link.name} would become infinite or not a number in this lesson: rewind, and "
                    f"begin with a smaller rate, or with inputs scaled to 0..1"
                )

    def _unlearn(self) -> None:
        """Be at the end of the lesson before."""
        if not self.memories:
            raise SteppingError(
                f"this is where the walk began, or {REMEMBERED} lessons after: rewind goes to its beginning"
                if self.lesson
                else "this is where the walk began"
            )
        memory, self.errors = self.memories.pop()
        memory.put_back()
        self._begin(self.lesson - 1, self._traced(self.lesson - 1))
        self.go(len(self.trace))
