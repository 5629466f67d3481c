"""How equations write their numbers and names: as text, as LaTeX, and in ASCII where a console has nothing else."""

from __future__ import annotations

import math
import os
import sys
from decimal import Decimal
from functools import lru_cache


def show(value: float | None, digits: int = 4, latex: bool = False) -> str:
    """A number as it is shown: with decimals, or by a power of ten where these would hide it or run on.

    >>> show(-0.03125), show(0.00000325), show(0.00000325, latex=True), show(None)
    ('−0.0312', '3.25e−06', '3.25 \\\\times 10^{-6}', '?')
    """
    if value is None:
        return "?"
    text = f"{value:.{digits}f}"
    if not text.strip("-0."):
        text = f"{value:.{max(digits - 2, 1)}e}" if value else text.lstrip("-")
    elif abs(value) >= 1e7 and math.isfinite(value):
        text = f"{value:.{max(digits, 1)}e}"
    if not latex:
        return text.replace("-", "−")
    mantissa, _, power = text.partition("e")
    mantissa = mantissa.replace("inf", r"\infty").replace("nan", r"\mathrm{nan}")
    return mantissa + (rf" \times 10^{{{int(power)}}}" if power else "")


def read(text: str) -> Decimal:
    """The number that a reader sees.

    >>> read("−0.0312"), read("?")
    (Decimal('-0.0312'), Decimal('NaN'))
    """
    return Decimal("NaN") if text == "?" else Decimal(text.replace("−", "-"))


@lru_cache(maxsize=4096)
def latex_words(text: str) -> str:
    """Words as upright LaTeX, in which no character is taken for a command.

    >>> latex_words("h_1 → y1")
    '\\\\mathrm{h\\\\_1\\\\ \\\\to \\\\ y1}'
    """
    return rf"\mathrm{{{''.join(LATEX.get(mark, mark) for mark in text)}}}"


LATEX = {mark: "\\" + mark for mark in "_#$%&{}"} | {
    " ": r"\ ", "\\": r"\backslash ", "~": r"\sim ", "^": r"\hat{\ }", "→": r"\to ", "−": "-", "·": r"\cdot ",
    "…": r"\dots ", "′": "'",
}  # fmt: skip


def shows_unicode() -> bool:
    """Whether stdout's encoding has the characters that equations are written with.

    >>> shows_unicode()
    True
    """
    try:
        "".join(SIGNS).encode(getattr(sys.stdout, "encoding", None) or "utf-8")  # a text in memory has no encoding
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def console_width() -> int:
    """How wide lines may be: the terminal's width, if stdout is one, and never more than `WIDTH`.

    >>> console_width() <= WIDTH
    True
    """
    try:
        return max(40, min(WIDTH, os.get_terminal_size(sys.stdout.fileno()).columns))
    except (AttributeError, OSError, ValueError):  # stdout is a file, a pipe or a notebook, or there is none
        return WIDTH


def plain(text: str, unicode: bool) -> str:
    """The same text, in ASCII alone unless `unicode`.

    >>> plain("x1→h1: ½ · −2", unicode=False)
    'x1->h1: 1/2 * -2'
    """
    if unicode or text.isascii():
        return text
    for sign, word in ASCII.items():
        text = text.replace(sign, word)
    return text.encode("ascii", "backslashreplace").decode("ascii")


WIDTH = 120
SIGNS = {"→": "->", "·": "*", "−": "-", "…": "...", "²": "^2", "½": "1/2", "′": "'"}
GREEK = {"δ": "delta", "η": "eta", "α": "alpha", "μ": "mu", "Δ": "Delta", "Σ": "sum", "∂": "d"}
ASCII = SIGNS | GREEK
