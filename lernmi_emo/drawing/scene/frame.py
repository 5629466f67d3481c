"""What stands around the network in a Scene: the title above, the layers' names, and the legend below."""

from __future__ import annotations

from dataclasses import dataclass, field

from lernmi_emo.drawing.scene.legend import Legend
from lernmi_emo.drawing.scene.marks import LinkLine, Text
from lernmi_emo.drawing.scene.scene_plan import ScenePlan
from lernmi_emo.drawing.scene.style import one_line, text_width
from lernmi_emo.drawing.scene.views import VIEWS

MARGIN = 26.0
TITLE, LAYER = 20.0, 13.0  # sizes of letters
NARROWEST = 600.0  # what a legend needs


@dataclass
class Frame:
    """The page about the network: made before the network's marks, which are then drawn where it leaves room."""

    plan: ScenePlan
    title: str
    layer_names: bool
    legend: bool
    note: str = ""
    width: float = 0.0
    height: float = 0.0
    texts: list[Text] = field(default_factory=list)

    def make_room(self, texts: list[Text]) -> None:
        """Move the layout so that it, these texts beside it, and the frame begin at the page's upper left corner."""
        layout = self.plan.layout
        sides = [(place.x - place.reach[0], place.x + place.reach[0]) for place in layout.places]
        for text in texts:
            width = text_width(text.text, text.size)
            start = text.x if text.anchor == "start" else text.x - width / 2
            sides.append((start, start + width))
        if self.layer_names:
            for x, name in zip(layout.columns, layout.names):
                half = text_width(name, LAYER) * 1.06 / 2
                sides.append((x - half, x + half))
        left, right = min(side[0] for side in sides), max(side[1] for side in sides)
        least = [right - left, text_width(self.title, TITLE) * 1.06, NARROWEST if self.legend else 0.0]
        self.width = max(least) + 2 * MARGIN
        above = (44.0 if self.title else 10.0) + (46.0 if self.layer_names else 8.0)
        layout.move(MARGIN - left, above - layout.top)
        self.height = layout.bottom + 24

    def fill(self, lines: list[LinkLine]) -> Legend:
        """Write the title and the layers' names, and make the legend, which says what these lines mean."""
        theme, layout = self.plan.theme, self.plan.layout
        if self.title:
            self.texts.append(Text(MARGIN, 28, self.title, TITLE, theme.ink, "start", bold=True, value="title"))
        if self.layer_names:
            for x, name, layer in zip(layout.columns, layout.names, [None, *self.plan.network.layers]):
                kinds = {neuron.activation.name for neuron in layer.neurons} if layer else set()
                y = layout.top - 32
                self.texts.append(Text(x, y, name, LAYER, theme.ink, bold=True, value="layer"))
                if len(kinds) == 1:
                    self.texts.append(Text(x, y + 16, one_line(kinds.pop()), 11.0, theme.muted, value="activation"))
        legend = Legend(self.plan, lines, MARGIN, self.width - MARGIN, self.height + 6, self.note)
        if self.legend:
            legend.make()
            self.height = legend.y + 22
        return legend


def view_title(title: str | None, view: str) -> str:
    """The title asked for, or else the view's own."""
    return VIEWS[view].title if title is None else one_line(title)
