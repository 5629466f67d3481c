"""The compiled code's parts, each beside what it stands for."""

import random

import pytest
from graphs import seeds
from hypothesis import given
from hypothesis import strategies as st

np = pytest.importorskip("numpy")
pytest.importorskip("numba", reason="numba is in the extra 'fast'")

from lernmi_emo.core.activation import ACTIVATIONS  # noqa: E402
from lernmi_emo.core.emotion import mean  # noqa: E402
from lernmi_emo.fast import kernel  # noqa: E402
from lernmi_emo.fast.codes import VALUES  # noqa: E402

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(seeds, st.integers(1, 3000))
def test_it_shuffles_as_random_does(seed, count):
    chance = random.Random(seed)
    generator = np.array(chance.getstate()[1], dtype=np.uint64)
    for _ in range(2):
        expected, order = list(range(count)), np.arange(count, dtype=np.uint64)
        chance.shuffle(expected)
        kernel.shuffle(order, generator)
        assert order.tolist() == expected
    assert tuple(generator.tolist()) == chance.getstate()[1]


@pytest.mark.parametrize("name", ["step", "rectifier", "logistic", "tanh", "arctan", "linear"])
@given(st.lists(st.floats(), min_size=1))
def test_each_activations_value_is_the_objects_to_the_last_bit(name, nets):
    value = ACTIVATIONS[name].value
    found = kernel.values(VALUES[value], np.array(nets)).tolist()
    assert [each.hex() for each in found] == [value(net).hex() for net in nets]


@given(st.lists(st.lists(finite, min_size=3, max_size=3), min_size=1))
def test_a_mean_is_added_up_from_left_to_right(rows):
    assert [each.hex() for each in kernel.means(np.array(rows)).tolist()] == [mean(row).hex() for row in rows]
