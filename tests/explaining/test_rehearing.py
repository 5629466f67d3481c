"""A message heard once more: the same numbers, and afterwards everything as it was."""

import pytest
from bits import everything, exact
from graphs import random_graph, random_pattern, seeds
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import InputError, InputNeuron, Link, Network, Neuron, datasets
from lernmi_emo.explaining.rehearing import Rehearing, around, lesson_is_over, updated, weights_used


class Bold(Link):
    """An update of its own, which comes out the same when it is told once more."""

    def update(self, rate, momentum):
        super().update(3 * rate, momentum)


def classes(parts):
    return [type(part) for part in parts]


# Once more, and back


@given(seeds, st.booleans())
def test_whatever_is_told_once_more_all_is_as_it_was(seed, learnt):
    net = random_graph(seed)
    if learnt:
        net.learn(*random_pattern(net, seed))
    held, before = everything(net), classes([*net.neurons, *net.links])
    for link in net.links:
        with Rehearing(around(link)) as rehearing:
            for method, arguments in (("propagate", ()), ("backpropagate", ()), ("update", (0.5, 0.25))):
                rehearing.tell(link, method, {(link, "weight"): 7.0}, *arguments)
    assert everything(net) == held
    assert classes([*net.neurons, *net.links]) == before


@given(seeds)
def test_told_once_more_each_update_makes_the_same_weight_to_the_last_bit(seed):
    net = random_graph(seed)
    for number in range(2):
        net.learn(*random_pattern(net, number), rate=0.3, momentum=0.5)
    for link in net.links:
        given_then = {(link, "weight"): link.weight_before, (link, "change"): link.last_change}
        given_then |= {
            (part.emotions, "anxiety"): net.lesson.anxiety for part in around(link) if hasattr(part, "emotions")
        }
        given_then |= {
            (part.emotions, "confidence"): net.lesson.confidence for part in around(link) if hasattr(part, "emotions")
        }
        with Rehearing(around(link)) as rehearing:
            told = rehearing.tell(link, "update", given_then, 0.3, 0.5)
        assert exact(told.value("weight")) == exact(link.weight) or link.frozen
        assert exact(told.value("change")) == exact(link.change)


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_left_by_an_error_it_puts_everything_back(error):
    class Refusing(Link):
        def propagate(self):
            self.target.net_input = 5.0
            raise error

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Refusing(x1, y1, 0.5)
    net = Network([x1], [y1])
    held = everything(net)
    with pytest.raises(error):
        link.explain()
    assert everything(net) == held
    assert classes([x1, y1, link]) == [InputNeuron, Neuron, Refusing]


def test_what_is_not_computed_yet_is_marked_and_the_formula_is_heard_without_it():
    net = Network.layered([1, 1], bias=False, seed=7)
    [link] = net.links
    with Rehearing(around(link)) as rehearing:
        told = rehearing.tell(link, "propagate", {(link.target, "net_input"): 0.0})
    [(ref, term, known)] = told.terms()
    assert (str(ref), str(term), known) == ("y1.net_input", "output(x1) · weight", False)
    net.predict([0.5])
    with Rehearing(around(link)) as rehearing:
        told = rehearing.tell(link, "propagate", {(link.target, "net_input"): 0.0})
    [(_, term, known)] = told.terms()
    assert (term.reckon(), known) == (link.weight * 0.5, True)


def test_breakpoints_do_not_stop_in_it(monkeypatch):
    def stop(*_):
        raise AssertionError("stopped")

    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.learn([0, 1], [1])
    said = [str(part.explain()) for part in (*net.links, *net.neurons)]
    for link in net.links:
        for phase in ("forward", "backward", "update"):
            net.break_on(link.name, phase=phase)
    net.break_on("y1", phase="error")
    net.break_on("emotions")
    monkeypatch.setattr("sys.breakpointhook", stop)
    assert [str(part.explain()) for part in (*net.links, *net.neurons)] == said
    assert len(net.breaks()) == 3 * len(net.links) + 2


# Which weights have had their update


@given(seeds, st.integers(0, 40))
def test_in_the_midst_of_the_updates_each_weight_knows_whether_it_had_its_own(seed, count):
    net = random_graph(seed)
    net.learn(*random_pattern(net, 1))
    done = set()
    for step in net.steps(*random_pattern(net, seed), rate=0.4, momentum=0.3):
        if step.phase != "update":
            continue
        done.add(step.subject)
        if len(done) > count:
            break
    for link in net.links:
        if link.sensitivity and not link.frozen:
            assert updated(link, net, around(link)) == (link.name in done)
            assert weights_used([link], net)[link] == (link.weight_before if link.name in done else link.weight)


@given(seeds)
def test_before_and_after_the_updates_the_weights_used_are_those_of_the_forward_pass(seed):
    net = random_graph(seed)
    for number in range(2):
        pattern = random_pattern(net, number)
        before = {link: link.weight for link in net.links}
        net.begin([pattern])
        lesson = net.begin_lesson(*pattern)
        net.present(lesson.inputs)
        net.propagate()
        net.take_error()
        net.backpropagate()
        assert weights_used(net.links, net) == before
        net.update()
        assert lesson_is_over(net)
        assert weights_used(net.links, net) == before
    net.predict(pattern[0])
    assert weights_used(net.links, net) == {link: link.weight for link in net.links}


def test_a_last_weight_that_changes_nothing_does_not_end_the_lesson():
    x1, h1, h2, y1 = InputNeuron("x1"), Neuron("h1"), Neuron("h2", "rectifier"), Neuron("y1")
    Link(x1, h1, 0.5), Link(x1, h2, -0.5)
    Link(h1, y1, 0.25), Link(h2, y1, 0.75)  # h2 gives 0: the last weight never changes
    net = Network([x1], [y1])
    net.learn([1], [0])
    updates = [step.subject for step in net.steps([0.5], [1]) if step.phase == "update"]
    again = net.clone()
    for step in again.steps([0.5], [1]):
        if step.phase == "update" and step.subject == updates[0]:
            break
    assert not lesson_is_over(again)
    assert lesson_is_over(net)
    assert again.link("h1", "y1").explain().equations[-1].remark == "so far"


def test_an_update_of_ones_own_that_comes_out_the_same_is_known_to_have_come():
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Bold(x1, y1, 0.5)
    net = Network([x1], [y1])
    assert not updated(link, net, around(link))
    net.train([([1], [0]), ([0.5], [1])], epochs=2)
    assert updated(link, net, around(link))
    net.predict([1])
    assert not updated(link, net, around(link))


def test_the_emotions_are_those_of_the_lesson_and_not_those_felt_since():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=2)
    felt = (net.emotions.anxiety, net.emotions.confidence)
    link = net.link("emotion", "h1")
    change = link.explain().equations[-2]
    assert change.expression.reckon() == change.value == link.change
    assert (net.emotions.anxiety, net.emotions.confidence) == felt
    assert net.lesson.anxiety != felt[0]


def test_an_error_function_that_refuses_does_not_leave_the_neuron_listening():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy", bias=False)
    net.links[0].weight = 1.0
    with pytest.raises(InputError):
        net.learn([1], [1])
    net.neuron("y1").explain()
    assert type(net.neuron("y1")) is Neuron
