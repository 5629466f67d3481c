"""How well a network does on patterns: its error, how often it is right, and what it takes for what.

A pattern's class is read from its targets. With several outputs, one target must be higher than the rest (one-hot):
the class is its place, from 0, and the network's answer is the place of its highest output. With one output, the
targets must be 0 and 1, or −1 and 1 (binary): the answer is the one that the output lies nearer to. Where targets are
neither, there is no accuracy, only an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from lernmi_emo.core.error import mean_squared_error, squared_error
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import Pattern, check_patterns
from lernmi_emo.support.exceptions import InputError
from lernmi_emo.support.text import number


@dataclass(frozen=True)
class Evaluation:
    """What `evaluate` found.

    `error` is the mean squared error over patterns and outputs. `accuracy` is the share of right answers, and
    `confusion[expected][answered]` counts them by class, in the order of `classes`; both are None where the targets
    name no class.

    >>> from lernmi_emo import Network, datasets
    >>> evaluation = Network.layered([2, 3, 1], seed=7).evaluate(datasets.xor())
    >>> evaluation.patterns, evaluation.classes, evaluation.accuracy
    (4, ['0', '1'], 0.5)
    """

    patterns: int
    error: float
    accuracy: float | None = None
    confusion: list[list[int]] | None = None
    classes: list[str] | None = None

    def __str__(self) -> str:
        lines = [f"{self.patterns} patterns: mean squared error {number(self.error)}"]
        if self.accuracy is not None and self.confusion is not None and self.classes is not None:
            lines[0] += f", accuracy {100 * self.accuracy:.2f} %"
            width = max(len(text) for text in [*self.classes, *(str(n) for row in self.confusion for n in row)]) + 2
            lines.append("rows: expected, columns: answered")
            lines.append(" " * width + "".join(f"{name:>{width}}" for name in self.classes))
            for name, row in zip(self.classes, self.confusion):
                lines.append(f"{name:>{width}}" + "".join(f"{count:>{width}}" for count in row))
        return "\n".join(lines)


def answers(network: BareNetwork, inputs: Sequence[Sequence[float]]) -> list[list[float]]:
    """The outputs for each of these inputs, by the network itself.

    >>> from lernmi_emo import Network
    >>> answers(Network.layered([1, 1], weight_range=0), [[0.0], [1.0]])
    [[0.5], [0.5]]
    """
    return [network.predict(each) for each in inputs]


def evaluate(
    network: BareNetwork,
    patterns: Iterable[Pattern],
    *,
    answers: Callable[[BareNetwork, Sequence[Sequence[float]]], list[list[float]]] = answers,
) -> Evaluation:
    """Predict every pattern and compare. Nothing is learnt; the network's values are those of the last pattern.

    `answers` is who predicts: `Network.evaluate(patterns, fast=True)` hands in the twin.
    Raises `InputError` where there are no patterns, or one does not fit the network.

    >>> from lernmi_emo import Network, datasets
    >>> evaluate(Network.layered([2, 1], weight_range=0), datasets.xor()).error
    0.25
    """
    checked = check_patterns(network, patterns)
    outputs = answers(network, [inputs for inputs, _ in checked])
    return judge(outputs, [targets for _, targets in checked])


def judge(outputs: Sequence[Sequence[float]], targets: Sequence[Sequence[float]]) -> Evaluation:
    """The evaluation of outputs that are there already, against their targets.

    >>> print(judge([[0.9, 0.2], [0.4, 0.3]], [[1.0, 0.0], [0.0, 1.0]]))
    2 patterns: mean squared error 0.1750, accuracy 50.00 %
    rows: expected, columns: answered
         0  1
      0  1  0
      1  1  0
    """
    if not outputs:
        raise InputError("there are no patterns to evaluate: at least one is needed")
    error = mean_squared_error([squared_error(*pair) for pair in zip(outputs, targets)], len(targets[0]))
    classes = class_values(targets)
    if classes is None:
        return Evaluation(len(outputs), error)
    confusion = [[0] * len(classes) for _ in classes]
    for output, target in zip(outputs, targets):
        confusion[class_of(target, classes)][class_of(output, classes)] += 1
    right = sum(confusion[place][place] for place in range(len(classes)))
    binary = len(targets[0]) == 1
    names = [f"{value:g}" for value in classes] if binary else [str(place) for place in range(len(classes))]
    return Evaluation(len(outputs), error, right / len(outputs), confusion, names)


def class_values(targets: Sequence[Sequence[float]]) -> list[float] | None:
    """The classes that targets speak of: the two values of a single output, or the places of several outputs.

    None where the targets name no class: real numbers to be met, or several ones at once.

    >>> class_values([[0.0], [1.0], [1.0]]), class_values([[1.0, 0.0, 0.0]]), class_values([[0.3], [0.5], [0.7]])
    ([0.0, 1.0], [0, 1, 2], None)
    """
    if len(targets[0]) == 1:
        values = {target[0] for target in targets}
        for classes in ([0.0, 1.0], [-1.0, 1.0]):
            if values <= set(classes):
                return classes
        return None
    for target in targets:
        low, high = min(target), max(target)
        if (
            low == high
            or sum(value == high for value in target) != 1
            or sum(value == low for value in target) < len(target) - 1
        ):
            return None
    return list(range(len(targets[0])))


def class_of(values: Sequence[float], classes: Sequence[float]) -> int:
    """The place of the class that outputs or targets stand for: the nearest of two, or the highest of several.

    A tie goes to the first.

    >>> class_of([0.4], [0.0, 1.0]), class_of([0.1, 0.7, 0.2], [0, 1, 2])
    (0, 1)
    """
    if len(values) == 1:
        return 0 if abs(values[0] - classes[0]) <= abs(values[0] - classes[1]) else 1
    return max(range(len(values)), key=values.__getitem__)
