"""The confusion matrix as a picture."""

import pytest

from lernmi_emo import InputError
from lernmi_emo.drawing.charts.confusion import plot_confusion
from lernmi_emo.learning.evaluation import Evaluation, judge

OUTPUTS = [[0.9, 0.1, 0.0], [0.8, 0.3, 0.1], [0.1, 0.2, 0.7], [0.2, 0.9, 0.1]]
TARGETS = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]]


@pytest.mark.parametrize("theme", ["light", "dark", "transparent"])
def test_every_count_stands_in_its_cell(theme):
    evaluation = judge(OUTPUTS, TARGETS)
    ax = plot_confusion(evaluation, theme=theme)
    counts = {text.get_position(): int(text.get_text()) for text in ax.texts}
    for expected, row in enumerate(evaluation.confusion):
        for answered, count in enumerate(row):
            assert counts[answered, expected] == count
    assert (ax.get_xlabel(), ax.get_ylabel(), ax.get_title()) == ("answered", "expected", "4 patterns, 75.00 % right")


def test_classes_bear_their_names_and_a_class_that_never_came_is_no_trouble():
    evaluation = Evaluation(2, 0.1, 1.0, [[2, 0], [0, 0]], ["$a$", "b"])
    ax = plot_confusion(evaluation)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["$a$", "b"]
    ax.figure.canvas.draw()


def test_where_targets_name_no_class_there_is_nothing_to_draw():
    with pytest.raises(InputError, match="these targets name no class"):
        plot_confusion(judge([[0.5], [0.4], [0.3]], [[0.1], [0.2], [0.3]]))
