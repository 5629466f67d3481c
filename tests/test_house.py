"""The rules of the house: which room may import which, how small the core is, that names are once, what is public."""

import ast
import importlib
import inspect
import re
import subprocess
import sys
import textwrap
from collections import defaultdict
from pathlib import Path

import pytest

import lernmi_emo
from lernmi_emo.toolbox import Network

PACKAGE = Path(lernmi_emo.__file__).parent

# Each room may import from itself and from those before it, never from one after it. Kinds are not there yet.
ROOMS = [
    *("support", "core", "kinds", "expressions", "building", "storage", "learning", "watching", "explaining"),
    *("datasets", "fast", "drawing", "toolbox", "study", "estimators", "terminal", "commands", "cli"),
    *("__init__", "__main__"),
]
# Within drawing it is the same.
DRAWING = ["scene", "painters", "picture", "charts", "animation", "player", "__init__"]

# Core files that are longer than the others may be, and how long they are.
LONGER = {"core/network": 292, "core/neuron": 205}

# What has one name on purpose, and why.
SAME_FILE_NAMES = {"step": "a command's file has the name of the command, and `step` steps through steps"}
SAME_FUNCTION_NAMES = {
    "add_parser": "each command has it, and `run`",
    "run": "each command has it, and `add_parser`",
    "answers": "the twin answers many patterns, as the objects do: `fast` chooses which of them",
    "squared_error": "the compiled kernel says again what the core says",
}
MAY_SHARE = r"commands/\w+|fast/twin|learning/evaluation|fast/kernel|core/error"  # the files that these stand in

# What a tool of the network has besides what is in the function that it calls, and what it keeps from its callers.
ADDED = {"train": {"fast"}, "evaluate": {"fast"}}
KEPT = {
    "train": {"engine"},
    "evaluate": {"answers"},
    "scene": {"check", "note", "room"},
    "draw": {"check", "note", "room"},
    "to_graphviz": {"check", "note", "room"},
    "plot": {"check", "note", "room"},
    "clone": {"description", "from_file"},
}
# The tools that make a scene first, and hand it on.
OF_A_SCENE = {
    "draw": ("lernmi_emo.drawing.scene.build.scene", "lernmi_emo.drawing.picture.draw"),
    "to_graphviz": ("lernmi_emo.drawing.scene.build.scene", "lernmi_emo.drawing.painters.graphviz.scene_to_digraph"),
    "plot": ("lernmi_emo.drawing.scene.build.scene", "lernmi_emo.drawing.painters.matplotlib.paint"),
}

TREES = {
    str(path.relative_to(PACKAGE).with_suffix("")).replace("\\", "/"): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imports_of(tree):
    """Every module that is imported, wherever in the file, with the line. From the package itself, what is taken."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: imports name the whole way"
            if node.module == "lernmi_emo":
                yield from ((f"lernmi_emo.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


def room_of(name, rooms, depth=0):
    """Where the file or the module stands in the list; what is the package's own stands at its `__init__`."""
    parts = name.split("/")
    return rooms.index(parts[depth] if len(parts) > depth and parts[depth] in rooms else "__init__")


def upside_down(name, rooms, under):
    """The imports of this file that go to a later room than its own, among the modules that stand in `under`."""
    depth = under.count(".")
    for module, line in imports_of(TREES[name]):
        if module == under or module.startswith(f"{under}."):
            way = module.removeprefix("lernmi_emo").removeprefix(".").replace(".", "/")
            if room_of(way, rooms, depth) > room_of(name, rooms, depth):
                yield f"{name}.py, line {line}: {module}"


def test_the_rooms_are_those_that_there_are():
    there = {name.split("/")[0] for name in TREES}
    assert there == set(ROOMS) - {"kinds"}
    assert {name.split("/")[1] for name in TREES if name.startswith("drawing/")} == set(DRAWING)


@pytest.mark.parametrize("name", TREES)
def test_a_file_imports_from_its_own_room_and_those_before_it_alone(name):
    assert list(upside_down(name, ROOMS, "lernmi_emo")) == []


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("drawing/")])
def test_so_it_is_within_drawing(name):
    assert list(upside_down(name, DRAWING, "lernmi_emo.drawing")) == []


@pytest.mark.parametrize("line", ["from lernmi_emo import Network", "import lernmi_emo.toolbox", "import lernmi_emo"])
@pytest.mark.parametrize("around", ["{}", "def late():\n    {}", "if TYPE_CHECKING:\n    {}"])
def test_an_import_that_goes_the_wrong_way_is_found_wherever_it_stands(line, around, monkeypatch):
    monkeypatch.setitem(TREES, "core/wrong", ast.parse(around.format(line)))
    assert len(list(upside_down("core/wrong", ROOMS, "lernmi_emo"))) == 1
    monkeypatch.setitem(TREES, "core/right", ast.parse("import math\nfrom lernmi_emo.support.text import number"))
    assert list(upside_down("core/right", ROOMS, "lernmi_emo")) == []


