"""Fixtures that run commands: in this process, or as a user does, in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lernmi_emo.cli import main

ROOT = Path(__file__).parents[1]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, capsys):
    """Run a command in this process: its exit code, stdout and stderr."""

    def run(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as exit:  # how argparse ends
            code = exit.code
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def process(here):
    """Start `python -m lernmi_emo …` in a process of its own."""

    def start(*arguments, **environment):
        return subprocess.Popen(
            [sys.executable, "-m", "lernmi_emo", *map(str, arguments)],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return start
