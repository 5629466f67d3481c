"""Thin lines from a neuron that a link refers to, such as its gate, to the middle of that link."""

from __future__ import annotations

from collections.abc import Sequence
from math import dist

from lernmi_emo.core.kind import referred
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.colours import link_colours
from lernmi_emo.drawing.scene.geometry import crosses, point_at
from lernmi_emo.drawing.scene.layout import Layout, Place
from lernmi_emo.drawing.scene.marks import LinkLine, Point
from lernmi_emo.drawing.scene.scene_plan import ScenePlan

WIDTH, ARROW = 0.9, 6.0
# How far along the link the line ends, the nearest to its middle first.
SHARES = tuple(0.5 + sign * step / 20 for step in range(8) for sign in ((1, -1) if step else (1,)))


def reference_lines(plan: ScenePlan, lines: Sequence[LinkLine]) -> list[LinkLine]:
    """A line for each neuron that a drawn link refers to, where it is visible too. In the structure view alone."""
    referring = [link for link in plan.network.links if link.refers]
    if plan.view != "structure" or not referring:
        return []
    drawn = {line.key: line for line in lines}
    columns = {place.neuron: place.column for place in plan.layout.places}
    found = []
    for link in referring:
        line = drawn.get(plan.link_key(link))
        if line is None:
            continue
        for attribute, part in zip(link.refers, referred(link)):
            place = plan.layout.source(part, columns[link.target]) if isinstance(part, Neuron) else None
            if place is None:  # no neuron, or one that is hidden
                continue
            end = _end(place, line, plan.layout)
            start = place.edge(end)
            colour, _ = link_colours(plan.theme, plan.link_look(link), "")
            key, tip = f"{line.key}-{attribute}", f"{part.name} is the {attribute} of {link.name}"
            if dist(start, end) > ARROW:
                found.append(LinkLine(key, "", part.name, "", (start, end), colour, WIDTH, (), ARROW, "", tip=tip))
    return found


def _end(place: Place, line: LinkLine, layout: Layout) -> Point:
    """The middle of the link; or, where a line to there would run through other neurons, a point near to it."""
    for share in SHARES:
        end = point_at(line.points, share)
        way = [(place.x, place.y), end]
        if not any(crosses(way, each.x, each.y, *each.reach) for each in layout.places if each is not place):
            return end
    return point_at(line.points, 0.5)
