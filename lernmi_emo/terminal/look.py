"""How things look on this terminal: its width and height, colours, decimals, and whether it can show → and −."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass

from lernmi_emo.expressions.writing import plain, shows_unicode

STYLES = {
    "bold": "1",
    "dim": "2",
    "turned": "7",
    "forward": "36",  # cyan
    "error": "35",  # magenta
    "backward": "33",  # yellow
    "update": "32",  # green
    "emotions": "31",  # red
}

MARKS = str.maketrans("─•⋮", "-*:")  # the screen's own marks, where only ASCII can be shown


@dataclass(frozen=True)
class TerminalLook:
    """How to write for one terminal.

    >>> TerminalLook(unicode=False).text("x1→h1: −0.5"), TerminalLook(colour=True).paint("h1", "bold")
    ('x1->h1: -0.5', '\\x1b[1mh1\\x1b[0m')
    """

    width: int = 80
    height: int = 24
    unicode: bool = True
    colour: bool = False
    digits: int = 4

    @classmethod
    def of_terminal(cls, digits: int = 4) -> TerminalLook:
        """That of stdout. No colours where it is no terminal, or where the environment says NO_COLOR."""
        width, height = shutil.get_terminal_size()
        colour = sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")
        return cls(max(width, 40), max(height, 10), shows_unicode(), colour, digits)

    def text(self, text: str) -> str:
        """The text as this terminal can show it."""
        return text if self.unicode else plain(text.translate(MARKS), unicode=False)

    def paint(self, text: str, *styles: str) -> str:
        """The text in these styles, where there are colours."""
        if not self.colour or not text or not styles:
            return text
        return f"\x1b[{';'.join(STYLES[style] for style in styles)}m{text}\x1b[0m"

    def line(self, text: str) -> str:
        """One line of text, cut where the terminal ends."""
        text = self.text(text)
        return text if len(text) <= self.width else text[: self.width - 1] + self.text("…")[:1]
