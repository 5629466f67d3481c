"""The player's pictures: one for each view, with every neuron and every label in the same place in all three.

Each is painted by the painter of all other SVGs, and shows the last lesson at the end of its phase: so it can be
printed, and seen where there is no JavaScript. Its frames, as plain data, are what the player swaps in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf, isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from lernmi_emo.core.link import Link
from lernmi_emo.drawing.painters.svg import scene_to_svg
from lernmi_emo.drawing.player.player_frames import VIEW_OF_PHASE, VIEWS, Frames, LinkFrame, NeuronFrame
from lernmi_emo.drawing.scene.frame import MARGIN, Frame
from lernmi_emo.drawing.scene.legend import Legend
from lernmi_emo.drawing.scene.link_lines import LINE, link_lines, measures, size_of, visible_links, widest
from lernmi_emo.drawing.scene.marks import LinkLine, NeuronShape, Scene, plate
from lernmi_emo.drawing.scene.neuron_shapes import neuron_shapes, texts_beside
from lernmi_emo.drawing.scene.style import DASHES, THEMES, line_colour, sign_of, text_colour

if TYPE_CHECKING:
    from lernmi_emo.watching.trace import Trace

LIGHT = THEMES["light"]
LABELS = {"forward": ("weight",), "backward": ("sensitivity",), "update": ("change", "weight")}  # what each row shows

SIGNS = list(DASHES)
FIRST_ROW = 16.0  # from a legend's upper edge to the middle of its first row


class Picture(NamedTuple):
    """A view as SVG text, what its shapes and its lines mean as two more, and its frames as plain data."""

    svg: str
    shapes: str
    lines: str
    frames: dict[str, list[list[Any]]]


def pictures(trace: Trace, views: dict[str, Frames]) -> dict[str, Picture]:
    """The picture of each view, by its frames.

    >>> from lernmi_emo import Network
    >>> from lernmi_emo.drawing.player.player_frames import frames_of
    >>> net = Network.layered([1, 1], bias=False, seed=7)
    >>> trace = net.trace([0.5], [1])
    >>> frames = pictures(trace, frames_of(net, trace, 4, 10))["update"].frames["link-1-2"]
    >>> [tuple(label) for _, _, _, _, *label in frames]
    [('−0.3523', 'not computed'), ('−0.3523 + 0.0337', '= −0.3186')]
    """
    lines = _place_lines(views)
    return {view: _picture(trace, views[view], lines) for view in VIEWS}


def _place_lines(views: dict[str, Frames]) -> dict[Link, LinkLine]:
    """Each link's line, the same in all views. Labels are placed once, with room for the longest of any step."""
    room = widest(size_of(label) for frames in views.values() for label in frames.widest.values())
    for frames in views.values():
        if room is not None:
            frames.plan.layout.arrange(room)
        Frame(frames.plan, "", layer_names=True, legend=False).make_room(texts_beside(frames.plan))
    update = views["update"]
    visible = visible_links(update.plan.layout, update.plan.reader, None)
    labels = [update.widest[link] for link, _, _ in visible] if update.labelled else []
    lines = {line.link: line for line in link_lines(update.plan, visible, labels, [])}
    return {link: lines[link.name] for link, _, _ in visible}


def _picture(trace: Trace, frames: Frames, lines: dict[Link, LinkLine]) -> Picture:
    plan = frames.plan
    last = max((step.number + 1 for step in trace if VIEW_OF_PHASE.get(step.phase) == plan.view), default=0)
    drawn = [_painted(lines[link], frames, _at(each, last)) for link, each in frames.links.items()]
    if not frames.labelled:
        drawn.sort(key=lambda line: line.width)  # in a crowd, the strong ones on top
    shapes = [_written(shape, _at(frames.neurons[shape.key], last)) for shape in neuron_shapes(plan)]
    beside = texts_beside(plan)
    frame = Frame(plan, "", layer_names=True, legend=False)
    frame.make_room(beside)
    frame.fill(drawn)
    scene = Scene(
        view=plan.view,
        theme=LIGHT.name,
        width=frame.width,
        height=frame.height,
        background=LIGHT.background,
        title="",
        shapes=tuple(shapes),
        lines=tuple(drawn),
        texts=(*beside, *frame.texts),
        description=f"{plan.network!r}, {plan.view} view",
    )
    parted = _parted(_legend(frames, scene))
    svgs = [scene_to_svg(each, prefix=f"{plan.view}-", size=False) for each in (scene, *parted)]
    return Picture(svgs[0], svgs[1], svgs[2], frames_as_data(frames, lines))


