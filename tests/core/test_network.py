import copy
import math
import warnings

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given

from lernmi_emo import (
    BiasNeuron,
    EmotionalLink,
    EmotionalNeuron,
    ErrorFunction,
    FixedEmotions,
    InputError,
    InputNeuron,
    InputScaleWarning,
    Link,
    NameNotFoundError,
    Network,
    Neuron,
    TargetRangeWarning,
    datasets,
)


@pytest.fixture
def net():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


def weights(net):
    return [link.weight for link in net.links]


def test_predicting_is_forward_only(net):
    before = weights(net)
    (output,) = net.predict([0, 1])
    assert net.neuron("y1").output == output
    assert net.neuron("y1").delta is None
    assert net.lesson is None
    assert weights(net) == before


def test_a_network_built_by_hand_learns_like_any_other():
    x1, x2, bias, emotion = InputNeuron("x1"), InputNeuron("x2"), BiasNeuron(), EmotionalNeuron()
    h1, y1 = Neuron("h1", "tanh"), Neuron("y1")
    for source, target, weight in [(x1, h1, 0.1), (x2, h1, -0.2), (bias, h1, 0.3), (h1, y1, 0.4), (x1, y1, 0.5)]:
        Link(source, target, weight)
    EmotionalLink(emotion, y1, 0.6)
    net = Network(inputs=[x1, x2], outputs=[y1])
    history = net.train(datasets.or_(), epochs=200, rate=0.5, momentum=0.5)
    assert history.errors[-1] < history.errors[0] / 4
    assert net.evaluate(datasets.or_()).accuracy == 1.0
    assert repr(net) == "Network(2-1-1: 6 neurons, 6 links, emotional)"
    assert net.clone().predict([0, 1]) == net.predict([0, 1])


class TestLearning:
    def test_it_returns_the_error_before_the_update(self, net):
        output = net.predict([0, 1])[0]
        assert net.learn([0, 1], [1]) == 0.5 * (output - 1) * (output - 1)

    def test_the_lesson_is_written_down(self, net):
        net.learn([0, 1], [1], rate=0.25, momentum=0.125)
        lesson = net.lesson
        assert (lesson.inputs, lesson.targets, lesson.rate, lesson.momentum) == ([0.0, 1.0], [1.0], 0.25, 0.125)
        assert (lesson.anxiety, lesson.confidence) == (net.emotions.anxiety, 0.0)

    def test_without_settings_it_takes_the_networks_own(self):
        net = Network.layered([2, 1], rate=0.125, momentum=0.75)
        net.learn([0, 1], [1])
        assert (net.lesson.rate, net.lesson.momentum) == (0.125, 0.75)

    def test_a_network_that_is_told_nothing_learns_at_a_rate_of_a_half_without_momentum(self):
        x1, y1 = InputNeuron("x1"), Neuron("y1")
        Link(x1, y1, 0.5)
        net = Network([x1], [y1])
        assert net.settings() == (net.rate, net.momentum) == (0.5, 0.0)
        assert net.error_function is ErrorFunction.named("half squared")

    def test_a_rate_of_0_changes_no_conventional_weight(self):
        net = Network.layered([2, 3, 1], seed=7)
        before = weights(net)
        net.learn([0, 1], [1], rate=0)
        assert weights(net) == before

    def test_a_first_lesson_feels_its_one_pattern(self, net):
        (output,) = net.predict([0, 1])
        net.learn([0, 1], [1])
        assert net.emotions.initial_anxiety == 0.5 + (1 - output) * (1 - output)
        assert net.emotions.confidence == 0.0

    @given(seeds)
    def test_every_sensitivity_is_taken_before_any_weight_changes(self, seed):
        """Learning with all links but one frozen must give that one the same sensitivity and the same new weight."""
        net = random_graph(seed)
        pattern = random_pattern(net, seed)
        whole = net.clone()
        whole.learn(*pattern)
        for place, link in enumerate(net.links):
            alone = net.clone()
            for other in alone.links:
                other.frozen = other.frozen or other.name != link.name
            alone.learn(*pattern)
            assert alone.links[place].sensitivity == whole.links[place].sensitivity
            assert alone.links[place].weight == whole.links[place].weight

    def test_the_first_anxiety_is_over_all_outputs_of_the_untrained_network(self):
        """μ_0 = Y_AvPAT + E_0, and E_0 is the mean over patterns and outputs, here four of each two."""
        net = Network.layered([2, 3, 2], emotional=True, seed=7)
        patterns = [([0.0, 1.0], [1.0, 0.0]), ([1.0, 1.0], [0.25, 0.75])]
        squares = [
            (target - output) ** 2
            for inputs, targets in patterns
            for output, target in zip(net.predict(inputs), targets)
        ]
        net.begin(patterns)
        assert net.emotions.error == pytest.approx(sum(squares) / 4, rel=1e-12)
        assert net.emotions.initial_anxiety == pytest.approx((0.5 + 1.0) / 2 + sum(squares) / 4, rel=1e-12)
        assert net.emotions.confidence == 0.0


