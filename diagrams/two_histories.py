"""The same network, from the same weights, with and without emotion: two histories side by side."""

from pathlib import Path

from lernmi_emo import Network, datasets
from lernmi_emo.drawing import plot_histories, save_figure


def draw(path):
    """Draw the picture into this file."""
    histories = {}
    for name, emotional in (("backpropagation", False), ("EmBP", True)):
        net = Network.layered([2, 3, 1], emotional=emotional, seed=7)
        histories[name] = net.train(datasets.xor(), epochs=300, rate=0.5, momentum=0.9)
    return save_figure(plot_histories(histories), path)


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
