"""Every message of a lesson, in the order in which `Network.learn` has them sent.

The order stands in `lesson_messages`: that of `Network.learn`, of its parts, and of the same verbs on a `Layer`. A
message knows how to send itself, which is to call that object's own method; no formula of learning stands here.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from lernmi_emo.core.divergence import check_finite, first_astray
from lernmi_emo.core.emotion import mean
from lernmi_emo.core.error import squared_error
from lernmi_emo.core.kind import kind_of
from lernmi_emo.core.link import EmotionalLink, Link
from lernmi_emo.core.network import BareNetwork
from lernmi_emo.core.neuron import BiasNeuron, EmotionalNeuron, Neuron, Source
from lernmi_emo.core.patterns import CheckedPattern
from lernmi_emo.expressions.formulas import update_kind
from lernmi_emo.learning.epoch import average_of, went_astray
from lernmi_emo.learning.snapshot import snapshot

Numbers = tuple[Any, ...]  # floats, and None where emotions of a reader's own have no such value


class Message(NamedTuple):
    """A message about to be sent; the fields that it shares with `Step` say the same there."""

    phase: str
    action: str
    part: str
    names: tuple[str, ...]
    kind: str
    layer: int
    touched: tuple[Any, ...]  # the parts of the network that it reads or may change
    method: tuple[type, str]
    send: Callable[[], Numbers]  # sends it, and returns what went in and what came out


# The order of the messages: that of Network.learn, of its four parts, and of the same verbs on a Layer.


def lesson_messages(
    net: BareNetwork, inputs: list[float], targets: list[float], rate: float, momentum: float
) -> Iterator[Message]:
    """Every message of one lesson."""
    if net.emotions is not None and not net.begun:
        yield feel_first(net, [(inputs, targets)])
    yield present(net, inputs, targets, rate, momentum)
    for source in net.sources[len(net.inputs) :]:
        yield perceive(source, inputs)
    for number, layer in enumerate(net.layers, 1):
        yield open_net_inputs(net, layer.neurons, number)
        for link in layer.links:
            yield propagate(link, number)
        for neuron in layer.neurons:
            yield activate(neuron, number)
    yield open_sensitivities(net)
    for neuron, target in zip(net.outputs, targets):
        yield compare(net, neuron, target)
    for number, layer in reversed(list(enumerate(net.layers, 1))):
        for neuron in layer.neurons:
            yield take_delta(net, neuron, number)
        for link in layer.links:
            yield backpropagate(link, number)
    for number, layer in enumerate(net.layers, 1):
        for link in layer.links:
            yield update(net, link, number)


def epoch_messages(
    net: BareNetwork,
    patterns: Sequence[CheckedPattern],
    rate: float,
    momentum: float,
    chance: random.Random | None,
) -> Iterator[Message]:
    """Every message of one epoch, in the order of `training.train` and `training.learn_epoch`."""
    if net.emotions is not None and not net.begun:
        yield feel_first(net, patterns)
    before = snapshot(net)
    order = list(patterns)
    if chance is not None:
        chance.shuffle(order)
    errors = []
    for inputs, targets in order:
        yield from lesson_messages(net, inputs, targets, rate, momentum)
        errors.append(squared_error([neuron.output for neuron in net.outputs], targets))
    error = mean(errors) / len(net.outputs)
    if not math.isfinite(error) or not all(math.isfinite(weight.weight) for weight in net.weights):
        raise went_astray(net, before, first_astray(net), rate, momentum, 1)
    if net.emotions is not None:
        yield feel(net, average_of(patterns), error)


# The messages


def feel_first(net: BareNetwork, patterns: Sequence[CheckedPattern]) -> Message:
    """The untrained network's emotions are felt, as `Network.begin` has it."""

    def send() -> Numbers:
        net.begin(patterns)
        return _felt(net.emotions)

    touched, method = (net.emotions, *net.neurons, *net.links, net), (type(net.emotions), "feel")
    return Message("emotions", "feel", "emotions", (), "first", 0, touched, method, send)


def feel(net: BareNetwork, average: float, error: float) -> Message:
    """The epoch's emotions are felt."""
    emotions: Any = net.emotions

    def send() -> Numbers:
        emotions.feel(average, error)
        return _felt(emotions)

    return Message("emotions", "feel", "emotions", (), "", 0, (emotions,), (type(emotions), "feel"), send)


def _felt(emotions: Any) -> Numbers:
    names = ("average", "error", "initial_anxiety", "anxiety", "confidence")
    return tuple(getattr(emotions, name, None) for name in names)


def present(net: BareNetwork, inputs: list[float], targets: list[float], rate: float, momentum: float) -> Message:
    """The lesson begins: the last pass is forgotten, and the input neurons receive the pattern."""

    def send() -> Numbers:
        net.begin_lesson(inputs, targets, rate, momentum)
        for neuron in net.neurons:
            neuron.forget()
        for neuron, value in zip(net.inputs, inputs):
            neuron.receive(value)
        net.done = "present"
        return (*inputs, *(neuron.output for neuron in net.inputs))

    names, kind = tuple(neuron.name for neuron in net.inputs), net.inputs[0].activation.name
    method = (type(net.inputs[0]), "receive")
    return Message("forward", "present", "neurons", names, kind, 0, (*net.neurons, net), method, send)


