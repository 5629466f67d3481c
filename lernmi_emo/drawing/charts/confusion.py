"""A confusion matrix as a picture: how often each class was taken for each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lernmi_emo.drawing.charts.figures import dress, new_figure, title
from lernmi_emo.drawing.scene.style import NEGATIVE, one_line, theme_named
from lernmi_emo.support.exceptions import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from lernmi_emo.learning.evaluation import Evaluation


def plot_confusion(evaluation: Evaluation, *, ax: Axes | None = None, theme: str = "light") -> Axes:
    """The counts of `evaluation.confusion`: a row for each expected class, a column for each answered one.

    The more colour a cell has, the greater its share of its row. Raises `InputError` where the
    targets named no class.

    >>> from lernmi_emo.learning.evaluation import judge
    >>> ax = plot_confusion(judge([[0.9, 0.2], [0.4, 0.3]], [[1.0, 0.0], [0.0, 1.0]]))
    >>> ax.get_xlabel(), [text.get_text() for text in ax.texts]
    ('answered', ['1', '0', '1', '0'])
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
    """
    if evaluation.confusion is None or evaluation.classes is None or evaluation.accuracy is None:
        raise InputError(
            "there is no confusion to draw: these targets name no class (several outputs: one target higher than the "
            "rest; one output: targets of two values)"
        )
    from matplotlib.colors import LinearSegmentedColormap

    colours = theme_named(theme)
    count = len(evaluation.classes)
    side = max(3.2, 0.42 * count + 1.4)
    if ax is None:
        ax = new_figure(side + 0.4, side + 0.3, colours, layout="constrained").add_subplot()
    ends = ["#111111", "#6DBBF2"] if theme == "dark" else ["#FFFFFF", NEGATIVE]
    # The root of each count's share in its row: so that a few mistakes among many right answers can be seen.
    shades = [[math.sqrt(value / max(sum(row), 1)) for value in row] for row in evaluation.confusion]
    ax.imshow(shades, vmin=0.0, vmax=1.0, cmap=LinearSegmentedColormap.from_list("shares", ends))
    for row, values in enumerate(evaluation.confusion):
        for column, value in enumerate(values):
            on_shade = "#111111" if theme == "dark" else "#FFFFFF"
            ink = on_shade if shades[row][column] > 0.6 else colours.neuron_text if value else colours.muted
            if theme == "transparent" and not value:
                ink = "#555555"
            ax.text(column, row, str(value), ha="center", va="center", color=ink, fontsize=9 if value < 1000 else 7)
    names = [one_line(name) for name in evaluation.classes]
    ax.set_xticks(range(count), names, parse_math=False)
    ax.set_yticks(range(count), names, parse_math=False)
    ax.set_xlabel("answered")
    ax.set_ylabel("expected")
    dress(ax, colours)
    title(ax, f"{evaluation.patterns} patterns, {100 * evaluation.accuracy:.2f} % right", colours)
    return ax
