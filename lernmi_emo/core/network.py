"""A network: neurons joined by links, and the order in which they speak.

Forward, layer by layer: every link into the layer propagates, then the layer's neurons activate. Backward, layer by
layer from the last: the layer's neurons take their delta, then every link into the layer backpropagates. Then, and
only then, every link updates, so no sensitivity is ever computed from a weight that has already changed.

The error of a pattern is the sum of the error function over the outputs; for the half squared error

    E = ½ Σ (T − Y)²        sensitivity(output neuron) = ∂E/∂Y = Y − T
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lernmi_emo.core.beginning import Beginning
from lernmi_emo.core.divergence import check_finite
from lernmi_emo.core.error import ErrorFunction
from lernmi_emo.core.kind import NOT_YET
from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import InputNeuron
from lernmi_emo.core.turns import out_of_turn
from lernmi_emo.core.weight import Weight
from lernmi_emo.support.checks import check_not_negative, check_values


class BareNetwork(Beginning):
    """Any acyclic graph of neurons, from its inputs to its outputs, and how it learns. All else a `Network` adds.

    `rate` and `momentum` are those of the conventional links, unless a lesson is given others.

    >>> from lernmi_emo import Link
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> link = Link(x1, y1, weight=0.5)
    >>> net = BareNetwork(inputs=[x1], outputs=[y1], rate=0.1)
    >>> net.predict([0])
    [0.5]

    A lesson, message by message, is what `learn` does:

    >>> net.begin([([1], [1])])
    >>> lesson = net.begin_lesson([1], [1])
    >>> net.present(lesson.inputs)
    >>> net.propagate()
    >>> net.take_error()
    >>> net.backpropagate()
    >>> net.update()
    >>> link
    Link(x1→y1: weight 0.5089, change 0.0089)
    """

    def __init__(
        self,
        inputs: Sequence[InputNeuron],
        outputs: Sequence[Neuron],
        *,
        error: str | ErrorFunction = "half squared",
        rate: float = 0.5,
        momentum: float = 0.0,
    ) -> None:
        self.error_function = ErrorFunction.named(error)
        self.rate = check_not_negative(rate, "rate")
        self.momentum = check_not_negative(momentum, "momentum")
        super().__init__(inputs, outputs)
        self.sums: list[Neuron | Weight] = [*self.neurons, *self.shared]  # what a backward pass adds up
        for neuron in self.neurons:
            neuron.network = self

    def learn(
        self,
        inputs: Sequence[float],
        targets: Sequence[float],
        *,
        rate: float | None = None,
        momentum: float | None = None,
    ) -> float:
        """One lesson: forward, backward, update. Returns the error the pattern had, before the update.

        The very first lesson begins with `begin`, unless you have called it yourself.

        Raises `InputError`, and changes nothing, where a number is missing, too much, or not finite; and
        `DivergenceError` where a weight or an output became infinite or no number: the weights from before are kept.

        >>> from lernmi_emo import Network
        >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
        >>> net.learn([0, 1], [1]) > net.learn([0, 1], [1])
        True
        """
        lesson = self.begin_lesson(inputs, targets, rate, momentum)
        if not self.begun:
            self.begin([lesson[:2]])  # the untrained network goes forward once, to feel how wrong it is
            lesson = self.begin_lesson(*lesson[:4])
        self.present(lesson.inputs)
        self.propagate()
        check_finite(self)
        self.take_error()
        self.backpropagate()
        self.update()
        return self.error

    def predict(self, inputs: Sequence[float]) -> list[float]:
        """The outputs for these inputs: forward only, no lesson.

        >>> from lernmi_emo import Network
        >>> Network.layered([2, 3, 1], seed=7).predict([0, 1]) == Network.layered([2, 3, 1], seed=7).predict([0, 1])
        True
        """
        inputs = check_values(inputs, len(self.inputs), "inputs")
        self.lesson = NOT_YET
        self.present(inputs)
        self.propagate()
        return [neuron.output for neuron in self.outputs]

    def begin_lesson(
        self,
        inputs: Sequence[float],
        targets: Sequence[float],
        rate: float | None = None,
        momentum: float | None = None,
    ) -> Lesson:
        """Check the pattern and the settings; note them, and the emotions, as this lesson's. `begin` comes before."""
        inputs = check_values(inputs, len(self.inputs), "inputs")
        targets = check_values(targets, len(self.outputs), "targets")
        self.lesson, self.done = Lesson(inputs, targets, *self.settings(rate, momentum), *self.mood), "begin_lesson"
        return self.lesson

    def settings(self, rate: float | None = None, momentum: float | None = None) -> tuple[float, float]:
        """The rate and the momentum of a lesson: those given, if they are not negative, or else the network's own.

        >>> from lernmi_emo import Network
        >>> Network.layered([1, 1], rate=0.25).settings(momentum=0.5)
        (0.25, 0.5)
        """
        rate = self.rate if rate is None else check_not_negative(rate, "rate")
        return rate, self.momentum if momentum is None else check_not_negative(momentum, "momentum")

    def present(self, inputs: Sequence[float]) -> None:
        """Forget the last pass; the sources take what they give from the inputs."""
        self.done, self.error = "present", NOT_YET
        for neuron in self.neurons:
            neuron.forget()
        for neuron, value in zip(self.inputs, inputs):
            neuron.receive(value)
        for source in self.sources[len(self.inputs) :]:
            source.perceive(inputs)

    def propagate(self) -> None:
        """Forward, through every layer from the first."""
        for layer in self._in_turn("propagate", "present", self.layers):
            layer.propagate()

    def take_error(self) -> None:
        """Compare the outputs with the targets: the error, and each output neuron's sensitivity."""
        for part in self._in_turn("take_error", "propagate", self.sums):
            part.open_sensitivity()
        self.error = 0.0
        for neuron, target in zip(self.outputs, self.lesson.targets):
            self.error += neuron.compare(target, self.error_function)

    def backpropagate(self) -> None:
        """Backward, through every layer from the last."""
        for layer in reversed(self._in_turn("backpropagate", "take_error", self.layers)):
            layer.backpropagate()

    def update(self) -> None:
        """Every weight learns, now that every sensitivity is there."""
        weights, (rate, momentum) = self._in_turn("update", "backpropagate", self.weights), self.lesson[2:4]
        for weight in weights:
            weight.update(rate, momentum)

    def _in_turn(self, verb: str, after: str, parts: list[Any]) -> list[Any]:
        """The parts to tell, if it is this verb's turn: it comes once, and after another one."""
        if self.done != after or (verb == "take_error" and not (self.lesson and self.begun)):
            raise out_of_turn(self, after, verb)
        self.done = verb
        return parts
