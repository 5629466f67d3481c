"""What a step says: its title, the names of its numbers, and its lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from lernmi_emo.watching.step import Step

Thing = TypeVar("Thing")
PHASES = ("forward", "error", "backward", "update", "emotions")
UNITS = ("link", "neuron", "layer", "phase", "pattern")
MOST_LINES = 12  # a step with more equations or smaller steps shows the first and the last of them

VERBS = {
    "present": "receive the pattern",
    "perceive": "perceives the pattern",
    "open_net_input": "begin their net input",
    "propagate": "propagates",
    "activate": "activates",
    "open_sensitivity": "begin their sensitivity",
    "compare": "is compared with its target",
    "take_delta": "takes its delta",
    "backpropagate": "backpropagates",
    "update": "updates",
}

WHOLE = {
    "forward": "the network propagates",
    "error": "the network takes the error",
    "backward": "the network backpropagates",
    "update": "the network updates",
}


def title_of(step: Step) -> str:
    """Who does what."""
    if step.unit == "pattern" and step.pattern:
        return f"{step.subject} is learnt"
    if step.phase == "emotions":
        first = step.first
        return "the untrained network's emotions are felt" if first else "the epoch's emotions are felt"
    if step.unit in ("phase", "pattern"):
        return WHOLE[step.phase]
    if step.unit == "neuron":
        if len(step.steps) == 1:
            return step.steps[0].title
        return f"{len(step.steps)} links into {step.subject} {step.action}"
    if step.unit == "layer":
        if step.phase == "error":
            return WHOLE["error"]
        if step.layer == 0:
            return f"the sources {step.subject} take the pattern"
        return f"layer {step.layer} ({step.subject}) {_verb(step.action)}"
    one_begins = len(step.names) == 1 and step.part == "neurons"
    verb = {"receive": "receives", "begin": "begins"} if one_begins else {}
    words = _verb(step.action).split(" ", 1)
    words[0] = verb.get(words[0], words[0])
    how = " (frozen)" if step.formula.frozen else " by the emotions" if step.formula.by_emotions else ""
    said = " ".join(words).replace("their", "its" if one_begins else "their")
    return f"{step.subject} {said}" + (how if step.action == "update" else "")


def _verb(action: str) -> str:
    """What a part does, in words; of a method of a reader's own its name."""
    return VERBS.get(action) or f"does {action.replace('_', ' ')}"


def text_of(step: Step, digits: int, unicode: bool, width: int) -> str:
    """Its title, and below it its equations, or its smaller steps with their results."""
    from lernmi_emo.expressions.explanation import in_columns
    from lernmi_emo.expressions.writing import plain

    head = plain(f"{step.number:>4}  {step.phase:<8}  {step.title}", unicode)
    if step.unit in ("link", "neuron"):
        lines = in_columns(_shortened(step.equations), digits, unicode, width - 6)
        left_out = len(step.equations) - MOST_LINES
    else:
        lines = [_in_short(each, digits) for each in _shortened(step.steps)]
        lines = [plain(line, unicode) for line in lines]
        left_out = len(step.steps) - MOST_LINES
    if left_out > 0:
        lines.insert(len(lines) // 2, plain(f"… {left_out} more", unicode))
    return "\n".join([head, *("      " + line for line in lines)])


def _in_short(step: Step, digits: int) -> str:
    """Who does what, and what comes out of it; of several neurons at once, who does what alone."""
    if step.part == "neurons":
        return step.title
    return f"{step.title}: {step.equation.name} = {step.equation.result(digits)}"


def _shortened(things: Sequence[Thing]) -> Sequence[Thing]:
    if len(things) <= MOST_LINES:
        return things
    return [*things[: MOST_LINES // 2], *things[-MOST_LINES // 2 :]]
