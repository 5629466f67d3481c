"""An epoch: every pattern is learnt once, and then the network feels.

The error of an epoch, E_i (see `core/emotion.py`), is taken with each Y as it was when its pattern was presented.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from lernmi_emo.core.divergence import divergence, first_astray
from lernmi_emo.core.emotion import mean
from lernmi_emo.core.error import mean_squared_error, squared_error
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import CheckedPattern
from lernmi_emo.learning.snapshot import Snapshot, restore, snapshot
from lernmi_emo.support.exceptions import DivergenceError

Tick = Callable[[], object]


def learn_epoch(
    network: BareNetwork,
    patterns: Sequence[CheckedPattern],
    rate: float,
    momentum: float,
    chance: random.Random | None = None,
    tick: Tick = lambda: None,
) -> float:
    """Learn every pattern once, in an order drawn by `chance` if there is one, then feel. Returns the epoch's error.

    That is the mean squared error. `tick` is called after each lesson.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> learn_epoch(net, datasets.xor(), rate=0.5, momentum=0.0) < 0.5
    True
    """
    order = list(patterns)
    if chance is not None:
        chance.shuffle(order)
    errors = []
    for inputs, targets in order:
        network.learn(inputs, targets, rate=rate, momentum=momentum)
        errors.append(squared_error([neuron.output for neuron in network.outputs], targets))
        tick()
    error = mean_squared_error(errors, len(network.outputs))
    if network.emotions is not None:
        network.emotions.feel(average_of(patterns), error)
    return error


def average_of(patterns: Sequence[CheckedPattern]) -> float:
    """Y_AvPAT: the average of the patterns' averages, in their own order, so that it is the same bits in every epoch.

    >>> average_of([([0.0, 0.5, 1.0], [0.0]), ([1.0, 1.0, 1.0], [1.0])])
    0.75
    """
    return mean([mean(inputs) for inputs, _ in patterns])


def learn_epoch_or_go_back(
    network: BareNetwork,
    patterns: Sequence[CheckedPattern],
    rate: float,
    momentum: float,
    chance: random.Random | None,
    tick: Tick,
    epoch: int,
) -> float:
    """Learn an epoch, as `learn_epoch` does. Where it diverges, the network is put back, and the error says so.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 1], activation="linear", weight_range=1e200)
    >>> learn_epoch_or_go_back(net, datasets.xor(), 1e200, 0.0, None, lambda: None, epoch=1)
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.DivergenceError: in epoch 1, ... became infinite or not a number. ...
    """
    before = snapshot(network)
    try:
        error = learn_epoch(network, patterns, rate, momentum, chance, tick)
    except DivergenceError as diverged:
        raise went_astray(network, before, diverged.astray, rate, momentum, epoch) from None
    if not learnt_soundly(network, error):
        raise went_astray(network, before, first_astray(network), rate, momentum, epoch)
    return error


def learnt_soundly(network: BareNetwork, error: float) -> bool:
    """Whether an epoch ended with a finite error and finite weights.

    >>> from lernmi_emo import Network
    >>> learnt_soundly(Network.layered([1, 1]), 0.25), learnt_soundly(Network.layered([1, 1]), math.inf)
    (True, False)
    """
    return math.isfinite(error) and all(math.isfinite(weight.weight) for weight in network.weights)


def went_astray(
    network: BareNetwork, before: Snapshot, astray: str, rate: float, momentum: float, epoch: int
) -> DivergenceError:
    """The error to raise, once the network is put back to where it was before this epoch."""
    restore(network, before)
    for neuron in network.neurons:
        neuron.forget()
    return divergence(astray, "epoch", rate, momentum, where=f"in epoch {epoch}, ")
