"""Everything that a lesson changes in a network, kept to put it back."""

from __future__ import annotations

import copy
from typing import Any

from lernmi_emo.core.network import BareNetwork


class Memory:
    """A network as it is now, also what neurons, links and emotions of a reader's own keep beside the usual.

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
            (part, _slots(part), _others(part)) for part in (*network.neurons, *network.links, *network.shared)
        ]
        self.emotions = network.emotions
        if self.emotions is not None:
            self.parts.append((self.emotions, _slots(self.emotions), _others(self.emotions)))

    def put_back(self) -> None:
        """Make the network as it was."""
        for part, slots, others in self.parts:
            for name, value in slots.items():
                setattr(part, name, value)
            if hasattr(part, "__dict__"):
                vars(part).clear()
                vars(part).update(others)
        network = self.network
        network.lesson, network.error, network.initial_weights, network.done = self.kept


def _slots(part: Any) -> dict[str, Any]:
    kinds = (vars(kind).get("__slots__", ()) for kind in type(part).__mro__)
    names = [name for slots in kinds for name in ([slots] if isinstance(slots, str) else slots)]
    return {name: getattr(part, name) for name in names if name not in SPECIAL and hasattr(part, name)}


def _others(part: Any) -> dict[str, Any]:
    # A copy of whatever it refers to as well: emotions may keep a list that every epoch adds to.
    return copy.deepcopy(vars(part)) if getattr(part, "__dict__", None) else {}


SPECIAL = ("__dict__", "__weakref__")
