"""Reads a network's values for one view, and puts them in words and equations."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lernmi_emo.core.kind import kind_of, referred
from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.shown import Shown
from lernmi_emo.drawing.scene.style import fit, one_line, sign_of
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.expressions.writing import show
from lernmi_emo.support.text import number

WIDEST = 110.0  # of what stands on a link for another part
Labelled = tuple[str, str]  # what it is, such as "output", and its text


class Reader:
    """One view's reader of what is `shown`: the network as it is, or a moment of a trace."""

    def __init__(self, view: str, shown: Shown, digits: int, equations: bool) -> None:
        self.view = view
        self.shown = shown
        self.digits = digits
        self.equations = equations

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that the values come from."""
        return self.shown.lesson

    @property
    def error(self) -> float | None:
        """Its error."""
        return self.shown.error

    def number(self, value: float | None) -> str:
        """A number with the chosen digits; one that they would show as 0 although it is not, by its power of ten.

        Beside equations it is written as they write it.
        """
        if value is not None and self.equations:
            return show(value, self.digits)
        if value and math.isfinite(value) and not number(value, self.digits).strip("−0."):
            return f"{value:.{max(self.digits - 3, 0)}e}".replace("-", "−")
        return number(value, self.digits)

    def neuron(self, neuron: Neuron) -> list[Labelled]:
        """The values in a neuron."""
        values = self.shown.look(neuron)
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
        values = self.shown.look(neuron)
        if not self.equations or not neuron.incoming:
            return ""
        if self.view == "forward" and values.output is not None:
            return f"{neuron.activation.name}({self.number(values.net_input)}) = {self.number(values.output)}"
        if self.view == "backward" and values.delta is not None:
            return self._reckoned(self.shown.equations(neuron, self.view)[-1:])
        return ""

    def _reckoned(self, equations: Sequence[Equation]) -> str:
        """Equations in numbers alone: how the first number came about, and what it is."""
        sides = [(each.numbers(self.digits), each.result(self.digits)) for each in equations if each.value is not None]
        return "; ".join(f"{numbers} = {result}" if numbers else result for numbers, result in sides)

    def value(self, link: Link) -> float | None:
        """The value that decides a link's colour, dash and width."""
        if self.view == "backward":
            return self.shown.look(link).sensitivity  # type: ignore[no-any-return]
        if self.view == "update":
            return self._change(link)
        if self.view == "structure" and not link.learns:
            return None  # what it refers to says more than a weight that nothing learns
        return self.weight(link)

    def _change(self, link: Link) -> float | None:
        """What the update changed; None where it has not come, or where there is nothing to learn."""
        for weight in link.learns:
            if self.shown.is_updated(weight):
                return self.shown.look(weight).change  # type: ignore[no-any-return]
        return None

    def sign(self, value: float | None) -> str:
        """How a link of this value is drawn. In the structure view, one without a value is as it should be."""
        return "" if value is None and self.view == "structure" else sign_of(value)

    def weight(self, link: Link) -> float:
        """A link's weight; in the forward view the one that the outputs were computed with, also after the update."""
        return self.shown.weight_used(link) if self.view == "forward" else float(self.shown.look(link).weight)

    def link(self, link: Link) -> list[Labelled]:
        """The lines of a link's label."""
        if not link.learns:
            return self._without_weight(link)
        if self.view == "backward":
            text = self.number(self.shown.look(link).sensitivity)
            return [("sensitivity", (self._equations(link)[:1] or [text])[0])]
        if self.view == "update":
            return self._update(link)
        text = self.number(self.weight(link))
        if self.equations and self.view == "structure":
            text = f"w = {text}"
        elif self.equations:
            text = (self._equations(link)[:1] or [text])[0]
        if self.view != "structure":
            return [("weight", text)]
        return [("weight", text), *_references(link), *([("frozen", "frozen")] if link.frozen else [])]

    def _without_weight(self, link: Link) -> list[Labelled]:
        """Of a link that learns nothing: what it refers to; with equations, what it brought or sent back."""
        brought = self._equations(link) if self.view in ("forward", "backward") else []
        return [("message", text) for text in brought] or _references(link)

    def _equations(self, link: Link) -> list[str]:
        """How a link's message came about, a text for each number that it made; nothing if only numbers are wanted."""
        if not self.equations:
            return []
        heard = self.shown.equations(link, self.view)
        return [text for each in heard if (text := self._reckoned([each]))]

    def _update(self, link: Link) -> list[Labelled]:
        [weight] = link.learns[:1]
        values = self.shown.look(weight)
        if weight.frozen and not values.change:
            return [("weight", self.number(values.weight)), ("change", "frozen")]
        if not self.shown.is_updated(weight):
            return [("weight", self.number(values.weight)), ("change", "not computed")]
        before = self.shown.weight_used(link)
        old, made = self.number(before), self.number(before + values.change)
        sign = "−" if values.change < 0 else "+"
        lines = [("change", f"{old} {sign} {self.number(abs(values.change))}"), ("weight", f"= {made}")]
        if self.equations:
            change = self._reckoned(self.shown.equations(link, self.view)[:1])
            lines = [("equation", change), ("weight", f"{lines[0][1]} = {made}")]
        return lines


def _references(link: Link) -> list[Labelled]:
    """The parts that a link refers to, such as "gate g": the attribute's name and the part's, or else its kind's."""
    lines = []
    for attribute, part in zip(link.refers, referred(link)):
        name = getattr(part, "name", kind_of(part).__name__)
        lines.append(("refers", fit(one_line(f"{attribute} {name}"), WIDEST, 11.0)))
    return lines
