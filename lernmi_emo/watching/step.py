"""A step: one message that a neuron or link was sent, with what went in, what came out, and what it changed.

Steps are made by `lernmi_emo.watching.steps` while a network learns, and kept by `lernmi_emo.watching.trace`. Nothing about a step can be
changed. Its equations are written when they are asked for, and not before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lernmi_emo.watching.change import Change
from lernmi_emo.watching.method import Method
from lernmi_emo.watching.words import PHASES, UNITS, VALUES, names_of_values, title_of

if TYPE_CHECKING:
    from lernmi_emo.expressions.equation import Equation
    from lernmi_emo.expressions.explanation import Explanation

__all__ = ["PHASES", "UNITS", "VALUES", "Change", "Method", "Step"]


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """One message; or, by a coarser unit, several in a row, which are its `steps`.

    >>> from lernmi_emo import Network
    >>> step = list(Network.layered([2, 1], seed=7).steps([0, 1], [1]))[4]
    >>> print(step)
       4  forward   x2→y1 propagates
          net(y1) = net(y1) so far + output(x2) · weight = 0.0000 + 1.0000 · (−0.4938) = −0.4938
    >>> step.subject, step.action, step.result, step.file
    ('x2→y1', 'propagate', -0.4937..., 'lernmi_emo/core/link.py')
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
    values: tuple[float | None, ...]  # what went in, then what came out: `inputs` and `results` name them
    kind: str  # what the formula depends on: the activation's or error function's name; emotional, frozen, bias
    changes: tuple[Change, ...]
    method: Method  # the method that did it: its file, lines and text
    pattern: int = 0  # the lesson, counted from 1; 0 outside of lessons
    layer: int = 0  # counted from 1; 0 for the sources and for the whole network
    steps: tuple[Step, ...] = ()  # the smaller steps that this one is made of
    unit: str = "link"  # link for a single message, or neuron, layer, phase, pattern

    @property
    def subject(self) -> str:
        """Who did it: `x1→h1`, `h1`, `h1 … h3`; of coarser steps also `forward`, or `pattern 2`."""
        if self.part == "link":
            return f"{self.names[0]}→{self.names[1]}"
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
        reads, _ = names_of_values(self)
        return dict(zip(reads, self.values))

    @property
    def results(self) -> dict[str, float | None]:
        """The numbers that came out, by name."""
        if self.steps:
            return {name: value for step in self.steps for name, value in step.results.items()}
        reads, makes = names_of_values(self)
        return dict(zip(makes, self.values[len(reads) :]))

    @property
    def result(self) -> float | None:
        """The last number that came out: the sum so far, an output, a delta, a weight."""
        return self.steps[-1].result if self.steps else self.values[-1]

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Where each result came from, in symbols and in numbers."""
        from lernmi_emo.expressions.formulas import EQUATIONS, net_sum

        if self.unit == "neuron" and self.action == "propagate":
            return (net_sum([step.names for step in self.steps], [step.values for step in self.steps]),)
        if self.steps:
            return tuple(equation for step in self.steps for equation in step.equations)
        return EQUATIONS[self.action](self.names, self.values, self.kind, self.method.name)

    @property
    def equation(self) -> Equation:
        """The last of the equations, that of `result`: of an update the weight's, of a delta the delta's."""
        return self.equations[-1]

    @property
    def explanation(self) -> Explanation:
        """The step as an explanation: its title, and its equations in columns."""
        from lernmi_emo.expressions.explanation import Explanation

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
