"""The methods that the player shows beside each step, and which of their lines make the step's numbers.

A step that is one message shows the method that was called. The lines marked are those that assign what the step
made: of `Link.backpropagate` two; of an emotional link's update the call of the ordinary one, which is shown below it.
Coarser steps show the method that sends all their messages, such as `Layer.propagate`, without a mark.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.watching.parts import parts_of
from lernmi_emo.watching.step import VALUES, Method

if TYPE_CHECKING:
    from lernmi_emo.watching.step import Step
    from lernmi_emo.watching.trace import Trace


class Code(NamedTuple):
    """Methods, and by their places: the lines that are marked, from 0; those for frozen links; which one follows."""

    methods: list[Method]  # first those of the trace's steps, in the order in which they come
    marked: list[list[int]]
    frozen: list[list[int]]
    follows: list[int | None]  # the parent class's method, where this one calls it

    def place(self, method: Method, makes: set[str]) -> int:
        """The method's place; where it is new, at the end, its lines marked that assign one of these attributes."""
        if method not in self.methods:
            self.methods.append(method)
            self.marked.append(marked_lines(method.source, makes) if makes else [])
            frozen = makes and "frozen" in method.source
            self.frozen.append(marked_lines(method.source, makes, frozen=True) if frozen else self.marked[-1])
            self.follows.append(None)
        return self.methods.index(method)


def code_of(network: BareNetwork, trace: Trace) -> Code:
    """The methods behind the single steps of a trace.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], emotional=True, bias=False, seed=7)
    >>> code = code_of(net, net.trace([0.5], [1]))
    >>> code.methods[-1].name, code.methods[code.follows[-1]].name
    ('EmotionalLink.update', 'Weight.update')
    """
    code = Code([], [], [], [])
    makers = {step.method: makes_of(step) for step in trace}
    for method, makes in makers.items():
        code.place(method, makes)
    classes = list({kind: None for part in parts_of(network) for kind in type(part).__mro__})
    for place, (method, makes) in enumerate(makers.items()):
        parent = inherited(method, classes)
        if parent is not None:
            code.follows[place] = code.place(parent, makes)
    return code


def marked_lines(source: str, makes: set[str], frozen: bool = False) -> list[int]:
    """The lines of a method, from 0, that assign one of these attributes; else its last statement.

    What stands before an early `return` is left out: it is what a frozen link does, and is marked for frozen ones.

    >>> from lernmi_emo import Link
    >>> source = Method.of(Link, "update").source
    >>> [source.splitlines()[place].strip() for place in marked_lines(source, {"change", "weight"})]
    ['self.change = momentum * self.last_change - rate * self.sensitivity', 'self.weight += self.change']
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:  # the source of a lambda, or of a method made otherwise, is shown without a mark
        return []
    if not tree.body or not isinstance(tree.body[0], ast.FunctionDef):
        return []
    method = tree.body[0]
    exits = [node for node in ast.walk(method) if isinstance(node, ast.If) and isinstance(node.body[-1], ast.Return)]
    for_frozen = [node for node in exits if "frozen" in ast.unparse(node.test)]
    if frozen and for_frozen:
        return sorted(_assigning(for_frozen[0], makes))
    found = _assigning(method, makes).difference(*(_assigning(node, makes) for node in exits))
    return sorted(found) or [method.body[-1].lineno - 1]


def _assigning(tree: ast.AST, makes: set[str]) -> set[int]:
    stored = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store))
    return {node.lineno - 1 for node in stored if node.attr in makes}


def makes_of(step: Step) -> set[str]:
    """The attributes that a step assigns.

    >>> from lernmi_emo import Network
    >>> trace = Network.layered([1, 1], seed=7).trace([0.5], [1])
    >>> sorted(makes_of(trace.phase("update")[0]))
    ['change', 'weight']
    """
    if step.action in VALUES:
        return {name.rpartition(".")[2] for name in VALUES[step.action][1]}
    return {step.kind} if step.action.startswith("open_") else {"output"}


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


def code_as_data(code: Code, known: int) -> dict[str, Any]:
    """For JSON, without the first methods, so many as are in the trace's own JSON."""
    return {**code._asdict(), "methods": [method._asdict() for method in code.methods[known:]]}
