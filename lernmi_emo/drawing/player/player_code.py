"""The methods that the player shows beside each step, and which of their lines made the step's numbers.

A step that is one message shows the method that was called. The lines marked are those that were heard to assign what
the step made: of `Link.backpropagate` two; of an emotional link's update the call of the ordinary one, which is shown
below it. Coarser steps show the method that sends all their messages, such as `Layer.propagate`, without a mark.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.watching.method import Method
from lernmi_emo.watching.parts import parts_of

if TYPE_CHECKING:
    from lernmi_emo.watching.trace import Trace

Marks = tuple[tuple[int, tuple[int, ...]], ...]  # methods by their places, each with its lines that are marked, from 0


class Code(NamedTuple):
    """Methods, and what of them is shown beside the steps."""

    methods: list[Method]  # first those of the trace's steps, in the order in which they come
    marks: list[Marks]  # each once
    of_step: list[int]  # for each step the place of its marks

    def place(self, method: Method) -> int:
        """The method's place; where it is new, at the end."""
        if method not in self.methods:
            self.methods.append(method)
        return self.methods.index(method)


def code_of(network: BareNetwork, trace: Trace) -> Code:
    """The methods behind the single steps of a trace, and their lines that did it.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], emotional=True, bias=False, seed=7)
    >>> code = code_of(net, net.trace([0.5], [1]))
    >>> [code.methods[place].name for place, _ in code.marks[code.of_step[-1]]]
    ['EmotionalLink.update', 'Weight.update']
    """
    code = Code([], [], [])
    for step in trace:
        code.place(step.method)
    classes = list({kind: None for part in parts_of(network) for kind in type(part).__mro__})
    known: dict[tuple[Method, frozenset[tuple[int, int]]], int] = {}
    for step in trace:
        ran = frozenset(made.line for made in step.formula.made)
        key = (step.method, ran)
        if key not in known:
            marks = tuple((code.place(method), _marked(method, ran)) for method in _chain(step.method, classes))
            known[key] = len(code.marks)
            code.marks.append(marks)
        code.of_step.append(known[key])
    return code


def _chain(method: Method, classes: list[type]) -> list[Method]:
    """The method, and those of its parent classes that it calls in turn."""
    chain = [method]
    while (parent := inherited(chain[-1], classes)) is not None:
        chain.append(parent)
    return chain


def _marked(method: Method, ran: frozenset[tuple[int, int]]) -> tuple[int, ...]:
    """The lines of this method that ran and assigned something; else its last statement."""
    lines = sorted({line - first for first, line in ran if first == method.first})
    return tuple(lines) or _last_statement(method.source)


def _last_statement(source: str) -> tuple[int, ...]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # the source of a lambda, or of a method made otherwise, is shown without a mark
        return ()
    if not tree.body or not isinstance(tree.body[0], ast.FunctionDef):
        return ()
    return (tree.body[0].body[-1].lineno - 1,)


def inherited(method: Method, classes: list[type]) -> Method | None:
    """The parent class's method of the same name, where this one calls it."""
    owner, _, name = method.name.rpartition(".")
    if f"super().{name}(" not in method.source:
        return None
    for kind in classes:
        if kind.__qualname__ == owner and name in vars(kind):
            for parent in kind.__mro__[1:]:
                if name in vars(parent):
                    return Method.of(parent, name)
    return None
