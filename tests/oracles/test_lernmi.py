"""What the Ruby library Lernmi (samrussell/lernmi) does, step by step, and ours does on `Network.lernmi`."""

import math

import pytest

from lernmi_emo import Link, Network, Neuron


def logistic(value):
    return 1 / (1 + math.exp(-value))


def one_to_one():
    """A 1–1 network with weights of 0.5 and no bias."""
    net = Network.lernmi([1, 1])
    net.link("x1", "y1").weight = 0.5
    net.link("bias", "y1").weight = 0.0
    net.link("bias", "y1").frozen = True
    return net


def test_an_input_of_0_gives_a_half():
    net = one_to_one()
    net.predict([0])
    assert net.neuron("x1").output == 0.5


def test_one_step_of_lernmi():
    net = one_to_one()
    net.learn([0], [0])
    y1 = net.neuron("y1")
    assert y1.output == pytest.approx(0.562176500886, abs=5e-13)
    assert y1.sensitivity == pytest.approx(0.562176500886, abs=5e-13)
    assert y1.delta == pytest.approx(0.138370, abs=1e-6)
    assert net.link("x1", "y1").weight == 0.5 - 0.1 * 0.5 * y1.delta


def test_its_rate_is_a_tenth_and_it_has_no_momentum():
    net = Network.lernmi([784, 15, 10], seed=1)
    assert (net.rate, net.momentum) == (0.1, 0.0)
    assert all(-0.5 <= link.weight <= 0.5 for link in net.links)


def test_unscaled_pixels_saturate_the_input_neurons():
    net = Network.lernmi([2, 2], seed=1)
    net.predict([0, 255])
    assert net.neuron("x1").output == 0.5
    assert net.neuron("x2").output == pytest.approx(1.0, abs=1e-12)


def test_its_layers_do_not_begin_alike():
    """Lernmi seeds a generator for each layer anew; we draw from one."""
    net = Network.lernmi([2, 2, 2], seed=1)
    first, second = ([link.weight for link in layer.links] for layer in net.layers)
    assert first != second


class TestALinkAlone:
    """As in Lernmi's spec: a link between two neurons that hold what we put there, and hand arithmetic."""

    @pytest.fixture
    def link(self):
        source, target = Neuron("source"), Neuron("target")
        link = Link(source, target, weight=0.5)
        source.output, source.sensitivity = 0.3, 0.0
        target.net_input = 0.0
        return link

    def test_it_propagates_its_sources_output_weighted(self, link):
        link.propagate()
        assert link.target.net_input == 0.5 * 0.3

    def test_it_adds_to_what_other_links_brought(self, link):
        link.target.net_input = 0.1
        link.propagate()
        assert link.target.net_input == 0.1 + 0.5 * 0.3

    def test_it_backpropagates_its_targets_delta_weighted(self, link):
        link.target.delta = 0.1 * 0.8 * (1 - 0.8)
        link.backpropagate()
        assert link.source.sensitivity == 0.5 * 0.1 * 0.8 * (1 - 0.8)
        assert link.sensitivity == pytest.approx(0.3 * 0.016)

    def test_backpropagating_changes_no_weight(self, link):
        link.target.delta = 0.016
        link.backpropagate()
        assert link.weight == 0.5

    def test_it_updates_by_minus_the_rate_times_its_sensitivity(self, link):
        link.target.delta = 0.016
        link.backpropagate()
        link.update(rate=0.1, momentum=0.0)
        assert link.weight == pytest.approx(0.5 - 0.1 * 0.3 * 0.016, abs=1e-16)
