"""What the parts of one Scene are built from: the network, its layout, and how its values are read and coloured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lernmi_emo.core.kind import Look
from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.appearance import own_look, stands_aside
from lernmi_emo.drawing.scene.layout import Layout, Place
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.style import Theme

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork

PLAIN_RADIUS = 25.0  # of a neuron that shows its name alone
VALUES_RADIUS = 42.0  # of one that shows its values too


@dataclass
class ScenePlan:
    """One Scene's plan. `highlighted` are names of neurons and links, `numbers` each neuron's place in the network."""

    network: BareNetwork
    view: str
    theme: Theme
    reader: Reader
    layout: Layout
    highlighted: set[str]
    numbers: dict[Neuron, int]

    def key(self, place: Place) -> str:
        """A shape's name among the marks: that of one that stands aside, as a bias does, says at which column."""
        column = f"-{place.column}" if stands_aside(place.neuron) else ""
        return f"neuron-{self.numbers[place.neuron]}{column}"

    def link_key(self, link: Link) -> str:
        """A line's name among the marks: of several links between the same two neurons, all but the first a number."""
        which = f"-{link.parallel}" if link.parallel > 1 else ""
        return f"link-{self.numbers[link.source]}-{self.numbers[link.target]}{which}"

    def link_look(self, link: Link) -> Look | None:
        """The look of a kind of its own, in the structure view. Other views show values, and those by their sign."""
        return own_look(link) if self.view == "structure" else None
