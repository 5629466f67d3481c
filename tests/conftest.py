"""What all tests share: the helper modules beside this file, and where real data may lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings


# Examples are drawn from a fixed seed, so a run that passes passes again, and slow machines are not a failure.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("steady")

MNIST = Path(__file__).parents[2] / "shared" / "data" / "mnist"


@pytest.fixture
def mnist_directory() -> Path:
    """Where MNIST's files lie, if they do."""
    if not MNIST.is_dir():
        pytest.skip("MNIST's files are not here")
    return MNIST
