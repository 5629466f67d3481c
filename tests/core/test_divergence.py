"""When learning runs away: noticed at the latest in the next lesson, named, and the weights from before are kept."""

import math
import warnings

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import DivergenceError, InputNeuron, Link, Network, Neuron, datasets
from lernmi_emo.core.divergence import divergence, first_astray


def weights(net):
    return [link.weight for link in net.links]


def until_it_diverges(net, patterns, **settings):
    """Learn in a loop as a reader would; returns the weights before each lesson, and the error."""
    before = []
    for turn in range(10_000):
        before.append(weights(net))
        try:
            net.learn(*patterns[turn % len(patterns)], **settings)
        except DivergenceError as error:
            return before, error
    raise AssertionError("it never diverged")


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("rate", [2.0, 1e6, 1e200])
@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_a_loop_of_lessons_ends_with_an_error_and_the_weights_from_before(rate, momentum, emotional):
    net = Network.layered([2, 3, 1], activation="linear", emotional=emotional, seed=1)
    before, error = until_it_diverges(net, datasets.xor(), rate=rate, momentum=momentum)
    assert weights(net) in before[-2:]
    assert all(map(math.isfinite, weights(net)))
    assert "became infinite or not a number. The weights from before that lesson are kept. Try a smaller rate" in str(
        error
    )
    assert ("or momentum than 0.9" in str(error)) == (momentum == 0.9)


def test_a_weight_that_the_last_lesson_spoilt_is_named_and_put_back_to_what_it_was():
    """One weight, one input: after the first lesson it is infinite, and the second one notices."""
    x1, y1 = InputNeuron("x1"), Neuron("y1", "linear")
    link = Link(x1, y1, 0.75)
    net = Network([x1], [y1])
    net.learn([1e200], [0.0], rate=1.0)
    assert math.isinf(link.weight)
    with pytest.raises(DivergenceError, match=r"^the weight of x1→y1 became infinite"):
        net.learn([1.0], [0.0])
    assert (link.weight, link.change) == (0.75, 0.0)
    assert net.learn([1.0], [0.0]) == 0.5 * 0.75 * 0.75


def test_a_finite_change_too_large_for_its_weight_is_taken_back():
    """Only their sum is infinite."""
    x1, y1 = InputNeuron("x1"), Neuron("y1", "linear")
    link = Link(x1, y1, 1e308)
    net = Network([x1], [y1])
    net.learn([1e-10], [1e300], rate=1.5e18)
    assert math.isinf(link.weight)
    assert 1e308 < link.change < math.inf
    with pytest.raises(DivergenceError, match=r"^the weight of x1→y1 became infinite"):
        net.learn([1.0], [0.0])
    assert (link.weight, link.change) == (1e308, 0.0)


def test_a_prediction_in_between_does_not_hide_what_the_weight_was():
    net = Network.layered([1, 1], activation="linear", bias=False, seed=1)
    before = weights(net)
    net.learn([1e200], [0.0], rate=1.0)
    net.predict([1.0])
    with pytest.raises(DivergenceError, match="the weight of x1→y1"):
        net.learn([1.0], [0.0])
    assert weights(net) == before


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
@pytest.mark.parametrize("place", ["x1→h1.2", "bias→h1.1", "emotion→h1.3", "h1.1→h2.1", "h2.2→y1"])
@pytest.mark.parametrize("inputs", [[0.5, 1.0], [0.0, 0.0]], ids=str)
@pytest.mark.parametrize("lessons", [0, 1])
def test_a_weight_set_by_hand_is_named_wherever_it_is_and_no_other_changes(value, place, inputs, lessons):
    """Also where its source gives 0, and the number that it brings would not show."""
    net = Network.layered([2, 3, 2, 1], emotional=True, seed=7)
    net.begin(datasets.xor())
    for _ in range(lessons):
        net.learn([0.0, 1.0], [1.0])
    link = net.link(*place.split("→"))
    link.weight = value
    before = weights(net)
    with pytest.raises(DivergenceError, match=f"^the weight of {link.name} became infinite or not a number"):
        net.learn(inputs, [1.0])
    assert [repr(weight) for weight in weights(net)] == [repr(weight) for weight in before]


def test_what_overflows_with_finite_weights_is_named_by_its_neuron():
    net = Network.layered([1, 1, 1], activation="linear", bias=False, seed=1)
    for link in net.links:
        link.weight = 1e200
    with pytest.raises(DivergenceError, match=r"^the net input of y1 became infinite"):
        net.learn([1.0], [0.0])
    assert weights(net) == [1e200, 1e200]


@given(seeds, st.sampled_from([math.inf, -math.inf, math.nan]))
def test_no_weight_of_any_network_can_hide(seed, value):
    net = random_graph(seed)
    inputs, targets = random_pattern(net, seed)
    net.learn(inputs, targets)
    link = net.links[seed % len(net.links)]
    link.weight = value
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(DivergenceError, match=f"the weight of {link.name} "):
            net.learn(inputs, targets)


def test_what_went_first_is_looked_for_along_the_way_of_a_lesson():
    """The weights, then forward, then backward from the outputs; and where all is finite, it is the error."""
    net = Network.layered([1, 1, 1], bias=False, seed=1)
    net.learn([1.0], [1.0])
    x1, h1, y1 = net.neurons
    for neuron, name, words in [
        (h1, "delta", "the delta of h1"),
        (h1, "sensitivity", "the sensitivity of h1"),
        (y1, "delta", "the delta of y1"),
        (y1, "sensitivity", "the sensitivity of y1"),
        (y1, "output", "the output of y1"),
        (y1, "net_input", "the net input of y1"),
        (x1, "output", "the output of x1"),
    ]:
        setattr(neuron, name, math.nan)  # each comes before those that were spoilt already
        assert first_astray(net) == words
    net.links[1].weight = -math.inf
    assert first_astray(net) == "the weight of h1→y1"
    net.links[1].weight = 0.5
    net.predict([1.0])
    assert first_astray(net) == "the error"


@pytest.mark.parametrize(("momentum", "calmer"), [(0.0, ""), (0.9, " or momentum than 0.9")])
def test_the_error_says_what_to_try(momentum, calmer):
    assert str(divergence("the error", "epoch", 5.0, momentum, where="in epoch 3, ")) == (
        "in epoch 3, the error became infinite or not a number. The weights from before that epoch are kept. "
        f"Try a smaller rate than 5{calmer}, or scale the inputs to 0..1"
    )
    assert divergence("the error", "lesson", 5.0, momentum).astray == "the error"
