"""The reference page: every public name of the library by module, each with its docstring's first paragraph."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import lernmi_emo

PACKAGE = Path(lernmi_emo.__file__).parent
HEAD = """\
# Reference

Every public name, by module, with the beginning of its docstring. `help(name)` at Python's prompt shows the rest, with
an example. What stands under `lernmi_emo` can be imported from there: `from lernmi_emo import Network`.

This page is made by `python -m tutorials.make`.
"""


def reference() -> str:
    """The whole page.

    >>> "| `Link.propagate` | Carry the source's output, weighted, to the target. |" in reference()
    True
    """
    parts = [HEAD]
    for path in sorted(PACKAGE.rglob("*.py"), key=lambda path: module_name(path).split(".")):
        if path.stem.strip("_") == "main":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        rows = [f"| `{name}` | {beginning(node)} |" for name, node in public(tree)]
        also = [f"`{name}`" for name in handed_on(tree)]
        parts.append(f"## `{module_name(path)}`\n\n{beginning(tree)}\n")
        if also:
            parts.append(f"From here: {', '.join(also)}.\n")
        if rows:
            parts.append("| name | what it is |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def module_name(path: Path) -> str:
    """`lernmi_emo.drawing.svg` for its file."""
    names = [PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def public(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """The public functions and classes that this module defines, and the classes' public methods."""
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            yield node.name, node
            for part in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(part, ast.FunctionDef) and not part.name.startswith("_") and not is_setter(part):
                    yield f"{node.name}.{part.name}", part


def is_setter(node: ast.FunctionDef) -> bool:
    """Whether this is the second half of a property."""
    return any(isinstance(each, ast.Attribute) and each.attr == "setter" for each in node.decorator_list)


def handed_on(tree: ast.Module) -> list[str]:
    """The names that a package offers, from `__all__`, and that are defined elsewhere."""
    own = {name for name, _ in public(tree)}
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "__all__" for to in node.targets):
            return [name for name in ast.literal_eval(node.value) if name not in own]
    return []


def beginning(node: ast.Module | ast.FunctionDef | ast.ClassDef) -> str:
    """The first paragraph of the docstring, on one line and fit for a table."""
    text = ast.get_docstring(node) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("|", "\\|")
