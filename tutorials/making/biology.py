"""A nerve cell beside a neuron of this library, drawn by hand in numbers."""

from __future__ import annotations

from tutorials.making.chart import INK, MUTED, head, stroke, text

CELL, RIM = "#FFF6D5", "#806600"
POSITIVE, NEGATIVE = "#D55E00", "#0072B2"
Point = tuple[float, float]

# Where the dendrites run, each from its tip to the cell body, and their side branches.
DENDRITES: list[list[Point]] = [
    [(52, 92), (96, 116), (130, 146), (168, 166)],
    [(96, 116), (100, 82), (88, 66)],
    [(44, 186), (92, 182), (160, 186)],
    [(92, 182), (80, 212), (60, 226)],
    [(70, 286), (108, 258), (136, 222), (170, 206)],
    [(108, 258), (132, 284), (136, 300)],
]
TIPS = [(52, 92, True), (88, 66, True), (44, 186, False), (60, 226, True), (70, 286, True), (136, 300, False)]
ENDINGS = [(404, 138), (412, 186), (404, 234)]


def nerve_cell_and_neuron() -> str:
    """Dendrites, cell body, axon and synapses on the left; links, neuron and output on the right."""
    tells = "A nerve cell with dendrites, cell body, axon and synapses; beside it an artificial neuron with its links"
    parts = [head(880, 372, tells), text(24, 28, "A nerve cell", 15, bold=True)]
    parts.append(text(468, 28, "An artificial neuron", 15, bold=True))
    parts += [*_cell(), *_neuron(), "</svg>"]
    return "\n".join(parts) + "\n"


def _cell() -> list[str]:
    parts = [stroke(way, RIM, 4 if way[-1][0] > 150 else 2.5) for way in DENDRITES]
    parts.append(stroke([(224, 186), (356, 186)], RIM, 4))
    parts += [stroke([(356, 186), end], RIM, 2.5) for end in ENDINGS]
    parts += [_circle(x, y, 6, RIM, RIM) for x, y in ENDINGS]
    for x, y, excites in TIPS:  # the endings of other cells' axons, each beside a tip
        colour = POSITIVE if excites else NEGATIVE
        parts.append(stroke([(x - 36, y), (x - 10, y)], colour, 2.5, "" if excites else "5 3"))
        parts.append(_circle(x - 8, y, 5, colour, colour))
    parts += [_circle(194, 186, 36, CELL, RIM), _circle(194, 186, 11, "#E6D28A", RIM)]
    parts += [
        text(118, 80, "dendrites", 13, bold=True),
        text(118, 96, "receive", 12, MUTED),
        text(194, 246, "cell body (soma)", 13, INK, "middle", bold=True),
        text(194, 262, "gathers; fires or not", 12, MUTED, "middle"),
        text(290, 158, "axon", 13, INK, "middle", bold=True),
        text(290, 174, "carries on", 12, MUTED, "middle"),
        text(404, 262, "to other cells", 12, MUTED, "middle"),
        stroke([(44, 320), (58, 295)], MUTED, 1),  # to one of them
        text(24, 334, "synapses", 13, bold=True),
        text(24, 352, "pass the signal over a gap:", 12, MUTED),
        text(178, 352, "exciting", 12, POSITIVE, bold=True),
        text(234, 352, "or inhibiting (dashed)", 12, NEGATIVE, bold=True),
    ]
    return parts


def _neuron() -> list[str]:
    parts = []
    for name, y, weight, positive in (("x1", 92, "0.8", True), ("x2", 186, "−0.5", False), ("x3", 280, "0.3", True)):
        colour = POSITIVE if positive else NEGATIVE
        end = 186 + (y - 186) * 0.24
        parts.append(stroke([(526, y), (648, end)], colour, 2.5, "" if positive else "6 3"))
        parts.append(f'<rect x="484" y="{y - 18}" width="42" height="36" fill="#EAEAEA" stroke="#555555"/>')
        parts.append(text(505, y + 5, name, 13, INK, "middle", bold=True))
        middle = (y + end) / 2
        parts.append(f'<rect x="566" y="{middle - 9:.2f}" width="38" height="18" fill="#FFFFFF"/>')
        parts.append(text(585, middle + 4, weight, 12, colour, "middle", bold=True))
    parts.append(stroke([(722, 186), (800, 186)], RIM, 2.5))
    parts.append('<path d="M810 186L799 191L799 181Z" fill="#806600"/>')
    parts += [_circle(686, 186, 36, CELL, RIM), text(686, 191, "h1", 14, INK, "middle", bold=True)]
    parts += [
        text(560, 80, "links into it", 13, bold=True),
        text(560, 96, "bring output · weight", 12, MUTED),
        text(686, 246, "neuron", 13, INK, "middle", bold=True),
        text(686, 262, "adds up; activates", 12, MUTED, "middle"),
        text(766, 158, "output", 13, INK, "middle", bold=True),
        text(766, 174, "a number", 12, MUTED, "middle"),
        text(812, 212, "to its links", 12, MUTED, "middle"),
        text(468, 334, "weights", 13, bold=True),
        text(468, 352, "multiply:", 12, MUTED),
        text(522, 352, "positive", 12, POSITIVE, bold=True),
        text(578, 352, "or negative (dashed)", 12, NEGATIVE, bold=True),
    ]
    return parts


def _circle(x: float, y: float, radius: float, fill: str, rim: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}" stroke="{rim}" stroke-width="2"/>'
