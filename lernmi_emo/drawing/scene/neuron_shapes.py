"""The neurons of a Scene: a shape for each, its name and values inside, and what stands beside it."""

from __future__ import annotations

from lernmi_emo.drawing.scene.appearance import file_name
from lernmi_emo.drawing.scene.colours import neuron_colours
from lernmi_emo.drawing.scene.geometry import room_at
from lernmi_emo.drawing.scene.layout import Place
from lernmi_emo.drawing.scene.marks import NeuronShape, Text
from lernmi_emo.drawing.scene.scene_plan import PLAIN_RADIUS, VALUES_RADIUS, ScenePlan
from lernmi_emo.drawing.scene.style import fit, one_line, text_width

LEAST_TEXT = 5.0  # points: a name smaller than this is left out
LINE = 15.5  # from one line of text in a neuron to the next


def neuron_shapes(plan: ScenePlan) -> list[NeuronShape]:
    """A shape for each visible neuron."""
    shapes = []
    for place in plan.layout.places:
        neuron = place.neuron
        values = plan.reader.neuron(neuron)
        fill, outline = neuron_colours(plan.theme, place.look)
        half_width, half_height = place.reach
        shapes.append(
            NeuronShape(
                key=plan.key(place),
                neuron=neuron.name,
                kind=file_name(place.look),
                shape=place.look.shape,
                x=place.x,
                y=place.y,
                half_width=half_width,
                half_height=half_height,
                fill=fill,
                outline=outline,
                outline_width=1.6 if place.radius > 12 else 0.6,
                texts=_inside(plan, place, values),
                highlight=plan.theme.highlight if neuron.name in plan.highlighted else None,
                tip=", ".join(text for _, text in values),
            )
        )
    return shapes


def widest_equation(plan: ScenePlan) -> float:
    """How wide the equations below the neurons are."""
    return max((text_width(text.text, text.size) for text in _equations(plan)), default=0.0)


def texts_beside(plan: ScenePlan) -> list[Text]:
    """Equations below neurons, targets beside output neurons, and "⋮" where a layer shows a part of its neurons."""
    return _equations(plan) + _targets(plan) + _gaps(plan)


def _inside(plan: ScenePlan, place: Place, values: list[tuple[str, str]]) -> tuple[Text, ...]:
    """A neuron's name and values, as large as its shape allows."""
    scale = min(1.0, place.radius / (VALUES_RADIUS if values else PLAIN_RADIUS))
    lines = [("name", one_line(place.neuron.name)), *(values if scale >= 0.6 else [])]
    sizes = [14.0 * scale, 12.5 * scale, 10.5 * scale]
    if sizes[0] < LEAST_TEXT:
        return ()
    rim = (14 if place.look.shape == "ring" else 7) * scale  # an output neuron has two circles
    texts = []
    for row, ((what, text), size) in enumerate(zip(lines, sizes)):
        below = LINE * scale * (row - (len(lines) - 1) / 2)
        room = room_at(place.look.shape, *place.reach, abs(below) + 0.3 * size) - rim
        fitting = round(min(size, size * room / text_width(text, size)), 2)
        if row == 0 and fitting < 0.65 * size:  # a long name: cut it rather than make it too small to read
            fitting = round(0.7 * size, 2)
            text = fit(text, room, fitting)
        ink = plan.theme.neuron_text
        texts.append(Text(place.x, place.y + below, text, fitting, ink, bold=row == 0, value=what))
    return tuple(texts)


def _equations(plan: ScenePlan) -> list[Text]:
    texts = []
    for place in plan.layout.places:
        text = plan.reader.equation(place.neuron) if place.radius > 20 else ""
        if text:
            y = place.y + place.reach[1] + 13
            ink = plan.theme.neutral_text
            texts.append(Text(place.x, y, text, 11.0, ink, chip=plan.theme.chip, value="equation"))
    return texts


def _targets(plan: ScenePlan) -> list[Text]:
    """At each output neuron, what it should have given: beside it in the last column, and else above it."""
    lesson = plan.reader.lesson
    if lesson is None or plan.view == "structure":
        return []
    texts = []
    for neuron, target in zip(plan.network.outputs, lesson.targets):
        place = plan.layout.found.get((neuron, -1))
        if place is None or place.radius <= 20:
            continue
        text = f"target {plan.reader.number(target)}"
        if place.column == len(plan.layout.columns) - 1:
            x = place.x + place.reach[0] + 13
            texts.append(Text(x, place.y, text, 11.5, plan.theme.ink, "start", value="target"))
        else:
            y, ink, chip = place.y - place.reach[1] - 9, plan.theme.neutral_text, plan.theme.chip
            texts.append(Text(place.x, y, text, 11.5, ink, chip=chip, value="target"))
    return texts


def _gaps(plan: ScenePlan) -> list[Text]:
    texts = []
    size = min(26.0, plan.layout.spacing * 0.5)
    for x, y, count in plan.layout.gaps:
        texts.append(Text(x, y - size * 0.3, "⋮", size, plan.theme.ink, bold=True, value="gap"))
        texts.append(Text(x, y + size * 0.6, f"{count} more", 11.0, plan.theme.muted, value="gap"))
    return texts
