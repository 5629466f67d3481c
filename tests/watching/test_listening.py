"""Listening: what is heard is what `learn` does, and whoever was listened to is as before."""

import random
from types import SimpleNamespace

import numpy as np
import pytest
from bits import everything, exact
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings

from lernmi_emo import Activation, InputError, InputNeuron, Link, Network, Neuron, SteppingError
from lernmi_emo.watching.formula import leaves
from lernmi_emo.watching.listening import Message, listening
from lernmi_emo.watching.number import Number
from lernmi_emo.watching.script import parts_to_hear
from lernmi_emo.watching.written_out import gives, leaf_of, written_out


def classes(net):
    return [type(part) for part in parts_to_hear(net)]


def said(net, heard):
    return [(message.part.name if hasattr(message.part, "name") else "", message.method) for message in heard.messages]


# The same learning


@given(seeds)
def test_listened_to_a_network_learns_the_same_to_the_last_bit(seed):
    heard_of, alone = random_graph(seed), random_graph(seed)
    for number in range(2):
        pattern = random_pattern(alone, number)
        with listening(parts_to_hear(heard_of), heard_of):
            assert exact(heard_of.learn(*pattern, momentum=0.5)) == exact(alone.learn(*pattern, momentum=0.5))
    assert everything(heard_of) == everything(alone)


@given(seeds)
def test_what_it_keeps_and_what_it_gives_back_are_plain_floats(seed):
    net = random_graph(seed)
    inputs, targets = random_pattern(net, seed)
    with listening(parts_to_hear(net), net):
        error = net.learn(inputs, targets)
        answers = net.predict(inputs)
        assert type(float(error)) is float
        assert {type(answer) for answer in answers} == {float}
    for part in (*net.links, *net.neurons):
        for name in ("weight", "change", "sensitivity", "output", "net_input", "delta"):
            assert type(getattr(part, name, None)) is not Number


@given(seeds)
def test_each_message_of_a_lesson_is_heard_once_in_the_order_of_the_layers(seed):
    net = random_graph(seed)
    net.begin([random_pattern(net, seed)])
    with listening(parts_to_hear(net), net) as heard:
        net.learn(*random_pattern(net, seed))
    forward = [(link.name, "propagate") for layer in net.layers for link in layer.links]
    backward = [(link.name, "backpropagate") for layer in reversed(net.layers) for link in layer.links]
    updates = [(link.name, "update") for layer in net.layers for link in layer.links]
    links = [each for each in said(net, heard) if each[1] in ("propagate", "backpropagate", "update")]
    assert links == forward + backward + updates


@given(seeds)
def test_every_formula_that_is_heard_comes_to_the_number_that_was_made(seed):
    net = random_graph(seed)
    with listening(parts_to_hear(net), net) as heard:
        net.learn(*random_pattern(net, seed))
    for message in heard.messages:
        refs, values, formula, _ = message.kept
        for place, tree, _ in formula.made:
            assert tree is not None, (message, refs[place])
            assert all(leaf < place for leaf in leaves(tree))
            assert gives(written_out(tree, leaf_of(refs, values, place, ""), values[place]), values[place])


# Whoever was listened to is as before


@settings(max_examples=20)
@given(seeds)
def test_afterwards_every_part_has_its_own_class_and_what_it_held(seed):
    net = random_graph(seed)
    before, held = classes(net), everything(net)
    with listening(parts_to_hear(net), net):
        assert all(now is not own and now.__name__ == own.__name__ for now, own in zip(classes(net), before))
    assert classes(net) == before
    assert everything(net) == held


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_left_by_an_error_or_by_ctrl_c_it_gives_every_class_back(error, monkeypatch):
    class Interrupted(Neuron):
        def take_delta(self):
            raise error

    x1, h1, y1 = InputNeuron("x1"), Interrupted("h1"), Neuron("y1")
    Link(x1, h1, 0.5), Link(h1, y1, 0.5)
    net = Network([x1], [y1])
    before, held = classes(net), everything(net)
    for use in (net.trace, lambda *pattern: list(net.steps(*pattern))):
        with pytest.raises(error):
            use([1], [0])
        assert classes(net) == before
    with pytest.raises(error), listening(parts_to_hear(net), net):
        net.learn([1], [0])
    assert classes(net) == before
    net.rewind()
    assert everything(net) == held


def test_an_error_in_a_message_leaves_what_was_heard_until_then():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy", seed=1)
    with pytest.raises(InputError), listening(parts_to_hear(net), net) as heard:
        net.learn([3], [1])
    assert said(net, heard)[-1] == ("y1", "compare")


# Kinds that do what they must not


class Meddling(Link):
    """Changes another link's weight while it propagates."""

    def propagate(self):
        super().propagate()
        self.target.incoming[-1].weight = 2.0


