"""The reference page: what the library offers by module, each name with its docstring's first paragraph.

Offered is what the core defines (it is there to be read), what a package names in its `__all__`, the network's toolbox
and where its tools lead, and what `WHOLE` and `DIRECT` name. The rest are parts that serve these.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import lernmi_emo

PACKAGE = Path(lernmi_emo.__file__).parent
HEAD = """\
# Reference

What the library offers, by module, with the beginning of each docstring. `help(name)` at Python's prompt shows the
rest, with an example. What stands under `lernmi_emo` can be imported from there: `from lernmi_emo import Network`.

Formulas that `explain`, steps and drawings show are heard from the methods that run: [how](hearing.md).

This page is made by `python -m tutorials.make`.
"""
# The core in the order in which it is best read; what else it has comes after these.
CORE = (
    "network",
    "beginning",
    "graph",
    "layer",
    "neuron",
    "source",
    "link",
    "weight",
    "emotion",
    "activation",
    "error",
    "lesson",
)
# What else is offered as a whole.
WHOLE = (
    *("lernmi_emo.toolbox", "lernmi_emo.building.layered", "lernmi_emo.learning.training"),
    *("lernmi_emo.learning.history", "lernmi_emo.learning.evaluation", "lernmi_emo.support.exceptions"),
)
# What is imported from its own module, and no package hands on.
DIRECT = (
    "lernmi_emo.drawing.animation.animate",
    "lernmi_emo.drawing.animation.frames",
    "lernmi_emo.drawing.charts.figures.save_figure",
    "lernmi_emo.drawing.charts.confusion.plot_confusion",
    "lernmi_emo.drawing.charts.curves.plot_histories",
    "lernmi_emo.drawing.charts.curves.plot_history",
    "lernmi_emo.drawing.charts.small_multiples.plot_neurons",
    "lernmi_emo.drawing.charts.surface.plot_surface",
    "lernmi_emo.drawing.painters.svg.scene_to_svg",
    "lernmi_emo.drawing.charts.weights_image.plot_weights",
    "lernmi_emo.estimators.EmBPClassifier",
    "lernmi_emo.estimators.EmBPRegressor",
    "lernmi_emo.study.statistics.average",
    "lernmi_emo.study.statistics.bootstrap_interval",
    "lernmi_emo.study.statistics.sign_flip_test",
    "lernmi_emo.watching.listening.listening",
)

Definition = ast.FunctionDef | ast.ClassDef


def reference() -> str:
    """The whole page.

    >>> "| `Link.propagate` | Carry the source's output, weighted, to the target. |" in reference()
    True
    """
    trees = modules()
    names = offered(trees)
    parts = [HEAD]
    for module in sorted(trees, key=place):
        rows = [
            f"| `{name}` | {beginning(node)} |"
            for name, node in public(trees[module])
            if f"{module}.{name.split('.')[0]}" in names
        ]
        also = [f"`{name}`" for name in handed_on(trees[module])]
        if not rows and not also:
            continue
        parts.append(f"## `{module}`\n\n{beginning(trees[module])}\n")
        if also:
            parts.append(f"From here: {', '.join(also)}.\n")
        if rows:
            parts.append("| name | what it is |\n|---|---|\n" + "\n".join(rows) + "\n")
    return "\n".join(parts)


def modules() -> dict[str, ast.Module]:
    """Every module of the package, parsed, by its name."""
    return {module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def module_name(path: Path) -> str:
    """`lernmi_emo.drawing.painters.svg` for its file."""
    names = [PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def place(module: str) -> tuple[int, str]:
    """The package and its network first, then the core as it is best read, then what is whole, then all by name."""
    core = [f"lernmi_emo.core.{name}" for name in CORE]
    first = ["lernmi_emo", "lernmi_emo.toolbox", *core, "lernmi_emo.core", *WHOLE]
    room = "lernmi_emo.core" if module.startswith("lernmi_emo.core.") and module not in first else module
    return (first.index(room) if room in first else len(first)), module


def offered(trees: dict[str, ast.Module]) -> set[str]:
    """The full names of what is public: functions and classes, each by the module that defines it."""
    defined = {f"{module}.{name}" for module, tree in trees.items() for name, _ in public(tree) if "." not in name}
    whole = [*(module for module in trees if module.startswith("lernmi_emo.core.")), *WHOLE]
    names = {f"{module}.{name}" for module in whole for name, _ in public(trees[module])}
    for module, tree in trees.items():
        for name in handed_on(tree):
            names |= {each for each in defined if re.fullmatch(rf"{re.escape(module)}\.([\w.]+\.)?{name}", each)}
    names |= set(re.findall(r"see `([\w.]+)`", ast.unparse(trees["lernmi_emo.toolbox"])))
    missing = set(DIRECT) - defined
    if missing:
        raise LookupError(f"there is no {sorted(missing)}: mend DIRECT in {__name__}")
    return (names | set(DIRECT)) & defined


def public(tree: ast.Module) -> Iterator[tuple[str, Definition]]:
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


def beginning(node: ast.Module | Definition) -> str:
    """The first paragraph of the docstring, on one line and fit for a table."""
    text = ast.get_docstring(node) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("|", "\\|")
