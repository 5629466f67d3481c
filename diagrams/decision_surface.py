"""The decision surface of a network that tells a disc from the ring about it."""

from pathlib import Path

from lernmi_emo import Network, datasets
from lernmi_emo.drawing import plot_surface, save_figure


def draw(path):
    """Draw the picture into this file."""
    data = datasets.circle(n=120, noise=0.1, seed=2)
    net = Network.layered([2, 4, 1], activation=["tanh", "logistic"], seed=5)
    net.train(data, epochs=200, rate=0.1, momentum=0.8)
    return save_figure(plot_surface(net, patterns=data), path)


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
