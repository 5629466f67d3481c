"""`net.draw("embp.svg")`: a picture of the network in a file.

The Scene decides what is in the picture. Graphviz paints it where its program `dot` is installed, and matplotlib where
it is not; the two look alike.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lernmi_emo.drawing.marks import Scene
from lernmi_emo.drawing.scene import scene
from lernmi_emo.exceptions import DrawingError, InputError, suggest
from lernmi_emo.files import write_file

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]
    from matplotlib.axes import Axes

    from lernmi_emo.network import Network

# What each painter can write.
KINDS = {"graphviz": ("svg", "pdf", "png", "dot"), "matplotlib": ("svg", "pdf", "png"), "svg": ("svg",)}
DOT = (".dot", ".gv")


@dataclass(frozen=True)
class Drawing:
    """What `draw` made: a file, and which painter painted it. It can be handed to `open` like a path.

    >>> print(Drawing(Path("embp.svg"), "graphviz"))
    embp.svg, drawn by graphviz
    >>> print(Drawing(Path("embp.dot"), "graphviz"))
    embp.dot, for graphviz to draw
    """

    path: Path
    painter: str

    def __fspath__(self) -> str:
        return str(self.path)

    def __str__(self) -> str:
        if self.path.suffix.lower() in DOT:  # a text: no program has drawn it yet
            return f"{self.path}, for {self.painter} to draw"
        return f"{self.path}, drawn by {self.painter}"


def draw(
    network: Network,
    path: str | os.PathLike[str],
    view: str = "structure",
    *,
    with_: str | None = None,
    **settings: Any,
) -> Drawing:
    """Draw the network into a file: SVG, PDF or PNG, or DOT source, as the path's suffix says.

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

    Raises `NotComputedError` where the view's values do not exist yet, `InputError` for an unknown view, setting or
    suffix, `MissingExtraError` where Graphviz is asked for by name and missing, and `DrawingError` where the painter
    fails or the file can't be written.

    >>> import tempfile
    >>> from lernmi_emo import Network
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     drawing = draw(Network.layered([2, 3, 1]), Path(folder, "net.svg"), with_="matplotlib")
    ...     drawing.path.name, drawing.painter
    ('net.svg', 'matplotlib')
    """
    target = Path(path)
    kind = target.suffix.lower().lstrip(".").replace("gv", "dot")
    painter = _painter(with_, kind, target)
    return Drawing(write(target, _render(painter, scene(network, view, **settings), kind)), painter)


def to_graphviz(network: Network, view: str = "structure", **settings: Any) -> Digraph:
    """The drawing as a `graphviz.Digraph`, to go on editing. Takes the settings of `draw`.

    >>> from lernmi_emo import Network
    >>> graph = to_graphviz(Network.layered([2, 3, 1]))
    >>> graph.node("h1", fillcolor="gold")
    """
    from lernmi_emo.drawing.graphviz import scene_to_digraph

    return scene_to_digraph(scene(network, view, **settings))


def plot(network: Network, view: str = "structure", *, ax: Axes | None = None, **settings: Any) -> Axes:
    """The drawing in matplotlib's axes, or in a new figure. Returns the axes. Takes the settings of `draw`.

    >>> from lernmi_emo import Network
    >>> ax = plot(Network.layered([2, 3, 1]))
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
    """
    from lernmi_emo.drawing.matplotlib import paint

    return paint(scene(network, view, **settings), ax)


def write(path: Path, content: bytes) -> Path:
    """Write a picture's file. Raises `DrawingError` where that is not possible."""
    try:
        return write_file(path, content)
    except (OSError, ValueError) as error:  # ValueError: a path that no system takes
        reason = getattr(error, "strerror", None) or error
        raise DrawingError(f"{path}: can't be written: {reason}; check the path and its folder") from error


def _painter(wanted: str | None, kind: str, path: Path) -> str:
    """Which painter paints a picture of this kind."""
    if wanted is not None and wanted not in KINDS:
        raise InputError(f"there is no painter {wanted!r}: {suggest(wanted, KINDS)}")
    kinds = KINDS["graphviz" if wanted is None else wanted]
    if kind not in kinds:
        which = "" if wanted is None else f" by {wanted}"
        known = ", ".join(f".{each}" for each in kinds)
        film = "; an animation is drawn from a trace: net.animate(net.trace(inputs, targets), path)"
        also = film if kind in ("gif", "mp4") else ""
        raise InputError(f"{path}: a drawing{which} can be {known}, and this ends in {path.suffix!r}{also}")
    if wanted is not None:
        return wanted
    return "graphviz" if kind == "dot" or shutil.which("dot") else "matplotlib"


def _render(painter: str, picture: Scene, kind: str) -> bytes:
    # Only the painter at work is imported.
    if painter == "svg":
        from lernmi_emo.drawing.svg import scene_to_svg

        return scene_to_svg(picture).encode("utf-8")
    render: Callable[[Scene, str], bytes]
    if painter == "graphviz":
        from lernmi_emo.drawing.graphviz import render
    else:
        from lernmi_emo.drawing.matplotlib import render
    return render(picture, kind)
