"""Sends a script's messages one by one, notes what each changed, and watches that nothing else changes anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_not
from typing import Any

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.support.exceptions import SteppingError
from lernmi_emo.watching.change import Change
from lernmi_emo.watching.formula import name_of, part_word
from lernmi_emo.watching.listening import Assigned, Called, Message
from lernmi_emo.watching.method import Method
from lernmi_emo.watching.parts import ATTRIBUTES, parts_of, reader, subject
from lernmi_emo.watching.script import Event, Script
from lernmi_emo.watching.step import Step
from lernmi_emo.watching.units import together, unit_of


class Sender:
    """One run through a network's messages.

    Before each message is sent, what it reads must be as the last step left it: a weight that someone has edited in
    between is met when its link next speaks. What it makes must be what it made in the rehearsal. At the end everything
    is looked over.
    """

    def __init__(self, network: BareNetwork) -> None:
        self.network = network
        self.parts = parts_of(network)
        self.place = {id(part): place for place, part in enumerate(self.parts)}
        self.place_of = {(part_word(part), name_of(part)): place for place, part in enumerate(self.parts)}
        self.watched = [ATTRIBUTES[part_word(part)] for part in self.parts]
        self.readers = [reader(part) for part in self.parts]
        # Links that share a weight show it as theirs: where it changes, so do they.
        self.sharing: dict[int, list[int]] = {}
        for link in network.links:
            for weight in link.learns:
                if weight is not link:
                    self.sharing.setdefault(id(weight), []).append(self.place[id(link)])
        self.methods: dict[tuple[type, str], Method] = {}
        self.subjects = [subject(part) for part in self.parts]

    def run(self, scripts: Iterator[Script], by: str) -> Iterator[Step]:
        """The steps, by this unit; each is made when it is asked for."""
        self.known = [read(part) for read, part in zip(self.readers, self.parts)]  # as the last step left them
        self.lesson = self.network.lesson
        self.emotions = self.network.emotions
        self.number = 0
        number = 0
        unit: object = None
        group: list[Step] = []
        for event, pattern in self._events(scripts):
            if by != "link":
                last, unit = unit, unit_of(event, pattern, by)
                if group and unit != last:  # hand out what is complete before the next message is sent
                    yield together(group, number, by)
                    number, group = number + 1, []
            step = self.send(event, pattern)
            if by == "link":
                yield step
            else:
                group.append(step)
        if group:
            yield together(group, number, by)
        self.check(range(len(self.parts)))

    def _events(self, scripts: Iterator[Script]) -> Iterator[tuple[Event, int]]:
        """Every event, with the number of its lesson, counted from 1; 0 outside of lessons."""
        lesson = 0
        for script in scripts:
            for event in script.events:
                lesson += event.action == "present"
                yield event, 0 if event.phase == "emotions" else lesson
            if script.failed is not None:
                raise script.failed()

    def send(self, event: Event, pattern: int) -> Step:
        """Send what this event consists of, and write down what it changed."""
        places = [self.place[id(part)] for part in event.touched]
        places += [place for part in event.touched for place in self.sharing.get(id(part), ()) if place not in places]
        self.check(places)
        for each in event.sent:
            _do(each)
        self.lesson = self.network.lesson
        changes = self._changes(places)
        self._check_made(event)
        method = self.methods.get(event.method)
        if method is None:
            method = self.methods[event.method] = Method.of(*event.method)
        step = Step(
            self.number,
            event.phase,
            event.action,
            event.part,
            event.names,
            event.refs,
            event.values,
            event.formula,
            changes,
            method,
            pattern,
            event.layer,
            first=event.first,
        )
        self.number += 1
        return step

    def _changes(self, places: Iterable[int]) -> tuple[Change, ...]:
        changes = []
        for place in places:
            before, after = self.known[place], self.readers[place](self.parts[place])
            if not any(map(is_not, before, after)):
                continue
            self.known[place] = after
            for attribute, old, new in zip(self.watched[place], before, after):
                if old is not new and (old != new or str(old) != str(new)):  # 0 and −0 are equal, but not the same
                    changes.append(Change(self.subjects[place], attribute, old, new, place))
        return tuple(changes)

    def _check_made(self, event: Event) -> None:
        """Refuse to show a formula where a message did otherwise than in its rehearsal: it draws lots of its own."""
        made = {event.refs[each.place]: event.values[each.place] for each in event.formula.made}
        assigned = {(id(each.part), each.name) for each in event.sent if isinstance(each, Assigned)}
        for ref, value in made.items():
            part = self.parts[self.place_of[ref.part, ref.names]] if ref.name != "slope" else None
            now = getattr(part, ref.name, value)
            if now != value and now == now and (id(part), ref.name) not in assigned:
                raise SteppingError(
                    f"{event.method[0].__name__}.{event.method[1]} made {ref} {now} where it had made {value} in the "
                    f"rehearsal of this lesson: what it does depends on more than what the network holds. Keep a "
                    f"random.Random in the network's parts, and draw from that"
                )

    def check(self, places: Iterable[int]) -> None:
        """Refuse to go on where something else has changed what comes next."""
        if self.network.lesson is not self.lesson:
            raise SteppingError(
                "between two steps the network was asked for another lesson or a prediction. Run these steps to their "
                "end first, or ask a net.clone(); to go on here, begin new steps"
            )
        if self.network.emotions is not self.emotions:
            raise SteppingError("between two steps the network was given other emotions: begin new steps with them")
        for place in places:
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


def _do(each: Message | Assigned | Called) -> Any:
    """Do once more, to the parts as they are, what was heard."""
    if isinstance(each, Assigned):
        return setattr(each.part, each.name, each.value)
    return getattr(each.part, each.method)(*each.arguments, **each.settings)
