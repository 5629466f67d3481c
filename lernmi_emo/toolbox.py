"""The network that one works with: the core's, and all that can also be done with it, each at its own place.

What a network is and how it learns stands in `core/network.py`. Here are its tools: each is one line that imports its
room when it is called, so that `import lernmi_emo` stays quick, and tells in its docstring where more is said.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from lernmi_emo.core.kind import Kind
from lernmi_emo.core.network import BareNetwork

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]
    from matplotlib.axes import Axes

    from lernmi_emo.building.layered import ActivationChoice
    from lernmi_emo.core.emotion import Emotions
    from lernmi_emo.core.error import ErrorFunction
    from lernmi_emo.core.patterns import Pattern
    from lernmi_emo.drawing.picture import Drawing
    from lernmi_emo.drawing.player.player import Player
    from lernmi_emo.drawing.scene.highlight import Highlight
    from lernmi_emo.drawing.scene.marks import Scene
    from lernmi_emo.explaining.explain import Explanation
    from lernmi_emo.learning.evaluation import Evaluation
    from lernmi_emo.learning.history import History
    from lernmi_emo.learning.objects import Engine, Fast
    from lernmi_emo.learning.training import Schedule
    from lernmi_emo.watching.breakpoints import Breakpoint
    from lernmi_emo.watching.step import Step
    from lernmi_emo.watching.trace import Trace


class Network(BareNetwork):
    """Neurons joined by links, from the inputs to the outputs, that learn.

    `Network.layered` builds the usual one. By hand, make neurons, join them by links, and name both ends here.
    `rate` and `momentum` are those of the conventional links, unless a lesson is given others. How a network learns is
    told, and done, in `core/network.py`, by the class that this one derives from.

    One network is one conversation: neurons hold the values of one pattern at a time.

    >>> from lernmi_emo import InputNeuron, Link, Neuron
    >>> x1, y1 = InputNeuron("x1"), Neuron("y1")
    >>> link = Link(x1, y1, weight=0.5)
    >>> net = Network(inputs=[x1], outputs=[y1], rate=0.1)
    >>> net.predict([0])
    [0.5]
    """

    # Building

    @classmethod
    def layered(
        cls,
        sizes: Sequence[int],
        *,
        emotional: bool | Emotions = False,
        bias: bool = True,
        activation: ActivationChoice = "logistic",
        error: str | ErrorFunction = "half squared",
        rate: float = 0.5,
        momentum: float = 0.0,
        weight_range: float | None = None,
        seed: int | random.Random | None = 0,
    ) -> Network:
        """A network of full layers; see `lernmi_emo.building.layered.layered`."""
        from lernmi_emo.building.layered import layered

        return layered(
            cls,
            sizes,
            emotional=emotional,
            bias=bias,
            activation=activation,
            error=error,
            rate=rate,
            momentum=momentum,
            weight_range=weight_range,
            seed=seed,
        )

    @classmethod
    def lernmi(cls, sizes: Sequence[int], *, seed: int | random.Random | None = 1) -> Network:
        """A network that computes and steps as Lernmi does; see `lernmi_emo.building.lernmi.lernmi`."""
        from lernmi_emo.building.lernmi import lernmi

        return lernmi(cls, sizes, seed=seed)

    # Many patterns

    def train(
        self,
        patterns: Iterable[Pattern],
        *,
        epochs: int = 100,
        rate: Schedule | None = None,
        momentum: float | None = None,
        stop_error: float | None = None,
        validation: Iterable[Pattern] | None = None,
        patience: int | None = None,
        shuffle: bool = True,
        seed: int | random.Random | None = 0,
        callbacks: Iterable[Callable[[Network, History], Any]] = (),
        progress: bool = False,
        fast: Fast = False,
    ) -> History:
        """Learn the patterns epoch by epoch; see `lernmi_emo.learning.training.train`.

        With `fast` the network's twin (`lernmi_emo.fast`) does the work, with the same numbers to the last bit, and
        puts them back in the objects. It needs the extra `fast`. Where something can't be compiled, True raises a
        `TwinError` that names it, and "auto" says so in a warning and lets the objects do the work.
        """
        from lernmi_emo.learning.training import train

        return train(
            self,
            patterns,
            epochs=epochs,
            rate=rate,
            momentum=momentum,
            stop_error=stop_error,
            validation=validation,
            patience=patience,
            shuffle=shuffle,
            seed=seed,
            callbacks=callbacks,
            progress=progress,
            engine=_engine(fast),
        )

    def evaluate(self, patterns: Iterable[Pattern], *, fast: Fast = False) -> Evaluation:
        """Error, accuracy and confusion over these patterns; see `lernmi_emo.learning.evaluation.evaluate`.

        With `fast` the network's twin predicts, with the same numbers; see `train`.
        """
        from lernmi_emo.learning.evaluation import evaluate

        return evaluate(self, patterns, answers=_answers(fast))

    # Pictures

    def scene(
        self,
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
    ) -> Scene:
        """The drawing as plain data; see `lernmi_emo.drawing.scene.build.scene`, which tells what the settings are."""
        from lernmi_emo.drawing.scene.build import scene

        return scene(
            self,
            view,
            labels=labels,
            digits=digits,
            max_neurons=max_neurons,
            strongest=strongest,
            theme=theme,
            title=title,
            layer_names=layer_names,
            legend=legend,
            highlight=highlight,
        )

    def draw(
        self,
        path: str | os.PathLike[str],
        view: str = "structure",
        *,
        with_: str | None = None,
        labels: str | None = "auto",
        digits: int = 4,
        max_neurons: int | None = 10,
        strongest: int | None = None,
        theme: str = "light",
        title: str | None = None,
        layer_names: bool = True,
        legend: bool = True,
        highlight: Highlight | Iterable[Highlight] = (),
    ) -> Drawing:
        """Draw the network into an SVG, PDF, PNG or DOT file; see `lernmi_emo.drawing.picture.draw`.

        `view` is one of
            structure   the weights, as the network is
            forward     each neuron's output and net input: after `predict` or `learn`
            backward    deltas and sensitivities, arrows reversed: after `learn`
            update      old weight, change and new weight: after `learn`
        `with_` names the painter: "graphviz", "matplotlib", or "svg", which needs neither and writes the same bytes
        everywhere. By default it is Graphviz where its program is installed, and else matplotlib.

        The settings:
            labels       "numbers", "equations", None, or "auto": numbers where there are at most 60 links
            digits       how many decimals
            max_neurons  the most rows of a layer; what is left out shows as "⋮". None for all neurons
            strongest    into each layer, draw this many links alone, those of the largest value
            theme        "light", "dark", or "transparent": for a page of any colour
            title        another than the view's own; "" for none
            layer_names, legend   False to leave them out
            highlight    a neuron or a link to point out, or its name ("h1", "x1→h1" or "x1->h1"), or a list of them
        """
        from lernmi_emo.drawing.picture import check_picture, draw

        check_picture(path, with_)
        picture = self.scene(
            view,
            labels=labels,
            digits=digits,
            max_neurons=max_neurons,
            strongest=strongest,
            theme=theme,
            title=title,
            layer_names=layer_names,
            legend=legend,
            highlight=highlight,
        )
        return draw(picture, path, with_=with_)

    def to_graphviz(
        self,
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
    ) -> Digraph:
        """The drawing as a `graphviz.Digraph`, to go on editing. The settings are those of `draw`.

        >>> graph = Network.layered([2, 3, 1]).to_graphviz()
        >>> graph.node("h1", fillcolor="gold")
        """
        from lernmi_emo.drawing.painters.graphviz import scene_to_digraph

        picture = self.scene(
            view,
            labels=labels,
            digits=digits,
            max_neurons=max_neurons,
            strongest=strongest,
            theme=theme,
            title=title,
            layer_names=layer_names,
            legend=legend,
            highlight=highlight,
        )
        return scene_to_digraph(picture)

    def plot(
        self,
        view: str = "structure",
        *,
        ax: Axes | None = None,
        labels: str | None = "auto",
        digits: int = 4,
        max_neurons: int | None = 10,
        strongest: int | None = None,
        theme: str = "light",
        title: str | None = None,
        layer_names: bool = True,
        legend: bool = True,
        highlight: Highlight | Iterable[Highlight] = (),
    ) -> Axes:
        """The drawing in matplotlib's axes, or in a new figure. Returns the axes. The settings are those of `draw`.

        >>> ax = Network.layered([2, 3, 1]).plot()
        >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
        """
        from lernmi_emo.drawing.painters.matplotlib import paint

        picture = self.scene(
            view,
            labels=labels,
            digits=digits,
            max_neurons=max_neurons,
            strongest=strongest,
            theme=theme,
            title=title,
            layer_names=layer_names,
            legend=legend,
            highlight=highlight,
        )
        return paint(picture, ax)

    def animate(
        self,
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
        """Draw a trace step by step into a GIF or MP4 file; see `lernmi_emo.drawing.animation.animate`."""
        from lernmi_emo.drawing.animation import animate

        return animate(
            self,
            trace,
            path,
            by=by,
            seconds=seconds,
            labels=labels,
            digits=digits,
            max_neurons=max_neurons,
            strongest=strongest,
            theme=theme,
            layer_names=layer_names,
            legend=legend,
        )

    def _repr_svg_(self) -> str:
        from lernmi_emo.drawing.painters.svg import scene_to_svg

        return scene_to_svg(self.scene())

    # One message at a time

    def steps(
        self,
        inputs: Sequence[float],
        targets: Sequence[float],
        *,
        rate: float | None = None,
        momentum: float | None = None,
        by: str = "link",
    ) -> Iterator[Step]:
        """One lesson, message by message; see `lernmi_emo.watching.steps.steps`."""
        from lernmi_emo.watching.steps import steps

        return steps(self, inputs, targets, rate=rate, momentum=momentum, by=by)

    def steps_of_epoch(
        self,
        patterns: Iterable[Pattern],
        *,
        rate: float | None = None,
        momentum: float | None = None,
        shuffle: bool = True,
        seed: int | random.Random | None = 0,
        by: str = "link",
    ) -> Iterator[Step]:
        """One epoch, message by message; see `lernmi_emo.watching.steps.steps_of_epoch`."""
        from lernmi_emo.watching.steps import steps_of_epoch

        return steps_of_epoch(self, patterns, rate=rate, momentum=momentum, shuffle=shuffle, seed=seed, by=by)

    def trace(
        self,
        inputs: Sequence[float],
        targets: Sequence[float],
        *,
        rate: float | None = None,
        momentum: float | None = None,
    ) -> Trace:
        """Every step of one lesson, computed beforehand; see `lernmi_emo.watching.trace.trace`."""
        from lernmi_emo.watching.trace import trace

        return trace(self, inputs, targets, rate=rate, momentum=momentum)

    def trace_of_epoch(
        self,
        patterns: Iterable[Pattern],
        *,
        rate: float | None = None,
        momentum: float | None = None,
        shuffle: bool = True,
        seed: int | random.Random | None = 0,
    ) -> Trace:
        """Every step of one epoch, computed beforehand; see `lernmi_emo.watching.trace.trace_of_epoch`."""
        from lernmi_emo.watching.trace import trace_of_epoch

        return trace_of_epoch(self, patterns, rate=rate, momentum=momentum, shuffle=shuffle, seed=seed)

    def player(
        self,
        inputs: Sequence[float],
        targets: Sequence[float],
        *,
        rate: float | None = None,
        momentum: float | None = None,
        title: str = "",
        digits: int = 4,
        max_neurons: int | None = 10,
    ) -> Player:
        """One lesson as a page that steps through it in a browser; see `lernmi_emo.drawing.player.player.player`."""
        from lernmi_emo.drawing.player.player import player

        return player(
            self, inputs, targets, rate=rate, momentum=momentum, title=title, digits=digits, max_neurons=max_neurons
        )

    def player_of_epoch(
        self,
        patterns: Iterable[Pattern],
        *,
        rate: float | None = None,
        momentum: float | None = None,
        shuffle: bool = True,
        seed: int | random.Random | None = 0,
        title: str = "",
        digits: int = 4,
        max_neurons: int | None = 10,
    ) -> Player:
        """One epoch as such a page; see `lernmi_emo.drawing.player.player.player_of_epoch`."""
        from lernmi_emo.drawing.player.player import player_of_epoch

        return player_of_epoch(
            self,
            patterns,
            rate=rate,
            momentum=momentum,
            shuffle=shuffle,
            seed=seed,
            title=title,
            digits=digits,
            max_neurons=max_neurons,
        )

    # Stopping in a debugger

    def break_on(
        self, *names: str, phase: str | None = None, when: Callable[[Any], object] | None = None
    ) -> Breakpoint:
        """Stop where a link, a neuron or the emotions do it; see `lernmi_emo.watching.breakpoints.break_on`."""
        from lernmi_emo.watching.breakpoints import break_on

        return break_on(self, *names, phase=phase, when=when)

    def breaks(self) -> list[Breakpoint]:
        """Every breakpoint there is; see `lernmi_emo.watching.breakpoints.breaks`."""
        from lernmi_emo.watching.breakpoints import breaks

        return breaks(self)

    def clear_breaks(self) -> None:
        """Take every breakpoint away; see `lernmi_emo.watching.breakpoints.clear_breaks`."""
        from lernmi_emo.watching.breakpoints import clear_breaks

        clear_breaks(self)

    # Files

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the network to a JSON file; see `lernmi_emo.storage.network_file.save`."""
        from lernmi_emo.storage.network_file import save

        return save(self, path)

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Network:
        """Read a network from a JSON file; see `lernmi_emo.storage.network_file.load`."""
        from lernmi_emo.storage.network_file import load

        return load(cls, path)

    def clone(self) -> Network:
        """Another network with the same state and no part in common; see `lernmi_emo.storage.rebuild.build`."""
        from lernmi_emo.storage import build, describe

        return build(type(self), describe(self))

    def __reduce__(self) -> tuple[Callable[..., Network], tuple[type[Network], dict[str, Any]]]:
        # For copy.deepcopy and for handing networks to other processes: both would recurse along the links.
        from lernmi_emo.storage import build, describe

        return build, (type(self), describe(self))


def _engine(fast: Fast) -> Callable[..., Engine]:
    """Who does the work of training."""
    from lernmi_emo.learning.objects import Objects, choose

    def twin_or_objects(*given: Any, **settings: Any) -> Engine:
        made: Engine = choose(fast, lambda: _fast().TwinEngine(*given, **settings), lambda: Objects(*given, **settings))
        return made

    return twin_or_objects


def _answers(fast: Fast) -> Callable[..., list[list[float]]]:
    """Who predicts many patterns."""
    from lernmi_emo.learning.evaluation import answers
    from lernmi_emo.learning.objects import choose

    def twin_or_network(*given: Any) -> list[list[float]]:
        return choose(fast, lambda: _fast().answers(*given), lambda: answers(*given))

    return twin_or_network


def _fast() -> ModuleType:
    import lernmi_emo.fast

    return lernmi_emo.fast


def _explain(part: Any) -> Explanation:
    from lernmi_emo.explaining.explain import explain

    return explain(part)


Kind.explained_by = staticmethod(_explain)
