"""Reads a network's values for one view, and puts them in words and equations."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lernmi_emo.core.kind import kind_of, referred
from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.style import fit, one_line, sign_of
from lernmi_emo.drawing.scene.views import is_updated, rates_shown
from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from lernmi_emo.core.lesson import Lesson

WIDEST = 110.0  # of what stands on a link for another part
Labelled = tuple[str, str]  # what it is, such as "output", and its text


class Reader:
    """One view's reader. `lesson` and its `error` say what the values come from.

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
        source = not neuron.incoming  # no link leads to it: it has neither a net input nor a delta
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
        if not self.equations or not neuron.incoming:
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
            return values.change if is_updated(link, self.lesson, values) else None
        if self.view == "structure" and not link.learns:
            return None  # what it refers to says more than a weight that nothing learns
        return self.weight(link)

    def sign(self, value: float | None) -> str:
        """How a link of this value is drawn. In the structure view, one without a value is as it should be."""
        return "" if value is None and self.view == "structure" else sign_of(value)

    def weight(self, link: Link) -> float:
        """A link's weight; in the forward view the one that the outputs were computed with, also after the update."""
        values = self.look(link)
        if self.view == "forward" and is_updated(link, self.lesson, values):
            return float(values.weight - values.change)
        return float(values.weight)

    def link(self, link: Link) -> list[Labelled]:
        """The lines of a link's label."""
        values = self.look(link)
        if self.view == "backward":
            return [("sensitivity", self._backward(link, values))]
        if self.view == "update":
            return self._update(link, values)
        if self.view == "structure" and not link.learns:
            return _references(link)
        weight = self.weight(link)
        text = self.number(weight)
        if self.equations and self.view == "structure":
            text = f"w = {text}"
        elif self.equations:
            output = self.look(link.source).output
            message = None if output is None else output * weight
            text = (
                text if message is None else f"{self.number(output)} · {self.factor(weight)} = {self.number(message)}"
            )
        if self.view != "structure":
            return [("weight", text)]
        return [("weight", text), *_references(link), *([("frozen", "frozen")] if link.frozen else [])]

    def _backward(self, link: Link, values: Any) -> str:
        text = self.number(values.sensitivity)
        if not self.equations or values.sensitivity is None:
            return text
        delta, output = self.look(link.target).delta, self.look(link.source).output
        return f"{self.number(delta)} · {self.factor(output)} = {text}"

    def _update(self, link: Link, values: Any) -> list[Labelled]:
        weight = self.number(values.weight)
        if link.frozen:
            return [("weight", weight), ("change", "frozen")]
        if not is_updated(link, self.lesson, values):
            return [("weight", weight), ("change", "not computed")]
        old = self.number(values.weight - values.change)
        change = self.number(abs(values.change))
        sign = "−" if values.change < 0 else "+"
        lines = [("change", f"{old} {sign} {change}"), ("weight", f"= {weight}")]
        if self.equations and self.lesson is not None:
            rate, momentum = rates_shown(link, self.lesson)
            step = f"−{self.number(rate)} · {self.factor(values.sensitivity)}"
            if momentum:
                step += f" + {self.factor(momentum)} · {self.factor(values.last_change)}"
            lines = [("equation", f"{step} = {self.number(values.change)}"), ("weight", f"{lines[0][1]} = {weight}")]
        return lines


def _references(link: Link) -> list[Labelled]:
    """The parts that a link refers to, such as "gate g": the attribute's name and the part's, or else its kind's."""
    lines = []
    for attribute, part in zip(link.refers, referred(link)):
        name = getattr(part, "name", kind_of(part).__name__)
        lines.append(("refers", fit(one_line(f"{attribute} {name}"), WIDEST, 11.0)))
    return lines
