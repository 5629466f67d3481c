"""The experiment as a figure: for each measure, how far each arm lies from plain BP, seed by seed.

Each faint dot is one seed's difference to plain BP. The mark is their mean, and the bar its 95 % interval. Where a bar
does not touch the line at 0, chance is a poor explanation. Arms differ in their marks as well as in their colours,
which are those of Okabe and Ito's palette (2008).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from lernmi_emo.study.measures import Measure
from lernmi_emo.study.result import BASELINE, Study

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHOWN = {
    "epochs": "epochs to the stopping error",
    "train_error": "training error",
    "test_error": "test error",
    "test_accuracy": "test accuracy",
}
LOOKS = [("#D55E00", "o"), ("#0072B2", "s"), ("#009E73", "^"), ("#CC79A7", "D"), ("#E69F00", "v"), ("#56B4E9", "P")]
INK = "#333333"


def draw_study(study: Study) -> Figure:
    """A matplotlib figure with a panel for each measure that can be compared."""
    from matplotlib.figure import Figure

    measures = [measure for measure in study.measures if measure.name in SHOWN and _compared(study, measure)]
    figure = Figure(figsize=(8.0, 0.9 + len(measures) * (0.8 + 0.3 * len(study.arms))), layout="constrained")
    seeds = len(study.complete_seeds)
    figure.suptitle(f"{study.design.title}: difference to plain BP, {seeds} seeds", color=INK)
    axes = figure.subplots(max(len(measures), 1), 1, squeeze=False)
    for axis, measure in zip(axes[:, 0], measures):
        _panel(axis, study, measure)
    if not measures:
        axes[0, 0].set_axis_off()
        axes[0, 0].text(0.5, 0.5, "nothing to compare yet", ha="center", color=INK)
    return figure


def _compared(study: Study, measure: Measure) -> bool:
    return any(row.measure == measure.name and row.difference is not None for row in study.rows)


def _panel(axis: Axes, study: Study, measure: Measure) -> None:
    plain = study.values(measure.name, BASELINE)
    rows = [(arm, study.row(measure.name, arm.name)) for arm in study.arms if arm.name != BASELINE]
    others = [(arm, row) for arm, row in rows if row is not None]
    axis.axvline(0.0, color=INK, linewidth=1.0)
    for place, (arm, row) in enumerate(others):
        assert row.difference is not None
        colour, mark = LOOKS[place % len(LOOKS)]
        differences = [value - other for value, other in zip(study.values(measure.name, arm.name), plain)]
        # A small fixed spread keeps equal dots apart; chance has no place in a figure that is to come out the same.
        heights = [place + 0.24 * (seed % 5 - 2) / 2 for seed in range(len(differences))]
        axis.plot(differences, heights, mark, color=colour, alpha=0.3, markersize=3.5, markeredgewidth=0)
        if row.low is not None and row.high is not None:
            axis.plot([row.low, row.high], [place, place], color=colour, linewidth=3.0, solid_capstyle="butt")
        axis.plot([row.difference], [place], mark, color=colour, markersize=8, markeredgecolor="white")
    axis.set_yticks(range(len(others)), [arm.title for arm, _ in others])
    axis.set_ylim(len(others) - 0.5, -0.5)
    better = {"less": "; left of 0 is better", "more": "; right of 0 is better"}.get(measure.better, "")
    base = study.row(measure.name, BASELINE)
    assert base is not None
    axis.set_title(
        f"{SHOWN[measure.name]} (plain BP: {base.mean:.{measure.digits}f}{better})", loc="left", size=10, color=INK
    )
    axis.grid(axis="x", color="#DDDDDD", linewidth=0.6)
    axis.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axis.spines[side].set_visible(False)
    axis.tick_params(axis="y", length=0)


def as_bytes(study: Study, kind: str) -> bytes:
    """The figure as an SVG or PNG file, the same bytes each time."""
    import matplotlib

    # Letters as text, not as outlines, and ids that are not drawn by chance.
    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "lernmi-emo", "axes.unicode_minus": True}
    metadata: dict[str, Any] = {"Date": None} if kind == "svg" else {}
    file = io.BytesIO()
    with matplotlib.rc_context(settings):
        draw_study(study).savefig(file, format=kind, dpi=150, metadata=metadata)
    return file.getvalue()
