"""Everything that a lesson changes in a network, kept to put it back."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from lernmi_emo.core.network import BareNetwork


class Memory:
    """A network as it is now, also what neurons, links and emotions of a reader's own keep beside the usual.

    Whatever it refers to stays what it is: other parts, generators of random numbers, lists. What was in a list, and
    where a generator was, is put back too.

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
        held = held_by(parts, stay=[network, *network.layers])
        self.special = [each for each in held if each.others is not None or each.contents]
        plain = [each for each in held if each.others is None and not each.contents]
        self.plain = [(each.part, each.names) for each in plain]
        self.values = [value for each in plain for value in each.slots]  # flat, for there are tens of thousands

    def put_back(self) -> None:
        """Make the network as it was."""
        try:
            for held in self.special:
                held.put_back()
            values = iter(self.values)
            for part, names in self.plain:
                Held(part, names, tuple(islice(values, len(names))), None).put_back()
            network = self.network
            network.lesson, network.error, network.initial_weights, network.done = self.kept
        except KeyboardInterrupt:  # half of it would be no state at all
            self.put_back()
            raise


class Held(NamedTuple):
    """What a part holds. `contents` are the things of a reader's own that may change within: name, thing, copy."""

    part: Any
    names: tuple[str, ...]
    slots: tuple[Any, ...]
    others: dict[str, Any] | None
    contents: tuple[tuple[str, Any, Any], ...] = ()

    def named(self) -> dict[str, Any]:
        """All of it, by name."""
        values = {name: value for name, value in zip(self.names, self.slots) if value is not UNSET}
        return values | (self.others or {})

    def put_back(self) -> None:
        """Let the part hold this again, and nothing else."""
        part, names, slots, others, contents = self
        for name, value in zip(names, slots):
            if value is not UNSET:
                object.__setattr__(part, name, value)
            elif hasattr(part, name):
                object.__delattr__(part, name)
        if others is not None:
            vars(part).clear()
            vars(part).update(others)
        for name, value, kept in contents:
            if isinstance(value, random.Random):
                value.setstate(kept)
                continue
            like = copy.deepcopy(kept.held, dict(kept.stay))
            if like is value:
                continue
            if isinstance(value, list):
                value[:] = like
            elif isinstance(value, (dict, set)):
                value.clear()
                value.update(like)
            elif hasattr(value, "__dict__"):
                vars(value).clear()
                vars(value).update(vars(like))
            else:
                object.__setattr__(part, name, like)


class _Copy(NamedTuple):
    """A copy of something, and all that it refers to without having a copy of it."""

    held: Any
    stay: dict[int, Any]


def held_by(parts: Iterable[Any], stay: Iterable[Any] = ()) -> list[Held]:
    """What these parts hold. Where that refers to one of them, or to what is to `stay` as well, it is not copied.

    >>> from lernmi_emo import Neuron
    >>> [held] = held_by([neuron := Neuron("h1")])
    >>> neuron.output = 0.5; held.put_back(); neuron
    Neuron(h1: not computed)
    """
    parts = list(parts)
    known = {id(each): each for each in (*parts, *stay)}
    found = []
    for part in parts:
        kind: Any = type(part)
        names, slots, own = slots_of(kind), slots_held(part), _own_slots(kind)
        others = dict(vars(part)) if hasattr(part, "__dict__") else None
        values = [(name, value) for name, value in zip(names, slots) if name in own] if own else []
        values += (others or {}).items()
        contents = [(name, value, _content(value, known)) for name, value in values if _may_change(value, known)]
        found.append(Held(part, names, slots, others, tuple(contents)))
    return found


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


@lru_cache(maxsize=256)
def _own_slots(kind: Any) -> frozenset[str]:
    """The slots that no class of this package has: what is in the package's own is known to stay as it is."""
    ours = [each for each in kind.__mro__ if each.__module__.partition(".")[0] == PACKAGE]
    return frozenset(slots_of(kind)) - {name for each in ours for name in slots_of(each)}


def _may_change(value: Any, known: dict[int, Any]) -> bool:
    return type(value) not in UNCHANGING and value is not UNSET and id(value) not in known


def _content(value: Any, known: dict[int, Any]) -> Any:
    if isinstance(value, random.Random):
        return value.getstate()
    try:
        return _Copy(copy.deepcopy(value, dict(known)), known)
    except TypeError:  # of an open file and the like there is no copy, and it stays what it is
        return _Copy(value, {**known, id(value): value})


PACKAGE = __name__.partition(".")[0]
SPECIAL = ("__dict__", "__weakref__")
UNCHANGING = (float, int, bool, str, type(None))
UNSET = object()  # a slot that nothing was put into
