"""What a network is made of: neurons joined by links, in layers, each to be had by its name.

What it does with them, forward and backward, is told in `network.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from lernmi_emo.core.emotion import Emotions
from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import EmotionalNeuron, InputNeuron
from lernmi_emo.core.topology import arrange
from lernmi_emo.core.weight import Weight
from lernmi_emo.support.exceptions import InputError, NameNotFoundError, suggest


class Graph:
    """The neurons and links that lead from the inputs to the outputs, in the order in which they are computed.

    `sources` are the inputs and what else gives without being given to, `layers` all others by depth (see
    `topology.py`). `neurons` and `links` are all of them, in the same order. `weights` are those that learn, each
    once: a link that has its own, or a weight that several links share; `shared` are the latter alone.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True)
    >>> [neuron.name for neuron in net.sources]
    ['x1', 'x2', 'bias', 'emotion']
    """

    def __init__(self, inputs: Sequence[InputNeuron], outputs: Sequence[Neuron]) -> None:
        self.inputs = list(inputs)
        self.outputs = list(outputs)
        self.sources, self.layers = arrange(self.inputs, self.outputs)
        self.neurons: list[Neuron] = [*self.sources, *(neuron for layer in self.layers for neuron in layer.neurons)]
        self.links: list[Link] = [link for layer in self.layers for link in layer.links]
        self.weights: list[Weight] = [weight for layer in self.layers for weight in layer.weights]
        self.shared: list[Weight] = [weight for weight in self.weights if not isinstance(weight, Link)]
        self._felt = [source for source in self.sources if isinstance(source, EmotionalNeuron)]

    @property
    def emotions(self) -> Emotions | None:
        """What the network feels; None where it has no emotional neuron. Assign another object to change it.

        >>> from lernmi_emo import FixedEmotions, Network
        >>> net = Network.layered([2, 1], emotional=True)
        >>> net.emotions = FixedEmotions(anxiety=1.0, confidence=0.0)
        >>> net.emotions
        FixedEmotions(anxiety 1.0000, confidence 0.0000)
        """
        return self._felt[0].emotions if self._felt else None

    @emotions.setter
    def emotions(self, emotions: Emotions) -> None:
        if not self._felt:
            raise InputError("this network has no emotional neuron to feel with: build it with emotional=True")
        for neuron in self._felt:
            neuron.emotions = emotions

    @property
    def mood(self) -> tuple[float | None, float | None]:
        """Anxiety and confidence, as the network feels them now; None twice where it can't feel.

        >>> from lernmi_emo import FixedEmotions, Network
        >>> Network.layered([2, 1], emotional=FixedEmotions(anxiety=1.0, confidence=0.5)).mood
        (1.0, 0.5)
        >>> Network.layered([2, 1]).mood
        (None, None)
        """
        return (None, None) if not self._felt else (self._felt[0].emotions.anxiety, self._felt[0].emotions.confidence)

    def neuron(self, name: str) -> Neuron:
        """The neuron of this name. Raises `NameNotFoundError`, with the nearest name there is.

        >>> from lernmi_emo import Network
        >>> Network.layered([2, 3, 1]).neuron("h2").name
        'h2'
        """
        for neuron in self.neurons:
            if neuron.name == name:
                return neuron
        raise NameNotFoundError(f"there is no neuron {name!r}: {suggest(name, (each.name for each in self.neurons))}")

    def link(self, source: str, target: str) -> Link:
        """The link from one neuron to another, by their names. Raises `NameNotFoundError`.

        >>> from lernmi_emo import Network
        >>> net = Network.layered([2, 3, 1])
        >>> net.link("x1", "h1").weight = 0.15
        >>> net.link("x1", "h1")
        Link(x1→h1: weight 0.1500)
        """
        goal = self.neuron(target)
        start = self.neuron(source)
        for link in goal.incoming:
            if link.source is start:
                return link
        there = ", ".join(link.source.name for link in goal.incoming[:12]) or "none, it is a source"
        raise NameNotFoundError(
            f"there is no link from {source!r} to {target!r}; links into {target!r} come from: {there}"
        )

    def __repr__(self) -> str:
        sizes = "-".join(str(size) for size in (len(self.inputs), *(len(layer.neurons) for layer in self.layers)))
        mood = "" if self.emotions is None else ", emotional"
        return f"Network({sizes}: {len(self.neurons)} neurons, {len(self.links)} links{mood})"
