"""The statistics, against SciPy's where it is installed, and against what is known without it."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lernmi_emo.study.statistics import DRAWS, average, bootstrap_interval, deviation, sign_flip_test

values = st.lists(st.floats(-100, 100), min_size=2, max_size=12)


def sample(count, centre, seed=0):
    chance = random.Random(seed)
    return [chance.gauss(centre, 1.0) for _ in range(count)]


@given(values)
def test_mean_and_standard_deviation_are_numpys(numbers):
    numpy = pytest.importorskip("numpy")
    assert average(numbers) == pytest.approx(numpy.mean(numbers), abs=1e-9)
    assert deviation(numbers) == pytest.approx(numpy.std(numbers, ddof=1), abs=1e-9)


@given(values, st.randoms(use_true_random=False))
def test_neither_depends_on_the_order(numbers, chance):
    shuffled = chance.sample(numbers, len(numbers))
    assert (average(shuffled), deviation(shuffled)) == (average(numbers), deviation(numbers))


def test_a_single_value_has_no_deviation_and_no_interval():
    assert deviation([3.0]) is None
    assert bootstrap_interval([3.0]) is None


@pytest.mark.parametrize("count", [30, 8])
def test_the_bootstrap_interval_is_scipys(count):
    stats, numpy = pytest.importorskip("scipy.stats"), pytest.importorskip("numpy")
    numbers = sample(count, 0.4)
    theirs = stats.bootstrap((numbers,), numpy.mean, method="percentile", n_resamples=DRAWS, rng=1).confidence_interval
    assert bootstrap_interval(numbers) == pytest.approx((theirs.low, theirs.high), abs=0.05)


@pytest.mark.slow
def test_the_intervals_hold_the_true_mean_about_95_times_of_100():
    """Of samples of 30: the percentile method is a little too narrow there."""
    hits = 0
    for seed in range(100):
        low, high = bootstrap_interval(sample(30, 0.4, seed))
        hits += low <= 0.4 <= high
    assert 88 <= hits <= 99


def test_the_same_seed_gives_the_same_digits():
    numbers = sample(30, 0.4)
    assert (
        bootstrap_interval(numbers, seed=1)
        == bootstrap_interval(numbers, seed=1)
        != bootstrap_interval(numbers, seed=2)
    )
    assert sign_flip_test(numbers, seed=1) == sign_flip_test(numbers, seed=1) != sign_flip_test(numbers, seed=2)


@pytest.mark.parametrize("count", [3, 8, 13])
def test_with_few_differences_every_way_of_flipping_counts(count):
    stats, numpy = pytest.importorskip("scipy.stats"), pytest.importorskip("numpy")
    numbers = sample(count, 0.4)
    theirs = stats.permutation_test(
        (numbers,), numpy.mean, permutation_type="samples", n_resamples=numpy.inf, alternative="two-sided"
    )
    assert sign_flip_test(numbers) == pytest.approx(theirs.pvalue)


def test_with_many_it_comes_near_to_what_all_ways_would_give():
    numbers = sample(16, 0.4)
    observed = abs(sum(numbers))
    flips = itertools.product((1, -1), repeat=16)
    exact = sum(abs(sum(map(float.__mul__, numbers, map(float, signs)))) >= observed - 1e-12 for signs in flips) / 2**16
    assert 0.02 < exact < 0.9
    assert sign_flip_test(numbers) == pytest.approx(exact, abs=0.02)


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=10))
def test_p_is_a_share_of_the_ways_and_the_side_does_not_matter(numbers):
    p = sign_flip_test(numbers)
    assert 2.0 / 2 ** len(numbers) <= p <= 1.0
    assert p == sign_flip_test([-number for number in numbers])


def test_ties_count_whatever_rounding_made_of_them():
    """0.1 + 0.2 − 0.3 is not 0 in floats; every one of these sums is the observed one or its mirror image."""
    assert sign_flip_test([0.1, 0.1, 0.1, -0.3]) == 1.0


def test_p_is_never_0_and_small_where_all_differences_agree():
    assert sign_flip_test([1.0] * 30) == 1 / (DRAWS + 1)


def test_where_nothing_differs_p_is_1():
    assert sign_flip_test([0.0] * 30) == 1.0
    assert bootstrap_interval([0.0] * 30) == (0.0, 0.0)


def test_under_no_difference_p_is_below_a_tenth_about_one_time_in_ten():
    low = sum(sign_flip_test(sample(8, 0.0, seed)) <= 0.1 for seed in range(300))
    assert 15 <= low <= 45


def test_whole_numbers_are_numbers_too():
    """Such as differences of epochs."""
    assert sign_flip_test([1, 2, 3]) == 0.25
    assert sign_flip_test(list(range(1, 20))) == sign_flip_test([float(each) for each in range(1, 20)])
