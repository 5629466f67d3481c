"""Which neurons stand in which column of a drawing: their depth's; and which ones above and below the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.appearance import stands_aside

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork


def columns_of(network: BareNetwork) -> list[list[Neuron]]:
    """The neurons column by column, without those that stand aside, as bias and emotional neurons do."""
    first: list[Neuron] = [neuron for neuron in network.sources if not stands_aside(neuron)]
    return [first, *(layer.neurons for layer in network.layers)]


def column_names(network: BareNetwork) -> list[str]:
    """What each column is called.

    >>> from lernmi_emo import Network
    >>> column_names(Network.layered([2, 4, 3, 1]))
    ['inputs', 'hidden layer 1', 'hidden layer 2', 'output']
    """
    outputs = set(network.outputs)
    names = ["inputs" if len(network.inputs) > 1 else "input"]
    hidden = [layer for layer in network.layers if not outputs.issuperset(layer.neurons)]
    for layer in network.layers:
        if outputs.issuperset(layer.neurons):
            names.append("outputs" if len(layer.neurons) > 1 else "output")
        else:
            names.append("hidden layer" if len(hidden) == 1 else f"hidden layer {hidden.index(layer) + 1}")
    return names


def collapse(neurons: list[Neuron], most: int | None) -> list[Neuron | None]:
    """At most so many rows: the first and the last neurons, and None where some are left out between.

    >>> [n and n.name for n in collapse([Neuron(f"x{i}") for i in range(1, 100)], 5)]
    ['x1', 'x2', None, 'x98', 'x99']
    """
    if most is None or len(neurons) <= most:
        return list(neurons)
    after = (most - 1) // 2
    return [*neurons[: most - 1 - after], None, *neurons[len(neurons) - after :]]


def guests_of(
    network: BareNetwork, columns: list[list[Neuron]]
) -> tuple[dict[int, list[Neuron]], dict[int, list[Neuron]]]:
    """Who stands above and who below each column, as bias and emotional neurons do: there, where their links leave."""
    depth = {neuron: number for number, column in enumerate(columns) for neuron in column}
    above: dict[int, list[Neuron]] = {}
    below: dict[int, list[Neuron]] = {}
    for neuron in network.sources:
        if stands_aside(neuron):
            rows = below if neuron.look.place == "below" else above
            for column in sorted({depth[link.target] - 1 for link in neuron.outgoing}):
                rows.setdefault(column, []).append(neuron)
    return above, below
