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

# What went into each message and what came out, in the order of `Step.values`.
VALUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "feel": (("average", "error", "initial_anxiety"), ("anxiety", "confidence")),
    "propagate": (("{1}.net_input", "{0}.output", "{link}.weight"), ("{1}.net_input",)),
    "activate": (("{0}.net_input",), ("{0}.output",)),
    "compare": (("{0}.output", "{0}.target", "error", "{0}.sensitivity"), ("error", "{0}.sensitivity")),
    "take_delta": (("{0}.sensitivity", "{0}.net_input", "{0}.output", "{0}.slope"), ("{0}.delta",)),
    "backpropagate": (
        ("{1}.delta", "{0}.output", "{link}.weight", "{0}.sensitivity"),
        ("{link}.sensitivity", "{0}.sensitivity"),
    ),
    "update": (
        ("rate", "momentum", "{link}.last_change", "{link}.sensitivity", "{link}.weight"),
        ("{link}.change", "{link}.weight"),
    ),
}


def names_of_values(step: Step) -> tuple[list[str], list[str]]:
    """The names of what went into a single message, and of what came out."""
    if step.action not in VALUES:
        quantity = step.kind if step.action in ("open_net_input", "open_sensitivity") else "output"
        made = [f"{name}.{quantity}" for name in step.names]
        return [f"input {place}" for place in range(1, len(step.values) - len(made) + 1)], made
    reads, makes = VALUES[step.action]
    if step.kind == "emotional":
        reads = ("anxiety", "confidence", *reads[2:])
    return (
        [name.format(*step.names, link=step.subject) for name in reads],
        [name.format(*step.names, link=step.subject) for name in makes],
    )


def takes_values(step: Step) -> bool:
    """Whether a single message has as many numbers as it has names for: what a trace from a file must show.

    >>> from lernmi_emo import Network
    >>> all(takes_values(step) for step in Network.layered([2, 1]).steps([0, 1], [1]))
    True
    """
    reads, makes = names_of_values(step)
    twice = 2 * len(makes) if step.action == "present" else None
    return len(step.values) == (twice or len(reads) + len(makes))


def title_of(step: Step) -> str:
    """Who does what."""
    if step.unit == "pattern" and step.pattern:
        return f"{step.subject} is learnt"
    if step.phase == "emotions":
        first = (step.steps[0] if step.steps else step).kind == "first"
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
        return f"layer {step.layer} ({step.subject}) {VERBS[step.action]}"
    one_begins = len(step.names) == 1 and step.part == "neurons"
    verb = {"receive": "receives", "begin": "begins"} if one_begins else {}
    words = VERBS[step.action].split(" ", 1)
    words[0] = verb.get(words[0], words[0])
    how = {"emotional": " by the emotions", "frozen": " (frozen)"}
    said = " ".join(words).replace("their", "its" if one_begins else "their")
    return f"{step.subject} {said}" + (how.get(step.kind, "") if step.action == "update" else "")


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
