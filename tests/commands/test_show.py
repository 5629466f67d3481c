"""`lernmi-emo show`: what is in a network, as text."""

import pytest

from lernmi_emo import BiasNeuron, InputNeuron, Link, Network, Neuron, datasets
from lernmi_emo.commands.show import lines_of
from lernmi_emo.core.kind import Look
from lernmi_emo.core.weight import Weight
from lernmi_emo.support.text import number


@pytest.fixture
def net():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=5, momentum=0.9)
    return net


def test_every_link_of_a_small_network_is_there_with_its_weight_and_change(run, here, net):
    net.save(here / "net.json")
    code, out, err = run("show", "net.json")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    for link in net.links:
        [line] = [line for line in lines if line.strip().startswith(f"{link.name} ")]
        assert f"weight {number(link.weight):>8}, change {number(link.change):>7}" in line
        assert ("emotional" in line) == (link.source.name == "emotion")


def test_the_head_says_what_kind_of_network_it_is(net):
    head = list(lines_of(net))[:5]
    assert head == [
        "Network(2-3-1: 8 neurons, 17 links, emotional)",
        "  error function: half squared; rate 0.5000, momentum 0.0000",
        f"  Emotions(anxiety {number(net.emotions.anxiety)}, confidence {number(net.emotions.confidence)})",
        "",
        "Sources: x1, x2, bias, emotion",
    ]


def test_a_plain_network_has_no_line_on_emotions():
    assert not any("motion" in line for line in lines_of(Network.layered([2, 3, 1])))


def test_frozen_links_and_outputs_and_activations_are_told():
    x1, bias, h1, y1 = InputNeuron("x1"), BiasNeuron(), Neuron("h1", "tanh"), Neuron("y1")
    Link(x1, h1, 0.5, frozen=True)
    Link(h1, y1, -0.5)
    Link(bias, y1, 0.25)
    text = "\n".join(lines_of(Network([x1], [y1])))
    assert "  h1, tanh\n    x1→h1  weight   0.5000, change  0.0000, frozen\n" in text
    assert "  y1, logistic, an output\n" in text
    assert "weight  −0.5000" in text


def test_of_wide_layers_the_first_the_last_the_bias_and_emotion_are_shown():
    text = "\n".join(lines_of(Network.layered([64, 30, 10], emotional=True)))
    assert "Sources: x1, x2, x3, x4, ⋮ 59 more, x64, bias, emotion" in text
    assert "    ⋮ 59 more\n" in text  # of h1's links
    assert "  ⋮ 25 more\n" in text  # of the hidden neurons
    for name in ("x64→h1 ", "bias→h30 ", "emotion→h4 ", "h30→y10 "):
        assert name in text
    for name in ("x5→h1 ", "x1→h5 ", "h1→y5 "):
        assert name not in text
    assert text.count("\n") < 120


def test_all_shows_everything(run, here):
    net = Network.layered([64, 30, 10], emotional=True)
    net.save(here / "net.json")
    _, out, _ = run("show", "net.json", "--all")
    assert out.count("→") == len(net.links) == 2300
    assert "⋮" not in out


@pytest.mark.parametrize("content", [None, "", "{}", "[]", '{"format": "lernmi-emo network", "version": 99}'])
def test_what_is_no_network_is_refused(run, here, content):
    if content is not None:
        (here / "net.json").write_text(content, encoding="utf-8")
    code, out, err = run("show", "net.json")
    assert (code, out) == (2, "")
    assert err.startswith("lernmi-emo: net.json")


class NamedWeight(Weight, registered=False):
    __slots__ = ()
    name = "k1"


class SharedLink(Link, registered=False):
    """Its weight belongs to several links."""

    __slots__ = ("shared",)
    refers = ("shared",)
    look = Look("shared link", "line")

    def __init__(self, source, target, shared):
        self.shared = shared
        super().__init__(source, target, 9.0)

    @property
    def learns(self):
        return (self.shared,)


class GatedLink(Link, registered=False):
    """Its weight is what its gate gives. It has no look of its own."""

    __slots__ = ("gate",)
    refers = ("gate",)
    learns = ()

    def __init__(self, source, target, gate):
        self.gate = gate
        super().__init__(source, target, 9.0)


def test_links_of_other_kinds_and_parallel_ones_are_told_apart():
    x1, x2, h1, y1 = InputNeuron("x1"), InputNeuron("x2"), Neuron("h1"), Neuron("y1")
    SharedLink(x1, h1, NamedWeight(0.25))
    GatedLink(h1, y1, gate=x2)
    Link(h1, y1, 0.5)
    text = "\n".join(lines_of(Network([x1, x2], [y1])))
    assert "    x1→h1  weight   0.2500, change  0.0000, shared k1, shared\n" in text
    assert "    h1→y1  gate x2, GatedLink\n" in text
    assert "    h1→y1 (2)  weight   0.5000, change  0.0000" in text
