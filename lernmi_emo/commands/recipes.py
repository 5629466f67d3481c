"""Settings that suit each data set, for whoever names none: what `train` takes where an option is not given."""

from __future__ import annotations

from typing import NamedTuple


class Recipe(NamedTuple):
    """How a data set is learnt by default."""

    hidden: list[int]  # the sizes of the hidden layers
    rate: float  # of the first epoch
    decay: float  # each epoch's rate is the last one's times this
    momentum: float
    epochs: int
    stop_error: float | None
    test: float  # the share of the patterns held out


GATES = Recipe(hidden=[3], rate=0.5, decay=1.0, momentum=0.9, epochs=2000, stop_error=0.002, test=0.0)
SHAPES = Recipe(hidden=[8], rate=0.3, decay=1.0, momentum=0.9, epochs=300, stop_error=0.005, test=0.25)
DIGITS = Recipe(hidden=[30], rate=0.5, decay=0.9, momentum=0.5, epochs=10, stop_error=None, test=0.25)
MNIST = Recipe(hidden=[15], rate=0.3, decay=0.8, momentum=0.3, epochs=3, stop_error=None, test=0.25)
TABLE = Recipe(hidden=[10], rate=0.3, decay=1.0, momentum=0.5, epochs=100, stop_error=None, test=0.25)

BY_NAME = {
    **dict.fromkeys(("not", "and", "or", "xor", "nand"), GATES),
    **dict.fromkeys(("circle", "exclusive_or", "gauss", "spiral"), SHAPES),
    "digits": DIGITS,
}


def as_table() -> str:
    """The recipes as lines of text, for `train --help`.

    >>> print(as_table().splitlines()[0])
              hidden   rate  decay  momentum  epochs  stop error  test
    """
    rows = {"gates": GATES, "shapes": SHAPES, "digits": DIGITS, "mnist:DIR": MNIST, "CSV file": TABLE}
    lines = [f"{'':<9} {'hidden':>6}   {'rate':>4}  decay  momentum  epochs  stop error  test"]
    for name, recipe in rows.items():
        stop = "-" if recipe.stop_error is None else f"{recipe.stop_error:g}"
        lines.append(
            f"{name:<9} {recipe.hidden[0]:>6}   {recipe.rate:>4g}  {recipe.decay:>5g}  {recipe.momentum:>8g}  "
            f"{recipe.epochs:>6}  {stop:>10}  {recipe.test:>4g}"
        )
    return "\n".join(lines)
