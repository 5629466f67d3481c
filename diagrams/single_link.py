"""A single link, with its equation: the output of one neuron, weighted, is the net input of the next."""

from pathlib import Path

from lernmi_emo import InputNeuron, Link, Network, Neuron


def draw(path):
    """Draw the picture into this file."""
    x1, y1 = InputNeuron("x1"), Neuron("y1")
    Link(x1, y1, weight=0.8)
    net = Network(inputs=[x1], outputs=[y1])
    net.predict([0.5])
    return net.draw(path, "forward", with_="svg", labels="equations", digits=2, title="One link, forward")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
