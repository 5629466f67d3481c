"""A trace: every step of a lesson, computed beforehand, with the state of the network at every point.

    trace = net.trace([0, 1], [1])
    trace[17], trace.start, trace.state(17), trace.of("emotion", "h2"), trace.phase("update"), trace.by("layer")

Going back is free, for nothing has to be undone: a trace can't be changed, and the network stays as it was. The steps
are run on the network itself and then everything is put back, so activations, emotions and neurons of a reader's own
take part as they are, and breakpoints stop in it. Only what each step changed is kept; a state is put together when it
is asked for.

`trace.to_json()` is for a player that has no Python; its docstring tells what stands in it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import Pattern
from lernmi_emo.support.exceptions import InputError, NameNotFoundError, suggest
from lernmi_emo.watching.memory import Memory
from lernmi_emo.watching.moment import EmotionsState, LinkState, NeuronState, State
from lernmi_emo.watching.parts import ATTRIBUTES, Part, described, parts_of, reader
from lernmi_emo.watching.selection import Steps
from lernmi_emo.watching.step import Step
from lernmi_emo.watching.steps import steps, steps_of_epoch

if TYPE_CHECKING:
    from lernmi_emo.core.lesson import Lesson

__all__ = [
    "EmotionsState",
    "LinkState",
    "Memory",
    "NeuronState",
    "Part",
    "State",
    "Steps",
    "Trace",
    "trace",
    "trace_of_epoch",
]


class Trace(Sequence[Step]):
    """Every step of a lesson or an epoch, and the state after each. Made by `Network.trace`.

    `parts` are the neurons, the links, the network itself and its emotions: `Change.place` counts them. `lessons` are
    the patterns and the settings each was learnt with: `Step.pattern` counts them from 1.

    >>> from lernmi_emo import Network
    >>> trace = Network.layered([2, 3, 1], seed=7).trace([0, 1], [1])
    >>> trace
    Trace(53 steps, 1 pattern)
    >>> trace[4].subject, [step.subject for step in trace[3:6]]
    ('x2→h1', ['x1→h1', 'x2→h1', 'bias→h1'])
    >>> trace.start.neuron("h1").output is None, trace.state(-1).neuron("h1").output is None
    (True, False)
    >>> trace.parts[0].names, trace.lessons[0].inputs
    (('x1',), [0.0, 1.0])
    """

    def __init__(
        self,
        parts: Iterable[Part],
        start: Iterable[tuple[float | None, ...]],
        steps: Iterable[Step],
        lessons: Iterable[Lesson],
    ) -> None:
        self._parts = tuple(parts)
        self._start = tuple(start)
        self._steps = Steps(steps)
        self._lessons = tuple(lessons)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What took part, each in its place."""
        return self._parts

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """What each lesson was given."""
        return self._lessons

    @property
    def start(self) -> State:
        """The state before the first step."""
        return self._state_after(0)

    def state(self, step: int | Step) -> State:
        """The state after a step, given by itself or by its number; −1 is the last.

        Raises `IndexError` where there is no such step.

        >>> from lernmi_emo import Network
        >>> trace = Network.layered([1, 1], bias=False).trace([0.5], [1])
        >>> trace.state(0).neuron("x1").output, trace.start.neuron("x1").output
        (0.5, None)
        """
        if isinstance(step, Step):
            step = (step.steps[-1] if step.steps else step).number
        if isinstance(step, bool) or not isinstance(step, int):
            raise InputError(f"a state is asked for by a step or its number, and this came: {step!r}")
        return self._state_after(self._place(step) + 1)

    def _state_after(self, count: int) -> State:
        held = [list(values) for values in self._start]
        for step in self._steps[:count]:
            for change in step.changes:
                attributes = ATTRIBUTES[self._parts[change.place].part]
                held[change.place][attributes.index(change.attribute)] = change.new
        neurons, links, shared = {}, {}, {}
        error: float | None = None
        emotions: EmotionsState | None = None
        for (part, names, *_), values in zip(self._parts, held):
            if part == "neuron":
                neurons[names[0]] = NeuronState(*values)
            elif part == "link":
                links[names] = LinkState(*values)  # type: ignore[arg-type]  # a link has a weight
            elif part == "weight":
                shared[names[0]] = LinkState(*values)  # type: ignore[arg-type]  # and so has this
            elif part == "network":
                error = values[0]
            else:
                emotions = EmotionsState(*values)
        return State(MappingProxyType(neurons), MappingProxyType(links), error, emotions, MappingProxyType(shared))

    def of(self, *names: str) -> Steps:
        """The steps of one neuron; or, with two names, of the link from the one to the other.

        Raises `NameNotFoundError` where there is no such neuron or link.

        >>> from lernmi_emo import Network
        >>> trace = Network.layered([2, 3, 1], emotional=True, seed=7).trace([0, 1], [1])
        >>> [step.action for step in trace.of("emotion", "h2")]
        ['propagate', 'backpropagate', 'update']
        """
        if not names or all(names not in (part.names, part.names[:2]) for part in self._parts):
            kind = "link" if len(names) == 2 else "neuron"
            known = ["→".join(part.names) for part in self._parts if part.part == kind]
            name = "→".join(map(str, names))
            raise NameNotFoundError(f"there is no {kind} {name!r} in this trace: {suggest(name, known)}")
        return self._steps.of(*names)

    def phase(self, phase: str) -> Steps:
        """The steps of one phase: forward, error, backward, update or emotions. Raises `NameNotFoundError`.

        >>> from lernmi_emo import Network
        >>> len(Network.layered([2, 3, 1]).trace([0, 1], [1]).phase("update"))
        13
        """
        return self._steps.phase(phase)

    def by(self, unit: str) -> Steps:
        """The steps put together by neuron, layer, phase or pattern; each contains its smaller steps.

        >>> from lernmi_emo import Network
        >>> Network.layered([2, 3, 1]).trace([0, 1], [1]).by("phase")[2]
        Step(2: the network backpropagates)
        """
        return self._steps.by(unit)

    def to_json(self, digits: int = 4) -> str:
        """As JSON text for a player that has no Python. `digits` is for the written equations.

            format      "lernmi-emo trace"
            version     2
            digits      how many decimals the written equations have
            attributes  for each kind of part the names of what it holds, in the order of "start"
            parts       {part, names, kind, layer, activation, frozen}: neurons, links, the network, its emotions
            start       for each part what it held before the first step; null is what was not computed yet
            lessons     what each lesson was given: {inputs, targets, rate, momentum, anxiety, confidence}
            methods     {name, file, first, last, source}: the methods that did it, each once
            steps       in order, the first is step 0:
              title       who does what, in words
              phase       forward, error, backward, update or emotions
              action      the method's name; part and names say who did it
              pattern     which of the lessons, counted from 1; 0 outside of them
              layer       counted from 1; 0 for the sources and for the whole network
              method      its place in "methods", from 0
              inputs      what went in, by name; results is what came out
              equations   [name, symbols, numbers, result, note]: each side as text, empty where there is none
              changes     [place, attribute, old, new]: the place counts "parts" from 0

        To go forward, give each changed attribute its new value; to go back, its old one. Numbers are exact. What
        JSON has no number for is a text: "NaN", "Infinity" or "-Infinity".

        >>> from lernmi_emo import Network
        >>> text = Network.layered([2, 3, 1]).trace([0, 1], [1]).to_json()
        """
        from lernmi_emo.watching.trace_json import to_json

        return to_json(self, digits)

    @overload
    def __getitem__(self, place: int) -> Step: ...

    @overload
    def __getitem__(self, place: slice) -> Steps: ...

    def __getitem__(self, place: int | slice) -> Step | Steps:
        if isinstance(place, slice):
            return Steps(self._steps[place])
        return self._steps[self._place(place)]

    def _place(self, number: int) -> int:
        if not -len(self) <= number < len(self):
            raise IndexError(f"there is no step {number}: this trace has {len(self)}, from 0 to {len(self) - 1}")
        return number % len(self)

    def __len__(self) -> int:
        return len(self._steps)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trace):
            return NotImplemented
        return self._everything() == other._everything()

    def __hash__(self) -> int:
        return hash((self._parts, self._start))

    def _everything(self) -> tuple[Any, ...]:
        return self._parts, self._start, self._steps, self._lessons

    def __repr__(self) -> str:
        count = len(self._lessons)
        return f"Trace({len(self)} steps, {count} pattern{'s' * (count != 1)})"


