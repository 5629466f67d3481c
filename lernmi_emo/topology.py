"""The order in which a network's neurons are computed: each after everything that leads to it.

A neuron's depth is the number of links on the longest way to it from a source. Neurons of one depth form a layer, so
any acyclic graph falls into layers, and a link may skip some. Within a layer, neurons stand in the order in which
they are met when walking back from the outputs: for a network made by `layered` that is h1, h2, h3.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lernmi_emo.exceptions import TopologyError
from lernmi_emo.layer import Layer
from lernmi_emo.neuron import EmotionalNeuron, InputNeuron, Neuron, Source


def arrange(inputs: Sequence[Neuron], outputs: Sequence[Neuron]) -> tuple[list[Source], list[Layer]]:
    """The sources, inputs first, and the layers in forward order, of all that leads to the outputs.

    Raises `TopologyError` where the graph is no network, naming the neuron or link at fault.

    >>> from lernmi_emo import InputNeuron, Link, Neuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> link = Link(x1, y1, weight=0.5)
    >>> arrange([x1], [y1])
    ([InputNeuron(x1: not computed)], [Layer(y1: 1 links)])
    """
    _check_ends(inputs, outputs)
    found = _walk_back(outputs)
    neurons = list(dict.fromkeys([*inputs, *found]))
    _check_neurons(neurons, inputs)
    _check_forward(neurons)
    sources = [neuron for neuron in neurons if isinstance(neuron, Source)]
    depth = _depths(found, sources)
    layers: list[list[Neuron]] = [[] for _ in range(max(depth.values()))]
    for neuron in found:
        if depth[neuron] > 0:
            layers[depth[neuron] - 1].append(neuron)
    return sources, [Layer(neurons) for neurons in layers]


def _walk_back(outputs: Sequence[Neuron]) -> list[Neuron]:
    """Everything that leads to the outputs, nearest first."""
    found = dict.fromkeys(outputs)
    waiting = list(outputs)
    for neuron in waiting:  # grows while it is walked
        for link in neuron.incoming:
            if link.source not in found:
                found[link.source] = None
                waiting.append(link.source)
    return waiting


def _depths(found: Sequence[Neuron], sources: Iterable[Neuron]) -> dict[Neuron, int]:
    depth: dict[Neuron, int] = dict.fromkeys(sources, 0)
    missing = {neuron: len(neuron.incoming) for neuron in found}  # incoming links whose source has no depth yet
    ready = list(depth)
    for neuron in ready:  # grows while it is walked
        for link in neuron.outgoing:
            missing[link.target] -= 1
            depth[link.target] = max(depth.get(link.target, 0), depth[neuron] + 1)
            if missing[link.target] == 0:
                ready.append(link.target)
    return depth


def _check_ends(inputs: Sequence[Neuron], outputs: Sequence[Neuron]) -> None:
    if not inputs or not outputs:
        raise TopologyError("a network needs at least one input neuron and one output neuron")
    for kind, neurons in (("inputs", inputs), ("outputs", outputs)):
        if len(set(neurons)) != len(neurons):
            raise TopologyError(f"a neuron stands twice among the {kind}: name each once")
    for neuron in inputs:
        if not isinstance(neuron, InputNeuron):
            raise TopologyError(f"inputs are InputNeurons, and this is none: {neuron!r}")
    for neuron in outputs:
        if not isinstance(neuron, Neuron) or isinstance(neuron, Source):
            raise TopologyError(f"outputs are Neurons that links lead to, and this is none: {neuron!r}")


def _check_neurons(neurons: Sequence[Neuron], inputs: Sequence[Neuron]) -> None:
    names: set[str] = set()
    emotional: Neuron | None = None
    for neuron in neurons:
        if neuron.name in names:
            raise TopologyError(f"two neurons are named {neuron.name!r}: give each a name of its own")
        names.add(neuron.name)
        if neuron.network is not None:
            raise TopologyError(f"{neuron.name} belongs to a network already: build each network of its own neurons")
        if isinstance(neuron, InputNeuron) and neuron not in inputs:
            raise TopologyError(f"{neuron.name} is an InputNeuron, but not among the inputs: add it there")
        if not isinstance(neuron, Source) and not neuron.incoming:
            raise TopologyError(f"no link leads to {neuron.name}: link it to a source, or leave it out")
        if isinstance(neuron, EmotionalNeuron):
            if emotional is not None:
                raise TopologyError(f"{emotional.name} and {neuron.name} are both emotional: a network has one mood")
            emotional = neuron
        joined: set[Neuron] = set()
        for link in neuron.incoming:
            if link.source in joined:
                raise TopologyError(f"two links lead from {link.source.name} to {neuron.name}: one is enough")
            joined.add(link.source)


def _check_forward(neurons: Sequence[Neuron]) -> None:
    known = set(neurons)
    for neuron in neurons:
        for link in neuron.outgoing:
            if link.target not in known:
                raise TopologyError(
                    f"{link.target.name} leads to no output (it is reached by {link.name}): "
                    f"link it on, or name it among the outputs, or leave it out"
                )
