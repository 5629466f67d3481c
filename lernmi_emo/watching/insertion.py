"""A method once more, with lines of ours written into it: the same file, the same line numbers, the same debugger view.

What a programmer would do by hand to stop in a method is to write `breakpoint()` into its text. This does it without
touching the file: the method's source is read, the lines are put in, and it is compiled again under its old line
numbers. Whoever steps through it sees the file as it is.

A debugger stops at the line that comes next. So `breakpoint()` is said to stand on the method's first line, the one
with `def`, and the `not` before it on the line that is to be shown: pdb and debugpy then stop there, in every Python.
"""

from __future__ import annotations

import ast
import functools
import inspect
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from types import CellType, CodeType, FunctionType
from typing import Any

STOP = "not breakpoint()"


def with_lines(
    function: FunctionType, before: Sequence[str], after: Sequence[str], names: Mapping[str, object]
) -> FunctionType:
    """The method with these lines before its first statement, and those after its last and before every `return`.

    `names` are what the lines speak of beyond the method's own names. Raises `OSError` where Python has no source.

    >>> from lernmi_emo import Link
    >>> said = []
    >>> talking = with_lines(Link.forget, ["say(self.name)"], [], {"say": said.append})
    >>> talking.__name__, inspect.getsource(talking) == inspect.getsource(Link.forget)
    ('forget', True)
    """
    code = function.__code__
    tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    ast.increment_lineno(tree, code.co_firstlineno - 1)
    method = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    method.decorator_list = []
    own = [node for node in method.body if not _is_docstring(node)] or method.body
    last = _last_line(own)
    method.body = own
    _Returns(after, method.lineno).generic_visit(method)
    method.body = [*_lines(before, method.lineno, own[0].lineno), *method.body, *_lines(after, method.lineno, last)]
    return _function(function, method, names)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _last_line(body: Sequence[ast.stmt]) -> int:
    return body[-1].end_lineno or body[-1].lineno


def _lines(texts: Sequence[str], here: int, shown: int) -> list[ast.stmt]:
    """These lines as if they stood on line `here`; where one stops, the debugger shows the line `shown`."""
    lines = ast.parse("\n".join(texts)).body
    for line in lines:
        for node in ast.walk(line):
            if isinstance(node, (ast.stmt, ast.expr)):
                stops = isinstance(node, ast.UnaryOp) or isinstance(getattr(node, "value", None), ast.UnaryOp)
                node.lineno = node.end_lineno = shown if stops else here
    return lines


class _Returns(ast.NodeTransformer):
    """Puts lines before every `return` of a method, not of the functions inside it."""

    def __init__(self, lines: Sequence[str], here: int) -> None:
        self.lines, self.here = lines, here

    def visit_Return(self, node: ast.Return) -> list[ast.stmt]:
        """The lines, and then the `return`."""
        return [*_lines(self.lines, self.here, node.lineno), node]

    def _leave(self, node: ast.AST) -> ast.AST:
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_Lambda = visit_ClassDef = _leave


def _function(function: FunctionType, method: ast.FunctionDef, names: Mapping[str, object]) -> FunctionType:
    """The method compiled, with the old one's globals, defaults and closure; the names join the closure.

    It is compiled within a class of the old class's name, so that `super()` and `self.__private` mean the same.
    """
    cells = dict(zip(function.__code__.co_freevars, function.__closure__ or ()))
    cells |= {name: CellType(value) for name, value in names.items()}
    outer = ", ".join(name for name in cells if name != "__class__")
    class_name = (function.__qualname__.split(".")[-2:-1] or ["Class"])[0]
    module = ast.parse(f"def around({outer}):\n    class {class_name.strip('<>')}: pass")
    module.body[0].body[0].body = [method]  # type: ignore[attr-defined]  # a function, and the class in it
    compiled = compile(module, function.__code__.co_filename, "exec", dont_inherit=True)
    code = next(each for each in _codes(compiled) if each.co_name == function.__code__.co_name)
    closure = tuple(cells[name] for name in code.co_freevars)
    made = FunctionType(code, function.__globals__, function.__name__, function.__defaults__, closure)
    made.__kwdefaults__ = function.__kwdefaults__
    return functools.update_wrapper(made, function)  # type: ignore[return-value]  # it returns what it was given


def _codes(code: CodeType) -> Iterator[Any]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)
