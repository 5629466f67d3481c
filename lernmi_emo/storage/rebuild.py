"""A network made from its description.

Parts are made and joined in the order in which they were taken down, so sums are added up in the same order and come
out the same bits. Nothing is handed out before everything has been checked.
"""

from __future__ import annotations

import copy
from array import array
from collections.abc import Mapping
from typing import Any, TypeVar

from lernmi_emo.activation import Activation
from lernmi_emo.checks import check_not_negative
from lernmi_emo.emotion import Emotions, FixedEmotions
from lernmi_emo.error import ErrorFunction
from lernmi_emo.exceptions import StorageError, suggest
from lernmi_emo.link import EmotionalLink, Link
from lernmi_emo.network import Network
from lernmi_emo.neuron import EmotionalNeuron, Neuron
from lernmi_emo.storage.description import FEELINGS, FORMAT, LINK_KINDS, NEURON_KINDS, VERSION, Description
from lernmi_emo.storage.fields import Fields, shorten

NETWORK_KEYS = ("format", "version", "error_function", "rate", "momentum", "inputs", "outputs", "neurons", "links")
NEURON_KEYS = ("name", "kind", "activation")
LINK_KEYS = ("source", "target", "kind", "frozen", "weight", "change", "last_change", "initial_weight")

Kind = TypeVar("Kind", bound="Neuron | Link")


def build(description: Description) -> Network:
    """A new network from a description. The description may be used again.

    Raises `StorageError` where anything is missing, superfluous, of a wrong type or unknown, and where the parts make
    no network: it names the place.

    >>> from lernmi_emo import Network
    >>> from lernmi_emo.storage import describe
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> twin = build(describe(net))
    >>> twin.predict([0, 1]) == net.predict([0, 1]), twin.links[0] is net.links[0]
    (True, False)
    """
    _check_version(description)
    fields = Fields(description, "the network", NETWORK_KEYS)
    neurons: dict[str, Neuron] = {}
    for place, entry in enumerate(fields.list("neurons"), 1):
        neuron = _build_neuron(entry, place)
        if neuron.name in neurons:
            raise StorageError(f"neuron {place}: the name {neuron.name!r} is taken; give each neuron its own")
        neurons[neuron.name] = neuron
    initial_weights: dict[Link, float | None] = {}
    for place, entry in enumerate(fields.list("links"), 1):
        link, initial_weight = _build_link(entry, place, neurons)
        initial_weights[link] = initial_weight
    with fields.here():
        network = Network(
            [_find(neurons, name, fields) for name in fields.list("inputs")],  # type: ignore[misc]  # it checks them
            [_find(neurons, name, fields) for name in fields.list("outputs")],
            error=fields.name_or("error_function", ErrorFunction),
            rate=check_not_negative(fields.number("rate"), '"rate"'),
            momentum=check_not_negative(fields.number("momentum"), '"momentum"'),
        )
    for neuron in neurons.values():
        if neuron.network is None:
            raise fields.error(f"{neuron.name} leads to no output: link it on, or leave it out")
    network.initial_weights = _gather([initial_weights[link] for link in network.links], fields)
    return network


def _check_version(description: Any) -> None:
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise StorageError(f'this is no lernmi-emo network: expected an object with "format": "{FORMAT}"')
    version = description.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise StorageError(f'"version" must be a whole number of at least 1, and this came: {shorten(version)}')
    if version > VERSION:
        raise StorageError(
            f"it is in version {version} of the format, from a newer lernmi-emo, and this one knows versions up to "
            f"{VERSION}: update it with pip install --upgrade lernmi-emo"
        )


def _build_neuron(entry: Any, place: int) -> Neuron:
    fields = Fields(entry, _place("neuron", place, entry, "name"), NEURON_KEYS, ("emotions", "attributes"))
    kind = _kind(fields, NEURON_KINDS)
    neuron = kind.__new__(kind)  # not kind(…): a class of the user's own may ask for other arguments
    with fields.here():
        Neuron.__init__(neuron, entry["name"], fields.name_or("activation", Activation))
    if isinstance(neuron, EmotionalNeuron) is not ("emotions" in entry):
        raise fields.error('"emotions" belong to an EmotionalNeuron, and only there')
    if isinstance(neuron, EmotionalNeuron):
        neuron.emotions = _build_emotions(entry["emotions"], f"{fields.place}, emotions")
    _add_attributes(neuron, fields)
    return neuron


