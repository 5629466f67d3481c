"""The EmBP network: the emotional neuron has a link to every hidden and every output neuron, as the bias has."""

from pathlib import Path

from lernmi_emo import Network


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    return net.draw(path, "structure", with_="svg", title="An EmBP network")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
