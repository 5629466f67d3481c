"""What can go wrong, each with a type of its own.

Every exception here derives from the built-in one that fits, so `except ValueError` goes on working for whoever
does not know this library, and from `LernmiEmoError`, so one clause can catch them all. Every message names the
thing at fault, says what was expected and what came, and how to mend it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


class LernmiEmoError(Exception):
    """Whatever this library raises on purpose.

    >>> issubclass(InputError, LernmiEmoError), issubclass(InputError, ValueError)
    (True, True)
    """


class InputError(LernmiEmoError, ValueError):
    """Values that a network can't use: too few, too many, not numbers, not finite; or a setting out of range."""


class TopologyError(LernmiEmoError, ValueError):
    """Neurons and links that don't make a network: a circle, a name used twice, a neuron that leads nowhere."""


class NameNotFoundError(LernmiEmoError, LookupError):
    """A neuron, link, activation, error function, data set, arm or measure that does not exist under this name."""


class NotComputedError(LernmiEmoError, RuntimeError):
    """Something was asked for before the step that makes it."""


class SteppingError(LernmiEmoError, RuntimeError):
    """The network was changed by something else while it was being stepped through."""


class DivergenceError(LernmiEmoError, ArithmeticError):
    """A weight or the error became infinite or not a number while learning.

    `astray` names the part that went first. `history` is the training's History up to the epoch before; None outside
    of a training.
    """

    astray: str = ""
    history: Any = None


class DataError(LernmiEmoError, ValueError):
    """A data file that does not hold what it promises."""


class StorageError(LernmiEmoError, ValueError):
    """A file that is not a whole network, or a network that can't be put in a file."""


class DrawingError(LernmiEmoError, RuntimeError):
    """A picture that can't be painted or written."""


class MissingExtraError(LernmiEmoError, ImportError):
    """An optional package or program that this call needs is not installed."""


class TwinError(LernmiEmoError, TypeError):
    """Something in a network that the fast twin can't compile, or doesn't know."""


class TargetRangeWarning(UserWarning):
    """A target lies where the output neuron's activation can never reach."""


class InputScaleWarning(UserWarning):
    """Inputs of an emotional network are not scaled to 0..1, which is what its emotional neuron averages."""


class TwinWarning(UserWarning):
    """The fast twin was wanted where it could be had, and can't; or its last bits differ from the objects' here."""


def suggest(name: str, known: Iterable[str]) -> str:
    """The end of a "not found" message: the nearest known name, or else all of them.

    >>> suggest("logistc", ["tanh", "logistic"])
    "did you mean 'logistic'?"
    >>> suggest("q", ["tanh", "step"])
    'there are: step, tanh'
    """
    import difflib

    names = [str(each) for each in known]
    near = difflib.get_close_matches(str(name), names, n=1)
    if near:
        return f"did you mean {near[0]!r}?"
    if not names:
        return "there are none"
    shown = sorted(names)[:12]
    return "there are: " + ", ".join(shown) + (", …" if len(names) > len(shown) else "")
