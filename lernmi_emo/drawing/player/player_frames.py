"""The frames of a player's pictures: what each neuron and each link shows, and from which step on.

A picture is drawn once. What a step changes in it is a **frame**: the number of the step, and what one mark of the
picture shows from then on. A player that goes on, or back, or jumps, swaps frames and reckons nothing. What is written
into a neuron or onto a link comes from the same `Reader` as in every drawing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite
from types import SimpleNamespace
from typing import TYPE_CHECKING, NamedTuple

from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.layout import Layout, Place
from lernmi_emo.drawing.scene.link_lines import FEW, LabelLines, VisibleLink, size_of, visible_links
from lernmi_emo.drawing.scene.neuron_shapes import neuron_shapes, texts_beside
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.scene_plan import VALUES_RADIUS, ScenePlan
from lernmi_emo.drawing.scene.style import THEMES

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.watching.step import Step
    from lernmi_emo.watching.trace import Trace

VIEWS = ("forward", "backward", "update")
VIEW_OF_PHASE = {"forward": "forward", "error": "forward", "backward": "backward", "update": "update"}


class NeuronFrame(NamedTuple):
    """A neuron's lines below its name, each with its size, from this step on."""

    step: int
    lines: tuple[tuple[str, float], ...]


class LinkFrame(NamedTuple):
    """A link's value, which decides on its colour and width, and its label's lines, from this step on."""

    step: int
    value: float | None
    lines: tuple[str, ...]


class TargetsFrame(NamedTuple):
    """What stands beside the output neurons from this step on."""

    step: int
    lines: tuple[str, ...]


class Replay:
    """The network's values at one point of a trace: a record for each part, as the steps so far have left it.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], seed=7)
    >>> trace = net.trace([0.5], [1])
    >>> replay = Replay(net, trace)
    >>> [part.name for part in replay.do(trace[0])], replay.look(net.inputs[0]).output
    (['x1', 'bias', 'y1', 'x1→y1', 'bias→y1'], 0.5)
    """

    def __init__(self, network: BareNetwork, trace: Trace) -> None:
        start = trace.start
        self.trace = trace
        self.parts: list[Neuron | Link] = [*network.neurons, *network.links]
        self.records: dict[Neuron | Link, SimpleNamespace] = {
            neuron: SimpleNamespace(**start.neurons[neuron.name]._asdict()) for neuron in network.neurons
        }
        for link in network.links:
            held = start.links[link.source.name, link.target.name]
            self.records[link] = SimpleNamespace(**held._asdict(), updated=False)
        self.links = {(link.source.name, link.target.name): link for link in network.links}
        # Where several patterns follow, none is presented yet: what is shown until then is not of the first one.
        self.lesson = trace.lessons[0] if len(trace.lessons) == 1 else None

    def do(self, step: Step) -> list[Neuron | Link]:
        """Take one step, and return the parts that may look different after it."""
        touched: dict[Neuron | Link, None] = {}
        for change in step.changes:
            if change.place < len(self.parts):  # the network and its emotions come after its neurons and links
                part = self.parts[change.place]
                setattr(self.records[part], change.attribute, change.new)
                touched[part] = None
        if step.action == "present":  # a lesson begins: what links changed in the one before is not its own
            self.lesson = self.trace.lessons[step.pattern - 1]
            for link in self.links.values():
                self.records[link].updated = False
            return self.parts
        if step.action == "update":
            link = self.links[step.names[0], step.names[1]]
            self.records[link].updated = True
            touched[link] = None
        return list(touched)

    def look(self, part: Neuron | Link) -> SimpleNamespace:
        """The part's record."""
        return self.records[part]

    def look_forward(self, part: Neuron | Link) -> SimpleNamespace:
        """The same for the forward view, which then shows the weight that a link has at this point, updated or not."""
        return _before_update(self.records[part]) if isinstance(part, Link) else self.records[part]

    def look_at_update(self, part: Neuron | Link) -> SimpleNamespace:
        """The same for the update view: a link that has not learnt yet in this lesson has no change to show."""
        record = self.records[part]
        return _before_update(record) if isinstance(part, Link) and not record.updated else record


