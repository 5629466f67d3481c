"""A network: neurons joined by links, and the order in which they speak.

Forward, layer by layer: every link into the layer propagates, then the layer's neurons activate. Backward, layer by
layer from the last: the layer's neurons take their delta, then every link into the layer backpropagates. Then, and
only then, every link updates, so no sensitivity is ever computed from a weight that has already changed.

The error of a pattern is the sum of the error function over the outputs; for the half squared error

    E = ½ Σ (T − Y)²        sensitivity(output neuron) = ∂E/∂Y = Y − T
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from lernmi_emo.checks import check_not_negative, check_values
from lernmi_emo.doors import Doors
from lernmi_emo.emotion import mean
from lernmi_emo.error import ErrorFunction, squared_error
from lernmi_emo.graph import Graph
from lernmi_emo.lesson import Lesson
from lernmi_emo.neuron import InputNeuron, Neuron
from lernmi_emo.patterns import Pattern


class Network(Graph, Doors):
    """Any acyclic graph of neurons, from its inputs to its outputs.

    `Network.layered` builds the usual one. By hand, make neurons, join them by links, and name both ends here.
    `rate` and `momentum` are those of the conventional links, unless a lesson is given others.

    >>> from lernmi_emo import Link
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> link = Link(x1, y1, weight=0.5)
    >>> net = Network(inputs=[x1], outputs=[y1], rate=0.1)
    >>> net.predict([0])
    [0.5]

    A lesson, message by message, is what `learn` does:

    >>> lesson = net.begin_lesson([1], [1])
    >>> net.begun
    True
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
        self.lesson: Lesson | None = None  # under way, or the last one learnt
        self.error: float | None = None  # E of that lesson's pattern
        self.initial_weights: array[float] | None = None  # as they were before the first lesson
        for neuron in self.neurons:
            neuron.network = self

    # One pattern

    def learn(
        self,
        inputs: Sequence[float],
        targets: Sequence[float],
        *,
        rate: float | None = None,
        momentum: float | None = None,
    ) -> float:
        """One lesson: forward, backward, update. Returns the error the pattern had, before the update.

        Raises `InputError`, and changes nothing, where a number is missing, too much, or no finite number.

        >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
        >>> net.learn([0, 1], [1]) > net.learn([0, 1], [1])
        True
        """
        lesson = self.begin_lesson(inputs, targets, rate, momentum)
        self.present(lesson.inputs)
        self.propagate()
        self.take_error()
        self.backpropagate()
        self.update()
        return self.error  # type: ignore[return-value]  # take_error has made it a float

    def predict(self, inputs: Sequence[float]) -> list[float]:
        """The outputs for these inputs: forward only, no lesson.

        >>> Network.layered([2, 3, 1], seed=7).predict([0, 1]) == Network.layered([2, 3, 1], seed=7).predict([0, 1])
        True
        """
        inputs = check_values(inputs, len(self.inputs), "inputs")
        self.lesson = self.error = None
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
        """Check the pattern and the settings, and note them as this lesson's."""
        inputs = check_values(inputs, len(self.inputs), "inputs")
        targets = check_values(targets, len(self.outputs), "targets")
        rate = self.rate if rate is None else check_not_negative(rate, "rate")
        momentum = self.momentum if momentum is None else check_not_negative(momentum, "momentum")
        if not self.begun:
            self.begin([(inputs, targets)])
        emotions = self.emotions
        mood = (None, None) if emotions is None else (emotions.anxiety, emotions.confidence)
        self.lesson = Lesson(inputs, targets, rate, momentum, *mood)
        self.error = None
        return self.lesson

    def present(self, inputs: Sequence[float]) -> None:
        """Forget the last pass; the sources take what they give from the inputs."""
        for neuron in self.neurons:
            neuron.forget()
        for neuron, value in zip(self.inputs, inputs):
            neuron.receive(value)
        for source in self.sources[len(self.inputs) :]:
            source.perceive(inputs)

    def propagate(self) -> None:
        """Forward, through every layer from the first."""
        for layer in self.layers:
            layer.propagate()

    def take_error(self) -> None:
        """Compare the outputs with the targets: the error, and each output neuron's sensitivity."""
        for neuron in self.neurons:
            neuron.open_sensitivity()
        self.error = 0.0
        for neuron, target in zip(self.outputs, self.lesson.targets):  # type: ignore[union-attr]
            self.compare(neuron, target)

    def compare(self, neuron: Neuron, target: float) -> None:
        """One output with its target: its part of the error, and its sensitivity.

        >>> net = Network.layered([1, 1], weight_range=0)
        >>> output = net.predict([1])
        >>> net.error, net.outputs[0].sensitivity = 0.0, 0.0
        >>> net.compare(net.outputs[0], target=1.0)
        >>> net.error, net.outputs[0].sensitivity
        (0.125, -0.5)
        """
        self.error += self.error_function.value(neuron.output, target)  # type: ignore[operator]  # opened before
        neuron.sensitivity += self.error_function.slope(neuron.output, target)

    def backpropagate(self) -> None:
        """Backward, through every layer from the last."""
        for layer in reversed(self.layers):
            layer.backpropagate()

    def update(self) -> None:
        """Every link learns, now that every sensitivity is there."""
        for layer in self.layers:
            layer.update(self.lesson.rate, self.lesson.momentum)  # type: ignore[union-attr]

    # Before the first lesson, and back to it

    def begin(self, patterns: Iterable[Pattern]) -> None:
        """Note the untrained weights for `rewind`, and feel the untrained network's emotions over these patterns.

        `train` does this over all its patterns, and a first `learn` over its one pattern: call it yourself before
        lessons of your own, so that μ_0 is taken over everything that the network is about to see.

        >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
        >>> net.begin([([0, 1], [1]), ([1, 1], [0])]); net.emotions.average
        0.75
        """
        if self.emotions is not None:
            self.emotions.feel(*self.measure(patterns))
        if self.initial_weights is None:
            self.initial_weights = array("d", [link.weight for link in self.links])

    @property
    def begun(self) -> bool:
        """Whether `begin` has been done: the weights are noted, and the emotions, if there are any, felt something.

        A network that is given new emotions has to begin with them.
        """
        felt = self.emotions is None or self.emotions.anxiety is not None
        return felt and self.initial_weights is not None

    def measure(self, patterns: Iterable[Pattern]) -> tuple[float, float]:
        """The average of the patterns' averages (Y_AvPAT), and the mean squared error over them (E_i).

        >>> Network.layered([2, 1], weight_range=0).measure([([0, 1], [1]), ([1, 1], [0])])
        (0.75, 0.25)
        """
        averages, errors = [], []
        for inputs, targets in patterns:
            outputs = self.predict(inputs)
            averages.append(mean(inputs))
            errors.append(squared_error(outputs, targets))
        return mean(averages), mean(errors) / len(self.outputs)

    def rewind(self) -> None:
        """Be as before the first lesson: the same weights, no last changes, no emotions, nothing computed.

        >>> net = Network.layered([2, 3, 1], seed=7)
        >>> before = net.predict([0, 1])
        >>> error = net.learn([0, 1], [1])
        >>> net.rewind(); net.predict([0, 1]) == before
        True
        """
        for link, weight in zip(self.links, self.initial_weights or ()):
            link.weight = weight
        for neuron in self.neurons:
            neuron.forget()
        for link in self.links:
            link.forget()
        if self.emotions is not None:
            self.emotions.forget()
        self.lesson = self.error = self.initial_weights = None
