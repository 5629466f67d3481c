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

from lernmi_emo.core.divergence import check_finite
from lernmi_emo.core.emotion import mean
from lernmi_emo.core.error import ErrorFunction, squared_error
from lernmi_emo.core.graph import Graph
from lernmi_emo.core.kind import NOT_YET
from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.neuron import InputNeuron, Neuron
from lernmi_emo.core.patterns import Pattern, check_patterns, warn_of_ranges
from lernmi_emo.support.checks import check_not_negative, check_values
from lernmi_emo.support.exceptions import NotComputedError


class BareNetwork(Graph):
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

    lesson: Lesson  # under way, or the last one learnt; None after a prediction
    error: float  # E of that lesson's pattern
    initial_weights: array[float]  # as they were before the first lesson

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
        self.lesson = self.error = self.initial_weights = NOT_YET
        self.done = ""  # the verb that came last in this pass: present, propagate, take_error, backpropagate or update
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

        The very first lesson begins with `begin`, unless you have called it yourself.

        Raises `InputError`, and changes nothing, where a number is missing, too much, or no finite number; and
        `DivergenceError` where a weight has become infinite or not a number: the weights from before are kept.

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
        self.lesson = self.error = NOT_YET
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
        rate, momentum = self.settings(rate, momentum)
        emotions = self.emotions
        mood = (None, None) if emotions is None else (emotions.anxiety, emotions.confidence)
        self.lesson = Lesson(inputs, targets, rate, momentum, *mood)
        self.error = NOT_YET
        self.done = "begin_lesson"
        return self.lesson

    def present(self, inputs: Sequence[float]) -> None:
        """Forget the last pass; the sources take what they give from the inputs."""
        for neuron in self.neurons:
            neuron.forget()
        for neuron, value in zip(self.inputs, inputs):
            neuron.receive(value)
        for source in self.sources[len(self.inputs) :]:
            source.perceive(inputs)
        self.done = "present"

    def propagate(self) -> None:
        """Forward, through every layer from the first."""
        self._comes_after("present", "propagate")
        for layer in self.layers:
            layer.propagate()

    def take_error(self) -> None:
        """Compare the outputs with the targets: the error, and each output neuron's sensitivity."""
        self._comes_after("propagate", "take_error")
        for neuron in self.neurons:
            neuron.open_sensitivity()
        for weight in self.shared:
            weight.open_sensitivity()
        self.error = 0.0
        for neuron, target in zip(self.outputs, self.lesson.targets):
            self.error += neuron.compare(target, self.error_function)

    def backpropagate(self) -> None:
        """Backward, through every layer from the last."""
        self._comes_after("take_error", "backpropagate")
        for layer in reversed(self.layers):
            layer.backpropagate()

    def update(self) -> None:
        """Every weight learns, now that every sensitivity is there."""
        self._comes_after("backpropagate", "update")
        for layer in self.layers:
            layer.update(self.lesson.rate, self.lesson.momentum)

    def _comes_after(self, before: str, verb: str) -> None:
        """Each verb has its turn once: out of order it would reckon with numbers of another pass, or add them twice."""
        if self.done != before or (verb == "take_error" and not (self.lesson and self.begun)):
            raise out_of_turn(self, before, verb)
        self.done = verb

    # Before the first lesson, and back to it

    def begin(self, patterns: Iterable[Pattern]) -> None:
        """Note the untrained weights for `rewind`, and feel the untrained network's emotions over these patterns.

        `train` does this over all its patterns, and a first `learn` over its one pattern: call it yourself before
        lessons of your own, so that μ_0 is taken over everything that the network is about to see.

        Raises `InputError`, and changes nothing, where a pattern does not fit the network, or there is none.

        >>> from lernmi_emo import Network
        >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
        >>> net.begin([([0, 1], [1]), ([1, 1], [0])]); net.emotions.average
        0.75
        """
        checked = check_patterns(self, patterns)
        warn_of_ranges(self, checked)
        if self.emotions is not None:
            self.emotions.feel(*self.measure(checked))
        if self.initial_weights is None:
            self.initial_weights = array("d", [weight.weight for weight in self.weights])

    @property
    def begun(self) -> bool:
        """Whether `begin` has been done: the weights are noted, and the emotions, if there are any, felt something.

        A network that is given new emotions has to begin with them.

        >>> from lernmi_emo import Network
        >>> net = Network.layered([2, 1])
        >>> before = net.begun
        >>> net.begin([([0, 1], [1])]); before, net.begun
        (False, True)
        """
        felt = self.emotions is None or self.emotions.anxiety is not None
        return felt and self.initial_weights is not None

    def settings(self, rate: float | None = None, momentum: float | None = None) -> tuple[float, float]:
        """The rate and the momentum of a lesson: those given, if they are not negative, or else the network's own.

        >>> from lernmi_emo import Network
        >>> Network.layered([1, 1], rate=0.25).settings(momentum=0.5)
        (0.25, 0.5)
        """
        return (
            self.rate if rate is None else check_not_negative(rate, "rate"),
            self.momentum if momentum is None else check_not_negative(momentum, "momentum"),
        )

    def measure(self, patterns: Iterable[Pattern]) -> tuple[float, float]:
        """The average of the patterns' averages (Y_AvPAT), and the mean squared error over them (E_i).

        >>> from lernmi_emo import Network
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

        >>> from lernmi_emo import Network
        >>> net = Network.layered([2, 3, 1], seed=7)
        >>> before = net.predict([0, 1])
        >>> error = net.learn([0, 1], [1])
        >>> net.rewind(); net.predict([0, 1]) == before
        True
        """
        for weight, initial in zip(self.weights, self.initial_weights or ()):
            weight.weight = initial
        for neuron in self.neurons:
            neuron.forget()
        for weight in (*self.links, *self.shared):
            weight.forget()
        if self.emotions is not None:
            self.emotions.forget()
        self.lesson = self.error = self.initial_weights = NOT_YET
        self.done = ""


def out_of_turn(network: BareNetwork, before: str, verb: str) -> NotComputedError:
    """What to raise where a verb comes out of its turn: which one comes first, and which was the last.

    >>> from lernmi_emo import Network
    >>> print(out_of_turn(Network.layered([2, 1]), before="present", verb="propagate"))
    propagate() comes after present(), once, and what came last is nothing yet: begin anew with present(inputs), ...
    """
    last = network.done or "nothing yet"
    if network.done == before and network.lesson is None:
        last = "a prediction, which has no targets"
    elif network.done == before:
        return NotComputedError(
            f"{verb}() of a first lesson comes after begin: call begin([(inputs, targets)]), with all the patterns "
            f"that are to be learnt, before begin_lesson(inputs, targets)"
        )
    first = "begin_lesson(inputs, targets), present(inputs)" if before != "present" else "present(inputs)"
    return NotComputedError(
        f"{verb}() comes after {before}(), once, and what came last is {last}: begin anew with {first}, or call "
        f"learn(inputs, targets), which sends every message in its order"
    )
