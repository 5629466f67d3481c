"""Warnings that point at the reader's own line."""

from __future__ import annotations

import sys
import warnings

PACKAGE = __name__.partition(".")[0]


def warn(text: str, category: type[Warning]) -> None:
    """Warn, and point at the line outside the package that called it, however deep in the package it was noticed.

    >>> import warnings
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     warn("the inputs are not scaled", UserWarning)
    >>> print(caught[0].message)
    the inputs are not scaled
    """
    frame, depth = sys._getframe(), 1
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == PACKAGE:
        frame, depth = frame.f_back, depth + 1
    warnings.warn(text, category, stacklevel=depth)
