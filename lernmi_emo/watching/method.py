"""The method behind a step: where it stands, and its text."""

from __future__ import annotations

import inspect
from functools import cache
from pathlib import PurePath
from typing import NamedTuple


class Method(NamedTuple):
    """A method's name, its file as a path from its package, its first and last line, and its text.

    File and text are empty, and the lines 0, where Python knows no source: of a class typed in at the prompt.
    """

    name: str
    file: str
    first: int
    last: int
    source: str

    @staticmethod
    def of(owner: type, name: str) -> Method:
        """The method of this name as this class has it, which may be inherited.

        >>> from lernmi_emo import EmotionalLink
        >>> Method.of(EmotionalLink, "propagate"), Method.of(EmotionalLink, "update").name
        (Method(Link.propagate, lernmi_emo/core/link.py:...), 'EmotionalLink.update')
        """
        return _look_up(inspect.unwrap(owner), name)  # a breakpoint's class stands before the one in the file

    def __repr__(self) -> str:
        return f"Method({self.name}, {self.file}:{self.first})"


@cache
def _look_up(owner: type, name: str) -> Method:
    function = inspect.unwrap(getattr(owner, name))
    named = getattr(function, "__qualname__", name)
    try:
        lines, first = inspect.getsourcelines(function)
        path = PurePath(inspect.getsourcefile(function) or "")
    except (OSError, TypeError):
        return Method(named, "", 0, 0, "")
    depth = function.__module__.count(".") + 1 + (path.stem == "__init__")
    return Method(named, "/".join(path.parts[-depth:]), first, first + len(lines) - 1, _unindented(lines))


def _unindented(lines: list[str]) -> str:
    indent = len(lines[0]) - len(lines[0].lstrip())
    return "".join(line[indent:] if line.strip() else "\n" for line in lines)
