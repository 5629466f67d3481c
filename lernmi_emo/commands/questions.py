"""What a network is asked on the command line: the numbers of one pattern, or a CSV file of many."""

from __future__ import annotations

import csv
import io
import math
import sys
from collections.abc import Sequence

from lernmi_emo.support.exceptions import DataError, suggest


def read_numbers(arguments: Sequence[str]) -> list[float] | None:
    """The arguments as numbers, also where commas part them; None if they are something else.

    >>> read_numbers(["0", "-1.5"]), read_numbers(["0,1"]), read_numbers(["table.csv"]), read_numbers([])
    ([0.0, -1.5], [0.0, 1.0], None, None)
    """
    cells = [cell for argument in arguments for cell in argument.split(",")]
    numbers = [_number(cell) for cell in cells]
    return None if not numbers or None in numbers else numbers  # type: ignore[return-value]  # None is not in it


def read_questions(path: str, names: Sequence[str], delimiter: str) -> list[list[float]]:
    """The inputs of each line of a CSV file, or of the standard input where the path is "-".

    Raises `DataError`, with the line and column, where it is not what was expected.
    """
    where = "standard input" if path == "-" else path
    lines = _lines(path, where, delimiter)
    if not lines:
        raise DataError(f"{where}: expected lines of {len(names)} numbers, and it is empty")
    places, heading = list(range(len(names))), [f"{place}" for place in range(1, len(names) + 1)]
    if any(_number(cell) is None for cell in lines[0][1]):
        number, heading = lines.pop(0)
        missing = [name for name in names if name not in heading]
        if missing:
            raise DataError(
                f"{where}, line {number}: the header has no column {missing[0]!r}: {suggest(missing[0], heading)}"
            )
        places = [heading.index(name) for name in names]
        if not lines:
            raise DataError(f"{where}: expected lines of values after the header, and there is none")
    patterns = []
    for number, cells in lines:
        if len(cells) != len(heading):
            raise DataError(f"{where}, line {number}: expected {len(heading)} columns, and got {len(cells)}")
        values = [_number(cells[place]) for place in places]
        for place, value in zip(places, values):
            if value is None or not math.isfinite(value):
                raise DataError(
                    f"{where}, line {number}, column {heading[place]}: expected a finite number, and got "
                    f"{cells[place]!r}"
                )
        patterns.append([value for value in values if value is not None])
    return patterns


def _lines(path: str, where: str, delimiter: str) -> list[tuple[int, list[str]]]:
    """Each line that is not blank, with its number."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
        reader = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True)
        return [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader if any(map(str.strip, cells))]
    except FileNotFoundError as error:
        raise DataError(f"{path!r} is no number, and there is no file of this name") from error
    except OSError as error:
        raise DataError(f"{where}: can't be read: {error.strerror or error}") from error
    except (UnicodeDecodeError, csv.Error, TypeError) as error:
        raise DataError(f"{where}: expected CSV in UTF-8, parted by {delimiter!r}: {error}") from error


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None
