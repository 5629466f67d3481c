"""Equations from what was heard: only what comes to the very number is shown as a formula."""

import math

import pytest

from lernmi_emo.core.functions import exp
from lernmi_emo.expressions.expression import Quantity
from lernmi_emo.watching.formula import Formula, Made, Ref
from lernmi_emo.watching.number import Number
from lernmi_emo.watching.written_out import constant, equations, gives, reckon, term_of, written_out

NET = Ref("neuron", ("y1",), "net_input")
OUTPUT = Ref("neuron", ("x1",), "output")
WEIGHT = Ref("link", ("x1→y1",), "weight")
ADDS = ("+", 0, ("*", 1, 2))


def letters(place):
    return Quantity("abc"[place], (0.5, 0.25, 3.0)[place])


def equation_of(values, tree=ADDS, refs=(NET, OUTPUT, WEIGHT, NET), own="x1→y1", **formula):
    [equation] = equations(refs, values, Formula((Made(len(refs) - 1, tree),), **formula), own, "Link.propagate")
    return equation


@pytest.mark.parametrize(
    ("make", "text"),
    [
        (lambda a, b, c: a * b + c, "a · b + c"),
        (lambda a, b, c: a * (b + c), "a · (b + c)"),
        (lambda a, b, c: a - (b - c), "a − (b − c)"),
        (lambda a, b, c: a / (b * c), "a / (b · c)"),
        (lambda a, b, c: -a * b, "(−a) · b"),
        (lambda a, b, c: 0.5 * (a - b) * (a - b), "½ · (a − b)²"),
        (lambda a, b, c: 1.0 / (1.0 + exp(-a)), "1 / (1 + exp(−a))"),
        (lambda a, b, c: 2 * a + 0.75, "2 · a + 0.75"),
        (lambda a, b, c: 0.0 + a, "a"),
    ],
)
def test_a_formula_is_written_as_the_code_has_it_and_comes_to_the_same_number(make, text):
    made = make(*(Number(letters(place).value, place) for place in range(3)))
    expression = written_out(made.tree, letters)
    assert str(expression) == text
    assert expression.reckon() == float(made) == make(0.5, 0.25, 3.0)


def test_what_is_added_to_is_called_so_far():
    assert str(equation_of([0.25, 0.5, 0.5, 0.5])) == (
        "net(y1) = net(y1) so far + output(x1) · weight = 0.2500 + 0.5000 · 0.5000 = 0.5000"
    )


@pytest.mark.parametrize("value", [0.5000000000000001, -0.5, math.nan])
def test_a_formula_that_does_not_come_to_the_number_is_not_shown(value):
    equation = equation_of([0.25, 0.5, 0.5, value])
    assert equation.expression is None
    assert equation.remark == "made by Link.propagate"


def test_what_lost_its_trail_is_made_by_its_method():
    equation = equation_of([0.25, 0.5, 0.5, 0.5], tree=None)
    assert str(equation) == "net(y1) = 0.5000  (made by Link.propagate)"


@pytest.mark.parametrize("value", [math.inf, math.nan])
def test_infinity_and_what_is_no_number_are_shown_by_the_formula_that_makes_them(value):
    equation = equation_of([0.25, value, 0.5, value])
    assert equation.expression is not None
    assert str(equation).endswith(f"= {value}")


def test_a_frozen_change_is_no_formula():
    change = Ref("link", ("x1→y1",), "change")
    equation = equation_of([0.0], tree=("constant", 0.0), refs=(change,), frozen=True)
    assert str(equation) == "change = 0.0000  (frozen)"


def test_what_is_the_link_s_own_goes_without_its_name_and_what_is_anothers_has_it():
    assert "weight =" not in str(equation_of([0.0, 0.5, 0.5, 0.25], own="other"))
    assert "weight(x1→y1)" in str(equation_of([0.0, 0.5, 0.5, 0.25], own="other"))


def test_a_sum_that_a_neurons_own_first_message_begins_needs_no_0():
    sensitivity = Ref("neuron", ("y1",), "sensitivity")
    refs = (sensitivity, Ref("neuron", ("y1",), "output"), Ref("argument", ("y1",), "target"), sensitivity)
    tree = ("+", 0, ("-", 1, 2))
    assert equation_of([0.0, 0.75, 1.0, -0.25], tree, refs, own="y1").symbols() == "output(y1) − target(y1)"
    begun = equation_of([0.5, 0.75, 1.0, 0.25], tree, refs, own="y1")
    assert begun.symbols() == "sensitivity(y1) so far + (output(y1) − target(y1))"


def test_a_term_is_what_was_added_and_nothing_else():
    refs = [NET, OUTPUT, WEIGHT]
    assert term_of(ADDS, refs, NET) == ("*", 1, 2)
    assert term_of(("*", 0, 1), refs, NET) is None
    assert term_of(("+", 1, 0), refs, NET) is None
    assert term_of(None, refs, NET) is None


def test_there_is_no_reckoning_what_overflows():
    assert math.isnan(reckon(written_out(("call", "exp", (("constant", 1000.0),), math.exp), letters)))
    assert gives(constant(0.5), 0.5)
    assert not gives(constant(0.5), 0.25)
