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

from lernmi_emo.core.activation import ACTIVATIONS, Activation
from lernmi_emo.core.emotion import Emotions, FixedEmotions
from lernmi_emo.core.error import ERROR_FUNCTIONS, ErrorFunction
from lernmi_emo.core.layer import Layer
from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import BiasNeuron, EmotionalNeuron, InputNeuron, Source
from lernmi_emo.support.exceptions import (
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
from lernmi_emo.support.version import VERSION
from lernmi_emo.toolbox import Network

if TYPE_CHECKING:
    from lernmi_emo import datasets
    from lernmi_emo.expressions.explanation import Explanation
    from lernmi_emo.learning.evaluation import Evaluation
    from lernmi_emo.learning.history import History
    from lernmi_emo.watching.breakpoints import Breakpoint
    from lernmi_emo.watching.step import Step
    from lernmi_emo.watching.trace import Trace

__version__ = VERSION

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
    "Breakpoint": "lernmi_emo.watching.breakpoints",
    "Evaluation": "lernmi_emo.learning.evaluation",
    "Explanation": "lernmi_emo.expressions.explanation",
    "History": "lernmi_emo.learning.history",
    "Step": "lernmi_emo.watching.step",
    "Trace": "lernmi_emo.watching.trace",
}


def __getattr__(name: str) -> Any:
    if name == "datasets":
        return import_module("lernmi_emo.datasets")
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module 'lernmi_emo' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
