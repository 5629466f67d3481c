"""A network made from its description.

Parts are made and joined in the order in which they were taken down, so sums are added up in the same order and come
out the same bits. Nothing is handed out before everything has been checked.
"""

from __future__ import annotations

import copy
from array import array
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from lernmi_emo.core.activation import Activation
from lernmi_emo.core.emotion import Emotions, FixedEmotions
from lernmi_emo.core.error import ErrorFunction
from lernmi_emo.core.kind import KINDS, Kind
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import EmotionalNeuron
from lernmi_emo.core.weight import Weight
from lernmi_emo.storage.description import FORMAT, VERSION, Description
from lernmi_emo.storage.fields import Fields, shorten
from lernmi_emo.support.checks import check_not_negative
from lernmi_emo.support.exceptions import StorageError, suggest

NETWORK_KEYS = ("format", "version", "error_function", "rate", "momentum", "inputs", "outputs", "neurons", "links")
# What files of this version may have beside that, and no network has yet: null.
ROOM = ("generator", "columns", "scaling", "classes")

N = TypeVar("N", bound=BareNetwork)
K = TypeVar("K", bound=Kind)


def build(network: type[N], description: Description, *, from_file: bool = False) -> N:
    """A new network, of this class, from a description. The description may be used again.

    One that comes from a file holds what is known by name, and nothing else.

    Raises `StorageError` where anything is missing, superfluous, of a wrong type or unknown, and where the parts make
    no network: it names the place.

    >>> from lernmi_emo import Network
    >>> from lernmi_emo.storage import describe
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> twin = build(Network, describe(net))
    >>> twin.predict([0, 1]) == net.predict([0, 1]), twin.links[0] is net.links[0]
    (True, False)
    """
    version = _check_version(description)
    fields = Fields(description, "the network", NETWORK_KEYS, ("shared", *ROOM) if version > 1 else ())
    for key in ROOM:
        if description.get(key) is not None:
            raise fields.error(f'"{key}" must be null: a newer lernmi-emo may know more of it, and this one knows none')
    extra = () if from_file else ("attributes",)  # of parts: what their kind does not declare
    parts: dict[str, Neuron | Weight] = {}
    neurons: dict[str, Neuron] = {}
    read: list[tuple[Neuron | Weight, Fields]] = []
    for place, entry in enumerate(fields.list("neurons"), 1):
        neuron, entry_read = _build_neuron(entry, place, extra, neurons)
        _take_name(parts, neuron.name, neuron, f"neuron {place}")
        neurons[neuron.name] = neuron
        read.append((neuron, entry_read))
    initial_weights: dict[Weight, float | None] = {}
    for place, entry in enumerate(fields.list("shared") if "shared" in description else (), 1):
        weight, entry_read = _build_shared(entry, place, extra, initial_weights)
        _take_name(parts, entry_read.name_or("name", str), weight, f"shared weight {place}")
        read.append((weight, entry_read))
    for part, entry_read in read:
        _set_refers(part, entry_read, parts)
    for place, entry in enumerate(fields.list("links"), 1):
        _build_link(entry, place, extra, neurons, parts, initial_weights)
    with fields.here():
        made = network(
            [_find(neurons, name, fields) for name in fields.list("inputs")],
            [_find(neurons, name, fields) for name in fields.list("outputs")],
            error=fields.name_or("error_function", ErrorFunction),
            rate=check_not_negative(fields.number("rate"), '"rate"'),
            momentum=check_not_negative(fields.number("momentum"), '"momentum"'),
        )
    for neuron in neurons.values():
        if neuron.network is None:
            raise fields.error(f"{neuron.name} leads to no output: link it on, or leave it out")
    made.initial_weights = _gather([initial_weights.get(weight) for weight in made.weights], fields)
    return made


def _check_version(description: Any) -> int:
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
    return version


def _take_name(parts: dict[str, Neuron | Weight], name: str, part: Neuron | Weight, place: str) -> None:
    if name in parts:
        raise StorageError(f"{place}: the name {name!r} is taken; give each neuron and each shared weight its own")
    parts[name] = part


def _build_neuron(entry: Any, place: int, extra: Sequence[str], neurons: Mapping[str, Neuron]) -> tuple[Neuron, Fields]:
    fields, kind = _entry(entry, _place("neuron", place, entry, "name"), ("name",), Neuron, extra)
    neuron = kind.__new__(kind)  # not kind(…): a class of the user's own may ask for other arguments
    with fields.here():
        Neuron.__init__(neuron, entry["name"], fields.name_or("activation", Activation))
    known = ["activation"]
    if isinstance(fields.entry.get("emotions"), str):  # a network has one mood: here it is said whose
        neuron.emotions = _find(neurons, entry["emotions"], fields).emotions  # type: ignore[attr-defined]
        known.append("emotions")
    _set_fields(neuron, fields, known)
    return neuron, fields


def _build_shared(
    entry: Any, place: int, extra: Sequence[str], initial_weights: dict[Weight, float | None]
) -> tuple[Weight, Fields]:
    place_name = _place("shared weight", place, entry, "name")
    fields, kind = _entry(entry, place_name, ("name", "initial_weight"), Weight, extra)
    weight = kind.__new__(kind)
    with fields.here():
        Weight.__init__(weight, fields.number("weight"), frozen=fields.flag("frozen"))
    weight.change, weight.last_change = fields.number("change"), fields.number("last_change")
    _set_fields(weight, fields, known=Weight.fields)
    initial_weights[weight] = fields.number_or_none("initial_weight")
    if "name" not in kind.fields and hasattr(kind, "name"):
        weight.name = fields.name_or("name", str)  # type: ignore[attr-defined]  # it has a place for one
    return weight, fields


