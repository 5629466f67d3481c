"""An error function says how wrong an output is, and which way to turn it.

Each one is a pair: the **value** E(output, target) of one output neuron, and its **slope** ∂E/∂output, which is where
the backward pass begins: it is the output neuron's sensitivity. The error of a pattern is the sum of the values over
the output neurons.

    half squared error      E = ½·(y − t)²                        ∂E/∂y = y − t
    binary cross-entropy    E = −(t·ln y + (1 − t)·ln(1 − y))     ∂E/∂y = (y − t) / (y·(1 − y))

Half squared error is EmBP's (and Lernmi's). The curve that training reports is the mean squared error whichever is
chosen: the error function decides what the links learn from, not what is counted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lernmi_emo.core.emotion import mean
from lernmi_emo.core.functions import log
from lernmi_emo.support.exceptions import InputError, NameNotFoundError, suggest


@dataclass(frozen=True)
class ErrorFunction:
    """How wrong an output is, and its slope, with a name.

    >>> half_squared = ErrorFunction.named("half squared")
    >>> half_squared.value(0.75, 1.0), half_squared.slope(0.75, 1.0)
    (0.03125, -0.25)
    """

    name: str
    value: Callable[[float, float], float]  # E(output, target)
    slope: Callable[[float, float], float]  # ∂E/∂output, from the output and the target

    def register(self) -> ErrorFunction:
        """Make this error function known by its name, also to files that are loaded later.

        >>> own = ErrorFunction("absolute", lambda y, t: abs(y - t), lambda y, t: 1.0 if y > t else -1.0).register()
        >>> ErrorFunction.named("absolute") is own
        True
        """
        ERROR_FUNCTIONS[self.name] = self
        return self

    @staticmethod
    def named(name: str | ErrorFunction) -> ErrorFunction:
        """The error function of this name. An `ErrorFunction` is handed back as it is.

        Raises `NameNotFoundError` where the name is unknown.

        >>> ErrorFunction.named("binary cross-entropy")
        ErrorFunction(binary cross-entropy)
        """
        if isinstance(name, ErrorFunction):
            return name
        if name not in ERROR_FUNCTIONS:
            raise NameNotFoundError(
                f"there is no error function {name!r}: {suggest(name, ERROR_FUNCTIONS)}. Add one of your own with "
                f"ErrorFunction(name, value, slope).register()"
            )
        return ERROR_FUNCTIONS[name]

    def __repr__(self) -> str:
        return f"ErrorFunction({self.name})"


def half_squared(output: float, target: float) -> float:
    """½·(y − t)².

    >>> half_squared(0.5, 1.0)
    0.125
    """
    return 0.5 * (output - target) * (output - target)


def half_squared_slope(output: float, target: float) -> float:
    """y − t: *actual − expected*.

    >>> half_squared_slope(0.5, 1.0)
    -0.5
    """
    return output - target


def binary_cross_entropy(output: float, target: float) -> float:
    """−(t·ln y + (1 − t)·ln(1 − y)).

    Raises `InputError` where the output is not strictly between 0 and 1, for there the logarithm has no value.

    >>> round(binary_cross_entropy(0.5, 1.0), 4)
    0.6931
    """
    _must_be_a_probability(output)
    return -(target * log(output) + (1.0 - target) * log(1.0 - output))


def binary_cross_entropy_slope(output: float, target: float) -> float:
    """(y − t) / (y·(1 − y)). Times the logistic slope y·(1 − y) that leaves y − t: a delta that does not fade.

    >>> binary_cross_entropy_slope(0.5, 1.0)
    -2.0
    """
    _must_be_a_probability(output)
    return (output - target) / (output * (1.0 - output))


def _must_be_a_probability(output: float) -> None:
    # Not a number passes: divergence has a better message of its own.
    if output <= 0.0 or output >= 1.0:
        raise InputError(
            f"binary cross-entropy needs outputs between 0 and 1, and an output neuron gave {output:g}: "
            f"give the output neurons the logistic activation, or learn from the half squared error"
        )


def squared_error(outputs: Sequence[float], targets: Sequence[float]) -> float:
    """Σ (T − Y)² of one pattern.

    >>> squared_error([0.5, 1.0], [0.0, 1.0])
    0.25
    """
    total = 0.0
    for output, target in zip(outputs, targets):
        total += (target - output) * (target - output)
    return total


def mean_squared_error(squared_errors: Sequence[float], outputs: int) -> float:
    """E_i, the error of an epoch: the mean of the patterns' squared errors, over this number of outputs.

    >>> mean_squared_error([0.5, 0.0], outputs=2)
    0.125
    """
    return mean(squared_errors) / outputs


ERROR_FUNCTIONS: dict[str, ErrorFunction] = {}

ErrorFunction("half squared", half_squared, half_squared_slope).register()
ErrorFunction("binary cross-entropy", binary_cross_entropy, binary_cross_entropy_slope).register()
