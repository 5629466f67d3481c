"""A trace as a film: one picture of the network for each step, as a GIF, or as an MP4 where ffmpeg is installed.

The neurons stay where they are, the one at work is pointed out, and what is not computed yet says so.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lernmi_emo.drawing.picture import Drawing, write
from lernmi_emo.drawing.scene.build import scene
from lernmi_emo.drawing.scene.layout import LabelSize
from lernmi_emo.drawing.scene.link_lines import FEW, widest
from lernmi_emo.drawing.scene.marks import Scene, plate
from lernmi_emo.support.checks import check_number
from lernmi_emo.support.exceptions import DrawingError, InputError, MissingExtraError
from lernmi_emo.watching.formula import link_names, name_of
from lernmi_emo.watching.memory import Memory
from lernmi_emo.watching.parts import described
from lernmi_emo.watching.script import verb_of

if TYPE_CHECKING:
    from lernmi_emo.core.lesson import Lesson
    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.watching.step import Step
    from lernmi_emo.watching.trace import State, Trace

MOST_FRAMES = 500
DPI = 84
VIEWS = {"forward": "forward", "error": "forward", "backward": "backward", "update": "update"}

FFMPEG = """an MP4 needs the program ffmpeg, which is not on the PATH. Install it:
  Debian, Ubuntu   sudo apt install ffmpeg
  macOS            brew install ffmpeg
  Windows          winget install ffmpeg
  conda            conda install -c conda-forge ffmpeg
or make a GIF, which needs nothing"""


def animate(
    network: BareNetwork,
    trace: Trace,
    path: str | os.PathLike[str],
    *,
    by: str = "neuron",
    seconds: float = 1.0,
    labels: str | None = "auto",
    digits: int = 4,
    max_neurons: int | None = 10,
    strongest: int | None = None,
    theme: str = "light",
    layer_names: bool = True,
    legend: bool = True,
) -> Drawing:
    """Draw a trace of this network step by step, into a GIF or MP4 file.

    `by` is what one picture shows: the steps of a "link", a "neuron", a "layer", a "phase" or a "pattern". Each stays
    for so many `seconds`. The other settings are those of `Network.draw`.

    Raises `InputError` for another suffix, for a trace of another network and for one of more than 500 steps;
    `MissingExtraError` where ffmpeg is needed and missing; and `DrawingError` where the file can't be written.

    >>> import tempfile
    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], seed=7)
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(animate(net, net.trace([1], [0]), Path(folder, "net.gif"), by="phase").path.name)
    net.gif
    """
    target = Path(path)
    kind = target.suffix.lower()
    if kind not in (".gif", ".mp4"):
        raise InputError(f"{path}: an animation can be .gif or .mp4, and this ends in {target.suffix!r}")
    if check_number(seconds, "seconds") <= 0:
        raise InputError(f"seconds must be above 0, and this came: {seconds!r}")
    if not target.absolute().parent.is_dir():
        raise DrawingError(f"{path}: can't be written: there is no folder {target.parent}; make it first")
    scenes = frames(
        network,
        trace,
        by=by,
        labels=labels,
        digits=digits,
        max_neurons=max_neurons,
        strongest=strongest,
        theme=theme,
        layer_names=layer_names,
        legend=legend,
    )
    return Drawing(write(target, _film(scenes, kind, seconds)), "matplotlib")


def frames(
    network: BareNetwork,
    trace: Trace,
    *,
    by: str = "neuron",
    labels: str | None = "auto",
    digits: int = 4,
    max_neurons: int | None = 10,
    strongest: int | None = None,
    theme: str = "light",
    layer_names: bool = True,
    legend: bool = True,
) -> list[Scene]:
    """The Scenes of an animation: one before the first step, and one after each. All have the same size.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([1, 1], seed=7)
    >>> [scene.title for scene in frames(net, net.trace([1], [0]), by="phase")][:2]
    ['Before the first step', 'Step 1 of 4: the network propagates']
    """
    check_trace(network, trace)
    steps = list(trace.by(by))
    if len(steps) > MOST_FRAMES:
        raise InputError(
            f"this trace has {len(steps):,} steps by {by}, and an animation shows at most {MOST_FRAMES}: "
            f'choose coarser ones, such as by="layer" or by="phase"'
        )
    moments = [Moment("Before the first step", trace.start, "forward", None, "", (), "")]
    sharing: dict[str, list[str]] = {}  # the links that learn by each weight that they share
    for link in network.links:
        for weight in link.learns:
            if weight is not link:
                sharing.setdefault(name_of(weight)[0], []).append(link.name)
    crowded = any(len(layer.links) > FEW for layer in network.layers)
    for number, step in enumerate(steps, 1):
        at_work = _at_work(step, crowded, sharing)
        moments.append(_moment(trace, step, f"Step {number} of {len(steps)}", moments[-1], at_work))

    def picture(moment: Moment, room: LabelSize | None = None) -> Scene:
        moment.install(network)
        return scene(
            network,
            moment.view,
            title=moment.title,
            highlight=moment.names,
            check=False,
            note=moment.note,
            room=room,
            labels=labels,
            digits=digits,
            max_neurons=max_neurons,
            strongest=strongest,
            theme=theme,
            layer_names=layer_names,
            legend=legend,
        )

    memory = Memory(network)
    try:
        first = [picture(moment) for moment in moments]  # which shows how much room labels need in any of them
        room = widest(LabelSize(*plate(line.label)[2:]) for each in first for line in each.lines if line.label)
        scenes = [picture(moment, room) for moment in moments]
    finally:
        memory.put_back()
    width, height = max(scene.width for scene in scenes), max(scene.height for scene in scenes)
    return [replace(scene, width=width, height=height) for scene in scenes]


class Moment(NamedTuple):
    """What one picture shows: the network's state, through which view, and whose turn it is."""

    title: str
    state: State
    view: str
    lesson: Lesson | None
    done: str  # the network's verb under way
    names: tuple[str, ...]
    note: str

    def install(self, network: BareNetwork) -> None:
        """Let the network be as it was then: its parts hold what they held."""
        for neuron in network.neurons:
            _set(neuron, self.state.neurons[neuron.name])
        for link in network.links:
            _set(link, self.state.links[link_names(link)])
        for weight in network.shared:
            _set(weight, self.state.shared[name_of(weight)[0]])
        if network.emotions is not None and self.state.emotions is not None:
            _set(network.emotions, self.state.emotions)
        now: Any = network
        now.error, now.lesson, now.done = self.state.error, self.lesson, self.done


