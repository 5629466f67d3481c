"""Before the first lesson, and back to it: an untrained network notes its weights, feels its answers, and rewinds.

μ_0 = Y_AvPAT + E_0        over the untrained network's answers to all patterns (EmBP as reconstructed)
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence

from lernmi_emo.core.emotion import mean
from lernmi_emo.core.error import mean_squared_error, squared_error
from lernmi_emo.core.graph import Graph
from lernmi_emo.core.kind import NOT_YET
from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.patterns import Pattern, check_patterns, warn_of_ranges
from lernmi_emo.core.source import InputNeuron


class Beginning(Graph):
    """A network as it is before its first lesson, to which it can come back. How it learns is told in `network.py`.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> net.begin([([0, 1], [1])]); net.begun
    True
    """

    predict: Callable[[Sequence[float]], list[float]]  # see `network.py`
    lesson: Lesson  # under way, or the last one learnt; None after a prediction
    error: float  # E of that lesson's pattern
    initial_weights: array[float]  # as they were before the first lesson

    def __init__(self, inputs: Sequence[InputNeuron], outputs: Sequence[Neuron]) -> None:
        super().__init__(inputs, outputs)
        self.lesson = self.error = self.initial_weights = NOT_YET
        self.done = ""  # the verb that came last: begin_lesson, present, propagate, …; "" at first

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
        return self.initial_weights is not None and (not self._felt or self.mood[0] is not None)

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
        return mean(averages), mean_squared_error(errors, len(self.outputs))

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
