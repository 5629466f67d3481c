import pytest

from lernmi_emo.datasets import one_hot
from lernmi_emo.datasets.pattern import check_pairs
from lernmi_emo.support.exceptions import InputError


def test_a_one_hot_target_is_one_at_its_place_and_zero_elsewhere():
    assert one_hot(0, 3) == [1.0, 0.0, 0.0]
    assert one_hot(2, 3) == [0.0, 0.0, 1.0]


@pytest.mark.parametrize(("place", "classes"), [(3, 3), (-1, 3), (0, 0), (1.0, 3), ("1", 3)])
def test_a_place_outside_the_classes_is_refused(place, classes):
    with pytest.raises(InputError, match=r"place|classes"):
        one_hot(place, classes)


@pytest.mark.parametrize(
    ("patterns", "says"),
    [
        ([], "it is empty"),
        (None, "expected a list of patterns"),
        ("xor", "expected a list of patterns"),
        ([([0], [1]), ([0], [1], [2])], "pattern 2 must be a pair"),
        ([([0], 1)], "pattern 1 must be a pair"),
        (["ab"], "pattern 1 must be a pair"),
        ([None], "pattern 1 must be a pair"),
    ],
)
def test_what_is_not_a_list_of_pairs_is_refused_and_shown(patterns, says):
    with pytest.raises(InputError, match=says):
        check_pairs(patterns)


def test_pairs_may_be_lists_tuples_or_numpy_arrays():
    numpy = pytest.importorskip("numpy")
    patterns = [([0], [1]), [[0], [1]], (numpy.zeros(2), numpy.ones(1)), numpy.zeros((2, 3))]
    checked = check_pairs(patterns)
    assert all(given is kept for given, kept in zip(patterns, checked, strict=True))
