import pytest

from lernmi_emo import datasets
from lernmi_emo.support.exceptions import NameNotFoundError


def test_every_name_gives_patterns_of_equal_length():
    for name in datasets.names():
        patterns = datasets.named(name)
        assert len({(len(inputs), len(targets)) for inputs, targets in patterns}) == 1


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("not", datasets.not_),
        ("and", datasets.and_),
        ("or_", datasets.or_),
        ("xor", datasets.xor),
        ("spiral", datasets.spiral),
        ("exclusive_or", datasets.exclusive_or),
        ("exclusive-or", datasets.exclusive_or),
        ("digits", datasets.digits),
    ],
)
def test_a_name_gives_what_the_function_of_that_name_gives(name, function):
    assert datasets.named(name) == function()


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(NameNotFoundError, match=r"no data set 'digit': did you mean 'digits'\?"):
        datasets.named("digit")


@pytest.mark.parametrize("name", ["", None, 3, "mnist"])
def test_a_name_unlike_any_other_is_answered_with_all(name):
    with pytest.raises(NameNotFoundError, match="there are: and, circle, digits"):
        datasets.named(name)
