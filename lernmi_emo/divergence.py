"""When learning runs away: find the link that went first, and put the network back to where it was.

A rate that is too high makes each step overshoot farther than the last, until a weight is infinite or not a number.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lernmi_emo.exceptions import DivergenceError
from lernmi_emo.state import State, restore

if TYPE_CHECKING:
    from lernmi_emo.network import Network
    from lernmi_emo.patterns import CheckedPattern


def diverged(
    network: Network, before: State, order: Sequence[CheckedPattern], rate: float, momentum: float, epoch: int
) -> DivergenceError:
    """Learn the epoch once more, up to the first link that goes astray; see `gone_astray`."""
    restore(network, before)
    for inputs, targets in order:
        network.learn(inputs, targets, rate=rate, momentum=momentum)
        if not all(math.isfinite(link.weight) for link in network.links):
            break
    return gone_astray(network, before, rate, momentum, epoch)


def gone_astray(network: Network, before: State, rate: float, momentum: float, epoch: int) -> DivergenceError:
    """Name the first link that went astray in the last lesson, and put back the weights from before the epoch."""
    astray = [link for link in network.links if not math.isfinite(link.weight)]
    where = f"the weight of {astray[0].name}" if astray else "the error"
    restore(network, before)
    for neuron in network.neurons:
        neuron.forget()
    return DivergenceError(
        f"in epoch {epoch}, {where} became infinite or not a number. The weights from before that epoch are kept. "
        f"Try a smaller rate than {rate:g} or momentum than {momentum:g}, or scale the inputs to 0..1"
    )
