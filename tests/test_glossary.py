"""The glossary: what it names exists, no quantity of the core is missing, and words lead to where they come up."""

import importlib
import re
from pathlib import Path

import pytest

import lernmi_emo
from lernmi_emo import BiasNeuron, EmotionalNeuron, Emotions, InputNeuron, Link, Neuron, datasets
from lernmi_emo.core.kind import Kind
from lernmi_emo.core.weight import Weight
from lernmi_emo.learning.evaluation import Evaluation
from lernmi_emo.learning.history import History

FOLDER = Path(__file__).parents[1] / "tutorials"
GLOSSARY = (FOLDER / "glossary.md").read_text(encoding="utf-8")
WORDS = re.findall(r"^- \*\*(.+?)\*\*: (.+\n(?:  .+\n)*)", GLOSSARY, re.MULTILINE)  # each with what it means
NETWORK = lernmi_emo.Network.layered([2, 3, 1], emotional=True)
NETWORK.learn([0, 1], [1])
# One of each kind of object, to look for attributes on.
OBJECTS = {
    "Activation": lernmi_emo.Activation.named("logistic"),
    "BiasNeuron": BiasNeuron(),
    "EmotionalNeuron": EmotionalNeuron(),
    "Emotions": Emotions(),
    "ErrorFunction": lernmi_emo.ErrorFunction.named("half squared"),
    "Evaluation": Evaluation(1, 0.0),
    "History": History(),
    "InputNeuron": InputNeuron("x1"),
    "Lesson": NETWORK.lesson,
    "Link": Link(InputNeuron("x1"), Neuron("y1"), weight=0.5),
    "Network": NETWORK,
    "Neuron": Neuron("h1"),
    "Scaling": datasets.Scaling.learn(datasets.xor()),
    "Weight": Weight(0.5),
}


def rows():
    """Each row's cells, by the heading of its column."""
    for table in re.findall(r"(?:^\|.*\n)+", GLOSSARY, re.MULTILINE):
        heading, _, *lines = ([cell.strip() for cell in line.strip("|\n").split("|")] for line in table.splitlines())
        for line in lines:
            yield dict(zip(heading, line))


def named(column):
    return sorted({name for row in rows() for name in re.findall(r"`([^`]+)`", row.get(column, ""))})


@pytest.mark.parametrize("name", named("attribute"))
def test_each_attribute_is_there(name):
    kind, attribute = name.split(".")
    assert hasattr(OBJECTS[kind], attribute)


@pytest.mark.parametrize("name", named("computed in"))
def test_each_place_is_there(name):
    module, _, function = name.rpartition(".")
    if module.startswith("lernmi_emo."):
        assert callable(getattr(importlib.import_module(module), function))
    else:
        kind = type(OBJECTS[module or function])
        assert kind.__name__ == (module or function)
        assert module == "" or callable(getattr(kind, function))


def test_each_row_is_whole():
    for row in rows():
        assert {"quantity", "in words", "attribute", "computed in"} <= set(row)
        assert row["computed in"]


@pytest.mark.parametrize("kind", ["Neuron", "Weight", "Link", "Emotions", "Lesson"])
def test_each_quantity_of_the_core_is_explained(kind):
    hidden = {"name", "network", "fixed", *dir(Kind)}  # what a kind says of itself is no quantity
    there = {name for name in dir(OBJECTS[kind]) if not name.startswith("_")}
    attributes = {name for name in there if not callable(getattr(OBJECTS[kind], name))} - hidden
    explained = {name.split(".")[1] for name in named("attribute")}
    assert attributes <= explained


@pytest.mark.parametrize(("word", "meaning"), WORDS, ids=dict(WORDS))
def test_each_word_leads_first_to_the_tutorial_that_explains_it_first(word, meaning):
    explained = [
        path.name
        for path in sorted(FOLDER.glob("[0-9]*.md"))
        if re.search(rf"\*\*{word}s?\*\*", path.read_text(encoding="utf-8"))
    ]
    assert re.findall(r"\]\(([^)]+)\)", meaning)[0] in explained[:1] or not explained
