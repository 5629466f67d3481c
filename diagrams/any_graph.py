"""A network made by hand, link by link: some links pass a layer, one is frozen, and nothing is computed yet."""

from pathlib import Path

from lernmi_emo import BiasNeuron, InputNeuron, Link, Network, Neuron


def draw(path):
    """Draw the picture into this file."""
    left, right, bias = InputNeuron("left"), InputNeuron("right"), BiasNeuron()
    both, either = Neuron("both", "step"), Neuron("either", "step")
    one = Neuron("one", "step")
    for source, target, weight in [
        (left, both, 1.0), (right, both, 1.0), (bias, both, -1.5),
        (left, one, 1.0), (right, one, 1.0), (both, one, -2.0), (bias, one, -0.5),
        (left, either, 1.0), (right, either, 1.0),
    ]:  # fmt: skip
        Link(source, target, weight)
    Link(bias, either, -0.5, frozen=True)
    net = Network(inputs=[left, right], outputs=[one, either])
    return net.draw(path, with_="svg", digits=1, title="Exclusive or, with links that pass a layer")


if __name__ == "__main__":
    draw(Path(__file__).with_suffix(".svg"))
