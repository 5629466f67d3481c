"""A step: one message that a neuron or link was sent, with what went in, what came out, and what it changed.

Steps are made by `lernmi_emo.steps` while a network learns, and kept by `lernmi_emo.trace`. Nothing about a step can be
changed. Its equations are written only when they are asked for.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.text import number

if TYPE_CHECKING:
    from lernmi_emo.equation import Equation
    from lernmi_emo.explanation import Explanation

PHASES = ("forward", "error", "backward", "update", "emotions")
UNITS = ("link", "neuron", "layer", "phase", "pattern")


# What goes into each message and what comes out, in the order of `Step.values`.
VALUES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "feel": (("average", "error", "initial_anxiety"), ("anxiety", "confidence")),
    "propagate": (("{1}.net_input", "{0}.output", "{link}.weight"), ("{1}.net_input",)),
    "activate": (("{0}.net_input",), ("{0}.output",)),
    "compare": (("{0}.output", "target", "error", "{0}.sensitivity"), ("error", "{0}.sensitivity")),
    "take_delta": (("{0}.sensitivity", "{0}.net_input", "{0}.output", "slope"), ("{0}.delta",)),
    "backpropagate": (
        ("{1}.delta", "{0}.output", "{link}.weight", "{0}.sensitivity"),
        ("{link}.sensitivity", "{0}.sensitivity"),
    ),
    "update": (
        ("rate", "momentum", "{link}.last_change", "{link}.sensitivity", "{link}.weight"),
        ("{link}.change", "{link}.weight"),
    ),
}

VERBS = {
    "feel": "feel",
    "present": "receives the pattern",
    "perceive": "perceives the pattern",
    "open_net_input": "begin the net input",
    "propagate": "propagates",
    "activate": "activates",
    "open_sensitivity": "begin the sensitivity",
    "compare": "is compared with its target",
    "take_delta": "takes its delta",
    "backpropagate": "backpropagates",
    "update": "updates",
}


class Change(NamedTuple):
    """One attribute of one part of the network, before and after. `place` is the part's place in the network.

    >>> Change("h1", "output", None, 0.5, place=2)
    Change(h1.output: not computed → 0.5000)
    """

    subject: str
    attribute: str
    old: float | None
    new: float | None
    place: int

    def __repr__(self) -> str:
        return f"Change({self})"

    def __str__(self) -> str:
        return f"{self.subject}.{self.attribute}: {number(self.old)} → {number(self.new)}"


class Method(NamedTuple):
    """The method that did it: its name, its file as a path within its package, its lines, and its text.

    File and text are empty, and the lines 0, where Python knows no source (a class typed in at the prompt).
    """

    name: str
    file: str
    first: int
    last: int
    source: str

    @staticmethod
    def of(owner: type, name: str) -> Method:
        """The method of this name, as this class has it.

        >>> from lernmi_emo import EmotionalLink, Link
        >>> Method.of(EmotionalLink, "propagate").name, Method.of(EmotionalLink, "propagate").file
        ('Link.propagate', 'lernmi_emo/link.py')
        """
        function = inspect.unwrap(getattr(owner, name))
        try:
            lines, first = inspect.getsourcelines(function)
        except (OSError, TypeError):
            return Method(getattr(function, "__qualname__", name), "", 0, 0, "")
        file = function.__module__.replace(".", "/") + ".py"
        source = inspect.cleandoc("\n" + "".join(lines)) + "\n"
        return Method(function.__qualname__, file, first, first + len(lines) - 1, source)


@dataclass(frozen=True, slots=True)
class Step:
    """One message, or, by a coarser unit, several in a row (`steps`, empty for a single message).

    `number` counts from 0. `phase` is forward, error, backward, update or emotions. `action` is the name of the
    method: propagate, activate, compare, take_delta, backpropagate, update, and present, perceive, open_net_input,
    open_sensitivity and feel. `names` are the subject's: both ends of a link, one neuron, or several. `pattern` counts
    the lesson from 1, and is 0 outside of one; `layer` counts from 1, and is 0 for the sources and the whole network.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 1], seed=7)
    >>> steps = list(net.steps([0, 1], [1]))
    >>> steps[3].subject, steps[3].action, steps[3].phase
    ('x1→y1', 'propagate', 'forward')
    >>> print(steps[3])
       3 forward  x1→y1 propagates: net(y1) = net(y1) so far + output(x1) · weight = 0.0000 + 0.0000 · (−0.2484) = 0.0000
    """

    number: int
    phase: str
    action: str
    part: str  # link, neuron, layer, network or emotions
    names: tuple[str, ...]
    values: tuple[float, ...]  # what went in, then what came out; see `inputs` and `results`
    kind: str  # what the formula depends on: the activation's or the error function's name; emotional, frozen
    changes: tuple[Change, ...]
    method: Method
    pattern: int = 0
    layer: int = 0
    steps: tuple[Step, ...] = ()
    unit: str = "link"

    @property
    def subject(self) -> str:
        """Who did it: `x1→h1`, `h1`, `h1 … h3`."""
        if self.part == "link":
            return f"{self.names[0]}→{self.names[1]}"
        if self.part in ("network", "emotions"):
            return self.part
        return self.names[0] if len(self.names) == 1 else f"{self.names[0]} … {self.names[-1]}"

    @property
    def inputs(self) -> dict[str, float]:
        """The numbers that went in, by name."""
        reads, _ = self._names_of_values()
        return dict(zip(reads, self.values))

    @property
    def results(self) -> dict[str, float]:
        """The numbers that came out, by name."""
        reads, makes = self._names_of_values()
        return dict(zip(makes, self.values[len(reads) :]))

    @property
    def result(self) -> float | None:
        """The last number that came out: the sum so far, an output, a delta, a weight. None of several messages."""
        return self.values[-1] if self.values else None

    def _names_of_values(self) -> tuple[list[str], list[str]]:
        if self.action in VALUES:
            reads, makes = VALUES[self.action]
            if self.kind == "emotional":
                reads = ("anxiety", "confidence", *reads[2:])
            return (
                [each.format(*self.names, link=self.subject) for each in reads],
                [each.format(*self.names, link=self.subject) for each in makes],
            )
        if self.action in ("present", "perceive"):
            given = [f"{name}.output" for name in self.names]
            return [f"input {place}" for place in range(1, len(self.values) - len(given) + 1)], given
        return [], [f"{name}.{self.kind}" for name in self.names]  # open_net_input, open_sensitivity

    @property
    def equations(self) -> tuple[Equation, ...]:
        """Where each result came from, in symbols and in numbers."""
        if self.steps:
            return tuple(equation for step in self.steps for equation in step.equations)
        from lernmi_emo.formulas import EQUATIONS

        return EQUATIONS[self.action](self.names, self.values, self.kind, self.method.name)

    @property
    def equation(self) -> Equation | None:
        """The last of the equations: of an update the weight's, of a delta the delta's; None where there is none."""
        equations = self.equations
        return equations[-1] if equations else None

    @property
    def file(self) -> str:
        """The file of the method that did it, as a path within its package."""
        return self.method.file

    @property
    def lines(self) -> tuple[int, int]:
        """The first and the last line of the method that did it."""
        return self.method.first, self.method.last

    def text(self, digits: int = 4, unicode: bool = True) -> str:
        """One line: number, phase, who does what, and the equations. Several messages: one line each below the first."""
        from lernmi_emo.equation import plain

        head = f"{self.number:>4} {self.phase:<8} {self.title}"
        if self.steps:
            lines = [each.text(digits, unicode) for each in self.steps]
            if len(lines) > MOST_LINES:
                left_out = len(lines) - MOST_LINES
                lines[MOST_LINES - 2 : -2] = [f"     … {left_out} more"]
            return "\n".join([plain(head, unicode), *("  " + plain(line, unicode) for line in lines)])
        equations = self.equations
        shown = [each.text(digits, unicode) for each in equations[:MOST_EQUATIONS]]
        shown += ["…"] * (len(equations) > MOST_EQUATIONS)
        return plain(head + ": " * bool(shown) + ", ".join(shown), unicode)

    @property
    def title(self) -> str:
        """Who does what, in words: `x1→h1 propagates`."""
        if self.unit == "link":
            return f"{self.subject} {VERBS[self.action]}"
        return f"{self.subject}, {len(self.steps)} steps"

    def latex(self, digits: int = 4) -> str:
        """The equations for a slide, in an `aligned` block."""
        return self.explanation.latex(digits)

    @property
    def explanation(self) -> Explanation:
        """The step as an explanation: its title, and its equations in columns."""
        from lernmi_emo.explanation import Explanation

        return Explanation(self.title, (("", self.equations),))

    def _repr_latex_(self) -> str:
        return self.explanation._repr_latex_()

    def __repr__(self) -> str:
        return f"Step({self.number}: {self.title})"

    def __str__(self) -> str:
        from lernmi_emo.explanation import shows_unicode

        return self.text(unicode=shows_unicode())


MOST_EQUATIONS = 4  # a step with more of them, such as a pattern of many inputs, shows the first
MOST_LINES = 12
