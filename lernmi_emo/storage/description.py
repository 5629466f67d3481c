"""A network taken down as plain data: names, numbers, lists and dictionaries, in the order in which it computes.

What is known by a name is taken down by its name. What has none stands in the description as itself: an activation
or error function that is not registered, emotions, neurons or links of a class of the user's own. So it can be
cloned, but no file can hold it.

What the last pass computed (net inputs, outputs, deltas, sensitivities, the lesson) is not taken down: the next pass
computes it anew. Nor are breakpoints.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, TypeVar

from lernmi_emo.activation import ACTIVATIONS
from lernmi_emo.checks import check_number
from lernmi_emo.emotion import Emotions, FixedEmotions
from lernmi_emo.error import ERROR_FUNCTIONS
from lernmi_emo.exceptions import InputError, StorageError
from lernmi_emo.link import EmotionalLink, Link
from lernmi_emo.network import Network
from lernmi_emo.neuron import BiasNeuron, EmotionalNeuron, InputNeuron, Neuron
from lernmi_emo.parts import kind_of

FORMAT = "lernmi-emo network"
VERSION = 1

# The classes that are known by name. Add one of your own if its objects have no attributes beyond those of its base.
NEURON_KINDS: dict[str, type[Neuron]] = {
    kind.__name__: kind for kind in (Neuron, InputNeuron, BiasNeuron, EmotionalNeuron)
}
LINK_KINDS: dict[str, type[Link]] = {kind.__name__: kind for kind in (Link, EmotionalLink)}
FEELINGS = ("anxiety", "confidence", "initial_anxiety", "average", "error")  # of an Emotions object

Description = dict[str, Any]
Part = TypeVar("Part")


def describe(network: Network) -> Description:
    """The network as plain data, a snapshot that shares nothing with it.

    Raises `StorageError` where a weight or another number is not finite, and names it.

    >>> from lernmi_emo import Network
    >>> description = describe(Network.layered([2, 3, 1], seed=7))
    >>> description["neurons"][0]
    {'name': 'x1', 'kind': 'InputNeuron', 'activation': 'linear'}
    >>> description["links"][0]["source"], description["links"][0]["target"]
    ('x1', 'h1')
    """
    initial_weights = network.initial_weights or [None] * len(network.links)
    return {
        "format": FORMAT,
        "version": VERSION,
        "error_function": _by_name(network.error_function, network.error_function.name, ERROR_FUNCTIONS),
        "rate": _finite(network.rate, "the rate"),
        "momentum": _finite(network.momentum, "the momentum"),
        "inputs": [neuron.name for neuron in network.inputs],
        "outputs": [neuron.name for neuron in network.outputs],
        "neurons": [_describe_neuron(neuron) for neuron in network.neurons],
        "links": [_describe_link(link, initial) for link, initial in zip(network.links, initial_weights)],
    }


def _describe_neuron(neuron: Neuron) -> Description:
    description = {
        "name": neuron.name,
        "kind": _by_name(kind_of(neuron), type(neuron).__name__, NEURON_KINDS),
        "activation": _by_name(neuron.activation, neuron.activation.name, ACTIVATIONS),
        **_attributes_of_its_own(neuron),
    }
    if isinstance(neuron, EmotionalNeuron):
        description["emotions"] = _describe_emotions(neuron.emotions)
    return description


def _describe_link(link: Link, initial_weight: float | None) -> Description:
    return {
        "source": link.source.name,
        "target": link.target.name,
        "kind": _by_name(kind_of(link), type(link).__name__, LINK_KINDS),
        "frozen": bool(link.frozen),
        "weight": _finite(link.weight, f"the weight of {link.name}"),
        "change": _finite(link.change, f"the change of {link.name}"),
        "last_change": _finite(link.last_change, f"the last change of {link.name}"),
        "initial_weight": None
        if initial_weight is None
        else _finite(initial_weight, f"the initial weight of {link.name}"),
        **_attributes_of_its_own(link),
    }


def _describe_emotions(emotions: Emotions) -> Description | Emotions:
    own = set(vars(emotions)).difference(FEELINGS) if hasattr(emotions, "__dict__") else set()
    kind = kind_of(emotions)
    if kind is Emotions and not own:
        description: Description = {"kind": "Emotions"}
    elif isinstance(emotions, FixedEmotions) and kind is FixedEmotions and own == {"fixed"}:
        description = {"kind": "FixedEmotions", "fixed": list(emotions.fixed)}
    else:
        copied = copy.deepcopy(emotions)
        if type(copied) is not kind:
            copied.__class__ = kind
        return copied
    for feeling in FEELINGS:
        value = getattr(emotions, feeling)
        description[feeling] = None if value is None else _finite(value, f"the emotions' {feeling}")
    return description


def _by_name(part: Part, name: str, known: Mapping[str, Part]) -> str | Part:
    """The name, if this is the part that it stands for, or else the part itself."""
    return name if known.get(name) is part else part


def _attributes_of_its_own(part: Neuron | Link) -> Description:
    """What a class of the user's own has added to its neurons or links."""
    return {"attributes": copy.deepcopy(vars(part))} if getattr(part, "__dict__", None) else {}


def _finite(value: Any, what: str) -> float:
    try:
        return check_number(value, what)
    except InputError as error:
        raise StorageError(f"{error}; mend it before the network is saved or cloned") from error
