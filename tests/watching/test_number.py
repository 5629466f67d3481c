"""Numbers that know where they came from: the same bits as floats, and a tree that tells the way."""

import copy
import math
import operator
import pickle

import pytest
from bits import exact
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo.core.functions import exp, largest, log
from lernmi_emo.watching.number import Number, without_trail

floats = st.floats()  # infinite ones, what is no number, and both zeros too
OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv]
operations = st.sampled_from(OPERATIONS)


def came(function, *values):
    """What comes of it: the bits, or the error."""
    try:
        return exact(function(*values))
    except ArithmeticError as error:
        return type(error)


def reckoned(tree, values):
    """What a tree comes to, read by itself."""
    if isinstance(tree, int):
        return values[tree]
    sign, *parts = tree
    if sign == "constant":
        return parts[0]
    inside = [reckoned(each, values) for each in parts]
    if sign == "negative":
        return -inside[0]
    if sign == "square":
        return inside[0] * inside[0]
    return {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}[sign](*inside)


@given(operations, floats, floats)
def test_each_operation_gives_the_bits_that_floats_give(operation, one, other):
    wanted = came(operation, one, other)
    assert came(operation, Number(one, 0), Number(other, 1)) == wanted
    assert came(operation, Number(one, 0), other) == wanted
    assert came(operation, one, Number(other, 1)) == wanted


@given(floats, st.integers(-5, 5))
def test_whole_numbers_take_part(value, whole):
    for operation in OPERATIONS:
        assert came(operation, Number(value, 0), whole) == came(operation, value, whole)
        assert came(operation, whole, Number(value, 0)) == came(operation, whole, value)
    assert (Number(value, 0) * whole).tree == ("*", 0, ("constant", whole))


@given(floats)
def test_signs_and_comparisons_are_those_of_floats(value):
    number = Number(value, 0)
    assert exact(-number) == exact(-value)
    assert exact(+number) == exact(value)
    assert (number < 0.5, number == value, hash(number)) == (value < 0.5, value == value, hash(value)) or value != value
    assert repr(number) == repr(value)


@given(
    st.lists(st.tuples(operations, st.integers(0, 2), st.booleans()), min_size=1, max_size=8),
    st.tuples(floats, floats, floats),
)
def test_the_tree_comes_to_the_number_however_long_the_way(way, values):
    made = Number(values[0], 0)
    for operation, place, swapped in way:
        sides = (made, Number(values[place], place))
        try:
            made = operation(*(sides[::-1] if swapped else sides))
        except ZeroDivisionError:
            return
    again = reckoned(made.tree, values)
    assert again == made or (again != again and made != made)


def test_what_stands_in_the_code_is_a_constant_and_what_lost_its_trail_is_not():
    one = Number(0.5, 0)
    lost = math.sqrt(2.0)
    assert (one * 0.25).tree == ("*", 0, ("constant", 0.25))
    assert (3 - one).tree == ("-", ("constant", 3), 0)
    assert type(one * lost) is float  # nobody guesses: it is a plain float
    assert type(one + True) is float


def test_two_numbers_at_once_in_the_code_are_constants_too():
    one = Number(0.5, 0)
    total, factor = 0.0, 0.75
    total += one * factor
    assert total.tree == ("*", 0, ("constant", 0.75))


def test_a_sum_begins_without_its_0_and_what_is_divided_by_1_stays_as_it_is():
    one = Number(0.5, 0)
    assert (0.0 + one).tree == 0
    assert sum([one, one]).tree == ("+", 0, 0)
    assert (one / 1).tree == 0
    assert (one * one).tree == ("square", 0)


@pytest.mark.parametrize("lose", [abs, round, float, int, math.exp, lambda value: value**2, lambda value: value % 2])
def test_what_is_done_by_others_loses_the_trail(lose):
    assert type(lose(Number(0.5, 0))) is not Number


@given(st.floats(-5, 5))
def test_the_cores_own_functions_keep_it(value):
    number = Number(value, 0)
    assert exact(exp(number)) == exact(math.exp(value))
    assert exp(number).tree[:3] == ("call", "exp", (0,))
    assert exact(log(exp(number))) == exact(math.log(math.exp(value)))
    assert largest(0.0, number) == max(0.0, value)


@pytest.mark.parametrize(
    "send", [copy.copy, copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value)), without_trail]
)
def test_what_is_sent_away_is_a_plain_float(send):
    assert type(send(Number(0.5, 0))) is float
    assert send([Number(0.5, 0)]) == [0.5]


def test_what_floats_refuse_is_refused():
    with pytest.raises(TypeError, match="unsupported operand"):
        Number(0.5, 0) + "a"
    with pytest.raises(ZeroDivisionError):
        Number(0.5, 0) / Number(0.0, 1)
