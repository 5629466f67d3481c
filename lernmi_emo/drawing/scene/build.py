"""A network's drawing as plain data: one Scene, which Graphviz, matplotlib, SVG and the player paint alike.

Positions, labels, colours, dashes and widths are decided here, from the network's public state, so that painters only
paint. The same network gives the same Scene, number by number.
"""

from __future__ import annotations

from collections.abc import Iterable

from lernmi_emo.core.network import BareNetwork
from lernmi_emo.drawing.scene.frame import Frame, view_title
from lernmi_emo.drawing.scene.highlight import Highlight, names_of
from lernmi_emo.drawing.scene.layout import LabelSize, Layout
from lernmi_emo.drawing.scene.link_lines import FEW, link_lines, size_of, visible_links, widest
from lernmi_emo.drawing.scene.marks import Scene
from lernmi_emo.drawing.scene.neuron_shapes import neuron_shapes, texts_beside, widest_equation
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.references import reference_lines
from lernmi_emo.drawing.scene.scene_plan import PLAIN_RADIUS, VALUES_RADIUS, ScenePlan
from lernmi_emo.drawing.scene.shown import Now
from lernmi_emo.drawing.scene.style import one_line, theme_named
from lernmi_emo.drawing.scene.views import check_computed, view_named
from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import InputError

LABELS = ("auto", "numbers", "equations", None)


def scene(
    network: BareNetwork,
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
    highlight: Highlight | Iterable[Highlight] = (),
    check: bool = True,
    note: str = "",
    room: LabelSize | None = None,
) -> Scene:
    """This network's Scene, for a painter of your own, or to look at the plain data.

    The settings are told at `Network.draw`. A film asks for no `check`: what is not computed says so. A `note` stands
    below it. `room` is the least to keep for each link's label, so that Scenes of several
    views have their neurons in the same places.

    Raises `NotComputedError` where the view's values do not exist yet, and `InputError` for a setting that can't be.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], seed=7)
    >>> output = net.predict([0, 1])
    >>> [text.text for text in scene(net, "forward").shapes[0].texts]
    ['x1', 'Y 0.0000']
    """
    view_named(view)
    if check:
        check_computed(network, view)
    _check(labels, digits, max_neurons, strongest)
    reader = Reader(view, Now(network), digits, labels == "equations")
    numbers = {neuron: place for place, neuron in enumerate(network.neurons, 1)}
    radius = PLAIN_RADIUS if view == "structure" else VALUES_RADIUS
    caption = 20.0 if labels == "equations" and view in ("forward", "backward") else 0.0
    layout = Layout(network, max_neurons, radius, caption)
    plan = ScenePlan(network, view, theme_named(theme), reader, layout, names_of(network, highlight), numbers)

    visible = visible_links(layout, reader, strongest)
    label_lines = []
    if labels in ("numbers", "equations") or (labels == "auto" and len(visible) <= FEW):
        label_lines = [reader.link(link) for link, _, _ in visible]
        sizes = [size_of(lines) for lines in label_lines] + ([] if room is None else [room])
        layout.arrange(widest(sizes), widest_equation(plan))
    frame = Frame(plan, view_title(title, view), layer_names, legend, one_line(note))
    frame.make_room(texts_beside(plan))
    beside = texts_beside(plan)
    lines = link_lines(plan, visible_links(layout, reader, strongest), label_lines, beside)
    samples = frame.fill(lines)
    references = reference_lines(plan, lines)
    return Scene(
        view=view,
        theme=theme,
        width=frame.width,
        height=frame.height,
        background=plan.theme.background,
        title=frame.title,
        shapes=(*neuron_shapes(plan), *samples.shapes),
        lines=(*lines, *references, *samples.lines),
        texts=(*beside, *frame.texts, *samples.texts),
        description=f"{network!r}, {view} view",
    )


def _check(labels: str | None, digits: int, max_neurons: int | None, strongest: int | None) -> None:
    if labels not in LABELS:
        known = ", ".join(repr(each) for each in LABELS)
        raise InputError(f"labels are one of {known}, and this came: {labels!r}")
    check_count(digits, "digits", least=0)
    if max_neurons is not None:
        check_count(max_neurons, "max_neurons", least=3)
    if strongest is not None:
        check_count(strongest, "strongest", least=0)
