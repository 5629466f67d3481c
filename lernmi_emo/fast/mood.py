"""The emotions as the twin sees them: two numbers that stay the same from one epoch's end to the next.

Emotions may be any object, and their `feel` runs in Python. But compiled code asks for anxiety and confidence once per
epoch, where the objects ask at every link: so both have to be plain numbers, and no properties that compute.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lernmi_emo.support.exceptions import TwinError

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork


def check_emotions(emotions: object) -> None:
    """Raise `TwinError` where anxiety or confidence is computed whenever it is asked for.

    >>> from lernmi_emo import Emotions
    >>> check_emotions(Emotions())
    """
    for name in ("anxiety", "confidence") if emotions is not None else ():
        stored = inspect.getattr_static(emotions, name, None)
        if isinstance(stored, types.MemberDescriptorType):
            continue  # a slot
        if not (isinstance(stored, (int, float)) or (stored is None and getattr(emotions, name, None) is None)):
            raise TwinError(
                f"the fast twin can't use the emotions {type(emotions).__name__}: their {name} is no plain number, "
                f"but computed by {stored!r}. Set it in `feel`, or use fast=False, or let fast='auto' choose"
            )


def mood_of(emotions: Any) -> tuple[float, float]:
    """Anxiety and confidence as they are now. Raises `TwinError` where one is no number.

    >>> from lernmi_emo import FixedEmotions
    >>> mood_of(FixedEmotions(1.0, 0.0))
    (1.0, 0.0)
    """
    for name in ("anxiety", "confidence"):
        felt = getattr(emotions, name, None)
        if isinstance(felt, bool) or not isinstance(felt, (int, float)):
            raise TwinError(
                f"the fast twin can't use the emotions {type(emotions).__name__}: their {name} must be a number "
                f"before an epoch begins, and is {felt!r}"
            )
    return float(emotions.anxiety), float(emotions.confidence)


@contextmanager
def in_mood(network: BareNetwork, anxiety: float, confidence: float) -> Iterator[None]:
    """Let the network feel this for a while: its emotions as they were when a lesson was learnt.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 1], emotional=True)
    >>> with in_mood(net, anxiety=1.0, confidence=0.0):
    ...     net.emotions.anxiety
    1.0
    >>> net.emotions
    Emotions(nothing felt yet)
    """
    emotions: Any = network.emotions
    mood: Any = types.SimpleNamespace(anxiety=anxiety, confidence=confidence)
    if emotions is not None:
        network.emotions = mood
    try:
        yield
    finally:
        if emotions is not None:
            network.emotions = emotions
