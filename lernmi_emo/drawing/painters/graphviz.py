"""A Scene as a Graphviz graph, every position pinned.

Graphviz lays out nothing here: the graph asks for its engine nop2, which is `neato -n2`, and that takes positions as
they are. Neurons and links are ordinary nodes and edges, named like the neurons, so a user can go on editing them.
Labels, titles and the legend are nodes of their own, which lie above the edges.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from lernmi_emo.drawing.scene.geometry import shortened
from lernmi_emo.drawing.scene.marks import LinkLine, NeuronShape, Scene, Text, plate
from lernmi_emo.drawing.scene.style import one_line, text_width
from lernmi_emo.support.exceptions import DrawingError, MissingExtraError

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

FONT = "Helvetica,Arial,sans-serif"
RING = "doublecircle"  # what Graphviz calls a ring; the other shapes have the names that they have here
DASHES = {"negative": "dashed", "not computed": "dotted"}  # by sign; other lines are solid
OLDEST = (2, 30)  # knows bold letters in labels, and engines in the layout attribute

INSTALL = """Graphviz's program 'dot' is not on the PATH. Install it:
  Debian, Ubuntu   sudo apt install graphviz
  macOS            brew install graphviz
  Windows          winget install graphviz
  conda            conda install -c conda-forge graphviz
or draw without it, by matplotlib: with_="matplotlib\""""


def scene_to_digraph(scene: Scene) -> Digraph:
    """The Scene as a `graphviz.Digraph`. It shows itself in notebooks where `dot` is installed.

    >>> from lernmi_emo import Network
    >>> graph = scene_to_digraph(Network.layered([2, 3, 1]).scene())
    >>> graph.node("h1", fillcolor="gold")
    >>> "x1 -> h1" in graph.source
    True
    """
    import graphviz

    graph = graphviz.Digraph(
        "network",
        engine="neato",
        graph_attr={
            "layout": "nop2",
            "bgcolor": scene.background or "transparent",
            "outputorder": "edgesfirst",
            "splines": "line",
            "pad": "0",
            "margin": "0",
        },
        node_attr={"fontname": FONT, "fixedsize": "true", "margin": "0", "label": ""},
        edge_attr={"fontname": FONT},
    )
    _box(graph, "page", scene, scene.width / 2, scene.height / 2, scene.width, scene.height, style="invis")
    names = _names(scene.shapes)
    for line in scene.lines:
        if line.highlight:  # before the others, so that it lies below them
            ends = _ends(graph, scene, line, "highlight-")
            _line(graph, scene, replace(line, colour=line.highlight, width=line.width + 8, arrow=0, sign="zero"), ends)
    for shape in scene.shapes:
        _shape(graph, scene, shape, names[shape.key])
    for line in scene.lines:
        ends = (names[line.start], names[line.end]) if line.link else _ends(graph, scene, line, "")
        _line(graph, scene, line, ends)
    for line in scene.lines:
        if line.label:
            left, top, width, height = plate(line.label)
            words = "<BR/>".join(_words(text) for text in line.label)
            _box(
                graph, f"label-{line.key}", scene, left + width / 2, top + height / 2, width, height,
                style="rounded,filled", fillcolor=line.label[0].chip or "", label=f"<{words}>",
            )  # fmt: skip
    for number, text in enumerate(scene.texts, 1):
        _text(graph, scene, text, f"{text.value}-{number}")
    return graph


def render_by_graphviz(scene: Scene, kind: str) -> bytes:
    """The Scene as a picture of this kind, "svg", "pdf" or "png", or as "dot" source, which needs no program.

    Raises `MissingExtraError` where `dot` is not installed, and `DrawingError` where it is too old or fails.
    """
    import graphviz

    graph = scene_to_digraph(scene)
    if kind == "dot":
        return str(graph.source).encode("utf-8")
    if kind == "png":
        graph.attr("graph", dpi="200")
    try:
        _check_version(shutil.which("dot"))
        return bytes(graph.pipe(format=kind, quiet=True))
    except graphviz.ExecutableNotFound as missing:
        raise MissingExtraError(INSTALL) from missing
    except (graphviz.CalledProcessError, RuntimeError, OSError) as failure:
        if isinstance(failure, DrawingError):
            raise
        said = getattr(failure, "stderr", None) or str(failure)
        said = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        last = said.strip().splitlines()[-1:] or ["it gave no reason"]
        raise DrawingError(
            f"Graphviz's program 'dot' failed: {last[0]}; draw with_=\"matplotlib\" instead"
        ) from failure


@lru_cache
def _check_version(program: str | None) -> None:
    """Refuse a Graphviz that is too old. Asked once for each program there is."""
    import graphviz

    version = graphviz.version()
    if version < OLDEST:
        numbers = ".".join(map(str, version))
        raise DrawingError(
            f'Graphviz {numbers} is too old, 2.30 or newer is needed: update it, or draw with_="matplotlib"'
        )


def _names(shapes: Sequence[NeuronShape]) -> dict[str, str]:
    """A node's name for each shape: the neuron's own where DOT takes it as it is, or else the shape's key."""
    names: dict[str, str] = {}
    taken: dict[str, int] = {}
    for shape in shapes:
        if re.fullmatch(r"[A-Za-z_]\w*(\.\w+)*", shape.neuron):
            count = taken[shape.neuron] = taken.get(shape.neuron, 0) + 1
            names[shape.key] = shape.neuron if count == 1 else f"{shape.neuron} {count}"
        else:
            names[shape.key] = shape.key
    return names


