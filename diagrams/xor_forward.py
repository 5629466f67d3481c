"""Lernmi's XOR network, forward. As in Lernmi, the input neurons activate too, so an input of 0 gives 0.5."""

from pathlib import Path

from lernmi_emo import Network


def draw(path):
    """Draw the picture into this file."""
    net = Network.lernmi([2, 3, 1], seed=1)
    net.predict([0, 1])
    return net.draw(path, "forward", with_="svg", title="Lernmi's XOR network, forward")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
