"""The parts of a network that learning changes, each in its place, and what is watched of each."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from lernmi_emo.link import Link
from lernmi_emo.network import Network
from lernmi_emo.neuron import Neuron

NEURON = ("net_input", "output", "sensitivity", "delta")
LINK = ("weight", "sensitivity", "change", "last_change")
EMOTIONS = ("anxiety", "confidence", "initial_anxiety", "average", "error")
NETWORK = ("error",)


def parts_of(network: Network) -> list[Any]:
    """Every part in its place: the neurons, the links, the network itself, and its emotions, if it has any.

    >>> parts_of(Network.layered([1, 1], bias=False, seed=7))
    [InputNeuron(x1: not computed), Neuron(y1: not computed), Link(x1→y1: weight −0.3523), Network(1-1: 2 neurons, 1 links)]
    """
    emotions = [] if network.emotions is None else [network.emotions]
    return [*network.neurons, *network.links, network, *emotions]


def watched(part: Any) -> tuple[str, ...]:
    """The names of what learning changes in this part.

    >>> watched(Neuron("h1"))
    ('net_input', 'output', 'sensitivity', 'delta')
    """
    if isinstance(part, Neuron):
        return NEURON
    if isinstance(part, Link):
        return LINK
    return NETWORK if isinstance(part, Network) else EMOTIONS


def reader(part: Any) -> Callable[[Any], tuple[Any, ...]]:
    """A function that reads all of them at once.

    >>> h1 = Neuron("h1"); reader(h1)(h1)
    (None, None, None, None)
    """
    names = watched(part)
    if names is NETWORK:
        return lambda network: (network.error,)
    if names is EMOTIONS:  # emotions of a reader's own need not have all of them
        return lambda emotions: tuple(getattr(emotions, name, None) for name in EMOTIONS)
    return attrgetter(*names)


def subject(part: Any) -> str:
    """The part's name: `h1`, `x1→h1`, `network` or `emotions`.

    >>> subject(Neuron("h1"))
    'h1'
    """
    if isinstance(part, (Neuron, Link)):
        return part.name
    return "network" if isinstance(part, Network) else "emotions"
