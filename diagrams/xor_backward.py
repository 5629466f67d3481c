"""Lernmi's XOR network, backward: deltas, and on each link its sensitivity, all sent back before any update."""

from pathlib import Path

from lernmi_emo import Network


def draw(path):
    """Draw the picture into this file."""
    net = Network.lernmi([2, 3, 1], seed=1)
    net.learn([0, 1], [1])
    return net.draw(path, "backward", with_="svg", title="Lernmi's XOR network, backward")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
