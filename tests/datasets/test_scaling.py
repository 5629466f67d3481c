import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo.datasets import Scaling
from lernmi_emo.support.exceptions import InputError

TRAIN = [([0, 50], [10]), ([10, 70], [30])]


def test_the_smallest_value_of_each_column_becomes_0_and_the_largest_1():
    assert Scaling.learn(TRAIN).apply(TRAIN) == [([0.0, 0.0], [10.0]), ([1.0, 1.0], [30.0])]


def test_the_test_part_is_scaled_with_the_training_parts_numbers_and_may_leave_0_to_1():
    assert Scaling.learn(TRAIN).apply([([5, 80], [0]), ([-10, 60], [0])]) == [([0.5, 1.5], [0.0]), ([-1.0, 0.5], [0.0])]


def test_applying_a_scaling_changes_neither_it_nor_the_patterns():
    patterns = [([0.0, 50.0], [10.0]), ([10.0, 70.0], [30.0])]
    scaling = Scaling.learn(patterns)
    first = scaling.apply(patterns)
    assert patterns == [([0.0, 50.0], [10.0]), ([10.0, 70.0], [30.0])]
    assert scaling.apply(patterns) == first
    assert first[0][1] is not patterns[0][1]


def test_a_column_of_one_value_becomes_0_and_another_value_keeps_its_distance_from_it():
    scaling = Scaling.learn([([3], [0]), ([3], [1])])
    assert scaling.apply([([3], [0]), ([5], [1])]) == [([0.0], [0.0]), ([2.0], [1.0])]


def test_targets_are_scaled_only_if_asked_and_predictions_can_be_brought_back():
    scaling = Scaling.learn(TRAIN, targets=True)
    assert [targets for _, targets in scaling.apply(TRAIN)] == [[0.0], [1.0]]
    assert scaling.restore([0.25]) == [15.0]


def test_one_patterns_inputs_are_scaled_as_the_patterns_are():
    scaling = Scaling.learn(TRAIN, targets=True)
    assert [scaling.scale(inputs) for inputs, _ in TRAIN] == [inputs for inputs, _ in scaling.apply(TRAIN)]


@pytest.mark.parametrize("inputs", [[5], [5, 80, 1], [5, math.nan]])
def test_inputs_that_do_not_fit_the_columns_are_refused(inputs):
    with pytest.raises(InputError, match=r"\binputs\b"):
        Scaling.learn(TRAIN).scale(inputs)


def test_predictions_cannot_be_brought_back_where_targets_were_not_scaled():
    with pytest.raises(InputError, match=r"targets were not scaled: use Scaling\.learn\(train, targets=True\)"):
        Scaling.learn(TRAIN).restore([0.5])


def test_it_prints_its_ranges():
    assert repr(Scaling.learn(TRAIN)) == "Scaling(inputs: 0..10, 50..70)"
    assert repr(Scaling.learn(TRAIN, targets=True)) == "Scaling(inputs: 0..10, 50..70; targets: 10..30)"
    assert repr(Scaling.learn([([0] * 64, [1])])) == "Scaling(inputs: 0..0, 0..0, 0..0, 0..0, … (64 columns))"


def test_numpy_rows_come_out_as_plain_lists_of_floats():
    numpy = pytest.importorskip("numpy")
    rows = [(numpy.array(inputs), numpy.array(targets)) for inputs, targets in TRAIN]
    scaled = Scaling.learn(rows).apply(rows)
    assert scaled == Scaling.learn(TRAIN).apply(TRAIN)
    assert all(type(value) is float for pattern in scaled for values in pattern for value in values)


@pytest.mark.parametrize(
    ("patterns", "says"),
    [
        ([], "it is empty"),
        ([([1, 2], [0]), ([1], [0])], "expected 2 inputs of pattern 2, and 1 came"),
        ([([1], [0]), ([math.nan], [0])], "inputs of pattern 2 must be a finite number"),
        ([([1], [0]), (["a"], [0])], "inputs of pattern 2 must be a finite number"),
        ([([-1e308], [0]), ([1e308], [0])], "column 1 of the inputs reaches from -1e.308 to 1e.308: too far"),
    ],
)
def test_patterns_that_have_no_range_are_refused(patterns, says):
    with pytest.raises(InputError, match=says):
        Scaling.learn(patterns)


def test_patterns_of_another_width_than_those_learnt_from_are_refused():
    with pytest.raises(InputError, match="expected 2 inputs of pattern 1, and 3 came"):
        Scaling.learn(TRAIN).apply([([1, 2, 3], [0])])
    with pytest.raises(InputError, match="expected 1 targets of pattern 1, and 2 came"):
        Scaling.learn(TRAIN, targets=True).apply([([1, 2], [0, 1])])
    with pytest.raises(InputError, match="expected 1 outputs, and 2 came"):
        Scaling.learn(TRAIN, targets=True).restore([0, 1])
    with pytest.raises(InputError, match="targets of pattern 1"):
        Scaling.learn(TRAIN).apply([([1, 2], ["oak"])])


values = st.floats(-1e150, 1e150)


@given(st.lists(st.tuples(values, values), min_size=1, max_size=8))
def test_what_was_learnt_from_lies_in_0_to_1_and_comes_back_nearly_as_it_was(rows):
    patterns = [([a], [b]) for a, b in rows]
    scaling = Scaling.learn(patterns, targets=True)
    low, high = min(b for _, b in rows), max(b for _, b in rows)
    for (_, b), (inputs, targets) in zip(rows, scaling.apply(patterns), strict=True):
        assert 0.0 <= inputs[0] <= 1.0
        assert 0.0 <= targets[0] <= 1.0
        assert scaling.restore(targets)[0] == pytest.approx(b, rel=1e-12, abs=1e-12 * max(abs(low), abs(high)))
