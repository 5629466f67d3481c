"""One run: one arm's network, from one seed, learns its training part and is judged on its test part.

Everything that is drawn in it is drawn from its seed: the split, the first weights, the order of the patterns. So all
arms of one seed begin alike, and differ by what they are.

Where there are several settings of rate and momentum to choose from, the run first deals its *training* part into four
folds. With each setting, it trains a network on three of them, takes the error on the fourth, and does so for each
fold in turn. It takes the setting with the least error on average, and begins anew with all of its training part. The
test part has no say in that. Every arm chooses so.
"""

from __future__ import annotations

import functools
import math
import time
from dataclasses import dataclass, field
from typing import NamedTuple

from lernmi_emo.datasets.pattern import Pattern
from lernmi_emo.learning.history import History
from lernmi_emo.learning.objects import Fast
from lernmi_emo.study.arms import Arm
from lernmi_emo.study.design import Design, Setting
from lernmi_emo.study.folds import divide, scaled
from lernmi_emo.study.statistics import average
from lernmi_emo.support.exceptions import DivergenceError
from lernmi_emo.toolbox import Network

INNER_FOLDS = 4  # that settings are chosen on


class Task(NamedTuple):
    """What there is to do: which arm, from which seed, on which fold (0 where there are no folds)."""

    arm: Arm
    seed: int
    fold: int


@dataclass(frozen=True)
class Run:
    """What came of a run. Errors are mean squared errors; what does not exist is None.

    `epochs` were learnt. `reached` says whether the last one's error was at most the stopping error; `diverged`,
    whether a weight grew beyond all bounds (the network is then judged with its weights from before that epoch).
    `seconds` is the processor's time for learning alone, whatever else it did meanwhile; two runs that differ in it
    alone are equal.

    >>> from lernmi_emo import datasets
    >>> from lernmi_emo.study import compare
    >>> compare(datasets.xor(), hidden=3, seeds=1, epochs=3, test=0, arms=["embp"], workers=1).runs[1].links
    17
    """

    arm: str
    seed: int
    fold: int
    hidden: list[int]
    links: int
    rate: float
    momentum: float
    epochs: int
    reached: bool | None
    diverged: bool
    train_error: float
    test_error: float | None
    train_accuracy: float | None
    test_accuracy: float | None
    anxiety: float | None
    confidence: float | None
    seconds: float = field(compare=False)


class Learned(NamedTuple):
    """A network after its training, and how that went."""

    network: Network
    epochs: int
    reached: bool | None
    diverged: bool
    seconds: float


def carry_out(design: Design, task: Task, fast: Fast = "auto") -> Run:
    """Do one run. Ctrl-C ends it without a result.

    >>> from lernmi_emo import datasets
    >>> from lernmi_emo.study.arms import ARMS
    >>> design = Design.checked(datasets.xor(), hidden=3, epochs=20, test=0)
    >>> run = carry_out(design, Task(ARMS["embp"], seed=7, fold=0))
    >>> run.links, run.epochs, run.train_error < 0.3
    (17, 20, True)
    """
    train, test = divide(design.data, design.test, design.folds, task.seed, task.fold)
    train, test = scaled(train, test, design.scale_inputs, design.scale_targets)
    if fast:
        load_compiled_code(fast)
    setting = choose_setting(design, task, train, fast)
    network, epochs, reached, diverged, seconds = train_arm(design, task, setting, train, fast)
    trained, tested = network.evaluate(train, fast=fast), network.evaluate(test, fast=fast) if test else None
    emotions = network.emotions
    return Run(
        task.arm.name,
        task.seed,
        task.fold,
        [len(layer.neurons) for layer in network.layers[:-1]],
        len(network.links),
        *setting,
        epochs,
        reached,
        diverged,
        trained.error,
        None if tested is None else tested.error,
        trained.accuracy if design.has_classes else None,
        None if tested is None or not design.has_classes else tested.accuracy,
        None if emotions is None else emotions.anxiety,
        None if emotions is None else emotions.confidence,
        seconds,
    )


@functools.cache
def load_compiled_code(fast: Fast) -> None:
    """Once in each process: compiled code is loaded by its first use, which is not to be on the clock of a run.

    Raises `MissingExtraError` where `fast` is True and it can't be.
    """
    Network.layered([1, 1]).train([([0.0], [0.0])], epochs=1, fast=fast)


def choose_setting(design: Design, task: Task, train: list[Pattern], fast: Fast) -> Setting:
    """The setting with the least validation error within this training part. Of equals, the first.

    Raises `InputError` where the training part is a single pattern.
    """
    if len(design.settings) == 1:
        return design.settings[0]
    folds = min(INNER_FOLDS, len(train))
    parts = [divide(train, 0.0, folds, task.seed, fold) for fold in range(folds)]
    errors = [_validation_error(design, task, setting, parts, fast) for setting in design.settings]
    return design.settings[errors.index(min(errors))]


def _validation_error(
    design: Design, task: Task, setting: Setting, parts: list[tuple[list[Pattern], list[Pattern]]], fast: Fast
) -> float:
    errors = []
    for lessons, unseen in parts:
        learned = train_arm(design, task, setting, lessons, fast)
        if learned.diverged:
            return math.inf
        errors.append(learned.network.evaluate(unseen, fast=fast).error)
    return average(errors)


def train_arm(design: Design, task: Task, setting: Setting, lessons: list[Pattern], fast: Fast) -> Learned:
    """Train the arm's network from the seed's first weights, and take the time."""
    rate, momentum = setting
    network = task.arm.build(design.sizes, rate, momentum, task.seed)
    diverged, start = False, time.thread_time()
    try:
        history = network.train(lessons, epochs=design.epochs, stop_error=design.stop_error, seed=task.seed, fast=fast)
    except DivergenceError as divergence:
        history, diverged = divergence.history or History(), True
    seconds = time.thread_time() - start
    if history.stopped == "interrupted":
        raise KeyboardInterrupt
    reached = None if design.stop_error is None else not diverged and history.errors[-1] <= design.stop_error
    return Learned(network, len(history), reached, diverged, seconds)
