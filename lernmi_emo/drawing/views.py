"""What each view of a network shows, in its neurons and along its links.

    structure   weights                                    as the network is
    forward     outputs and net inputs, and weights        after `predict` or `learn`
    backward    deltas and sensitivities, arrows reversed  after `learn`
    update      old weight, change, new weight             after `learn`

A value that is not computed yet is shown as that, never as 0.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from lernmi_emo.exceptions import InputError, NotComputedError, suggest
from lernmi_emo.link import EmotionalLink, Link
from lernmi_emo.neuron import Neuron, Source
from lernmi_emo.text import number

if TYPE_CHECKING:
    from lernmi_emo.lesson import Lesson
    from lernmi_emo.network import Network

Labelled = tuple[str, str]  # what it is, such as "output", and its text


class View(NamedTuple):
    """A view's title, what its numbers are, what its equations are, and what the links' colour tells the sign of."""

    title: str
    in_neurons: str
    on_links: str
    equations: str
    sign: str


VIEWS = {
    "structure": View("Structure and weights", "", "on each link: its weight", "on each link: its weight w", "weight"),
    "forward": View(
        "Forward: net inputs and outputs",
        "in each neuron: output Y and net input net",
        "on each link: its weight",
        "on each link: output · weight = what it brings; below each neuron: activation(net) = Y",
        "weight",
    ),
    "backward": View(
        "Backward: deltas and sensitivities",
        "in each neuron: delta δ = ∂E/∂net and sensitivity ∂E/∂Y",
        "on each link: its sensitivity ∂E/∂w",
        "on each link: δ · output = ∂E/∂w; below each neuron: ∂E/∂Y · slope = δ",
        "sensitivity",
    ),
    "update": View(
        "Update: old weight, change, new weight",
        "in each neuron: output Y and delta δ",
        "on each link: old weight ± change = new weight",
        "on each link: −rate · ∂E/∂w + momentum · last change = change; old weight ± change = new weight",
        "change",
    ),
}


def view_named(name: str) -> View:
    """The view of this name.

    >>> view_named("backwards")
    Traceback (most recent call last):
    lernmi_emo.exceptions.InputError: there is no view 'backwards': did you mean 'backward'?
    """
    if name not in VIEWS:
        raise InputError(f"there is no view {name!r}: {suggest(name, VIEWS)}")
    return VIEWS[name]


def check_computed(network: Network, view: str) -> None:
    """Refuse a view of which no value exists yet, and say which call makes them."""
    view_named(view)
    if view == "forward" and all(neuron.output is None for neuron in network.neurons):
        raise NotComputedError(
            "the forward view shows outputs, and none is computed yet: call predict(inputs) or learn(inputs, targets)"
        )
    if view == "backward" and all(link.sensitivity is None for link in network.links):
        raise NotComputedError(
            "the backward view shows deltas and sensitivities, and none is computed since the last pattern was "
            "presented: call learn(inputs, targets)"
        )
    if view == "update" and not any(is_updated(link, network.lesson) for link in network.links):
        raise NotComputedError(
            "the update view shows the changes of the last lesson's weights, and there are none since the last "
            "pattern was presented: call learn(inputs, targets)"
        )


def is_updated(link: Link, lesson: Lesson | None) -> bool:
    """Whether the link's change is that of this lesson, and not still that of the one before.

    Between a lesson's backward pass and its update, links hold the last lesson's change. Where a link updates by the
    usual rule, the rule tells which it is.
    """
    if lesson is None or link.sensitivity is None:
        return False
    if link.frozen or type(link) not in (Link, EmotionalLink):
        return True
    emotional = type(link) is EmotionalLink
    rate = lesson.anxiety if emotional else lesson.rate
    momentum = lesson.confidence if emotional else lesson.momentum
    if rate is None or momentum is None:
        return True
    return bool(link.change == momentum * link.last_change - rate * link.sensitivity)


class Reader:
    """Reads a network's values for one view, and puts them in words.

    `look` gives the object to read a neuron's or a link's values from: the part itself, or a record of how it was.
    """

    def __init__(
        self,
        view: str,
        lesson: Lesson | None,
        error: float | None,
        digits: int,
        equations: bool,
        look: Callable[[Any], Any],
    ) -> None:
        self.view = view
        self.lesson = lesson
        self.error = error
        self.digits = digits
        self.equations = equations
        self.look = look

    def number(self, value: float | None) -> str:
        """A number with the chosen digits; one that they would show as 0 although it is not, by its power of ten."""
        if value and math.isfinite(value) and not number(value, self.digits).strip("−0."):
            return f"{value:.{max(self.digits - 3, 0)}e}".replace("-", "−")
        return number(value, self.digits)

    def factor(self, value: float | None) -> str:
        """The same, in brackets where a sign would stand beside another."""
        text = self.number(value)
        return f"({text})" if text.startswith("−") else text

    def neuron(self, neuron: Neuron) -> list[Labelled]:
        """The values in a neuron."""
        values = self.look(neuron)
        source = isinstance(neuron, Source)
        output = ("output", f"Y {self.number(values.output)}")
        sensitivity = ("sensitivity", f"∂E/∂Y {self.number(values.sensitivity)}")
        delta = ("delta", f"δ {self.number(values.delta)}")
        if self.view == "forward":
            return [output] if source else [output, ("net_input", f"net {self.number(values.net_input)}")]
        if self.view == "backward":
            return [sensitivity] if source else [delta, sensitivity]
        if self.view == "update":
            return [output] if source else [output, delta]
        return []

    def equation(self, neuron: Neuron) -> str:
        """A neuron's equation, where equations are asked for: how its output or its delta came about."""
        values = self.look(neuron)
        if not self.equations or isinstance(neuron, Source):
            return ""
        if self.view == "forward" and values.output is not None:
            return f"{neuron.activation.name}({self.number(values.net_input)}) = {self.number(values.output)}"
        if self.view == "backward" and values.delta is not None:
            slope = neuron.activation.slope(values.net_input, values.output)
            return f"{self.number(values.sensitivity)} · {self.factor(slope)} = {self.number(values.delta)}"
        return ""

    def value(self, link: Link) -> float | None:
        """The value that decides a link's colour, dash and width."""
        values = self.look(link)
        if self.view == "backward":
            return values.sensitivity  # type: ignore[no-any-return]
        if self.view == "update":
            return values.change if is_updated(values, self.lesson) else None
        return values.weight  # type: ignore[no-any-return]

    def link(self, link: Link) -> list[Labelled]:
        """The lines of a link's label."""
        values = self.look(link)
        if self.view == "backward":
            return [("sensitivity", self._backward(link, values))]
        if self.view == "update":
            return self._update(values)
        text = self.number(values.weight)
        if self.equations and self.view == "structure":
            text = f"w = {text}"
        elif self.equations:
            output = self.look(link.source).output
            message = None if output is None else output * values.weight
            text = (
                text
                if message is None
                else f"{self.number(output)} · {self.factor(values.weight)} = {self.number(message)}"
            )
        return [("weight", text)]

    def _backward(self, link: Link, values: Any) -> str:
        text = self.number(values.sensitivity)
        if not self.equations or values.sensitivity is None:
            return text
        delta, output = self.look(link.target).delta, self.look(link.source).output
        return f"{self.number(delta)} · {self.factor(output)} = {text}"

    def _update(self, values: Any) -> list[Labelled]:
        weight = self.number(values.weight)
        if values.frozen:
            return [("weight", weight), ("change", "frozen")]
        if not is_updated(values, self.lesson):
            return [("weight", weight), ("change", "not computed")]
        old = self.number(values.weight - values.change)
        change = self.number(abs(values.change))
        sign = "−" if values.change < 0 else "+"
        lines = [("change", f"{old} {sign} {change}"), ("weight", f"= {weight}")]
        if self.equations and self.lesson is not None:
            emotional = isinstance(values, EmotionalLink)
            rate = self.lesson.anxiety if emotional else self.lesson.rate
            momentum = self.lesson.confidence if emotional else self.lesson.momentum
            step = f"−{self.number(rate)} · {self.factor(values.sensitivity)}"
            if momentum:
                step += f" + {self.factor(momentum)} · {self.factor(values.last_change)}"
            lines = [("equation", f"{step} = {self.number(values.change)}"), ("weight", f"{lines[0][1]} = {weight}")]
        return lines
