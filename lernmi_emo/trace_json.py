"""A trace as JSON text, for a player that has no Python, and back."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from lernmi_emo.exceptions import StorageError
from lernmi_emo.lesson import Lesson
from lernmi_emo.step import Change, Method, Step

if TYPE_CHECKING:
    from lernmi_emo.trace import Trace

FORMAT = "lernmi-emo trace"
VERSION = 1


def to_json(trace: Trace, digits: int = 4) -> str:
    """The trace as JSON text; `digits` is for the equations, all other numbers are exact."""
    methods: dict[Method, int] = {}
    steps = [_step(step, methods, digits) for step in trace]
    data = {
        "format": FORMAT,
        "version": VERSION,
        "digits": digits,
        "parts": [part._asdict() for part in trace.parts],
        "start": [[_pack(value) for value in held] for held in trace._start],
        "lessons": [lesson._asdict() for lesson in trace.lessons],
        "methods": [method._asdict() for method in methods],
        "steps": steps,
    }
    return json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _step(step: Step, methods: dict[Method, int], digits: int) -> dict[str, Any]:
    return {
        "phase": step.phase,
        "action": step.action,
        "part": step.part,
        "names": step.names,
        "kind": step.kind,
        "pattern": step.pattern,
        "layer": step.layer,
        "method": methods.setdefault(step.method, len(methods)),
        "values": [_pack(value) for value in step.values],
        "changes": [[each.place, each.attribute, _pack(each.old), _pack(each.new)] for each in step.changes],
        "equations": [
            [each.name, each.symbols(), each.numbers(digits), each.result(digits), each.note(digits)]
            for each in step.equations
        ],
    }


def _pack(value: float | None) -> float | str | None:
    """JSON has no infinity, and nothing for what is not a number: these are words."""
    return value if value is None or math.isfinite(value) else repr(value)


def _unpack(value: Any) -> Any:
    return float(value) if isinstance(value, str) else value


def from_json(text: str | bytes) -> Trace:
    """The trace that `to_json` wrote. Raises `StorageError` for any other text."""
    from lernmi_emo.trace import Part, Trace

    try:
        data = json.loads(text)
    except ValueError as reason:
        raise StorageError(f"this is no whole trace: it is not JSON ({reason})") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise StorageError("this JSON is no trace of a network: one is written by trace.to_json()")
    if data.get("version") != VERSION:
        raise StorageError(f"this trace has version {data.get('version')!r}, and version {VERSION} can be read")
    try:
        parts = [Part(**{**each, "names": tuple(each["names"])}) for each in data["parts"]]
        subjects = ["→".join(part.names) or part.part for part in parts]
        methods = [Method(**each) for each in data["methods"]]
        steps = []
        for number, each in enumerate(data["steps"]):
            changes = tuple(
                Change(subjects[place], attribute, _unpack(old), _unpack(new), place)
                for place, attribute, old, new in each["changes"]
            )
            values = tuple(_unpack(value) for value in each["values"])
            steps.append(
                Step(
                    number,
                    each["phase"],
                    each["action"],
                    each["part"],
                    tuple(each["names"]),
                    values,
                    each["kind"],
                    changes,
                    methods[each["method"]],
                    each["pattern"],
                    each["layer"],
                )
            )
        start = [tuple(_unpack(value) for value in held) for held in data["start"]]
        lessons = [Lesson(**each) for each in data["lessons"]]
    except (KeyError, TypeError, IndexError, ValueError, AttributeError) as reason:
        raise StorageError(f"this trace is not whole: {reason!r}") from None
    return Trace(parts, start, steps, lessons)
