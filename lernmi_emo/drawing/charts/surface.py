"""What a network of two inputs computes, over the plane of its inputs.

`plot_surface` shows one neuron's output, the network's answer by default, as a surface of colours with the line where
it changes its mind. `lernmi_emo.drawing.charts.small_multiples` shows that of every neuron.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.charts.figures import add_colour_bar, dress, new_figure, signed_colours, title
from lernmi_emo.drawing.scene.style import Theme, one_line, theme_named
from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import InputError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from lernmi_emo.core.network import BareNetwork
    from lernmi_emo.core.patterns import Pattern

Area = tuple[float, float]  # from and to, on both axes
FAINT = 0.62  # the surface's colours are fainter than those of the points on it


def plot_surface(
    network: BareNetwork,
    neuron: str | None = None,
    *,
    patterns: Iterable[Pattern] = (),
    area: Area | None = None,
    resolution: int = 80,
    ax: Axes | None = None,
    theme: str = "light",
) -> Axes:
    """One neuron's output over the plane of the two inputs: the first output's, unless another is named.

    The line runs where the output is half-way between its lowest and its highest value, or 0 where it has no such
    bounds. `patterns` are drawn as points: discs where the first target is the higher half, and else triangles.
    `area` is the square to show: without it, 0 to 1 and all the patterns. The network stays as it was.

    Raises `InputError` where the network has not two inputs, and `NameNotFoundError` for an unknown neuron.

    >>> from lernmi_emo import Network, datasets
    >>> ax = plot_surface(Network.layered([2, 3, 1], seed=7), patterns=datasets.xor(), resolution=10)
    >>> ax.get_xlabel(), ax.get_ylabel()
    ('x1', 'x2')
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
    """
    points = [(list(inputs), list(targets)) for inputs, targets in patterns]
    area = check_area(network, area, points)
    check_count(resolution, "resolution", least=2)
    shown = network.outputs[0] if neuron is None else network.neuron(neuron)
    colours = theme_named(theme)
    values = outputs_over(network, [shown], area, resolution)[shown]
    if ax is None:
        ax = new_figure(5.6, 4.6, colours, layout="constrained").add_subplot()
    image = show_surface(ax, shown, values, area, colours)
    middle = sum(image.get_clim()) / 2
    if min(map(min, values)) < middle < max(map(max, values)):
        steps = _steps(area, resolution)
        ax.contour(steps, steps, values, levels=[middle], colors=[colours.ink], linewidths=1.6)
    show_points(ax, points, colours)
    dress(ax, colours)
    for axis, source in ((ax.set_xlabel, network.inputs[0]), (ax.set_ylabel, network.inputs[1])):
        axis(one_line(source.name), color=colours.ink, parse_math=False)
    title(ax, f"output of {one_line(shown.name)} over the inputs", colours)
    add_colour_bar(ax.figure, image, ax, colours, "output")  # type: ignore[arg-type]
    return ax


def outputs_over(
    network: BareNetwork, neurons: Sequence[Neuron], area: Area, resolution: int
) -> dict[Neuron, list[list[float]]]:
    """These neurons' outputs over a square grid of the two inputs: a list of rows for each, from below upwards.

    >>> from lernmi_emo import Network
    >>> net = Network.layered([2, 1], seed=7)
    >>> rows = outputs_over(net, net.outputs, (0.0, 1.0), 2)[net.outputs[0]]
    >>> rows[1][0] == net.predict([0, 1])[0]
    True
    """
    from lernmi_emo.watching.memory import Memory

    found: dict[Neuron, list[list[float]]] = {neuron: [] for neuron in neurons}
    steps = _steps(area, resolution)
    memory = Memory(network)
    try:
        for second in steps:
            for neuron in neurons:
                found[neuron].append([])
            for first in steps:
                network.present([first, second])
                network.propagate()
                for neuron in neurons:
                    found[neuron][-1].append(neuron.output)
    finally:
        memory.put_back()
    return found


def check_area(network: BareNetwork, area: Area | None, points: Sequence[Pattern]) -> Area:
    """The square to show: the one asked for, or 0 to 1 and all the points. Raises `InputError`.

    >>> from lernmi_emo import Network
    >>> check_area(Network.layered([2, 1]), None, [([0.0, 2.0], [1.0])])
    (-0.16, 2.16)
    """
    if len(network.inputs) != 2:
        raise InputError(
            f"a surface is drawn over two inputs, and this network has {len(network.inputs)}; "
            f"for a network that sees images, there is plot_weights"
        )
    if area is not None:
        low, high = area
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            raise InputError(f"area is from a number to a higher one, such as (0, 1), and this came: {area!r}")
        return area
    values = [0.0, 1.0, *(value for inputs, _ in points for value in inputs)]
    margin = 0.08 * (max(values) - min(values))
    return (min(values) - margin, max(values) + margin)


def _steps(area: Area, resolution: int) -> list[float]:
    return [area[0] + (area[1] - area[0]) * step / (resolution - 1) for step in range(resolution)]


def show_surface(ax: Axes, neuron: Neuron, values: list[list[float]], area: Area, theme: Theme) -> Any:
    """The values as an image: blue below the middle, vermillion above it."""
    low, high = neuron.activation.lowest, neuron.activation.highest
    if not (math.isfinite(low) and math.isfinite(high)):
        high = max(abs(value) for row in values for value in row) or 1.0
        low = -high
    return ax.imshow(
        values, origin="lower", extent=(*area, *area), vmin=low, vmax=high, aspect="equal", interpolation="bilinear",
        cmap=signed_colours(theme, FAINT),
    )  # fmt: skip


def show_points(ax: Axes, points: Sequence[Pattern], theme: Theme, size: float | None = None) -> None:
    """The patterns as points: discs where the first target is in the higher half, and else triangles."""
    wanted = [targets[0] for _, targets in points]
    middle = (min(wanted) + max(wanted)) / 2 if len(set(wanted)) > 1 else 0.5
    dark = theme.name == "dark"
    edge = "#111111" if dark else "#FFFFFF"
    for higher, marker, colour in (
        (True, "o", theme.positive_text if dark else "#7A3500"),
        (False, "^", theme.negative_text if dark else "#00395C"),
    ):
        group = [inputs for inputs, targets in points if (targets[0] > middle) == higher]
        if group:
            firsts, seconds = [point[0] for point in group], [point[1] for point in group]
            dot = size or (70 if len(points) <= 50 else 22)
            rim = 0.9 if dot > 10 else 0.3
            ax.scatter(firsts, seconds, s=dot, marker=marker, color=colour, edgecolors=edge, linewidths=rim, zorder=3)
