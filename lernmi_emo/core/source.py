"""The sources stand at the front: no link leads to them, and they do no processing.

An `InputNeuron` gives its input, the `BiasNeuron` gives 1, and the `EmotionalNeuron` gives the average of the pattern:

    Y_PAT = (1/n) Σ inputs        (EmBP as reconstructed)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from lernmi_emo.core.activation import Activation
from lernmi_emo.core.emotion import Emotions, mean
from lernmi_emo.core.kind import Look
from lernmi_emo.core.neuron import Neuron


class Source(Neuron):
    """A neuron that no link leads to: it has an output, and neither a net input nor a delta.

    Its outgoing links still send sensitivities back. For an input, that sum tells how much the error would change
    with this input.
    """

    __slots__ = ()

    called = "a source"
    messages: ClassVar[dict[str, str]] = {"forward": "perceive"}
    look = Look("source", "octagon")

    def perceive(self, inputs: Sequence[float]) -> None:
        """Take from the pattern's inputs what this source gives."""


class InputNeuron(Source):
    """A source that gives one value of the pattern, as it comes: its activation is linear.

    (Lernmi activates its input neurons too; `Network.lernmi` hands in another activation for that.)

    >>> x1 = InputNeuron("x1")
    >>> x1.receive(0.05); x1
    InputNeuron(x1: output 0.0500)
    """

    __slots__ = ()

    messages: ClassVar[dict[str, str]] = {"forward": "receive"}
    called = "an input neuron, which gives one value of the pattern"
    look = Look("input", "box")
    compiled = "input"

    def __init__(self, name: str, activation: str | Activation = "linear") -> None:
        super().__init__(name, activation)

    def receive(self, value: float) -> None:
        """Take this pattern's value for this neuron, and give it."""
        self.output = self.activation.value(value)


class BiasNeuron(Source):
    """A source that always gives 1, so that its links' weights are thresholds that can be learnt.

    >>> bias = BiasNeuron()
    >>> bias.perceive([0.0, 0.0]); bias
    BiasNeuron(bias: output 1.0000)
    """

    __slots__ = ()

    called = "the bias neuron, which always gives 1"
    look = Look("bias (always 1)", "diamond", place="above")
    compiled = "bias"

    def __init__(self, name: str = "bias") -> None:
        super().__init__(name, "linear")

    def perceive(self, inputs: Sequence[float]) -> None:
        """Give 1, whatever the pattern is."""
        self.output = 1.0


class EmotionalNeuron(Source):
    """EmBP's source: it gives the global average of the pattern, Y_PAT = (1/n) Σ inputs (EmBP as reconstructed).

    It is the place of the network's `emotions`, by which the links that leave it learn.

    >>> emotion = EmotionalNeuron()
    >>> emotion.perceive([0.0, 0.5, 1.0]); emotion
    EmotionalNeuron(emotion: output 0.5000)
    """

    __slots__ = ("emotions",)

    fields = ("emotions",)
    called = "the emotional neuron, which gives the average of the pattern (EmBP as reconstructed)"
    look = Look("emotional neuron (the pattern's average)", "hexagon", place="below")
    compiled = "average"

    def __init__(self, name: str = "emotion", emotions: Emotions | None = None) -> None:
        super().__init__(name, "linear")
        self.emotions = Emotions() if emotions is None else emotions

    def perceive(self, inputs: Sequence[float]) -> None:
        """Give the pattern's average."""
        self.output = mean(inputs)