def frames_as_data(frames: Frames, lines: dict[Link, LinkLine]) -> dict[str, list[list[Any]]]:
    """Every frame by its mark's key, a list beginning with its step.

    Of a neuron, text and size of each line; of a link, its sign's place in `DASHES`, its width, and its label's width
    and lines; of "targets", texts, and none before the first pattern of several.
    """
    data: dict[str, list[list[Any]]] = {"targets": [[step, *texts] for step, texts in frames.targets]}
    for key, neuron_frames in frames.neurons.items():
        data[key] = [[step, *(part for line in texts for part in line)] for step, texts in neuron_frames]
    for link, link_frames in frames.links.items():
        rows = data[lines[link].key] = []
        for frame in link_frames:
            line = _painted(lines[link], frames, frame)
            room = [plate(line.label)[2]] if line.label else []
            rows.append([frame.step, SIGNS.index(line.sign), round(line.width, 2), *room, *frame.lines])
    return data


def _at(frames: Sequence[Any], step: int) -> Any:
    """The frame that is shown after this step."""
    return [frame for frame in frames if frame.step <= step][-1]


def _written(shape: NeuronShape, frame: NeuronFrame) -> NeuronShape:
    """A neuron with this frame's lines. A pointer is told its name alone, which is true at every step."""
    texts = [replace(text, text=line, size=size) for text, (line, size) in zip(shape.texts[1:], frame.lines)]
    return replace(shape, texts=(*shape.texts[:1], *texts), tip="")


def _painted(line: LinkLine, frames: Frames, frame: LinkFrame) -> LinkLine:
    """A link in this frame's colour and with its label; as wide as its value is beside the largest of all steps."""
    sign = sign_of(frame.value)
    thinnest, thickest, _ = measures(len(frames.links))
    size = abs(frame.value or 0.0)
    share = size / (frames.greatest or 1.0) if isfinite(size) else float(size == inf)  # none for what is no number
    label = []
    if frame.lines:
        middle = (line.label[0].y + line.label[-1].y) / 2
        ink = text_colour(LIGHT, sign)
        for row, text in enumerate(frame.lines):
            y = middle + LINE * (row - (len(frame.lines) - 1) / 2)
            shown = LABELS[frames.plan.view][row]
            label.append(replace(line.label[0], y=y, text=text, colour=ink, bold=row > 0, value=shown))
    backward = frames.plan.view == "backward"
    return replace(
        line,
        points=line.points[::-1] if backward else line.points,
        start=line.end if backward else line.start,
        end=line.start if backward else line.end,
        sign=sign,
        colour=line_colour(LIGHT, sign),
        dash=DASHES[sign],
        width=thinnest + (thickest - thinnest) * min(share, 1.0),
        label=tuple(label),
        tip="",
    )


def _legend(frames: Frames, scene: Scene) -> Scene:
    """The view's legend as a Scene of its own."""
    # Where a link's value is not computed at some step, there is a sample of that, too.
    waits = any(frame.value is None for each in frames.links.values() for frame in each)
    lines = [*scene.lines, *(replace(line, sign="not computed") for line in scene.lines[:1] if waits)]
    legend = Legend(frames.plan, lines, MARGIN, scene.width - MARGIN, FIRST_ROW)
    legend.make()
    return replace(
        scene,
        height=legend.y + FIRST_ROW,
        shapes=tuple(legend.shapes),
        lines=tuple(legend.lines),
        texts=tuple(legend.texts),
        description=f"What lines and colours mean in the {scene.view} view",
    )


def _parted(legend: Scene) -> tuple[Scene, Scene]:
    """The legend's rows of neurons, which are alike in all views, and its other rows."""
    first = min(line.points[0][1] for line in legend.lines)
    up = first - FIRST_ROW
    shapes = replace(
        legend,
        height=up + 6,
        lines=(),
        texts=tuple(text for text in legend.texts if text.y < first),
        description="What shapes mean",
    )
    lines = [replace(line, points=tuple((x, y - up) for x, y in line.points)) for line in legend.lines]
    texts = [replace(text, y=text.y - up) for text in legend.texts if text.y >= first]
    return shapes, replace(legend, height=legend.height - up, shapes=(), lines=tuple(lines), texts=tuple(texts))
