"""What a link was used with in its network's lesson, found again; and what to say of what is not computed yet."""

from __future__ import annotations

import math

from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.core.neuron import Neuron


def settings_of(link: Link) -> tuple[float | None, float | None]:
    """The rate and momentum that the link learns with in its network's lesson; None where there is no telling.

    An emotional link without a network has those of its emotions as they are now.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], rate=0.25)
    >>> error = net.learn([1], [1]); settings_of(net.link("x1", "y1"))
    (0.25, 0.0)
    """
    network = link.target.network
    if isinstance(link, EmotionalLink):
        if network is not None and network.lesson is not None:
            return network.lesson.anxiety, network.lesson.confidence
        emotions = link.source.emotions
        return emotions.anxiety, emotions.confidence
    if network is None or network.lesson is None:
        return None, None
    return network.lesson.rate, network.lesson.momentum


def was_updated(link: Link) -> bool:
    """Whether the link was updated in this pass: whether its change is the one that its sensitivity makes now.

    Where that can't be reckoned (no network noted the rate, or the link updates in a way of its own), a change other
    than 0 is taken for this pass's.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1])
    >>> error = net.learn([1], [1]); was_updated(net.link("x1", "y1"))
    True
    """
    if link.sensitivity is None or link.frozen:
        return False
    rate, momentum = settings_of(link)
    if rate is None or momentum is None or kind_of(link).update not in (Link.update, EmotionalLink.update):
        return link.change != 0.0
    due = momentum * link.last_change - rate * link.sensitivity
    return due == link.change or (math.isnan(due) and math.isnan(link.change))


def weight_used(link: Link) -> float:
    """The weight as it was in this pass, before its update.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], seed=7)
    >>> before = net.link("x1", "y1").weight
    >>> error = net.learn([1], [1]); abs(weight_used(net.link("x1", "y1")) - before) < 1e-15
    True
    """
    return link.weight - link.change if was_updated(link) else link.weight


def not_predicted(neuron: Neuron) -> str:
    """What to say of a value that a forward pass makes.

    >>> not_predicted(Neuron("h1"))
    'not computed: make a Network of it, and its learn(inputs, targets) makes this'
    """
    return _missing(neuron, "net.predict(inputs)")


def not_learnt(neuron: Neuron) -> str:
    """What to say of a value that a whole lesson makes.

    >>> from lernmi_emo import Network
    >>> not_learnt(Network.layered([1, 1]).neuron("y1"))
    'not computed: net.learn(inputs, targets) makes it'
    """
    return _missing(neuron, "net.learn(inputs, targets)")


def _missing(neuron: Neuron, call: str) -> str:
    if neuron.network is None:
        return NO_NETWORK
    if neuron.network.lesson is not None:  # somebody has stopped in the middle of it
        return "not computed yet: the lesson has not come this far"
    return f"not computed: {call} makes it"


NO_NETWORK = "not computed: make a Network of it, and its learn(inputs, targets) makes this"
