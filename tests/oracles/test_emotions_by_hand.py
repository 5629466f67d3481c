"""Anxiety and confidence worked by hand: two patterns of three inputs."""

import pytest

from lernmi_emo import EmotionalNeuron, Emotions, Network

PATTERNS = [([0, 0.5, 1], [0]), ([1, 1, 1], [1])]


def network_that_answers(output_to_first, output_to_second):
    """Frozen weights with which a linear output gives the wanted answers: it reads its first input alone."""
    net = Network.layered([3, 1], emotional=True, activation="linear")
    for link in net.links:
        link.weight, link.frozen = 0.0, True
    net.link("bias", "y1").weight = output_to_first
    net.link("x1", "y1").weight = output_to_second - output_to_first
    return net


def test_a_patterns_average_is_what_the_emotional_neuron_gives():
    emotion = EmotionalNeuron()
    averages = []
    for inputs, _ in PATTERNS:
        emotion.perceive(inputs)
        averages.append(emotion.output)
    assert averages == [0.5, 1.0]


def test_before_the_first_lesson_anxiety_is_average_plus_error_and_confidence_is_0():
    net = network_that_answers(0.5, 0.5)
    net.begin(PATTERNS)
    assert net.emotions.average == 0.75
    assert net.emotions.error == 0.25
    assert net.emotions.anxiety == 1.0
    assert net.emotions.confidence == 0.0


def test_as_the_error_falls_anxiety_falls_and_confidence_rises():
    emotions = Emotions()
    emotions.feel(0.75, 0.25)
    _, error = network_that_answers(0.25, 0.75).measure(PATTERNS)
    assert error == 0.0625
    emotions.feel(0.75, error)
    assert emotions.anxiety == 0.8125
    assert emotions.confidence == 0.1875


def test_where_the_error_rises_above_the_first_confidence_goes_below_0():
    emotions = Emotions()
    emotions.feel(0.75, 0.25)
    emotions.feel(0.75, 0.5)
    assert emotions.confidence == -0.25


def test_an_epoch_of_training_feels_what_its_lessons_showed():
    net = network_that_answers(0.5, 0.5)
    history = net.train(PATTERNS, epochs=1)
    assert history.errors == [0.25]
    assert history.anxieties == [1.0]
    assert history.confidences == [0.0]


def test_an_emotional_links_update_by_hand():
    """δ = (0.5 − 0) · 1 at a linear output; μ = 1, k = 0: change = −1 · 0.5 · 0.5."""
    net = network_that_answers(0.5, 0.5)
    link = net.link("emotion", "y1")
    link.frozen = False
    net.begin(PATTERNS)
    net.learn(*PATTERNS[0], rate=0.3, momentum=0.9)
    assert link.sensitivity == 0.25
    assert link.change == -0.25
    net.emotions.feel(0.75, 0.0625)  # μ = 0.8125, k = 0.1875
    net.learn(*PATTERNS[0], rate=0.3, momentum=0.9)
    sensitivity = (0.5 - 0.25 * 0.5) * 0.5
    assert link.change == pytest.approx(-0.8125 * sensitivity + 0.1875 * -0.25, abs=1e-15)