def _build_emotions(entry: Any, place: str) -> Emotions:
    if hasattr(entry, "feel"):
        return copy.deepcopy(entry)  # type: ignore[no-any-return]  # an object of the user's own
    fields = Fields(entry, place, ("kind", *FEELINGS), ("fixed",))
    emotions: Emotions
    if entry["kind"] == "Emotions" and "fixed" not in entry:
        emotions = Emotions()
    elif entry["kind"] == "FixedEmotions" and "fixed" in entry:
        fixed = fields.list("fixed")
        if len(fixed) != 2:
            raise fields.error(f'"fixed" must be two numbers, anxiety and confidence; this came: {shorten(fixed)}')
        pair = Fields(dict(zip(("anxiety", "confidence"), fixed)), f"{place}, fixed", ("anxiety", "confidence"))
        emotions = FixedEmotions(pair.number("anxiety"), pair.number("confidence"))
    else:
        raise fields.error('"kind" must be "Emotions", or "FixedEmotions" with two numbers, "fixed"')
    for feeling in FEELINGS:
        setattr(emotions, feeling, fields.number_or_none(feeling))
    if (emotions.anxiety is None) is not (emotions.confidence is None):
        raise fields.error("anxiety and confidence are felt together: expected two numbers, or null twice")
    return emotions


def _build_link(entry: Any, place: int, neurons: Mapping[str, Neuron]) -> tuple[Link, float | None]:
    fields = Fields(entry, _place("link", place, entry, "source", "target"), LINK_KEYS, ("attributes",))
    kind = _kind(fields, LINK_KINDS)
    source, target = (_find(neurons, entry[end], fields) for end in ("source", "target"))
    if issubclass(kind, EmotionalLink) and not isinstance(source, EmotionalNeuron):
        raise fields.error(f"an EmotionalLink starts at an EmotionalNeuron, and {source.name} is none: make it a Link")
    link = kind.__new__(kind)  # as for neurons
    with fields.here():
        Link.__init__(link, source, target, fields.number("weight"), frozen=fields.flag("frozen"))
    link.change, link.last_change = fields.number("change"), fields.number("last_change")
    _add_attributes(link, fields)
    return link, fields.number_or_none("initial_weight")


def _gather(initial_weights: list[float | None], fields: Fields) -> array[float] | None:
    known = [weight for weight in initial_weights if weight is not None]
    if known and len(known) < len(initial_weights):
        raise fields.error(
            f'{len(known)} of {len(initial_weights)} links have an "initial_weight": expected a number for each, '
            f"or null for each where nothing has been learnt yet"
        )
    return array("d", known) if known else None


def _place(what: str, number: int, entry: Any, *keys: str) -> str:
    """Such as "link 3 (x1→h1)", or "link 3" where the names are not to be had."""
    names = [entry[key] for key in keys if isinstance(entry.get(key), str)] if isinstance(entry, dict) else []
    return f"{what} {number} ({'→'.join(names)})" if len(names) == len(keys) else f"{what} {number}"


def _kind(fields: Fields, known: Mapping[str, type[Kind]]) -> type[Kind]:
    kind = fields.name_or("kind", type)
    if isinstance(kind, str):
        if kind not in known:
            raise fields.error(f'there is no "kind" {shorten(kind)}: {suggest(kind, known)}')
        return known[kind]
    return kind  # type: ignore[no-any-return]


def _find(neurons: Mapping[str, Neuron], name: Any, fields: Fields) -> Neuron:
    if not isinstance(name, str) or name not in neurons:
        raise fields.error(f"there is no neuron {shorten(name)}: {suggest(str(name), neurons)}")
    return neurons[name]


def _add_attributes(part: Neuron | Link, fields: Fields) -> None:
    attributes = fields.entry.get("attributes", {})
    if attributes and isinstance(fields.entry["kind"], str):
        raise fields.error('"attributes" are for a class of your own, and no file holds them')
    for name, value in copy.deepcopy(attributes).items():
        setattr(part, name, value)
