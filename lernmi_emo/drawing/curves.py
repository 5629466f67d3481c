"""What a training came to, as curves: error, anxiety and confidence over the epochs, on one figure.

They belong on one figure, for they are made of each other: anxiety is the patterns' average plus the error, and
confidence is how far anxiety has fallen since before the first lesson. So the error's curve, moved up, is the
anxiety's, and turned over, the confidence's.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lernmi_emo.exceptions import InputError, NotComputedError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from lernmi_emo.history import History

# Okabe and Ito's colours, which also the colour-blind can tell apart; and a line style each, for a printer without.
VERMILLION, BLUE, GREEN = "#D55E00", "#0072B2", "#009E73"
SUFFIXES = (".png", ".svg", ".pdf")
SIZE = (7.2, 4.2)  # inches


def plot_history(history: History, ax: Axes | None = None) -> Axes:
    """Draw the history's curves on these axes, or on a figure of their own, and return the axes.

    Raises `NotComputedError` for a history without epochs.

    >>> from lernmi_emo import History
    >>> ax = plot_history(History(errors=[0.25, 0.0625], anxieties=[1.0, 0.8125], confidences=[0.0, 0.1875]))
    >>> [line.get_label() for line in ax.lines]
    ['error', 'anxiety', 'confidence']
    """
    if not len(history):
        raise NotComputedError("there are no epochs to draw: net.train(patterns, epochs=…) makes some")
    from matplotlib.ticker import MaxNLocator

    ax = _new_axes() if ax is None else ax
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
    ax.set_ylabel("error and emotions" if history.anxieties else "error")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    if min(history.confidences, default=0.0) >= 0.0:
        ax.set_ylim(bottom=0.0)
    ax.spines[["top", "right"]].set_visible(False)
    ax.legend(loc="lower left", bbox_to_anchor=(0.0, 1.0), ncols=4, frameon=False)  # above, where no curve runs
    return ax


def _new_axes() -> Axes:
    from matplotlib.figure import Figure

    return Figure(figsize=SIZE, layout="constrained").add_subplot()


def save_curves(history: History, path: str | os.PathLike[str]) -> Path:
    """Write the history's curves as a PNG, SVG or PDF file, by the path's suffix.

    The same history gives the same bytes, with the same matplotlib. Raises `InputError` for another suffix,
    `NotComputedError` for a history without epochs, and `OSError` where the file can't be written.
    """
    import io

    import matplotlib
    from matplotlib.figure import Figure

    from lernmi_emo.files import write_file

    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"{path}: curves are written as {', '.join(SUFFIXES)}, and this is {suffix or 'no suffix'!r}")
    # An SVG's parts have names made from a salt, and files have a date: fixed, so that nothing depends on when it was.
    date = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(suffix, {})
    content = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "lernmi-emo"}):
        figure = Figure(figsize=SIZE, layout="constrained")
        plot_history(history, figure.add_subplot())
        figure.savefig(content, format=suffix[1:], dpi=150, metadata=date)
    return write_file(path, content.getvalue())
