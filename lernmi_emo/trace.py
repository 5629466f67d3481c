"""A trace: every step of a lesson, computed beforehand, with the state of the network after each of them.

    trace = net.trace([0, 1], [1])
    trace[17], trace.state(17), trace.of("emotion", "h2"), trace.phase("update"), trace.by("layer")

Going back is free, for nothing has to be undone: a trace can't be changed, and the network stays as it was. Tracing
runs the steps on the network itself and then puts everything back, so activations, emotions and neurons of your own
take part as they are. Only what each step changed is kept; a state is built from these changes when it is asked for.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from lernmi_emo.exceptions import NameNotFoundError, suggest
from lernmi_emo.link import Link
from lernmi_emo.network import Network, Pattern
from lernmi_emo.neuron import Neuron
from lernmi_emo.parts import parts_of, reader
from lernmi_emo.step import PHASES, Step
from lernmi_emo.steps import steps, steps_of_epoch
from lernmi_emo.units import in_units

if TYPE_CHECKING:
    from lernmi_emo.lesson import Lesson


class NeuronState(NamedTuple):
    """What a neuron held."""

    net_input: float | None
    output: float | None
    sensitivity: float | None
    delta: float | None


class LinkState(NamedTuple):
    """What a link held."""

    weight: float
    sensitivity: float | None
    change: float
    last_change: float


class EmotionsState(NamedTuple):
    """What the network felt."""

    anxiety: float | None
    confidence: float | None
    initial_anxiety: float | None
    average: float | None
    error: float | None


@dataclass(frozen=True)
class State:
    """The whole network at one point of a trace: neurons by name, links by both names, the error, the emotions."""

    neurons: Mapping[str, NeuronState]
    links: Mapping[tuple[str, str], LinkState]
    error: float | None
    emotions: EmotionsState | None

    def neuron(self, name: str) -> NeuronState:
        """What this neuron held. Raises `NameNotFoundError`."""
        if name not in self.neurons:
            raise NameNotFoundError(f"there is no neuron {name!r}: {suggest(name, self.neurons)}")
        return self.neurons[name]

    def link(self, source: str, target: str) -> LinkState:
        """What this link held. Raises `NameNotFoundError`."""
        if (source, target) not in self.links:
            known = (f"{start}→{end}" for start, end in self.links)
            raise NameNotFoundError(f"there is no link {source}→{target}: {suggest(f'{source}→{target}', known)}")
        return self.links[source, target]


class Part(NamedTuple):
    """What a trace knows of one part of the network. `place` in a `Change` counts these."""

    part: str  # neuron, link, network or emotions
    names: tuple[str, ...]  # a neuron's name; a link's source and target
    kind: str  # the class: InputNeuron, EmotionalLink, …
    layer: int = 0  # of a neuron: 0 for the sources; of a link: its target's
    activation: str = ""
    frozen: bool = False


class Steps(tuple[Step, ...]):
    """Some steps of a trace, to be narrowed further."""

    __slots__ = ()

    def of(self, *names: str) -> Steps:
        """The steps of one neuron, or, with two names, of the link between them."""
        return Steps(
            step
            for step in self
            if names == step.names or (len(names) == 1 and step.part != "link" and names[0] in step.names)
        )

    def phase(self, phase: str) -> Steps:
        """The steps of one phase: forward, error, backward, update or emotions."""
        if phase not in PHASES:
            raise NameNotFoundError(f"there is no phase {phase!r}: {suggest(phase, PHASES)}")
        return Steps(step for step in self if step.phase == phase)

    def by(self, unit: str) -> Steps:
        """The steps put together by neuron, layer, phase or pattern."""
        return Steps(in_units(self, unit))


class Trace(Sequence[Step]):
    """Every step of a lesson or an epoch, and the state after each. Made by `Network.trace`.

    >>> trace = Network.layered([2, 3, 1], seed=7).trace([0, 1], [1])
    >>> len(trace), trace[4].subject
    (53, 'x2→h1')
    >>> trace.start.neuron("h1").output is None, trace.state(-1).neuron("h1").output is None
    (True, False)
    """

    def __init__(
        self, parts: Sequence[Part], start: Sequence[tuple[Any, ...]], steps: Iterable[Step], lessons: Sequence[Lesson]
    ) -> None:
        self._parts = tuple(parts)
        self._start = tuple(start)
        self._steps = Steps(steps)
        self._lessons = tuple(lessons)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every neuron and link, in the order that `Change.place` counts."""
        return self._parts

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """What each lesson was given: its pattern and settings. `Step.pattern` counts them from 1."""
        return self._lessons

    @property
    def start(self) -> State:
        """The state before the first step."""
        return self._state(0)

    def state(self, step: int | Step) -> State:
        """The state after this step, or after the step of this number; −1 is the last.

        Raises `IndexError` where there is no such step.
        """
        number = step if isinstance(step, int) else (step.steps[-1] if step.steps else step).number
        if not -len(self) <= number < len(self):
            raise IndexError(f"there is no step {number}: this trace has {len(self)}, from 0 to {len(self) - 1}")
        return self._state(number % len(self) + 1)

    def _state(self, count: int) -> State:
        values = [list(each) for each in self._start]
        for step in self._steps[:count]:
            for change in step.changes:
                values[change.place][ATTRIBUTES[self._parts[change.place].part].index(change.attribute)] = change.new
        neurons, links, error, emotions = {}, {}, None, None
        for part, held in zip(self._parts, values):
            if part.part == "neuron":
                neurons[part.names[0]] = NeuronState(*held)
            elif part.part == "link":
                links[part.names[0], part.names[1]] = LinkState(*held)
            elif part.part == "network":
                error = held[0]
            else:
                emotions = EmotionsState(*held)
        return State(MappingProxyType(neurons), MappingProxyType(links), error, emotions)

    def of(self, *names: str) -> Steps:
        """The steps of one neuron, or, with two names, of the link between them.

        Raises `NameNotFoundError` where there is no such neuron or link.
        """
        known = ["→".join(part.names) for part in self._parts if len(part.names) == len(names)]
        if not any(part.names == names for part in self._parts) or not names:
            raise NameNotFoundError(f"there is no {'→'.join(names)!r} in this trace: {suggest('→'.join(names), known)}")
        return self._steps.of(*names)

    def phase(self, phase: str) -> Steps:
        """The steps of one phase: forward, error, backward, update or emotions."""
        return self._steps.phase(phase)

    def by(self, unit: str) -> Steps:
        """The steps put together by neuron, layer, phase or pattern; each contains its smaller steps."""
        return self._steps.by(unit)

    def to_json(self, digits: int = 4) -> str:
        """As JSON text; see `lernmi_emo.trace_json`."""
        from lernmi_emo.trace_json import to_json

        return to_json(self, digits)

    @staticmethod
    def from_json(text: str | bytes) -> Trace:
        """The trace that this JSON text holds; see `lernmi_emo.trace_json`."""
        from lernmi_emo.trace_json import from_json

        return from_json(text)

    @overload
    def __getitem__(self, place: int) -> Step: ...

    @overload
    def __getitem__(self, place: slice) -> Steps: ...

    def __getitem__(self, place: int | slice) -> Step | Steps:
        if isinstance(place, slice):
            return Steps(self._steps[place])
        try:
            return self._steps[place]
        except IndexError:
            raise IndexError(
                f"there is no step {place}: this trace has {len(self)}, from 0 to {len(self) - 1}"
            ) from None

    def __len__(self) -> int:
        return len(self._steps)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trace):
            return NotImplemented
        return (self._parts, self._start, self._steps, self._lessons) == (
            other._parts,
            other._start,
            other._steps,
            other._lessons,
        )

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        patterns = len(self._lessons)
        return f"Trace({len(self)} steps, {patterns} pattern{'s' * (patterns != 1)})"


