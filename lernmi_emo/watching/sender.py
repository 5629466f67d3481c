"""Sends the messages one by one, notes what each changed, and watches that nothing else changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_not

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.support.exceptions import SteppingError
from lernmi_emo.watching.change import Change
from lernmi_emo.watching.messages import Message
from lernmi_emo.watching.method import Method
from lernmi_emo.watching.parts import ATTRIBUTES, kind_of_part, parts_of, reader, subject
from lernmi_emo.watching.step import Step
from lernmi_emo.watching.units import together, unit_of


class Sender:
    """One run through a network's messages.

    Before each message is sent, what it reads must be as the last step left it: a weight that someone has edited in
    between is met when its link next speaks. At the end everything is looked over.
    """

    def __init__(self, network: BareNetwork) -> None:
        self.network = network
        self.parts = parts_of(network)
        self.place = {id(part): place for place, part in enumerate(self.parts)}
        self.watched = [ATTRIBUTES[kind_of_part(part)] for part in self.parts]
        self.readers = [reader(part) for part in self.parts]
        self.methods: dict[tuple[type, str], Method] = {}
        self.subjects = [subject(part) for part in self.parts]

    def run(self, messages: Iterator[Message], by: str) -> Iterator[Step]:
        """The steps, by this unit; each is made when it is asked for."""
        self.known = [read(part) for read, part in zip(self.readers, self.parts)]  # as the last step left them
        self.lesson = self.network.lesson
        self.number = 0
        pattern = number = 0
        unit: object = None
        group: list[Step] = []
        for message in messages:
            pattern += message.action == "present"
            step_pattern = 0 if message.action == "feel" else pattern
            if by != "link":
                last, unit = unit, unit_of(message, step_pattern, by)
                if group and unit != last:  # hand out what is complete before the next message is sent
                    yield together(group, number, by)
                    number, group = number + 1, []
            step = self.send(message, step_pattern)
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
        self.lesson = self.network.lesson
        changes = []
        for place in places:
            before, after = self.known[place], self.readers[place](self.parts[place])
            if not any(map(is_not, before, after)):
                continue
            self.known[place] = after
            for attribute, old, new in zip(self.watched[place], before, after):
                if old is not new and (old != new or str(old) != str(new)):  # 0 and −0 are equal, but not the same
                    changes.append(Change(self.subjects[place], attribute, old, new, place))
        phase, action, part, names, kind, layer = message[:6]
        method = self.methods.get(message.method)
        if method is None:
            method = self.methods[message.method] = Method.of(*message.method)
        step = Step(self.number, phase, action, part, names, values, kind, tuple(changes), method, pattern, layer)
        self.number += 1
        return step

    def check(self, places: Iterable[int]) -> None:
        """Refuse to go on where something else has changed what comes next."""
        if self.network.lesson is not self.lesson:
            raise SteppingError(
                "between two steps the network was asked for another lesson or a prediction. Run these steps to their "
                "end first, or ask a net.clone(); to go on here, begin new steps"
            )
        for place in places:
            if place < 0:
                raise SteppingError("between two steps the network was given other emotions: begin new steps with them")
            known, now = self.known[place], self.readers[place](self.parts[place])
            if now == known:
                continue
            attribute, old, new = next(
                each for each in zip(self.watched[place], known, now) if each[1] is not each[2] and each[1] != each[2]
            )
            raise SteppingError(
                f"between two steps {self.subjects[place]}.{attribute} was changed from {old} to {new}, so the rest "
                f"would belong to no lesson. Change it before the first step or after the last, and begin new steps"
            )
