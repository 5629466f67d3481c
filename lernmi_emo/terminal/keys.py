"""The commands: each with its word, its keys, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lernmi_emo.support.exceptions import InputError, suggest
from lernmi_emo.terminal.answers import Answer, Asked


def _help(asked: Asked, argument: str) -> Answer:
    lines = [f"{command.keys_in_words:<16} {command.usage:<16} {command.help}" for command in COMMANDS]
    return asked.look.text("\n".join([f"{'key':<16} {'as a line':<16}", *lines, "", *NOTES])), ""


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
    Command("next", ("space", "n", "right", "enter"), "one step on, or N", Asked.next, "[N]"),
    Command("back", ("b", "left", "backspace"), "one step back, or N", Asked.back, "[N]"),
    Command("begin", ("0", "home"), "to this lesson's beginning", Asked.begin),
    Command("end", ("$", "end"), "to this lesson's end", Asked.end),
    Command("unit", ("u",), "by link, neuron, layer, phase, pattern", Asked.unit, "[UNIT]"),
    Command("jump", ("j",), "to the next step of a phase, neuron, link", Asked.jump, "WHERE", "jump to: "),
    Command("watch", ("w",), "keep a neuron's or link's values in sight", Asked.watch, "NAME", "watch: "),
    Command("print", ("p",), "a neuron, link, emotions, network; or the step", Asked.print, "[NAME]", "print: "),
    Command("code", ("c",), "the method that did this step", Asked.code),
    Command("run", ("r",), "to where a condition becomes true", Asked.run, "CONDITION", "run to: "),
    Command("learn", ("l",), "this pattern to its end, and on to the next", Asked.learn, "[N]"),
    Command("rewind", ("R",), "to where the walk began", Asked.rewind),
    Command("digits", ("d",), "so many decimals", Asked.digits, "N", "decimals: "),
    Command("help", ("?", "h"), "this page", _help),
    Command("quit", ("q", "eof"), "leave", Asked.quit),
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
