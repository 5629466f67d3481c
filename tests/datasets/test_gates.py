import operator

import pytest

from lernmi_emo import datasets


@pytest.mark.parametrize(
    ("gate", "truth"),
    [
        (datasets.and_, operator.and_),
        (datasets.or_, operator.or_),
        (datasets.xor, operator.xor),
        (datasets.nand, lambda a, b: 1 - (a & b)),
    ],
)
def test_a_gate_of_two_inputs_is_the_whole_truth_table_of_pythons_own_operator(gate, truth):
    assert gate() == [([a, b], [truth(a, b)]) for a in (0, 1) for b in (0, 1)]


def test_not_turns_its_one_input_round():
    assert datasets.not_() == [([0], [1]), ([1], [0])]


def test_every_number_is_a_float_and_every_pattern_a_pair_of_lists():
    for gate in (datasets.not_, datasets.and_, datasets.or_, datasets.xor, datasets.nand):
        for pattern in gate():
            assert type(pattern) is tuple
            for values in pattern:
                assert type(values) is list
                assert all(type(value) is float for value in values)


def test_what_a_student_changes_in_one_list_does_not_show_in_the_next():
    first = datasets.xor()
    first[0][0][0] = 5.0
    first.pop()
    assert datasets.xor()[0] == ([0.0, 0.0], [0.0])
    assert len(datasets.xor()) == 4
