"""Every update of a small EmBP network as an equation, on a dark slide."""

from pathlib import Path

from lernmi_emo import Network


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([1, 2, 1], emotional=True, seed=7)
    for inputs, targets in [([1], [0]), ([0.5], [1])]:
        net.learn(inputs, targets, rate=0.5, momentum=0.9)
    return net.draw(path, "update", with_="svg", labels="equations", theme="dark", title="EmBP in numbers")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
