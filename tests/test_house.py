"""The rules of the house: what the core may import, how quick the import is, what is public."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import lernmi_emo

PACKAGE = Path(lernmi_emo.__file__).parent
CORE = [
    *("activation", "building", "checks", "divergence", "emotion", "engine", "error", "evaluation", "exceptions"),
    *("graph", "history", "layer", "lesson", "link", "network", "neuron", "patterns", "progress", "state", "text"),
    *("topology", "training"),
]
# The core's doors: methods that import a module outside the core when they are called, and only then.
DOORS = {"explain"}


def imports_of(tree: ast.AST) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def without_doors_and_type_checking(tree: ast.AST) -> ast.AST:
    class Cut(ast.NodeTransformer):
        def visit_If(self, node):
            return None if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING" else node

        def visit_FunctionDef(self, node):
            return None if node.name in DOORS else self.generic_visit(node)

    return Cut().visit(tree)


@pytest.mark.parametrize("name", CORE)
def test_a_core_file_imports_the_standard_library_and_the_core_alone(name):
    tree = without_doors_and_type_checking(ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8")))
    for module in imports_of(tree):
        top, _, rest = module.partition(".")
        if top == "lernmi_emo":
            assert rest in {*CORE, "doors", "fast"}, f"{name}.py imports {module}"
        elif module != "tqdm.auto":  # the progress bar, where it is asked for
            assert top in sys.stdlib_module_names, f"{name}.py imports {module}"


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, lernmi_emo; print([m for m in sys.modules if m.split('.')[0] in "
    code += "{'numpy', 'matplotlib', 'graphviz', 'numba', 'sklearn', 'tqdm', 'json', 'gzip', 'csv', 'argparse'}])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent)
    assert run.stdout.strip() == "[]"


def test_everything_public_can_be_had():
    for name in lernmi_emo.__all__:
        assert getattr(lernmi_emo, name).__doc__ or name.isupper()
    with pytest.raises(AttributeError, match="no attribute 'Netwrok'"):
        _ = lernmi_emo.Netwrok


def test_every_public_definition_has_a_docstring():
    bare = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if not ast.get_docstring(tree):
            bare.append(path.name)
        for node in ast.walk(tree):
            public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and not _is_nested(tree, node) and not _is_setter(node):
                bare.append(f"{path.name}:{node.lineno} {node.name}")
    assert bare == []


def _is_nested(tree, wanted):
    return any(
        wanted in ast.walk(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node is not wanted
    )


def _is_setter(node):
    return any(isinstance(each, ast.Attribute) and each.attr == "setter" for each in node.decorator_list)
