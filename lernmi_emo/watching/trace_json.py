"""A trace as JSON text, for a player that has no Python. What stands in it is told at `Trace.to_json`."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lernmi_emo.core.lesson import Lesson
from lernmi_emo.support.checks import check_count
from lernmi_emo.watching.parts import ATTRIBUTES
from lernmi_emo.watching.step import Method, Step

if TYPE_CHECKING:
    from lernmi_emo.watching.trace import Trace

FORMAT = "lernmi-emo trace"
VERSION = 2


def to_json(trace: Trace, digits: int = 4) -> str:
    """The trace as JSON text.

    >>> from lernmi_emo import Network
    >>> to_json(Network.layered([1, 1]).trace([1], [1]))[:50]
    '{"format":"lernmi-emo trace","version":2,"digits":'
    """
    check_count(digits, "digits", least=0)
    methods: dict[Method, int] = {}
    steps = [_pack_step(step, methods, digits) for step in trace]
    data = {
        "format": FORMAT,
        "version": VERSION,
        "digits": digits,
        "attributes": ATTRIBUTES,
        "parts": [part._asdict() for part in trace.parts],
        "start": [_pack(values) for values in trace._start],
        "lessons": [_pack_lesson(lesson) for lesson in trace.lessons],
        "methods": [method._asdict() for method in methods],
        "steps": steps,
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _pack_step(step: Step, methods: dict[Method, int], digits: int) -> dict[str, Any]:
    return {
        "title": step.title,
        "phase": step.phase,
        "action": step.action,
        "part": step.part,
        "names": step.names,
        "pattern": step.pattern,
        "layer": step.layer,
        "method": methods.setdefault(step.method, len(methods)),
        "inputs": _pack_named(step.inputs),
        "results": _pack_named(step.results),
        "equations": [
            [each.name, each.symbols(), each.numbers(digits), each.result(digits), each.note(digits)]
            for each in step.equations
        ],
        "changes": [[place, attribute, *_pack((old, new))] for _, attribute, old, new, place in step.changes],
    }


def _pack_lesson(lesson: Lesson) -> dict[str, Any]:
    return lesson._asdict() | dict(zip(("anxiety", "confidence"), _pack(lesson[-2:])))


def _pack_named(values: dict[str, float | None]) -> dict[str, float | str | None]:
    return dict(zip(values, _pack(values.values())))


def _pack(values: Iterable[float | None]) -> list[float | str | None]:
    # The standard library would write NaN and Infinity bare, which is no JSON: here they are texts.
    return [value if value is None or math.isfinite(value) else json.dumps(value) for value in values]