def trace(
    network: BareNetwork,
    inputs: Sequence[float],
    targets: Sequence[float],
    *,
    rate: float | None = None,
    momentum: float | None = None,
) -> Trace:
    """Every step of one lesson, as `net.steps` gives them; the network itself stays as it was.

    Raises `InputError` where `learn` would.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> trace(net, [0, 1], [1]).phase("update").of("x1", "h2")
    (Step(43: x1→h2 updates),)
    >>> net.lesson is None
    True
    """
    return _run(network, steps(network, inputs, targets, rate=rate, momentum=momentum))


def trace_of_epoch(
    network: BareNetwork,
    patterns: Iterable[Pattern],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    shuffle: bool = True,
    seed: int | random.Random | None = 0,
) -> Trace:
    """Every step of one epoch, as `net.steps_of_epoch` gives them; the network itself stays as it was.

    >>> from lernmi_emo import Network, datasets
    >>> trace_of_epoch(Network.layered([2, 3, 1], seed=7), datasets.xor())
    Trace(212 steps, 4 patterns)
    """
    return _run(network, steps_of_epoch(network, patterns, rate=rate, momentum=momentum, shuffle=shuffle, seed=seed))


def _run(network: BareNetwork, run: Iterator[Step]) -> Trace:
    parts = parts_of(network)
    start = [reader(part)(part) for part in parts]
    taken: list[Step] = []
    lessons: list[Lesson] = []
    memory = Memory(network)
    try:
        for step in run:
            taken.append(step)
            if step.action == "present":
                lessons.append(network.lesson)
    finally:
        memory.put_back()
    return Trace(described(network), start, taken, lessons)
