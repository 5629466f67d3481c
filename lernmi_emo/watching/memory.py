"""Everything that a lesson changes in a network, kept to put it back."""

from __future__ import annotations

import copy
import random
from functools import lru_cache
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
        parts: list[Any] = [*network.neurons, *network.links, *network.shared]
        if network.emotions is not None:
            parts.append(network.emotions)
        kinds: list[Any] = list(map(type, parts))
        self.parts = [(part, slots_of(kind), slots_held(part), _others(part)) for part, kind in zip(parts, kinds)]
        self.generators = [(each, each.getstate()) for part in parts for each in _generators(part)]

    def put_back(self) -> None:
        """Make the network as it was."""
        for part, names, values, others in self.parts:
            for name, value in zip(names, values):
                if value is not UNSET:
                    setattr(part, name, value)
            if hasattr(part, "__dict__"):
                vars(part).clear()
                vars(part).update(others)
        for generator, state in self.generators:
            generator.setstate(state)
        network = self.network
        network.lesson, network.error, network.initial_weights, network.done = self.kept


@lru_cache(maxsize=256)
def slots_of(kind: Any) -> tuple[str, ...]:
    """The slots of a class, but for what its objects have from another part, as a link has a weight that it shares.

    >>> from lernmi_emo import Neuron
    >>> "name" in slots_of(Neuron)
    True
    """
    kinds = (vars(each).get("__slots__", ()) for each in kind.__mro__)
    names = [name for slots in kinds for name in ([slots] if isinstance(slots, str) else slots)]
    return tuple(name for name in names if name not in SPECIAL and not isinstance(getattr(kind, name), property))


def slots_held(part: Any) -> tuple[Any, ...]:
    """What a part holds in these slots; tuples, for there may be thousands.

    >>> from lernmi_emo import Neuron
    >>> "h1" in slots_held(Neuron("h1"))
    True
    """
    kind: Any = type(part)
    return tuple([getattr(part, name, UNSET) for name in slots_of(kind)])


def held_slots(part: Any) -> dict[str, Any]:
    """The same by name.

    >>> from lernmi_emo import Neuron
    >>> held_slots(Neuron("h1"))["name"]
    'h1'
    """
    kind: Any = type(part)
    return {name: value for name, value in zip(slots_of(kind), slots_held(part)) if value is not UNSET}


def _generators(part: Any) -> list[random.Random]:
    held = [*slots_held(part), *getattr(part, "__dict__", {}).values()]
    return [value for value in held if isinstance(value, random.Random)]


def _others(part: Any) -> dict[str, Any]:
    # A copy of whatever it refers to as well: emotions may keep a list that every epoch adds to.
    if not getattr(part, "__dict__", None):
        return {}
    kept = {id(each): each for each in _generators(part)}
    return copy.deepcopy(vars(part), kept)


SPECIAL = ("__dict__", "__weakref__")
UNSET = object()  # a slot that nothing was put into
