"""Weights as images: each weight at its pixel."""

import pytest

from lernmi_emo import InputError, InputNeuron, Link, NameNotFoundError, Network, Neuron
from lernmi_emo.drawing.charts.weights_image import plot_weights


def images(figure):
    return [ax for ax in figure.axes if ax.images]


def test_each_pixel_is_the_weight_of_its_inputs_link():
    net = Network.layered([6, 4, 2], seed=3)
    figure = plot_weights(net, shape=(2, 3))
    shown = {ax.get_title(): ax.images[0] for ax in images(figure)}
    assert sorted(shown) == ["h1", "h2", "h3", "h4"]
    for name, image in shown.items():
        for place in range(6):
            assert image.get_array()[place // 3][place % 3] == net.link(f"x{place + 1}", name).weight


def test_one_scale_of_colours_serves_all_and_0_is_its_middle():
    net = Network.layered([9, 4, 2], seed=3)
    limits = {ax.images[0].get_clim() for ax in images(plot_weights(net))}
    greatest = max(abs(link.weight) for link in net.layers[0].links if link.source.name != "bias")
    assert limits == {(-greatest, greatest)}


def test_the_weights_that_are_no_pixels_stand_below():
    net = Network.layered([4, 2, 1], emotional=True, seed=3)
    [ax] = images(plot_weights(net, "h2"))
    bias, emotion = net.link("bias", "h2").weight, net.link("emotion", "h2").weight
    assert ax.get_xlabel() == f"bias {bias:.2f}\nemotion {emotion:.2f}".replace("-", "−")


def test_a_pixel_without_a_link_weighs_nothing():
    inputs, h = [InputNeuron(f"x{place}") for place in range(4)], Neuron("h")
    Link(inputs[2], h, 0.7)
    [ax] = images(plot_weights(Network(inputs, [h])))
    assert ax.images[0].get_array().tolist() == [[0, 0], [0.7, 0]]


def test_of_a_wide_layer_the_first_thirty_are_shown():
    assert len(images(plot_weights(Network.layered([4, 40, 1])))) == 30


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (
            lambda net: plot_weights(net),
            InputError,
            r"6 inputs do not make a square image: say shape=\(rows, columns\)",
        ),
        (lambda net: plot_weights(net, shape=(2, 2)), InputError, "2 × 2 has 4 pixels, and the network has 6 inputs"),
        (lambda net: plot_weights(net, "y1", shape=(2, 3)), InputError, "y1 has no link from an input"),
        (lambda net: plot_weights(net, ["h9"], shape=(2, 3)), NameNotFoundError, "no neuron 'h9'"),
    ],
)
def test_what_makes_no_image_is_refused(call, error, message):
    with pytest.raises(error, match=message):
        call(Network.layered([6, 4, 2]))
