"""The EmBP network, backward: deltas and sensitivities, with the arrows reversed."""

from pathlib import Path

from lernmi_emo import Network, datasets


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=40, rate=0.5, momentum=0.9)
    net.learn([0, 1], [1], rate=0.5, momentum=0.9)
    return net.draw(path, "backward", with_="svg", title="EmBP, backward")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
