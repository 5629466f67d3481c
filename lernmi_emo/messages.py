"""Every message of a lesson, in the order in which `Network.learn` has them sent.

The order stands in `lesson_messages`: that of `Network.learn`, of its parts, and of the same verbs on a `Layer`. A
message knows whom it is for and how to send it, which is to call that object's own method; nothing is computed here.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from lernmi_emo.emotion import mean
from lernmi_emo.link import EmotionalLink, Link
from lernmi_emo.network import Network, squared_error
from lernmi_emo.neuron import BiasNeuron, Neuron, Source
from lernmi_emo.training import CheckedPattern, _divergence, _state


class Message(NamedTuple):
    """A message about to be sent. `send` sends it, and returns what went in and what came out."""

    phase: str
    action: str
    part: str
    names: tuple[str, ...]
    touched: Sequence[Any]  # the parts of the network that it reads or may change
    send: Callable[[], tuple[Any, ...]]
    method: tuple[type, str]
    kind: str = ""
    layer: int = 0


# The order of the messages: that of Network.learn, of its four parts, and of the same verbs on a Layer.


def lesson_messages(
    net: Network, inputs: list[float], targets: list[float], rate: float, momentum: float
) -> Iterator[Message]:
    """Every message of one lesson."""
    if net.initial_weights is None and net.emotions is not None:
        yield feel_first(net, [(inputs, targets)])
    yield present(net, inputs, targets, rate, momentum)
    for source in net.sources[len(net.inputs) :]:
        yield perceive(source, inputs)
    for number, layer in enumerate(net.layers, 1):
        yield open_sums("forward", "net_input", layer.neurons, number)
        for link in layer.links:
            yield propagate(link, number)
        for neuron in layer.neurons:
            yield activate(neuron, number)
    yield open_sums("error", "sensitivity", net.neurons, 0, net)
    for neuron, target in zip(net.outputs, targets):
        yield compare(net, neuron, target)
    for number, layer in reversed(list(enumerate(net.layers, 1))):
        for neuron in layer.neurons:
            yield take_delta(neuron, number)
        for link in layer.links:
            yield backpropagate(link, number)
    for number, layer in enumerate(net.layers, 1):
        for link in layer.links:
            yield update(net, link, number)


def epoch_messages(
    net: Network,
    patterns: Sequence[CheckedPattern],
    rate: float,
    momentum: float,
    chance: random.Random | None,
) -> Iterator[Message]:
    """Every message of one epoch, in the order of `training.train` and `training.learn_epoch`."""
    if net.initial_weights is None and net.emotions is not None:
        yield feel_first(net, patterns)
    before = _state(net)
    order = list(patterns)
    if chance is not None:
        chance.shuffle(order)
    errors = []
    for inputs, targets in order:
        yield from lesson_messages(net, inputs, targets, rate, momentum)
        errors.append(squared_error([neuron.output for neuron in net.outputs], targets))
    error = mean(errors) / len(net.outputs)
    if not math.isfinite(error) or not all(math.isfinite(link.weight) for link in net.links):
        raise _divergence(net, before, order, rate, momentum, 1)
    if net.emotions is not None:
        yield feel(net, mean(mean(inputs) for inputs, _ in patterns), error)


# The messages


def feel_first(net: Network, patterns: Sequence[CheckedPattern]) -> Message:
    """The untrained network's emotions are felt, as `Network.begin` does it."""
    emotions: Any = net.emotions

    def send() -> tuple[Any, ...]:
        net.begin(patterns)
        return _mood(emotions)

    return Message(
        "emotions", "feel", "emotions", (), (emotions, *net.neurons, net), send, (type(emotions), "feel"), "first"
    )


def feel(net: Network, average: float, error: float) -> Message:
    """The epoch's emotions are felt."""
    emotions: Any = net.emotions

    def send() -> tuple[Any, ...]:
        emotions.feel(average, error)
        return _mood(emotions)

    return Message("emotions", "feel", "emotions", (), (emotions,), send, (type(emotions), "feel"))


def _mood(emotions: Any) -> tuple[Any, ...]:
    names = ("average", "error", "initial_anxiety", "anxiety", "confidence")
    return tuple(getattr(emotions, name, None) for name in names)


def present(net: Network, inputs: list[float], targets: list[float], rate: float, momentum: float) -> Message:
    """The lesson begins: the last pass is forgotten, and the input neurons receive the pattern."""

    def send() -> tuple[Any, ...]:
        net.begin_lesson(inputs, targets, rate, momentum)
        for neuron in net.neurons:
            neuron.forget()
        for neuron, value in zip(net.inputs, inputs):
            neuron.receive(value)
        return (*inputs, *(neuron.output for neuron in net.inputs))

    names = tuple(neuron.name for neuron in net.inputs)
    return Message("forward", "present", "neurons", names, (*net.neurons, net), send, (type(net.inputs[0]), "receive"))


