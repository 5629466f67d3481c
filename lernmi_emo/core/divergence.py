"""When learning runs away: name the part that went first, and go back to the weights from before.

A rate that is too high makes each step overshoot farther than the last, until a weight is infinite or not a number.
Whatever its source gives, even 0, what such a weight brings to its target is no finite number either. So to notice it,
it is enough to look at the neurons' net inputs.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from lernmi_emo.support.exceptions import DivergenceError

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork


def check_finite(network: BareNetwork) -> None:
    """Refuse to learn with a weight, or from an output, that is infinite or no number; after the forward pass.

    Raises `DivergenceError`, which names the part that went first. Where the last update made a weight that is not
    finite, all weights are put back to what they were before it.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1])
    >>> net.link("x1", "y1").weight = float("inf")
    >>> net.learn([1], [1])
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.DivergenceError: the weight of x1→y1 became infinite or not a number. ...
    """
    if not all(map(isfinite, [neuron.net_input for layer in network.layers for neuron in layer.neurons])):
        check_closely(network)


def check_closely(network: BareNetwork) -> None:
    """Raise, and put the weights back, unless the outputs and the weights are finite in spite of such a net input.

    It may have overflowed, or come from an activation that gives no finite number: that can be borne.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], activation="step", bias=False)
    >>> net.link("x1", "y1").weight = 1e308
    >>> error = net.learn([1e200], [0]); net.neuron("y1")
    Neuron(y1: net inf → output 1.0000, delta 0.0000)
    """
    numbers = [weight.weight for weight in network.weights] + [neuron.output for neuron in network.outputs]
    if all(map(isfinite, numbers)):
        return
    lesson, astray = network.lesson, first_astray(network)
    updated = [weight for weight in network.weights if weight.weight_before is not None]
    if not all(isfinite(weight.weight_before + weight.change) for weight in updated):  # and nobody set it by hand
        for weight in updated:
            weight.weight, weight.change = weight.weight_before, weight.last_change
    raise divergence(astray, "lesson", lesson.rate, lesson.momentum)


def first_astray(network: BareNetwork) -> str:
    """The first part whose number is infinite or no number: a weight, a neuron's value, or else the error.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1])
    >>> net.links[0].weight = float("nan"); first_astray(net)
    'the weight of x1→y1'
    """
    for link in network.links:
        if any(not isfinite(weight.weight) for weight in link.learns):
            return f"the weight of {link.name}"
    backward = [neuron for layer in reversed(network.layers) for neuron in layer.neurons] + network.sources
    for neurons, names in ((network.neurons, ("net_input", "output")), (backward, ("sensitivity", "delta"))):
        for neuron in neurons:
            for name in names:
                value = getattr(neuron, name)
                if value is not None and not isfinite(value):
                    return f"the {name.replace('_', ' ')} of {neuron.name}"
    return "the error"


def divergence(astray: str, unit: str, rate: float, momentum: float, where: str = "") -> DivergenceError:
    """The error in words: what went astray, and that the weights from before this lesson or epoch are kept.

    >>> print(divergence("the error", "epoch", 5.0, 0.0, where="in epoch 3, "))
    in epoch 3, the error became infinite or not a number. The weights from before that epoch are kept. Try ...
    """
    calmer = f"a smaller rate than {rate:g}" + f" or momentum than {momentum:g}" * (momentum > 0)
    error = DivergenceError(
        f"{where}{astray} became infinite or not a number. The weights from before that {unit} are kept. "
        f"Try {calmer}, or scale the inputs to 0..1"
    )
    error.astray = astray
    return error
