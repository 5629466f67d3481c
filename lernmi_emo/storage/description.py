"""A network taken down as plain data: names, numbers, lists and dictionaries, in the order in which it computes.

Each part is taken down by what its kind declares: `fields` as they are, `refers` by the names of the parts they mean.
What is known by a name is taken down by its name. What has none stands in the description as itself: an activation or
error function that is not registered, emotions of a class that declares nothing, an attribute that a kind does not
declare. So it can be cloned, but no file can hold it.

What the last pass computed (net inputs, outputs, deltas, sensitivities, the lesson) is not taken down: the next pass
computes it anew. Nor are breakpoints.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from lernmi_emo.core.activation import ACTIVATIONS, Activation
from lernmi_emo.core.emotion import Emotions
from lernmi_emo.core.error import ERROR_FUNCTIONS
from lernmi_emo.core.kind import KINDS, Kind, kind_of
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import EmotionalNeuron
from lernmi_emo.core.weight import Weight
from lernmi_emo.support.checks import check_number
from lernmi_emo.support.exceptions import InputError, StorageError

FORMAT = "lernmi-emo network"
VERSION = 2

Description = dict[str, Any]
InitialWeights = Mapping[Weight, float | None]  # the weight before the first lesson, of each that learns

NUMBERS = ("weight", "change", "last_change")  # of every weight
# What a pass makes, and what joins the parts: nothing to take down.
PASSING = {
    *("net_input", "output", "sensitivity", "delta", "weight_before"),
    *("incoming", "outgoing", "network", "source", "target", "name", "parallel"),
}


def describe(network: BareNetwork) -> Description:
    """The network as plain data, a snapshot that shares nothing with it.

    Raises `StorageError` where a weight or another number is not finite, and names it.

    >>> from lernmi_emo import Network
    >>> description = describe(Network.layered([2, 3, 1], seed=7))
    >>> description["neurons"][0]
    {'name': 'x1', 'kind': 'InputNeuron', 'activation': 'linear'}
    >>> description["links"][0]["source"], description["links"][0]["target"]
    ('x1', 'h1')
    """
    function = network.error_function
    shared = names_of_shared(network)
    known = network.initial_weights or [None] * len(network.weights)
    initial_weights = dict(zip(network.weights, known))
    return {
        "format": FORMAT,
        "version": VERSION,
        "error_function": function.name if ERROR_FUNCTIONS.get(function.name) is function else function,
        "rate": _finite(network.rate, "the rate"),
        "momentum": _finite(network.momentum, "the momentum"),
        "inputs": [neuron.name for neuron in network.inputs],
        "outputs": [neuron.name for neuron in network.outputs],
        "neurons": [_describe_neuron(neuron, shared) for neuron in network.neurons],
        "shared": [
            {"name": name} | _describe_weight(weight, name, shared, initial_weights) for weight, name in shared.items()
        ],
        "links": [
            {"source": link.source.name, "target": link.target.name}
            | _describe_weight(link, link.name, shared, initial_weights)
            for link in network.links
        ],
    }


def names_of_shared(network: BareNetwork) -> dict[Weight, str]:
    """What each weight that several links share is called in a description: by its own name, or by its number.

    >>> from lernmi_emo import Network
    >>> names_of_shared(Network.layered([1, 1]))
    {}
    """
    return {weight: getattr(weight, "name", f"shared {place}") for place, weight in enumerate(network.shared, 1)}


def describe_part(part: Any, name: str) -> Description:
    """A neuron, link, weight or emotions: its kind, its fields, and whatever it has beside them.

    >>> describe_part(Neuron("h1", "tanh"), "h1")
    {'kind': 'Neuron', 'activation': 'tanh'}
    """
    kind = kind_of(part)
    known = KINDS.get(kind.__name__) is kind
    described: Description = {"kind": kind.__name__ if known else kind}
    for field in kind.fields:
        value, what = getattr(part, field), f"the {field.replace('_', ' ')} of {name}"
        if isinstance(value, Activation) and isinstance(part, Neuron) and field == "activation":
            described[field] = value.name if ACTIVATIONS.get(value.name) is value else value
        else:
            number = isinstance(part, Weight) and field in NUMBERS
            described[field] = _finite(value, what) if number else _described(value, what)
    undeclared = {each: _undeclared(value, each, part, name) for each, value in _held(part).items()}
    return described | ({"attributes": undeclared} if undeclared else {})


def _describe_neuron(neuron: Neuron, shared: Mapping[Weight, str]) -> Description:
    described = {"name": neuron.name} | describe_part(neuron, neuron.name) | _referred(neuron, neuron.name, shared)
    if isinstance(neuron, EmotionalNeuron) and neuron.network is not None:
        first = next(source for source in neuron.network.sources if isinstance(source, EmotionalNeuron))
        if neuron is not first:  # a network has one mood, which all its emotional neurons share
            described["emotions"] = first.name
    return described


def _describe_weight(
    weight: Weight, name: str, shared: Mapping[Weight, str], initial_weights: InitialWeights
) -> Description:
    """A link, or a weight that links share; of what learns, also the weight before the first lesson."""
    described = describe_part(weight, name) | _referred(weight, name, shared)
    if weight in initial_weights:
        value = initial_weights[weight]
        described["initial_weight"] = None if value is None else _finite(value, f"the initial weight of {name}")
    return described


def _referred(part: Any, name: str, shared: Mapping[Weight, str]) -> Description:
    """The parts that this one refers to, by their names."""
    return {field: _name_of(getattr(part, field), field, name, shared) for field in part.refers}


def _name_of(part: Any, field: str, name: str, shared: Mapping[Weight, str]) -> str | None:
    if part is None or isinstance(part, Neuron):
        return None if part is None else part.name
    if isinstance(part, Weight) and part in shared:
        return shared[part]
    raise StorageError(
        f"{name} refers to {part!r} as its {field}, which is no neuron of this network and no weight that its links "
        f"share: a kind can refer to those alone"
    )


def _described(value: Any, what: str) -> Any:
    """A field's value as plain data, where it is made of numbers and texts; else a copy of itself."""
    if isinstance(value, Emotions):
        return describe_emotions(value)
    if isinstance(value, Kind):
        raise StorageError(f"{what} is a part of the network, {value!r}: declare it in refers, and not in fields")
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [_described(each, what) for each in value]
    if isinstance(value, dict):
        return {name: _described(each, what) for name, each in value.items()}
    if hasattr(value, "__float__"):
        return _finite(value, what)
    return copied(value)


