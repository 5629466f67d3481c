"""The page on two links' last updates: its numbers are those of one more lesson."""

import re

import pytest

from lernmi_emo import Network, datasets
from lernmi_emo.commands.last_updates import last_updates
from lernmi_emo.storage import describe
from lernmi_emo.support.text import number


@pytest.fixture
def net():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=20, momentum=0.9)
    return net


def test_the_network_does_not_learn_from_it(net):
    before = describe(net)
    last_updates(net, datasets.xor(), 0.5, 0.9)
    assert describe(net) == before


def test_the_numbers_are_those_of_one_more_lesson_on_the_worst_pattern(net):
    page = last_updates(net, datasets.xor(), 0.5, 0.9)
    place = int(re.search(r"pattern (\d) of", page).group(1))
    inputs, targets = datasets.xor()[place - 1]
    misses = [abs(net.predict(each)[0] - target) for each, [target] in datasets.xor()]
    assert misses[place - 1] == max(misses[1:])  # the first has inputs of 0 only
    pupil = net.clone()
    pupil.learn(inputs, targets, rate=0.5, momentum=0.9)
    y1, feeling = pupil.neuron("y1"), pupil.link("emotion", "y1")
    name = re.search(r"The link from (h\d) to y1", page).group(1)
    link = pupil.link(name, "y1")
    assert abs(link.change) == max(abs(pupil.link(f"h{place}", "y1").change) for place in (1, 2, 3))
    words = " ".join(page.split())
    assert f"gave {number(y1.output)} and should have given {number(targets[0])}" in words
    for each in (link, feeling):
        section = page[page.index(f"\n{each.name}: ") :]
        assert re.search(rf"= +{re.escape(number(each.weight))}$", section, re.MULTILINE)
    assert f"anxiety {number(net.emotions.anxiety)} and confidence {number(net.emotions.confidence)}" in words


def test_it_can_be_read_without_scrolling_sideways(net):
    assert max(map(len, last_updates(net, datasets.xor(), 0.5, 0.9).splitlines())) <= 100


def test_every_term_that_the_numbers_use_is_introduced_before(net):
    page = last_updates(net, datasets.xor(), 0.5, 0.9)
    words, numbers = page[: page.index("The link from")], page[page.index("The link from") :]
    for term in (
        "weight",
        "output",
        "delta",
        "sensitivity",
        "rate",
        "momentum",
        "anxiety",
        "confidence",
        "last change",
    ):
        assert term in numbers
        assert term in words


def test_a_plain_network_has_one_link_to_show():
    net = Network.layered([2, 1], seed=1)
    page = last_updates(net, datasets.and_(), 0.5, 0.0)
    assert page.startswith("One link's last update\n======================\n")
    assert "emotion" not in page
    assert re.search(r"The link from (x1|x2|bias) to y1", page)
