import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import InputError
from lernmi_emo.support.checks import as_random, check_count, check_not_negative, check_number, check_values


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**9), 10**9)))
def test_finite_numbers_come_back_as_floats(values):
    checked = check_values(values, len(values), "inputs")
    assert checked == values
    assert all(type(value) is float for value in checked)


@pytest.mark.parametrize("bad", [math.nan, math.inf, "1", None, 1j, [1.0], 10**400])
def test_what_is_no_finite_number_is_named_by_its_place(bad):
    with pytest.raises(InputError, match="number 2 of the 3 inputs must be a finite number"):
        check_values([0.0, bad, 1.0], 3, "inputs")
    with pytest.raises(InputError, match="rate must be a finite number"):
        check_number(bad, "rate")


def test_long_lists_are_shown_by_their_beginning():
    with pytest.raises(InputError, match=r"expected 2 inputs, and 100 came: \[0, 1, …\]"):
        check_values(range(100), 2, "inputs")


def test_0_is_not_negative():
    assert check_not_negative(0, "rate") == 0.0
    assert check_not_negative(-0.0, "rate") == 0.0


@pytest.mark.parametrize("bad", [True, 1.0, "1", None, 0])
def test_a_count_is_a_whole_number_of_at_least_1(bad):
    with pytest.raises(InputError, match="epochs must be a whole number of at least 1"):
        check_count(bad, "epochs")


def test_a_seed_is_a_whole_number_or_a_random_or_none():
    chance = random.Random(1)
    assert as_random(chance) is chance
    assert as_random(3).random() == random.Random(3).random()
    assert as_random(None).random() != as_random(None).random()
    with pytest.raises(InputError, match="seed must be a whole number"):
        as_random("seven")


def test_numpy_integers_are_seeds_and_counts():
    np = pytest.importorskip("numpy")
    assert as_random(np.int64(3)).random() == random.Random(3).random()
    assert check_count(np.int64(3), "epochs") == 3