def describe_emotions(emotions: Emotions) -> Description | Emotions:
    """Emotions by what their kind declares, and if they hold anything else, a copy of themselves.

    >>> describe_emotions(Emotions())["kind"]
    'Emotions'
    """
    described = describe_part(emotions, "the emotions")
    return copied(emotions) if "attributes" in described or not isinstance(described["kind"], str) else described


def copied(emotions: Any) -> Any:
    """A copy, without breakpoints."""
    twin = copy.deepcopy(emotions)
    if type(twin) is not kind_of(emotions):
        twin.__class__ = kind_of(emotions)
    return twin


def _held(part: Any) -> dict[str, Any]:
    """All that a part holds beside what its kind declares, and beside what passes."""
    kind = kind_of(part)
    slots = [name for each in kind.__mro__ for name in _slots(each)]
    names = {*slots, *getattr(part, "__dict__", ())} - PASSING - {*kind.fields, *kind.refers}
    return {name: getattr(part, name) for name in sorted(names) if hasattr(part, name)}


def _slots(kind: type) -> tuple[str, ...]:
    slots = vars(kind).get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(each for each in slots if not each.startswith("__"))


def _undeclared(value: Any, attribute: str, part: Any, name: str) -> Any:
    held = value if isinstance(value, (list, tuple, set)) else [value]
    if any(isinstance(each, (Neuron, Weight)) for each in held):
        kind = kind_of(part).__name__
        raise StorageError(
            f"{name} holds {value!r} in {attribute!r}, and its kind {kind} does not say so: declare it, "
            f"refers = ({attribute!r},), and networks can be saved and cloned"
        )
    return copy.deepcopy(value)


def _finite(value: Any, what: str) -> float:
    try:
        return check_number(value, what)
    except InputError as error:
        raise StorageError(f"{error}; mend it before the network is saved or cloned") from error
