"""What a Scene is made of: texts, shapes and lines, each plain data with its place and colour.

Places count from the upper left corner, x to the right and y downwards, in points (1/72 inch).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from lernmi_emo.drawing.scene.style import text_width

Point = tuple[float, float]


@dataclass(frozen=True)
class Text:
    """One line of text, its middle at (x, y), or its start or end, as `anchor` says.

    `value` names what it shows: "name", "output", "weight", …. On a `chip`, a plate of that colour, it can be read
    although lines run below it.
    """

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: str = "middle"
    bold: bool = False
    chip: str | None = None
    value: str = ""


@dataclass(frozen=True)
class NeuronShape:
    """A neuron, or a sample of its kind in the legend, where `neuron` is empty.

    `kind` is what it is, such as "hidden" or "bias", or the word of a kind of a reader's own; `shape` its outline (see
    `style.CORNERS`; an output neuron is a "ring", a circle in a circle). The bias and the emotional neuron are drawn
    once before each layer they lead to: same `neuron`, another `key`.
    """

    key: str
    neuron: str
    kind: str
    shape: str
    x: float
    y: float
    half_width: float
    half_height: float
    fill: str
    outline: str
    outline_width: float
    texts: tuple[Text, ...] = ()
    highlight: str | None = None
    tip: str = ""


@dataclass(frozen=True)
class LinkLine:
    """A link; or, where `link` is empty, a sample in the legend, or a thin line from a gate to the link that it gates.

    `points` are two for a straight line, or else the 1 + 3n points of n Bézier curves. The arrow's tip is the last
    one. `start` and `end` are the keys of the shapes it runs from and to: in the backward view it runs from the link's
    target to its source. `label` is a text of one or more lines. `sign` is that of the value, and empty where a link
    has no weight.
    """

    key: str
    link: str
    source: str
    target: str
    points: tuple[Point, ...]
    colour: str
    width: float
    dash: tuple[float, ...]
    arrow: float  # the length of the arrow's head, or 0 for none
    sign: str
    start: str = ""
    end: str = ""
    label: tuple[Text, ...] = ()
    highlight: str | None = None
    tip: str = ""


@dataclass(frozen=True)
class Scene:
    """A drawing of a network as plain data, for any painter. Lines lie below labels, and labels below shapes.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 3, 1], emotional=True, seed=7)
    >>> picture = net.scene()
    >>> [shape.neuron for shape in picture.shapes if shape.neuron][:4]
    ['x1', 'x2', 'bias', 'emotion']
    >>> len(picture.lines) - len(net.links)  # two samples in the legend
    2
    """

    view: str
    theme: str
    width: float
    height: float
    background: str | None
    title: str
    shapes: tuple[NeuronShape, ...]
    lines: tuple[LinkLine, ...]
    texts: tuple[Text, ...]
    description: str = ""

    painted_by: ClassVar[Callable[[Scene], str]]  # how a notebook shows it: handed in, as painters come after scenes

    def _repr_svg_(self) -> str:
        return Scene.painted_by(self)


def plate(texts: Sequence[Text]) -> tuple[float, float, float, float]:
    """The plate below a label of one or more lines: its left, its top, its width and its height.

    >>> plate([Text(50, 20, "0.1500", 10, "#111111")])
    (32.2, 14.0, 35.6, 12.0)
    """
    half = max(text_width(text.text, text.size) * (1.06 if text.bold else 1.0) for text in texts) / 2 + 2.5
    top = min(text.y - 0.6 * text.size for text in texts)
    bottom = max(text.y + 0.6 * text.size for text in texts)
    return (round(texts[0].x - half, 2), round(top, 2), round(2 * half, 2), round(bottom - top, 2))
