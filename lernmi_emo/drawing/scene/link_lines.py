"""The links of a Scene: a line for each, from shape to shape, as wide as its value is large, with its label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lernmi_emo.core.link import Link
from lernmi_emo.drawing.scene.colours import link_colours
from lernmi_emo.drawing.scene.labels import Route, place_labels
from lernmi_emo.drawing.scene.layout import LabelSize, Layout, Place
from lernmi_emo.drawing.scene.marks import LinkLine, Point, Text, plate
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.routes import Routes
from lernmi_emo.drawing.scene.scene_plan import ScenePlan
from lernmi_emo.drawing.scene.style import DASHES, text_width

FEW, MANY = 60, 600  # up to so many links are labelled by "auto", and up to so many have arrows
LABEL = 11.0  # the size of a label's letters
WEIGHTLESS = 0.25  # how wide a link without a weight is, as a share of the widest
LINE = 14.0  # from one line of a label to the next

VisibleLink = tuple[Link, Place, Place]  # with where its source and its target stand
LabelLines = list[tuple[str, str]]  # what each line shows, and its text


def visible_links(layout: Layout, reader: Reader, strongest: int | None) -> list[VisibleLink]:
    """The links between visible neurons, in the network's order; or, into each layer, only so many of largest value."""
    layers: dict[int, list[VisibleLink]] = {}
    for end in layout.places:
        for link in end.neuron.incoming:
            start = layout.source(link.source, end.column)
            if start is not None:
                layers.setdefault(end.column, []).append((link, start, end))
    return [each for links in layers.values() for each in _strongest(links, reader, strongest)]


def _strongest(links: list[VisibleLink], reader: Reader, most: int | None) -> list[VisibleLink]:
    if most is None or len(links) <= most:
        return links
    ranked = sorted(links, key=lambda each: -abs(reader.value(each[0]) or 0.0))  # of equals, the first ones
    kept = {id(each[0]) for each in ranked[:most]}
    return [each for each in links if id(each[0]) in kept]


def size_of(lines: LabelLines) -> LabelSize:
    """How much room a label takes; none where it has no lines."""
    if not lines:
        return LabelSize(0.0, 0.0)
    _, _, width, height = plate(_stacked(lines, (0.0, 0.0), "", ""))
    return LabelSize(width, height)


def widest(sizes: Iterable[LabelSize]) -> LabelSize | None:
    """The room that the widest and the highest of these need; None where there are none.

    >>> widest([LabelSize(40.0, 12.0), LabelSize(30.0, 26.0)])
    LabelSize(width=40.0, height=26.0)
    """
    widths_and_heights = list(zip(*sizes))
    return LabelSize(*map(max, widths_and_heights)) if widths_and_heights else None


def link_lines(
    plan: ScenePlan, visible: list[VisibleLink], labels: list[LabelLines], beside: Sequence[Text]
) -> list[LinkLine]:
    """A line for each visible link. `labels` holds the label of each, or nothing at all; it stays clear of `beside`."""
    values = [plan.reader.value(link) for link, _, _ in visible]
    routes = Routes(plan.layout)
    backward = plan.view == "backward"
    parallels = Counter((link.source, link.target, start.column) for link, start, _ in visible)
    ways = [
        routes.way(start, end, link.parallel, parallels[link.source, link.target, start.column])
        for link, start, end in visible
    ]
    if backward:
        ways = [way[::-1] for way in ways]
    placed = _labels(plan, visible, ways, labels, values, beside) if labels else [()] * len(visible)
    greatest = max((abs(value) for value in values if value is not None), default=0.0) or 1.0
    thinnest, thickest, head = measures(len(visible))
    lines = []
    for (link, start, end), value, way, label in zip(visible, values, ways, placed):
        sign = plan.reader.sign(value)
        colour, _ = link_colours(plan.theme, plan.link_look(link), sign)
        size = 0.0 if value is None else min(abs(value) / greatest, 1.0)
        marked = bool(plan.highlighted) and link.name in plan.highlighted
        lines.append(
            LinkLine(
                key=plan.link_key(link),
                link=link.name,
                source=link.source.name,
                target=link.target.name,
                points=way,
                colour=colour,
                width=thinnest + (thickest - thinnest) * (size if sign else WEIGHTLESS),
                dash=DASHES.get(sign, ()),
                arrow=head,
                sign=sign,
                start=plan.key(end if backward else start),
                end=plan.key(start if backward else end),
                label=label,
                highlight=plan.theme.highlight if marked else None,
                tip=", ".join(text for _, text in plan.reader.link(link)) if len(visible) <= MANY else "",
            )
        )
    if len(lines) > FEW:
        lines.sort(key=lambda line: line.width)  # in a crowd, the strong ones on top
    return lines


def measures(count: int) -> tuple[float, float, float]:
    """The thinnest and the thickest line and the length of the arrows' heads, where so many lines are drawn."""
    if count <= FEW:
        return 0.8, 3.6, 9.0
    return (0.35, 2.6, 5.0) if count <= MANY else (0.08, 1.0, 0.0)


def _labels(
    plan: ScenePlan,
    visible: list[VisibleLink],
    ways: list[tuple[Point, ...]],
    labels: list[LabelLines],
    values: list[float | None],
    beside: Sequence[Text],
) -> list[tuple[Text, ...]]:
    routes = [Route(start, end, way, size_of(lines)) for (_, start, end), way, lines in zip(visible, ways, labels)]
    taken = [
        (text.x, text.y, text_width(text.text, text.size) / 2 + 4, text.size * 0.7) for text in beside if text.chip
    ]
    placed = []
    middles = place_labels(routes, plan.layout, taken)
    for (link, _, _), middle, lines, value in zip(visible, middles, labels, values):
        _, ink = link_colours(plan.theme, plan.link_look(link), plan.reader.sign(value))
        placed.append(_stacked(lines, middle, ink, plan.theme.chip))
    return placed


def _stacked(lines: LabelLines, middle: Point, colour: str, chip: str) -> tuple[Text, ...]:
    """A label's lines about its middle; all but the first are bold."""
    x, y = middle
    top = y - LINE * (len(lines) - 1) / 2
    return tuple(
        Text(x, top + LINE * row, text, LABEL, colour, bold=row > 0, chip=chip, value=what)
        for row, (what, text) in enumerate(lines)
    )
