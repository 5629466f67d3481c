"""lernmi-emo: a neural network made of explicit objects, and emotional backpropagation on top of it.

`Neuron`s hold values, `Link`s carry values forward and sensitivities backward, one link at a time. Begin with

>>> from lernmi_emo import Network, datasets
>>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
>>> history = net.train(datasets.xor(), epochs=20, rate=0.5, momentum=0.9)
>>> len(history.errors)
20
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lernmi_emo.activation import ACTIVATIONS, Activation
from lernmi_emo.emotion import Emotions, FixedEmotions
from lernmi_emo.error import ERROR_FUNCTIONS, ErrorFunction
from lernmi_emo.exceptions import (
    DataError,
    DivergenceError,
    DrawingError,
    InputError,
    InputScaleWarning,
    LernmiEmoError,
    MissingExtraError,
    NameNotFoundError,
    NotComputedError,
    SteppingError,
    StorageError,
    TargetRangeWarning,
    TopologyError,
    TwinError,
    TwinWarning,
)
from lernmi_emo.layer import Layer
from lernmi_emo.lesson import Lesson
from lernmi_emo.link import EmotionalLink, Link
from lernmi_emo.network import Network
from lernmi_emo.neuron import BiasNeuron, EmotionalNeuron, InputNeuron, Neuron, Source

if TYPE_CHECKING:
    from lernmi_emo import datasets
    from lernmi_emo.breakpoints import Breakpoint
    from lernmi_emo.evaluation import Evaluation
    from lernmi_emo.explanation import Explanation
    from lernmi_emo.history import History
    from lernmi_emo.step import Step
    from lernmi_emo.trace import Trace

__version__ = "0.1.0"

__all__ = [
    "ACTIVATIONS",
    "ERROR_FUNCTIONS",
    "Activation",
    "BiasNeuron",
    "Breakpoint",
    "DataError",
    "DivergenceError",
    "DrawingError",
    "EmotionalLink",
    "EmotionalNeuron",
    "Emotions",
    "ErrorFunction",
    "Evaluation",
    "Explanation",
    "FixedEmotions",
    "History",
    "InputError",
    "InputNeuron",
    "InputScaleWarning",
    "Layer",
    "LernmiEmoError",
    "Lesson",
    "Link",
    "MissingExtraError",
    "NameNotFoundError",
    "Network",
    "Neuron",
    "NotComputedError",
    "Source",
    "Step",
    "SteppingError",
    "StorageError",
    "TargetRangeWarning",
    "TopologyError",
    "Trace",
    "TwinError",
    "TwinWarning",
    "datasets",
]

# What is not needed to build a network and to learn is imported when it is first asked for.
_LATER = {
    "Breakpoint": "lernmi_emo.breakpoints",
    "Evaluation": "lernmi_emo.evaluation",
    "Explanation": "lernmi_emo.explanation",
    "History": "lernmi_emo.history",
    "Step": "lernmi_emo.step",
    "Trace": "lernmi_emo.trace",
}


def __getattr__(name: str) -> Any:
    if name == "datasets":
        return import_module("lernmi_emo.datasets")
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'lernmi_emo' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
