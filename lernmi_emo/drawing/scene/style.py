"""Colours, shapes and widths: how a drawing tells one kind of neuron or link from another.

Nothing is told by colour alone. Kinds of neurons differ in shape too, and negative links are also dashed. The link
colours are the vermillion and the blue of Okabe and Ito's palette (2008), which remain apart for colour-blind eyes
and stand out, by a contrast of at least 3 to 1, on white and on nearly black (#111).
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category, east_asian_width

from lernmi_emo.support.exceptions import InputError, suggest

POSITIVE = "#D55E00"
NEGATIVE = "#0072B2"

# The corners of each shape, for a half width and a half height of 1. Shapes without corners are round: a circle, and
# the ring of an output neuron, which is a circle in a circle.
Corners = tuple[tuple[float, float], ...]
CORNERS: dict[str, Corners] = {
    "box": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "octagon": ((-0.414, -1), (0.414, -1), (1, -0.414), (1, 0.414), (0.414, 1), (-0.414, 1), (-1, 0.414), (-1, -0.414)),
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "hexagon": ((-0.5, -1), (0.5, -1), (1, 0), (0.5, 1), (-0.5, 1), (-1, 0)),
}
# How far each shape reaches beside a hidden neuron's circle: half width and half height.
REACH = {
    "box": (1.0, 0.74),
    "octagon": (0.95, 0.8),
    "circle": (1.0, 1.0),
    "ring": (1.0, 1.0),
    "diamond": (1.45, 0.92),
    "hexagon": (1.4, 0.78),
}

DASHES = {"positive": (), "negative": (6.0, 3.0), "zero": (), "not computed": (1.5, 3.5)}


@dataclass(frozen=True)
class Theme:
    """The colours of one kind of page. `background` is None where the page shows through."""

    name: str
    background: str | None
    chip: str  # behind labels that lie on links
    ink: str  # titles and names
    muted: str  # what is said beside
    positive: str
    negative: str
    neutral: str  # links that are 0, or not computed
    positive_text: str
    negative_text: str
    neutral_text: str
    highlight: str
    neurons: dict[str, tuple[str, str]]  # shape: fill and outline, unless the kind has a colour of its own
    neuron_text: str


_LIGHT_NEURONS = {
    "box": ("#EAEAEA", "#555555"),
    "octagon": ("#EAEAEA", "#555555"),
    "circle": ("#FFF6D5", "#806600"),
    "ring": ("#DDF3EA", "#006B4E"),
    "diamond": ("#F4F4F4", "#6B6B6B"),
    "hexagon": ("#FAE6F1", "#A03F75"),
}
_DARK_NEURONS = {
    "box": ("#303030", "#B5B5B5"),
    "octagon": ("#303030", "#B5B5B5"),
    "circle": ("#3A3212", "#E0BE4A"),
    "ring": ("#10352A", "#35C79C"),
    "diamond": ("#262626", "#9E9E9E"),
    "hexagon": ("#41203A", "#E79BC8"),
}
# Of positive, negative and other links, and of their labels.
_LIGHT_LINKS = (POSITIVE, NEGATIVE, "#8A8A8A", "#A34700", "#005A8E", "#5F5F5F")
_DARK_LINKS = (POSITIVE, NEGATIVE, "#7C7C7C", "#FF9A52", "#6DBBF2", "#B0B0B0")

THEMES = {
    "light": Theme(
        "light", "#FFFFFF", "#FFFFFF", "#111111", "#555555", *_LIGHT_LINKS, "#F0C000", _LIGHT_NEURONS, "#111111"
    ),
    "dark": Theme(
        "dark", "#111111", "#111111", "#F2F2F2", "#B8B8B8", *_DARK_LINKS, "#F0E442", _DARK_NEURONS, "#F5F5F5"
    ),
    # For a page of unknown colour: greys that stand out by more than 4 to 1 both on white and on #111.
    "transparent": Theme(
        "transparent", None, "#FFFFFF", "#797979", "#797979", *_LIGHT_LINKS, "#F0C000", _LIGHT_NEURONS, "#111111"
    ),
}


def theme_named(name: str) -> Theme:
    """The theme of this name.

    >>> theme_named("dark").background
    '#111111'
    """
    if name not in THEMES:
        raise InputError(f"there is no theme {name!r}: {suggest(name, THEMES)}")
    return THEMES[name]


def sign_of(value: float | None) -> str:
    """How a link of this value is drawn.

    >>> sign_of(0.15), sign_of(-0.15), sign_of(0.0), sign_of(None)
    ('positive', 'negative', 'zero', 'not computed')
    """
    if value is None:
        return "not computed"
    return "positive" if value > 0 else "negative" if value < 0 else "zero"


def line_colour(theme: Theme, sign: str) -> str:
    """The colour of a link."""
    return {"positive": theme.positive, "negative": theme.negative}.get(sign, theme.neutral)


def text_colour(theme: Theme, sign: str) -> str:
    """The colour of a link's label: the link's own, but dark or light enough to be read at a small size."""
    return {"positive": theme.positive_text, "negative": theme.negative_text}.get(sign, theme.neutral_text)


def one_line(name: str) -> str:
    """A name as one line of printable text: a line break becomes ↵, any other control character �.

    >>> one_line("two\\nlines"), one_line("bell\\a")
    ('two↵lines', 'bell�')
    """
    if name.isprintable():
        return name
    out = []
    for letter in name.replace("\r\n", "\n"):
        kind = category(letter)
        if letter in "\r\n\u2028\u2029":
            out.append("↵")
        elif kind == "Zs" or letter == "\t":
            out.append(" ")
        elif kind in ("Cc", "Cs", "Cn", "Co") or (kind == "Cf" and letter not in "\u200c\u200d"):
            out.append("\ufffd")
        else:
            out.append(letter)
    return "".join(out)


_WIDTHS = dict.fromkeys(" .,:;!|'ijlIft·", 0.28) | dict.fromkeys("mwMW…%@", 0.85)


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a sans-serif face such as Helvetica or Arial, in the unit of `size`.

    >>> text_width("0.1500", 10)
    30.6
    """
    width = 0.0
    for letter in text:
        if letter in _WIDTHS:
            width += _WIDTHS[letter]
        elif east_asian_width(letter) in "WF":
            width += 1.0
        else:
            width += 0.68 if letter.isupper() else 0.556
    return round(width * size, 2)


def fit(text: str, width: float, size: float) -> str:
    """The text, or as much of it as this width holds, and "…".

    >>> fit("a very long name", 40, 10)
    'a very…'
    """
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text + "…"
