"""A walk from lesson to lesson, on a network of its own: forward and back, and to where a condition becomes true."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from lernmi_emo.core.divergence import first_astray
from lernmi_emo.core.error import mean_squared_error, squared_error
from lernmi_emo.core.patterns import Pattern, check_patterns
from lernmi_emo.learning.epoch import average_of, learnt_soundly
from lernmi_emo.support.exceptions import SteppingError
from lernmi_emo.terminal.condition import parse
from lernmi_emo.terminal.lesson_walk import LessonWalk
from lernmi_emo.toolbox import Network
from lernmi_emo.watching.memory import Memory
from lernmi_emo.watching.trace import Trace

REMEMBERED = 20  # so many lessons can be gone back over
MOST_LESSONS = 1000  # after so many, a condition that has not become true is given up


class Walk(LessonWalk):
    """A way through the lessons of these patterns, one after the other, on a network of its own: a clone.

    A network that has not learnt yet first feels its untrained answers to all the patterns, as in `train`; after the
    last pattern the epoch is felt.

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
        self.lesson = 0  # so many have been learnt
        self.begin(self._traced(0))

    def _traced(self, lesson: int) -> Trace:
        inputs, targets = self.patterns[lesson % len(self.patterns)]
        return self.network.trace(inputs, targets, **self.settings)

    @property
    def pattern(self) -> int:
        """The place of this lesson's pattern, from 1."""
        return self.lesson % len(self.patterns) + 1

    @property
    def epoch(self) -> int:
        """Which time the patterns are gone through, from 1."""
        return self.lesson // len(self.patterns) + 1

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

        Raises `SteppingError`, and stays, where a weight or the error would become infinite or not a number.
        """
        position = self.position
        self.go(0)
        memory = Memory(self.network)
        inputs, targets = self.patterns[self.pattern - 1]
        try:
            self.network.learn(inputs, targets, **self.settings)
            errors = [*self.errors, squared_error([neuron.output for neuron in self.network.outputs], targets)]
            error = mean_squared_error(errors, len(self.network.outputs))
            if not learnt_soundly(self.network, error):
                raise SteppingError(
                    f"{first_astray(self.network)} would become infinite or not a number in this lesson: rewind, and "
                    f"begin with a smaller rate, or with inputs scaled to 0..1"
                )
            if self.pattern == len(self.patterns):
                errors = []
                if self.network.emotions is not None:
                    self.network.emotions.feel(average_of(self.patterns), error)
            trace = self._traced(self.lesson + 1)
        except BaseException:  # also Ctrl-C: half a lesson is none
            memory.put_back()
            self.go(position)
            raise
        self.memories.append((memory, self.errors))
        self.errors = errors
        self.lesson += 1
        self.begin(trace)

    def back_over_the_beginning(self) -> None:
        """Be at the end of the lesson before. Raises `SteppingError` where none is remembered."""
        if not self.memories:
            raise SteppingError(
                f"this is where the walk began, or {REMEMBERED} lessons after: rewind goes to its beginning"
                if self.lesson
                else "this is where the walk began"
            )
        memory, self.errors = self.memories.pop()
        memory.put_back()
        self.lesson -= 1
        self.begin(self._traced(self.lesson))
        self.go(len(self.trace))
