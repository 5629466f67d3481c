"""Who does the work of training: the objects, or their fast twin, which is handed in.

Both give the same numbers. The objects can be watched while they learn; the twin (`lernmi_emo.fast`) learns more than
a hundred times sooner, and brings the objects up to date when somebody may look.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Literal, Protocol, TypeVar

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.patterns import CheckedPattern
from lernmi_emo.learning.epoch import learn_epoch_or_go_back
from lernmi_emo.learning.evaluation import evaluate
from lernmi_emo.learning.history import History
from lernmi_emo.learning.snapshot import Snapshot, snapshot
from lernmi_emo.support.exceptions import InputError, MissingExtraError, TwinError, TwinWarning
from lernmi_emo.support.warning import warn

Fast = bool | Literal["auto"]
Made = TypeVar("Made")


class Engine(Protocol):
    """What `train` asks of who does its work."""

    def begin(self) -> None:
        """Note the untrained weights, and feel the untrained network's emotions."""

    def learn(self, epoch: int, rate: float, tick: Callable[..., object] | None) -> None:
        """Learn this epoch, and maybe some more. `tick` is called with how many lessons were learnt, now and then."""

    def tell(self, history: History) -> None:
        """Write down what has been learnt since this was last called."""

    def state(self) -> Snapshot:
        """What learning changes, to go back to."""

    def show(self) -> None:
        """Bring the objects up to date."""

    def reread(self) -> None:
        """Take from the objects what a callback may have changed."""


class Objects:
    """Learns epochs for `train`, by the objects themselves."""

    def __init__(
        self,
        network: BareNetwork,
        lessons: Sequence[CheckedPattern],
        unseen: Sequence[CheckedPattern] | None,
        *,
        momentum: float,
        chance: random.Random | None,
        epochs: int = 1,
        stop_error: float | None = None,
        alone: bool = False,
    ) -> None:
        # How far it might run ahead (`epochs`, `stop_error`, `alone`) concerns the twin: the objects never do.
        self.network, self.lessons, self.unseen = network, lessons, unseen
        self.momentum, self.chance = momentum, chance
        self.error: float | None = None  # of an epoch that is not told yet

    def begin(self) -> None:
        """Note the untrained weights, and feel the untrained network's emotions."""
        self.network.begin(self.lessons)

    def learn(self, epoch: int, rate: float, tick: Callable[..., object] | None) -> None:
        """Learn this epoch."""
        self.error = learn_epoch_or_go_back(
            self.network, self.lessons, rate, self.momentum, self.chance, tick or (lambda: None), epoch
        )

    def tell(self, history: History) -> None:
        """Write down what has been learnt since this was last called, and how well the network does after it."""
        error, self.error = self.error, None
        if error is not None:
            evaluation = None if self.unseen is None else evaluate(self.network, self.unseen)
            history.add(error, self.network.emotions, evaluation)

    def state(self) -> Snapshot:
        """What learning changes, to go back to."""
        return snapshot(self.network)

    def show(self) -> None:
        """Bring the objects up to date: they are."""

    def reread(self) -> None:
        """Take from the objects what a callback may have changed: it is there."""


def choose(fast: Fast, twin: Callable[[], Made], objects: Callable[[], Made]) -> Made:
    """What `twin` makes if `fast` is True, what `objects` makes if it is False, and the first that can be, if "auto".

    >>> choose(False, lambda: "the twin", lambda: "the objects")
    'the objects'
    """
    if fast is False:
        return objects()
    if fast is not True and fast != "auto":
        raise InputError(f"fast must be True, False or 'auto', and this came: {fast!r}")
    try:
        return twin()
    except (MissingExtraError, TwinError) as reason:
        if fast is True:
            raise
        warn(f"the objects do the work, not their fast twin: {reason}", TwinWarning)
        return objects()
