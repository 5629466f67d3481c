"""From a network's objects to flat arrays: which neuron and which link has which place.

The twin knows the kinds that say what they are compiled to (`compiled`, see `core/kind.py`). Whatever a user derived
from them may move values otherwise, so it is refused by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.layer import Layer
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.fast.arrays import FlatNetwork, Places
from lernmi_emo.support.exceptions import TwinError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lernmi_emo.core.link import Link
    from lernmi_emo.core.neuron import Neuron

AVERAGE, EMOTIONAL_LINK = "average", "emotional link"
KNOWN = ("neuron", "input", "bias", AVERAGE, "link", EMOTIONAL_LINK)  # what a kind may be compiled to
MESSAGES = ("begin_lesson", "learn", "present", "propagate", "take_error", "backpropagate", "update", "predict")
LANES = 4  # doubles in a processor's register, on many: rows of a dense block are a multiple of it long


class Plan:
    """The places of a network's neurons and links, and its flat arrays, with no weights and activations in them yet.

    `links[i]` is the place of `network.links[i]`; `neurons` has the places of those that are no sources.

    >>> from lernmi_emo import Network
    >>> plan = Plan(Network.layered([2, 5, 1]))
    >>> plan.flat.dense.tolist(), plan.flat.width.tolist(), plan.flat.fan_in.tolist()
    ([True, False], [8, 1], [0, 0, 0, 3, 3, 3, 3, 3, 0, 0, 0, 6])
    """

    def __init__(self, network: BareNetwork) -> None:
        check_known(network)
        self._sources = set(network.sources)
        self.neurons: dict[Neuron, int] = {}
        self._starts: list[Link] = []  # one link for each row of a dense block, and each link of a list
        self._layers: list[dict[str, int]] = []
        self._neurons_end, self._links_end = len(network.sources), 0
        places = [self._add(layer) for layer in network.layers]
        self.links: Places = np.concatenate(places)
        self.flat = self._arrays(network)

    def _add(self, layer: Layer) -> Places:
        """Give a layer's neurons and links their places; returns those of `layer.links`."""
        block = _block(layer)
        starts, width = layer.links if block is None else block, len(layer.neurons)
        if block is not None:
            width = -(-width // LANES) * LANES
        self._layers.append(
            {
                "dense": block is not None,
                "listens": any(link.source not in self._sources for link in starts),
                "first_neuron": self._neurons_end,
                "neurons": len(layer.neurons),
                "width": width,
                "rows": len(starts),
                "first_source": len(self._starts),
                "first_weight": self._links_end,
            }
        )
        self.neurons.update((neuron, self._neurons_end + column) for column, neuron in enumerate(layer.neurons))
        if block is None:
            places = self._links_end + np.arange(len(starts))
            self._links_end += len(starts)
        else:
            columns, rows = np.arange(len(layer.neurons)), np.arange(len(starts))
            places = (self._links_end + rows * width + columns[:, None]).ravel()
            self._links_end += len(starts) * width
        self._neurons_end += width
        self._starts += starts
        return places.astype(np.uint64)

    def _arrays(self, network: BareNetwork) -> FlatNetwork:
        neurons, links = self._neurons_end, self._links_end
        place_of: dict[Neuron, int] = {source: place for place, source in enumerate(network.sources)}
        place_of.update(self.neurons)
        fan_in = np.zeros(neurons, dtype=np.uint64)
        for neuron, place in self.neurons.items():
            fan_in[place] = len(neuron.incoming)
        layers: dict[str, Any] = {name: _places(layer[name] for layer in self._layers) for name in self._layers[0]}
        for name in ("dense", "listens"):
            layers[name] = layers[name].astype(np.bool_)
        return FlatNetwork(
            **layers,
            source=_places(place_of[link.source] for link in self._starts),
            emotional=np.array([link.compiled == EMOTIONAL_LINK for link in self._starts], dtype=np.bool_),
            fan_in=fan_in,
            value=np.zeros(neurons, dtype=np.uint64),
            slope=np.zeros(neurons, dtype=np.uint64),
            net_input=np.zeros(neurons),
            output=np.zeros(neurons),
            sensitivity=np.zeros(neurons),
            delta=np.zeros(neurons),
            weight=np.zeros(links),
            change=np.zeros(links),
            frozen=_places([]),
            frozen_weight=np.zeros(0),
            outputs=_places(place_of[neuron] for neuron in network.outputs),
            error=_places([0, 0]),
        )


def check_known(network: BareNetwork) -> None:
    """Raise `TwinError` where something in the network has no compiled form.

    >>> from lernmi_emo import Network
    >>> check_known(Network.layered([2, 1]))
    """
    for message in MESSAGES:
        if getattr(type(network), message) is not getattr(BareNetwork, message):
            raise _unknown(f"the network's {message!r}", type(network), kind_of(network))
    parts: list[Neuron | Link] = [*network.neurons, *network.links]
    for part in parts:
        kind = type(part)  # the very class: what derives from it may do otherwise
        if kind.compiled not in KNOWN:
            raise _unknown(part.name, kind, kind_of(part))
    for weight in network.shared:
        link = next(link for link in network.links if weight in link.learns)
        raise _unknown(f"the weight that {link.name} shares", type(weight), kind_of(weight))
    for link in {type(link): link for link in network.links}.values():
        if len(link.sources) != 1 or [*link.learns] != [link]:
            raise _unknown(f"what {link.name} waits for, or what of it learns", type(link), kind_of(link))


def _unknown(what: str, kind: type, behind: type) -> TwinError:
    if kind is not behind:
        return TwinError(
            f"the fast twin can't stop at a breakpoint, and there is one in {what}, a {behind.__name__}: take it away "
            f"with clear_breaks(), or use fast=False, or let fast='auto' choose"
        )
    return TwinError(
        f"the fast twin has no compiled form of {what}: of the class {kind.__name__} it knows nothing but its name, "
        f"for each class may do things in a way of its own. Use fast=False, or let fast='auto' choose"
    )


def _block(layer: Layer) -> Sequence[Link] | None:
    """One link for each source that all the layer's neurons listen to in the same order; None where they don't.

    A layer of few neurons is a list too: there is nothing to compute side by side. And so is one with parallel links,
    for a block adds up what it sends back source by source, and they would be added in another order.
    """
    first = layer.neurons[0].incoming
    if len(layer.neurons) < LANES or any(link.parallel > 1 for link in first):
        return None
    for neuron in layer.neurons:
        if len(neuron.incoming) != len(first):
            return None
        for link, other in zip(neuron.incoming, first):
            if link.source is not other.source or type(link) is not type(other):
                return None
    return first


def _places(numbers: Iterable[Any]) -> Places:
    return np.array(list(numbers), dtype=np.uint64)