class TestWarningsOfWhatComesIn:
    """They come in the first `learn`, and when training begins, and not with every lesson."""

    def warnings_of(self, action):
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            action()
        return [entry.category for entry in said]

    def test_targets_that_no_output_reaches(self):
        net = Network.layered([2, 3, 1], seed=7)
        assert self.warnings_of(lambda: net.learn([0, 1], [2])) == [TargetRangeWarning]
        assert self.warnings_of(lambda: net.learn([0, 1], [2])) == []

    def test_inputs_whose_average_is_no_anxiety(self, net):
        assert self.warnings_of(lambda: net.learn([0, 255], [1])) == [InputScaleWarning]
        assert self.warnings_of(lambda: net.learn([0, 255], [1])) == []

    def test_both_come_together_and_once_for_all_patterns(self, net):
        patterns = [([0, 255], [2]), ([255, 0], [-1])]
        assert self.warnings_of(lambda: net.begin(patterns)) == [TargetRangeWarning, InputScaleWarning]
        assert self.warnings_of(lambda: [net.learn(*pattern) for pattern in patterns]) == []

    @pytest.mark.parametrize("fast", [False, True])
    def test_each_training_warns_once(self, net, fast):
        if fast:
            pytest.importorskip("numba", reason="numba is in the extra 'fast'")
        for _ in range(2):
            said = self.warnings_of(lambda: net.train([([0, 255], [2])], epochs=2, fast=fast))
            assert said == [TargetRangeWarning, InputScaleWarning]

    def test_what_fits_is_not_spoken_of(self, net):
        assert self.warnings_of(lambda: net.learn([0, 1], [1])) == []


class TestRewinding:
    def test_it_goes_back_to_the_weights_before_the_first_lesson(self, net):
        net.link("x1", "h1").weight = 0.15
        before = weights(net)
        net.train(datasets.xor(), epochs=5)
        net.rewind()
        assert weights(net) == before
        assert net.emotions.anxiety is None
        assert {link.change for link in net.links} == {0.0}
        assert net.neuron("h1").output is None

    def test_training_again_gives_the_same_bits(self, net):
        first = net.train(datasets.xor(), epochs=5, momentum=0.9)
        after = weights(net)
        net.rewind()
        assert net.train(datasets.xor(), epochs=5, momentum=0.9) == first
        assert weights(net) == after

    def test_before_any_lesson_it_keeps_the_weights(self, net):
        before = weights(net)
        net.rewind()
        assert weights(net) == before


