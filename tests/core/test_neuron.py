import pytest

from lernmi_emo import BiasNeuron, EmotionalNeuron, ErrorFunction, InputNeuron, Neuron, TopologyError


def test_nothing_is_computed_at_first_and_that_is_none_not_0():
    neuron = Neuron("h1")
    assert (neuron.net_input, neuron.output, neuron.sensitivity, neuron.delta) == (None, None, None, None)
    assert repr(neuron) == "Neuron(h1: not computed)"


def test_its_output_is_the_activations_value_of_its_net_input():
    neuron = Neuron("h1", "tanh")
    neuron.open_net_input()
    assert neuron.net_input == 0.0
    neuron.activate()
    assert neuron.output == 0.0


def test_its_delta_is_its_sensitivity_times_the_slope():
    neuron = Neuron("h1")
    neuron.net_input, neuron.output, neuron.sensitivity = 0.0, 0.5, -0.8
    neuron.take_delta()
    assert neuron.delta == -0.8 * 0.25


def test_comparing_with_a_target_adds_to_what_links_sent_back_and_returns_the_error():
    neuron = Neuron("y1")
    neuron.output, neuron.sensitivity = 0.5, 0.25
    assert neuron.compare(1.0, ErrorFunction.named("half squared")) == 0.125
    assert neuron.sensitivity == 0.25 + (0.5 - 1.0)


def test_its_repr_teaches_on_one_line():
    neuron = Neuron("h1")
    neuron.net_input, neuron.output, neuron.delta = 0.3775, 0.593269992107, -0.008771354689
    assert repr(neuron) == "Neuron(h1: net 0.3775 → output 0.5933, delta −0.0088)"


def test_sources_give_their_input_1_and_the_average():
    x1, bias, emotion = InputNeuron("x1"), BiasNeuron(), EmotionalNeuron()
    x1.receive(0.25)
    bias.perceive([0.25, 0.75])
    emotion.perceive([0.25, 0.75])
    assert (x1.output, bias.output, emotion.output) == (0.25, 1.0, 0.5)
    assert repr(emotion) == "EmotionalNeuron(emotion: output 0.5000)"


def test_a_source_has_no_net_input():
    x1 = InputNeuron("x1")
    x1.receive(0.25)
    assert x1.net_input is None


@pytest.mark.parametrize("name", ["", None, 3])
def test_a_name_must_be_a_text(name):
    with pytest.raises(TopologyError, match="name is a text"):
        Neuron(name)
