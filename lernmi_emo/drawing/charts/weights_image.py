"""A neuron's weights as a picture: each where its pixel lies in the images that the network sees.

Vermillion pixels speak for the neuron, blue ones against it, and what it does not look at has the ground's colour.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lernmi_emo.core.neuron import Neuron
from lernmi_emo.drawing.charts.figures import add_colour_bar, new_figure, signed_colours, title
from lernmi_emo.drawing.scene.appearance import stands_aside
from lernmi_emo.drawing.scene.style import one_line, theme_named
from lernmi_emo.support.exceptions import InputError
from lernmi_emo.support.text import number

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from lernmi_emo.core.network import BareNetwork

MOST = 30  # neurons that are shown where none is named
PANEL = 1.35  # inches


def plot_weights(
    network: BareNetwork,
    neurons: Sequence[str] | str | None = None,
    *,
    shape: tuple[int, int] | None = None,
    theme: str = "light",
) -> Figure:
    """The weights of these neurons' links from the inputs, each neuron's as one image. Returns the figure.

    Without names: the first hidden layer, or its first 30 neurons. `shape` is the images' rows and columns; without it
    they are square. All images have the same scale of colours. The bias link's weight, and the emotional link's, stand
    below each.

    Raises `InputError` where the inputs do not fill the shape, or a neuron has no link from an input.

    >>> from lernmi_emo import Network
    >>> figure = plot_weights(Network.layered([64, 6, 10], seed=1))
    >>> len(figure.axes) - 1  # one is the scale of colours
    6
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(figure)
    """
    rows, columns = _shape(len(network.inputs), shape)
    named = [neurons] if isinstance(neurons, str) else neurons
    shown = network.layers[0].neurons[:MOST] if named is None else [network.neuron(name) for name in named]
    images = [_image(network, neuron, columns) for neuron in shown]
    greatest = max(abs(value) for image in images for row in image for value in row) or 1.0
    colours = theme_named(theme)
    across, down = _grid(len(shown))
    figure = new_figure(
        PANEL * across + 1.1, (PANEL * rows / columns + 0.6) * down + 0.2, colours, layout="constrained"
    )
    panels = [figure.add_subplot(down, across, place) for place in range(1, len(shown) + 1)]
    for panel, neuron, image in zip(panels, shown, images):
        drawn = panel.imshow(
            image, vmin=-greatest, vmax=greatest, cmap=signed_colours(colours), interpolation="nearest"
        )
        panel.set_xticks([])
        panel.set_yticks([])
        for spine in panel.spines.values():
            spine.set_color(colours.muted)
        title(panel, one_line(neuron.name), colours, size=10)
        panel.set_xlabel(_beside(neuron), color=colours.muted, fontsize=8, parse_math=False)
    add_colour_bar(figure, drawn, panels, colours, "weight")
    return figure


def _shape(count: int, shape: tuple[int, int] | None) -> tuple[int, int]:
    if shape is None:
        side = math.isqrt(count)
        if side * side != count:
            raise InputError(f"{count} inputs do not make a square image: say shape=(rows, columns)")
        return side, side
    rows, columns = shape
    if rows * columns != count:
        raise InputError(
            f"an image of {rows} × {columns} has {rows * columns} pixels, and the network has {count} inputs"
        )
    return rows, columns


def _image(network: BareNetwork, neuron: Neuron, columns: int) -> list[list[float]]:
    """The weights in rows. A pixel without a link weighs nothing."""
    weights: dict[Neuron, float] = {}
    for link in neuron.incoming:
        # Of parallel links, what they weigh together.
        weights[link.source] = weights.get(link.source, 0.0) + link.weight
    if not any(source in weights for source in network.inputs):
        raise InputError(
            f"{neuron.name} has no link from an input, so its weights make no image: "
            f"choose a neuron of the first layer, such as {network.layers[0].neurons[0].name}"
        )
    pixels = [weights.get(source, 0.0) for source in network.inputs]
    return [pixels[start : start + columns] for start in range(0, len(pixels), columns)]


def _grid(count: int) -> tuple[int, int]:
    """Columns and rows for so many images: wider than high, and with the fewest places left empty.

    >>> _grid(12), _grid(30), _grid(1)
    ((6, 2), (10, 3), (1, 1))
    """
    least = math.ceil(math.sqrt(1.6 * count))
    across = min(range(min(least, count), min(2 * least, count) + 1), key=lambda each: (-count % each, each))
    return across, math.ceil(count / across)


def _beside(neuron: Neuron) -> str:
    """The weights that are no pixel's: of links from what stands aside, such as the bias."""
    return "\n".join(
        f"{one_line(link.source.name)} {number(link.weight, 2)}"
        for link in neuron.incoming
        if stands_aside(link.source)
    )
