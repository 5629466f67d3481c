"""A kind's own colour, made fit for a theme: as it is where it can be seen there, or else so much darker or lighter."""

from __future__ import annotations

from collections.abc import Sequence

from lernmi_emo.core.kind import Look
from lernmi_emo.drawing.scene.style import Theme, line_colour, text_colour

WHITE, BLACK, NEARLY_BLACK = "#FFFFFF", "#000000", "#111111"
SEEN, READ = 3.0, 4.5  # the least contrast of a line and of small letters (WCAG 2)
TINT, DARK_TINT = 0.12, 0.25  # how much of a neuron's colour is in its fill


def neuron_colours(theme: Theme, look: Look) -> tuple[str, str]:
    """A neuron's fill and its outline. A colour of the kind's own is the outline's, and the fill is a tint of it.

    >>> from lernmi_emo.drawing.scene.style import THEMES
    >>> neuron_colours(THEMES["light"], Look("noise", "octagon", "#009E73"))
    ('#E0F3EE', '#009A70')
    >>> neuron_colours(THEMES["light"], Look("noise", "octagon"))
    ('#EAEAEA', '#555555')
    """
    if not look.colour:
        return theme.neurons[look.shape]
    dark = theme.background is not None and _luminance(theme.background) < 0.18
    fill = mixed(look.colour, NEARLY_BLACK, DARK_TINT) if dark else mixed(look.colour, WHITE, TINT)
    return fill, standing_out(look.colour, [fill], SEEN)


def link_colours(theme: Theme, look: Look | None, sign: str) -> tuple[str, str]:
    """A link's colour and that of its label: the kind's own, if it has one, or else those of its value's sign.

    >>> from lernmi_emo.drawing.scene.style import THEMES
    >>> link_colours(THEMES["light"], Look("gated link", "line", "#CC79A7"), "positive")
    ('#CC79A7', '#A36186')
    """
    if look is None or not look.colour:
        return line_colour(theme, sign), text_colour(theme, sign)
    grounds = [WHITE, NEARLY_BLACK] if theme.background is None else [theme.background]
    return standing_out(look.colour, grounds, SEEN), standing_out(look.colour, [theme.chip], READ)


def standing_out(colour: str, grounds: Sequence[str], least: float) -> str:
    """The colour, darkened or lightened until its contrast with each of these grounds is at least so much.

    >>> standing_out("#F0E442", ["#FFFFFF"], 3.0), standing_out("#0072B2", ["#FFFFFF"], 3.0)
    ('#9C942B', '#0072B2')
    """
    seen = colour
    for ground in grounds:
        away, steps = (BLACK if _luminance(ground) > 0.18 else WHITE), 0
        start = seen
        while contrast(seen, ground) < least and steps < 40:
            steps += 1
            seen = mixed(start, away, 1 - steps / 40)
    return seen


def mixed(colour: str, other: str, share: float) -> str:
    """So much of one colour, and the rest of another.

    >>> mixed("#000000", "#FFFFFF", 0.2)
    '#CCCCCC'
    """
    parts = (round(share * one + (1 - share) * two) for one, two in zip(_parts(colour), _parts(other)))
    return "#" + "".join(f"{part:02X}" for part in parts)


def contrast(one: str, other: str) -> float:
    """How much two colours stand apart, by WCAG 2: from 1 to 21.

    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in _parts(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
