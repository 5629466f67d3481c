"""The data that a command is given: a data set by its name, MNIST's files, or a table in a CSV file.

They come split into a part to learn from and a part held out for the test, and a table comes scaled.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lernmi_emo.support.checks import check_number
from lernmi_emo.support.exceptions import DataError, InputError, NameNotFoundError

if TYPE_CHECKING:
    from lernmi_emo.commands.recipes import Recipe
    from lernmi_emo.commands.table_columns import Columns
    from lernmi_emo.datasets import Pattern, Table

FEWEST_TO_SPLIT = 20  # with fewer patterns than this, none is held out unless it is asked for


@dataclass(frozen=True)
class Data:
    """Patterns to learn from, patterns held out, and what is known of them."""

    name: str
    train: list[Pattern]
    test: list[Pattern]
    recipe: Recipe
    columns: Columns | None = None

    @property
    def has_quantities(self) -> bool:
        """Whether the targets are quantities, which no answer can be right or wrong about, only nearer or farther."""
        return self.columns is not None and self.columns.scaling.targets is not None


def add_data(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which data, and which columns of a table.

    >>> parser = argparse.ArgumentParser(); add_data(parser)
    >>> parser.parse_args(["iris.csv", "--target", "species"]).target
    ['species']
    """
    parser.add_argument("data", metavar="DATA", help="what to learn")
    parser.add_argument(
        "--target", action="append", metavar="COLUMN", help="the column of a CSV file to learn; can be repeated"
    )
    parser.add_argument(
        "--columns",
        nargs="+",
        metavar="COLUMN",
        help="the columns of a CSV file to learn from: all others, if not given",
    )
    parser.add_argument(
        "--delimiter", default=",", metavar="MARK", help="what parts the columns of a CSV file: , if not given"
    )


def read_data(
    name: str,
    *,
    targets: list[str] | None,
    columns: list[str] | None = None,
    delimiter: str = ",",
    test: float | None = None,
    seed: int = 0,
) -> Data:
    """The data of this name, or in this file.

    `columns` are the input columns of a table, None for all that are no target. `test` is the share to hold out; None
    leaves it to the recipe. Raises what the data sets raise, and `InputError` or `NameNotFoundError` where the name and
    the settings don't go together.

    >>> data = read_data("digits", targets=None)
    >>> len(data.train), len(data.test)
    (1347, 450)
    """
    from lernmi_emo import datasets

    if test is not None and not 0.0 <= check_number(test, "--test") < 1.0:
        raise InputError(f"--test is the share to hold out, from 0 to below 1, and this came: {test:g}")
    patterns, recipe = read_patterns(name, targets=targets, columns=columns, delimiter=delimiter)
    share = test if test is not None else recipe.test
    train, held_out = datasets.split(patterns, 1.0 - share, seed) if share else (patterns, [])
    if not isinstance(patterns, datasets.Table):
        return Data(name, train, held_out, recipe)
    return _scaled(name, patterns, train, held_out)


def read_patterns(
    name: str, *, targets: list[str] | None, columns: list[str] | None = None, delimiter: str = ","
) -> tuple[list[Pattern], Recipe]:
    """The patterns of this name, or in this file, neither split nor scaled, and how they are learnt by default.

    Raises what `read_data` raises.

    >>> patterns, recipe = read_patterns("xor", targets=None)
    >>> len(patterns), recipe.hidden
    (4, [3])
    """
    from lernmi_emo import datasets
    from lernmi_emo.commands import recipes

    known = name.rstrip("_").replace("-", "_") in datasets.names()
    is_mnist = name.startswith("mnist:")
    for option, given in (("--target", targets), ("--columns", columns)):
        if given and (known or is_mnist):
            raise InputError(f"{option} is for the columns of a CSV file, and {name} has none: leave it out")
    if known:
        patterns: list[Pattern] = datasets.named(name)
        recipe = recipes.BY_NAME.get(name.rstrip("_").replace("-", "_"), recipes.TABLE)
    elif is_mnist:
        patterns, recipe = datasets.mnist(name.removeprefix("mnist:")), recipes.MNIST
    else:
        patterns, recipe = _read_table(name, targets, columns, delimiter), recipes.TABLE
    return patterns, recipe if len(patterns) >= FEWEST_TO_SPLIT else recipe._replace(test=0.0)


def _read_table(path: str, targets: list[str] | None, columns: list[str] | None, delimiter: str) -> Table:
    from lernmi_emo import datasets

    if not os.path.isfile(path):
        if os.path.isdir(path):
            raise DataError(f"{path} is a folder: name a CSV file in it, or MNIST's folder as mnist:{path}")
        try:
            datasets.named(path)
        except NameNotFoundError as error:
            raise NameNotFoundError(
                f"{error} Nor is there a file {path!r}. Data are one of {', '.join(datasets.names())}; "
                f"mnist:FOLDER; or the path of a CSV file"
            ) from error
    if not targets:
        raise InputError(f"which column of {path} shall the network learn to tell? Say --target COLUMN")
    return datasets.csv(path, targets, columns, delimiter=delimiter)


def _scaled(name: str, table: Table, train: list[Pattern], test: list[Pattern]) -> Data:
    """Inputs scaled to 0..1 by the training part; targets too, where they are quantities."""
    from lernmi_emo.commands.recipes import TABLE
    from lernmi_emo.commands.table_columns import Columns
    from lernmi_emo.datasets import Scaling

    quantities = any(value not in (0.0, 1.0) for _, targets in table for value in targets)
    scaling = Scaling.learn(train, targets=quantities)
    held_out = scaling.apply(test) if test else []
    return Data(name, scaling.apply(train), held_out, TABLE, Columns.of(table, scaling))
