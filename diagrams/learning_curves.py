"""An emotional network learns XOR: its error falls, with it its anxiety, and its confidence rises."""

from pathlib import Path

from lernmi_emo import Network, datasets
from lernmi_emo.drawing import plot_history, save_figure


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    history = net.train(datasets.xor(), epochs=300, rate=0.5, momentum=0.9)
    return save_figure(plot_history(history), path)


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
