"""What is shown of a walk: where one is, the step with its equations, the neurons, and what is watched.

Everything here is lines of text, for a screen that is drawn anew after every key, and for whoever reads line by line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lernmi_emo.support.text import number
from lernmi_emo.terminal.look import TerminalLook
from lernmi_emo.terminal.neuron_map import neuron_map
from lernmi_emo.terminal.walk import Walk
from lernmi_emo.watching.finding import find_part
from lernmi_emo.watching.formula import part_word
from lernmi_emo.watching.parts import ATTRIBUTES, subject
from lernmi_emo.watching.step import PHASES, Step

SHORT = {"net_input": "net", "last_change": "last", "initial_anxiety": "first anxiety"}
LEFT_OUT = {"emotions": ("average", "error")}
HINT = "Space next  b back  u unit  j jump  w watch  r run  l learn  ? all keys  q quit"


def screen(walk: Walk, look: TerminalLook, name: str, watched: Sequence[str], message: str = "") -> list[str]:
    """Exactly as many lines as the terminal has."""
    head = [*where(walk, look, name), look.paint(look.text("─") * look.width, "dim")]
    foot = [
        _coming(walk, look),
        look.paint(look.line(message), "bold") if message else look.paint(HINT[: look.width], "dim"),
    ]
    watches = watch_lines(walk, look, watched)
    room = look.height - len(head) - len(foot)
    watches = ["", *watches][: max(room - 4, 0)] if watches else []
    block = step_lines(walk, look)
    if len(block) > room - len(watches):
        block = [*block[: room - len(watches) - 1], look.paint(look.text("      … (p prints all of it)"), "dim")]
    room -= len(watches) + len(block)
    drawn = neuron_map(walk, look, room - 1) if room > 3 else []
    body = [*block, *([""] if drawn else []), *drawn, *watches]
    return [*head, *body, *[""] * (look.height - len(head) - len(foot) - len(body)), *foot]


def where(walk: Walk, look: TerminalLook, name: str) -> list[str]:
    """Two lines: the lesson; the phases, and how far it has come."""
    inputs, targets = walk.patterns[walk.pattern - 1]
    of = f"pattern {walk.pattern} of {len(walk.patterns)}, epoch {walk.epoch}"
    right = f"{walk.position} of {len(walk.trace)} taken, by {walk.unit}"
    pattern = f"{name}, {of}: {_values(inputs)} → {_values(targets)}"
    step = walk.step
    now = step.phase if step is not None else ""
    phases = [phase for phase in PHASES if phase != "emotions"]
    shown = [f"[{phase}]" if phase == now else f" {phase} " for phase in phases]
    gap = " " * (look.width - sum(map(len, shown)) - len(right))
    painted = [look.paint(text, phase, *(["bold"] if phase == now else ["dim"])) for text, phase in zip(shown, phases)]
    if not gap:  # too narrow for both
        return [look.paint(look.line(pattern), "bold"), look.line(right)]
    return [look.paint(look.line(pattern), "bold"), "".join(painted) + gap + right]


def _values(values: Sequence[float]) -> str:
    shown = [f"{value:g}".replace("-", "−") for value in values[: 6 if len(values) <= 6 else 3]]
    return ", ".join(shown) + (", …" if len(values) > 6 else "")


def step_lines(walk: Walk, look: TerminalLook) -> list[str]:
    """The step that was just taken, with its equations."""
    step = walk.step
    if step is None:
        mood = walk.network.emotions
        felt = [] if mood is None else [look.line(f"It learns by these emotions: {mood!r}")]
        return [look.line(f"Lesson {walk.lesson + 1} begins."), *felt]
    title, *lines = step.text(look.digits, look.unicode, look.width).splitlines()
    return [look.paint(look.line(title), "bold"), *(look.line(line) for line in lines)]


def _coming(walk: Walk, look: TerminalLook) -> str:
    step = walk.next_step
    if step is None:
        return look.line("The lesson is over. l learns the next pattern, b goes back.")
    return look.line(f"next: {'the rest of: ' * walk.is_within}{step.title}")


def watch_lines(walk: Walk, look: TerminalLook, watched: Sequence[str]) -> list[str]:
    """A line for each thing that is watched; what this step has changed stands out."""
    width = max((len(look.text(name)) for name in watched), default=0)
    return [_watch_line(find_part(walk.network, name), walk.step, look, width) for name in watched]


def _watch_line(part: Any, step: Step | None, look: TerminalLook, width: int) -> str:
    kind = part_word(part)
    changed = {change.attribute for change in (step.changes if step else ()) if change.subject == subject(part)}
    cells = []
    for attribute in ATTRIBUTES[kind]:
        if attribute in LEFT_OUT.get(kind, ()):
            continue
        value = getattr(part, attribute, None)
        text = f"{SHORT.get(attribute, attribute)} " + ("?" if value is None else number(value, look.digits))
        cells.append((look.text(text), attribute in changed))
    while width + sum(len(text) + 2 for text, _ in cells) > look.width and len(cells) > 1:
        cells.pop()
    name = look.paint(f"{look.text(subject(part)):<{width}}", "bold")
    return "  ".join([name, *(look.paint(text, "turned") if is_new else text for text, is_new in cells)])


def explanation(walk: Walk, look: TerminalLook, name: str) -> str:
    """What a neuron, a link or the emotions are now, with where the numbers came from."""
    part = find_part(walk.network, name)
    explained: str = part.explain().text(look.digits, look.unicode, look.width)
    return look.text(repr(part)) + "\n" + explained


def code(walk: Walk, look: TerminalLook) -> str:
    """The method that did the last step, as it stands in its file."""
    step = walk.step or walk.trace[0]
    if not step.method.source:
        return look.text(f"{step.method.name} has no source that Python knows of")
    first, last = step.lines
    width = len(str(last))
    lines = [f"{line:>{width}}  {text}" for line, text in enumerate(step.method.source.splitlines(), first)]
    return look.text("\n".join([f"{step.file}, {step.method.name}:", *(line.rstrip() for line in lines)]))
