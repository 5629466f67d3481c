"""Activations and error functions as numbers that compiled code understands.

The library's own are codes. A user's is compiled by Numba, and stands as the address where its code is. That is done
only where it gives the same numbers, so it is tried out on many: Numba computes `x**3` by multiplying, for one, and
Python by the C library's power function, which can differ in the last bit.
"""

from __future__ import annotations

import dis
import math
import types
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

import numba  # type: ignore[import-untyped, unused-ignore]
import numpy as np

from lernmi_emo.core import activation, error
from lernmi_emo.fast import kernel
from lernmi_emo.support.exceptions import TwinError

ACTIVATIONS = (
    (activation.logistic, activation.logistic_slope, kernel.LOGISTIC),
    (math.tanh, activation.tanh_slope, kernel.TANH),
    (math.atan, activation.arctan_slope, kernel.ARCTAN),
    (activation.rectifier, activation.rectifier_slope, kernel.RECTIFIER),
    (activation.linear, activation.linear_slope, kernel.LINEAR),
    (activation.step, activation.step_slope, kernel.STEP),
)
ERRORS = (
    (error.half_squared, error.half_squared_slope, kernel.HALF_SQUARED),
    (error.binary_cross_entropy, error.binary_cross_entropy_slope, kernel.BINARY_CROSS_ENTROPY),
)
VALUES: dict[Any, np.uint64] = {value: code for value, _, code in ACTIVATIONS}
SLOPES: dict[Any, np.uint64] = {slope: code for _, slope, code in ACTIVATIONS}
ERROR_VALUES: dict[Any, np.uint64] = {value: code for value, _, code in ERRORS}
ERROR_SLOPES: dict[Any, np.uint64] = {slope: code for _, slope, code in ERRORS}

Trials = Iterable[tuple[float, ...]]
# Numbers with all their digits, so that every operation rounds; and some where functions have their ends.
NETS = [sign * place * math.pi / 60 for place in range(150) for sign in (1, -1)]
NETS += [1.0, -1.0, 1e-9, -1e-9, 40.1, -40.1, 710.3, -710.3, 1e6, -1e6]


class Functions:
    """The codes of one network's functions. It keeps what it compiled: the addresses hold as long as it lives."""

    def __init__(self) -> None:
        self._compiled: dict[Any, Any] = {}

    def of_activation(self, chosen: activation.Activation) -> tuple[np.uint64, np.uint64]:
        """The codes of an activation's value and slope. Raises `TwinError` where one can't be compiled."""
        name = f"the activation {chosen.name!r}"
        value = self._code(chosen.value, VALUES, f"the value of {name}", lambda: [(net,) for net in NETS])
        slope = self._code(chosen.slope, SLOPES, f"the slope of {name}", lambda: _with_outputs(chosen.value))
        return value, slope

    def of_error(self, chosen: error.ErrorFunction) -> tuple[np.uint64, np.uint64]:
        """The codes of an error function's value and slope. Raises `TwinError` where one can't be compiled."""
        name = f"the error function {chosen.name!r}"
        value = self._code(chosen.value, ERROR_VALUES, f"the value of {name}", _pairs)
        slope = self._code(chosen.slope, ERROR_SLOPES, f"the slope of {name}", _pairs)
        return value, slope

    def _code(
        self, function: Callable[..., float], known: dict[Any, np.uint64], what: str, trials: Callable[[], Trials]
    ) -> np.uint64:
        code = known_code(function, known)
        if code is not None:
            return code
        if id(function) not in self._compiled:
            compiled = _compile(function, what, 1 if known is VALUES else 2)
            _try_out(function, compiled, what, trials())
            self._compiled[id(function)] = (compiled, function)
        address: np.uint64 = np.uint64(self._compiled[id(function)][0].address)
        return address


def _compile(function: Any, what: str, count: int) -> Any:
    """This function as machine code, from `count` floats to a float."""
    code = getattr(getattr(function, "py_func", function), "__code__", None)
    if code is not None and any(step.opname == "RAISE_VARARGS" for step in dis.get_instructions(code)):
        raise TwinError(f"the fast twin can't compile {what}: it raises exceptions. {_WAY_OUT}")
    try:
        part = function
        if isinstance(function, types.FunctionType):
            part = numba.njit(error_model="numpy")(function)
        if count == 1:
            return numba.cfunc("float64(float64)")(lambda number: part(number))
        return numba.cfunc("float64(float64, float64)")(lambda number, other: part(number, other))
    except Exception as trouble:  # whatever a compiler may find
        reason = next((line.strip() for line in str(trouble).splitlines() if line.strip()), type(trouble).__name__)
        raise TwinError(f"the fast twin can't compile {what}: {reason}. {_WAY_OUT}") from trouble


def _try_out(function: Any, compiled: Any, what: str, trials: Trials) -> None:
    """Raise `TwinError` where the compiled function gives other bits than the one it was made from.

    Where neither gives a finite number, that is well: the objects take over there, and say what is wrong.
    """
    for trial in trials:
        came = compiled.ctypes(*trial)
        try:
            expected = float(function(*trial))
            wanted = repr(expected)
        except (ArithmeticError, ValueError, TypeError) as trouble:
            expected, wanted = math.nan, f"raising {type(trouble).__name__}"
        if (math.isfinite(came) or math.isfinite(expected)) and came.hex() != expected.hex():
            at = ", ".join(f"{number:g}" for number in trial)
            raise TwinError(
                f"the fast twin can't compile {what} to the same numbers: at {at} it gives {came!r} "
                f"instead of {wanted}. {_WAY_OUT}"
            )


_WAY_OUT = "Use fast=False, or let fast='auto' choose"


def _with_outputs(value: Callable[[float], float]) -> Iterator[tuple[float, float]]:
    """Net inputs with the outputs that belong to them, where there are any."""
    for net in NETS:
        with suppress(ArithmeticError, ValueError, TypeError):
            yield net, float(value(net))


def _pairs() -> Iterator[tuple[float, float]]:
    """Outputs with targets."""
    for net in NETS:
        for target in (0.0, 0.25, 1.0, -1.0):
            yield net / 8, target


def known_code(function: Any, known: dict[Any, np.uint64]) -> np.uint64 | None:
    """The code of a function of the library's own; None for any other.

    >>> bool(known_code(math.tanh, VALUES) == kernel.TANH), known_code(math.sin, VALUES)
    (True, None)
    """
    try:
        return known.get(function)
    except TypeError:  # some callable that can't be hashed
        return None


@lru_cache(maxsize=1)
def differences() -> dict[str, float]:
    """Which of the C library's functions differ between Python and compiled code here, and by how much at most.

    Empty where none does, which is the rule: both call the same ones. Else training by the twin warns, for then its
    results are equal to the last bit no longer.

    >>> differences()
    {}
    """
    nets = np.array([sign * place / 64 for place in range(40 * 64) for sign in (1, -1)])
    found: dict[str, float] = {}
    for name, function, code in (
        ("exp", activation.logistic, kernel.LOGISTIC),
        ("tanh", math.tanh, kernel.TANH),
        ("atan", math.atan, kernel.ARCTAN),
    ):
        expected = np.array([function(net) for net in nets.tolist()])
        distance = np.abs(kernel.values(code, nets) - expected) / np.spacing(np.abs(expected))
        if distance.any():
            found[name] = float(distance.max())
    return found
