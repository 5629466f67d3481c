"""What every neuron of a network of two inputs computes: one small surface for each, where the neuron stands.

One sees how the lines that single neurons draw come together to a shape, as in the TensorFlow Playground.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.charts.figures import new_figure
from lernmi_emo.drawing.charts.surface import Area, check_area, outputs_over, show_points, show_surface
from lernmi_emo.drawing.scene.appearance import look_of, stands_aside
from lernmi_emo.drawing.scene.colours import neuron_colours
from lernmi_emo.drawing.scene.columns import collapse, column_names, columns_of
from lernmi_emo.drawing.scene.style import DASHES, Theme, line_colour, one_line, sign_of, theme_named
from lernmi_emo.support.checks import check_count
from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.core.patterns import Pattern

PANEL, GAP, ACROSS = 1.0, 0.46, 1.1  # inches: a panel's side, and what lies between panels
MARGIN, HEAD, FOOT = 0.35, 1.0, 0.35


def plot_neurons(
    network: BareNetwork,
    *,
    patterns: Iterable[Pattern] = (),
    area: Area | None = None,
    resolution: int = 40,
    max_neurons: int | None = 8,
    theme: str = "light",
) -> Figure:
    """Every neuron's output over the plane of the two inputs, with the links between the neurons. Returns the figure.

    Below each neuron stands its bias link's weight. `patterns` are drawn over the outputs' surfaces. The network
    stays as it was. Raises `InputError` where it has not two inputs.

    >>> from lernmi_emo import Network
    >>> figure = plot_neurons(Network.layered([2, 3, 1], seed=7), resolution=6)
    >>> len(figure.axes) - 1  # one lies below the others, for the links
    6
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(figure)
    """
    points = [(list(inputs), list(targets)) for inputs, targets in patterns]
    area = check_area(network, area, points)
    check_count(resolution, "resolution", least=2)
    if max_neurons is not None:
        check_count(max_neurons, "max_neurons", least=3)
    colours = theme_named(theme)
    columns = [collapse(column, max_neurons) for column in columns_of(network)]
    rows = max(len(column) for column in columns)
    width = 2 * MARGIN + len(columns) * PANEL + (len(columns) - 1) * ACROSS
    height = HEAD + MARGIN + rows * PANEL + (rows - 1) * GAP + FOOT
    figure = new_figure(width, height, colours)
    ground = figure.add_axes((0, 0, 1, 1))
    ground.set_axis_off()
    ground.set_xlim(0, width)
    ground.set_ylim(0, height)
    words = "What each neuron computes"
    ground.text(MARGIN, height - 0.28, words, color=colours.ink, fontsize=13, fontweight="bold", va="center")
    middle = MARGIN + FOOT + (rows * PANEL + (rows - 1) * GAP) / 2
    places: dict[Neuron, tuple[float, float]] = {}
    for depth, (column, name) in enumerate(zip(columns, column_names(network))):
        x = MARGIN + depth * (PANEL + ACROSS) + PANEL / 2
        ground.text(x, height - 0.6, name, color=colours.muted, fontsize=10, ha="center", va="center")
        for row, neuron in enumerate(column):
            y = middle - (row - (len(column) - 1) / 2) * (PANEL + GAP)
            if neuron is None:
                ground.text(x, y, "⋮", color=colours.ink, fontsize=20, ha="center", va="center")
            else:
                places[neuron] = (x, y)
    across, upwards = (one_line(source.name) for source in network.inputs)
    words = f"over {across} (across) and {upwards} (upwards): vermillion where the output is high, blue where it is low"
    ground.text(MARGIN, 0.2, words, color=colours.muted, fontsize=8, va="center", parse_math=False)
    outputs = set(network.outputs)
    values = outputs_over(network, list(places), area, resolution)
    for neuron, (x, y) in places.items():
        panel = figure.add_axes(((x - PANEL / 2) / width, (y - PANEL / 2) / height, PANEL / width, PANEL / height))
        show_surface(panel, neuron, values[neuron], area, colours)
        panel.set_xticks([])
        panel.set_yticks([])
        for spine in panel.spines.values():
            spine.set_color(neuron_colours(colours, look_of(neuron, outputs))[1])
        if neuron in outputs:
            show_points(panel, points, colours, size=12 if len(points) <= 50 else 3)
        panel.set_title(
            one_line(neuron.name), fontsize=10, fontweight="bold", color=colours.ink, pad=3, parse_math=False
        )
        _bias(ground, neuron, x, y, colours)
    _links(ground, places, colours)
    return figure


def _bias(ground: Axes, neuron: Neuron, x: float, y: float, theme: Theme) -> None:
    """Below a neuron, the weights of links from what stands above the columns: as a rule the bias alone."""
    links = [link for link in neuron.incoming if stands_aside(link.source) and link.source.look.place == "above"]
    text = ", ".join(f"{one_line(link.source.name)} {number(link.weight, 2)}" for link in links)
    if text:
        y -= PANEL / 2 + 0.08
        ground.text(x, y, text, color=theme.muted, fontsize=8, ha="center", va="center", parse_math=False)


def _links(ground: Axes, places: dict[Neuron, tuple[float, float]], theme: Theme) -> None:
    from matplotlib.collections import LineCollection

    links = [link for neuron in places for link in neuron.incoming if link.source in places]
    greatest = max((abs(link.weight) for link in links), default=0.0) or 1.0
    ends = [(places[link.source], places[link.target]) for link in links]
    signs = [sign_of(link.weight) for link in links]
    ground.add_collection(
        LineCollection(
            [((x1 + PANEL / 2, y1), (x2 - PANEL / 2, y2)) for (x1, y1), (x2, y2) in ends],
            colors=[line_colour(theme, sign) for sign in signs],
            linewidths=[0.5 + 3.0 * abs(link.weight) / greatest for link in links],
            linestyles=[(0, (4, 2)) if DASHES[sign] else "solid" for sign in signs],
            zorder=0,
        )
    )
