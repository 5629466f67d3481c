import math
import random
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import datasets
from lernmi_emo.datasets import one_hot, split
from lernmi_emo.support.exceptions import InputError


def patterns_of(classes, width):
    """One pattern for each class number, told apart by its input."""
    return [([float(number)], one_hot(each, width)) for number, each in enumerate(classes)]


def test_the_digits_are_split_into_1347_to_train_and_450_to_test():
    train, test = split(datasets.digits(), fraction=0.75, seed=0)
    assert (len(train), len(test)) == (1347, 450)


def test_each_digit_is_shared_out_like_the_whole():
    digits = datasets.digits()
    counts = Counter(targets.index(1.0) for _, targets in digits)
    trained = Counter(targets.index(1.0) for _, targets in split(digits)[0])
    assert all(abs(trained[digit] - 0.75 * counts[digit]) < 1 for digit in range(10))


classes_and_fraction = st.tuples(
    st.lists(st.integers(0, 4), min_size=2, max_size=60),
    st.one_of(st.floats(0.01, 0.99), st.fractions(0, 1, max_denominator=20).map(float)),
    st.integers(0, 2**32),
)


def splittable(drawn):
    classes, fraction, _ = drawn
    return 1 <= math.floor(len(classes) * Fraction(fraction).limit_denominator(10**9)) < len(classes)


@given(classes_and_fraction.filter(splittable))
def test_every_pattern_is_in_exactly_one_part_as_the_same_object(drawn):
    classes, fraction, seed = drawn
    patterns = patterns_of(classes, 5)
    train, test = split(patterns, fraction, seed)
    assert sorted(map(id, train + test)) == sorted(map(id, patterns))


@given(classes_and_fraction.filter(splittable))
def test_the_training_part_holds_the_fraction_rounded_down_and_of_each_class_to_within_one(drawn):
    classes, fraction, seed = drawn
    train, _ = split(patterns_of(classes, 5), fraction, seed)
    assert len(train) == math.floor(len(classes) * Fraction(fraction).limit_denominator(10**9))
    sizes, trained = Counter(classes), Counter(targets.index(1.0) for _, targets in train)
    assert all(abs(trained[each] - sizes[each] * fraction) < 1 + 1e-6 for each in sizes)


@given(classes_and_fraction.filter(splittable))
def test_the_same_seed_gives_the_same_split(drawn):
    classes, fraction, seed = drawn
    patterns = patterns_of(classes, 5)
    assert split(patterns, fraction, seed) == split(patterns, fraction, random.Random(seed))


def test_another_seed_gives_another_split():
    patterns = patterns_of([0, 1] * 20, 2)
    assert split(patterns, seed=0) != split(patterns, seed=1)


def test_both_parts_are_shuffled_and_not_sorted_by_class():
    train, test = split(patterns_of([0] * 40 + [1] * 40, 2), 0.5)
    for part in (train, test):
        order = [inputs[0] for inputs, _ in part]
        assert order != sorted(order)
        assert len({tuple(targets) for _, targets in part[:20]}) == 2


@pytest.mark.parametrize("low", [0.0, -1.0])
def test_single_targets_of_two_values_are_classes(low):
    patterns = [([number], [1.0 if number < 4 else low]) for number in range(40)]
    for seed in range(20):
        train, test = split(patterns, 0.75, seed)
        assert sum(targets == [1.0] for _, targets in train) == 3
        assert sum(targets == [1.0] for _, targets in test) == 1


def test_targets_that_are_no_classes_are_only_shuffled():
    patterns = [([number], [number / 10]) for number in range(100)]
    train, test = split(patterns, 0.6)
    assert (len(train), len(test)) == (60, 40)


@pytest.mark.parametrize(
    ("count", "fraction", "trained"),
    [(100, 0.29, 29), (10, 0.7, 7), (3, 2 / 3, 2), (1797, 0.75, 1347), (4, 0.75, 3), (2, 0.99, 1)],
)
def test_the_share_is_rounded_down_but_not_for_a_floating_point_hair(count, fraction, trained):
    assert len(split([([0], [number / 7]) for number in range(count)], fraction)[0]) == trained


def test_numpy_rows_are_split_as_they_are():
    numpy = pytest.importorskip("numpy")
    rows = [(numpy.array(inputs), numpy.array(targets)) for inputs, targets in patterns_of([0, 1] * 8, 2)]
    train, test = split(rows)
    assert len(train) == 12
    assert {id(row) for row in train + test} == {id(row) for row in rows}
    plain, _ = split(patterns_of([0, 1] * 8, 2))
    assert [row[0][0] for row in train] == [inputs[0] for inputs, _ in plain]


@pytest.mark.parametrize("fraction", [0, 1, -0.1, 1.5, math.nan, math.inf, "half", None])
def test_a_fraction_that_leaves_nothing_to_one_part_is_refused(fraction):
    with pytest.raises(InputError, match="fraction must be"):
        split(datasets.xor(), fraction)


def test_too_few_patterns_for_both_parts_are_refused():
    with pytest.raises(InputError, match=r"1 patterns are too few to split at 0\.75: .* and got 0 and 1"):
        split(datasets.xor()[:1])
    with pytest.raises(InputError, match=r"4 patterns are too few to split at 0\.1: .* and got 0 and 4"):
        split(datasets.xor(), 0.1)


@pytest.mark.parametrize(
    ("patterns", "says"),
    [
        ([], "it is empty"),
        ([([0], [1]), ([0], 1)], "pattern 2 must be a pair"),
        ([([0], [1]), ([0], ["oak"])], "targets of pattern 2 must be a finite number"),
    ],
)
def test_what_are_no_patterns_is_refused(patterns, says):
    with pytest.raises(InputError, match=says):
        split(patterns)
