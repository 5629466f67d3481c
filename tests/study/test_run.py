"""One run, and what stands in its record."""

import math
from dataclasses import replace

import pytest

from lernmi_emo import Network, datasets
from lernmi_emo.study import ARMS, Arm
from lernmi_emo.study import run as run_module
from lernmi_emo.study.design import Design
from lernmi_emo.study.folds import divide, stratified_folds
from lernmi_emo.study.run import Task, carry_out, choose_setting

CIRCLE = datasets.circle(n=40)


def run(design, arm="embp", seed=3, fold=0):
    return carry_out(design, Task(ARMS[arm], seed, fold))


def test_a_run_is_what_a_user_would_write_by_hand():
    design = Design.checked(CIRCLE, hidden=4, epochs=15, rate=0.4, momentum=0.2)
    record = run(design)
    train, test = datasets.split(CIRCLE, 0.75, seed=3)
    net = Network.layered([2, 4, 1], emotional=True, rate=0.4, momentum=0.2, seed=3)
    net.train(train, epochs=15, seed=3)
    trained, tested = net.evaluate(train), net.evaluate(test)
    assert (record.train_error, record.train_accuracy) == (trained.error, trained.accuracy)
    assert (record.test_error, record.test_accuracy) == (tested.error, tested.accuracy)
    assert (record.anxiety, record.confidence) == (net.emotions.anxiety, net.emotions.confidence)
    assert (record.hidden, record.links, record.epochs) == ([4], 22, 15)
    assert (record.rate, record.momentum, record.reached, record.diverged) == (0.4, 0.2, None, False)
    assert record.seconds >= 0


def test_a_plain_network_feels_nothing():
    record = run(Design.checked(CIRCLE, epochs=2), "bp")
    assert (record.anxiety, record.confidence) == (None, None)


def test_the_same_run_twice_differs_in_its_seconds_alone():
    design = Design.checked(CIRCLE, hidden=4, epochs=5)
    assert run(design) == run(design)


def test_a_run_that_reaches_the_stopping_error_ends_there():
    design = Design.checked(datasets.xor(), hidden=3, epochs=3000, momentum=0.9, stop_error=0.01, test=0)
    record = run(design, seed=7)
    assert record.reached
    assert record.epochs < 3000
    assert (record.test_error, record.test_accuracy) == (None, None)


def test_a_run_that_does_not_reach_it_says_so():
    record = run(Design.checked(datasets.xor(), hidden=3, epochs=5, stop_error=0.01, test=0))
    assert (record.reached, record.epochs) == (False, 5)


def test_quantities_have_errors_in_their_scale_and_no_accuracy():
    table = [([number, 2.0], [50.0 + 3 * number]) for number in range(24)]
    record = run(Design.checked(table, hidden=3, epochs=200))
    assert record.test_error < 0.05
    assert (record.train_accuracy, record.test_accuracy) == (None, None)


def no_emotions(rate, momentum):
    return False


class Linear(Arm):
    """Linear neurons, which a rate of 2 sends to infinity."""

    def build(self, sizes, rate, momentum, seed):
        return Network.layered(sizes, activation="linear", rate=rate, seed=seed)


def test_a_run_that_diverges_is_a_result_like_any_other():
    design = Design.checked(CIRCLE, hidden=3, epochs=500, rate=2.0, stop_error=0.01)
    record = carry_out(design, Task(Linear("linear", "linear", no_emotions), 1, 0))
    assert record.diverged
    assert record.reached is False
    assert record.epochs < 500
    assert math.isfinite(record.test_error)


GRID = {"rate": [0.001, 2.0], "momentum": [0.0, 0.9]}


class TestChoosing:
    def test_the_setting_with_the_least_validation_error_is_chosen(self):
        design = Design.checked(CIRCLE, hidden=4, epochs=30, grid=GRID)
        train, _ = datasets.split(CIRCLE, 0.75, seed=3)
        folds = stratified_folds(train, 4, seed=3)
        errors = {}
        for rate, momentum in design.settings:
            of_folds = []
            for unseen in folds:
                lessons = [pattern for fold in folds if fold is not unseen for pattern in fold]
                net = Network.layered([2, 4, 1], emotional=True, seed=3)
                net.train(lessons, epochs=30, rate=rate, momentum=momentum, seed=3)
                of_folds.append(net.evaluate(unseen).error)
            errors[rate, momentum] = sum(of_folds)
        record = run(design)
        assert (record.rate, record.momentum) == min(errors, key=errors.get)
        assert len(set(errors.values())) == 4

    def test_the_test_part_has_no_say_in_it_nor_in_the_scaling(self):
        """Its inputs are blown up: all that is chosen and learnt stays as it was, to the last bit."""
        table = [([10.0 * value for value in inputs], targets) for inputs, targets in CIRCLE]
        _, test = datasets.split(table, 0.75, seed=3)
        of_test = {id(pattern) for pattern in test}
        other = [
            ([99.0 * value for value in pattern[0]], pattern[1]) if id(pattern) in of_test else pattern
            for pattern in table
        ]
        one, two = (run(Design.checked(data, hidden=4, epochs=30, grid=GRID)) for data in (table, other))
        assert two.test_error != one.test_error
        assert replace(two, test_error=one.test_error, test_accuracy=one.test_accuracy) == one

    @pytest.mark.parametrize("arm", ["bp", "embp", "fixed", "average", "matched"])
    def test_every_arm_tries_every_setting_on_the_same_patterns_and_then_learns_its_whole_training_part(
        self, arm, monkeypatch
    ):
        seen = []
        train_arm = run_module.train_arm

        def watched(design, task, setting, lessons, fast):
            seen.append((setting, lessons))
            return train_arm(design, task, setting, lessons, fast)

        monkeypatch.setattr(run_module, "train_arm", watched)
        design = Design.checked(CIRCLE, hidden=4, epochs=3, grid=GRID)
        record = run(design, arm)
        train, test = datasets.split(CIRCLE, 0.75, seed=3)
        lessons = [divide(train, 0.0, 4, seed=3, fold=fold)[0] for fold in range(4)]
        assert seen[:16] == [(setting, part) for setting in design.settings for part in lessons]
        assert seen[16:] == [((record.rate, record.momentum), train)]
        assert not [pattern for pattern in test if pattern in train]

    @pytest.mark.slow
    def test_a_setting_that_diverges_is_never_chosen(self):
        design = Design.checked(CIRCLE, hidden=3, epochs=500, grid={"rate": [2.0, 0.01]})
        assert choose_setting(design, Task(Linear("linear", "linear", no_emotions), 1, 0), CIRCLE, False) == (0.01, 0.5)


def test_ctrl_c_ends_a_run_without_a_result(monkeypatch):
    def learn(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Network, "learn", learn)
    with pytest.raises(KeyboardInterrupt):
        carry_out(Design.checked(CIRCLE, hidden=3), Task(ARMS["embp"], 1, 0), fast=False)
