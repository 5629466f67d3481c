"""A wide network, 784-15-10, collapsed: the first and last neurons of wide layers, and the strongest links alone."""

from pathlib import Path

from lernmi_emo import Network


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([784, 15, 10], seed=1)
    return net.draw(path, with_="svg", max_neurons=8, strongest=40, title="784-15-10: handwritten digits")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
