"""What learning changes in a network, in a form to go back to."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, NamedTuple

from lernmi_emo.core.kind import NOT_YET
from lernmi_emo.core.network import BareNetwork


class Snapshot(NamedTuple):
    """For each of `network.weights` the values of its kind's fields, and what the emotions hold."""

    weights: list[tuple[Any, ...]]
    emotions: dict[str, Any] | None


def snapshot(network: BareNetwork) -> Snapshot:
    """The state that this network's weights and emotions are in.

    >>> from lernmi_emo import Network
    >>> snapshot(Network.layered([1, 1], bias=False, weight_range=0)).weights
    [(0.0, False, 0.0, 0.0)]
    """
    readers = {kind: attrgetter(*kind.fields) for kind in {type(weight) for weight in network.weights}}
    emotions = network.emotions
    return Snapshot(
        [readers[type(weight)](weight) for weight in network.weights],
        None if emotions is None else dict(vars(emotions)),
    )


def restore(network: BareNetwork, before: Snapshot) -> None:
    """Put the network back into this state; what its neurons hold is left as it is.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], seed=7)
    >>> before = snapshot(net)
    >>> error = net.learn([1], [0])
    >>> restore(net, before); snapshot(net) == before
    True
    """
    for weight, values in zip(network.weights, before.weights):
        for name, value in zip(weight.fields, values):
            setattr(weight, name, value)
        weight.weight_before = NOT_YET
    if network.emotions is not None and before.emotions is not None:
        vars(network.emotions).update(before.emotions)
