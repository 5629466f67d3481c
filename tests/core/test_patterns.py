"""Patterns are checked as a whole, before anything is learnt from the first of them."""

import re
import warnings

import pytest

from lernmi_emo import InputError, InputScaleWarning, Network, TargetRangeWarning
from lernmi_emo.core.patterns import check_patterns


@pytest.fixture
def net():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


def test_they_come_back_as_lists_of_floats(net):
    checked = check_patterns(net, (pattern for pattern in [((0, 1), [1]), ([1, 1], (0,))]))
    assert checked == [([0.0, 1.0], [1.0]), ([1.0, 1.0], [0.0])]
    assert {type(value) for pattern in checked for values in pattern for value in values} == {float}


@pytest.mark.parametrize(
    ("patterns", "message"),
    [
        (5, "patterns are a list of (inputs, targets), and this came: 5"),
        ("01", "patterns are a list of (inputs, targets), and this came: '01'"),
        (b"01", "patterns are a list of (inputs, targets), and this came: b'01'"),
        ([], "there are no patterns: at least one is needed"),
        ([([0, 1], [1]), 5], "pattern 2 must be a pair (inputs, targets), and this came: 5"),
        (["01"], "pattern 1 must be a pair (inputs, targets), and this came: '01'"),
        ([b"01"], "pattern 1 must be a pair (inputs, targets), and this came: b'01'"),
        ([([0, 1],)], "pattern 1 must be a pair (inputs, targets), and this came: ([0, 1],)"),
        ([([0, 1], [1]), ([0], [1])], "expected 2 inputs of pattern 2, and 1 came"),
        ([([0, 1], [1, 0])], "expected 1 targets of pattern 1, and 2 came"),
    ],
)
def test_what_is_no_pattern_is_refused_by_its_place(net, patterns, message):
    with pytest.raises(InputError, match=f"^{re.escape(message)}"):
        check_patterns(net, patterns)


def test_messages_call_them_what_the_caller_does(net):
    with pytest.raises(InputError, match=r"^validation pattern 1 must be a pair"):
        check_patterns(net, [5], "validation pattern")
    with pytest.raises(InputError, match=r"^there are no validation patterns: at least one is needed$"):
        check_patterns(net, [], "validation pattern")


@pytest.fixture
def said():
    """The warnings said meanwhile."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        yield said


def test_targets_that_no_output_reaches_are_counted_and_shown_where_begin_was_called(net, said):
    net.begin([([0, 1], [1]), ([0, 1], [2]), ([1, 1], [-3])])
    (warning,) = said
    assert (warning.category, warning.filename) == (TargetRangeWarning, __file__)
    assert str(warning.message) == (
        "2 targets of y1, such as 2, lie outside 0 to 1, the range of its activation, logistic: "
        "scale them, or choose another activation"
    )


@pytest.mark.parametrize(("low", "high"), [(0, 1.5), (-0.5, 1)])
def test_inputs_whose_average_is_no_anxiety_are_shown_where_begin_was_called(net, said, low, high):
    net.begin([([0, high], [1]), ([low, 0.5], [0])])
    (warning,) = said
    assert (warning.category, warning.filename) == (InputScaleWarning, __file__)
    assert str(warning.message) == (
        f"the inputs go from {low:g} to {high:g}, and an emotional network averages them into its anxiety: "
        f"scale them to 0..1"
    )


def test_the_ends_of_a_range_lie_in_it(net, said):
    net.begin([([0, 1], [0]), ([1, 0], [1])])
    assert said == []


def test_a_network_without_emotions_takes_inputs_of_any_scale(said):
    Network.layered([2, 1]).begin([([-5, 255], [1])])
    assert said == []
