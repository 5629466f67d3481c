"""An activation turns what a neuron was brought, its net input, into what it gives, its output.

Each one is a pair: the **value** f(net), used forward, and the **slope** f'(net), used backward to turn a neuron's
sensitivity into its delta:

    output = f(net)            delta = sensitivity · f'(net)

The slope is handed both the net input and the output, because for some activations it is simplest in the output:
the logistic function's slope is y·(1 − y).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from lernmi_emo.core.functions import exp, largest
from lernmi_emo.support.exceptions import NameNotFoundError, suggest


@dataclass(frozen=True)
class Activation:
    """A function and its slope, with a name and the range its values lie in.

    >>> tanh = Activation.named("tanh")
    >>> tanh.value(0.0), tanh.slope(0.0, 0.0)
    (0.0, 1.0)
    """

    name: str
    value: Callable[[float], float]  # f(net)
    slope: Callable[[float, float], float]  # f'(net), from the net input and the output
    lowest: float = -math.inf  # no value lies below
    highest: float = math.inf  # no value lies above
    # How they are written in explanations, as functions of the same arguments made of +, −, ·, / and those of
    # `core/functions.py`: only for what can't be heard from the two above. Never shown where it gives another number.
    value_form: Callable[..., float] | None = None
    slope_form: Callable[..., float] | None = None

    def register(self) -> Activation:
        """Make this activation known by its name, also to files that are loaded later.

        >>> cube = Activation("cube", lambda net: net**3, lambda net, output: 3 * net**2).register()
        >>> Activation.named("cube") is cube
        True
        """
        ACTIVATIONS[self.name] = self
        return self

    @staticmethod
    def named(name: str | Activation) -> Activation:
        """The activation of this name. An `Activation` is handed back as it is.

        Raises `NameNotFoundError` where the name is unknown: never a silent default.

        >>> Activation.named("logistic").value(0.0)
        0.5
        """
        if isinstance(name, Activation):
            return name
        if name not in ACTIVATIONS:
            raise NameNotFoundError(
                f"there is no activation {name!r}: {suggest(name, ACTIVATIONS)}. Add one of your own with "
                f"Activation(name, value, slope).register()"
            )
        return ACTIVATIONS[name]

    def __repr__(self) -> str:
        return f"Activation({self.name})"


def logistic(net: float) -> float:
    """1 / (1 + e⁻ⁿᵉᵗ), always strictly between 0 and 1.

    Beyond 36.7 a float could no longer tell the value from 1, and beyond −709 e⁻ⁿᵉᵗ overflows. So from 36.7 and −708 on
    it stays where it was there, and no logarithm or division that follows meets a 0.

    >>> logistic(0.0), logistic(-1e308) > 0, logistic(1e308) < 1
    (0.5, True, True)
    """
    return 1.0 / (1.0 + math.exp(-min(max(net, -708.0), 36.7)))


def logistic_slope(net: float, output: float) -> float:
    """y·(1 − y).

    >>> logistic_slope(0.0, 0.5)
    0.25
    """
    return output * (1.0 - output)


def tanh_slope(net: float, output: float) -> float:
    """1 − y².

    >>> tanh_slope(0.0, 0.5)
    0.75
    """
    return 1.0 - output * output


def arctan_slope(net: float, output: float) -> float:
    """1 / (1 + net²).

    >>> arctan_slope(1.0, 0.785)
    0.5
    """
    return 1.0 / (1.0 + net * net)


def step(net: float) -> float:
    """0 where net ≤ 0, else 1. A threshold θ other than 0 is a bias link of weight −θ.

    >>> step(0.0), step(0.1)
    (0.0, 1.0)
    """
    return 0.0 if net <= 0.0 else 1.0


def step_slope(net: float, output: float) -> float:
    """0 everywhere: the step is flat on both sides of its jump.

    So a step neuron's delta is 0, its links' sensitivities are 0, and nothing behind it ever learns. That is not a
    fault of the code: it is why networks that learn by backpropagation use the logistic function instead.

    >>> step_slope(5.0, 1.0)
    0.0
    """
    return 0.0


def rectifier(net: float) -> float:
    """max(0, net). What is not a number stays so, or a network that diverged would hide it.

    >>> rectifier(-2.0), rectifier(3.0)
    (0.0, 3.0)
    """
    return 0.0 if net <= 0.0 else net


def rectifier_slope(net: float, output: float) -> float:
    """1 where net > 0, else 0 (at 0 itself either would do).

    >>> rectifier_slope(-2.0, 0.0), rectifier_slope(3.0, 3.0)
    (0.0, 1.0)
    """
    return 0.0 if net <= 0.0 else 1.0


def linear(net: float) -> float:
    """The net input itself.

    >>> linear(-2.5)
    -2.5
    """
    return net


def linear_slope(net: float, output: float) -> float:
    """1 everywhere.

    >>> linear_slope(7.0, 7.0)
    1.0
    """
    return 1.0


ACTIVATIONS: dict[str, Activation] = {}

Activation("step", step, step_slope, 0.0, 1.0).register()
Activation("rectifier", rectifier, rectifier_slope, lowest=0.0, value_form=lambda net: largest(0.0, net)).register()
Activation("logistic", logistic, logistic_slope, 0.0, 1.0, lambda net: 1.0 / (1.0 + exp(-net))).register()
Activation("tanh", math.tanh, tanh_slope, -1.0, 1.0).register()
Activation("arctan", math.atan, arctan_slope, -math.pi / 2, math.pi / 2).register()
Activation("linear", linear, linear_slope, slope_form=lambda net, output: 1.0).register()
