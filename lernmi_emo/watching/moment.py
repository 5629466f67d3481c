"""The state of a network at one point of a trace: what every neuron and link held, the error, and the emotions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from lernmi_emo.support.exceptions import NameNotFoundError, suggest
from lernmi_emo.support.text import number


class NeuronState(NamedTuple):
    """What a neuron held; None is what this pass had not made yet."""

    net_input: float | None
    output: float | None
    sensitivity: float | None
    delta: float | None


class LinkState(NamedTuple):
    """What a link held."""

    weight: float
    sensitivity: float | None
    change: float
    last_change: float
    weight_before: float | None


class EmotionsState(NamedTuple):
    """What the network felt; None before it first did."""

    anxiety: float | None
    confidence: float | None
    initial_anxiety: float | None
    average: float | None
    error: float | None


@dataclass(frozen=True, repr=False)
class State:
    """Neurons by name, links by the names of both ends, and what links share by its name. Nothing can be changed.

    >>> from lernmi_emo import Network
    >>> state = Network.layered([2, 3, 1], seed=7).trace([0, 1], [1]).state(-1)
    >>> state
    State(7 neurons, 13 links, error 0.1958)
    >>> state.neuron("x2").output, state.link("x1", "h1").change
    (1.0, 0.0)
    """

    neurons: Mapping[str, NeuronState]
    links: Mapping[tuple[str, ...], LinkState]
    error: float | None
    emotions: EmotionsState | None
    shared: Mapping[str, LinkState] = field(default_factory=lambda: MappingProxyType({}))

    def neuron(self, name: str) -> NeuronState:
        """What this neuron held. Raises `NameNotFoundError`.

        >>> State({"h1": NeuronState(None, None, None, None)}, {}, None, None).neuron("h1").output is None
        True
        """
        if name not in self.neurons:
            raise NameNotFoundError(f"there is no neuron {name!r}: {suggest(name, self.neurons)}")
        return self.neurons[name]

    def link(self, source: str, target: str) -> LinkState:
        """What this link held. Raises `NameNotFoundError`.

        >>> State({}, {("x1", "h1"): LinkState(0.5, None, 0.0, 0.0, None)}, None, None).link("x1", "h1").weight
        0.5
        """
        if (source, target) not in self.links:
            name, known = f"{source}→{target}", ("→".join(ends) for ends in self.links)
            raise NameNotFoundError(f"there is no link {name}: {suggest(name, known)}")
        return self.links[source, target]

    def __repr__(self) -> str:
        return f"State({len(self.neurons)} neurons, {len(self.links)} links, error {number(self.error)})"