class Wordy(Neuron):
    """Writes what is no number."""

    def activate(self):
        super().activate()
        self.output = "much"


def test_a_kind_that_changes_another_links_weight_while_it_propagates_is_named():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    _, other = Meddling(x1, y1, 0.5), Link(x1, y1, 0.25)
    net = Network([x1], [y1])
    held = everything(net)
    for use in (net.trace, lambda *pattern: list(net.steps(*pattern))):
        with pytest.raises(SteppingError, match=r"Meddling\.propagate of x1→y1 changes the weight of x1→y1 \(2\)"):
            use([1], [0])
    assert type(other) is Link
    assert everything(net) == held


def test_a_kind_that_writes_what_is_no_number_is_named():
    x1, y1 = InputNeuron("x1"), Wordy("y1")
    Link(x1, y1, 0.5)
    net = Network([x1], [y1])
    with pytest.raises(SteppingError, match=r"y1 is assigned no number in Wordy\.activate: 'much'"):
        net.trace([1], [0])
    assert type(y1) is Wordy


def test_what_a_message_calls_belongs_to_it():
    class Twice(Link):
        def propagate(self):
            super().propagate()
            super().propagate()

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    Twice(x1, y1, 0.5)
    net = Network([x1], [y1])
    with listening(parts_to_hear(net), net) as heard:
        net.predict([1])
    propagated = [message for message in heard.messages if message.method == "propagate"]
    assert len(propagated) == 1
    assert propagated[0].kept.values[-1] == 1.0
    assert [isinstance(each, Message) for each in propagated] == [True]


def test_what_the_network_itself_assigns_to_a_part_belongs_to_no_message():
    class Decaying(Network):
        """Each weight loses a tenth when all have learnt."""

        def update(self):
            super().update()
            for link in self.links:
                link.weight *= 0.9

    def decaying():
        x1, y1 = InputNeuron("x1"), Neuron("y1")
        Link(x1, y1, random.Random(1).random())
        return Decaying([x1], [y1])

    stepped, learnt = decaying(), decaying()
    *_, last = stepped.steps([1], [0])
    learnt.learn([1], [0])
    assert everything(stepped) == everything(learnt)
    assert last.equations[-1].symbols() == "weight before + change"
    assert last.equations[-1].value * 0.9 == stepped.links[0].weight
    assert [each.new for each in last.changes if each.attribute == "weight"] == [stepped.links[0].weight]


def test_a_part_of_a_built_in_class_can_not_be_listened_to_and_is_named():
    feelings = SimpleNamespace(anxiety=0.5, confidence=0.0, feel=lambda average, error: None)
    net = Network.layered([2, 1], emotional=feelings, seed=7)
    net.learn([0, 1], [1])
    held = everything(net)
    with pytest.raises(
        SteppingError, match=r"emotions can't be listened to, as stepping, explaining and.* SimpleNamespace"
    ):
        net.trace([0, 1], [1])
    assert type(net.emotions) is SimpleNamespace
    assert everything(net) == held


def test_sums_round_while_they_are_listened_to_as_they_do_else():
    class Summing(Neuron):
        """Adds up at once, by `sum`, which from Python 3.12 on rounds otherwise than + does."""

        def activate(self):
            self.net_input = sum([link.weight * link.source.output for link in self.incoming], start=self.net_input)
            super().activate()

    def summing():
        chance = random.Random(3)
        sources, y1 = [InputNeuron(f"x{place}") for place in range(1, 9)], Summing("y1")
        for source in sources:
            Link(source, y1, chance.uniform(-1, 1))
        return Network(sources, [y1])

    stepped, learnt, chance = summing(), summing(), random.Random(4)
    for _ in range(20):
        inputs = [chance.uniform(-1e3, 1e-3) for _ in learnt.inputs]
        assert len(list(stepped.steps(inputs, [1]))) > 10
        learnt.learn(inputs, [1])
        assert everything(stepped) == everything(learnt)


def test_numpys_numbers_are_heard_like_others():
    sloped = Activation("numpy's tanh", np.tanh, lambda net, output: 1 - output * output)
    net = Network.layered([2, 2, 1], activation=sloped, momentum=0.5, seed=1)
    net.links[0].weight = np.float64(0.3)
    for _ in range(2):
        net.learn([1, 0.5], [0])
    updates = [step for step in net.steps([1, 0.5], [0]) if step.phase == "update"]
    for step in updates:
        change, weight = step.equations
        assert change.symbols() == "momentum · last change − rate · sensitivity"
        assert weight.symbols() == "weight before + change"
    assert not any(type(link.weight) is Number for link in net.links)
    assert net.neuron("y1").explain().equations[1].symbols() == "numpy's tanh(net(y1))"
