"""Training: lesson after lesson, epoch after epoch, and what came of it.

One epoch presents every pattern once, in a shuffled order, and learns from each at once (online). At its end the
network feels: the epoch's mean squared error makes the anxiety and confidence that the next epoch learns with.
Before the first epoch of an untrained network they are felt over its untrained answers (see `Network.begin`).

    E_i = (1 / (patterns · outputs)) Σ Σ (T − Y)²     with each Y as it was when its pattern was presented
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lernmi_emo.checks import as_random, check_count, check_not_negative
from lernmi_emo.divergence import diverged
from lernmi_emo.emotion import mean
from lernmi_emo.engine import Fast, Objects, choose
from lernmi_emo.error import squared_error
from lernmi_emo.exceptions import DivergenceError, InputError
from lernmi_emo.history import History
from lernmi_emo.patterns import CheckedPattern, Pattern, check_patterns, warn_of_ranges
from lernmi_emo.progress import bar
from lernmi_emo.state import State, restore, state_of

if TYPE_CHECKING:
    from lernmi_emo.network import Network

Schedule = float | Callable[[int], float]


def train(
    network: Network,
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
    callbacks: Iterable[Callable[[Network, History], Any]] = (),
    progress: bool = False,
    fast: Fast = False,
) -> History:
    """Learn the patterns until an epoch's error is at most `stop_error`, or `epochs` are over.

    `rate` may be a schedule: a function from the epoch's number, from 1, to its rate. With `validation` patterns,
    their error and accuracy are kept too. With `patience`, training stops after so many epochs without a lower
    validation error; however it ends then, the network has the weights of its best epoch. Each callback is called
    after each epoch with the network and the history so far; one that returns True stops the training. Ctrl-C stops
    it too: the history so far is returned, and the network keeps what it has learned.

    `seed` orders the shuffling alone: the same call on the same weights gives the same bits.

    With `fast` the network's twin (`lernmi_emo.fast`) does the work, with the same numbers to the last bit, and puts
    them back in the objects. It needs the extra `fast`. Where something can't be compiled, True raises a `TwinError`
    that names it, and "auto" says so in a warning and lets the objects do the work.

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
    momentum = network.momentum if momentum is None else check_not_negative(momentum, "momentum")
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
    engine = choose(
        fast, lambda: _twin(network, lessons, unseen, settings), lambda: Objects(network, lessons, unseen, **settings)
    )
    history = History()
    best: State | None = None
    warn_of_ranges(network, lessons)
    try:
        with bar(epochs * len(lessons), progress) as shown:
            if not network.begun:
                engine.begin()
            while len(history) < epochs and not history.stopped:
                epoch = len(history) + 1
                if callable(rate):
                    rate_now = check_not_negative(rate(epoch), f"the rate of epoch {epoch}")
                engine.learn(epoch, rate_now, shown.update if progress else None)
                engine.tell(history)
                error = history.errors[-1]
                if progress:
                    shown.set_postfix_str(f"error {error:.4f}", refresh=False)
                if patience is not None and history.epochs_since_best() == 0:
                    best = engine.state()
                answers = []
                if callbacks:
                    engine.show()
                    answers = [callback(network, history) for callback in callbacks]
                    engine.reread()
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
        engine.tell(history)
    except DivergenceError as divergence:
        divergence.history = history
        raise
    finally:
        engine.show()
        if best is not None:
            restore(network, best)
    return history


def _twin(network: Network, lessons: list[CheckedPattern], unseen: list[CheckedPattern] | None, settings: Any) -> Any:
    from lernmi_emo.fast import Engine

    return Engine(network, lessons, unseen, **settings)


def learn_epoch(
    network: Network,
    patterns: Sequence[CheckedPattern],
    rate: float,
    momentum: float,
    chance: random.Random | None = None,
    epoch: int = 1,
    tick: Callable[[], object] | None = None,
) -> float:
    """One epoch: learn every pattern once, shuffled by `chance` if there is one, then feel.

    Returns the epoch's mean squared error. `epoch` is its number, for messages; `tick` is called after each pattern.

    >>> from lernmi_emo import Network, datasets
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> learn_epoch(net, datasets.xor(), rate=0.5, momentum=0.0) < 0.5
    True
    """
    before = state_of(network)
    order = list(patterns)
    if chance is not None:
        chance.shuffle(order)
    errors = []
    for inputs, targets in order:
        network.learn(inputs, targets, rate=rate, momentum=momentum)
        errors.append(squared_error([neuron.output for neuron in network.outputs], targets))
        if tick is not None:
            tick()
    error = mean(errors) / len(network.outputs)
    if not math.isfinite(error) or not all(math.isfinite(link.weight) for link in network.links):
        raise diverged(network, before, order, rate, momentum, epoch)
    if network.emotions is not None:
        # In the patterns' own order, so that the average is the same bits in every epoch.
        network.emotions.feel(mean(mean(inputs) for inputs, _ in patterns), error)
    return error
