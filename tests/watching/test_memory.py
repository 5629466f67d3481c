"""What a lesson changes is kept and put back, also what parts of a reader's own hold beside the usual."""

import random
import threading

import pytest
from bits import everything

from lernmi_emo import Emotions, InputNeuron, Link, Network, Neuron
from lernmi_emo.watching.memory import Memory
from lernmi_emo.watching.number import Number


class Gate(Link):
    """Its factor is a neuron's output; it has no slots, so it keeps the neuron among its attributes."""

    refers = ("by",)
    learns = ()

    def __init__(self, source, target, by):
        self.by = by
        super().__init__(source, target, 1.0)

    @property
    def sources(self):
        return (self.source, self.by)

    def propagate(self):
        self.target.net_input += self.source.output * self.by.output

    def backpropagate(self):
        delta = self.target.delta
        self.source.sensitivity += delta * self.by.output
        self.by.sensitivity += delta * self.source.output


class Recalling(Link):
    """Keeps what it was given, in a slot and beside them; and a mean that it begins when it first learns."""

    __slots__ = ("__dict__", "mean", "seen")

    def __init__(self, source, target, weight):
        super().__init__(source, target, weight)
        self.seen, self.given, self.noise = [], {"all": []}, random.Random(3)

    def propagate(self):
        super().propagate()
        self.seen.append(self.source.output)
        self.given["all"].append(self.noise.random())

    def update(self, rate, momentum):
        if not hasattr(self, "mean"):
            self.mean = self.late = 0.0
        self.mean = self.late = 0.9 * self.mean + 0.1 * self.sensitivity
        super().update(rate, momentum)


class Remembering(Emotions):
    """Is anxious by all that it has felt."""

    def __init__(self):
        super().__init__()
        self.log = []

    def feel(self, average, error):
        super().feel(average, error)
        self.log.append(error)
        self.confidence = sum(self.log) / len(self.log)


def recalling():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Recalling(x1, y1, 0.5)
    return Network([x1], [y1]), link


LOOKS = {
    "trace": lambda net, link: net.trace([0.3] * len(net.inputs), [1]),
    "one step": lambda net, link: next(iter(net.clone().steps([0.3] * len(net.inputs), [1]))),
    "explain": lambda net, link: (link.explain(), link.target.explain()),
    "player": lambda net, link: net.player([0.3] * len(net.inputs), [1]),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("lessons", [0, 2])
def test_who_looks_changes_neither_what_a_part_refers_to_nor_what_is_learnt(look, lessons):
    x1, x2, h1, y1 = InputNeuron("x1"), InputNeuron("x2"), Neuron("h1"), Neuron("y1")
    Link(x1, h1, 0.3)
    Link(x2, y1, -0.6)
    gate = Gate(x2, y1, h1)
    net = Network([x1, x2], [y1])
    for _ in range(lessons):
        net.learn([0.3, 0.6], [1])
    other = net.clone()
    look(net, gate)
    assert gate.by is h1
    assert net.learn([0.2, 0.5], [0]) == other.learn([0.2, 0.5], [0])
    assert everything(net) == everything(other)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("lessons", [0, 2])
def test_what_a_part_keeps_in_lists_and_slots_is_as_before(look, lessons):
    net, link = recalling()
    for _ in range(lessons):
        net.learn([0.7], [1])
    seen, given = link.seen, link.given
    held = (list(seen), [*given["all"]], link.noise.getstate(), hasattr(link, "mean"), hasattr(link, "late"))
    look(net, link)
    assert link.seen is seen
    assert link.given is given
    assert (seen, given["all"], link.noise.getstate(), hasattr(link, "mean"), hasattr(link, "late")) == held
    assert not any(type(each) is Number for each in seen)


def test_explaining_emotions_that_keep_a_log_adds_nothing_to_it():
    net = Network.layered([2, 1], emotional=Remembering(), seed=7)
    net.train([([0, 1], [1])], epochs=3)
    log = list(net.emotions.log)
    net.emotions.explain()
    net.link("emotion", "y1").explain()
    assert net.emotions.log == log


def test_a_memory_can_be_put_back_more_than_once():
    net, link = recalling()
    memory = Memory(net)
    for _ in range(2):
        net.learn([0.7], [1])
        memory.put_back()
        assert (link.seen, link.given, link.weight, net.lesson) == ([], {"all": []}, 0.5, None)


def test_what_has_no_copy_stays_what_it_is():
    net, link = recalling()
    link.given["file"] = lock = threading.Lock()
    net.trace([0.7], [1])
    assert link.given["file"] is lock
