"""Every pattern is judged on once, never by a network that learnt it, and each class has its share."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo import InputError, datasets
from lernmi_emo.datasets import one_hot
from lernmi_emo.study.folds import divide, scaled, stratified_folds

labels = st.lists(st.integers(0, 3), min_size=4, max_size=60)


def patterns_of(classes):
    return [([float(number)], one_hot(each, 4)) for number, each in enumerate(classes)]


@given(labels, st.integers(2, 4), st.integers(0, 99))
def test_each_pattern_is_in_exactly_one_fold(classes, folds, seed):
    patterns = patterns_of(classes)
    parts = stratified_folds(patterns, folds, seed)
    assert sorted(id(pattern) for part in parts for pattern in part) == sorted(map(id, patterns))


@given(labels, st.integers(2, 4), st.integers(0, 99))
def test_folds_and_their_shares_of_each_class_are_equal_to_within_one(classes, folds, seed):
    parts = stratified_folds(patterns_of(classes), folds, seed)
    sizes = [len(part) for part in parts]
    assert max(sizes) - min(sizes) <= 1
    for each in set(classes):
        counts = [sum(targets[each] == 1.0 for _, targets in part) for part in parts]
        assert max(counts) - min(counts) <= 1


def test_the_seed_deals_the_folds():
    patterns = patterns_of([0, 1] * 20)
    assert stratified_folds(patterns, 4, seed=1) == stratified_folds(patterns, 4, seed=1)
    assert stratified_folds(patterns, 4, seed=1) != stratified_folds(patterns, 4, seed=2)


def test_quantities_are_dealt_without_classes():
    parts = stratified_folds([([0.0], [number / 7]) for number in range(30)], 3, seed=0)
    assert [len(part) for part in parts] == [10, 10, 10]
    assert [target for _, [target] in parts[0]] != sorted(target for _, [target] in parts[0])


def test_each_fold_is_the_test_part_once_and_is_not_learnt_from_then():
    patterns = datasets.circle(n=40)
    tested = Counter()
    for fold in range(5):
        train, test = divide(patterns, 0.25, 5, seed=3, fold=fold)
        assert (len(train), len(test)) == (32, 8)
        assert not {id(pattern) for pattern in train} & {id(pattern) for pattern in test}
        tested.update(id(pattern) for pattern in test)
    assert set(tested.values()) == {1}
    assert len(tested) == 40


def test_hold_out_is_the_librarys_own_split_by_the_runs_seed():
    patterns = datasets.circle(n=40)
    assert divide(patterns, 0.25, None, seed=3, fold=0) == datasets.split(patterns, 0.75, seed=3)


def test_without_a_test_part_everything_is_learnt():
    assert divide(datasets.xor(), 0.0, None, seed=3, fold=0) == (datasets.xor(), [])


def test_more_folds_than_patterns_are_refused():
    with pytest.raises(InputError, match="4 patterns can't be dealt into 5 folds"):
        stratified_folds(datasets.xor(), 5, seed=0)


def test_the_test_part_is_scaled_by_the_training_parts_range():
    train, test = [([0.0, 5.0], [10.0]), ([10.0, 5.0], [30.0])], [([20.0, 6.0], [40.0])]
    assert scaled(train, test, inputs=True, targets=False)[1] == [([2.0, 1.0], [40.0])]
    assert scaled(train, test, inputs=False, targets=True)[1] == [([20.0, 6.0], [1.5])]
    assert scaled(train, test, inputs=False, targets=False) == (train, test)
    assert scaled(train, [], inputs=True, targets=True) == ([([0.0, 0.0], [0.0]), ([1.0, 0.0], [1.0])], [])
