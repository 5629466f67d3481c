"""A table in a CSV file becomes patterns: each line is one, and each column a number of it.

The first line is the header, with the columns' names. One column, or several, are the targets; the others, or those
named, are the inputs. A file that is not what it seems is refused with its line and column: a wrong number that
slipped through would be learnt like a right one.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Sequence

from lernmi_emo.datasets.lines import Line, doubt, read_lines
from lernmi_emo.datasets.pattern import Pattern, one_hot
from lernmi_emo.support.exceptions import DataError, InputError, suggest

MOST_CLASSES = 20  # more different whole numbers than this in a target column, and they are a quantity


class Table(list[Pattern]):
    """A list of patterns that also knows what its numbers are called. In all else a list like any other.

    `class_names[i]` is the class that stands at place i of the one-hot targets. It is empty where the targets are
    numbers.

    >>> table = Table([([0.0, 1.0], [1.0])], input_names=["width", "height"], target_names=["price"])
    >>> table, table.input_names
    ([([0.0, 1.0], [1.0])], ['width', 'height'])
    """

    input_names: list[str]
    target_names: list[str]
    class_names: list[str]

    def __init__(
        self,
        patterns: Iterable[Pattern] = (),
        input_names: Sequence[str] = (),
        target_names: Sequence[str] = (),
        class_names: Sequence[str] = (),
    ) -> None:
        super().__init__(patterns)
        self.input_names, self.target_names = list(input_names), list(target_names)
        self.class_names = list(class_names)


def csv(
    path: str | os.PathLike[str],
    target: str | Sequence[str],
    inputs: Sequence[str] | None = None,
    classes: bool | Iterable[str] | None = None,
    delimiter: str = ",",
) -> Table:
    """The patterns of a CSV file with a header, UTF-8. Nothing is scaled: see `Scaling`.

    `target` names the target column, or several of them. `inputs` names the input columns; without it, they are all
    the others. Targets are made so:

    - a column of text holds classes: one-hot, in the alphabet's order, also where there are just two, so that
      `class_names[i]` always says what target i stands for
    - a column of 0 and 1 is left as it is: one target, as with the gates
    - a column of other whole numbers holds classes too (one-hot, in the numbers' order) if they are at most 20
      different ones and there are at least twice as many lines
    - any other column of numbers, and several columns, are left as they are

    `classes=True` or `False` decides it instead, and a list of names fixes the order: give the training table's
    `class_names` when reading the test table, which may lack a class.

    Raises `DataError`, with line and column, for a missing file or column, a line of another length, an empty cell,
    and text, NaN or infinity where a number is expected; `InputError` for settings that contradict each other.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     path = pathlib.Path(name, "leaves.csv")
    ...     _ = path.write_text("length,width,tree\\n7,5,oak\\n4,4,lime\\n8,5,oak\\n", encoding="utf-8")
    ...     leaves = csv(path, target="tree")
    >>> leaves
    [([7.0, 5.0], [0.0, 1.0]), ([4.0, 4.0], [1.0, 0.0]), ([8.0, 5.0], [0.0, 1.0])]
    >>> leaves.input_names, leaves.class_names
    (['length', 'width'], ['lime', 'oak'])
    """
    (header_number, header), *lines = read_lines(path, delimiter)
    targets = [target] if isinstance(target, str) else list(target)
    if inputs is None:
        chosen = [name for name in header if name not in targets]
    else:
        chosen = [inputs] if isinstance(inputs, str) else list(inputs)
    _check_columns(f"{path}, line {header_number}", header, chosen, targets, delimiter)
    known = _check_classes(classes, targets)
    input_rows = _numbers(path, header, lines, chosen, "mend the cell, or leave this column out of the inputs")
    names: list[str] = []
    if isinstance(known, list):
        names = known
    elif len(targets) == 1:
        column = header.index(targets[0])
        names = _class_names([cells[column] for _, cells in lines], known)
        if len(names) == 1:
            raise DataError(f"{path}, column {targets[0]!r}: expected several classes, and there is one: {names[0]!r}")
    if names:
        target_rows = _one_hot_rows(path, header, lines, targets[0], names)
    else:
        mend = "mend the cell, or read one column as classes with classes=True"
        target_rows = _numbers(path, header, lines, targets, mend)
    return Table(zip(input_rows, target_rows), chosen, targets, names)


def _check_columns(where: str, header: list[str], inputs: list[str], targets: list[str], delimiter: str) -> None:
    named = [*targets, *inputs]
    for name in named:
        if name not in header:
            hint = suggest(name, header) + doubt(header, delimiter)
            raise DataError(f"{where}: the header has no column {name!r}: {hint}")
        if named.count(name) > 1:
            raise InputError(f"column {name!r} is named twice: expected each once, as an input or as a target")
    if not targets or not inputs:
        raise InputError(f"expected at least one input and one target column, and got {inputs} and {targets}")


def _check_classes(classes: bool | Iterable[str] | None, targets: list[str]) -> bool | list[str] | None:
    """The setting as it is, or the given names as a list."""
    wanted = "expected True, False or a list of names, each once, for one target column"
    if isinstance(classes, str) or not (classes is None or hasattr(classes, "__iter__") or isinstance(classes, bool)):
        raise InputError(f"classes: {wanted}, and this came: {classes!r}")
    known = classes if classes is None or isinstance(classes, bool) else [str(name) for name in classes]
    if known and len(targets) > 1:
        raise InputError(f"classes: {wanted}, and the target columns are {targets}")
    if isinstance(known, list) and len(set(known)) < len(known):
        raise InputError(f"classes: {wanted}, and this came: {known}")
    return known


def _numbers(
    path: str | os.PathLike[str], header: list[str], lines: list[Line], names: list[str], mend: str
) -> list[list[float]]:
    columns = [header.index(name) for name in names]
    for number, cells in lines:
        for column in columns:
            if not _is_number(cells[column]):
                came = repr(cells[column]) if cells[column] else "an empty cell"
                point = " (with a point for the decimals)" if _is_number(cells[column].replace(",", ".")) else ""
                if not any(_is_number(others[column]) for _, others in lines):
                    mend += "; for a column of words, make a column of 0 and 1 for each word" * (not point)
                raise DataError(
                    f"{path}, line {number}, column {header[column]!r}: expected a finite number{point}, "
                    f"and got {came}; {mend}"
                )
    return [[float(cells[column]) for column in columns] for _, cells in lines]


def _class_names(labels: list[str], classes: bool | None) -> list[str]:
    """The names of the classes in the order of the one-hot targets; none if the column is one of numbers."""
    known = {label for label in labels if label}  # an empty cell is a mistake, not a class
    whole = all(map(_is_whole, known))
    if classes is None:
        if whole:
            is_code = {int(name) for name in known} <= {0, 1}
            classes = not is_code and 1 < len(known) <= MOST_CLASSES and 2 * len(known) <= len(labels)
        else:
            # one number among them, and this is a column of numbers with a slip in it: `_numbers` says where
            classes = not any(map(_is_number, known))
    if not classes:
        return []
    return sorted(known, key=lambda name: (int(name), name)) if whole else sorted(known)


def _one_hot_rows(
    path: str | os.PathLike[str], header: list[str], lines: list[Line], target: str, names: list[str]
) -> list[list[float]]:
    column = header.index(target)
    rows = []
    for number, cells in lines:
        if cells[column] not in names:
            came = repr(cells[column]) if cells[column] else "an empty cell"
            raise DataError(
                f"{path}, line {number}, column {target!r}: expected the name of a class, and got {came}: "
                f"{suggest(cells[column], names)}"
            )
        rows.append(one_hot(names.index(cells[column]), len(names)))
    return rows


def _is_number(cell: str) -> bool:
    """A finite number as other programs write it too. Python alone would also take "1_000"."""
    try:
        return math.isfinite(float(cell)) and "_" not in cell
    except ValueError:
        return False


def _is_whole(cell: str) -> bool:
    return cell.removeprefix("-").isdecimal() and cell.isascii()
