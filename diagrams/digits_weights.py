"""What the hidden neurons of a digits network look at: each neuron's weights, laid out like the image they see."""

from pathlib import Path

from lernmi_emo import Network, datasets
from lernmi_emo.drawing import plot_weights, save_figure


def draw(path):
    """Draw the picture into this file."""
    net = Network.layered([64, 12, 10], emotional=True, seed=1)
    net.train(datasets.digits(), epochs=3, rate=0.3, momentum=0.3)
    return save_figure(plot_weights(net), path)


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
