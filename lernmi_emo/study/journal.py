"""The journal of an experiment: a file with a line for each run that is done, written as soon as it is done.

Whoever interrupts an experiment, or loses power, starts it again with the same journal, and it goes on where it was.
The first line says what experiment this is. Each line is JSON and is written in one go, so that only the last one can
be cut short, and then it is done again. A journal may also be carried on with more seeds or other arms: what is in it
already is not done twice.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from lernmi_emo.storage.fields import Fields
from lernmi_emo.study.design import Design
from lernmi_emo.study.run import Run
from lernmi_emo.support import version
from lernmi_emo.support.exceptions import StorageError

FORMAT = "lernmi-emo study"
VERSION = 1
KEYS = [field.name for field in fields(Run)]


class Journal:
    """A file of runs, opened for one design. `runs` are those that it held already.

    Raises `StorageError` where the file is of another experiment, or is no journal, or can't be read or written.

    >>> import tempfile
    >>> from lernmi_emo import datasets
    >>> design = Design.checked(datasets.xor(), hidden=3)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     journal = Journal(Path(folder, "runs.jsonl"), design)
    ...     journal.path.read_text(encoding="utf-8")[:50], journal.runs
    ('{"format": "lernmi-emo study", "version": 1, "libr', [])
    """

    def __init__(self, path: str | os.PathLike[str], design: Design) -> None:
        self.path = Path(path)
        self.runs: list[Run] = []
        description = {"format": FORMAT, "version": VERSION, "library": version.VERSION, **design.description()}
        try:
            lines = self._whole_lines() if self.path.exists() else []
            if not lines:
                self._append(description)
        except OSError as error:
            raise StorageError(f"{self.path}: can't be used: {error.strerror or error}; check the path") from error
        for number, line in enumerate(lines, 1):
            entry = _read(line, f"{self.path}, line {number}")
            if number == 1:
                self._check_header(entry, description)
            else:
                self.runs.append(_run(entry, f"{self.path}, line {number}"))

    def add(self, run: Run) -> None:
        """Write a run down."""
        try:
            self._append(asdict(run))
        except OSError as error:
            raise StorageError(f"{self.path}: can't be written: {error.strerror or error}") from error

    def _whole_lines(self) -> list[str]:
        """All lines; a last one that was cut short is cut off, for what comes next must begin on a line of its own."""
        data = self.path.read_bytes()
        whole = data.rfind(b"\n") + 1
        try:
            lines = data[:whole].decode("utf-8").splitlines()
        except UnicodeDecodeError as error:
            raise StorageError(f"{self.path}: this is no journal of a study; choose another file") from error
        if whole < len(data):
            if not data[whole:].startswith(b"{"):  # whatever that is, it is not ours to cut
                raise StorageError(f"{self.path}: this is no journal of a study; choose another file")
            os.truncate(self.path, whole)
        return lines

    def _append(self, entry: dict[str, Any]) -> None:
        line = json.dumps(entry, ensure_ascii=False, allow_nan=False) + "\n"
        with open(self.path, "ab", buffering=0) as file:  # unbuffered: the line goes out in one piece
            file.write(line.encode("utf-8"))

    def _check_header(self, found: Any, expected: dict[str, Any]) -> None:
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise StorageError(f"{self.path}: this is no journal of a study; choose another file")
        for key, value in expected.items():
            if found.get(key) != value:
                raise StorageError(
                    f"{self.path} holds the runs of another experiment: its {key} is {_shown(found.get(key))}, and "
                    f"here it is {_shown(value)}. Choose another file, or the settings that this one began with"
                )


def _read(line: str, place: str) -> Any:
    try:
        return json.loads(line)
    except ValueError as error:
        raise StorageError(f"{place}: this is not JSON: {error}; remove the line, and the run is done again") from error


def _run(entry: Any, place: str) -> Run:
    run = Fields(entry, place, KEYS)
    run.name_or("arm", str)
    run.list("hidden")
    run.flag("diverged")
    if entry["reached"] is not None:
        run.flag("reached")
    for key in ("seed", "fold", "links", "rate", "momentum", "epochs", "train_error", "seconds"):
        run.number(key)
    for key in ("test_error", "train_accuracy", "test_accuracy", "anxiety", "confidence"):
        run.number_or_none(key)
    return Run(**entry)


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:59] + "…"
