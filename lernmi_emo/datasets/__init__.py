"""Data sets to learn from. Each is a plain list of patterns, and each pattern a pair of two lists: inputs and targets.

    gates     not_ and_ or_ xor nand: whole truth tables
    shapes    circle exclusive_or gauss spiral: points in a plane, as in the TensorFlow Playground
    digits    1,797 handwritten digits, which come with the library
    files     idx and mnist (images), csv (tables)

and what is done to them before a network learns: `split` into a part to train and a part to test, and `Scaling`.

>>> from lernmi_emo import datasets
>>> for inputs, targets in datasets.xor():
...     print(inputs, targets)
[0.0, 0.0] [0.0]
[0.0, 1.0] [1.0]
[1.0, 0.0] [1.0]
[1.0, 1.0] [0.0]
"""

from lernmi_emo.datasets.digits import digits
from lernmi_emo.datasets.gates import and_, nand, not_, or_, xor
from lernmi_emo.datasets.idx import idx, mnist
from lernmi_emo.datasets.named import named, names
from lernmi_emo.datasets.pattern import Pattern, one_hot
from lernmi_emo.datasets.scaling import Scaling
from lernmi_emo.datasets.shapes import circle, exclusive_or, gauss, spiral
from lernmi_emo.datasets.split import split
from lernmi_emo.datasets.table import Table, csv

__all__ = [
    "Pattern",
    "Scaling",
    "Table",
    "and_",
    "circle",
    "csv",
    "digits",
    "exclusive_or",
    "gauss",
    "idx",
    "mnist",
    "named",
    "names",
    "nand",
    "not_",
    "one_hot",
    "or_",
    "spiral",
    "split",
    "xor",
]
