"""Coarser steps: several messages in a row that belong to one neuron, one layer, one phase or one pattern."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from lernmi_emo.core.layer import Layer
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.support.exceptions import InputError, suggest
from lernmi_emo.watching.change import Change
from lernmi_emo.watching.formula import Formula
from lernmi_emo.watching.method import Method
from lernmi_emo.watching.script import Event
from lernmi_emo.watching.step import Step
from lernmi_emo.watching.words import UNITS


def check_unit(by: str) -> None:
    """Refuse a unit that there is not.

    >>> check_unit("neuron")
    """
    if by not in UNITS:
        raise InputError(f"steps can't go by {by!r}: {suggest(by, UNITS)}")


def unit_of(step: Step | Event, pattern: int, by: str) -> Hashable:
    """What steps of one unit have in common."""
    if by == "neuron":
        return (pattern, step.phase, step.action, step.names[1:2] if step.part == "link" else step.names)
    if by == "layer":
        return (pattern, step.phase, step.layer)
    return (pattern, step.phase) if by == "phase" else pattern


def in_units(steps: Iterable[Step], by: str) -> Iterator[Step]:
    """These single steps, put together by this unit."""
    check_unit(by)
    group: list[Step] = []
    number = 0
    for step in steps:
        if by == "link":
            yield step
            continue
        if group and unit_of(step, step.pattern, by) != unit_of(group[-1], group[-1].pattern, by):
            yield together(group, number, by)
            number, group = number + 1, []
        group.append(step)
    if group:
        yield together(group, number, by)


def together(steps: Sequence[Step], number: int, by: str) -> Step:
    """Several steps as one: from the first one's old values to the last one's new ones."""
    first = steps[0]
    changes: dict[tuple[int, str], Change] = {}
    for step in steps:
        for change in step.changes:
            earlier = changes.get((change.place, change.attribute), change)
            changes[change.place, change.attribute] = change._replace(old=earlier.old)
    names = tuple(dict.fromkeys(name for step in steps for name in _who(step))) or ("emotions",)
    if by == "phase":
        names = (first.phase,)
    if by == "pattern":
        names = (f"pattern {first.pattern}",) if first.pattern else names
    owner, name = _method(first, by)
    return Step(
        number,
        first.phase,
        name,
        by,
        names,
        (),
        (),
        Formula(()),
        tuple(changes.values()),
        Method.of(owner, name) if owner else first.method,
        first.pattern,
        first.layer,
        tuple(steps),
        by,
        first.first,
    )


def _who(step: Step) -> tuple[str, ...]:
    """The neurons that a step is about, of a link its target."""
    return step.names[1:2] if step.part == "link" else step.names


def _method(first: Step, by: str) -> tuple[type | None, str]:
    """The method that does all of it at once."""
    if by == "neuron" or first.action == "feel":
        return None, first.action
    if by == "pattern":
        return BareNetwork, "learn"
    whole = {"forward": "propagate", "error": "take_error", "backward": "backpropagate", "update": "update"}[
        first.phase
    ]
    if by == "layer" and first.action == "present":
        return BareNetwork, "present"
    return (Layer if by == "layer" and first.layer else BareNetwork), whole
