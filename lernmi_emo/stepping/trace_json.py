"""A trace as JSON text, for a player that has no Python.

    format      "lernmi-emo trace"
    version     1
    digits      how many decimals the written equations have
    attributes  for each kind of part the names of what it holds, in the order of "start"
    parts       what took part: {part: neuron | link | network | emotions, names, kind, layer, activation, frozen}
    start       for each part what it held before the first step; null is what was not computed yet
    lessons     what each lesson was given: {inputs, targets, rate, momentum, anxiety, confidence}
    methods     {name, file, first, last, source}: the methods that did it, each once
    steps       in order, the first is step 0:
      title       who does what, in words
      phase       forward, error, backward, update or emotions
      action      the method's name; part, names and kind say who did it and what the formula depends on
      pattern     which of the lessons, counted from 1; 0 outside of them
      layer       counted from 1; 0 for the sources and for the whole network
      method      its place in "methods", from 0
      values      what went in and what came out, by which the equations are written
      equations   [name, symbols, numbers, result, note]: each side as text, empty where there is none
      changes     [place, attribute, old, new]: the place counts "parts" from 0

To go forward, give each changed attribute its new value; to go back, its old one. Numbers are exact. What JSON has no
number for is a text: "NaN", "Infinity" or "-Infinity".
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lernmi_emo.checks import check_count
from lernmi_emo.lesson import Lesson
from lernmi_emo.parts import ATTRIBUTES
from lernmi_emo.step import Method, Step

if TYPE_CHECKING:
    from lernmi_emo.trace import Trace

FORMAT = "lernmi-emo trace"
VERSION = 1


def to_json(trace: Trace, digits: int = 4) -> str:
    """The trace as JSON text.

    >>> from lernmi_emo import Network
    >>> to_json(Network.layered([1, 1]).trace([1], [1]))[:50]
    '{"format":"lernmi-emo trace","version":1,"digits":'
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
        "kind": step.kind,
        "pattern": step.pattern,
        "layer": step.layer,
        "method": methods.setdefault(step.method, len(methods)),
        "values": _pack(step.values),
        "equations": [
            [each.name, each.symbols(), each.numbers(digits), each.result(digits), each.note(digits)]
            for each in step.equations
        ],
        "changes": [[place, attribute, *_pack((old, new))] for _, attribute, old, new, place in step.changes],
    }


def _pack_lesson(lesson: Lesson) -> dict[str, Any]:
    return lesson._asdict() | dict(zip(("anxiety", "confidence"), _pack(lesson[-2:])))


def _pack(values: Iterable[float | None]) -> list[float | str | None]:
    # The standard library would write NaN and Infinity bare, which is no JSON: here they are texts.
    return [value if value is None or math.isfinite(value) else json.dumps(value) for value in values]
