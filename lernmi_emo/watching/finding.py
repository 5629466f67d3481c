"""A part of a network by the name it goes by in steps, diagrams and files: `h2`, `emotion→h2`, `emotions`."""

from __future__ import annotations

from typing import Any

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.support.exceptions import InputError, NameNotFoundError

ARROWS = ("→", "->")


def find_part(network: BareNetwork, *names: str) -> Any:
    """The neuron or link of this name, or the network's emotions. A link can be named by both ends, too.

    Raises `NameNotFoundError`, with the nearest name there is.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True)
    >>> find_part(net, "h2").name, find_part(net, "x1->h2").name, find_part(net, "x1", "h2").name
    ('h2', 'x1→h2', 'x1→h2')
    >>> find_part(net, "emotions")
    Emotions(nothing felt yet)
    """
    if not 1 <= len(names) <= 2 or not all(isinstance(name, str) for name in names):
        raise InputError(
            f"name a neuron ('h1'), a link by both its ends ('x1', 'h1'), or 'emotions'; this came: "
            f"{', '.join(map(repr, names)) or 'nothing'}"
        )
    if len(names) == 2:
        return network.link(*names)
    (name,) = names
    for neuron in network.neurons:
        if neuron.name == name:
            return neuron
    for arrow in ARROWS:
        source, found, target = name.partition(arrow)
        if found:
            return network.link(source.strip(), target.strip())
    if name == "emotions":
        if network.emotions is None:
            raise NameNotFoundError("this network has no emotions: build it with emotional=True")
        return network.emotions
    return network.neuron(name)
