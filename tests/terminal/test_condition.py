"""Conditions: a small language that compares numbers of the network, and can do nothing else."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import InputError, InputNeuron, LernmiEmoError, Link, NameNotFoundError, Network, Neuron
from lernmi_emo.terminal.condition import parse


@pytest.fixture
def net():
    net = Network.layered([2, 3, 3, 1], emotional=True, seed=7)
    net.learn([0, 1], [1])
    net.neuron("h1.2").delta, net.link("x1", "h1.1").weight, net.link("emotion", "y1").change = 0.5, -2.0, 0.25
    net.error = 0.125
    return net


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("h1.2.delta > 0.1", True),
        ("h1.2.delta > 0.5", False),
        ("h1.2.delta >= 0.5", True),
        ("h1.2.delta <= .5", True),
        ("h1.2.delta == 5e-1", True),
        ("h1.2.delta != 0.5", False),
        ("x1→h1.1.weight < 0", True),
        ("x1->h1.1.weight<-1", True),
        ("x1 -> h1.1.weight < −1", True),
        ("emotion→y1.change < 0", False),
        ("abs(x1→h1.1.weight) == 2", True),
        ("abs(x1→h1.1.weight + 1) == 1", True),
        ("-x1→h1.1.weight == 2", True),
        ("--2 == 2", True),
        ("1 + 2 * 3 == 7", True),
        ("(1 + 2) * 3 == 9", True),
        ("2 - 1 - 1 == 0", True),
        ("8 / 2 / 2 == 2", True),
        ("error == 0.125", True),
        ("anxiety > 0 and confidence == 0", True),
        ("1 > 2 or 2 > 1", True),
        ("1 > 2 and 2 > 1 or 2 > 1", True),
        ("1 < 2 or 2 > 1 and 1 > 2", True),
        ("(1 < 2 or 2 > 1) and 1 > 2", False),
        ("not 1 > 2", True),
        ("not (1 > 2 or 2 > 1)", False),
        ("not not 2 > 1", True),
        ("((2)) > (1)", True),
        ("((2 > 1))", True),
        ("(h1.2.delta + 1) * 2 > 2 and (2 > 1)", True),
        ("h1.2.output * 0 == 0", True),
    ],
)
def test_it_reads_as_it_is_written(net, text, truth):
    assert parse(text, net)() is truth


def test_it_is_about_the_network_as_it_is_each_time(net):
    holds = parse("h1.2.delta > 1", net)
    assert not holds()
    net.neuron("h1.2").delta = 2.0
    assert holds()


def test_a_comparison_with_what_is_not_computed_yet_is_false():
    net = Network.layered([2, 3, 1], seed=7)
    for text in ("h1.output > 0", "h1.output <= 0", "h1.output + 1 == 1", "abs(h1.output) > 0", "-h1.output < 1"):
        assert parse(text, net)() is False
    assert parse("not h1.output > 0", net)() is True


def test_names_with_other_signs_stand_in_quotes():
    x1, odd = InputNeuron("x1"), Neuron("my neuron-2")
    Link(x1, odd, 0.5)
    net = Network([x1], [odd])
    net.predict([1])
    assert parse("'my neuron-2'.output > 0.5", net)()
    assert parse('x1→"my neuron-2".weight == 0.5', net)()


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("", InputError, "can't be read as a condition: a number or a name is missing at the end"),
        ("h1.1.output", InputError, "a comparison is missing after 'h1.1.output'"),
        ("h1.1.output >", InputError, "missing at the end"),
        ("> 1", InputError, "a number or a name is missing before '>'"),
        ("1 > 2 > 3", InputError, "'>' is not expected there"),
        ("1 > 2 2", InputError, "'2' is not expected there"),
        ("(1 > 2", InputError, r"'\)' is missing at the end"),
        ("(1 + 2 > 2", InputError, r"'\)' is missing at the end"),
        ("abs(1 > 2", InputError, r"'\)' is missing before '>'"),
        ("1 > 2 and", InputError, "missing at the end"),
        ("and > 1", InputError, "missing before 'and'"),
        ("1 = 2", InputError, "'=' means nothing there"),
        ("1 > $", InputError, r"'\$' means nothing there"),
        ("h1 > 1", NameNotFoundError, "'h1' is no number: take one of its attributes, such as h1.weight"),
        ("h9.output > 1", NameNotFoundError, "there is no neuron 'h9'"),
        ("x1→y1.weight > 1", NameNotFoundError, "there is no link from 'x1' to 'y1'"),
        ("h1.1.weight > 1", NameNotFoundError, "h1.1 has no 'weight': "),
        ("x1→h1.1.wieght > 1", NameNotFoundError, "did you mean 'weight'?"),
        ("__import__('os').system('ls') > 0", NameNotFoundError, "'__import__' is no number"),
        ("h1.1.__class__ > 0", NameNotFoundError, "h1.1 has no '__class__'"),
        ("h1.1.incoming > 0", NameNotFoundError, "h1.1 has no 'incoming'"),
        ("x1→h1.1.source.output > 0", NameNotFoundError, "no neuron 'h1.1.source'"),
        ("(" * 490 + "1 > 0", InputError, "too many brackets"),
        ("1 > 0 or " * 60 + "1 > 0", InputError, "at most 500 signs, and this has 545"),
    ],
)
def test_what_it_can_not_read_is_refused_and_said_where(net, text, error, message):
    with pytest.raises(error, match=message):
        parse(text, net)


def test_emotions_of_a_plain_network_are_not_there():
    with pytest.raises(NameNotFoundError, match="no emotions"):
        parse("anxiety > 0", Network.layered([2, 1]))


def test_a_division_by_zero_is_told_when_it_happens(net):
    holds = parse("1 / (h1.2.delta - 0.5) > 1", net)
    with pytest.raises(InputError, match="divides by zero"):
        holds()


@given(st.text(alphabet="h1.x2→->()<=! abs+*/'\"andornt0.5e", max_size=40))
def test_any_text_is_a_condition_or_is_refused_in_words(text):
    net = Network.layered([2, 2, 1], seed=7)
    with suppress(LernmiEmoError):
        assert parse(text, net)() in (True, False)
