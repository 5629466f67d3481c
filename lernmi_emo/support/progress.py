"""A progress bar over lessons: tqdm's, or one that shows nothing."""

from __future__ import annotations

from typing import Any

from lernmi_emo.support.exceptions import MissingExtraError


def bar(total: int, wanted: bool, unit: str = " lessons") -> Any:
    """A progress bar over so many lessons, or other units, if one is wanted.

    Raises `MissingExtraError` where tqdm is missing.

    >>> with bar(10, wanted=False) as shown:
    ...     shown.update(10)
    """
    if not wanted:
        return NoBar()
    try:
        from tqdm.auto import tqdm
    except ImportError as missing:
        raise MissingExtraError(
            "progress=True needs the package tqdm: pip install tqdm (or this package with its extra 'cli')"
        ) from missing
    return tqdm(total=total, unit=unit, unit_scale=total > 1000, dynamic_ncols=True)


class NoBar:
    """A progress bar that shows nothing."""

    def update(self, count: int = 1) -> None:
        """Show nothing."""

    def __enter__(self) -> NoBar:
        return self

    def __exit__(self, *args: object) -> None:
        """Leave nothing behind."""
