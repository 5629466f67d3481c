"""The same learning, one message at a time.

    for step in net.steps([0, 1], [1]):
        print(step)

Each message of `Network.learn` is sent here by itself, in the same order, to the same methods of the same objects;
between two of them the network stands still and can be looked at. Which messages these are is heard in a rehearsal of
the lesson (see `script.py`). Nothing is computed here. Run to its end, this leaves the network as `learn` does, to the
last bit.

What is changed by hand between two steps would make the rest untrue, so the next step that meets it is refused with a
`SteppingError`. A run that is left half-way leaves the network half-way: begin another lesson, or `rewind`.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from lernmi_emo.core.divergence import first_astray
from lernmi_emo.core.error import mean_squared_error, squared_error
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import CheckedPattern, Pattern, check_patterns
from lernmi_emo.learning.epoch import average_of, learnt_soundly, went_astray
from lernmi_emo.learning.snapshot import snapshot
from lernmi_emo.support.checks import as_random, check_values
from lernmi_emo.support.exceptions import DivergenceError
from lernmi_emo.watching.script import Script, rehearse
from lernmi_emo.watching.sender import Sender
from lernmi_emo.watching.step import Step
from lernmi_emo.watching.units import check_unit


def steps(
    network: BareNetwork,
    inputs: Sequence[float],
    targets: Sequence[float],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    by: str = "link",
) -> Iterator[Step]:
    """One lesson, message by message: what `Network.learn` does with the same arguments, when run to its end.

    `by` asks for coarser units, each containing its smaller steps: "link" (every message), "neuron", "layer", "phase"
    or "pattern". An emotional network that has not learnt yet first feels its untrained answer to the pattern.

    Raises `InputError` at once where `learn` would, and `SteppingError` at the next step where the network was changed
    by something else in between.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> [step.subject for step in steps(net, [0, 1], [1], by="phase")]
    ['forward', 'error', 'backward', 'update']
    """
    check_unit(by)
    inputs = check_values(inputs, len(network.inputs), "inputs")
    targets = check_values(targets, len(network.outputs), "targets")
    rate, momentum = network.settings(rate, momentum)

    def lesson() -> Iterator[Script]:
        yield rehearse(network, lambda: network.learn(inputs, targets, rate=rate, momentum=momentum))

    return Sender(network).run(lesson(), by)


def steps_of_epoch(
    network: BareNetwork,
    patterns: Iterable[Pattern],
    *,
    rate: float | None = None,
    momentum: float | None = None,
    shuffle: bool = True,
    seed: int | random.Random | None = 0,
    by: str = "link",
) -> Iterator[Step]:
    """One epoch, message by message: what `net.train(patterns, epochs=1, …)` does with the same arguments.

    An emotional network that has not learnt yet first feels its untrained answers to all the patterns. The last step
    of an emotional network is that the epoch's emotions are felt.

    Raises as `steps` does; and `DivergenceError`, as `train` does, where a weight became infinite or not a number.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> [step.subject for step in steps_of_epoch(net, datasets.xor(), by="pattern")]
    ['emotions', 'pattern 1', 'pattern 2', 'pattern 3', 'pattern 4', 'emotions']
    """
    check_unit(by)
    lessons = check_patterns(network, patterns)
    rate, momentum = network.settings(rate, momentum)
    chance = as_random(seed) if shuffle else None
    return Sender(network).run(_epoch(network, lessons, rate, momentum, chance), by)


def _epoch(
    network: BareNetwork,
    patterns: list[CheckedPattern],
    rate: float,
    momentum: float,
    chance: random.Random | None,
) -> Iterator[Script]:
    """The scripts of an epoch, each rehearsed when its turn has come: what `learning/epoch.py` does, piece by piece."""
    if not network.begun:
        yield rehearse(network, lambda: network.begin(patterns))
    before = snapshot(network)

    def went_wrong(failed: Exception) -> Exception:
        if isinstance(failed, DivergenceError):
            return went_astray(network, before, failed.astray, rate, momentum, 1)
        return failed

    order = list(patterns)
    if chance is not None:
        chance.shuffle(order)
    errors = []
    for inputs, targets in order:
        learn = partial(network.learn, inputs, targets, rate=rate, momentum=momentum)
        yield rehearse(network, learn, went_wrong)
        errors.append(squared_error([neuron.output for neuron in network.outputs], targets))
    error = mean_squared_error(errors, len(network.outputs))
    if not learnt_soundly(network, error):
        raise went_astray(network, before, first_astray(network), rate, momentum, 1)
    emotions = network.emotions
    if emotions is not None:
        yield rehearse(network, lambda: emotions.feel(average_of(patterns), error))
