"""What all tests share: the helper modules beside this file, and where real data may lie."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from pathlib import Path
from typing import Any

import needs
import pytest
from hypothesis import settings
from running import here, process, run

from lernmi_emo import ACTIVATIONS, ERROR_FUNCTIONS
from lernmi_emo.core.kind import KINDS

__all__ = ["here", "process", "run"]  # fixtures that run commands


# Examples are drawn from a fixed seed, so a run that passes passes again, and slow machines are not a failure.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("steady")

# In the background of a shell, Ctrl-C is ignored, and so it is in all that is started from there. The tests of Ctrl-C
# would wait for ever.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def names_of_ones_own() -> Generator[None, None, None]:
    """Kinds, activations and error functions that a test declares are known to that test alone."""
    registries: tuple[dict[str, Any], ...] = (KINDS, ACTIVATIONS, ERROR_FUNCTIONS)
    before = [dict(each) for each in registries]
    yield
    for registry, names in zip(registries, before):
        registry.clear()
        registry.update(names)


MNIST = Path(__file__).parents[2] / "shared" / "data" / "mnist"


@pytest.fixture
def mnist_directory() -> Path:
    """Where MNIST's files lie, if they do."""
    if not MNIST.is_dir():
        pytest.skip("MNIST's files are not here")
    return MNIST


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under LERNMI_EMO_STRICT, skipping for want of a system package is a failure."""
    report = yield
    if os.environ.get("LERNMI_EMO_STRICT") and report.skipped and needs.REASON in str(report.longrepr):
        report.outcome = "failed"
    return report
