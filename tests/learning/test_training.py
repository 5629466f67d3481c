import math
import random

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given

from lernmi_emo import (
    DivergenceError,
    InputError,
    InputScaleWarning,
    MissingExtraError,
    Network,
    TargetRangeWarning,
    datasets,
)


def weights(net):
    return [link.weight for link in net.links]


@pytest.fixture
def net():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


def test_training_is_lessons_in_shuffled_order_and_a_feeling_at_the_end_of_each_epoch(net):
    """The whole of `train`, written out."""
    by_hand = net.clone()
    patterns = [([float(a), float(b)], [float(c)]) for (a, b), (c,) in datasets.xor()]
    chance = random.Random(3)
    by_hand.begin(patterns)
    for _ in range(5):
        order = list(patterns)
        chance.shuffle(order)
        error = 0.0
        for inputs, targets in order:
            by_hand.learn(inputs, targets, rate=0.5, momentum=0.9)
            error += (targets[0] - by_hand.outputs[0].output) ** 2
        by_hand.emotions.feel(0.5, error / 4)
    net.train(patterns, epochs=5, rate=0.5, momentum=0.9, seed=3)
    assert weights(net) == weights(by_hand)
    assert net.emotions.anxiety == by_hand.emotions.anxiety


def test_the_emotions_of_the_untrained_network_are_felt_over_all_patterns(net):
    _, error = net.measure(datasets.xor())
    net.train(datasets.xor(), epochs=1)
    assert net.emotions.initial_anxiety == 0.5 + error


@given(seeds)
def test_the_same_seed_gives_the_same_bits(seed):
    one = random_graph(seed)
    patterns = [random_pattern(one, seed + place) for place in range(4)]
    other = one.clone()
    assert one.train(patterns, epochs=3, rate=0.1, seed=seed) == other.train(patterns, epochs=3, rate=0.1, seed=seed)
    assert weights(one) == weights(other)


def test_shuffling_can_be_off(net):
    other = net.clone()
    net.train(datasets.xor(), epochs=2, shuffle=False)
    other.train(datasets.xor(), epochs=2, shuffle=False, seed=99)
    assert weights(net) == weights(other)
    third = Network.layered([2, 3, 1], emotional=True, seed=7)
    third.train(datasets.xor(), epochs=2, seed=99)
    assert weights(third) != weights(net)


def test_it_stops_at_the_stopping_error(net):
    history = net.train(datasets.xor(), epochs=5000, momentum=0.9, stop_error=0.01)
    assert history.errors[-1] <= 0.01 < history.errors[-2]
    assert history.stopped == "the error reached 0.01"
    assert net.evaluate(datasets.xor()).accuracy == 1.0


def test_a_schedule_gives_each_epoch_its_rate(net):
    rates = []
    net.train(
        datasets.xor(), epochs=3, rate=lambda epoch: 1 / epoch, callbacks=[lambda net, _: rates.append(net.lesson.rate)]
    )
    assert rates == [1.0, 0.5, 1 / 3]


def test_a_schedule_must_give_a_rate(net):
    with pytest.raises(InputError, match="the rate of epoch 2 must not be negative"):
        net.train(datasets.xor(), epochs=3, rate=lambda epoch: 1.5 - epoch)


def test_patience_brings_back_the_best_epochs_weights(net):
    best = []

    def keep(net, history):
        if history.epochs_since_best() == 0:
            best[:] = weights(net)

    contradiction = [(inputs, [1 - target]) for inputs, (target,) in datasets.xor()]
    history = net.train(
        datasets.xor(), epochs=500, momentum=0.9, validation=contradiction, patience=5, callbacks=[keep]
    )
    assert len(history) < 500
    assert history.stopped == f"no lower validation error in the 5 epochs since epoch {len(history) - 5}"
    assert weights(net) == best
    assert net.evaluate(contradiction).error == min(history.validation_errors)


def test_a_callback_can_stop_it(net):
    history = net.train(datasets.xor(), epochs=50, callbacks=[lambda net, history: len(history) == 3])
    assert len(history) == 3
    assert history.stopped == "a callback asked for it"


def test_ctrl_c_hands_back_the_history_and_keeps_what_was_learned(net):
    def interrupt(net, history):
        if len(history) == 3:
            raise KeyboardInterrupt

    before = weights(net)
    history = net.train(datasets.xor(), epochs=50, callbacks=[interrupt])
    assert (len(history), history.stopped) == (3, "interrupted")
    assert weights(net) != before
    assert 0 < net.predict([0, 1])[0] < 1


def test_training_goes_on_where_it_stopped(net):
    """Two halves with one random are the whole."""
    whole = net.clone()
    whole.train(datasets.xor(), epochs=6, momentum=0.9, seed=random.Random(1))
    chance = random.Random(1)
    net.train(datasets.xor(), epochs=3, momentum=0.9, seed=chance)
    net.train(datasets.xor(), epochs=3, momentum=0.9, seed=chance)
    assert weights(net) == weights(whole)


def test_no_epochs_learn_nothing(net):
    before = weights(net)
    assert len(net.train(datasets.xor(), epochs=0)) == 0
    assert weights(net) == before


def test_progress_shows_a_bar(net, capsys):
    pytest.importorskip("tqdm")
    net.train(datasets.xor(), epochs=3, progress=True)
    assert "12/12" in capsys.readouterr().err


def test_progress_without_tqdm_says_what_to_install(net, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "tqdm.auto", None)
    with pytest.raises(MissingExtraError, match="pip install tqdm"):
        net.train(datasets.xor(), epochs=3, progress=True)


