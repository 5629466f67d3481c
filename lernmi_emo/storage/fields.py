"""One entry of a description, read strictly: no key may be missing or superfluous, and each value has its type.

A file that someone has edited by hand, or that was damaged, is refused here, with the place and what is wrong there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from lernmi_emo.support.checks import check_number
from lernmi_emo.support.exceptions import InputError, LernmiEmoError, StorageError, suggest


class Fields:
    """An entry and its place, such as "link 3 (x1→h1)".

    >>> fields = Fields({"weight": "much"}, "link 3 (x1→h1)", ["weight"])
    >>> fields.number("weight")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.StorageError: link 3 (x1→h1): "weight" must be a finite number, and this came: 'much'
    """

    def __init__(self, entry: Any, place: str, keys: Sequence[str], optional: Sequence[str] = ()) -> None:
        self.place = place
        if not isinstance(entry, dict):
            raise self.error(f"expected an object with the keys {', '.join(keys)}, and this came: {shorten(entry)}")
        for key in keys:
            if key not in entry:
                raise self.error(f'"{key}" is missing')
        known = [*keys, *optional]
        for key in entry:
            if key not in known:
                raise self.error(f"the key {key!r} is not known here: {suggest(key, known)}")
        self.entry: dict[str, Any] = entry

    def error(self, message: str) -> StorageError:
        """The exception to raise for what is wrong here."""
        return StorageError(f"{self.place}: {message}")

    def number(self, key: str) -> float:
        """A finite number; true, false and "1" are none."""
        value = self.entry[key]
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise self.error(f'"{key}" must be a finite number, and this came: {shorten(value)}')
        try:
            return check_number(value, f'"{key}"')
        except InputError as error:
            raise self.error(str(error)) from error

    def number_or_none(self, key: str) -> float | None:
        """A finite number, or null."""
        return None if self.entry[key] is None else self.number(key)

    def flag(self, key: str) -> bool:
        """True or false; 0 and 1 are neither."""
        value = self.entry[key]
        if not isinstance(value, bool):
            raise self.error(f'"{key}" must be true or false, and this came: {shorten(value)}')
        return value

    def list(self, key: str) -> list[Any]:
        """A list of anything."""
        value = self.entry[key]
        if not isinstance(value, list):
            raise self.error(f'"{key}" must be a list, and this came: {shorten(value)}')
        return value

    def name_or(self, key: str, other: type) -> Any:
        """A name, or, in a description that is no file, the nameless thing itself."""
        value = self.entry[key]
        if not isinstance(value, (str, other)):
            raise self.error(f'"{key}" must be a name, and this came: {shorten(value)}')
        return value

    @contextmanager
    def here(self) -> Iterator[None]:
        """Whatever the core refuses is refused with this place."""
        try:
            yield
        except StorageError:
            raise
        except LernmiEmoError as error:
            raise self.error(str(error)) from error


def shorten(value: object) -> str:
    """A value as Python writes it, cut where it is long.

    >>> shorten("x" * 100)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    """
    text = repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