def _before_update(record: SimpleNamespace) -> SimpleNamespace:
    """A link's record as of a link without a sensitivity, by which a `Reader` knows that it was not updated."""
    return SimpleNamespace(**{**vars(record), "sensitivity": None})


@dataclass
class Frames:
    """One view's frames: of each neuron's shape by its key, of each link by its name, and of the targets."""

    plan: ScenePlan
    visible: list[VisibleLink]
    places: dict[Neuron | Link, list[Place]]
    neurons: dict[str, list[NeuronFrame]]
    links: dict[Link, list[LinkFrame]]
    targets: list[TargetsFrame]
    widest: dict[Link, LabelLines]  # each link's widest label
    greatest: float = 0.0  # the largest finite value, by its size, of any link at any step

    @property
    def labelled(self) -> bool:
        """Whether links carry labels: not where there are too many."""
        return len(self.visible) <= FEW

    def note(self, step: int, parts: Iterable[Neuron | Link], replay: Replay) -> None:
        """Add a frame for each of these parts that now looks different."""
        if replay.lesson is not self.plan.reader.lesson or not self.targets:
            self.plan.reader.lesson = replay.lesson
            lines = tuple(text.text for text in texts_beside(self.plan) if text.value == "target")
            self.targets.append(TargetsFrame(step, lines))
        for part in parts:
            if part in self.links:
                self._note_link(step, part)
            for place in self.places.get(part, ()):  # of a neuron
                self._note_neuron(step, place)

    def _note_neuron(self, step: int, place: Place) -> None:
        alone = copy.copy(self.plan.layout)
        alone.places = [place]
        [shape] = neuron_shapes(replace(self.plan, layout=alone))
        frames = self.neurons.setdefault(shape.key, [])
        lines = tuple((text.text, text.size) for text in shape.texts[1:])
        if not frames or frames[-1].lines != lines:
            frames.append(NeuronFrame(step, lines))

    def _note_link(self, step: int, link: Link) -> None:
        value = self.plan.reader.value(link)
        label = self.plan.reader.link(link) if self.labelled else []
        frames = self.links[link]
        lines = tuple(text for _, text in label)
        if frames and frames[-1][1:] == (value, lines):
            return
        frames.append(LinkFrame(step, value, lines))
        if value is not None and isfinite(value):
            self.greatest = max(self.greatest, abs(value))
        if label and (link not in self.widest or size_of(label) > size_of(self.widest[link])):
            self.widest[link] = label


def frames_of(network: BareNetwork, trace: Trace, digits: int, max_neurons: int | None) -> dict[str, Frames]:
    """Each view's frames, from before the first step (0) to after the last one.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], bias=False, seed=7)
    >>> frames = frames_of(net, net.trace([0.5], [1]), 4, 10)["forward"]
    >>> frames.neurons["neuron-2"][-1].lines
    (('Y 0.4561', 12.5), ('net −0.1762', 10.5))
    """
    replay = Replay(network, trace)
    looks = {"forward": replay.look_forward, "backward": replay.look, "update": replay.look_at_update}
    views = {}
    for view in VIEWS:
        layout = Layout(network, max_neurons, VALUES_RADIUS, 0.0)
        reader = Reader(view, replay.lesson, None, digits, False, looks[view])
        numbers = {neuron: place for place, neuron in enumerate(network.neurons, 1)}
        visible = visible_links(layout, reader, None)
        plan = ScenePlan(network, view, THEMES["light"], reader, layout, set(), numbers)
        places: dict[Neuron | Link, list[Place]] = {}
        for place in layout.places:
            places.setdefault(place.neuron, []).append(place)
        views[view] = Frames(plan, visible, places, {}, {link: [] for link, _, _ in visible}, [], {})
    touched = replay.parts
    for number in range(len(trace) + 1):
        for frames in views.values():
            frames.note(number, touched, replay)
        if number < len(trace):
            touched = replay.do(trace[number])
    return views
