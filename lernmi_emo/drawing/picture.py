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

from lernmi_emo.drawing.scene.marks import Scene
from lernmi_emo.support.exceptions import DrawingError, InputError, suggest
from lernmi_emo.support.files import write_file

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


def draw(picture: Scene, path: str | os.PathLike[str], *, with_: str | None = None) -> Drawing:
    """Paint a Scene into a file: SVG, PDF or PNG, or DOT source, as the path's suffix says.

    `with_` names the painter: "graphviz", "matplotlib", or "svg", which needs neither and writes the same bytes
    everywhere. By default it is Graphviz where its program is installed, and else matplotlib.

    Raises `InputError` for an unknown painter or suffix, `MissingExtraError` where Graphviz is asked for by name and
    missing, and `DrawingError` where the painter fails or the file can't be written.

    >>> import tempfile
    >>> from lernmi_emo import Network
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     drawing = draw(Network.layered([2, 3, 1]).scene(), Path(folder, "net.svg"), with_="matplotlib")
    ...     drawing.path.name, drawing.painter
    ('net.svg', 'matplotlib')
    """
    painter, kind = check_picture(path, with_)
    return Drawing(write(Path(path), _render(painter, picture, kind)), painter)


def check_picture(path: str | os.PathLike[str], with_: str | None) -> tuple[str, str]:
    """Who paints the picture, and as what; refused here, before anything is drawn, where nobody can.

    >>> check_picture("net.svg", with_="svg")
    ('svg', 'svg')
    """
    suffix = Path(path).suffix
    kind = suffix.lower().lstrip(".").replace("gv", "dot")
    if with_ is not None and with_ not in KINDS:
        raise InputError(f"there is no painter {with_!r}: {suggest(with_, KINDS)}")
    kinds = KINDS["graphviz" if with_ is None else with_]
    if kind not in kinds:
        which = "" if with_ is None else f" by {with_}"
        known = ", ".join(f".{each}" for each in kinds)
        film = "; an animation is drawn from a trace: net.animate(net.trace(inputs, targets), path)"
        also = film if kind in ("gif", "mp4") else ""
        raise InputError(f"{Path(path)}: a drawing{which} can be {known}, and this ends in {suffix!r}{also}")
    if with_ is None:
        with_ = "graphviz" if kind == "dot" or shutil.which("dot") else "matplotlib"
    return with_, kind


def write(path: Path, content: bytes) -> Path:
    """Write a picture's file. Raises `DrawingError` where that is not possible."""
    try:
        return write_file(path, content)
    except (OSError, ValueError) as error:  # ValueError: a path that no system takes
        reason = getattr(error, "strerror", None) or error
        raise DrawingError(f"{path}: can't be written: {reason}; check the path and its folder") from error


def _render(painter: str, picture: Scene, kind: str) -> bytes:
    # Only the painter at work is imported.
    if painter == "svg":
        from lernmi_emo.drawing.painters.svg import scene_to_svg

        return scene_to_svg(picture).encode("utf-8")
    render: Callable[[Scene, str], bytes]
    if painter == "graphviz":
        from lernmi_emo.drawing.painters.graphviz import render_by_graphviz as render
    else:
        from lernmi_emo.drawing.painters.matplotlib import render_by_matplotlib as render
    return render(picture, kind)
