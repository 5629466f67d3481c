"""Everything that a network's objects hold, down to the last bit: what two networks must share to be called equal."""

from __future__ import annotations

from typing import Any


def exact(value: Any) -> Any:
    """The same thing with each float as its hexadecimal digits, so that 0.0 is not −0.0."""
    if isinstance(value, float):
        return float(value).hex()
    if isinstance(value, dict):
        return {name: exact(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)) or type(value).__name__ == "array":
        return [exact(each) for each in value]
    return value


def numbers_of(weight: Any) -> tuple[Any, ...]:
    """What a link or another weight holds."""
    return (
        *(weight.weight, weight.weight_before, weight.change, weight.last_change),
        *(weight.sensitivity, weight.frozen),
    )


def everything(net: Any) -> dict[str, Any]:
    """All values of all objects."""
    return exact(
        {
            "links": {link.name: numbers_of(link) for link in net.links},
            "shared": [numbers_of(weight) for weight in net.shared],
            "neurons": {
                neuron.name: (neuron.net_input, neuron.output, neuron.sensitivity, neuron.delta)
                for neuron in net.neurons
            },
            "emotions": None if net.emotions is None else vars(net.emotions),
            "lesson": net.lesson,
            "done": net.done,
            "error": net.error,
            "initial weights": net.initial_weights,
        }
    )
