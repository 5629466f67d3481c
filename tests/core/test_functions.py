"""The functions that formulas are made of: Python's own, but a number that knows its trail keeps it."""

import math

import pytest

from lernmi_emo.core.functions import exp, largest, log


class Trailing(float):
    """A number that notes which function it went through, as those of `watching` do."""

    def through(self, name, function, *before):
        return name, function, before, float(self)


@pytest.mark.parametrize("kind", [float, int])
def test_of_ordinary_numbers_they_are_pythons_own(kind):
    assert exp(kind(2)) == math.exp(2)
    assert log(kind(2)) == math.log(2)
    assert largest(kind(2), kind(3)) == 3
    assert largest(kind(3), kind(2)) == 3


def test_a_number_that_knows_its_trail_is_asked_to_go_through_the_function_by_its_written_name():
    number = Trailing(2.0)
    assert exp(number) == ("exp", math.exp, (), 2.0)
    assert log(number) == ("ln", math.log, (), 2.0)
    assert largest(0.0, number) == ("max", max, (0.0,), 2.0)
    assert largest(Trailing(1.0), number) == ("max", max, (1.0,), 2.0)
