"""What one can ask for on a walk: each command with its word, its keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.exceptions import InputError, suggest
from lernmi_emo.finding import find_part
from lernmi_emo.parts import subject
from lernmi_emo.step import UNITS
from lernmi_emo.stepper import display

if TYPE_CHECKING:
    from lernmi_emo.stepper.look import Look
    from lernmi_emo.stepper.walk import Walk

MOST_DIGITS = 15


@dataclass
class Asked:
    """A walk, and what has been asked for on it so far."""

    walk: Walk
    look: Look
    name: str = ""  # of the data
    watched: list[str] = field(default_factory=list)
    condition: str = ""  # the last one that was run to
    tick: Callable[[], object] | None = None  # called while it runs, after each lesson
    is_over: bool = False

    def obey(self, command: Command, argument: str = "") -> tuple[str, str]:
        """Do it. A text to read, if there is one, and a short message, if there is one."""
        return command.do(self, argument.strip())


Answer = tuple[str, str]
DONE: Answer = ("", "")


def _count(argument: str) -> int:
    if argument and not (argument.isdecimal() and int(argument) > 0):
        raise InputError(f"how many is a whole number of at least 1, and this came: {argument!r}")
    return int(argument or 1)


def _next(asked: Asked, argument: str) -> Answer:
    asked.walk.forward(_count(argument))
    return DONE


def _back(asked: Asked, argument: str) -> Answer:
    asked.walk.back(_count(argument))
    return DONE


def _begin(asked: Asked, argument: str) -> Answer:
    asked.walk.go(0)
    return DONE


def _end(asked: Asked, argument: str) -> Answer:
    asked.walk.go(len(asked.walk.trace))
    return DONE


def _unit(asked: Asked, argument: str) -> Answer:
    walk = asked.walk
    walk.go_by(argument or UNITS[(UNITS.index(walk.unit) + 1) % len(UNITS)])
    return "", f"steps go by {walk.unit} now"


def _jump(asked: Asked, argument: str) -> Answer:
    if not argument:
        raise InputError("jump where? Name a phase (forward, error, backward, update), a neuron, a link, or a number")
    from_the_beginning = asked.walk.jump(argument)
    return "", "there is none after that one: found from the lesson's beginning" if from_the_beginning else ""


def _watch(asked: Asked, argument: str) -> Answer:
    if not argument:
        raise InputError("watch what? Name a neuron (h2), a link (x1→h2, or x1->h2), or emotions")
    name = subject(find_part(asked.walk.network, argument))
    if name in asked.watched:
        asked.watched.remove(name)
        return "", f"{name} is not watched any more"
    asked.watched.append(name)
    return "", f"{name} is watched; the same again ends it"


def _print(asked: Asked, argument: str) -> Answer:
    walk, look = asked.walk, asked.look
    if not argument:
        return look.text((walk.step or walk.trace[0]).explanation.text(look.digits, look.unicode, look.width)), ""
    if argument == "network":
        return look.text(f"{walk.network!r}\n{walk.network.lesson!r}"), ""
    return display.explanation(walk, look, argument), ""


def _code(asked: Asked, argument: str) -> Answer:
    return display.code(asked.walk, asked.look), ""


def _run(asked: Asked, argument: str) -> Answer:
    condition = argument or asked.condition
    if not condition:
        raise InputError("run to where? Say a condition, such as h2.delta > 0.1, or error < 0.01")
    lesson = asked.walk.lesson
    asked.walk.run(condition, asked.tick)
    asked.condition = condition
    lessons = asked.walk.lesson - lesson
    later = f", {lessons} lesson{'s' * (lessons != 1)} later" if lessons else ""
    return "", f"{condition} has become true{later}"


def _learn(asked: Asked, argument: str) -> Answer:
    walk = asked.walk
    epoch = walk.epoch
    for _ in range(_count(argument)):
        walk.learn()
        if asked.tick is not None:
            asked.tick()
    if walk.epoch > epoch and walk.network.emotions is not None:
        return "", f"epoch {walk.epoch - 1} is over, and was felt: {walk.network.emotions!r}"
    return "", "learnt; this is the next pattern"


def _rewind(asked: Asked, argument: str) -> Answer:
    asked.walk.rewind()
    return "", "this is where the walk began"


def _digits(asked: Asked, argument: str) -> Answer:
    if not argument.isdecimal() or not int(argument) <= MOST_DIGITS:
        raise InputError(f"how many decimals? A whole number from 0 to {MOST_DIGITS}")
    from dataclasses import replace

    asked.look = replace(asked.look, digits=int(argument))
    return "", f"numbers have {argument} decimals now"


def _help(asked: Asked, argument: str) -> Answer:
    lines = [f"{command.keys_in_words:<16} {command.usage:<16} {command.help}" for command in COMMANDS]
    return asked.look.text("\n".join([f"{'key':<16} {'as a line':<16}", *lines, "", *NOTES])), ""


def _quit(asked: Asked, argument: str) -> Answer:
    asked.is_over = True
    return DONE


class Command(NamedTuple):
    """One thing to ask for. `question` is what is asked back where a key was pressed and it needs a word more."""

    word: str
    keys: tuple[str, ...]
    help: str
    do: Callable[[Asked, str], Answer]
    takes: str = ""  # how its argument is called
    question: str = ""

    @property
    def usage(self) -> str:
        """The command as it is typed."""
        return f"{self.word} {self.takes}".strip()

    @property
    def keys_in_words(self) -> str:
        """Its keys: `space n →`."""
        shown = {"right": "→", "left": "←", "space": "Space", "enter": "Enter", "backspace": "Bksp"}
        return " ".join(shown.get(key, key.capitalize() if len(key) > 1 else key) for key in self.keys if key != "eof")


COMMANDS = [
    Command("next", ("space", "n", "right", "enter"), "one step on, or N", _next, "[N]"),
    Command("back", ("b", "left", "backspace"), "one step back, or N", _back, "[N]"),
    Command("begin", ("0", "home"), "to this lesson's beginning", _begin),
    Command("end", ("$", "end"), "to this lesson's end", _end),
    Command("unit", ("u",), "by link, neuron, layer, phase, pattern", _unit, "[UNIT]"),
    Command("jump", ("j",), "to the next step of a phase, neuron, link", _jump, "WHERE", "jump to: "),
    Command("watch", ("w",), "keep a neuron's or link's values in sight", _watch, "NAME", "watch: "),
    Command("print", ("p",), "a neuron, link, emotions, network; or the step", _print, "[NAME]", "print: "),
    Command("code", ("c",), "the method that did this step", _code),
    Command("run", ("r",), "to where a condition becomes true", _run, "CONDITION", "run to: "),
    Command("learn", ("l",), "this pattern to its end, and on to the next", _learn, "[N]"),
    Command("rewind", ("R",), "to where the walk began", _rewind),
    Command("digits", ("d",), "so many decimals", _digits, "N", "decimals: "),
    Command("help", ("?", "h"), "this page", _help),
    Command("quit", ("q", "eof"), "leave", _quit),
]

NOTES = [
    "Links are named x1→h2 or x1->h2. ? is a value that is not computed yet.",
    "Conditions: h2.delta > 0.1, abs(x1->h2.change) > 0.1 and error < 0.5,",
    "not h1.output < h2.output, anxiety < 0.6. Neurons have net_input, output,",
    "sensitivity, delta; links weight, sensitivity, change, last_change.",
]


def command_of_key(key: str) -> Command | None:
    """What this key asks for.

    >>> command_of_key("space").word
    'next'
    """
    return next((command for command in COMMANDS if key in command.keys), None)


def command_of_line(line: str) -> tuple[Command, str]:
    """What this line asks for, and its argument. Words may be cut short; an empty line is `next`.

    >>> command, argument = command_of_line("j h2"); command.word, argument
    ('jump', 'h2')
    """
    word, _, argument = line.strip().partition(" ")
    if not word:
        return COMMANDS[0], ""
    for command in COMMANDS:
        if word == command.word or (len(word) == 1 and word in command.keys):
            return command, argument
    meant = [command for command in COMMANDS if command.word.startswith(word)]
    if len(meant) != 1:
        words = [command.word for command in meant or COMMANDS]
        raise InputError(f"there is no command {word!r}: {suggest(word, words)}; help lists them all")
    return meant[0], argument