class TestDivergence:
    def diverging(self):
        net = Network.layered([2, 3, 1], activation="linear", seed=1)
        return net, [([1.0, 0.5], [1.0]), ([0.5, 1.0], [0.0])]

    def test_it_names_the_first_part_and_the_epoch_and_what_to_change(self):
        """Here a net input, before a weight is learnt from it."""
        net, patterns = self.diverging()
        with pytest.raises(
            DivergenceError,
            match=r"in epoch \d+, the net input of y1 became infinite or not a number.*smaller rate than 2",
        ):
            net.train(patterns, epochs=500, rate=2.0)

    def test_a_weight_that_only_the_last_lesson_of_an_epoch_spoilt_is_found_in_that_epoch(self):
        net = Network.layered([1, 1], activation="linear", bias=False, weight_range=1, seed=1)
        with pytest.raises(DivergenceError, match="in epoch 1, the weight of x1→y1 became infinite"):
            net.train([([1e160], [0.0])], epochs=5, rate=1.0)

    def test_it_keeps_the_weights_from_before_that_epoch(self):
        net, patterns = self.diverging()
        kept = []
        with pytest.raises(DivergenceError) as caught:
            net.train(patterns, epochs=500, rate=2.0, callbacks=[lambda net, _: kept.append(weights(net))])
        assert weights(net) == kept[-1]
        assert all(math.isfinite(weight) for weight in kept[-1])
        assert len(caught.value.history) == len(kept)
        assert net.predict([1, 1])


class TestBadInput:
    @pytest.mark.parametrize(
        ("patterns", "message"),
        [
            ([], "there are no patterns"),
            ("xor", "patterns are a list of"),
            (7, "patterns are a list of"),
            ([([0, 1], [1]), ([0, 1],)], "pattern 2 must be a pair"),
            ([([0, 1], [1]), ([0], [1])], "expected 2 inputs of pattern 2, and 1 came"),
            ([([0, 1], [1]), ([0, 1], [None])], "number 1 of the 1 targets of pattern 2 must be a finite number"),
        ],
    )
    def test_one_bad_pattern_and_nothing_is_learnt(self, net, patterns, message):
        before = weights(net)
        with pytest.raises(InputError, match=message):
            net.train(patterns, epochs=3)
        assert weights(net) == before
        assert net.emotions.anxiety is None

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            ({"epochs": -1}, "epochs must be a whole number of at least 0"),
            ({"epochs": 1.5}, "epochs must be a whole number"),
            ({"rate": -0.5}, "rate must not be negative"),
            ({"momentum": "much"}, "momentum must be a finite number"),
            ({"stop_error": -1}, "stop_error must not be negative"),
            ({"patience": 3}, "hand in validation patterns too"),
            ({"patience": 0, "validation": datasets.xor()}, "patience must be a whole number of at least 1"),
            ({"validation": [([0], [1])]}, "expected 2 inputs of validation pattern 1, and 1 came"),
        ],
    )
    def test_a_setting_that_makes_no_sense_is_refused(self, net, settings, message):
        with pytest.raises(InputError, match=message):
            net.train(datasets.xor(), **settings)

    def test_targets_that_can_not_be_reached_are_a_warning(self):
        net = Network.layered([2, 3, 1], seed=7)
        with pytest.warns(TargetRangeWarning, match="2 targets of y1, such as -1, lie outside 0 to 1.*logistic"):
            net.train([([0, 1], [1]), ([1, 1], [-1]), ([0, 0], [-1])], epochs=1)

    def test_inputs_that_an_emotional_network_should_not_average_are_a_warning(self, net):
        with pytest.warns(InputScaleWarning, match="the inputs go from 0 to 255"):
            net.train([([0, 255], [1])], epochs=1)


class TestLearningForReal:
    @pytest.mark.parametrize(("emotional", "least"), [(False, 18), (True, 18)])
    def test_xor_over_twenty_seeds(self, emotional, least):
        """Of 20 networks 2-3-1, how many reach 0.01 within 2,000 epochs at η = 0.5, α = 0.9? We saw 20 and 20."""
        converged = 0
        for seed in range(20):
            net = Network.layered([2, 3, 1], emotional=emotional, seed=seed)
            history = net.train(datasets.xor(), epochs=2000, rate=0.5, momentum=0.9, stop_error=0.01, seed=seed)
            converged += history.errors[-1] <= 0.01
        print(converged)
        assert converged >= least

    @pytest.mark.slow
    @pytest.mark.parametrize("emotional", [False, True])
    def test_digits_reach_97_percent_in_ten_epochs(self, emotional):
        """We saw 98.2 % plain and 98.0 % emotional on this split; on the splits of seeds 0 and 1, 97.3 % and 96.7 %."""
        train, test = datasets.split(datasets.digits(), 0.75, seed=4)
        assert (len(train), len(test)) == (1347, 450)
        net = Network.layered([64, 30, 10], emotional=emotional, seed=0)
        net.train(train, epochs=10, rate=lambda epoch: 0.6 * 0.8**epoch, momentum=0.8)
        assert net.evaluate(test).accuracy >= 0.97

    @pytest.mark.slow
    def test_mnist_loads_and_an_epoch_runs(self, mnist_directory):
        patterns = datasets.mnist(mnist_directory)
        assert len(patterns) == 10_000
        net = Network.layered([784, 5, 10], emotional=True, seed=0)
        history = net.train(patterns[:1000], epochs=1, rate=0.3)
        assert history.errors[0] < 0.09  # always answering a tenth would leave 0.09
