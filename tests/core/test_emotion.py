import math

import pytest

from lernmi_emo import Emotions, FixedEmotions, InputError, Network, datasets
from lernmi_emo.core.emotion import mean


def test_before_anything_is_felt_emotions_are_none():
    emotions = Emotions()
    assert (emotions.anxiety, emotions.confidence) == (None, None)
    assert repr(emotions) == "Emotions(nothing felt yet)"


def test_forgetting_takes_the_first_anxiety_back():
    emotions = Emotions()
    emotions.feel(0.5, 0.5)
    emotions.forget()
    emotions.feel(0.5, 0.25)
    assert (emotions.initial_anxiety, emotions.confidence) == (0.75, 0.0)


def test_fixed_emotions_stay_whatever_happens():
    emotions = FixedEmotions(1, 0)
    emotions.feel(0.5, 0.5)
    emotions.forget()
    assert (emotions.anxiety, emotions.confidence) == (1.0, 0.0)


def test_fixed_emotions_are_finite_numbers():
    with pytest.raises(InputError, match=r"^anxiety must be a finite number"):
        FixedEmotions("high", 0)
    with pytest.raises(InputError, match=r"^confidence must be a finite number"):
        FixedEmotions(0, math.nan)


def test_fixed_emotions_note_what_the_epoch_was_like():
    emotions = FixedEmotions(1, 0)
    assert (emotions.average, emotions.error) == (None, None)
    emotions.feel(average=0.5, error=0.25)
    assert (emotions.average, emotions.error, emotions.initial_anxiety) == (0.5, 0.25, None)
    assert repr(emotions) == "FixedEmotions(anxiety 1.0000, confidence 0.0000)"


def test_a_control_with_the_links_own_rate_and_momentum_is_plain_backpropagation_with_one_more_input():
    """The emotional neuron then is an input that repeats the average."""
    emotional = Network.layered([2, 3, 1], emotional=FixedEmotions(0.5, 0.9), seed=7)
    net = Network.layered([3, 3, 1], seed=7)
    for link in net.links:
        source = "emotion" if link.source.name == "x3" else link.source.name
        link.weight = emotional.link(source, link.target.name).weight
    # The outputs' emotional links have no counterpart there, so they are taken out on both sides.
    for link in emotional.links:
        if link.name == "emotion→y1":
            link.weight, link.frozen = 0.0, True
    patterns = datasets.xor()
    emotional.train(patterns, epochs=50, rate=0.5, momentum=0.9)
    net.train([([*x, (x[0] + x[1]) / 2], t) for x, t in patterns], epochs=50, rate=0.5, momentum=0.9)
    assert emotional.predict([0, 1]) == pytest.approx(net.predict([0, 1, 0.5]), rel=1e-12)


def test_a_user_can_hand_in_emotions_of_their_own():
    class Unmoved(Emotions):
        def feel(self, average, error):
            super().feel(average, error)
            self.confidence = 0.5

    net = Network.layered([2, 3, 1], emotional=Unmoved(), seed=7)
    history = net.train(datasets.xor(), epochs=3)
    assert history.confidences == [0.5, 0.5, 0.5]


def test_mean_adds_from_left_to_right():
    values = [0.1] * 10
    total = 0.0
    for value in values:
        total += value
    assert mean(values) == total / 10


def test_a_trained_network_that_is_given_new_emotions_begins_with_them():
    net = Network.layered([2, 3, 1], emotional=FixedEmotions(1, 0), seed=7)
    net.train(datasets.xor(), epochs=3)
    weights = list(net.initial_weights)
    net.emotions = Emotions()
    net.train(datasets.xor(), epochs=1)
    assert net.emotions.initial_anxiety is not None
    assert list(net.initial_weights) == weights
    net.emotions = Emotions()
    net.learn([0, 1], [1])
    assert net.emotions.confidence == 0.0
    net.emotions = Emotions()
    for _ in net.steps([0, 1], [1]):
        pass
    assert net.emotions.confidence == 0.0
