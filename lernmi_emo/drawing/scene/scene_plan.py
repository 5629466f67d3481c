"""What the parts of one Scene are built from: the network, its layout, and how its values are read and coloured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.layout import Layout, Place
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.style import Theme

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork

PLAIN_RADIUS = 25.0  # of a neuron that shows its name alone
VALUES_RADIUS = 42.0  # of one that shows its values too


@dataclass
class Plan:
    """One Scene's plan. `highlighted` are names of neurons and links, `numbers` each neuron's place in the network."""

    network: BareNetwork
    view: str
    theme: Theme
    reader: Reader
    layout: Layout
    highlighted: set[str]
    numbers: dict[Neuron, int]

    def key(self, place: Place) -> str:
        """A shape's name among the marks: that of a bias or an emotional neuron says at which column it stands."""
        column = f"-{place.column}" if place.kind in ("bias", "emotion") else ""
        return f"neuron-{self.numbers[place.neuron]}{column}"
