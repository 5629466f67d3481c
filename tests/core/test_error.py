import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import ERROR_FUNCTIONS, InputError, NameNotFoundError, Network

inside = st.floats(min_value=0.01, max_value=0.99)


@given(inside, inside)
def test_each_slope_is_the_difference_quotient_of_its_value(output, target):
    for error in ERROR_FUNCTIONS.values():
        quotient = (error.value(output + 1e-6, target) - error.value(output - 1e-6, target)) / 2e-6
        assert error.slope(output, target) == pytest.approx(quotient, rel=1e-4, abs=1e-6)


def test_choosing_an_error_function_changes_what_links_learn_from():
    sensitivities = []
    for name in ("half squared", "binary cross-entropy"):
        net = Network.layered([1, 1], error=name, seed=1)
        net.learn([1], [1])
        sensitivities.append(net.link("x1", "y1").sensitivity)
    assert sensitivities[0] != sensitivities[1]


def test_with_a_logistic_output_cross_entropy_leaves_the_plain_difference_as_delta():
    net = Network.layered([1, 1], error="binary cross-entropy", seed=1)
    net.learn([1], [1])
    y1 = net.neuron("y1")
    assert y1.delta == pytest.approx(y1.output - 1, rel=1e-14)


@pytest.mark.parametrize("weight", [-1e300, 1e300])
@pytest.mark.parametrize("target", [0, 1])
def test_cross_entropy_stays_finite_at_the_ends(weight, target):
    net = Network.layered([1, 1], error="binary cross-entropy")
    net.link("x1", "y1").weight = weight
    assert math.isfinite(net.learn([1], [target]))
    assert math.isfinite(net.link("x1", "y1").sensitivity)


def test_cross_entropy_of_an_output_beyond_its_range_is_an_error_that_says_what_to_do():
    net = Network.layered([1, 1], activation="linear", error="binary cross-entropy")
    net.link("x1", "y1").weight = 5.0
    weights = [link.weight for link in net.links]
    with pytest.raises(InputError, match="give the output neurons the logistic activation"):
        net.learn([1], [1])
    assert [link.weight for link in net.links] == weights


@pytest.mark.parametrize("output", [0.0, 1.0, 1.5, -0.5])
def test_cross_entropy_has_no_value_and_no_slope_at_0_and_1_nor_beyond(output):
    error = ERROR_FUNCTIONS["binary cross-entropy"]
    for function in (error.value, error.slope):
        with pytest.raises(InputError, match=f"needs outputs between 0 and 1, and an output neuron gave {output:g}: "):
            function(output, 1.0)


def test_all_networks_share_it_so_it_can_not_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        ERROR_FUNCTIONS["half squared"].name = "whole squared"


def test_an_unknown_error_function_is_an_error():
    with pytest.raises(
        NameNotFoundError, match=r"did you mean 'half squared'.*Add one of your own with ErrorFunction\("
    ):
        Network.layered([1, 1], error="half square")
