"""The EmBP network, forward: the emotional neuron gives the pattern's average, the bias gives 1."""

from pathlib import Path

from lernmi_emo import Network, datasets


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=40, rate=0.5, momentum=0.9)
    net.learn([0, 1], [1], rate=0.5, momentum=0.9)
    return net.draw(path, "forward", with_="svg", title="EmBP, forward")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
