"""What the player says: each step in a few words, and every step as a row of a table.

The table is what is printed, and what stands there without JavaScript; the player takes its equations from there. All
of it is text: names, whatever they hold, are escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from lernmi_emo.drawing.scene.style import one_line

if TYPE_CHECKING:
    from lernmi_emo.expressions.equation import Equation
    from lernmi_emo.watching.step import Step
    from lernmi_emo.watching.trace import Trace

MOST_EQUATIONS = 12  # a step with more of them, such as a pattern of many inputs, shows the first


def words(step: Step) -> str:
    """What happens in a step, or in several at once: what is made, where that is one neuron's, and else its title.

    >>> from lernmi_emo import Network
    >>> trace = Network.layered([2, 3, 1], seed=7).trace([0, 1], [1])
    >>> words(trace[3]), words(trace[23]), words(trace.by("layer")[1])
    ('x1→h1 propagates', 'delta of y1', 'layer 1 (h1 … h3) propagates')
    """
    alone = step.steps[0] if len(step.steps) == 1 else step
    made = {"activate": "output", "compare": "error", "take_delta": "delta"}.get(alone.action)
    return one_line(f"{made} of {alone.subject}" if made and not alone.steps else step.title)


def table(trace: Trace, equations: Sequence[Sequence[Sequence[str]]]) -> str:
    """Every step as a row: its number, its pattern where there are several, its phase, what happens, its equations.

    `equations` are each step's, as `trace.to_json` writes them.
    """
    several = len(trace.lessons) > 1
    names = ["Step", *(["Pattern"] if several else []), "Phase", "What happens", "Equation"]
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "\n".join(_row(step, several, lines) for step, lines in zip(trace, equations))
    return f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>"


def _row(step: Step, several: bool, equations: Sequence[Sequence[str]]) -> str:
    number = step.number + 1
    lines = [equation_line(*each) for each in equations[:MOST_EQUATIONS]]
    if len(equations) > MOST_EQUATIONS:
        lines.append(f"<p>… and {len(equations) - MOST_EQUATIONS} more like these")
    pattern = f"<td>{step.pattern or ''}" if several else ""
    # HTML needs no end tags here, and every row would repeat them.
    return (
        f'<tr id="step={number}"><th scope="row"><a href="#step={number}">{number}</a>{pattern}'
        f"<td>{step.phase}<td>{escape(words(step))}<td>{''.join(lines)}"
    )


def written(equation: Equation, digits: int) -> tuple[str, str, str, str, str]:
    """The texts of an equation, as `trace.to_json` writes them: name, symbols, numbers, result, note."""
    result, note = equation.result(digits), equation.note(digits)
    return equation.name, equation.symbols(), equation.numbers(digits), result, note


def equation_line(name: str, symbols: str, numbers: str, result: str, note: str) -> str:
    """An equation: its name, and then in symbols (i), in numbers (span), its result (b) and a remark (small).

    >>> equation_line("E", "a<b · 2", "0.25 · 2", "0.50", "")
    '<p>E <i>= a&lt;b · 2</i> <span>= 0.25 · 2</span> <b>= 0.50</b>'
    """
    sides = [("i", symbols), ("span", numbers), ("b", result)]
    said = [f"<{tag}>= {escape(one_line(side))}</{tag}>" for tag, side in sides if side]
    if note:
        said.append(f"<small>{escape(one_line(note))}</small>")
    return f"<p>{' '.join([escape(one_line(name)), *said])}"
