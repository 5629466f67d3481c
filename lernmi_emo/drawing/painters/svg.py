"""A Scene as SVG text: attributes inline, no style sheet, no script, the same bytes everywhere.

Each link is a group with `data-link`, `data-source` and `data-target`, its label another with `data-label`; each
neuron is a group with `data-neuron` and `data-kind`. Their `id` is the mark's `key`, with a prefix of your choice.
Every text that shows a value has `data-value`: "name", "output", "net_input", "delta", "sensitivity", "weight" or
"change". Names come out as text whatever they hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from lernmi_emo.drawing.scene.geometry import arrow_head, shortened
from lernmi_emo.drawing.scene.marks import LinkLine, NeuronShape, Point, Scene, Text, plate
from lernmi_emo.drawing.scene.style import CORNERS, one_line

FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"


def scene_to_svg(scene: Scene, *, prefix: str = "", size: bool = True) -> str:
    """The Scene as one `<svg>` element. `prefix` goes before every id, for pages that hold several.

    Without `size` it has a `viewBox` alone and fills the width it is given.

    >>> from lernmi_emo import Network
    >>> text = scene_to_svg(Network.layered([1, 1]).scene())
    >>> text == scene_to_svg(Network.layered([1, 1]).scene()), text.count("data-link=")
    (True, 2)
    """
    width, height = _number(scene.width), _number(scene.height)
    measures = f' width="{width}" height="{height}"' if size else ""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg"{measures} viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{_quoted(scene.description)}" font-family="{FONT}">'
    ]
    if scene.background is not None:
        parts.append(f'<rect width="{width}" height="{height}" fill="{scene.background}"/>')
    parts.append('<g data-part="links" fill="none">')
    parts += [_link(line, prefix) for line in scene.lines]
    parts.append('</g>\n<g data-part="labels">')
    parts += [_label(line, prefix) for line in scene.lines if line.label]
    parts.append('</g>\n<g data-part="neurons">')
    parts += [_neuron(shape, prefix) for shape in scene.shapes]
    parts.append('</g>\n<g data-part="texts">')
    parts += [_text(text) for text in scene.texts]
    parts.append("</g>\n</svg>\n")
    return "\n".join(parts)


def _link(line: LinkLine, prefix: str) -> str:
    path = _path(shortened(line.points, line.arrow * 0.8) if line.arrow else line.points)
    dash = f' stroke-dasharray="{" ".join(map(_number, line.dash))}"' if line.dash else ""
    stroke = f'<path d="{path}" stroke="{line.colour}" stroke-width="{_number(line.width)}"{dash}/>'
    if line.highlight:
        stroke = f'<path d="{path}" stroke="{line.highlight}" stroke-width="{_number(line.width + 8)}"/>' + stroke
    if line.arrow:
        stroke += f'<path d="{_path(arrow_head(line.points, line.arrow), closed=True)}" fill="{line.colour}"/>'
    told = f"{line.link}: {line.tip}" if line.link else line.tip
    tip = f"<title>{_quoted(told)}</title>" if line.tip else ""
    ends = f'data-source="{_quoted(line.source)}" data-target="{_quoted(line.target)}"'
    data = f' data-link="{_quoted(line.link)}" {ends} data-sign="{line.sign}"' if line.link else ""
    return f'<g id="{prefix}{line.key}"{data}>{tip}{stroke}</g>'


def _label(line: LinkLine, prefix: str) -> str:
    written = _plate(line.label) + "".join(map(_letters, line.label))
    return f'<g id="{prefix}label-{line.key}" data-label="{_quoted(line.link)}">{written}</g>'


def _neuron(shape: NeuronShape, prefix: str) -> str:
    paint = f'fill="{shape.fill}" stroke="{shape.outline}" stroke-width="{_number(shape.outline_width)}"'
    drawn = _outline(shape, 0.0, paint)
    if shape.shape == "ring":
        inner = f'fill="none" stroke="{shape.outline}" stroke-width="{_number(shape.outline_width)}"'
        drawn += _outline(shape, -min(3.5, shape.half_width * 0.3), inner)
    if shape.highlight:
        drawn = _outline(shape, 4.0, f'fill="none" stroke="{shape.highlight}" stroke-width="6"') + drawn
    if not shape.neuron:
        return f'<g id="{prefix}{shape.key}">{drawn}</g>'
    told = f": {shape.tip}" if shape.tip else ""
    return (
        f'<g id="{prefix}{shape.key}" data-neuron="{_quoted(shape.neuron)}" data-kind="{_quoted(shape.kind)}">'
        f"<title>{_quoted(shape.neuron + told)}</title>{drawn}{''.join(map(_text, shape.texts))}</g>"
    )


def _outline(shape: NeuronShape, grow: float, paint: str) -> str:
    wide, high = shape.half_width + grow, shape.half_height + grow
    if shape.shape in CORNERS:
        corners = [(shape.x + x * wide, shape.y + y * high) for x, y in CORNERS[shape.shape]]
        return f'<path d="{_path(corners, closed=True)}" stroke-linejoin="round" {paint}/>'
    return f'<circle cx="{_number(shape.x)}" cy="{_number(shape.y)}" r="{_number(wide)}" {paint}/>'


def _text(text: Text) -> str:
    return (_plate([text]) if text.chip else "") + _letters(text)


def _letters(text: Text) -> str:
    weight = ' font-weight="bold"' if text.bold else ""
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    value = f' data-value="{text.value}"' if text.value else ""
    # Not every viewer knows dominant-baseline: the baseline is put where the middle of the letters comes to lie right.
    return (
        f'<text x="{_number(text.x)}" y="{_number(text.y + 0.35 * text.size)}" font-size="{_number(text.size)}"'
        f'{weight}{anchor} fill="{text.colour}"{value}>{_quoted(text.text)}</text>'
    )


def _plate(texts: Sequence[Text]) -> str:
    left, top, width, height = map(_number, plate(texts))
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="3" fill="{texts[0].chip}"/>'


def _path(points: Sequence[Point], closed: bool = False) -> str:
    written = [f"{_number(x)} {_number(y)}" for x, y in points]
    if closed or len(points) == 2:
        return "M" + "L".join(written) + "Z" * closed
    return f"M{written[0]}C" + " ".join(written[1:])


def _number(value: float) -> str:
    """A number with at most two decimals, and no more of them than it needs.

    >>> _number(12.0), _number(0.126), _number(-0.001)
    ('12', '0.13', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _quoted(text: str) -> str:
    return escape(one_line(text), quote=True)
