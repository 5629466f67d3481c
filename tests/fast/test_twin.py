"""Predicting many patterns by the twin."""

import math

import pytest
from bits import everything, exact
from graphs import random_graph, random_pattern, seeds
from hypothesis import given

from lernmi_emo import Activation, InputError, Network, datasets

pytest.importorskip("numba", reason="numba is in the extra 'fast'")

from lernmi_emo.fast import Twin


@given(seeds)
def test_its_outputs_are_what_the_network_predicts(seed):
    net = random_graph(seed)
    inputs = [random_pattern(net, seed + place)[0] for place in range(5)]
    assert exact(Twin(net).outputs(inputs)) == exact([net.predict(each) for each in inputs])


def test_evaluate_is_the_same_and_leaves_the_last_patterns_values():
    one, other = (Network.layered([2, 5, 1], emotional=True, seed=7) for _ in range(2))
    assert one.evaluate(datasets.xor()) == other.evaluate(datasets.xor(), fast=True)
    assert everything(one) == everything(other)


def test_the_objects_stay_as_they_are():
    net = Network.layered([2, 5, 1], seed=7)
    net.learn([0, 1], [1])
    before = everything(net)
    Twin(net).outputs([[0.0, 0.0], [1.0, 1.0]])
    assert everything(net) == before


def test_it_follows_the_network_when_it_reads_again():
    net = Network.layered([2, 5, 1], seed=7)
    twin = Twin(net)
    net.train(datasets.xor(), epochs=3)
    assert twin.outputs([[0.0, 1.0]]) != [net.predict([0.0, 1.0])]
    twin.read()
    assert twin.outputs([[0.0, 1.0]]) == [net.predict([0.0, 1.0])]


def test_no_patterns_have_no_outputs():
    assert Twin(Network.layered([2, 3, 1])).outputs([]) == []


def test_inputs_must_fit():
    with pytest.raises(InputError, match="inputs of pattern 2, and 1 came"):
        Twin(Network.layered([2, 3, 1])).outputs([[0, 1], [1]])


def test_what_has_no_finite_value_is_left_to_the_objects():
    own = Activation("log", lambda net: math.log(abs(net)), lambda net, _: 1 / net)
    net = Network.layered([2, 4, 1], activation=[own, "logistic"], bias=False, seed=7)
    assert Twin(net).outputs([[0.5, 1.0]]) == [net.predict([0.5, 1.0])]
    with pytest.raises(ValueError, match=r"math domain error|expected a positive input"):
        Twin(net).outputs([[0.5, 1.0], [0.0, 0.0]])
