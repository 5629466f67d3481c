"""A condition's text as its tokens: numbers, names such as `x1→h2.weight`, and signs, from left to right."""

from __future__ import annotations

import re

from lernmi_emo.support.exceptions import InputError

NAME = r"(?:\"[^\"]*\"|'[^']*'|[^\W\d][\w.]*)"
TOKEN = re.compile(
    rf"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    rf"|(?P<name>{NAME}(?:\s*(?:→|->)\s*{NAME})?(?:\.\w+)?)"
    rf"|(?P<sign><=|>=|==|!=|[<>+*/()−-]))"
)
LONGEST = 500
EXAMPLE = "a condition compares numbers, such as h2.delta > 0.1"


class Tokens:
    """The tokens of a text. `token` is the one that comes next, empty at the end; `kind` is number, name or sign.

    >>> tokens = Tokens("x1->h2.weight >= 0.5")
    >>> tokens.advance(), tokens.advance(), tokens.advance(), tokens.token
    ('x1->h2.weight', '>=', '0.5', '')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        self.token = ""
        self.kind: str | None = None
        self.advance()

    def error(self, what: str) -> InputError:
        """The exception to raise for what is wrong here."""
        return InputError(f"{self.text!r} can't be read as a condition: {what}; {EXAMPLE}")

    def advance(self) -> str:
        """Go on to the next token, and return the one before."""
        before = self.token
        rest = self.text[self.end :]
        found = TOKEN.match(rest)
        if found is None and rest.strip():
            raise self.error(f"{rest.strip()[0]!r} means nothing there")
        self.token = "" if found is None else found[0].strip()
        self.kind = None if found is None else found.lastgroup
        self.end += 0 if found is None else found.end()
        return before

    def take(self, *tokens: str) -> str:
        """The token, if it is one of these, or nothing."""
        return self.advance() if self.token in tokens else ""

    def expect(self, token: str) -> None:
        """Go on past this token, which has to be here."""
        if not self.take(token):
            raise self.error(f"{token!r} is missing" + (f" before {self.token!r}" if self.token else " at the end"))
