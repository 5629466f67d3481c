"""What learning changes in a network, in a form to go back to."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lernmi_emo.network import Network


class State(NamedTuple):
    """Weights, changes and last changes in the order of `network.links`, and what the emotions hold."""

    weights: array[float]
    changes: array[float]
    last_changes: array[float]
    emotions: dict[str, Any] | None


def state_of(network: Network) -> State:
    """The state that this network is in.

    >>> from lernmi_emo import Network
    >>> state_of(Network.layered([1, 1], weight_range=0)).weights
    array('d', [0.0, 0.0])
    """
    return State(
        array("d", [link.weight for link in network.links]),
        array("d", [link.change for link in network.links]),
        array("d", [link.last_change for link in network.links]),
        None if network.emotions is None else dict(vars(network.emotions)),
    )


def restore(network: Network, state: State) -> None:
    """Put the network back into this state; what its neurons hold is left as it is.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], seed=7)
    >>> before = state_of(net)
    >>> error = net.learn([1], [0])
    >>> restore(net, before); state_of(net) == before
    True
    """
    for link, weight, change, last_change in zip(network.links, *state[:3]):
        link.weight, link.change, link.last_change = weight, change, last_change
    if network.emotions is not None and state.emotions is not None:
        vars(network.emotions).update(state.emotions)
