"""Which digits are taken for which: the confusion matrix over patterns that the network has not learnt from."""

from pathlib import Path

from lernmi_emo import Network, datasets
from lernmi_emo.drawing import plot_confusion, save_figure


def draw(path):
    """Draw the picture into this file."""
    train, test = datasets.split(datasets.digits(), 0.75, seed=0)
    net = Network.layered([64, 12, 10], emotional=True, seed=1)
    net.train(train, epochs=3, rate=0.3, momentum=0.3)
    return save_figure(plot_confusion(net.evaluate(test)), path)


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