@pytest.mark.parametrize("name", [name for name in TREES if name.startswith("core/")])
def test_a_core_file_is_short_and_imports_the_standard_library_the_core_and_support_alone(name):
    for module, line in imports_of(TREES[name]):
        top, _, rest = module.partition(".")
        if top == "lernmi_emo":
            assert rest.split(".")[0] in {"core", "support"}, f"{name}.py, line {line}: {module}"
        else:
            assert top in sys.stdlib_module_names, f"{name}.py, line {line}: {module}"
    assert len((PACKAGE / f"{name}.py").read_text(encoding="utf-8").splitlines()) <= LONGER.get(name, 180)


def test_few_files_stand_beside_the_rooms():
    assert len([path for path in PACKAGE.iterdir() if path.is_file()]) <= 8


def places(kind):
    """Where each public function or class is defined, by its name."""
    found = defaultdict(list)
    for file, tree in TREES.items():
        for node in tree.body:
            if isinstance(node, kind) and not node.name.startswith("_"):
                found[node.name].append(file)
    return found


def twice(found):
    return {name: files for name, files in found.items() if len(files) > 1}


def test_no_two_files_have_one_name():
    found = defaultdict(list)
    for file in TREES:
        found[file.split("/")[-1]].append(file)
    del found["__init__"]
    assert {name: files for name, files in twice(found).items() if name not in SAME_FILE_NAMES} == {}
    assert set(SAME_FILE_NAMES) <= set(twice(found))


def test_no_two_public_classes_have_one_name():
    assert twice(places(ast.ClassDef)) == {}


def test_no_two_public_functions_have_one_name():
    found = twice(places(ast.FunctionDef))
    shared = {name for name, files in found.items() if all(re.fullmatch(MAY_SHARE, file) for file in files)}
    assert {name: files for name, files in found.items() if name not in shared} == {}
    assert shared == set(SAME_FUNCTION_NAMES)


def public_functions(body, way):
    """Functions and methods with public names, in classes with public names; of these also how they are made."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from public_functions(node.body, f"{way} {node.name}")
        elif isinstance(node, ast.FunctionDef) and (not node.name.startswith("_") or node.name == "__init__"):
            yield f"{way} {node.name}", node


@pytest.mark.parametrize("name", TREES)
def test_every_public_signature_shows_its_arguments(name):
    functions = public_functions(TREES[name].body, name)
    assert [way for way, node in functions if node.args.kwarg is not None] == []


def tools():
    """What a network can do by its toolbox: each method with a public name, and where it leads."""
    for name, member in vars(Network).items():
        method = member.__func__ if isinstance(member, classmethod) else member
        if inspect.isfunction(method) and not name.startswith("_"):
            yield pytest.param(name, method, OF_A_SCENE.get(name) or leads_to(method), id=name)


def leads_to(method):
    return re.findall(r"see `(lernmi_emo[\w.]+)`", method.__doc__, re.IGNORECASE)[:1]


def parameters(function):
    """Those after the first, which is the network, its class, or a scene: each name's default and annotation."""
    _, *others = inspect.signature(function).parameters.values()
    return {each.name: (each.default, general(each.annotation)) for each in others}


def order(function, without):
    """The parameters as they stand there, and which of them are given by name alone."""
    _, *others = inspect.signature(function).parameters.values()
    return [(each.name, each.kind) for each in others if each.name not in without]


def general(annotation):
    """The annotation without what the toolbox alone knows: that the network is a `Network`."""
    text = re.sub(r"\b(BareNetwork|Network|N)\b", "Any", annotation)
    return {"PathLike": "str | os.PathLike[str]"}.get(text, text)


@pytest.mark.parametrize(("name", "method", "leads"), [*tools()])
def test_a_tool_has_the_arguments_of_what_it_calls(name, method, leads):
    assert leads
    expected = {}
    for each in leads:
        module, _, function = each.rpartition(".")
        called = getattr(importlib.import_module(module), function)
        expected |= parameters(called)
    own = parameters(method)
    kept, added = KEPT.get(name, set()), ADDED.get(name, set())
    assert {each: own[each] for each in own if each not in added} == {
        each: expected[each] for each in expected if each not in kept
    }
    assert kept <= set(expected)
    assert added <= set(own)
    if len(leads) == 1:
        assert order(method, added) == order(called, kept)
        result = inspect.signature(called).return_annotation
        assert general(inspect.signature(method).return_annotation) == general(result)


@pytest.mark.parametrize(("name", "method", "leads"), [*tools()])
def test_a_tool_hands_on_every_argument_under_its_own_name(name, method, leads):
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(method))).body
    own = set(inspect.signature(method).parameters)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert own <= used
    for keyword in (node for node in ast.walk(tree) if isinstance(node, ast.keyword)):
        if keyword.arg in own:
            assert ast.unparse(keyword.value) == keyword.arg


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
    for file, tree in TREES.items():
        if not ast.get_docstring(tree):
            bare.append(file)
        for node in ast.walk(tree):
            public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
            if public and not ast.get_docstring(node) and not _is_nested(tree, node) and not _is_setter(node):
                bare.append(f"{file}.py:{node.lineno} {node.name}")
    assert bare == []


def _is_nested(tree, wanted):
    return any(
        wanted in ast.walk(node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node is not wanted
    )


def _is_setter(node):
    return any(isinstance(each, ast.Attribute) and each.attr == "setter" for each in node.decorator_list)
