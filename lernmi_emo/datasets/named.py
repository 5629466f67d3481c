"""The data sets that need no file, by name: for the command line, and for whoever loops over them."""

from __future__ import annotations

from collections.abc import Callable

from lernmi_emo.datasets import gates, shapes
from lernmi_emo.datasets.digits import digits
from lernmi_emo.datasets.pattern import Pattern
from lernmi_emo.support.exceptions import NameNotFoundError, suggest

DATASETS: dict[str, Callable[[], list[Pattern]]] = {
    "not": gates.not_,
    "and": gates.and_,
    "or": gates.or_,
    "xor": gates.xor,
    "nand": gates.nand,
    "circle": shapes.circle,
    "exclusive_or": shapes.exclusive_or,
    "gauss": shapes.gauss,
    "spiral": shapes.spiral,
    "digits": digits,
}


def names() -> list[str]:
    """What `named` knows.

    >>> names()[:4]
    ['not', 'and', 'or', 'xor']
    """
    return list(DATASETS)


def named(name: str) -> list[Pattern]:
    """The data set of this name, with its defaults. Python's own spelling, "and_", will do as well.

    Raises `NameNotFoundError` where there is none.

    >>> named("xor")[1]
    ([0.0, 1.0], [1.0])
    >>> named("xorr")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.NameNotFoundError: there is no data set 'xorr': did you mean 'xor'?
    """
    key = str(name).rstrip("_").replace("-", "_")
    if key not in DATASETS:
        raise NameNotFoundError(f"there is no data set {name!r}: {suggest(key, DATASETS)}")
    return DATASETS[key]()