def perceive(source: Source, inputs: list[float]) -> Message:
    """A source other than the inputs perceives the pattern: the emotional neuron its average."""
    kind = "bias" if isinstance(source, BiasNeuron) else "emotional" if isinstance(source, EmotionalNeuron) else ""

    def send() -> Numbers:
        source.perceive(inputs)
        return (source.output,) if kind == "bias" else (*inputs, source.output)

    method = (type(source), "perceive")
    return Message("forward", "perceive", "neuron", (source.name,), kind, 0, (source,), method, send)


def open_net_inputs(net: BareNetwork, neurons: Sequence[Neuron], layer: int) -> Message:
    """A layer's neurons begin their net input, the sum that links add to."""

    def send() -> Numbers:
        for neuron in neurons:
            neuron.open_net_input()
        net.done = "propagate"
        return tuple(neuron.net_input for neuron in neurons)

    names, method = tuple(neuron.name for neuron in neurons), (type(neurons[0]), "open_net_input")
    return Message("forward", "open_net_input", "neurons", names, "net_input", layer, tuple(neurons), method, send)


def open_sensitivities(net: BareNetwork) -> Message:
    """Every neuron begins its sensitivity, the sum that links add to on their way back; and the error begins."""

    def send() -> Numbers:
        for neuron in net.neurons:
            neuron.open_sensitivity()
        for weight in net.shared:
            weight.open_sensitivity()
        net.error, net.done = 0.0, "take_error"
        return tuple(neuron.sensitivity for neuron in net.neurons)

    names, method = tuple(neuron.name for neuron in net.neurons), (type(net.neurons[0]), "open_sensitivity")
    touched = (*net.neurons, net)
    return Message("error", "open_sensitivity", "neurons", names, "sensitivity", 0, touched, method, send)


def propagate(link: Link, layer: int) -> Message:
    """A link carries its source's output, weighted, to its target."""
    source, target = link.source, link.target

    def send() -> Numbers:
        read = (target.net_input, source.output, link.weight)
        link.propagate()
        return (*read, target.net_input)

    names, touched = (source.name, target.name), (link, source, target)
    return Message("forward", "propagate", "link", names, "", layer, touched, (type(link), "propagate"), send)


def activate(neuron: Neuron, layer: int) -> Message:
    """A neuron turns its net input into its output."""

    def send() -> Numbers:
        net_input = neuron.net_input
        neuron.activate()
        return (net_input, neuron.output)

    kind, method = neuron.activation.name, (type(neuron), "activate")
    return Message("forward", "activate", "neuron", (neuron.name,), kind, layer, (neuron,), method, send)


def compare(net: BareNetwork, neuron: Neuron, target: float) -> Message:
    """An output is compared with its target: its part of the error, and its sensitivity."""

    def send() -> Numbers:
        read = (neuron.output, target, net.error, neuron.sensitivity)
        net.error += neuron.compare(target, net.error_function)
        return (*read, net.error, neuron.sensitivity)

    kind, method = net.error_function.name, (type(neuron), "compare")
    return Message("error", "compare", "neuron", (neuron.name,), kind, 0, (neuron, net), method, send)


def take_delta(net: BareNetwork, neuron: Neuron, layer: int) -> Message:
    """A neuron turns its sensitivity into its delta."""
    ordinary = kind_of(neuron).take_delta is Neuron.take_delta

    def send() -> Numbers:
        # No object keeps the slope, so it is asked for once more, to be shown.
        slope = neuron.activation.slope(neuron.net_input, neuron.output) if ordinary else None
        read = (neuron.sensitivity, neuron.net_input, neuron.output, slope)
        net.done = "backpropagate"
        neuron.take_delta()
        return (*read, neuron.delta)

    kind, method = neuron.activation.name, (type(neuron), "take_delta")
    return Message("backward", "take_delta", "neuron", (neuron.name,), kind, layer, (neuron,), method, send)


def backpropagate(link: Link, layer: int) -> Message:
    """A link carries its target's delta, weighted, to its source, and notes its own sensitivity."""
    source, target = link.source, link.target

    def send() -> Numbers:
        read = (target.delta, source.output, link.weight, source.sensitivity)
        link.backpropagate()
        return (*read, link.sensitivity, source.sensitivity)

    names, touched = (source.name, target.name), (link, source, target)
    return Message("backward", "backpropagate", "link", names, "", layer, touched, (type(link), "backpropagate"), send)


def update(net: BareNetwork, link: Link, layer: int) -> Message:
    """A link learns. An emotional one goes by the emotions, whatever rate and momentum it is handed."""
    emotional = isinstance(link, EmotionalLink)

    def send() -> Numbers:
        if net.done != "update":
            check_finite(net)
            net.done = "update"
        _, _, rate, momentum, *mood = net.lesson
        read = (*(mood if emotional else (rate, momentum)), link.change, link.sensitivity, link.weight)
        link.update(rate, momentum)
        return (*read, link.change, link.weight)

    names, method = (link.source.name, link.target.name), (type(link), "update")
    touched = (link, link.source.emotions) if isinstance(link, EmotionalLink) else (link,)
    return Message("update", "update", "link", names, update_kind(link), layer, touched, method, send)
