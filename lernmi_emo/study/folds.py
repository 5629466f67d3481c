"""Which patterns a run learns from, and which it is judged on.

Hold-out puts a part aside for the test. With k folds, the patterns are dealt into k parts, and each is the test part
once. Both are stratified: each class is shared out like the whole. Where values lie outside 0..1, they are scaled,
with the range of the training part alone: the test part is not looked at before the test.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from lernmi_emo.datasets.pattern import Pattern
from lernmi_emo.datasets.scaling import Scaling
from lernmi_emo.datasets.split import split
from lernmi_emo.learning.evaluation import class_values
from lernmi_emo.support.exceptions import InputError


def divide(
    patterns: Sequence[Pattern], test: float, folds: int | None, seed: int, fold: int
) -> tuple[list[Pattern], list[Pattern]]:
    """The training part and the test part: of one fold, or with `test` (a share) put aside. 0 leaves no test part.

    >>> from lernmi_emo import datasets
    >>> [len(part) for part in divide(datasets.circle(n=40), test=0.25, folds=None, seed=0, fold=0)]
    [30, 10]
    >>> [len(part) for part in divide(datasets.circle(n=40), test=0.25, folds=10, seed=0, fold=3)]
    [36, 4]
    """
    if folds is not None:
        parts = stratified_folds(patterns, folds, seed)
        return [pattern for number, part in enumerate(parts) if number != fold for pattern in part], parts[fold]
    if test == 0.0:
        return list(patterns), []
    return split(patterns, 1.0 - test, seed)


def stratified_folds(patterns: Sequence[Pattern], folds: int, seed: int) -> list[list[Pattern]]:
    """The patterns, shuffled and then dealt into so many parts like cards, class by class.

    So the parts are equally large to within one pattern, and so are the shares of each class.

    >>> from lernmi_emo import datasets
    >>> [[target for _, [target] in part] for part in stratified_folds(datasets.and_(), 2, seed=0)]
    [[0.0, 0.0], [0.0, 1.0]]
    """
    if folds > len(patterns):
        raise InputError(f"{len(patterns)} patterns can't be dealt into {folds} folds: use fewer folds")
    targets = [list(pattern[1]) for pattern in patterns]
    classes = [tuple(each) for each in targets] if class_values(targets) is not None else [()] * len(targets)
    order = list(range(len(patterns)))
    random.Random(seed).shuffle(order)
    order.sort(key=classes.__getitem__)  # keeps the shuffled order within each class
    parts: list[list[Pattern]] = [[] for _ in range(folds)]
    for turn, place in enumerate(order):
        parts[turn % folds].append(patterns[place])
    return parts


def scaled(
    train: list[Pattern], test: list[Pattern], inputs: bool, targets: bool
) -> tuple[list[Pattern], list[Pattern]]:
    """Both parts with their inputs, targets, or both, brought to 0..1 by the training part's range.

    >>> scaled([([0.0], [5.0]), ([8.0], [9.0])], [([4.0], [7.0])], inputs=True, targets=False)
    ([([0.0], [5.0]), ([1.0], [9.0])], [([0.5], [7.0])])
    """
    if not inputs and not targets:
        return train, test
    scaling = Scaling.learn(train, targets=targets)
    if not inputs:
        scaling.inputs = [(0.0, 1.0)] * len(scaling.inputs)  # which leaves every value as it is
    return scaling.apply(train), scaling.apply(test) if test else []
