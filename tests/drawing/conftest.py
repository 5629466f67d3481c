"""What the tests of drawings share: matplotlib without a window, in its own style, and with no figure left open."""

import matplotlib
import pytest

matplotlib.use("Agg")

from matplotlib import pyplot

from lernmi_emo import Network, datasets


@pytest.fixture(autouse=True)
def clean_figures():
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.use("Agg")
        yield
    pyplot.close("all")


@pytest.fixture
def net():
    """An emotional network that has learnt, and whose last lesson is there to be drawn."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=5, momentum=0.9)
    net.learn([0, 1], [1], rate=0.5, momentum=0.9)
    return net


@pytest.fixture
def hostile():
    """A network whose names hold every sign that some painter could take for something else."""
    return hostile_network()


NAMES = [
    'a"b', "back\\slash \\N\\n", "two\nlines", "<script>alert(1)</script>", "<b>bold</b>", "100% %s", "$x^2$ $",
    "&lt;b&gt; &amp;", "a:b:n", "node", "Ünïçø вес", "]]>", "{x|y}", "'; --", " ", "\\", "-->",
]  # fmt: skip


def hostile_network():
    from lernmi_emo import InputNeuron, Link, Neuron

    inputs = [InputNeuron(name) for name in NAMES]
    y = Neuron("<y & z>", "logistic")
    for place, neuron in enumerate(inputs):
        Link(neuron, y, 0.5 if place % 2 else -0.5)
    return Network(inputs, [y])
