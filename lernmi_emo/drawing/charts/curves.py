"""What a training came to, as curves: error, anxiety and confidence over the epochs, on one figure.

They belong on one figure, for they are made of each other: anxiety is the patterns' average plus the error, and
confidence is how far anxiety has fallen since before the first lesson. So the error's curve, moved up, is the
anxiety's, and turned over, the confidence's.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lernmi_emo.drawing.charts.figures import dress, new_figure, title
from lernmi_emo.drawing.scene.style import NEGATIVE, POSITIVE, Theme, one_line, theme_named
from lernmi_emo.support.exceptions import InputError, NotComputedError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from lernmi_emo.learning.history import History

# Okabe and Ito's colours, which also the colour-blind can tell apart; and a line style each, for a printer without.
VERMILLION, BLUE, GREEN = POSITIVE, NEGATIVE, "#009E73"
SUFFIXES = (".png", ".svg", ".pdf")
SIZE = (7.2, 4.2)  # inches
FELT = "error and emotions"


def plot_history(history: History, ax: Axes | None = None, *, theme: str = "light") -> Axes:
    """Draw the history's curves on these axes, or on a figure of their own, and return the axes.

    Raises `NotComputedError` for a history without epochs.

    >>> from lernmi_emo import History
    >>> ax = plot_history(History(errors=[0.25, 0.0625], anxieties=[1.0, 0.8125], confidences=[0.0, 0.1875]))
    >>> [line.get_label() for line in ax.lines]
    ['error', 'anxiety', 'confidence']
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
    """
    _check(history)
    colours = theme_named(theme)
    if ax is None:
        ax = new_figure(*SIZE, colours, layout="constrained").add_subplot()
    _curves(ax, history, colours)
    _from_zero(ax, [history])
    # Where no curve runs.
    ax.legend(loc="lower left", bbox_to_anchor=(0.0, 1.0), ncols=4, frameon=False, labelcolor=colours.ink)
    return ax


def plot_histories(histories: Mapping[str, History], *, theme: str = "light") -> Figure:
    """Several histories side by side, each under its name, on the same scale. Returns the figure.

    Raises `InputError` where there are none, and `NotComputedError` for one without epochs.

    >>> from lernmi_emo import Network, datasets
    >>> plain = Network.layered([2, 3, 1], seed=7).train(datasets.xor(), epochs=5)
    >>> emotional = Network.layered([2, 3, 1], emotional=True, seed=7).train(datasets.xor(), epochs=5)
    >>> figure = plot_histories({"plain": plain, "emotional": emotional})
    >>> [ax.get_title() for ax in figure.axes]
    ['plain', 'emotional']
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(figure)
    """
    if not histories:
        raise InputError('there are no histories to draw: give names to some, such as {"plain": history}')
    for history in histories.values():
        _check(history)
    colours = theme_named(theme)
    figure = new_figure(4.2 * len(histories) + 0.4, 4.0, colours, layout="constrained")
    panels = figure.subplots(1, len(histories), sharex=True, sharey=True, squeeze=False)[0]
    for panel, (name, history) in zip(panels, histories.items()):
        _curves(panel, history, colours)
        title(panel, one_line(name), colours)
    _from_zero(panels[0], histories.values())
    if any(history.anxieties for history in histories.values()):
        panels[0].set_ylabel(FELT)
    for panel in panels[1:]:
        panel.set_ylabel("")
    lines = {str(line.get_label()): line for panel in panels for line in panel.lines}
    figure.legend(
        lines.values(), lines.keys(), loc="outside lower center", ncols=4, frameon=False, labelcolor=colours.ink
    )
    return figure


def _check(history: History) -> None:
    if not len(history):
        raise NotComputedError("there are no epochs to draw: net.train(patterns, epochs=…) makes some")


def _curves(ax: Axes, history: History, theme: Theme) -> None:
    from matplotlib.ticker import MaxNLocator

    curves = [
        ("error", history.errors, VERMILLION, "-"),
        ("validation error", history.validation_errors, VERMILLION, ":"),
        ("anxiety", history.anxieties, BLUE, "--"),
        ("confidence", history.confidences, GREEN, "-."),
    ]
    marker = "o" if len(history) <= 40 else ""
    for label, values, colour, style in curves:
        if values:
            epochs = range(1, len(values) + 1)
            ax.plot(epochs, values, color=colour, linestyle=style, marker=marker, markersize=3.5, label=label)
    ax.set_xlabel("epoch")
    ax.set_ylabel(FELT if history.anxieties else "error")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    dress(ax, theme)
    ax.spines[["top", "right"]].set_visible(False)


def _from_zero(ax: Axes, histories: Iterable[History]) -> None:
    """Let the scale begin at 0, unless a confidence lies below."""
    if all(min(history.confidences, default=0.0) >= 0.0 for history in histories):
        ax.set_ylim(bottom=0.0)


def save_curves(history: History, path: str | os.PathLike[str]) -> Path:
    """Write the history's curves as a PNG, SVG or PDF file, by the path's suffix.

    The same history gives the same bytes, with the same matplotlib. Raises `InputError` for another suffix,
    `NotComputedError` for a history without epochs, and `OSError` where the file can't be written.
    """
    import matplotlib
    from matplotlib.figure import Figure

    from lernmi_emo.drawing.painters.matplotlib import FIXED, picture
    from lernmi_emo.support.files import write_file

    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{path}: curves are written as {', '.join(SUFFIXES)}, and this is {suffix or 'no suffix'!r}")
    _check(history)
    with matplotlib.rc_context(FIXED):
        figure = Figure(figsize=SIZE, layout="constrained")
        plot_history(history, figure.add_subplot())
        return write_file(path, picture(figure, suffix[1:]))
