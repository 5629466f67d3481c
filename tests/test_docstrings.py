"""Every public docstring has an example, and the suite runs it (pytest is told --doctest-modules).

Public is what the reference page lists. A method may be shown in the example of its class instead, beside its sisters:
some say little alone. A tool of the network, whose docstring says where the real thing is told, is shown there.
"""

import ast
import configparser
import re
from pathlib import Path

import lernmi_emo
from tutorials.making.reference import modules, offered, public

PACKAGE = Path(lernmi_emo.__file__).parent
ROOT = Path(__file__).parents[1]
TREES = modules()
DEFINED = {f"{module}.{name}": (node, tree) for module, tree in TREES.items() for name, node in public(tree)}
OFFERED = offered(TREES)
PUBLIC = [name for name in DEFINED if name in OFFERED or name.rpartition(".")[0] in OFFERED]
# Where an example makes no sense, and why.
EXCEPTIONS = {
    "lernmi_emo.core.source.Source": "no source is just a Source: each kind has its own example",
    "lernmi_emo.core.source.Source.perceive": "does nothing: each kind of source has its own",
}


def text_of(node):
    return ast.get_docstring(node) or ""


def is_shown(name, node, tree):
    """Whether it has an example of its own, or in its class's, or where its docstring leads."""
    if name in EXCEPTIONS or ">>> " in text_of(node):
        return True
    if isinstance(node, ast.ClassDef):
        return is_bare_exception(node)
    owner = next((each for each in tree.body if isinstance(each, ast.ClassDef) and node in each.body), None)
    if owner is not None and re.search(rf"(>>>|\.\.\.) .*\.{node.name}\b", text_of(owner)):
        return True
    leads_to = re.search(r"\b[Ss]ee `(lernmi_emo[\w.]+)`", text_of(node))
    return leads_to is not None and ">>> " in examples_at(leads_to.group(1))


def examples_at(name):
    """The docstrings of what this name means: a module, or a public name, maybe handed on by a package."""
    package, _, last = name.rpartition(".")
    meant = [node for each, (node, _) in DEFINED.items() if re.fullmatch(rf"{package}\.([\w.]+\.)?{last}", each)]
    return "\n".join(map(text_of, [*meant, *([TREES[name]] if name in TREES else [])]))


def is_bare_exception(node):
    """A type to be raised and caught, with nothing to call. Its raisers show it."""
    raised = any(isinstance(base, ast.Name) and base.id.endswith(("Error", "Warning")) for base in node.bases)
    return raised and not any(isinstance(part, ast.FunctionDef) for part in node.body)


def test_each_has_an_example():
    assert [name for name in PUBLIC if not is_shown(name, *DEFINED[name])] == []


def test_no_example_is_skipped():
    skipped = [path.name for path in PACKAGE.rglob("*.py") if "doctest: +SKIP" in path.read_text(encoding="utf-8")]
    assert skipped == []


def test_the_exceptions_are_still_there():
    assert set(EXCEPTIONS) <= set(PUBLIC)


def test_the_suite_runs_them():
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    assert "--doctest-modules" in settings["tool:pytest"]["addopts"]
    assert "lernmi_emo" in settings["tool:pytest"]["testpaths"]


def test_what_the_pages_and_the_gallery_import_is_public():
    pages = [ROOT / "README.md", *sorted((ROOT / "tutorials").glob("*.md")), *sorted((ROOT / "diagrams").glob("*.py"))]
    for page in pages:
        text = page.read_text(encoding="utf-8").replace("\n... ", "\n").replace(">>> ", "")
        for module, names in re.findall(r"^from (lernmi_emo[\w.]*) import ([\w, ]+)", text, re.MULTILINE):
            for name in names.split(", "):
                at_home = f"{module}.{name}" in OFFERED or f"{module}.{name}" in TREES
                handed_on = any(re.fullmatch(rf"{module}\.[\w.]+\.{name}", each) for each in OFFERED)
                assert at_home or handed_on, f"{page.name} imports {name} from {module}"


def test_a_tool_is_shown_where_it_leads():
    tree = ast.parse('class Tools:\n    def clone(self):\n        """See `lernmi_emo.storage.rebuild.build`."""\n')
    assert is_shown("x.Tools.clone", tree.body[0].body[0], tree)
    tree = ast.parse('class Tools:\n    def clone(self):\n        """See elsewhere."""\n')
    assert not is_shown("x.Tools.clone", tree.body[0].body[0], tree)
