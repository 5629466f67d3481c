import pytest

from lernmi_emo import InputError, Network, datasets
from lernmi_emo.learning.evaluation import class_of, class_values, judge


def test_the_error_is_the_mean_over_patterns_and_outputs():
    assert judge([[0.5, 0.0], [1.0, 1.0]], [[0.0, 0.0], [1.0, 0.5]]).error == (0.25 + 0.25) / 4


def test_one_hot_targets_are_answered_by_the_highest_output():
    evaluation = judge([[0.1, 0.7, 0.3], [0.9, 0.8, 0.1], [0.2, 0.3, 0.1]], [[0, 1, 0], [0, 1, 0], [0, 0, 1]])
    assert evaluation.accuracy == pytest.approx(1 / 3)
    assert evaluation.confusion == [[0, 0, 0], [1, 1, 0], [0, 1, 0]]
    assert evaluation.classes == ["0", "1", "2"]


def test_binary_targets_are_answered_by_the_nearer_value():
    evaluation = judge([[0.4], [0.6], [0.4]], [[0], [1], [1]])
    assert evaluation.confusion == [[1, 0], [1, 1]]
    assert judge([[-0.4], [0.6]], [[-1], [1]]).classes == ["-1", "1"]


def test_where_targets_name_no_class_there_is_no_accuracy():
    for targets in ([[0.1], [0.2], [0.3]], [[2.5], [7.0]], [[1, 1, 0], [0, 1, 0]], [[0.5, 0.5], [1, 0]]):
        evaluation = judge([[0.5] * len(targets[0])] * len(targets), targets)
        assert (evaluation.accuracy, evaluation.confusion) == (None, None)


def test_all_patterns_of_one_class_are_still_binary():
    assert class_values([[1.0], [1.0]]) == [0.0, 1.0]


def test_a_tie_goes_to_the_first():
    assert class_of([0.5], [0.0, 1.0]) == 0
    assert class_of([0.5, 0.5], [0, 1]) == 0


def test_it_prints_as_a_table():
    text = str(judge([[0.4], [0.6], [0.4]], [[0], [1], [1]]))
    assert text.splitlines()[0] == "3 patterns: mean squared error 0.2267, accuracy 66.67 %"
    assert text.splitlines()[1] == "rows: expected, columns: answered"
    assert [line.split() for line in text.splitlines()[2:]] == [["0", "1"], ["0", "1", "0"], ["1", "1", "1"]]


def test_evaluating_learns_nothing():
    net = Network.layered([2, 3, 1], emotional=True)
    before = [link.weight for link in net.links]
    net.evaluate(datasets.xor())
    assert [link.weight for link in net.links] == before
    assert net.emotions.anxiety is None


@pytest.mark.parametrize("patterns", [[], "xor", 3, [([0, 1],)], [([0], [1])], ["01"]])
def test_patterns_that_do_not_fit_are_refused(patterns):
    with pytest.raises(InputError):
        Network.layered([2, 3, 1]).evaluate(patterns)
