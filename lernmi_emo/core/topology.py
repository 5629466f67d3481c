"""The order in which a network's neurons are computed: each after everything that leads to it.

A neuron's depth is the number of links on the longest way to it from a source. Neurons of one depth form a layer, so
any acyclic graph falls into layers, and a link may skip some. A link waits for all its `sources`: one with a gate is
computed after its gate. Within a layer, neurons stand in the order in which they are met when walking back from the
outputs: for a network made by `layered` that is h1, h2, h3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.layer import Layer
from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import Source
from lernmi_emo.core.weight import Weight
from lernmi_emo.core.wiring import check_ends, check_forward, check_neurons
from lernmi_emo.support.exceptions import TopologyError


def arrange(inputs: Sequence[Neuron], outputs: Sequence[Neuron]) -> tuple[list[Source], list[Layer]]:
    """The sources, inputs first, and the layers in forward order, of all that leads to the outputs.

    Raises `TopologyError` where the graph is no network, naming the neuron or link at fault.

    >>> from lernmi_emo import InputNeuron, Link, Neuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> link = Link(x1, y1, weight=0.5)
    >>> arrange([x1], [y1])
    ([InputNeuron(x1: not computed)], [Layer(y1: 1 links)])
    """
    check_ends(inputs, outputs)
    found = _walk_back(outputs)
    neurons = list(dict.fromkeys([*inputs, *found]))
    check_neurons(neurons, inputs)
    check_forward(neurons)
    sources = [neuron for neuron in neurons if isinstance(neuron, Source)]
    depth = _depths(found, sources)
    layers: list[list[Neuron]] = [[] for _ in range(max(depth.values()))]
    for neuron in found:
        if depth[neuron] > 0:
            layers[depth[neuron] - 1].append(neuron)
    return sources, _with_weights(layers)


def _with_weights(layers: Sequence[list[Neuron]]) -> list[Layer]:
    """The layers; each weight, that several links may share, belongs to the layer where the first of them stands."""
    met: set[Weight] = set()
    result = []
    for neurons in layers:
        links = [link for neuron in neurons for link in neuron.incoming]
        weights = [
            weight for weight in dict.fromkeys(each for link in links for each in link.learns) if weight not in met
        ]
        met.update(weights)
        result.append(Layer(neurons, weights))
    return result


def _walk_back(outputs: Sequence[Neuron]) -> list[Neuron]:
    """Everything that leads to the outputs, nearest first."""
    found = dict.fromkeys(outputs)
    waiting = list(outputs)
    for neuron in waiting:  # grows while it is walked
        for link in neuron.incoming:
            for source in link.sources:
                if source not in found:
                    found[source] = None
                    waiting.append(source)
    return waiting


def _depths(found: Sequence[Neuron], sources: Iterable[Neuron]) -> dict[Neuron, int]:
    depth: dict[Neuron, int] = dict.fromkeys(sources, 0)
    # How many neurons, that a neuron's incoming links wait for, have no depth yet.
    missing = {neuron: sum(len(link.sources) for link in neuron.incoming) for neuron in found}
    ready = list(depth)
    for neuron in ready:  # grows while it is walked
        for link in neuron.outgoing:
            missing[link.target] -= 1
            depth[link.target] = max(depth.get(link.target, 0), depth[neuron] + 1)
            if missing[link.target] == 0:
                ready.append(link.target)
    late = [neuron for neuron in found if missing[neuron] > 0]
    if late:
        raise _circle(late)
    return depth


def _circle(late: Sequence[Neuron]) -> TopologyError:
    """Name a link that closes a circle among these neurons, each of which waits for another one."""
    waiting = set(late)
    way: list[Link] = []
    seen: dict[Neuron, int] = {}
    neuron = late[0]
    while neuron not in seen:  # backward from link to link: at some time a neuron comes again
        seen[neuron] = len(way)
        link = next(each for each in neuron.incoming if not waiting.isdisjoint(each.sources))
        way.append(link)
        neuron = next(each for each in link.sources if each in waiting)
    circle = way[seen[neuron] :]
    last = circle[0]
    if neuron is not circle[-1].source:
        last = circle[-1]
        kind = kind_of(last).__name__
        if neuron is last.target:
            return TopologyError(f"{last.name}, a {kind}, waits for {neuron.name}, its own target: take another neuron")
        return TopologyError(
            f"{last.name} waits for {neuron.name}, as every {kind} waits for what it refers to, and {neuron.name} "
            f"comes later, for {last.target.name} leads to it: take another neuron"
        )
    names = ", ".join(link.name for link in reversed(circle))
    return TopologyError(f"{last.name} closes a circle ({names}): values must go forward, so leave one of them out")
