"""A script: a lesson heard in a rehearsal, which leaves the network as it was."""

import random
import warnings

import pytest
from bits import everything
from graphs import random_graph, random_pattern, seeds
from hypothesis import given

from lernmi_emo import InputError, InputNeuron, Link, Network, Neuron, SteppingError
from lernmi_emo.watching.listening import Message
from lernmi_emo.watching.script import rehearse, verb_of


def script_of(net, pattern):
    return list(rehearse(net, lambda: net.learn(*pattern)).events)


@given(seeds)
def test_a_rehearsal_leaves_the_network_as_it_was(seed):
    net = random_graph(seed)
    for _ in range(seed % 2):
        net.learn(*random_pattern(net, seed + 1))
    before, lesson = everything(net), net.lesson
    events = script_of(net, random_pattern(net, seed))
    assert everything(net) == before
    assert net.lesson is lesson
    assert next(event.phase for event in events if event.phase != "emotions") == "forward"


@given(seeds)
def test_each_message_belongs_to_one_event_and_what_begins_sums_is_one_for_all(seed):
    net = random_graph(seed)
    net.begin([random_pattern(net, seed)])
    events = script_of(net, random_pattern(net, seed))
    sent = [id(each) for event in events for each in event.sent]
    assert len(sent) == len(set(sent))
    for event in events:
        methods = {each.method for each in event.sent if isinstance(each, Message)}
        assert len(methods) == 1 or methods == {"forget", "receive"}
    opened = [event for event in events if event.action == "open_net_input"]
    assert [event.names for event in opened] == [tuple(n.name for n in layer.neurons) for layer in net.layers]


def test_it_says_of_each_event_the_phase_the_layer_and_the_verb():
    net = Network.layered([2, 3, 1], seed=7)
    events = script_of(net, ([0, 1], [1]))
    assert [event.action for event in events if event.layer == 0] == [
        "present",
        "perceive",
        "open_sensitivity",
        "compare",
    ]
    assert {(event.phase, verb_of(event)) for event in events} == {
        ("forward", "present"),
        ("forward", "propagate"),
        ("error", "take_error"),
        ("backward", "backpropagate"),
        ("update", "update"),
    }


def test_a_generator_of_random_numbers_is_put_back_too():
    class Noisy(Neuron):
        def __init__(self, name):
            super().__init__(name)
            self.chance = random.Random(3)

        def activate(self):
            self.output = self.chance.random()

    x1, y1 = InputNeuron("x1"), Noisy("y1")
    Link(x1, y1, 0.5)
    net = Network([x1], [y1])
    state = y1.chance.getstate()
    script_of(net, ([1], [0]))
    assert y1.chance.getstate() == state
    drawn = next(step for step in net.steps([1], [0]) if step.action == "activate").result
    assert drawn == random.Random(3).random()


def test_what_draws_elsewhere_is_named():
    chance = random.Random(3)

    class Fickle(Neuron):
        def activate(self):
            self.output = chance.random()

    x1, y1 = InputNeuron("x1"), Fickle("y1")
    Link(x1, y1, 0.5)
    with pytest.raises(SteppingError, match=r"Fickle\.activate made y1\.output .* Keep a random\.Random"):
        list(Network([x1], [y1]).steps([1], [0]))


def test_where_the_lesson_fails_the_events_until_then_are_there_and_the_error():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy", seed=1)
    before = everything(net)
    script = rehearse(net, lambda: net.learn([3], [1]))
    assert [event.action for event in script.events][-1] == "compare"
    assert isinstance(script.failed(), InputError)
    assert everything(net) == before


def test_warnings_are_given_once_when_it_is_really_done():
    net = Network.layered([1, 1], seed=1)
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        script = rehearse(net, lambda: net.learn([1], [5]))
        assert said == []
        list(script.events)
        list(net.steps([1], [5]))
    assert len(said) == 1
