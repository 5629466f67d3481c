"""Reading one key at a time, on Linux, macOS and Windows; and a screen that is drawn anew.

While keys are read, the terminal does not wait for Enter and does not show what is typed. It is given back as it was,
whatever happens.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any

# What terminals send for the keys that are no letters, after Esc.
SEQUENCES = {
    "[C": "right", "OC": "right", "[D": "left", "OD": "left", "[A": "up", "OA": "up", "[B": "down", "OB": "down",
    "[H": "home", "OH": "home", "[1~": "home", "[7~": "home", "[F": "end", "OF": "end", "[4~": "end", "[8~": "end",
    "[5~": "page up", "[6~": "page down",
}  # fmt: skip
WINDOWS = {"M": "right", "K": "left", "H": "up", "P": "down", "G": "home", "O": "end", "I": "page up", "Q": "page down"}
NAMES = {" ": "space", "\r": "enter", "\n": "enter", "\x7f": "backspace", "\x08": "backspace", "\x04": "eof"}
RESIZED = "resized"  # not a key: the window has another size, so draw again


def has_keys() -> bool:
    """Whether someone sits at a terminal that keys can be read from, and that can be drawn on."""
    try:
        at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    except ValueError:  # closed
        return False
    return at_terminal and os.environ.get("TERM") != "dumb"


class Keyboard:
    """Keys and screen, within a `with`.

    `read` waits for a key and gives its name: a letter as it is, or space, enter, left, …; `ask` waits for a line.
    """

    def __enter__(self) -> Keyboard:
        self._terminal = _Windows() if sys.platform == "win32" else _Posix()
        self._terminal.begin()
        self._write("\x1b[?1049h\x1b[?25l")  # a screen beside the one with the shell's lines; no cursor
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("\x1b[?25h\x1b[?1049l")
        self._terminal.end()

    def draw(self, lines: Sequence[str]) -> None:
        """Show these lines in place of the last ones."""
        self._write("\x1b[H" + "\r\n".join("\x1b[K" + line for line in lines))

    def read(self) -> str:
        """The next key's name, or RESIZED."""
        key = self._terminal.read()
        return NAMES.get(key, key)

    @contextmanager
    def typing(self, row: int) -> Iterator[None]:
        """The terminal as ever, to type a line in this row."""
        self._write(f"\x1b[{row};1H\x1b[K\x1b[?25h")
        self._terminal.end()
        try:
            yield
        finally:
            self._terminal.begin()
            self._write("\x1b[?25l")

    def ask(self, question: str, row: int, words: Sequence[str] = ()) -> str:
        """A line that is typed after the question; nothing where it is broken off with Ctrl-C or Ctrl-D.

        Tab completes these words, where Python has its readline.
        """
        _complete(words)
        with self.typing(row):
            try:
                return input(question).strip()
            except (EOFError, KeyboardInterrupt):
                return ""

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()


class _Posix:
    """A terminal of Linux or macOS."""

    def begin(self) -> None:
        """Keys come one by one from now on, and are not shown."""
        import termios
        import tty

        self.file = sys.stdin.fileno()
        self.before: list[Any] = termios.tcgetattr(self.file)
        tty.setcbreak(self.file, termios.TCSADRAIN)  # what was typed ahead is kept

    def end(self) -> None:
        """The terminal is as it was."""
        import termios

        termios.tcsetattr(self.file, termios.TCSADRAIN, self.before)

    def read(self) -> str:
        """The next key: a letter, or the name of a key that is none."""
        size = shutil.get_terminal_size()
        while not self._is_waiting(0.25):
            if shutil.get_terminal_size() != size:
                return RESIZED
        key = self._byte()
        if key == b"\x1b":
            sequence = ""
            while self._is_waiting(0.05) and len(sequence) < 6:
                sequence += self._byte().decode("latin-1")
                if sequence in SEQUENCES:
                    return SEQUENCES[sequence]
            return "escape"
        for least in (b"\xc0", b"\xe0", b"\xf0"):  # a letter's first byte says how many more there are
            if key >= least:
                key += self._byte()
        return key.decode("utf-8", "replace") or "\x04"

    def _is_waiting(self, seconds: float) -> bool:
        import select

        return bool(select.select([self.file], [], [], seconds)[0])

    def _byte(self) -> bytes:
        return os.read(self.file, 1)


def _complete(words: Sequence[str]) -> None:
    try:
        import readline
    except ImportError:
        return  # as on Windows

    def complete(begun: str, number: int) -> str | None:
        # An arrow is easier typed as ->, and is completed all the same.
        fitting = [word for word in words if word.startswith(begun.replace("->", "→"))]
        return fitting[number] if number < len(fitting) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" ()<>=!+*/")
    readline.parse_and_bind("bind ^I rl_complete" if "libedit" in (readline.__doc__ or "") else "tab: complete")


class _Windows:
    """A console of Windows 10 or newer."""

    def begin(self) -> None:
        """The console understands the signs that draw from now on."""
        os.system("")

    def end(self) -> None:
        """There is nothing to give back."""

    def read(self) -> str:
        """The next key: a letter, or the name of a key that is none."""
        import msvcrt
        import time

        size = shutil.get_terminal_size()
        console: Any = msvcrt
        while not console.kbhit():
            time.sleep(0.05)
            if shutil.get_terminal_size() != size:
                return RESIZED
        key: str = console.getwch()
        if key in ("\x00", "\xe0"):
            return WINDOWS.get(console.getwch(), "escape")
        if key == "\x03":
            raise KeyboardInterrupt
        return "\x04" if key == "\x1a" else key
