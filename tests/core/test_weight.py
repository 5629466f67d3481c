"""A weight by itself: what it begins with, and what it goes back to."""

import math

import pytest

from lernmi_emo import InputError
from lernmi_emo.core.weight import Weight


def test_at_first_nothing_was_sent_back_and_nothing_changed():
    weight = Weight(0.5)
    assert (weight.weight, weight.frozen) == (0.5, False)
    assert (weight.sensitivity, weight.weight_before) == (None, None)
    assert (weight.change, weight.last_change) == (0.0, 0.0)


@pytest.mark.parametrize("value", ["0.5", None, math.inf])
def test_it_is_a_finite_number(value):
    with pytest.raises(InputError, match=r"^the weight must be a finite number"):
        Weight(value)


def test_it_forgets_all_but_the_weight():
    weight = Weight(0.5)
    for _ in range(2):
        weight.open_sensitivity()
        weight.sensitivity += 0.25
        weight.update(rate=1.0, momentum=0.0)
    assert (weight.weight, weight.weight_before, weight.change, weight.last_change) == (0.0, 0.25, -0.25, -0.25)
    weight.forget()
    assert (weight.weight, weight.weight_before, weight.change, weight.last_change) == (0.0, None, 0.0, 0.0)
    assert weight.sensitivity is None
