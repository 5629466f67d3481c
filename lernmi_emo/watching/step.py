"""A step: one message that a neuron or link was sent, with what went in, what came out, and what it changed.

Steps are made by `lernmi_emo.watching.steps` while a network learns, and kept by `lernmi_emo.watching.trace`. Nothing
about a step can be changed. Its equations are written when they are asked for, and not before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lernmi_emo.expressions.explanation import Explanation
from lernmi_emo.watching.change import Change
from lernmi_emo.watching.formula import Formula, Ref
from lernmi_emo.watching.method import Method
from lernmi_emo.watching.words import PHASES, UNITS, title_of
from lernmi_emo.watching.written_out import add, equations, gives, leaf_of, quantity_of, term_of, written_out

if TYPE_CHECKING:
    from lernmi_emo.expressions.equation import Equation

__all__ = ["PHASES", "UNITS", "Change", "Method", "Step"]


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One message; or, by a coarser unit, several in a row, which are its `steps`.

    >>> from lernmi_emo import Network
    >>> step = list(Network.layered([2, 1], seed=7).steps([0, 1], [1]))[4]
    >>> print(step)
       4  forward   x2→y1 propagates
          net(y1) = net(y1) so far + output(x2) · weight = 0.0000 + 1.0000 · (−0.4938) = −0.4938
    >>> step.subject, step.owner, step.action, step.result, step.file
    ('x2→y1', 'x2→y1', 'propagate', -0.4937..., 'lernmi_emo/core/link.py')
    >>> step.changes
    (Change(y1.net_input: 0.0000 → −0.4938),)
    >>> step.title, step.inputs["x2.output"], list(step.results)
    ('x2→y1 propagates', 1.0, ['y1.net_input'])
    >>> step.equation == step.equations[-1] == step.explanation.equations[-1]
    True
    >>> first, last = step.lines; step.method.source.splitlines()[0]
    'def propagate(self) -> None:'
    >>> print(step.text(digits=1, unicode=False).splitlines()[1])
          net(y1) = net(y1) so far + output(x2) * weight = 0.0 + 1.0 * (-0.5) = -0.5
    >>> step.latex().startswith("\\\\begin{aligned}")
    True
    """

    number: int  # counted from 0
    phase: str  # forward, error, backward, update or emotions
    action: str  # the method's name: propagate, activate, compare, take_delta, backpropagate, update, feel, …
    part: str  # what did it: link, neuron, neurons or emotions; of several messages, their unit
    names: tuple[str, ...]  # of a link both ends, of a neuron its name
    refs: tuple[Ref, ...]  # whose the values are, and which
    values: tuple[float | None, ...]  # what it read and what it made, in the order in which it did
    formula: Formula  # how those were made that it made, as it was heard
    changes: tuple[Change, ...]
    method: Method  # the method that did it: its file, lines and text
    pattern: int = 0  # the lesson, counted from 1; 0 outside of lessons
    layer: int = 0  # counted from 1; 0 for the sources and for the whole network
    steps: tuple[Step, ...] = ()  # the smaller steps that this one is made of
    unit: str = "link"  # link for a single message, or neuron, layer, phase, pattern
    first: bool = False  # whether it is the untrained network's emotions that are felt

    @property
    def subject(self) -> str:
        """Who did it: `x1→h1`, `h1`, `h1 … h3`; of coarser steps also `forward`, or `pattern 2`."""
        if self.part == "link":
            return "→".join(self.names[:2]) + "".join(f" ({number})" for number in self.names[2:])
        if not self.names:
            return self.part
        return self.names[0] if len(self.names) == 1 else f"{self.names[0]} … {self.names[-1]}"

    @property
    def title(self) -> str:
        """Who does what: `x1→h1 propagates`."""
        return title_of(self)

    @property
    def inputs(self) -> dict[str, float | None]:
        """The numbers that went in, by name."""
        if self.steps:
            made: dict[str, float | None] = {}
            taken: dict[str, float | None] = {}
            for step in self.steps:
                taken |= {name: value for name, value in step.inputs.items() if name not in made | taken}
                made |= step.results
            return taken
        own = {each.place for each in self.formula.made}
        return {str(ref): self.values[place] for place, ref in enumerate(self.refs) if place not in own}

    @property
    def results(self) -> dict[str, float | None]:
        """The numbers that came out, by name."""
        if self.steps:
            return {name: value for step in self.steps for name, value in step.results.items()}
        made = [each.place for each in self.formula.made]
        stays = [self.formula.stays] if self.formula.stays >= 0 else []
        return {str(self.refs[place]): self.values[place] for place in [*made, *stays]}

    @property
    def result(self) -> float | None:
        """The last number that came out: the sum so far, an output, a delta, a weight."""
        return self.steps[-1].result if self.steps else next(reversed(self.results.values()), None)

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Where each result came from, in symbols and in numbers: the formulas that ran."""
        if self.unit == "neuron" and self.action == "propagate":
            whole = _sum(self)
            if whole is not None:
                return (whole,)
        if self.steps:
            return tuple(equation for step in self.steps for equation in step.equations)
        return equations(self.refs, self.values, self.formula, self.owner, self.method.name)

    @property
    def owner(self) -> str:
        """The name of the part that did it, by which its own quantities are known."""
        return self.subject if self.part in ("link", "neuron", "weight") else ""

    @property
    def equation(self) -> Equation:
        """The last of the equations, that of `result`: of an update the weight's, of a delta the delta's."""
        return self.equations[-1]

    @property
    def explanation(self) -> Explanation:
        """The step as an explanation: its title, and its equations in columns."""
        return Explanation(self.title, (("", self.equations),))

    @property
    def file(self) -> str:
        """The file of the method that did it, as a path from its package."""
        return self.method.file

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line of the method that did it."""
        return self.method.first, self.method.last

    def text(self, digits: int = 4, unicode: bool = True, width: int = 120) -> str:
        """A line that says who does what, and the equations below it, or the smaller steps with their results."""
        from lernmi_emo.watching.words import text_of

        return text_of(self, digits, unicode, width)

    def latex(self, digits: int = 4) -> str:
        """The equations for a slide, in an `aligned` block."""
        return self.explanation.latex(digits)

    def _repr_latex_(self) -> str:
        return self.explanation._repr_latex_()

    def _repr_html_(self) -> str:
        from html import escape

        return f"<pre>{escape(self.text())}</pre>"

    def __repr__(self) -> str:
        return f"Step({self.number}: {self.title})"

    def __str__(self) -> str:
        from lernmi_emo.expressions.writing import console_width, shows_unicode

        return self.text(unicode=shows_unicode(), width=console_width())


def _sum(step: Step) -> Equation | None:
    """What all the links into one neuron brought, as one sum; None where they do otherwise than add."""
    from lernmi_emo.expressions.equation import Equation

    terms = []
    for each in step.steps:
        sums = [made for made in each.formula.made if each.refs[made.place].name == "net_input"]
        if len(sums) != 1:
            return None
        place, tree, _ = sums[0]
        ref, term = each.refs[place], term_of(tree, each.refs, each.refs[place])
        if term is None:
            return None
        terms.append(written_out(term, leaf_of(each.refs, each.values, place, "")))
        value = each.values[place]
    whole, what = add(terms), quantity_of(ref, value, "")
    if value is None or not gives(whole, value):
        return None
    return Equation(what.symbol, whole, value, "", what.latex)
