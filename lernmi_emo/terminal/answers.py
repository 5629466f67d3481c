"""What one can ask for on a walk, and what is answered: a method for each command.

An answer is a text to read and a short message; each may be empty.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from lernmi_emo.support.exceptions import InputError
from lernmi_emo.terminal import display
from lernmi_emo.terminal.look import TerminalLook
from lernmi_emo.terminal.walk import Walk
from lernmi_emo.watching.finding import find_part
from lernmi_emo.watching.parts import subject
from lernmi_emo.watching.step import UNITS

MOST_DIGITS = 15
Answer = tuple[str, str]
DONE: Answer = ("", "")


@dataclass
class Asked:
    """A walk, and what has been asked for on it so far."""

    walk: Walk
    look: TerminalLook
    name: str = ""  # of the data
    watched: list[str] = field(default_factory=list)
    condition: str = ""  # the last one that was run to
    tick: Callable[[], object] | None = None  # called while it runs, after each lesson
    is_over: bool = False

    def next(self, argument: str) -> Answer:
        """So many steps on: the argument, or 1."""
        self.walk.forward(_count(argument))
        return DONE

    def back(self, argument: str) -> Answer:
        """So many steps back: the argument, or 1."""
        self.walk.back(_count(argument))
        return DONE

    def begin(self, argument: str) -> Answer:
        """To this lesson's beginning."""
        self.walk.go(0)
        return DONE

    def end(self, argument: str) -> Answer:
        """To this lesson's end."""
        self.walk.go(len(self.walk.trace))
        return DONE

    def unit(self, argument: str) -> Answer:
        """Go by this unit, or without one by the next coarser."""
        walk = self.walk
        walk.go_by(argument or UNITS[(UNITS.index(walk.unit) + 1) % len(UNITS)])
        return "", f"steps go by {walk.unit} now"

    def jump(self, argument: str) -> Answer:
        """To the next step of a phase, neuron or link, or of a number."""
        if not argument:
            raise InputError(
                "jump where? Name a phase (forward, error, backward, update), a neuron, a link, or a number"
            )
        from_the_beginning = self.walk.jump(argument)
        return "", "there is none after that one: found from the lesson's beginning" if from_the_beginning else ""

    def watch(self, argument: str) -> Answer:
        """Keep the values of a neuron, a link or the emotions in sight, or no longer."""
        if not argument:
            raise InputError("watch what? Name a neuron (h2), a link (x1→h2, or x1->h2), or emotions")
        name = subject(find_part(self.walk.network, argument))
        if name in self.watched:
            self.watched.remove(name)
            return "", f"{name} is not watched any more"
        self.watched.append(name)
        return "", f"{name} is watched; the same again ends it"

    def print(self, argument: str) -> Answer:
        """What a neuron, a link, the emotions or the network are now, or without a name, the step."""
        walk, look = self.walk, self.look
        if not argument:
            return look.text((walk.step or walk.trace[0]).explanation.text(look.digits, look.unicode, look.width)), ""
        if argument == "network":
            return look.text(f"{walk.network!r}\n{walk.network.lesson!r}"), ""
        return display.explanation(walk, look, argument), ""

    def code(self, argument: str) -> Answer:
        """The method that did the last step."""
        return display.code(self.walk, self.look), ""

    def run(self, argument: str) -> Answer:
        """To where this condition becomes true, or without one the last."""
        condition = argument or self.condition
        if not condition:
            raise InputError("run to where? Say a condition, such as h2.delta > 0.1, or error < 0.01")
        lesson = self.walk.lesson
        self.walk.run(condition, self.tick)
        self.condition = condition
        lessons = self.walk.lesson - lesson
        later = f", {lessons} lesson{'s' * (lessons != 1)} later" if lessons else ""
        return "", f"{condition} has become true{later}"

    def learn(self, argument: str) -> Answer:
        """Learn this pattern, or so many, to the end."""
        walk = self.walk
        epoch = walk.epoch
        for _ in range(_count(argument)):
            walk.learn()
            if self.tick is not None:
                self.tick()
        if walk.epoch > epoch and walk.network.emotions is not None:
            return "", f"epoch {walk.epoch - 1} is over, and was felt: {walk.network.emotions!r}"
        return "", "learnt; this is the next pattern"

    def rewind(self, argument: str) -> Answer:
        """To where the walk began."""
        self.walk.rewind()
        return "", "this is where the walk began"

    def digits(self, argument: str) -> Answer:
        """Show so many decimals."""
        if not argument.isdecimal() or len(argument) > 2 or int(argument) > MOST_DIGITS:
            raise InputError(f"how many decimals? A whole number from 0 to {MOST_DIGITS}")
        self.look = replace(self.look, digits=int(argument))
        return "", f"numbers have {argument} decimals now"

    def quit(self, argument: str) -> Answer:
        """Leave."""
        self.is_over = True
        return DONE


def _count(argument: str) -> int:
    if argument and not (argument.isdecimal() and len(argument) < 10 and int(argument) > 0):
        raise InputError(f"how many is a whole number of at least 1, and this came: {argument[:40]!r}")
    return int(argument or 1)
