"""What is printed reaches any console.

Some consoles can show no minus sign (−) and no arrow (→). There, such a mark is written in ASCII: - and ->, and what
has no such spelling as ?. Otherwise the first one would end the program with an error.
"""

from __future__ import annotations

import codecs
import io
import sys

HANDLER = "lernmi-emo.ascii"
SPELLINGS = {
    "−": "-", "→": "->", "←": "<-", "·": "*", "×": "x", "…": "...", "⋮": ":", "½": "1/2", "²": "^2", "′": "'",
    "–": "-", "Σ": "sum", "∂": "d", "δ": "delta", "η": "eta", "α": "alpha", "μ": "mu",
}  # fmt: skip


def speak_to_any_console() -> None:
    """From now on, what stdout and stderr can't show is written in ASCII."""
    codecs.register_error(HANDLER, in_ascii)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # not where a notebook or a test has put something else
            stream.reconfigure(errors=HANDLER)


def in_ascii(error: UnicodeError) -> tuple[str, int]:
    """What stands in for characters that could not be encoded, and where to go on: an error handler for `codecs`.

    >>> codecs.register_error("demo", in_ascii)
    >>> "x1→h1: −0.5 · δ, 木".encode("ascii", "demo")
    b'x1->h1: -0.5 * delta, ?'
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(SPELLINGS.get(mark, "?") for mark in error.object[error.start : error.end]), error.end