def _build_link(
    entry: Any,
    place: int,
    extra: Sequence[str],
    neurons: Mapping[str, Neuron],
    parts: Mapping[str, Neuron | Weight],
    initial_weights: dict[Weight, float | None],
) -> None:
    place_name = _place("link", place, entry, "source", "target")
    fields, kind = _entry(entry, place_name, ("source", "target"), Link, ("initial_weight", *extra))
    source, target = (_find(neurons, entry[end], fields) for end in ("source", "target"))
    if issubclass(kind, EmotionalLink) and not isinstance(source, EmotionalNeuron):
        raise fields.error(f"an EmotionalLink starts at an EmotionalNeuron, and {source.name} is none: make it a Link")
    link = kind.__new__(kind)  # as for neurons
    _set_refers(link, fields, parts)
    with fields.here():
        Link.__init__(link, source, target, fields.number("weight"), frozen=fields.flag("frozen"))
    link.change, link.last_change = fields.number("change"), fields.number("last_change")
    _set_fields(link, fields, known=Weight.fields)
    if link in link.learns:
        if "initial_weight" not in entry:
            raise fields.error('"initial_weight" is missing')
        initial_weights[link] = fields.number_or_none("initial_weight")


def _entry(
    entry: Any, place: str, keys: Sequence[str], base: type[K], optional: Sequence[str]
) -> tuple[Fields, type[K]]:
    """The entry, read strictly by what its kind declares; and the kind, which must derive from this base."""
    fields = Fields(entry, place, (*keys, "kind"), list(entry) if isinstance(entry, dict) else ())
    kind = fields.name_or("kind", type)
    if isinstance(kind, str):
        if kind not in KINDS or not _stands_for(KINDS[kind], base):
            known = (name for name, each in KINDS.items() if _stands_for(each, base))
            raise fields.error(
                f'there is no "kind" {shorten(kind)}: {suggest(kind, known)}. One of your own is known once its class '
                f"has been declared"
            )
        kind = KINDS[kind]
    declared = (each for each in (*kind.fields, *kind.refers) if each not in keys)
    return Fields(entry, place, (*keys, "kind", *declared), optional), kind


def _stands_for(kind: type, base: type) -> bool:
    """Whether an entry of this base may be of this kind: links are weights too, but stand elsewhere."""
    return issubclass(kind, base) and (base is not Weight or not issubclass(kind, Link))


def _set_fields(part: Kind, fields: Fields, known: Sequence[str]) -> None:
    """The fields that a kind adds to the `known` ones of its base; and, where no file is read, all other attributes."""
    for field in part.fields:
        if field not in known:
            entry, place = fields.entry[field], f"{fields.place}, emotions"
            setattr(part, field, _build_emotions(entry, place) if field == "emotions" else copy.deepcopy(entry))
    for name, value in copy.deepcopy(fields.entry.get("attributes", {})).items():
        setattr(part, name, value)


def _set_refers(part: Neuron | Weight, fields: Fields, parts: Mapping[str, Neuron | Weight]) -> None:
    for name in part.refers:
        referred = fields.entry[name]
        setattr(part, name, None if referred is None else _find(parts, referred, fields))


def _build_emotions(entry: Any, place: str) -> Emotions:
    if hasattr(entry, "feel"):
        return copy.deepcopy(entry)  # type: ignore[no-any-return]  # an object of the user's own
    fields, kind = _entry(entry, place, (), Emotions, ())
    emotions = kind.__new__(kind)
    for field in kind.fields:
        value = fields.number_or_none(field) if field in Emotions.fields else copy.deepcopy(fields.entry[field])
        setattr(emotions, field, value)
    if isinstance(emotions, FixedEmotions):
        fixed = fields.list("fixed")
        if len(fixed) != 2:
            raise fields.error(f'"fixed" must be two numbers, anxiety and confidence; this came: {shorten(fixed)}')
        pair = Fields(dict(zip(("anxiety", "confidence"), fixed)), f"{place}, fixed", ("anxiety", "confidence"))
        emotions.fixed = (pair.number("anxiety"), pair.number("confidence"))
    if (emotions.anxiety is None) is not (emotions.confidence is None):
        raise fields.error("anxiety and confidence are felt together: expected two numbers, or null twice")
    return emotions


def _gather(initial_weights: list[float | None], fields: Fields) -> Any:
    known = [weight for weight in initial_weights if weight is not None]
    if known and len(known) < len(initial_weights):
        raise fields.error(
            f'{len(known)} of {len(initial_weights)} weights have an "initial_weight": expected a number for each, '
            f"or null for each where nothing has been learnt yet"
        )
    return array("d", known) if known else None


def _place(what: str, number: int, entry: Any, *keys: str) -> str:
    """Such as "link 3 (x1→h1)", or "link 3" where the names are not to be had."""
    names = [entry[key] for key in keys if isinstance(entry.get(key), str)] if isinstance(entry, dict) else []
    return f"{what} {number} ({'→'.join(names)})" if len(names) == len(keys) else f"{what} {number}"


def _find(parts: Mapping[str, Any], name: Any, fields: Fields) -> Any:
    if not isinstance(name, str) or name not in parts:
        raise fields.error(f"there is no neuron {shorten(name)}: {suggest(str(name), parts)}")
    return parts[name]
