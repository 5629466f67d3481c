"""The oracle is the Playground's recipe (dataset.ts): its radii, gap, centres, variances and the arms' equation."""

import math
import random
import statistics

import pytest

from lernmi_emo import datasets
from lernmi_emo.support.exceptions import InputError

SHAPES = [datasets.circle, datasets.exclusive_or, datasets.gauss, datasets.spiral]


def test_the_circle_is_a_disc_of_radius_2_5_in_a_ring_from_3_5_to_5():
    points = datasets.circle(n=500, scaled=False)
    disc = [math.hypot(*point) for point, target in points if target == [1.0]]
    ring = [math.hypot(*point) for point, target in points if target == [0.0]]
    assert len(disc) == len(ring) == 250
    assert 0 <= min(disc) < 0.1
    assert 2.4 < max(disc) <= 2.5
    assert 3.5 <= min(ring) < 3.6
    assert 4.9 < max(ring) <= 5.0 + 1e-12


def test_the_exclusive_or_is_1_where_the_signs_agree_and_leaves_a_gap_along_the_axes():
    points = datasets.exclusive_or(n=500, scaled=False)
    assert all(target == [1.0 if x * y > 0 else 0.0] for (x, y), target in points)
    coordinates = [abs(value) for point, _ in points for value in point]
    assert 0.3 <= min(coordinates) < 0.35
    assert 5.2 < max(coordinates) <= 5.3


@pytest.mark.parametrize(("noise", "variance"), [(0.0, 0.5), (0.25, 2.25), (0.5, 4.0)])
def test_the_gaussian_clouds_lie_about_2_2_and_minus_2_minus_2_with_a_variance_that_grows_with_the_noise(
    noise, variance
):
    points = datasets.gauss(n=20_000, noise=noise, scaled=False)
    for centre, wanted in ((2.0, [1.0]), (-2.0, [0.0])):
        for axis in (0, 1):
            values = [point[axis] for point, target in points if target == wanted]
            assert len(values) == 10_000
            assert statistics.fmean(values) == pytest.approx(centre, abs=0.1)
            assert statistics.variance(values) == pytest.approx(variance, rel=0.06)


def test_the_two_coordinates_of_a_gaussian_point_are_independent():
    xs, ys = zip(*(point for point, target in datasets.gauss(n=20_000, scaled=False) if target == [1.0]), strict=True)
    assert abs(statistics.correlation(xs, ys)) < 0.05


def test_the_spirals_arms_follow_their_equation_point_by_point():
    points = datasets.spiral(n=100, scaled=False)
    for number, ((x, y), target) in enumerate(points):
        step, start = (number, 0.0) if number < 50 else (number - 50, math.pi)
        radius, angle = 5 * step / 50, 3.5 * math.pi * step / 50 + start
        assert (x, y) == pytest.approx((radius * math.sin(angle), radius * math.cos(angle)), abs=1e-12)
        assert target == ([1.0] if number < 50 else [0.0])


@pytest.mark.parametrize("shape", [datasets.circle, datasets.exclusive_or])
def test_noise_in_circle_and_exclusive_or_changes_labels_and_moves_no_point(shape):
    still, noisy = shape(n=400), shape(n=400, noise=0.5)
    assert [point for point, _ in still] == [point for point, _ in noisy]
    changed = sum(before != after for (_, before), (_, after) in zip(still, noisy, strict=True))
    assert 10 < changed < 200


def test_noise_in_the_spiral_moves_points_by_at_most_itself_and_changes_no_label():
    still, noisy = datasets.spiral(scaled=False), datasets.spiral(noise=0.3, scaled=False)
    for (before, label), (after, same) in zip(still, noisy, strict=True):
        assert label == same
        assert all(abs(a - b) <= 0.3 for a, b in zip(before, after, strict=True))
    assert still != noisy


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_scaled_is_the_square_from_minus_6_to_6_mapped_to_0_1_and_clamped_there(shape, noise):
    raw, scaled = shape(n=1000, noise=noise, scaled=False), shape(n=1000, noise=noise)
    for (point, label), (small, same) in zip(raw, scaled, strict=True):
        assert label == same
        assert small == [min(max((value + 6) / 12, 0.0), 1.0) for value in point]


def test_only_noisy_gaussian_points_leave_the_square_and_come_to_lie_on_its_edge():
    def outside(shape):
        return [point for point, _ in shape(n=1000, noise=0.5, scaled=False) if max(map(abs, point)) > 6]

    assert [bool(outside(shape)) for shape in SHAPES] == [False, False, True, False]
    on_edge = [point for point, _ in datasets.gauss(n=1000, noise=0.5) if {0.0, 1.0} & set(point)]
    assert len(on_edge) == len(outside(datasets.gauss))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("n", [2, 3, 7, 200])
def test_there_are_n_points_whether_n_is_even_or_odd(shape, n):
    assert len(shape(n=n)) == n


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_seed_gives_the_same_points_and_another_gives_others(shape):
    assert shape(noise=0.1, seed=3) == shape(noise=0.1, seed=3)
    assert shape(noise=0.1, seed=3) == shape(noise=0.1, seed=random.Random(3))
    assert shape(noise=0.1, seed=3) != shape(noise=0.1, seed=4)


def test_a_generator_handed_in_goes_on_from_where_it_is():
    rng = random.Random(3)
    assert datasets.circle(seed=rng) != datasets.circle(seed=rng)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"n": 1}, "n must be a whole number of at least 2"),
        ({"n": 10.0}, "n must be a whole number of at least 2"),
        ({"noise": -0.1}, "noise must be from 0 to 0.5, and this came: -0.1"),
        ({"noise": 50}, "noise must be from 0 to 0.5, and this came: 50"),
        ({"noise": math.nan}, "noise must be a finite number"),
        ({"noise": "much"}, "noise must be a finite number"),
    ],
)
def test_settings_out_of_range_are_refused_by_name(shape, setting, says):
    with pytest.raises(InputError, match=says):
        shape(**setting)
