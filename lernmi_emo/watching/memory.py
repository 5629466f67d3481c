"""Everything that a lesson changes in a network, kept to put it back."""

from __future__ import annotations

import copy
import random
from typing import Any

from lernmi_emo.core.network import BareNetwork


class Memory:
    """A network as it is now, also what neurons, links and emotions of a reader's own keep beside the usual.

    Generators of random numbers stay who they are, and are put back to where they were.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> memory = Memory(net)
    >>> error = net.learn([0, 1], [1]); memory.put_back()
    >>> net.lesson is None, net.emotions
    (True, Emotions(nothing felt yet))
    """

    def __init__(self, network: BareNetwork) -> None:
        self.network = network
        self.kept = (network.lesson, network.error, network.initial_weights, network.done)
        self.parts = [
            (part, held_slots(part), _others(part)) for part in (*network.neurons, *network.links, *network.shared)
        ]
        self.emotions = network.emotions
        self.generators = [(each, each.getstate()) for part, *_ in self.parts for each in _generators(part)]
        if self.emotions is not None:
            self.parts.append((self.emotions, held_slots(self.emotions), _others(self.emotions)))

    def put_back(self) -> None:
        """Make the network as it was."""
        for part, slots, others in self.parts:
            for name, value in slots.items():
                setattr(part, name, value)
            if hasattr(part, "__dict__"):
                vars(part).clear()
                vars(part).update(others)
        for generator, state in self.generators:
            generator.setstate(state)
        network = self.network
        network.lesson, network.error, network.initial_weights, network.done = self.kept


def held_slots(part: Any) -> dict[str, Any]:
    """What a part holds in slots, but for what it has from another part, as a link has a weight that it shares.

    >>> from lernmi_emo import Neuron
    >>> held_slots(Neuron("h1"))["name"]
    'h1'
    """
    kind = type(part)
    kinds = (vars(each).get("__slots__", ()) for each in kind.__mro__)
    names = [name for slots in kinds for name in ([slots] if isinstance(slots, str) else slots)]
    own = [name for name in names if name not in SPECIAL and not isinstance(getattr(kind, name), property)]
    return {name: getattr(part, name) for name in own if hasattr(part, name)}


def _generators(part: Any) -> list[random.Random]:
    held = [*held_slots(part).values(), *getattr(part, "__dict__", {}).values()]
    return [value for value in held if isinstance(value, random.Random)]


def _others(part: Any) -> dict[str, Any]:
    # A copy of whatever it refers to as well: emotions may keep a list that every epoch adds to.
    if not getattr(part, "__dict__", None):
        return {}
    kept = {id(each): each for each in _generators(part)}
    return copy.deepcopy(vars(part), kept)


SPECIAL = ("__dict__", "__weakref__")
