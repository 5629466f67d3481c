"""What matplotlib's pictures around learning share: a figure in a theme's colours, and how it is written to a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from lernmi_emo.drawing.scene.style import NEGATIVE, POSITIVE, Theme
from lernmi_emo.support.exceptions import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import LinearSegmentedColormap
    from matplotlib.figure import Figure

KINDS = ("svg", "pdf", "png")
GROUND = {"dark": "#111111"}  # behind values about 0, in a picture of values; white in all other themes


def new_figure(width: float, height: float, theme: Theme, layout: Literal["constrained"] | None = None) -> Figure:
    """A new figure of this size in inches. It shows itself in notebooks, and elsewhere by `pyplot.show()`.

    With a "constrained" `layout`, matplotlib makes room for what stands about its axes.
    """
    from matplotlib import pyplot

    figure = pyplot.figure(figsize=(width, height), facecolor=theme.background or "none", layout=layout)
    engine: Any = figure.get_layout_engine()
    if engine is not None:
        engine.set(w_pad=0.1, h_pad=0.1)
    return figure


def dress(ax: Axes, theme: Theme, *, frame: bool = True) -> Axes:
    """Give axes the theme's colours: what is written, the ticks and, where it is wanted, a thin frame."""
    ax.set_facecolor("none")
    ax.tick_params(colors=theme.muted, labelcolor=theme.ink, labelsize=9)
    ax.xaxis.label.set_color(theme.ink)
    ax.yaxis.label.set_color(theme.ink)
    for spine in ax.spines.values():
        spine.set_color(theme.muted)
        spine.set_visible(frame)
    return ax


def title(ax: Axes, text: str, theme: Theme, size: float = 12.0) -> None:
    """A title that is text, whatever signs it holds."""
    ax.set_title(text, color=theme.ink, fontsize=size, fontweight="bold", parse_math=False)


def signed_colours(theme: Theme, strength: float = 1.0) -> LinearSegmentedColormap:
    """From negative, blue, over the ground's colour to positive, vermillion; fainter with less strength."""
    from matplotlib.colors import LinearSegmentedColormap, to_rgb

    ground = to_rgb(GROUND.get(theme.name, "#FFFFFF"))
    ends = [
        tuple(strength * part + (1 - strength) * under for part, under in zip(to_rgb(end), ground))
        for end in (NEGATIVE, POSITIVE)
    ]
    return LinearSegmentedColormap.from_list("signed", [ends[0], ground, ends[1]])


def add_colour_bar(figure: Figure, image: Any, axes: Axes | Sequence[Axes], theme: Theme, label: str) -> None:
    """The scale of a picture's colours beside it."""
    bar = figure.colorbar(image, ax=axes, fraction=0.05, pad=0.03)
    bar.set_label(label, color=theme.ink, fontsize=10)
    bar.outline.set_edgecolor(theme.muted)
    bar.ax.tick_params(colors=theme.muted, labelcolor=theme.ink, labelsize=9)


def save_figure(drawn: Axes | Figure, path: str | os.PathLike[str]) -> Path:
    """Write a figure, or the one that these axes belong to, as SVG, PDF or PNG, by the path's suffix.

    The same figure gives the same bytes: nothing in the file depends on when it was written. Raises `InputError` for
    another suffix, and `DrawingError` where the file can't be written.

    >>> import tempfile
    >>> from lernmi_emo import Network
    >>> ax = Network.layered([2, 3, 1]).plot()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_figure(ax, Path(folder, "net.svg")).name
    'net.svg'
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
    """
    import matplotlib

    from lernmi_emo.drawing.painters.matplotlib import FIXED, picture
    from lernmi_emo.drawing.picture import write

    target = Path(path)
    kind = target.suffix.lower().lstrip(".")
    if kind not in KINDS:
        known = ", ".join(f".{each}" for each in KINDS)
        raise InputError(f"{path}: a figure can be {known}, and this ends in {target.suffix!r}")
    figure: Any = getattr(drawn, "figure", drawn)
    with matplotlib.rc_context(FIXED):
        return write(target, picture(figure, kind))
