"""Lernmi's own kind of network."""

from __future__ import annotations

import random
from collections.abc import Sequence

from lernmi_emo.building.layered import N, layered
from lernmi_emo.core.activation import Activation


def lernmi(network: type[N], sizes: Sequence[int], *, seed: int | random.Random | None = 1) -> N:
    """A network that computes and steps as Lernmi does, the Ruby library whose idea this one follows.

    It differs from `layered` in three ways. The input neurons activate too, with the logistic function: an input of
    0 gives 0.5, and one above 37 as good as 1. Weights are drawn evenly from −0.5 to 0.5. The rate is 0.1 and there
    is no momentum. Lernmi updates a link in the same call that sends its sensitivity back, but sends first, and uses
    no weight twice, so its numbers are those of a separate update. It draws each layer's weights from a new generator
    with the same seed, so that its layers begin alike: that we do not repeat.

    >>> from lernmi_emo import Network
    >>> lernmi(Network, [1, 1]).predict([0.0]) == [lernmi(Network, [1, 1]).neuron("y1").activation.value(0.5 * 0.5)]
    False
    """
    net = layered(network, sizes, rate=0.1, weight_range=0.5, seed=seed)
    for neuron in net.inputs:
        neuron.activation = Activation.named("logistic")
    return net