def perceive(source: Source, inputs: list[float]) -> Message:
    """A source other than the inputs perceives the pattern: the emotional neuron its average."""
    kind = "bias" if isinstance(source, BiasNeuron) else ""

    def send() -> tuple[Any, ...]:
        source.perceive(inputs)
        return (source.output,) if kind else (*inputs, source.output)

    return Message("forward", "perceive", "neuron", (source.name,), (source,), send, (type(source), "perceive"), kind)


def open_sums(phase: str, quantity: str, neurons: Sequence[Neuron], layer: int, net: Network | None = None) -> Message:
    """Neurons begin their net input, or their sensitivity: a sum that links add to."""
    action = f"open_{quantity}"

    def send() -> tuple[Any, ...]:
        for neuron in neurons:
            getattr(neuron, action)()
        if net is not None:
            net.error = 0.0
        return tuple(getattr(neuron, quantity) for neuron in neurons)

    names = tuple(neuron.name for neuron in neurons)
    touched = neurons if net is None else (*neurons, net)
    return Message(phase, action, "neurons", names, touched, send, (type(neurons[0]), action), quantity, layer)


def propagate(link: Link, layer: int) -> Message:
    """A link carries its source's output, weighted, to its target."""
    source, target = link.source, link.target

    def send() -> tuple[Any, ...]:
        read = (target.net_input, source.output, link.weight)
        link.propagate()
        return (*read, target.net_input)

    return _link_message("forward", "propagate", link, layer, send)


def activate(neuron: Neuron, layer: int) -> Message:
    """A neuron turns its net input into its output."""

    def send() -> tuple[Any, ...]:
        net_input = neuron.net_input
        neuron.activate()
        return (net_input, neuron.output)

    return _neuron_message("forward", "activate", neuron, layer, send)


def compare(net: Network, neuron: Neuron, target: float) -> Message:
    """An output is compared with its target: its part of the error, and its sensitivity."""

    def send() -> tuple[Any, ...]:
        read = (neuron.output, target, net.error, neuron.sensitivity)
        net.compare(neuron, target)
        return (*read, net.error, neuron.sensitivity)

    kind = net.error_function.name
    return Message("error", "compare", "neuron", (neuron.name,), (neuron, net), send, (type(net), "compare"), kind)


def take_delta(neuron: Neuron, layer: int) -> Message:
    """A neuron turns its sensitivity into its delta."""

    def send() -> tuple[Any, ...]:
        ordinary = type(neuron).take_delta is Neuron.take_delta
        slope = neuron.activation.slope(neuron.net_input, neuron.output) if ordinary else None
        read = (neuron.sensitivity, neuron.net_input, neuron.output, slope)
        neuron.take_delta()
        return (*read, neuron.delta)

    return _neuron_message("backward", "take_delta", neuron, layer, send)


def backpropagate(link: Link, layer: int) -> Message:
    """A link carries its target's delta, weighted, to its source, and notes its own sensitivity."""
    source, target = link.source, link.target

    def send() -> tuple[Any, ...]:
        read = (target.delta, source.output, link.weight, source.sensitivity)
        link.backpropagate()
        return (*read, link.sensitivity, source.sensitivity)

    return _link_message("backward", "backpropagate", link, layer, send)


def update(net: Network, link: Link, layer: int) -> Message:
    """A link learns. An emotional one uses the emotions, whatever rate and momentum it is handed."""
    emotional = isinstance(link, EmotionalLink)

    def send() -> tuple[Any, ...]:
        _, _, rate, momentum, *mood = net.lesson  # type: ignore[misc]  # it is under way
        read = (*(mood if emotional else (rate, momentum)), link.change, link.sensitivity, link.weight)
        link.update(rate, momentum)
        return (*read, link.change, link.weight)

    touched = (link, link.source.emotions) if isinstance(link, EmotionalLink) else (link,)
    kind = "frozen" if link.frozen else "emotional" if emotional else ""
    return _link_message("update", "update", link, layer, send)._replace(kind=kind, touched=touched)


def _link_message(phase: str, action: str, link: Link, layer: int, send: Callable[[], tuple[Any, ...]]) -> Message:
    names = (link.source.name, link.target.name)
    touched = (link, link.source, link.target)
    return Message(phase, action, "link", names, touched, send, (type(link), action), "", layer)


def _neuron_message(
    phase: str, action: str, neuron: Neuron, layer: int, send: Callable[[], tuple[Any, ...]]
) -> Message:
    kind = neuron.activation.name
    return Message(phase, action, "neuron", (neuron.name,), (neuron,), send, (type(neuron), action), kind, layer)
