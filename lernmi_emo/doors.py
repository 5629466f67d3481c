"""The network's doors: conveniences that lie outside the core.

Each is one line that imports its module when it is called, so that the core stays free of files, pictures and
commands, and `import lernmi_emo` stays quick. What each one does is told at its own place, named in its docstring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]
    from matplotlib.axes import Axes

    from lernmi_emo.breakpoints import Breakpoint
    from lernmi_emo.drawing.draw import Drawing
    from lernmi_emo.drawing.marks import Scene
    from lernmi_emo.drawing.player import Player
    from lernmi_emo.evaluation import Evaluation
    from lernmi_emo.history import History
    from lernmi_emo.network import Network
    from lernmi_emo.patterns import Pattern
    from lernmi_emo.step import Step
    from lernmi_emo.trace import Trace


class Doors:
    """What a `Network` can also do; see each method."""

    # Building

    @staticmethod
    def layered(sizes: Sequence[int], **settings: Any) -> Network:
        """A network of full layers; see `lernmi_emo.building.layered`."""
        from lernmi_emo.building import layered

        return layered(sizes, **settings)

    @staticmethod
    def lernmi(sizes: Sequence[int], **settings: Any) -> Network:
        """A network that computes and steps as Lernmi does; see `lernmi_emo.building.lernmi`."""
        from lernmi_emo.building import lernmi

        return lernmi(sizes, **settings)

    # Many patterns

    def train(self: Any, patterns: Iterable[Pattern], **settings: Any) -> History:
        """Learn the patterns epoch by epoch; see `lernmi_emo.training.train`."""
        from lernmi_emo.training import train

        return train(self, patterns, **settings)

    def evaluate(self: Any, patterns: Iterable[Pattern], **settings: Any) -> Evaluation:
        """Error, accuracy and confusion over these patterns; see `lernmi_emo.evaluation.evaluate`."""
        from lernmi_emo.evaluation import evaluate

        return evaluate(self, patterns, **settings)

    # Pictures

    def draw(self: Any, path: str | Path, view: str = "structure", **settings: Any) -> Drawing:
        """Draw the network into an SVG, PDF, PNG or DOT file; see `lernmi_emo.drawing.draw.draw`."""
        from lernmi_emo.drawing.draw import draw

        return draw(self, path, view, **settings)

    def to_graphviz(self: Any, view: str = "structure", **settings: Any) -> Digraph:
        """The drawing as a graph to go on editing; see `lernmi_emo.drawing.draw.to_graphviz`."""
        from lernmi_emo.drawing.draw import to_graphviz

        return to_graphviz(self, view, **settings)

    def plot(self: Any, view: str = "structure", **settings: Any) -> Axes:
        """The drawing in matplotlib's axes; see `lernmi_emo.drawing.draw.plot`."""
        from lernmi_emo.drawing.draw import plot

        return plot(self, view, **settings)

    def animate(self: Any, trace: Trace, path: str | Path, **settings: Any) -> Drawing:
        """Draw a trace step by step into a GIF or MP4 file; see `lernmi_emo.drawing.animation.animate`."""
        from lernmi_emo.drawing.animation import animate

        return animate(self, trace, path, **settings)

    def scene(self: Any, view: str = "structure", **settings: Any) -> Scene:
        """The drawing as plain data; see `lernmi_emo.drawing.scene.scene`."""
        from lernmi_emo.drawing.scene import scene

        return scene(self, view, **settings)

    def _repr_svg_(self: Any) -> str:
        from lernmi_emo.drawing.svg import scene_to_svg

        return scene_to_svg(self.scene())

    # One message at a time

    def steps(self: Any, inputs: Sequence[float], targets: Sequence[float], **settings: Any) -> Iterator[Step]:
        """One lesson, message by message; see `lernmi_emo.steps.steps`."""
        from lernmi_emo.steps import steps

        return steps(self, inputs, targets, **settings)

    def steps_of_epoch(self: Any, patterns: Iterable[Pattern], **settings: Any) -> Iterator[Step]:
        """One epoch, message by message; see `lernmi_emo.steps.steps_of_epoch`."""
        from lernmi_emo.steps import steps_of_epoch

        return steps_of_epoch(self, patterns, **settings)

    def trace(self: Any, inputs: Sequence[float], targets: Sequence[float], **settings: Any) -> Trace:
        """Every step of one lesson, computed beforehand; see `lernmi_emo.trace.trace`."""
        from lernmi_emo.trace import trace

        return trace(self, inputs, targets, **settings)

    def trace_of_epoch(self: Any, patterns: Iterable[Pattern], **settings: Any) -> Trace:
        """Every step of one epoch, computed beforehand; see `lernmi_emo.trace.trace_of_epoch`."""
        from lernmi_emo.trace import trace_of_epoch

        return trace_of_epoch(self, patterns, **settings)

    def player(self: Any, inputs: Sequence[float], targets: Sequence[float], **settings: Any) -> Player:
        """One lesson as a page that steps through it in a browser; see `lernmi_emo.drawing.player.player`."""
        from lernmi_emo.drawing.player import player

        return player(self, inputs, targets, **settings)

    def player_of_epoch(self: Any, patterns: Iterable[Pattern], **settings: Any) -> Player:
        """One epoch as such a page; see `lernmi_emo.drawing.player.player_of_epoch`."""
        from lernmi_emo.drawing.player import player_of_epoch

        return player_of_epoch(self, patterns, **settings)

    # Stopping in a debugger

    def break_on(self: Any, *names: str, **settings: Any) -> Breakpoint:
        """Stop where a link, a neuron or the emotions do it; see `lernmi_emo.breakpoints.break_on`."""
        from lernmi_emo.breakpoints import break_on

        return break_on(self, *names, **settings)

    def breaks(self: Any) -> list[Breakpoint]:
        """Every breakpoint there is; see `lernmi_emo.breakpoints.breaks`."""
        from lernmi_emo.breakpoints import breaks

        return breaks(self)

    def clear_breaks(self: Any) -> None:
        """Take every breakpoint away; see `lernmi_emo.breakpoints.clear_breaks`."""
        from lernmi_emo.breakpoints import clear_breaks

        clear_breaks(self)

    # Files

    def save(self: Any, path: str | Path) -> Path:
        """Write the network to a JSON file; see `lernmi_emo.storage.save`."""
        from lernmi_emo.storage import save

        return save(self, path)

    @staticmethod
    def load(path: str | Path) -> Network:
        """Read a network from a JSON file; see `lernmi_emo.storage.load`."""
        from lernmi_emo.storage import load

        return load(path)

    def clone(self: Any) -> Network:
        """Another network with the same state and no part in common; see `lernmi_emo.storage.build`."""
        from lernmi_emo.storage import build, describe

        return build(describe(self))

    def __reduce__(self: Any) -> tuple[Callable[..., Network], tuple[dict[str, Any]]]:
        # For copy.deepcopy and for handing networks to other processes: both would recurse along the links.
        from lernmi_emo.storage import build, describe

        return build, (describe(self),)
