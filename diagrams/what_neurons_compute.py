"""What each neuron of that network computes: single neurons draw lines, and together they enclose the disc."""

from pathlib import Path

from lernmi_emo import Network, datasets
from lernmi_emo.drawing import plot_neurons, save_figure


def draw(path):
    """Draw the picture into this file."""
    data = datasets.circle(n=120, noise=0.1, seed=2)
    net = Network.layered([2, 4, 1], activation=["tanh", "logistic"], seed=5)
    net.train(data, epochs=200, rate=0.1, momentum=0.8)
    return save_figure(plot_neurons(net, patterns=data), path)


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
