"""The parts of a network that learning changes, each in its place, and what is watched of each."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.watching.formula import link_names, name_of, part_word
from lernmi_emo.watching.moment import EmotionsState, LinkState, NeuronState

# What learning changes in each kind of part.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "neuron": NeuronState._fields,
    "link": LinkState._fields,
    "weight": LinkState._fields,
    "network": ("error",),
    "emotions": EmotionsState._fields,
}


class Part(NamedTuple):
    """What a trace knows of one part of the network.

    >>> from lernmi_emo import Network
    >>> Network.layered([2, 3, 1]).trace([0, 1], [1]).parts[3]
    Part(part='neuron', names=('h1',), kind='Neuron', layer=1, activation='logistic', frozen=False)
    """

    part: str  # neuron, link, weight (one that links share), network or emotions
    names: tuple[str, ...]  # of a neuron its name, of a link its source and target, and its number among parallel ones
    kind: str  # its class: InputNeuron, EmotionalLink, …
    layer: int = 0  # of a neuron, and of a link's target, counted from 1; 0 for the sources
    activation: str = ""  # of a neuron
    frozen: bool = False  # of a link


def parts_of(network: BareNetwork) -> list[Any]:
    """Every part in its place: the neurons, the links, weights that links share, the network, and its emotions.

    >>> from lernmi_emo import Network
    >>> parts_of(Network.layered([1, 1], bias=False, seed=7))
    [InputNeuron(x1: not computed), Neuron(y1: not computed), Link(x1→y1: weight ...), Network(1-1: ...)]
    """
    emotions = [] if network.emotions is None else [network.emotions]
    return [*network.neurons, *network.links, *network.shared, network, *emotions]


def described(network: BareNetwork) -> list[Part]:
    """What a trace knows of each part, in the same places.

    >>> from lernmi_emo import Network
    >>> [part.kind for part in described(Network.layered([1, 1], bias=False))]
    ['InputNeuron', 'Neuron', 'Link', 'Network']
    """
    layer = {neuron: number for number, layer in enumerate(network.layers, 1) for neuron in layer.neurons}
    parts = []
    for part in parts_of(network):
        word, kind = part_word(part), type(part).__name__
        if word == "neuron":
            parts.append(Part(word, (part.name,), kind, layer.get(part, 0), part.activation.name))
        elif word == "link":
            parts.append(Part(word, link_names(part), kind, layer[part.target], "", bool(part.frozen)))
        else:
            parts.append(Part(word, name_of(part), kind))
    return parts


def reader(part: Any) -> Callable[[Any], tuple[Any, ...]]:
    """A function that reads all that is watched of such a part.

    >>> from lernmi_emo import Neuron
    >>> h1 = Neuron("h1"); reader(h1)(h1)
    (None, None, None, None)
    """
    word = part_word(part)
    if word == "network":
        return lambda network: (network.error,)
    if word == "emotions":  # those of a reader's own need not have all of them
        return lambda emotions: tuple(getattr(emotions, name, None) for name in ATTRIBUTES["emotions"])
    return attrgetter(*ATTRIBUTES[word])


def subject(part: Any) -> str:
    """What changes of this part go by: `h1`, `x1→h1`, `network` or `emotions`.

    >>> from lernmi_emo import Neuron
    >>> subject(Neuron("h1"))
    'h1'
    """
    return (name_of(part) or (part_word(part),))[0]
