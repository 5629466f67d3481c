"""What stands around the network: the title, the layers' names, the legend and the lesson's settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lernmi_emo.drawing.layout import MARGIN, Layout
from lernmi_emo.drawing.marks import LinkLine, NeuronShape, Scene, Text
from lernmi_emo.drawing.style import DASHES, KIND_NAMES, REACH, Theme, line_colour, plain, text_width
from lernmi_emo.drawing.views import VIEWS, Reader

if TYPE_CHECKING:
    from lernmi_emo.network import Network

SIZE = 12.0
ROW = 22.0


def add_frame(
    network: Network,
    view: str,
    theme: Theme,
    layout: Layout,
    shapes: list[NeuronShape],
    lines: list[LinkLine],
    texts: list[Text],
    title: str | None,
    layer_names: bool,
    legend: bool,
    *,
    labelled: bool,
    reader: Reader,
    error: float | None,
) -> Scene:
    """The Scene: the network with its frame, moved so that everything lies inside it."""
    heading = VIEWS[view].title if title is None else plain(title)
    left = min(
        [shape.x - shape.half_width for shape in shapes]
        + [text.x - text_width(text.text, text.size) / 2 for text in texts if text.anchor == "middle"]
    )
    right = max(
        [shape.x + shape.half_width for shape in shapes]
        + [text.x + text_width(text.text, text.size) / (1 if text.anchor == "start" else 2) for text in texts]
    )
    frame = list(texts)
    if layer_names:
        for x, name, layer in zip(layout.columns, layout.names, [None, *network.layers]):
            kinds = {neuron.activation.name for neuron in layer.neurons} if layer else set()
            frame.append(Text(x, layout.top - 32, name, 13.0, theme.ink, bold=True, value="layer"))
            if len(kinds) == 1:
                frame.append(Text(x, layout.top - 16, plain(kinds.pop()), 11.0, theme.muted, value="activation"))
            left = min(left, x - text_width(name, 13.0) / 2)
            right = max(right, x + text_width(name, 13.0) / 2)
    left, right = left - MARGIN, right + MARGIN
    top = layout.top - (48 if layer_names else 8)
    bottom = layout.bottom + 14
    samples: list[NeuronShape] = []
    sample_lines: list[LinkLine] = []
    if legend:
        right = max(right, left + 560)
        bottom = _add_legend(
            network,
            view,
            theme,
            shapes,
            lines,
            frame,
            samples,
            sample_lines,
            left + MARGIN,
            right - MARGIN,
            bottom + 16,
            labelled,
            reader,
            error,
        )
    if heading:
        right = max(right, left + text_width(heading, 20.0) * 1.08 + 2 * MARGIN)
        top -= 30
        frame.append(Text(left + MARGIN, top + 10, heading, 20.0, theme.ink, "start", bold=True, value="title"))
    return _moved(
        Scene(
            view=view,
            theme=theme.name,
            width=right - left,
            height=bottom + 10 - (top - 16),
            background=theme.background,
            title=heading,
            shapes=(*shapes, *samples),
            lines=(*lines, *sample_lines),
            texts=tuple(frame),
            description=f"{network!r}, {view} view",
        ),
        -left,
        -(top - 16),
    )


def _add_legend(
    network: Network,
    view: str,
    theme: Theme,
    shapes: list[NeuronShape],
    lines: list[LinkLine],
    texts: list[Text],
    samples: list[NeuronShape],
    sample_lines: list[LinkLine],
    left: float,
    right: float,
    y: float,
    labelled: bool,
    reader: Reader,
    error: float | None,
) -> float:
    """Samples of the kinds of neurons and links there are, then a few lines of words. Returns the lower edge."""
    x = left
    kinds = [kind for kind in KIND_NAMES if any(shape.kind == kind for shape in shapes)]
    for kind in kinds:
        name = KIND_NAMES[kind]
        wide, high = REACH[kind]
        if x + 30 + text_width(name, SIZE) > right and x > left:
            x, y = left, y + ROW
        fill, outline = theme.neurons[kind]
        samples.append(NeuronShape(f"legend-{kind}", "", kind, x + 10, y, 8 * wide, 8 * high, fill, outline, 1.4))
        texts.append(Text(x + 26, y, name, SIZE, theme.ink, "start", value="legend"))
        x += 26 + text_width(name, SIZE) + 22
    x, y = left, y + ROW
    what = VIEWS[view].sign
    names = {"positive": f"positive {what}", "negative": f"negative {what}", "zero": f"{what} of 0"}
    for sign in DASHES:
        if not (sign in ("positive", "negative") or any(line.sign == sign for line in lines)):
            continue
        name = names.get(sign, sign)
        if x + 50 + text_width(name, SIZE) > right:
            x, y = left, y + ROW
        sample_lines.append(
            LinkLine(
                f"legend-{sign.replace(' ', '-')}",
                "",
                "",
                "",
                ((x, y), (x + 38, y)),
                line_colour(theme, sign),
                2.4,
                DASHES[sign],
                8.0,
                sign,
            )
        )
        texts.append(Text(x + 46, y, name, SIZE, theme.ink, "start", value="legend"))
        x += 46 + text_width(name, SIZE) + 22
    name = f"the wider, the larger its size (|{what}|)"
    if x + text_width(name, SIZE) > right:
        x, y = left, y + ROW
    texts.append(Text(x, y, name, SIZE, theme.muted, "start", value="legend"))
    for words in _words(network, view, lines, labelled, reader, error):
        for row in _wrapped(words, right - left):
            y += ROW * 0.8
            texts.append(Text(left, y, row, SIZE, theme.muted, "start", value="legend"))
    return y + 12


def _words(
    network: Network, view: str, lines: list[LinkLine], labelled: bool, reader: Reader, error: float | None
) -> list[str]:
    """What the numbers are, how many links are shown, and the lesson that the numbers come from."""
    said = [words for words in (VIEWS[view].in_neurons, VIEWS[view].on_links if labelled else "") if words]
    words = ["; ".join(said)] if said else []
    if len(lines) < len(network.links):
        words.append(f"{len(lines):,} of {len(network.links):,} links are drawn")
    lesson = reader.lesson
    if view == "structure" or lesson is None:
        return words
    parts = [] if error is None else [f"error E = {reader.number(error)}"]
    if view == "update":
        parts += [f"rate η = {lesson.rate:g}", f"momentum α = {lesson.momentum:g}"]
        if lesson.anxiety is not None:
            parts += [
                f"emotional links: anxiety μ = {reader.number(lesson.anxiety)}, "
                f"confidence k = {reader.number(lesson.confidence)}"
            ]
    return [*words, ", ".join(parts)] if parts else words


def _wrapped(words: str, room: float) -> list[str]:
    rows = [""]
    for word in words.split(" "):
        longer = f"{rows[-1]} {word}".strip()
        if text_width(longer, SIZE) > room and rows[-1]:
            rows.append(word)
        else:
            rows[-1] = longer
    return rows


def _moved(scene: Scene, x: float, y: float) -> Scene:
    """The Scene with its upper left corner at (0, 0)."""

    def text(each: Text) -> Text:
        return replace(each, x=each.x + x, y=each.y + y)

    return replace(
        scene,
        shapes=tuple(
            replace(shape, x=shape.x + x, y=shape.y + y, texts=tuple(map(text, shape.texts))) for shape in scene.shapes
        ),
        lines=tuple(
            replace(
                line,
                points=tuple((px + x, py + y) for px, py in line.points),
                label=tuple(map(text, line.label)),
            )
            for line in scene.lines
        ),
        texts=tuple(map(text, scene.texts)),
    )
