"""What each neuron computes: one small surface for each."""

import pytest
from matplotlib.collections import LineCollection

from lernmi_emo import InputError, Network, datasets
from lernmi_emo.drawing.charts.small_multiples import plot_neurons


def panels(figure):
    return {ax.get_title(): ax for ax in figure.axes if ax.images}


def test_every_neuron_has_a_surface_of_its_outputs():
    net = Network.layered([2, 3, 2, 1], seed=7)
    found = panels(plot_neurons(net, area=(0, 1), resolution=3))
    assert sorted(found) == ["h1.1", "h1.2", "h1.3", "h2.1", "h2.2", "x1", "x2", "y1"]
    net.predict([0.5, 1.0])
    for name, ax in found.items():
        assert ax.images[0].get_array()[2][1] == net.neuron(name).output


def test_links_lie_between_them_and_biases_stand_below():
    net = Network.layered([2, 3, 1], seed=7)
    ground = plot_neurons(net, resolution=3).axes[0]
    [lines] = [each for each in ground.collections if isinstance(each, LineCollection)]
    assert len(lines.get_segments()) == 2 * 3 + 3
    words = [text.get_text() for text in ground.texts]
    for link in net.links:
        if link.source.name == "bias":
            assert f"bias {link.weight:.2f}".replace("-", "−") in words


def test_wide_layers_are_cut_and_patterns_lie_on_the_outputs():
    net = Network.layered([2, 20, 1], seed=7)
    figure = plot_neurons(net, resolution=2, max_neurons=4, patterns=datasets.xor())
    assert len(panels(figure)) == 2 + 3 + 1
    assert "⋮" in [text.get_text() for text in figure.axes[0].texts]
    assert [len(ax.collections) for name, ax in panels(figure).items() if name == "y1"] == [2]


def test_a_network_of_other_than_two_inputs_is_refused():
    with pytest.raises(InputError, match="over two inputs, and this network has 4"):
        plot_neurons(Network.layered([4, 1]))
