import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import ACTIVATIONS, Activation, NameNotFoundError, Network, datasets

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite)
def test_logistic_never_leaves_the_open_interval_from_0_to_1_nor_raises(net):
    assert 0.0 < Activation.named("logistic").value(net) < 1.0


def test_logistic_stays_where_it_was_once_a_float_can_not_tell_it_from_0_or_1():
    value = Activation.named("logistic").value
    assert value(-707.9) > value(-708.0) == value(-708.1) == value(-1e308)
    assert value(1.0) < value(36.7) == value(36.8) == value(1e308)


@given(finite, finite)
def test_logistic_never_falls(one, other):
    value = Activation.named("logistic").value
    low, high = sorted([one, other])
    assert value(low) <= value(high)


@given(finite)
def test_every_activation_stays_in_its_range_and_never_raises(net):
    for name in ("step", "rectifier", "logistic", "tanh", "arctan", "linear"):
        activation = Activation.named(name)
        output = activation.value(net)
        assert activation.lowest <= output <= activation.highest
        assert not math.isnan(activation.slope(net, output))


@given(st.floats(min_value=-20, max_value=20))
def test_each_slope_is_the_difference_quotient_of_its_value(net):
    for name in ("logistic", "tanh", "arctan", "linear"):
        activation = Activation.named(name)
        quotient = (activation.value(net + 1e-5) - activation.value(net - 1e-5)) / 2e-5
        assert activation.slope(net, activation.value(net)) == pytest.approx(quotient, rel=1e-5, abs=1e-9)


def test_the_steps_slope_is_0_so_nothing_behind_it_learns():
    net = Network.layered([2, 3, 1], activation=["step", "logistic"], seed=1)
    before = [net.link("x1", name).weight for name in ("h1", "h2", "h3")]
    net.train(datasets.xor(), epochs=3)
    assert [net.link("x1", name).weight for name in ("h1", "h2", "h3")] == before


def test_what_is_not_a_number_is_not_hidden():
    assert math.isnan(Activation.named("rectifier").value(math.nan))
    assert math.isnan(Activation.named("logistic").value(math.nan))


@pytest.mark.parametrize("name", ["step", "rectifier"])
def test_at_0_itself_they_are_flat(name):
    activation = Activation.named(name)
    assert (activation.value(0.0), activation.slope(0.0, 0.0)) == (0.0, 0.0)


def test_each_says_the_range_that_its_values_lie_in():
    """Targets outside are warned of, and cross-entropy's outputs lie inside."""
    ranges = {
        "step": (0.0, 1.0),
        "rectifier": (0.0, math.inf),
        "logistic": (0.0, 1.0),
        "tanh": (-1.0, 1.0),
        "arctan": (-math.pi / 2, math.pi / 2),
        "linear": (-math.inf, math.inf),
    }
    for name, ends in ranges.items():
        assert (Activation.named(name).lowest, Activation.named(name).highest) == ends


def test_one_of_a_readers_own_has_any_value_and_no_written_form_unless_it_says_so():
    cube = Activation("cube", lambda net: net**3, lambda net, output: 3 * net * net)
    assert (cube.lowest, cube.highest, cube.value_form, cube.slope_form) == (-math.inf, math.inf, None, None)


@pytest.mark.parametrize("net", [-2.0, -0.5, 0.0, 0.5, 2.0])
def test_a_written_form_gives_what_it_stands_for(net):
    for name in ("rectifier", "logistic"):
        activation = Activation.named(name)
        assert activation.value_form(net) == activation.value(net)
    assert Activation.named("linear").slope_form(net, net) == Activation.named("linear").slope(net, net)


def test_all_neurons_share_it_so_it_can_not_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Activation.named("tanh").highest = 2.0


def test_its_repr_names_it():
    assert repr(Activation.named("tanh")) == "Activation(tanh)"


def test_an_unknown_name_is_an_error_that_suggests_the_nearest():
    with pytest.raises(
        NameNotFoundError, match=r"no activation 'sigmoit'.*there are: arctan.*Add one of your own with Activation\("
    ):
        Activation.named("sigmoit")
    with pytest.raises(NameNotFoundError, match="did you mean 'logistic'"):
        Network.layered([2, 1], activation="logistik")


def test_a_user_can_add_an_activation_and_use_it_by_name():
    softplus = Activation("softplus", lambda net: math.log1p(math.exp(net)), lambda net, _: 1 / (1 + math.exp(-net)))
    softplus.register()
    try:
        net = Network.layered([1, 1], activation="softplus", bias=False)
        net.link("x1", "y1").weight = 1.0
        assert net.predict([0.5]) == [math.log1p(math.exp(0.5))]
    finally:
        del ACTIVATIONS["softplus"]
