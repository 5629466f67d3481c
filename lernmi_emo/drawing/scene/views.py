"""What each view of a network shows, in its neurons and along its links.

    structure   weights                                    as the network is
    forward     outputs and net inputs, and the weights
                that they were computed with               after `predict` or `learn`
    backward    deltas and sensitivities, arrows reversed  after `learn`
    update      old weight, change, new weight             after `learn`

A value that is not computed yet is shown as that, never as 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.support.exceptions import InputError, NotComputedError, suggest

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork


class View(NamedTuple):
    """A view's title, what its numbers are, what its equations are, and what the links' colour tells the sign of."""

    title: str
    in_neurons: str
    on_links: str
    equations: str
    sign: str


VIEWS = {
    "structure": View("Structure and weights", "", "on each link: its weight", "on each link: its weight w", "weight"),
    "forward": View(
        "Forward: net inputs and outputs",
        "in each neuron: output Y and net input net",
        "on each link: its weight then",
        "on each link: output · weight = what it brings; below each neuron: activation(net) = Y",
        "weight",
    ),
    "backward": View(
        "Backward: deltas and sensitivities",
        "in each neuron: delta δ = ∂E/∂net and sensitivity ∂E/∂Y",
        "on each link: its sensitivity ∂E/∂w",
        "on each link: δ · output = ∂E/∂w; below each neuron: ∂E/∂Y · slope = δ",
        "sensitivity",
    ),
    "update": View(
        "Update: old weight, change, new weight",
        "in each neuron: output Y and delta δ",
        "on each link: old weight ± change = new weight",
        "on each link: momentum · last change − rate · ∂E/∂w = change; old weight ± change = new weight",
        "change",
    ),
}


def view_named(name: str) -> View:
    """The view of this name.

    >>> view_named("backwards")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.InputError: there is no view 'backwards': did you mean 'backward'?
    """
    if name not in VIEWS:
        raise InputError(f"there is no view {name!r}: {suggest(name, VIEWS)}")
    return VIEWS[name]


def check_computed(network: BareNetwork, view: str) -> None:
    """Refuse a view of which no value exists yet, and say which call makes them."""
    view_named(view)
    if view == "forward" and all(neuron.output is None for neuron in network.neurons):
        raise NotComputedError(
            "the forward view shows outputs, and none is computed yet: call predict(inputs) or learn(inputs, targets)"
        )
    if view == "backward" and all(link.sensitivity is None for link in network.links):
        raise NotComputedError(
            "the backward view shows deltas and sensitivities, and none is computed since the last pattern was "
            "presented: call learn(inputs, targets)"
        )
    learnt = network.done == "update" and any(weight.sensitivity is not None for weight in network.weights)
    if view == "update" and not learnt:
        raise NotComputedError(
            "the update view shows the changes of the last lesson's weights, and there are none since the last "
            "pattern was presented: call learn(inputs, targets)"
        )
