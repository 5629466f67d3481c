"""What an experiment does, checked before it begins."""

import pytest

from lernmi_emo import InputError, datasets
from lernmi_emo.study.design import Design

TABLE = [([30.0, 1.0], [15.0]), ([50.0, 2.0], [25.0]), ([40.0, 3.0], [20.0]), ([35.0, 1.0], [21.0])]


def test_every_rate_of_the_grid_is_tried_with_every_momentum():
    design = Design.checked(datasets.xor(), grid={"rate": [0.1, 1.0], "momentum": [0.0, 0.9]})
    assert design.settings == [(0.1, 0.0), (0.1, 0.9), (1.0, 0.0), (1.0, 0.9)]


def test_what_the_grid_does_not_name_is_as_given():
    assert Design.checked(datasets.xor(), rate=0.3, grid={"momentum": [0.0, 0.9]}).settings == [(0.3, 0.0), (0.3, 0.9)]


def test_data_within_0_and_1_are_left_as_they_are():
    design = Design.checked(datasets.digits()[:50])
    assert (design.scale_inputs, design.scale_targets, design.has_classes) == (False, False, True)


def test_quantities_and_inputs_beyond_are_to_be_scaled():
    design = Design.checked(TABLE)
    assert (design.scale_inputs, design.scale_targets, design.has_classes) == (True, True, False)


def test_the_fingerprint_tells_other_data_and_the_same_data_in_other_lists():
    numpy = pytest.importorskip("numpy")
    arrays = [(numpy.array(inputs), numpy.array(targets)) for inputs, targets in TABLE]
    assert Design.checked(arrays).fingerprint == Design.checked(TABLE).fingerprint
    prints = {
        Design.checked(data).fingerprint
        for data in (TABLE, TABLE[::-1], [*TABLE[:3], ([35.0, 1.0], [21.5])], [([*x, *t], [0.0]) for x, t in TABLE])
    }
    assert len(prints) == 4


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"hidden": []}, "hidden must name at least one layer"),
        ({"hidden": 0}, "hidden must be a whole number of at least 1, and this came: 0"),
        ({"hidden": [3, "four"]}, "hidden must be a whole number of at least 1, and this came: 'four'"),
        ({"epochs": 0}, "epochs must be a whole number of at least 1"),
        ({"rate": -1}, "rate must not be negative"),
        ({"momentum": float("nan")}, "momentum must be a finite number"),
        ({"stop_error": -0.1}, "stop_error must not be negative"),
        ({"test": 1.0}, "test is the share of the patterns put aside, from 0 to below 1, and this came: 1.0"),
        ({"test": "some"}, "test must be a finite number"),
        ({"folds": 1}, "folds must be a whole number of at least 2"),
        ({"folds": 5}, "4 patterns can't be dealt into 5 folds"),
        ({"grid": {"rates": [1]}}, "grid knows 'rate' and 'momentum', and 'rates' came: did you mean 'rate'"),
        ({"grid": {"rate": 0.5}}, r"grid\['rate'\] must be a list of numbers"),
        ({"grid": {"rate": []}}, r"grid\['rate'\] must be a list of numbers"),
        ({"grid": {"rate": [0.5, -0.5]}}, "rate must not be negative"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(settings, message):
    with pytest.raises(InputError, match=message):
        Design.checked(TABLE, **settings)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "it is empty"),
        ("xor", "expected a list of patterns"),
        ([([0, 1], [1]), ([0], [1])], "expected 2 inputs of pattern 2, and 1 came"),
        ([([0, 1], [1]), ([0, 1], ["yes"])], "targets of pattern 2 must be a finite number"),
    ],
)
def test_what_are_no_patterns_is_refused(data, message):
    with pytest.raises(InputError, match=message):
        Design.checked(data)
