"""The walk at a terminal: key by key on a drawn screen, or line by line where someone has piped the lines in."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable
from dataclasses import replace

from lernmi_emo.support.exceptions import InputError, LernmiEmoError
from lernmi_emo.terminal import display
from lernmi_emo.terminal.answers import Asked
from lernmi_emo.terminal.keyboard import RESIZED, Keyboard
from lernmi_emo.terminal.keys import command_of_key, command_of_line
from lernmi_emo.terminal.look import TerminalLook
from lernmi_emo.watching.parts import subject
from lernmi_emo.watching.step import PHASES


def by_lines(asked: Asked, lines: Iterable[str], *, at_terminal: bool) -> None:
    """Obey line after line, and print what comes of each.

    Where someone sits there, a mistake is told and the next line awaited. Otherwise it is raised, with the line's
    number, so that a script fails where it is wrong. A line that begins with # is a remark.
    """
    print("\n".join([*_where(asked), *_step(asked)]))
    number = 0
    _prompt(at_terminal)
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text.startswith("#"):
            if not at_terminal:
                print(asked.look.text(f"(step) {text}"))
            try:
                command, argument = command_of_line(text)
                told, message = command.do(asked, argument.strip())
            except LernmiEmoError as error:
                if not at_terminal:
                    raise InputError(f"line {number}: {error}") from error
                print(asked.look.text(str(error)))
            except KeyboardInterrupt:
                if not at_terminal:
                    raise
                print("stopped")
            else:
                if asked.is_over:
                    return
                print("\n".join(_shown(asked, command.word, told, message)))
        _prompt(at_terminal)


def _prompt(at_terminal: bool) -> None:
    if at_terminal:
        print("(step) ", end="", flush=True)


def _where(asked: Asked) -> list[str]:
    return display.where(asked.walk, replace(asked.look, colour=False), asked.name)[:1]


def _step(asked: Asked) -> list[str]:
    return [
        *display.step_lines(asked.walk, asked.look),
        *display.watch_lines(asked.walk, asked.look, asked.watched),
    ]


def _shown(asked: Asked, word: str, told: str, message: str) -> list[str]:
    lines = [asked.look.line(message)] if message else []
    if told:
        return [*lines, told]
    if word in ("learn", "rewind"):
        lines += _where(asked)
    if word == "watch":
        return [*lines, *display.watch_lines(asked.walk, asked.look, asked.watched)]
    return lines if word in ("unit", "digits") else [*lines, *_step(asked)]


def by_keys(asked: Asked, keyboard: Keyboard) -> None:
    """Draw, read a key, obey it, and so on, until it is over."""
    message = ""
    while not asked.is_over:
        now = TerminalLook.of_terminal(asked.look.digits)
        asked.look = now
        asked.tick = lambda: _draw(asked, keyboard, "running … Ctrl-C stops it")
        _draw(asked, keyboard, message)
        message = ""
        try:
            key = keyboard.read()
            if key == RESIZED:
                continue
            command = command_of_key(key)
            if command is None:
                message = "? shows the keys"
                continue
            argument = keyboard.ask(command.question, now.height, completions(asked)) if command.question else ""
            if command.question and not argument and command.word not in ("print", "run"):
                continue
            told, message = command.do(asked, argument.strip())
        except LernmiEmoError as error:
            told, message = "", str(error)
            if len(message) > now.width:  # too long for the line at the bottom
                told, message = textwrap.fill(message, now.width), ""
        except KeyboardInterrupt:
            told, message = "", "stopped; q leaves"
        if told:
            _read(told, asked, keyboard)


def _draw(asked: Asked, keyboard: Keyboard, message: str) -> None:
    keyboard.draw(display.screen(asked.walk, asked.look, asked.name, asked.watched, message))


def _read(text: str, asked: Asked, keyboard: Keyboard) -> None:
    """Show a text, page by page, until a key closes it."""
    look = asked.look
    lines = [look.line(line) for line in text.splitlines()]
    room = look.height - 1
    pages = [lines[start : start + room] for start in range(0, len(lines), room)]
    for number, page in enumerate(pages, 1):
        foot = (
            "any key goes back" if number == len(pages) else f"page {number} of {len(pages)}: any key goes on, q back"
        )
        keyboard.draw([*page, *[""] * (room - len(page)), look.paint(foot, "dim")])
        key = keyboard.read()
        if key == "q":
            return


def completions(asked: Asked) -> list[str]:
    """What Tab can complete: phases, neurons, links, and the emotions."""
    return [*PHASES, *(subject(part) for part in asked.walk.parts)]


def lines_of_stdin() -> Iterable[str]:
    """Each line as it comes, also where someone types them."""
    return iter(sys.stdin.readline, "")
