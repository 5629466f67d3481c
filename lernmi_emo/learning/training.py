"""Training: epoch after epoch, and what came of it.

One epoch presents every pattern once, in a shuffled order, and learns from each at once (online); see `epoch.py`. Its
error makes the anxiety and confidence that the next epoch learns with. Before the first epoch of an untrained network
they are felt over its untrained answers (see `BareNetwork.begin`).
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from typing import Any

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import Pattern, check_patterns, warn_of_ranges
from lernmi_emo.learning.history import History
from lernmi_emo.learning.objects import Engine, Objects
from lernmi_emo.learning.snapshot import Snapshot, restore
from lernmi_emo.support.checks import as_random, check_count, check_not_negative
from lernmi_emo.support.exceptions import DivergenceError, InputError
from lernmi_emo.support.progress import bar

Schedule = float | Callable[[int], float]


def train(
    network: BareNetwork,
    patterns: Iterable[Pattern],
    *,
    epochs: int = 100,
    rate: Schedule | None = None,
    momentum: float | None = None,
    stop_error: float | None = None,
    validation: Iterable[Pattern] | None = None,
    patience: int | None = None,
    shuffle: bool = True,
    seed: int | random.Random | None = 0,
    callbacks: Iterable[Callable[[Any, History], Any]] = (),
    progress: bool = False,
    engine: Callable[..., Engine] = Objects,
) -> History:
    """Learn the patterns until an epoch's error is at most `stop_error`, or `epochs` are over.

    `rate` may be a schedule: a function from the epoch's number, from 1, to its rate. With `validation` patterns,
    their error and accuracy are kept too. With `patience`, training stops after so many epochs without a lower
    validation error; however it ends then, the network has the weights of its best epoch. Each callback is called
    after each epoch with the network and the history so far; one that returns True stops the training. Ctrl-C stops
    it too: the history so far is returned, and the network keeps what it has learned.

    `seed` orders the shuffling alone: the same call on the same weights gives the same bits.

    `engine` is who does the work: `Network.train(…, fast=True)` hands in the network's twin.

    Raises `InputError` before anything is learnt where a pattern or a setting is wrong, and `DivergenceError` where a
    weight becomes infinite or not a number: it names the first such link, and the weights from before that epoch are
    kept.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> history = train(net, datasets.xor(), epochs=2000, momentum=0.9, stop_error=0.002)
    >>> history.errors[-1] <= 0.002
    True
    """
    lessons = check_patterns(network, patterns)
    unseen = None if validation is None else check_patterns(network, validation, "validation pattern")
    check_count(epochs, "epochs", least=0)
    _, momentum = network.settings(None, momentum)
    if stop_error is not None:
        check_not_negative(stop_error, "stop_error")
    if patience is not None:
        check_count(patience, "patience")
        if unseen is None:
            raise InputError("patience watches the validation error: hand in validation patterns too")
    rate_now = 0.0 if callable(rate) else check_not_negative(network.rate if rate is None else rate, "rate")
    callbacks = list(callbacks)
    settings: dict[str, Any] = {
        "momentum": momentum,
        "chance": as_random(seed) if shuffle else None,
        "epochs": epochs,
        "stop_error": stop_error,
        "alone": not callbacks and unseen is None and not callable(rate),
    }
    worker = engine(network, lessons, unseen, **settings)
    history = History()
    best: Snapshot | None = None
    if network.begun:  # else `begin` warns
        warn_of_ranges(network, lessons)
    try:
        with bar(epochs * len(lessons), progress) as shown:
            if not network.begun:
                worker.begin()
            while len(history) < epochs and not history.stopped:
                epoch = len(history) + 1
                if callable(rate):
                    rate_now = check_not_negative(rate(epoch), f"the rate of epoch {epoch}")
                worker.learn(epoch, rate_now, shown.update if progress else None)
                worker.tell(history)
                error = history.errors[-1]
                if progress:
                    shown.set_postfix_str(f"error {error:.4f}", refresh=False)
                if patience is not None and history.epochs_since_best() == 0:
                    best = worker.state()
                answers = []
                if callbacks:
                    worker.show()
                    answers = [callback(network, history) for callback in callbacks]
                    worker.reread()
                if True in answers:
                    history.stopped = "a callback asked for it"
                elif stop_error is not None and error <= stop_error:
                    history.stopped = f"the error reached {stop_error:g}"
                elif patience is not None and history.epochs_since_best() >= patience:
                    best_epoch = epoch - patience
                    history.stopped = f"no lower validation error in the {patience} epochs since epoch {best_epoch}"
                elif len(history) == epochs:
                    history.stopped = f"{epochs} epochs are over"
    except KeyboardInterrupt:
        history.stopped = "interrupted"
        worker.tell(history)
    except DivergenceError as divergence:
        divergence.history = history
        raise
    finally:
        worker.show()
        if best is not None:
            restore(network, best)
    return history
