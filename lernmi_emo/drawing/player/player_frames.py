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
from typing import TYPE_CHECKING, Any, NamedTuple

from lernmi_emo.core.lesson import Lesson
from lernmi_emo.core.link import Link
from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.scene.layout import Layout, Place
from lernmi_emo.drawing.scene.link_lines import FEW, LabelLines, VisibleLink, size_of, visible_links
from lernmi_emo.drawing.scene.neuron_shapes import neuron_shapes, texts_beside
from lernmi_emo.drawing.scene.reader import Reader
from lernmi_emo.drawing.scene.scene_plan import VALUES_RADIUS, ScenePlan
from lernmi_emo.drawing.scene.style import THEMES
from lernmi_emo.expressions.equation import Equation
from lernmi_emo.watching.parts import parts_of

if TYPE_CHECKING:
    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.watching.moment import LinkState, NeuronState
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
        self.all: list[Any] = parts_of(network)
        self.by_name = {(told.part, told.names): part for told, part in zip(trace.parts, self.all)}
        held: dict[tuple[str, tuple[str, ...]], NeuronState | LinkState] = {
            **{("neuron", (name,)): state for name, state in start.neurons.items()},
            **{("link", names): state for names, state in start.links.items()},
            **{("weight", (name,)): state for name, state in start.shared.items()},
        }
        self.records = {self.by_name[name]: SimpleNamespace(**state._asdict()) for name, state in held.items()}
        self.used = {link: self.records[link].weight for link in network.links}  # the weights of this pass
        self.updated: set[Any] = set()  # the weights that have had their update in this lesson
        # Before the first step no pattern is presented: what the parts hold is from before.
        self.lesson: Lesson | None = None
        self.error: float | None = None

    def do(self, step: Step) -> list[Neuron | Link]:
        """Take one step, and return the parts that may look different after it."""
        touched: dict[Neuron | Link, None] = {}
        for change in step.changes:
            part = self.all[change.place]
            if part in self.records:
                setattr(self.records[part], change.attribute, change.new)
            if self.trace.parts[change.place].part in ("neuron", "link"):
                touched[part] = None
        if step.action == "present":  # a lesson begins: what weights changed in the one before is not its own
            self.lesson = self.trace.lessons[step.pattern - 1]
            self.updated.clear()
            self.used = {link: self.records[link].weight for link in self.used}
            return self.parts
        if step.action == "update":
            weight = self.by_name[step.part, step.names]
            self.updated.add(weight)
            touched |= {link: None for link in self.used if weight in link.learns}
        return list(touched)

    def look(self, part: Any) -> SimpleNamespace:
        """The part's record."""
        return self.records[part]

    def weight_used(self, link: Link) -> float:
        """The weight that the link has in this lesson, before its update."""
        return float(self.used[link])

    def is_updated(self, weight: Any) -> bool:
        """Whether the weight has had its update in this lesson."""
        return weight in self.updated

    def equations(self, part: Neuron | Link, view: str) -> tuple[Equation, ...]:
        """None: the player's pictures show numbers, and its page the equations of each step."""
        return ()


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
    told: Lesson | None = None  # the lesson whose targets are shown
    greatest: float = 0.0  # the largest finite value, by its size, of any link at any step

    @property
    def labelled(self) -> bool:
        """Whether links carry labels: not where there are too many."""
        return len(self.visible) <= FEW

    def note(self, step: int, parts: Iterable[Neuron | Link], replay: Replay) -> None:
        """Add a frame for each of these parts that now looks different."""
        if not self.targets or replay.lesson is not self.told:
            self.told = replay.lesson
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
    views = {}
    for view in VIEWS:
        layout = Layout(network, max_neurons, VALUES_RADIUS, 0.0)
        reader = Reader(view, replay, digits, False)
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
