"""Marks for tests that need something which may not be installed.

Where it is missing they skip. Where the environment says LERNMI_EMO_STRICT, as `.ci/run` does, a skip for want of a
system package is a failure (see conftest.py): there everything that the tests want has been installed.
"""

from __future__ import annotations

import shutil

import pytest

REASON = "needs the system package"


def program(*names: str) -> pytest.MarkDecorator:
    """A mark for a test or a class that runs one of these programs: `@needs.program("dot")`."""
    missing = not any(shutil.which(name) for name in names)
    return pytest.mark.skipif(missing, reason=f"{REASON} that has {' or '.join(names)}")