class TestFindingParts:
    def test_by_name(self, net):
        assert net.neuron("h2").name == "h2"
        assert net.link("emotion", "h2").name == "emotion→h2"

    def test_a_name_that_does_not_exist_names_the_nearest(self, net):
        with pytest.raises(NameNotFoundError, match="there is no neuron 'emotino': did you mean 'emotion'"):
            net.neuron("emotino")
        with pytest.raises(NameNotFoundError, match="there is no neuron 'h9'"):
            net.link("h9", "y1")
        with pytest.raises(
            NameNotFoundError, match=r"no link from 'x1' to 'y1'.* come from: h1, h2, h3, bias, emotion"
        ):
            net.link("x1", "y1")

    def test_of_where_links_come_from_it_names_as_many_as_one_reads(self):
        wide = Network.layered([20, 1], bias=False)
        with pytest.raises(NameNotFoundError, match=r"come from: x1, x2, .*, x11, x12$"):
            wide.link("y1", "y1")
        with pytest.raises(NameNotFoundError, match="come from: none, it is a source"):
            wide.link("x1", "x2")

    def test_a_plain_network_has_no_emotions(self):
        plain = Network.layered([2, 1])
        assert plain.emotions is None
        assert plain.mood == (None, None)
        assert repr(plain) == "Network(2-1: 4 neurons, 3 links)"
        with pytest.raises(InputError, match="no emotional neuron"):
            plain.emotions = FixedEmotions(1, 0)

    def test_emotions_can_be_replaced(self, net):
        net.emotions = FixedEmotions(1, 0)
        net.learn([0, 1], [1])
        assert net.lesson.anxiety == 1.0


class TestBadInput:
    @pytest.mark.parametrize(
        ("inputs", "targets", "message"),
        [
            ([0], [1], "expected 2 inputs, and 1 came"),
            ([0, 1, 1], [1], "expected 2 inputs, and 3 came"),
            ([0, 1], [1, 0], "expected 1 targets, and 2 came"),
            ([0, "1"], [1], "number 2 of the 2 inputs must be a finite number, and this came: '1'"),
            ([0, None], [1], "number 2 of the 2 inputs must be a finite number, and this came: None"),
            ([math.nan, 1], [1], "number 1 of the 2 inputs must be a finite number, and this came: nan"),
            ([0, 1], [math.inf], "number 1 of the 1 targets must be a finite number, and this came: inf"),
            ("01", [1], "expected 2 inputs in a list, and this came: '01'"),
            (0, [1], "expected 2 inputs in a list, and this came: 0"),
            ([0, 10**400], [1], "number 2 of the 2 inputs must be a finite number"),
        ],
    )
    def test_a_pattern_that_does_not_fit_changes_nothing(self, net, inputs, targets, message):
        net.learn([0, 1], [1])
        before = (weights(net), net.lesson, repr(net.neurons))
        with pytest.raises(InputError, match=message):
            net.learn(inputs, targets)
        assert (weights(net), net.lesson, repr(net.neurons)) == before

    def test_nor_does_what_can_not_be_predicted_from(self, net):
        net.learn([0, 1], [1])
        before = (weights(net), net.lesson, repr(net.neurons))
        with pytest.raises(InputError, match=r"^expected 2 inputs, and 1 came"):
            net.predict([0])
        assert (weights(net), net.lesson, repr(net.neurons)) == before

    @pytest.mark.parametrize("settings", [{"rate": -0.1}, {"momentum": -1}, {"rate": math.nan}, {"rate": "fast"}])
    def test_a_setting_that_makes_no_sense_changes_nothing(self, net, settings):
        before = weights(net)
        with pytest.raises(InputError, match=f"{next(iter(settings))} must"):
            net.learn([0, 1], [1], **settings)
        assert weights(net) == before

    def test_numpy_arrays_are_lists_too(self, net):
        np = pytest.importorskip("numpy")
        assert net.predict(np.array([0.0, 1.0])) == net.predict([0, 1])
        assert net.learn(np.array([0, 1]), np.array([1])) > 0
        assert type(net.neuron("x1").output) is float
        assert net.train(
            np.array([[[0.0, 1.0]], [[1.0, 0.0]]]).reshape(2, 1, 2).tolist()
            and [(np.array([0.0, 1.0]), np.array([1.0]))],
            epochs=1,
        ).errors


def test_a_copy_shares_nothing_and_predicts_the_same(net):
    net.train(datasets.xor(), epochs=3)
    for other in (net.clone(), copy.deepcopy(net)):
        assert other.predict([0, 1]) == net.predict([0, 1])
        other.learn([0, 1], [0], rate=5)
        assert other.predict([0, 1]) != net.predict([0, 1])