def _at(scene: Scene, x: float, y: float) -> str:
    return f"{x:.2f},{scene.height - y:.2f}"


def _box(graph: Digraph, name: str, scene: Scene, x: float, y: float, width: float, height: float, **more: str) -> None:
    attributes = {"shape": "box", "penwidth": "0", **more}
    graph.node(name, pos=_at(scene, x, y), width=f"{width / 72:.4f}", height=f"{height / 72:.4f}", **attributes)


def _shape(graph: Digraph, scene: Scene, shape: NeuronShape, name: str) -> None:
    # The outer of an output neuron's two circles lies 4 points outside the node's size.
    rim = 4.0 if shape.shape == "ring" and shape.half_width > 7 else 0.0
    outline = "circle" if shape.shape == "ring" else shape.shape
    if shape.highlight:
        wide, high = 2 * shape.half_width + 14, 2 * shape.half_height + 14
        _box(
            graph, f"highlight-{shape.key}", scene, shape.x, shape.y, wide, high,
            shape=outline, style="filled", fillcolor=shape.highlight,
        )  # fmt: skip
    _box(
        graph, name, scene, shape.x, shape.y, 2 * (shape.half_width - rim), 2 * (shape.half_height - rim),
        shape=RING if rim else outline,
        style="filled", fillcolor=shape.fill, color=shape.outline, penwidth=f"{shape.outline_width:g}",
        label="<" + "<BR/>".join(_words(text) for text in shape.texts) + ">" if shape.texts else "",
        **_tooltip(f"{shape.neuron}: {shape.tip}" if shape.tip else shape.neuron),
    )  # fmt: skip


def _ends(graph: Digraph, scene: Scene, line: LinkLine, prefix: str) -> tuple[str, str]:
    """Two invisible nodes for a line that joins no neurons: a sample, a gate's line, a highlighted link's glow."""
    ends = (f"{prefix}{line.key}-start", f"{prefix}{line.key}-end")
    for name, (x, y) in zip(ends, (line.points[0], line.points[-1])):
        _box(graph, name, scene, x, y, 0.1, 0.1, style="invis")
    return ends


def _line(graph: Digraph, scene: Scene, line: LinkLine, ends: tuple[str, str]) -> None:
    # Graphviz draws the outline of the arrow's head as wide as the line.
    head = max(3.0, line.arrow - 1.3 * line.width) if line.arrow else 0.0
    points = shortened(line.points, head) if head else list(line.points)
    if len(points) == 2:  # a straight line as the four points of a Bézier curve
        (x1, y1), (x2, y2) = points
        points[1:1] = [((2 * x1 + x2) / 3, (2 * y1 + y2) / 3), ((x1 + 2 * x2) / 3, (y1 + 2 * y2) / 3)]
    way = " ".join(_at(scene, x, y) for x, y in points)
    attributes = _tooltip(f"{line.link}: {line.tip}" if line.link else line.tip) if line.tip else {}
    if head:
        way = f"e,{_at(scene, *shortened(line.points, 0.6 * line.width)[-1])} {way}"
        attributes["arrowsize"] = f"{head / 10:.3g}"
    else:
        attributes["arrowhead"] = "none"
    graph.edge(
        *ends,
        pos=way,
        color=line.colour,
        penwidth=f"{line.width:.3g}",
        style=DASHES.get(line.sign, "solid"),
        **attributes,
    )


def _text(graph: Digraph, scene: Scene, text: Text, name: str) -> None:
    width = text_width(text.text, text.size) * 1.2 + 4
    left = text.anchor == "start"
    if text.bold:  # Graphviz knows bold letters in its HTML-like form alone
        cell = f'<TD WIDTH="{width:.0f}" ALIGN="{"LEFT" if left else "CENTER"}">{_words(text)}</TD>'
        label = f'<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0"><TR>{cell}</TR></TABLE>>'
    else:
        label = _safe(text.text, end=r"\l" * left)
    _box(
        graph, name, scene, text.x + width / 2 if left else text.x, text.y, width + 4, text.size * 1.6, label=label,
        shape="box" if text.chip else "plaintext", style="rounded,filled" if text.chip else "",
        fillcolor=text.chip or "", fontsize=f"{text.size:g}", fontcolor=text.colour,
    )  # fmt: skip


def _words(text: Text) -> str:
    """A line of text in Graphviz's HTML-like form, as text whatever it holds."""
    words = escape(one_line(text.text), quote=True).replace("\\", "\\\\")
    if text.bold:
        words = f"<B>{words}</B>"
    return f'<FONT POINT-SIZE="{text.size:g}" COLOR="{text.colour}">{words}</FONT>'


def _safe(text: str, end: str = "") -> str:
    """A text in Graphviz's plain form: neither its backslashes nor its brackets nor "&lt;" are read as anything."""
    import graphviz

    safe: str = graphviz.nohtml(one_line(text).replace("\\", "\\\\").replace("&", "&amp;") + end)
    return safe  # as the type that it is: graphviz looks at it


def _tooltip(text: str) -> dict[str, str]:
    """What a viewer shows under the pointer. Graphviz reads a backslash in a node's twice: there it has no tooltip."""
    return {} if "\\" in text else {"tooltip": _safe(text)}
