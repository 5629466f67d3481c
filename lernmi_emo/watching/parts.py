"""The parts of a network that learning changes, each in its place, and what is watched of each."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from lernmi_emo.core.link import Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.watching.moment import EmotionsState, LinkState, NeuronState

# What learning changes in each kind of part.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "neuron": NeuronState._fields,
    "link": LinkState._fields,
    "network": ("error",),
    "emotions": EmotionsState._fields,
}


class Part(NamedTuple):
    """What a trace knows of one part of the network.

    >>> Network.layered([2, 3, 1]).trace([0, 1], [1]).parts[3]
    Part(part='neuron', names=('h1',), kind='Neuron', layer=1, activation='logistic', frozen=False)
    """

    part: str  # neuron, link, network or emotions
    names: tuple[str, ...]  # of a neuron its name, of a link its source and target
    kind: str  # its class: InputNeuron, EmotionalLink, …
    layer: int = 0  # of a neuron, and of a link's target, counted from 1; 0 for the sources
    activation: str = ""  # of a neuron
    frozen: bool = False  # of a link


def parts_of(network: BareNetwork) -> list[Any]:
    """Every part in its place: the neurons, the links, the network itself, and its emotions, if it has any.

    >>> parts_of(Network.layered([1, 1], bias=False, seed=7))
    [InputNeuron(x1: not computed), Neuron(y1: not computed), Link(x1→y1: weight ...), Network(1-1: ...)]
    """
    emotions = [] if network.emotions is None else [network.emotions]
    return [*network.neurons, *network.links, network, *emotions]


def described(network: BareNetwork) -> list[Part]:
    """What a trace knows of each part, in the same places.

    >>> [part.kind for part in described(Network.layered([1, 1], bias=False))]
    ['InputNeuron', 'Neuron', 'Link', 'Network']
    """
    layer = {neuron: number for number, layer in enumerate(network.layers, 1) for neuron in layer.neurons}
    parts = []
    for part in parts_of(network):
        kind, name = kind_of_part(part), type(part).__name__
        if isinstance(part, Neuron):
            parts.append(Part(kind, (part.name,), name, layer.get(part, 0), part.activation.name))
        elif isinstance(part, Link):
            parts.append(Part(kind, (part.source.name, part.target.name), name, layer[part.target], "", part.frozen))
        else:
            parts.append(Part(kind, (), name))
    return parts


def kind_of_part(part: Any) -> str:
    """One of the four kinds.

    >>> kind_of_part(Neuron("h1"))
    'neuron'
    """
    if isinstance(part, Neuron):
        return "neuron"
    if isinstance(part, Link):
        return "link"
    return "network" if isinstance(part, BareNetwork) else "emotions"


def reader(part: Any) -> Callable[[Any], tuple[Any, ...]]:
    """A function that reads all that is watched of such a part.

    >>> h1 = Neuron("h1"); reader(h1)(h1)
    (None, None, None, None)
    """
    kind = kind_of_part(part)
    if kind == "network":
        return lambda network: (network.error,)
    if kind == "emotions":  # those of a reader's own need not have all of them
        return lambda emotions: tuple(getattr(emotions, name, None) for name in ATTRIBUTES["emotions"])
    return attrgetter(*ATTRIBUTES[kind])


def subject(part: Any) -> str:
    """What changes of this part go by: `h1`, `x1→h1`, `network` or `emotions`.

    >>> subject(Neuron("h1"))
    'h1'
    """
    return part.name if isinstance(part, (Neuron, Link)) else kind_of_part(part)
