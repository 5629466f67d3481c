"""The lecture's formulas for activations."""

import math

import pytest

from lernmi_emo import Activation


@pytest.mark.parametrize(
    ("name", "formula"),
    [
        ("step", lambda u: 0.0 if u <= 0 else 1.0),
        ("rectifier", lambda u: max(0.0, u)),
        ("logistic", lambda u: 1 / (1 + math.exp(-u))),
        ("tanh", lambda u: (math.exp(u) - math.exp(-u)) / (math.exp(u) + math.exp(-u))),
        ("arctan", math.atan),
    ],
)
def test_each_activation_has_the_lectures_value(name, formula):
    for u in (-3.0, -0.5, 0.0, 0.25, 2.0):
        assert Activation.named(name).value(u) == pytest.approx(formula(u), abs=1e-15)


def test_the_slope_of_arctan():
    assert Activation.named("arctan").slope(2.0, math.atan(2.0)) == 1 / 5