ATTRIBUTES = {
    "neuron": NeuronState._fields,
    "link": LinkState._fields,
    "network": ("error",),
    "emotions": EmotionsState._fields,
}


def trace(
    network: Network,
    inputs: Sequence[float],
    targets: Sequence[float],
    *,
    rate: float | None = None,
    momentum: float | None = None,
) -> Trace:
    """Every step of one lesson, as `steps` gives them; the network itself stays as it was.

    Raises `InputError` where `learn` would.

    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> trace(net, [0, 1], [1]).phase("update").of("x1", "h2")[0].action
    'update'
    >>> net.lesson is None
    True
    """
    return _run(network, lambda: steps(network, inputs, targets, rate=rate, momentum=momentum))


def trace_of_epoch(
    network: Network,
    patterns: Iterable[Pattern],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    shuffle: bool = True,
    seed: int | random.Random | None = 0,
) -> Trace:
    """Every step of one epoch, as `steps_of_epoch` gives them; the network itself stays as it was.

    >>> from lernmi_emo import datasets
    >>> trace_of_epoch(Network.layered([2, 3, 1], seed=7), datasets.xor())
    Trace(212 steps, 4 patterns)
    """
    return _run(
        network, lambda: steps_of_epoch(network, patterns, rate=rate, momentum=momentum, shuffle=shuffle, seed=seed)
    )


def _run(network: Network, begin: Callable[[], Iterator[Step]]) -> Trace:
    run = begin()  # refuses bad input before anything is touched
    parts = parts_of(network)
    layers = {neuron: number for number, layer in enumerate(network.layers, 1) for neuron in layer.neurons}
    described = [_describe(part, layers) for part in parts]
    start = [reader(part)(part) for part in parts]
    taken: list[Step] = []
    lessons: list[Lesson] = []
    memory = Memory(network)
    try:
        for step in run:
            taken.append(step)
            if step.action == "present":
                lessons.append(network.lesson)  # type: ignore[arg-type]  # it has just begun
    finally:
        memory.put_back()
    return Trace(described, start, taken, lessons)


def _describe(part: Any, layers: Mapping[Neuron, int]) -> Part:
    kind = type(part).__name__
    if isinstance(part, Neuron):
        return Part("neuron", (part.name,), kind, layers.get(part, 0), part.activation.name)
    if isinstance(part, Link):
        return Part("link", (part.source.name, part.target.name), kind, layers[part.target], "", part.frozen)
    return Part("network" if isinstance(part, Network) else "emotions", (), kind)


class Memory:
    """Everything that a lesson changes in a network, to put it back: also what parts of your own keep beside."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.parts = [(part, _attributes(part)) for part in (*network.neurons, *network.links)]
        self.kept = (network.lesson, network.error, network.initial_weights)
        self.emotions = network.emotions
        self.felt = None if self.emotions is None else copy.deepcopy(_attributes(self.emotions))

    def put_back(self) -> None:
        """Make the network as it was."""
        for part, attributes in self.parts:
            for name, value in attributes.items():
                setattr(part, name, value)
        self.network.lesson, self.network.error, self.network.initial_weights = self.kept
        if self.emotions is not None and self.felt is not None:
            for name, value in self.felt.items():
                setattr(self.emotions, name, value)


def _attributes(part: Any) -> dict[str, Any]:
    names = [name for kind in type(part).__mro__ for name in vars(kind).get("__slots__", ())]
    return (
        {name: getattr(part, name) for name in names if hasattr(part, name)} | vars(part).copy()
        if hasattr(part, "__dict__")
        else {name: getattr(part, name) for name in names if hasattr(part, name)}
    )
