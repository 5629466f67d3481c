"""A network's drawing as plain data: one Scene, which Graphviz, matplotlib, SVG and the player paint alike.

Positions, labels, colours, dashes and widths are decided here, from the network's public state, so that painters only
paint. The same network gives the same Scene, number by number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from lernmi_emo.checks import check_count
from lernmi_emo.drawing.geometry import room_at
from lernmi_emo.drawing.labels import Route, place_labels
from lernmi_emo.drawing.layout import RADIUS, LabelSize, Layout, Place, lay_out
from lernmi_emo.drawing.legend import add_frame
from lernmi_emo.drawing.marks import LinkLine, NeuronShape, Point, Scene, Text
from lernmi_emo.drawing.routes import Routes
from lernmi_emo.drawing.style import (
    DASHES,
    Theme,
    fit,
    line_colour,
    plain,
    sign_of,
    text_colour,
    text_width,
    theme_named,
)
from lernmi_emo.drawing.views import Reader, check_computed, view_named
from lernmi_emo.exceptions import InputError, suggest
from lernmi_emo.link import Link

if TYPE_CHECKING:
    from lernmi_emo.lesson import Lesson
    from lernmi_emo.network import Network

LABELS = ("auto", "numbers", "equations", None)
MOST_LABELS = 60  # links that "auto" still labels
LABEL_SIZE = 11.0
PLAIN_RADIUS = 25.0  # of a neuron that shows its name alone


def scene(network: Network, view: str = "structure", **settings: Any) -> Scene:
    """This network's Scene, for a painter of your own, or to look at the plain data.

    Takes the settings of `lernmi_emo.drawing.draw.draw`. Raises `NotComputedError` where the view's values do not
    exist yet, and `InputError` for a setting that there isn't.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> output = net.predict([0, 1])
    >>> [text.text for text in scene(net, "forward").shapes[0].texts]
    ['x1', 'Y 0.0000']
    """
    check_computed(network, view)
    return build_scene(network, view, lesson=network.lesson, **settings)


def build_scene(
    network: Network,
    view: str = "structure",
    *,
    labels: str | None = "auto",
    digits: int = 4,
    max_neurons: int | None = 10,
    strongest: int | None = None,
    theme: str = "light",
    title: str | None = None,
    layer_names: bool = True,
    legend: bool = True,
    highlight: str | Iterable[str] = (),
    lesson: Lesson | None = None,
    look: Callable[[Any], Any] = lambda part: part,
    error: float | None = None,
) -> Scene:
    """A Scene whether or not its values exist yet: what is not computed says so.

    `look` gives, for each neuron and link, the object to read its values from: by default the part itself. A player
    or an animation hands in what gives a record of how it was. `lesson` is what to show of the pattern.
    """
    view_named(view)
    if labels not in LABELS:
        names = ", ".join(repr(name) for name in LABELS)
        raise InputError(
            f"there are no labels {labels!r}: {suggest(str(labels), [n for n in LABELS if n])} (of {names})"
        )
    check_count(digits, "digits", least=0)
    if max_neurons is not None:
        check_count(max_neurons, "max_neurons", least=3)
    if strongest is not None:
        check_count(strongest, "strongest", least=0)
    return _Builder(
        network, view, labels, digits, max_neurons, strongest, theme_named(theme), highlight, lesson, look
    ).build(title, layer_names, legend, network.error if error is None and lesson is network.lesson else error)


class _Builder:
    """Builds one Scene, step by step: places, links, labels, shapes, and the frame of title and legend."""

    def __init__(
        self,
        network: Network,
        view: str,
        labels: str | None,
        digits: int,
        max_neurons: int | None,
        strongest: int | None,
        theme: Theme,
        highlight: str | Iterable[str],
        lesson: Lesson | None,
        look: Callable[[Any], Any],
    ) -> None:
        self.network = network
        self.view = view
        self.theme = theme
        self.most = max_neurons
        self.reader = Reader(view, lesson, digits, labels == "equations", look)
        self.labels = labels
        self.strongest = strongest
        self.lesson = lesson
        self.highlighted = {highlight} if isinstance(highlight, str) else set(highlight)
        self.number_of = {neuron: place for place, neuron in enumerate(network.neurons, 1)}
        for name in self.highlighted:
            if name not in {neuron.name for neuron in network.neurons} | {link.name for link in network.links}:
                raise InputError(
                    f"there is nothing named {name!r} to highlight: name a neuron, or a link such as x1→h1"
                )

    def build(self, title: str | None, layer_names: bool, legend: bool, error: float | None) -> Scene:
        """The whole Scene."""
        valued = self.view != "structure"
        radius = RADIUS if valued else PLAIN_RADIUS
        caption = 20.0 if self.labels == "equations" and self.view in ("forward", "backward") else 0.0
        layout = lay_out(self.network, self.most, radius, caption, None)
        visible = self._visible_links(layout)
        label_lines: list[list[tuple[str, str]]] = []
        if self.labels in ("numbers", "equations") or (self.labels == "auto" and len(visible) <= MOST_LABELS):
            label_lines = [self.reader.link(link) for link, _, _ in visible]
        if label_lines:
            sizes = [_size_of([text for _, text in lines]) for lines in label_lines]
            widest = LabelSize(max(size.width for size in sizes), max(size.height for size in sizes))
            layout = lay_out(self.network, self.most, radius, caption, widest)
            visible = self._visible_links(layout)
        lines = self._lines(layout, visible, label_lines)
        shapes = [self._shape(place, layout) for place in layout.places]
        texts = self._captions(layout) + self._gaps(layout) + self._targets(layout)
        return add_frame(
            self.network, self.view, self.theme, layout, shapes, lines, texts, title, layer_names, legend,
            labelled=bool(label_lines), reader=self.reader, error=error,
        )  # fmt: skip

    def _visible_links(self, layout: Layout) -> list[tuple[Link, Place, Place]]:
        """The links between visible neurons, or the strongest of them, in the network's order."""
        visible = []
        for end in layout.places:
            for link in end.neuron.incoming:
                start = layout.source(link.source, end.column)
                if start is not None:
                    visible.append((link, start, end))
        if self.strongest is not None and len(visible) > self.strongest:
            ranked = sorted(visible, key=lambda each: -abs(self.reader.value(each[0]) or 0.0))  # stable: ties in order
            kept = {id(each[0]) for each in ranked[: self.strongest]}
            visible = [each for each in visible if id(each[0]) in kept]
        return visible

    def _lines(
        self, layout: Layout, visible: list[tuple[Link, Place, Place]], label_lines: list[list[tuple[str, str]]]
    ) -> list[LinkLine]:
        routes = Routes(layout)
        values = [self.reader.value(link) for link, _, _ in visible]
        greatest = max((abs(value) for value in values if value is not None), default=0.0) or 1.0
        thickest = 4.0 if len(visible) <= 60 else 2.6 if len(visible) <= 600 else 1.0
        thinnest = 0.8 if len(visible) <= 60 else 0.35 if len(visible) <= 600 else 0.08
        head = 9.0 if len(visible) <= 60 else 5.0 if len(visible) <= 600 else 0.0
        ways = []
        for _, start, end in visible:
            way = routes.way(start, end)
            ways.append(way[::-1] if self.view == "backward" else way)
        labels: list[tuple[Text, ...]] = [()] * len(visible)
        if label_lines:
            middles = place_labels(
                [
                    Route(start, end, way, _size_of([text for _, text in lines]))
                    for (_, start, end), way, lines in zip(visible, ways, label_lines)
                ],
                layout,
            )
            labels = [
                _stacked(lines, middle, text_colour(self.theme, sign_of(value)), self.theme.chip)
                for lines, middle, value in zip(label_lines, middles, values)
            ]
        made = []
        for (link, *_), value, way, label in zip(visible, values, ways, labels):
            sign = sign_of(value)
            share = 0.0 if value is None else min(abs(value) / greatest, 1.0)
            marked = bool(self.highlighted) and link.name in self.highlighted
            made.append(
                LinkLine(
                    key=f"link-{self.number_of[link.source]}-{self.number_of[link.target]}",
                    link=link.name,
                    source=link.source.name,
                    target=link.target.name,
                    points=way,
                    colour=line_colour(self.theme, sign),
                    width=thinnest + (thickest - thinnest) * share,
                    dash=DASHES[sign],
                    arrow=head,
                    sign=sign,
                    label=label,
                    highlight=self.theme.highlight if marked else None,
                    tip="" if len(visible) > 600 else ", ".join(text for _, text in self.reader.link(link)),
                )
            )
        if len(made) > MOST_LABELS:
            made.sort(key=lambda line: line.width)  # in a crowd, the strong ones on top
        return made

    def _shape(self, place: Place, layout: Layout) -> NeuronShape:
        neuron = place.neuron
        values = self.reader.neuron(neuron)
        guest = place.kind in ("bias", "emotion")
        number = self.number_of[neuron]
        fill, outline = self.theme.neurons[place.kind]
        half_width, half_height = place.reach
        return NeuronShape(
            key=f"neuron-{number}" + f"-{place.column}" * guest,
            neuron=neuron.name,
            kind=place.kind,
            x=place.x,
            y=place.y,
            half_width=half_width,
            half_height=half_height,
            fill=fill,
            outline=outline,
            outline_width=1.6 if place.radius > 12 else 0.6,
            texts=self._inside(place, plain(neuron.name), values),
            highlight=self.theme.highlight if neuron.name in self.highlighted else None,
            tip=", ".join(text for _, text in values),
        )

    def _inside(self, place: Place, name: str, values: list[tuple[str, str]]) -> tuple[Text, ...]:
        """A neuron's name and values, as large as its shape allows."""
        ink = self.theme.neuron_text
        scale = min(1.0, place.radius / (RADIUS if values else PLAIN_RADIUS))
        lines = [("name", name), *values] if scale >= 0.6 else [("name", name)]
        sizes = [14.0 * scale, 12.5 * scale, 10.5 * scale]
        if sizes[0] < 5:
            return ()
        texts = []
        for row, ((what, text), size) in enumerate(zip(lines, sizes)):
            below = 15.5 * scale * (row - (len(lines) - 1) / 2)
            room = room_at(place.kind, *place.reach, abs(below) + 0.3 * size) - 7
            fitting = round(min(size, size * room / text_width(text, size)), 2)
            if row == 0 and fitting < 0.65 * size:  # a long name: cut it rather than make it too small to read
                fitting = 0.7 * size
                text = fit(text, room, fitting)
            texts.append(Text(place.x, place.y + below, text, fitting, ink, bold=row == 0, value=what))
        return tuple(texts)

    def _captions(self, layout: Layout) -> list[Text]:
        texts = []
        for place in layout.places:
            text = self.reader.caption(place.neuron) if place.radius > 20 else ""
            if text:
                y = place.y + place.reach[1] + 13
                texts.append(
                    Text(place.x, y, text, 11.0, self.theme.neuron_text, chip=self.theme.chip, value="equation")
                )
        return texts

    def _gaps(self, layout: Layout) -> list[Text]:
        texts = []
        for x, y, count in layout.gaps:
            size = min(26.0, layout.spacing * 0.5)
            texts.append(Text(x, y - size * 0.25, "⋮", size, self.theme.ink, bold=True, value="gap"))
            texts.append(Text(x, y + size * 0.6, f"{count} more", 11.0, self.theme.muted, value="gap"))
        return texts

    def _targets(self, layout: Layout) -> list[Text]:
        """Beside each output neuron, what it should have given."""
        if self.lesson is None or self.view == "structure":
            return []
        texts = []
        for neuron, target in zip(self.network.outputs, self.lesson.targets):
            place = layout.found.get((neuron, -1))
            if place is not None and place.radius > 20 and place.column == len(layout.columns) - 1:
                text = f"target {self.reader.number(target)}"
                texts.append(
                    Text(place.x + place.reach[0] + 8, place.y, text, 11.5, self.theme.ink, "start", value="target")
                )
        return texts


def _size_of(lines: list[str]) -> LabelSize:
    return LabelSize(max(text_width(line, LABEL_SIZE) for line in lines) + 6, 14.0 * len(lines))


def _stacked(lines: list[tuple[str, str]], middle: Point, colour: str, chip: str) -> tuple[Text, ...]:
    top = middle[1] - 7.0 * (len(lines) - 1)
    return tuple(
        Text(middle[0], top + 14.0 * row, text, LABEL_SIZE, colour, bold=row > 0, chip=chip, value=what)
        for row, (what, text) in enumerate(lines)
    )
