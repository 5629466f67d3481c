"""Whether a number that is assigned stands in the code as it is: `self.output = 1.0`.

A float without a trail may be such a literal, or may have lost its trail on the way. Only the code can tell.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import lru_cache
from types import CodeType


@lru_cache(maxsize=1024)
def literal_at(code: CodeType, line: int, attribute: str) -> bool:
    """Whether this line of this code assigns a literal to this attribute. False where Python has no source.

    >>> from lernmi_emo import BiasNeuron
    >>> code = BiasNeuron.perceive.__code__
    >>> literal_at(code, code.co_firstlineno + 2, "output")
    True
    """
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(code)))
    except (OSError, SyntaxError, TypeError):
        return False
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _covers(node, line - code.co_firstlineno + 1):
            for target in node.targets:
                if _literal(target, node.value, attribute):
                    return True
    return False


def _covers(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _literal(target: ast.expr, value: ast.expr, attribute: str) -> bool:
    if isinstance(target, ast.Attribute):
        return target.attr == attribute and isinstance(value, ast.Constant)
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        return any(_literal(*pair, attribute) for pair in zip(target.elts, value.elts))
    return False
