"""Explaining: where the numbers of a link, a neuron or the emotions came from, as equations with their numbers.

    change = momentum · last change − rate · sensitivity = 0.9000 · 0.0040 − 0.5000 · (−0.0156) = 0.0114

The numbers are those that were used: the rate, the momentum and the emotions of the lesson that the network noted
(`net.lesson`), not what they have become since; a weight that was updated after the forward pass is taken back by its
change. What is not computed yet says which call makes it.
"""

from __future__ import annotations

from typing import Any

from lernmi_emo.core.emotion import Emotions
from lernmi_emo.core.link import Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.explaining.of_emotions import explain_emotions
from lernmi_emo.explaining.of_link import explain_link
from lernmi_emo.explaining.of_neuron import explain_neuron
from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.support.exceptions import InputError

__all__ = ["Explanation", "explain"]


def explain(subject: Any) -> Explanation:
    """The explanation of a link, a neuron or emotions, as their own `explain` gives it.

    Raises `InputError` for anything else.

    >>> from lernmi_emo import Network
    >>> print(explain(Network.layered([1, 1], bias=False).neuron("y1")))
    y1: a neuron, logistic
      net(y1)         = output(x1) · weight(x1→y1)  (not computed: net.predict(inputs) makes it)
      output(y1)      = 1 / (1 + exp(−net(y1)))  (not computed: net.predict(inputs) makes it)
      sensitivity(y1) = output(y1) − target(y1)  (not computed: net.learn(inputs, targets) makes it)
      delta(y1)       = sensitivity(y1) · slope(y1)  (not computed: net.learn(inputs, targets) makes it)
    """
    if isinstance(subject, Link):
        return explain_link(subject)
    if isinstance(subject, Neuron):
        return explain_neuron(subject)
    if isinstance(subject, Emotions) or (hasattr(subject, "anxiety") and hasattr(subject, "confidence")):
        return explain_emotions(subject)
    hint = ". Take one of its parts, such as net.neuron('h1')" if isinstance(subject, BareNetwork) else ""
    raise InputError(f"a link, a neuron or emotions can be explained, and this came: {subject!r}{hint}")
