"""What a network that learnt from a table has to know to be asked: the names of the columns, and how they were scaled.

It lies beside the network as `columns.json`, and `predict` looks for it there. So one asks in the table's own units,
and is answered in them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lernmi_emo.datasets import Scaling, Table
from lernmi_emo.storage.fields import Fields
from lernmi_emo.support.exceptions import StorageError
from lernmi_emo.support.files import write_file

FILE_NAME = "columns.json"
FORMAT = "lernmi-emo columns"
KEYS = ("format", "version", "inputs", "targets", "classes")


@dataclass(frozen=True)
class Columns:
    """Names of inputs, targets and classes; `classes` is empty where the targets are numbers."""

    inputs: list[str]
    targets: list[str]
    classes: list[str]
    scaling: Scaling

    @classmethod
    def of(cls, table: Table, scaling: Scaling) -> Columns:
        """The columns of a table, with the scaling learnt from its training part."""
        return cls(table.input_names, table.target_names, table.class_names, scaling)

    @property
    def output_names(self) -> list[str]:
        """What each output neuron's output is called: a class, or a target column."""
        return self.classes or self.targets

    def save(self, folder: Path) -> Path:
        """Write them into a folder, and return the file's path."""
        description = {
            "format": FORMAT,
            "version": 1,
            "inputs": _described(self.inputs, self.scaling.inputs),
            "targets": _described(self.targets, self.scaling.targets or [(None, None)] * len(self.targets)),
            "classes": self.classes,
        }
        return write_file(folder / FILE_NAME, json.dumps(description, ensure_ascii=False, indent=2) + "\n")

    @classmethod
    def beside(cls, network_path: Path) -> Columns | None:
        """The columns that lie beside a network's file; None where there are none.

        Raises `StorageError`, with the file's name, where the file is damaged.
        """
        path = network_path.parent / FILE_NAME
        if not path.is_file():
            return None
        try:
            return cls._read(json.loads(path.read_bytes().decode("utf-8")))
        except StorageError as error:
            raise StorageError(f"{path}: {error}") from error
        except ValueError as error:
            raise StorageError(f"{path}: can't be read as JSON: {error}; train again, or remove it") from error

    @classmethod
    def _read(cls, description: Any) -> Columns:
        fields = Fields(description, "the columns", KEYS)
        if description["format"] != FORMAT or description["version"] != 1:
            raise fields.error(f'expected "format": "{FORMAT}" in version 1; train again, or remove the file')
        inputs, input_ranges = _read_ranges(fields, "inputs")
        targets, target_ranges = _read_ranges(fields, "targets")
        classes = fields.list("classes")
        if not all(isinstance(name, str) for name in classes):
            raise fields.error('"classes" must be names')
        scaled = [(low, high) for low, high in input_ranges if low is not None and high is not None]
        restored = [(low, high) for low, high in target_ranges if low is not None and high is not None]
        if len(scaled) != len(inputs) or len(restored) not in (0, len(targets)):
            raise fields.error('expected numbers for "least" and "greatest" of every input, and of all targets or none')
        return cls(inputs, targets, classes, Scaling(scaled, restored or None))


def _described(names: list[str], ranges: Sequence[tuple[float | None, float | None]]) -> list[dict[str, Any]]:
    return [{"name": name, "least": low, "greatest": high} for name, (low, high) in zip(names, ranges)]


def _read_ranges(fields: Fields, key: str) -> tuple[list[str], list[tuple[float | None, float | None]]]:
    names, ranges = [], []
    for place, entry in enumerate(fields.list(key), 1):
        column = Fields(entry, f"{key} {place}", ("name", "least", "greatest"))
        names.append(str(column.name_or("name", str)))
        ranges.append((column.number_or_none("least"), column.number_or_none("greatest")))
    return names, ranges
