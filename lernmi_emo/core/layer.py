"""A layer: neurons of one depth (see `topology.py`), and the links that lead into them.

It speaks the same three verbs as a link does, and says them to its neurons and links.
"""

from __future__ import annotations

from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.weight import Weight


class Layer:
    """Some neurons and all their incoming links, neuron by neuron in the order in which the links were made.

    `weights` are what an update changes here: as a rule the links, for each has a weight of its own.

    >>> from lernmi_emo import Network
    >>> Network.layered([2, 3, 1]).layers
    [Layer(h1 … h3: 9 links), Layer(y1: 4 links)]

    The same verbs as a link's, and as the network's:

    >>> net = Network.layered([2, 1], weight_range=0)
    >>> net.present([0.0, 1.0])
    >>> layer = net.layers[0]
    >>> layer.propagate(); net.neuron("y1")
    Neuron(y1: net 0.0000 → output 0.5000)
    >>> for neuron in net.neurons: neuron.open_sensitivity()
    >>> net.neuron("y1").sensitivity = -0.5
    >>> layer.backpropagate(); net.neuron("y1").delta
    -0.125
    >>> layer.update(rate=0.8, momentum=0.0); net.link("x2", "y1")
    Link(x2→y1: weight 0.1000, change 0.1000)
    """

    __slots__ = ("links", "neurons", "weights")

    def __init__(self, neurons: list[Neuron], weights: list[Weight]) -> None:
        self.neurons = neurons
        self.links: list[Link] = [link for neuron in neurons for link in neuron.incoming]
        self.weights = weights

    def propagate(self) -> None:
        """Every link into the layer propagates, then the layer's neurons activate."""
        for neuron in self.neurons:
            neuron.open_net_input()
        for link in self.links:
            link.propagate()
        for neuron in self.neurons:
            neuron.activate()

    def backpropagate(self) -> None:
        """The layer's neurons take their delta, then every link into the layer backpropagates."""
        for neuron in self.neurons:
            neuron.take_delta()
        for link in self.links:
            link.backpropagate()

    def update(self, rate: float, momentum: float) -> None:
        """Every weight updates: of a link its own, and one that several links share where the first of them stands."""
        for weight in self.weights:
            weight.update(rate, momentum)

    def __repr__(self) -> str:
        first, last = self.neurons[0].name, self.neurons[-1].name
        neurons = first if first == last else f"{first} … {last}"
        return f"Layer({neurons}: {len(self.links)} links)"
