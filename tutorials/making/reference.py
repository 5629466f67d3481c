"""The reference page: what the library offers by module, each name with its docstring's first paragraph.

Offered is what the core defines (it is there to be read), what a package names in its `__all__`, where a door of the
network leads, and what `DIRECT` names. The rest are parts that serve these.
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

This page is made by `python -m tutorials.make`.
"""
CORE = (
    *("network", "layer", "neuron", "link", "emotion", "activation", "error", "building", "lesson", "training"),
    *("history", "evaluation", "exceptions"),
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


def place(module: str) -> tuple[int, list[str]]:
    """The package first, then the core in the order in which it is best read, then the others by name."""
    names = module.split(".")
    if len(names) == 1:
        return 0, names
    return (1 + CORE.index(names[1]), names) if names[1] in CORE else (1 + len(CORE), names)


def offered(trees: dict[str, ast.Module]) -> set[str]:
    """The full names of what is public: functions and classes, each by the module that defines it."""
    defined = {f"{module}.{name}" for module, tree in trees.items() for name, _ in public(tree) if "." not in name}
    names = {f"lernmi_emo.{module}.{name}" for module in CORE for name, _ in public(trees[f"lernmi_emo.{module}"])}
    for module, tree in trees.items():
        for name in handed_on(tree):
            names |= {each for each in defined if re.fullmatch(rf"{re.escape(module)}\.([\w.]+\.)?{name}", each)}
    names.add("lernmi_emo.doors.Doors")
    for door in re.findall(r"see `([\w.]+)`", ast.unparse(trees["lernmi_emo.doors"])):
        package, _, name = door.rpartition(".")
        names |= {each for each in defined if re.fullmatch(rf"{re.escape(package)}\.([\w.]+\.)?{name}", each)}
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
