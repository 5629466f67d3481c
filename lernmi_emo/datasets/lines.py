"""The lines of a CSV file, each with its number in the file, so that whoever finds a fault can say where it is.

They are in shape when they leave this file: a header of names, then at least one line, and all lines equally long.
What their cells mean is not known here: see `table`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from lernmi_emo.support.exceptions import DataError, InputError

Line = tuple[int, list[str]]  # the line's number in the file, counted from 1, and its cells


def read_lines(path: str | os.PathLike[str], delimiter: str) -> list[Line]:
    """The header and, after it, at least one line, all of one length.

    Raises `DataError` for a file that can't be read, is no UTF-8, no CSV, or empty, for columns without a name or with
    one that is taken, and for a line of another length; `InputError` for a delimiter that is not one character.
    """
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n':
        raise InputError(f"delimiter must be one character, such as ',' or ';', and this came: {delimiter!r}")
    lines = list(_lines(path, delimiter))
    if not lines:
        raise DataError(f"{path}: expected a header line with the columns' names, and the file is empty")
    number, header = lines[0]
    for place, name in enumerate(header, 1):
        if not name:
            raise DataError(f"{path}, line {number}, column {place}: expected a name, and it is empty; name the column")
        if name in header[: place - 1]:
            raise DataError(f"{path}, line {number}, column {place}: the name {name!r} is used twice; rename one")
    if len(lines) == 1:
        raise DataError(f"{path}: expected lines of values after the header, and there is none")
    for number, cells in lines:
        if len(cells) != len(header):
            raise DataError(
                f"{path}, line {number}: expected {len(header)} columns, as in the header, and got {len(cells)}; "
                f"look for a missing or superfluous {delimiter!r}{doubt(header, delimiter)}"
            )
    return lines


def doubt(header: list[str], delimiter: str) -> str:
    """What to add to a message where the delimiter itself may be the mistake: the header has one column only.

    >>> doubt(["length;width"], ",")
    "; the header has one column only: is ',' the right delimiter, or is it ';'?"
    >>> doubt(["length", "width"], ",")
    ''
    """
    if len(header) > 1:
        return ""
    others = [f", or is it {other!r}" for other in (";", ",", "\t") if other != delimiter and other in header[0]]
    return f"; the header has one column only: is {delimiter!r} the right delimiter{''.join(others[:1])}?"


def _lines(path: str | os.PathLike[str], delimiter: str) -> Iterator[Line]:
    """The lines that are not blank, their cells without surrounding spaces."""
    import csv
    import io

    try:
        with open(path, "rb") as file:
            data = file.read()
        text = data.decode("utf-8-sig")  # spreadsheets put an invisible mark (BOM) at the beginning
    except OSError as error:
        raise DataError(f"{path}: can't be read: {error.strerror or error}; check the path") from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}, line {line}: expected text in UTF-8; save the table as CSV in UTF-8") from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)) or len(cells) > 1:
                yield number, [cell.strip() for cell in cells]
            number = reader.line_num + 1  # a quoted cell may go over several lines
    except csv.Error as error:
        raise DataError(f"{path}, line {number}: this is not CSV: {error}; look at the quotation marks") from error