def _set(part: Any, values: Any) -> None:
    for name, value in values._asdict().items():
        if hasattr(part, name):
            setattr(part, name, value)


def _moment(trace: Trace, step: Step, number: str, before: Moment, at_work: tuple[str, ...]) -> Moment:
    """The picture after a step. Emotions are felt between lessons: then all else stays as it was `before`."""
    lesson = trace.lessons[step.pattern - 1] if step.pattern else before.lesson
    view = VIEWS.get(step.phase, before.view)
    parts = step.steps or (step,)
    note = step.equations[-1].text() if len(parts) == 1 and step.equations else ""
    title = (parts[0] if len(parts) == 1 else step).title
    done = verb_of(parts[-1]) or before.done
    return Moment(f"{number}: {title}", trace.state(step), view, lesson, done, at_work, note)


def _at_work(step: Step, crowded: bool, sharing: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The names of the neurons and links to point out: none where it would be the whole network.

    In a crowd of links, those at work at once are left alone, and the neurons that they lead to are pointed out.
    """
    if step.unit in ("phase", "pattern") and step.phase != "error":
        return ()
    names: list[str] = []
    for each in step.steps or (step,):
        if each.part == "link":
            names.append(each.names[1] if crowded and step.steps else each.subject)
        elif each.part == "weight":
            names.extend(sharing[each.subject])
        elif each.action != "open_sensitivity":  # which is every neuron's
            names.extend(each.names)
    return tuple(dict.fromkeys(names))


def check_trace(network: BareNetwork, trace: Trace) -> None:
    """Refuse a trace whose neurons and links are not this network's."""
    known = {part.names for part in trace.parts if part.names}
    own = {part.names for part in described(network) if part.names}
    if known != own:
        other = "→".join(min(known ^ own))
        where = "the trace has, and this network has not" if min(known ^ own) in known else "this network has alone"
        raise InputError(
            f"this trace is of another network: {other} is what {where}. Make one by this network's "
            f"trace(inputs, targets)"
        )


def _film(scenes: list[Scene], kind: str, seconds: float) -> bytes:
    """The file's content: every Scene painted, one after the other."""
    from matplotlib.animation import FFMpegWriter, PillowWriter
    from matplotlib.figure import Figure

    from lernmi_emo.drawing.painters.matplotlib import paint, settings

    if kind == ".mp4" and not FFMpegWriter.isAvailable():
        raise MissingExtraError(FFMPEG)
    writer = (PillowWriter if kind == ".gif" else FFMpegWriter)(fps=1 / seconds)  # type: ignore[arg-type]
    with settings(), tempfile.TemporaryDirectory() as folder:
        target = Path(folder, f"film{kind}")
        figure = Figure(figsize=(scenes[0].width / 72, scenes[0].height / 72))
        with writer.saving(figure, str(target), DPI):
            for scene in scenes:
                figure.clear()
                figure.patch.set_facecolor(scene.background or "#FFFFFF")
                paint(scene, figure.add_axes((0, 0, 1, 1)))
                writer.grab_frame()
        return target.read_bytes()
