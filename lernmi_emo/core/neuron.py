"""A neuron holds values. It moves nothing: links do that.

Forward, its incoming links add up its net input, and it activates. Backward, its outgoing links add up its
sensitivity, and it takes its delta:

    output = f(net input)                 net input   = Σ over incoming links   weight · output(source)
    delta  = sensitivity · f'(net input)  sensitivity = Σ over outgoing links   weight · delta(target)

The sources, which stand at the front, are told of in `source.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from lernmi_emo.core.activation import Activation
from lernmi_emo.core.error import ErrorFunction
from lernmi_emo.core.kind import NOT_YET, Kind, Look
from lernmi_emo.support.exceptions import TopologyError
from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from lernmi_emo.core.link import Link
    from lernmi_emo.core.network import BareNetwork


class Neuron(Kind):
    """A named holder of values, between its incoming and its outgoing links.

    The values are `None` until this pass has made them. `activation` is a registered name or an `Activation`.

    >>> h1 = Neuron("h1")
    >>> h1.open_net_input(); h1.net_input = 0.3775
    >>> h1.activate(); h1
    Neuron(h1: net 0.3775 → output 0.5933)
    >>> h1.open_sensitivity(); h1.sensitivity = 0.0364
    >>> h1.take_delta(); h1
    Neuron(h1: net 0.3775 → output 0.5933, delta 0.0088)
    >>> h1.forget(); h1
    Neuron(h1: not computed)
    """

    __slots__ = (
        "activation",
        "delta",
        "incoming",
        "name",
        "net_input",
        "network",
        "outgoing",
        "output",
        "sensitivity",
    )

    fields = ("activation",)
    called = "a neuron"
    messages: ClassVar[dict[str, str]] = {"forward": "activate", "error": "compare", "backward": "take_delta"}
    look = Look("hidden neuron")
    compiled = "neuron"

    net_input: float  # net: the sum that incoming links brought
    output: float  # Y = f(net)
    sensitivity: float  # ∂E/∂Y: the sum that outgoing links sent back
    delta: float  # δ = ∂E/∂net

    def __init__(self, name: str, activation: str | Activation = "logistic") -> None:
        if not isinstance(name, str) or not name:
            raise TopologyError(f"a neuron's name is a text of at least one character, and this is {name!r}")
        self.name = name
        self.activation = Activation.named(activation)
        self.incoming: list[Link] = []
        self.outgoing: list[Link] = []
        self.network: BareNetwork | None = None
        self.forget()

    def forget(self) -> None:
        """Drop the last pass's values: what is not computed yet is None, never 0."""
        self.net_input = self.output = self.sensitivity = self.delta = NOT_YET

    def open_net_input(self) -> None:
        """Begin the forward sum: no link has brought anything yet."""
        self.net_input = 0.0

    def activate(self) -> None:
        """Turn the net input into the output: Y = f(net)."""
        self.output = self.activation.value(self.net_input)

    def open_sensitivity(self) -> None:
        """Begin the backward sum: no link has sent anything back yet."""
        self.sensitivity = 0.0

    def compare(self, target: float, error_function: ErrorFunction) -> float:
        """Compare an output with its target: add ∂E/∂Y to the sensitivity. Returns its part of the error E.

        >>> y1 = Neuron("y1")
        >>> y1.output, y1.sensitivity = 0.5, 0.0
        >>> y1.compare(1.0, ErrorFunction.named("half squared")), y1.sensitivity
        (0.125, -0.5)
        """
        self.sensitivity += error_function.slope(self.output, target)
        return error_function.value(self.output, target)

    def take_delta(self) -> None:
        """Turn the sensitivity into the delta: δ = ∂E/∂net = ∂E/∂Y · f'(net)."""
        self.delta = self.sensitivity * self.activation.slope(self.net_input, self.output)

    def __repr__(self) -> str:
        parts = [] if self.net_input is None else [f"net {number(self.net_input)}"]
        if self.output is not None:
            parts = [" → ".join([*parts, f"output {number(self.output)}"])]
        if self.delta is not None:
            parts.append(f"delta {number(self.delta)}")
        return f"{type(self).__name__}({self.name}: {', '.join(parts) or 'not computed'})"
