"""The same learning, one message at a time.

    for step in net.steps([0, 1], [1]):
        print(step)

Each message of `Network.learn` is sent here by itself, in the same order, to the same methods of the same objects;
between two of them the network stands still and can be looked at. Nothing is computed here. Run to its end, this
leaves the network as `learn` does, to the last bit.

What is changed by hand between two steps would make the rest untrue, so the next step that meets it is refused with a
`SteppingError`. A run that is left half-way leaves the network half-way: begin another lesson, or `rewind`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lernmi_emo.checks import as_random, check_not_negative, check_values
from lernmi_emo.exceptions import SteppingError
from lernmi_emo.messages import Message, epoch_messages, lesson_messages
from lernmi_emo.network import Network, Pattern
from lernmi_emo.parts import parts_of, reader, subject, watched
from lernmi_emo.step import Change, Method, Step
from lernmi_emo.training import check_patterns
from lernmi_emo.units import check_unit, together, unit_of


def steps(
    network: Network,
    inputs: Sequence[float],
    targets: Sequence[float],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    by: str = "link",
) -> Iterator[Step]:
    """One lesson, message by message: what `Network.learn` does with the same arguments, when run to its end.

    `by` asks for coarser units, each containing its smaller steps: "link" (every message), "neuron", "layer", "phase"
    or "pattern". An emotional network that has not learnt yet first feels its untrained answer to the pattern.

    Raises `InputError` at once where `learn` would, and `SteppingError` at the next step where the network was changed
    by something else in between.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> [step.subject for step in steps(net, [0, 1], [1], by="phase")]
    ['forward', 'error', 'backward', 'update']
    """
    check_unit(by)
    inputs = check_values(inputs, len(network.inputs), "inputs")
    targets = check_values(targets, len(network.outputs), "targets")
    rate = network.rate if rate is None else check_not_negative(rate, "rate")
    momentum = network.momentum if momentum is None else check_not_negative(momentum, "momentum")
    return Sender(network).run(lesson_messages(network, inputs, targets, rate, momentum), by)


def steps_of_epoch(
    network: Network,
    patterns: Iterable[Pattern],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    shuffle: bool = True,
    seed: int | random.Random | None = 0,
    by: str = "link",
) -> Iterator[Step]:
    """One epoch, message by message: what `net.train(patterns, epochs=1, …)` does with the same arguments.

    An emotional network that has not learnt yet first feels its untrained answers to all the patterns. The last step
    of an emotional network is that the epoch's emotions are felt.

    Raises as `steps` does; and `DivergenceError`, as `train` does, where a weight became infinite or not a number.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> [step.subject for step in steps_of_epoch(net, datasets.xor(), by="pattern")]
    ['emotions', 'pattern 1', 'pattern 2', 'pattern 3', 'pattern 4', 'emotions']
    """
    check_unit(by)
    lessons = check_patterns(network, patterns)
    rate = network.rate if rate is None else check_not_negative(rate, "rate")
    momentum = network.momentum if momentum is None else check_not_negative(momentum, "momentum")
    chance = as_random(seed) if shuffle else None
    return Sender(network).run(epoch_messages(network, lessons, rate, momentum, chance), by)


class Sender:
    """Sends messages one by one and notes what each changed, watching that nothing else changes anything."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.emotions = network.emotions
        self.parts = parts_of(network)
        self.watched = [watched(part) for part in self.parts]
        self.read = [reader(part) for part in self.parts]
        self.subjects = [subject(part) for part in self.parts]
        self.place = {id(part): place for place, part in enumerate(self.parts)}
        self.methods: dict[tuple[type, str], Method] = {}
        self.known: list[tuple[Any, ...]] = []  # each part's values after the last step
        self.lesson = network.lesson
        self.number = 0
        self.pattern = 0

    def run(self, messages: Iterator[Message], by: str) -> Iterator[Step]:
        """The steps, by this unit; each is made when it is asked for."""
        self.lesson = self.network.lesson
        self.known = [read(part) for read, part in zip(self.read, self.parts)]
        group: list[Step] = []
        unit: object = None
        number = 0
        for message in messages:
            if message.action == "present":
                self.pattern += 1
            pattern = 0 if message.action == "feel" else self.pattern
            if by != "link":
                last, unit = unit, unit_of(message, pattern, by)
                if group and unit != last:  # the next message opens another unit: hand out this one before it is sent
                    yield together(group, number, by)
                    number, group = number + 1, []
            step = self.send(message, pattern)
            if by == "link":
                yield step
            else:
                group.append(step)
        if group:
            yield together(group, number, by)
        self.check(range(len(self.parts)))

    def send(self, message: Message, pattern: int) -> Step:
        """Send this message, and write down what it changed."""
        places = [self.place.get(id(part), -1) for part in message.touched]
        self.check(places)
        values = message.send()
        changes = []
        for place in places:
            before, after = self.known[place], self.read[place](self.parts[place])
            self.known[place] = after
            for attribute, old, new in zip(self.watched[place], before, after):
                if old is not new and (old != new or str(old) != str(new)):  # 0 and −0 are equal, and not the same
                    changes.append(Change(self.subjects[place], attribute, old, new, place))
        self.lesson = self.network.lesson
        step = Step(
            self.number,
            message.phase,
            message.action,
            message.part,
            message.names,
            values,
            message.kind,
            tuple(changes),
            self.method(message.method),
            pattern,
            message.layer,
        )
        self.number += 1
        return step

    def check(self, places: Iterable[int]) -> None:
        """Refuse to go on where something else has changed what the next message is about."""
        if self.network.lesson is not self.lesson:
            raise SteppingError(
                "between two steps another lesson or a prediction was begun on this network: run these steps to "
                "their end first, or use net.clone() for the other; then begin new steps"
            )
        for place in places:
            if place < 0 or self.network.emotions is not self.emotions:
                raise SteppingError("between two steps the network was given other emotions: begin new steps")
            now = self.read[place](self.parts[place])
            if now != self.known[place]:
                attribute, old, new = next(
                    each for each in zip(self.watched[place], self.known[place], now) if each[1] != each[2]
                )
                raise SteppingError(
                    f"between two steps {self.subjects[place]}.{attribute} was changed from {old} to {new}: what "
                    f"follows would mix two lessons. Change it before the first step or after the last, and begin "
                    f"new steps"
                )

    def method(self, what: tuple[type, str]) -> Method:
        """The method, looked up once."""
        if what not in self.methods:
            self.methods[what] = Method.of(*what)
        return self.methods[what]
