"""A network of full layers."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

from lernmi_emo.core.activation import Activation
from lernmi_emo.core.emotion import Emotions
from lernmi_emo.core.error import ErrorFunction
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.core.source import BiasNeuron, EmotionalNeuron, InputNeuron
from lernmi_emo.support.checks import as_random, check_count, check_not_negative
from lernmi_emo.support.exceptions import InputError

N = TypeVar("N", bound=BareNetwork)
ActivationChoice = str | Activation | Sequence[str | Activation | Sequence[str | Activation]]


def layered(
    network: type[N],
    sizes: Sequence[int],
    *,
    emotional: bool | Emotions = False,
    bias: bool = True,
    activation: ActivationChoice = "logistic",
    error: str | ErrorFunction = "half squared",
    rate: float = 0.5,
    momentum: float = 0.0,
    weight_range: float | None = None,
    seed: int | random.Random | None = 0,
) -> N:
    """A network of full layers: `sizes` counts the inputs, the neurons of each hidden layer, and the outputs.

    `network` is the class to make: `Network.layered(sizes, …)` hands in its own.

    Each neuron has a link from every neuron of the layer before, from the bias neuron, and, where the network is
    emotional, from the emotional neuron. `emotional` may also be an `Emotions` object. `activation` is one for all,
    or a list with one for each layer after the inputs, and each of those may be a list with one for each neuron.

    Weights are drawn evenly from −r to r, where r is `weight_range`, or else 1/√n for a neuron with n neurons in the
    layer before it. Emotional links draw theirs last, so the same seed gives a plain and an emotional network the
    same weights wherever both have a link. `seed` is a number, a `random.Random` to draw from, or None for weights
    that are new each time.

    Names: inputs x1, x2, …; hidden neurons h1, h2, …, or h1.1, …, h2.3, … with several hidden layers; outputs y1, ….

    >>> from lernmi_emo import Network
    >>> layered(Network, [2, 3, 1], emotional=True, seed=7)
    Network(2-3-1: 8 neurons, 17 links, emotional)
    >>> layered(Network, [2, 4, 3, 1], activation=["tanh", "rectifier", "logistic"]).neuron("h2.3").activation
    Activation(rectifier)
    """
    sizes = _check_sizes(sizes)
    chance = as_random(seed)
    inputs = [InputNeuron(f"x{place}") for place in range(1, sizes[0] + 1)]
    layers = [
        [Neuron(_name(depth, place, len(sizes)), choice) for place, choice in enumerate(choices, 1)]
        for depth, choices in enumerate(_activations(activation, sizes), 1)
    ]
    always = [BiasNeuron()] if bias else []
    columns: list[Sequence[Neuron]] = [inputs, *layers]
    for before, layer in zip(columns, layers):
        reach = _reach(len(before), weight_range)
        for neuron in layer:
            for source in (*before, *always):
                Link(source, neuron, chance.uniform(-reach, reach))
    if emotional is not False:
        emotion = EmotionalNeuron(emotions=None if emotional is True else _check_emotions(emotional))
        for before, layer in zip(columns, layers):
            reach = _reach(len(before), weight_range)
            for neuron in layer:
                EmotionalLink(emotion, neuron, chance.uniform(-reach, reach))
    return network(inputs, layers[-1], error=error, rate=rate, momentum=momentum)


def _check_sizes(sizes: Sequence[int]) -> list[int]:
    if isinstance(sizes, str) or not hasattr(sizes, "__len__") or len(sizes) < 2:
        raise InputError(f"sizes are at least two numbers, such as [2, 3, 1] (inputs, hidden, outputs): {sizes!r} came")
    return [check_count(size, "the size of a layer") for size in sizes]


def _check_emotions(emotions: Emotions) -> Emotions:
    if not hasattr(emotions, "feel"):
        raise InputError(f"emotional is True, False or an Emotions object, and this came: {emotions!r}")
    return emotions


def _reach(neurons_before: int, weight_range: float | None) -> float:
    """How far from 0 a first weight may lie: the more weights add up, the less each."""
    return 1.0 / math.sqrt(neurons_before) if weight_range is None else check_not_negative(weight_range, "weight_range")


def _name(depth: int, place: int, count: int) -> str:
    if depth == count - 1:
        return f"y{place}"
    return f"h{place}" if count == 3 else f"h{depth}.{place}"


def _activations(choice: ActivationChoice, sizes: Sequence[int]) -> list[list[str | Activation]]:
    """One activation for each neuron of each layer after the inputs."""
    if isinstance(choice, (str, Activation)):
        return [[choice] * size for size in sizes[1:]]
    if len(choice) != len(sizes) - 1:
        raise InputError(f"activation has {len(choice)} entries for {len(sizes) - 1} layers after the inputs")
    result: list[list[str | Activation]] = []
    for number, (each, size) in enumerate(zip(choice, sizes[1:]), 1):
        row = [each] * size if isinstance(each, (str, Activation)) else list(each)
        if len(row) != size:
            raise InputError(f"activation has {len(row)} entries for the {size} neurons of layer {number}")
        result.append(row)
    return result
