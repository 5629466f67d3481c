"""Random networks for laws that hold for all: layered ones, and hand-built graphs with links that skip layers."""

from __future__ import annotations

import random

from hypothesis import strategies as st

from lernmi_emo import BiasNeuron, EmotionalLink, EmotionalNeuron, InputNeuron, Link, Network, Neuron

SMOOTH = ["logistic", "tanh", "arctan", "linear"]  # activations without a kink, for central differences


def random_graph(
    seed: int, *, activations: list[str] | None = None, error: str = "half squared", emotional: bool | None = None
) -> Network:
    """Some acyclic network, the same for the same seed: skip links, frozen links, outputs that feed on, emotion."""
    chance = random.Random(seed)
    kinds = activations or [*SMOOTH, "rectifier"]
    inputs = [InputNeuron(f"x{place}") for place in range(1, chance.randint(1, 3) + 1)]
    sources: list[Neuron] = [*inputs]
    if chance.random() < 0.7:
        sources.append(BiasNeuron())
    neurons: list[Neuron] = []
    for place in range(1, chance.randint(1, 6) + 1):
        neuron = Neuron(f"n{place}", chance.choice(kinds))
        before = [*sources, *neurons]
        for source in chance.sample(before, chance.randint(1, len(before))):
            Link(source, neuron, chance.uniform(-1, 1), frozen=chance.random() < 0.15)
        neurons.append(neuron)
    if emotional if emotional is not None else chance.random() < 0.5:
        emotion = EmotionalNeuron()
        for neuron in neurons:
            EmotionalLink(emotion, neuron, chance.uniform(-1, 1), frozen=chance.random() < 0.15)
    ends = [neuron for neuron in neurons if not neuron.outgoing]
    middles = [neuron for neuron in neurons if neuron.outgoing]
    outputs = [*ends, *chance.sample(middles, min(len(middles), chance.randint(0, 1)))]
    if error == "binary cross-entropy":
        for neuron in outputs:
            neuron.activation = neuron.activation.named("logistic")
    return Network(inputs, outputs, error=error)


def random_pattern(net: Network, seed: int) -> tuple[list[float], list[float]]:
    """Inputs and targets that fit this network, between 0 and 1."""
    chance = random.Random(seed)
    return [chance.random() for _ in net.inputs], [chance.random() for _ in net.outputs]


seeds = st.integers(min_value=0, max_value=2**32)
