"""A trace read from JSON text, strictly: whatever is missing, superfluous, of a wrong type or out of step is refused.

What the text must hold is told at `Trace.to_json`.
"""

from __future__ import annotations

import json
import math
from typing import Any

from lernmi_emo.core.lesson import Lesson
from lernmi_emo.expressions.formulas import EQUATIONS
from lernmi_emo.storage.fields import Fields, shorten
from lernmi_emo.support.exceptions import StorageError
from lernmi_emo.watching.parts import ATTRIBUTES
from lernmi_emo.watching.step import Change, Method, Step
from lernmi_emo.watching.trace import Part, Trace
from lernmi_emo.watching.trace_json import FORMAT, VERSION
from lernmi_emo.watching.words import PHASES, takes_values

KEYS = ("format", "version", "digits", "attributes", "parts", "start", "lessons", "methods", "steps")
STEP_KEYS = (
    *("title", "phase", "action", "part", "names", "kind", "pattern", "layer"),
    *("method", "values", "equations", "changes"),
)
NUMBERS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def from_json(text: str | bytes) -> Trace:
    """The trace that this JSON text holds.

    >>> from_json('{"format": "lernmi-emo trace", "version": 2}')
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.StorageError: this trace has version 2, and this package reads version 1: ...
    """
    data = _parse(text)
    whole = Fields(data, "the trace", KEYS)
    if data["attributes"] != {kind: list(names) for kind, names in ATTRIBUTES.items()}:
        raise whole.error(f'"attributes" are not those of version {VERSION}')
    parts = [_part(Fields(each, f"part {place}", Part._fields)) for place, each in enumerate(whole.list("parts"))]
    start = whole.list("start")
    if len(start) != len(parts):
        raise whole.error(f'"start" must have an entry for each of the {len(parts)} parts, and it has {len(start)}')
    held = [_start(values, part, place) for place, (values, part) in enumerate(zip(start, parts))]
    lessons = [_lesson(Fields(each, f"lesson {n}", Lesson._fields)) for n, each in enumerate(whole.list("lessons"), 1)]
    methods = [_method(Fields(each, f"method {n}", Method._fields)) for n, each in enumerate(whole.list("methods"))]
    now = [dict(zip(ATTRIBUTES[part.part], values)) for part, values in zip(parts, held)]
    steps = []
    for number, each in enumerate(whole.list("steps")):
        fields = Fields(each, f"step {number}", STEP_KEYS)
        changes = tuple(_change(change, parts, now, fields) for change in fields.list("changes"))
        steps.append(_step(number, fields, changes, methods, len(lessons)))
    return Trace(parts, held, steps, lessons)


def _parse(text: str | bytes) -> dict[str, Any]:
    try:
        data = json.loads(text, parse_constant=_refuse)
    except (ValueError, TypeError, RecursionError) as error:
        raise StorageError(f"this is no trace, or not a whole one, for it is no JSON: {error}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise StorageError(f"this is no trace, for it does not say {FORMAT!r}: trace.to_json() writes one")
    if type(data.get("version")) is not int or data["version"] != VERSION:  # true is 1, and no version
        raise StorageError(
            f"this trace has version {shorten(data.get('version'))}, and this package reads version {VERSION}: make "
            f"it again with net.trace(inputs, targets).to_json()"
        )
    return data


def _refuse(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _part(fields: Fields) -> Part:
    part, names = _text(fields, "part"), tuple(_texts(fields, "names"))
    if part not in ATTRIBUTES or len(names) != {"neuron": 1, "link": 2}.get(part, 0):
        raise fields.error(f"a {part!r} with the names {list(names)} is no part of a network")
    layer, activation = _count(fields, "layer"), _text(fields, "activation")
    return Part(part, names, _text(fields, "kind"), layer, activation, fields.flag("frozen"))


def _start(values: Any, part: Part, place: int) -> tuple[float | None, ...]:
    count = len(ATTRIBUTES[part.part])
    fields = Fields({"start": values}, f"part {place}", ["start"])
    if len(fields.list("start")) != count:
        raise fields.error(f'"start" must have {count} values, and this came: {shorten(values)}')
    return tuple(_number(value, fields) for value in values)


def _lesson(fields: Fields) -> Lesson:
    inputs, targets = ([_finite(value, fields) for value in fields.list(key)] for key in ("inputs", "targets"))
    mood = (_number(fields.entry[key], fields) for key in ("anxiety", "confidence"))
    return Lesson(inputs, targets, fields.number("rate"), fields.number("momentum"), *mood)


def _method(fields: Fields) -> Method:
    name, file, source = (_text(fields, key) for key in ("name", "file", "source"))
    return Method(name, file, _count(fields, "first"), _count(fields, "last"), source)


def _step(number: int, fields: Fields, changes: tuple[Change, ...], methods: list[Method], lessons: int) -> Step:
    phase, action, part, kind = (_text(fields, key) for key in ("phase", "action", "part", "kind"))
    if phase not in PHASES or action not in EQUATIONS or part not in ("link", "neuron", "neurons", "emotions"):
        raise fields.error(f"no {part!r} is sent {action!r} in the phase {phase!r}")
    names = tuple(_texts(fields, "names"))
    if (part == "link" and len(names) != 2) or (part == "neuron" and len(names) != 1):
        raise fields.error(f"a {part} does not have the names {list(names)}")
    values = tuple(_number(value, fields) for value in fields.list("values"))
    method, pattern = _count(fields, "method"), _count(fields, "pattern")
    if method >= len(methods) or pattern > lessons:
        raise fields.error(f"method {method} or lesson {pattern} is missing")
    layer = _count(fields, "layer")
    step = Step(number, phase, action, part, names, values, kind, changes, methods[method], pattern, layer)
    try:
        fits = takes_values(step)
    except IndexError:
        fits = False
    if not fits:
        raise fields.error(f"{len(values)} values are not what {action} takes and makes")
    return step


def _change(entry: Any, parts: list[Part], now: list[dict[str, float | None]], fields: Fields) -> Change:
    """One change, which must begin where the one before it ended."""
    if not isinstance(entry, list) or len(entry) != 4 or type(entry[0]) is not int or not 0 <= entry[0] < len(parts):
        raise fields.error(f"a change is [place, attribute, old, new], and this came: {shorten(entry)}")
    place, attribute, *values = entry
    old, new = (_number(value, fields) for value in values)
    if not isinstance(attribute, str) or attribute not in now[place]:
        raise fields.error(f"part {place} has no {attribute!r}")
    if repr(now[place][attribute]) != repr(old):
        raise fields.error(f"{attribute} of part {place} should change from {now[place][attribute]}, not from {old}")
    now[place][attribute] = new
    return Change("→".join(parts[place].names) or parts[place].part, attribute, old, new, place)


def _number(value: Any, fields: Fields) -> float | None:
    """A number, none, or the text that stands for what JSON has no number for."""
    if value is None or (type(value) is float and math.isfinite(value)):  # nearly all of them, so first
        return value
    return NUMBERS[value] if isinstance(value, str) and value in NUMBERS else _finite(value, fields)


def _finite(value: Any, fields: Fields) -> float:
    return Fields({"value": value}, fields.place, ["value"]).number("value")


def _text(fields: Fields, key: str) -> str:
    value = fields.entry[key]
    if not isinstance(value, str):
        raise fields.error(f'"{key}" must be a text, and this came: {shorten(value)}')
    return value


def _texts(fields: Fields, key: str) -> list[str]:
    if not all(isinstance(value, str) for value in fields.list(key)):
        raise fields.error(f'"{key}" must be texts, and this came: {shorten(fields.entry[key])}')
    return fields.list(key)


def _count(fields: Fields, key: str) -> int:
    value = fields.entry[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise fields.error(f'"{key}" must be a whole number of at least 0, and this came: {shorten(value)}')
    return value
