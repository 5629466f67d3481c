"""A Scene painted by matplotlib: no program of the system is needed.

All lines are one LineCollection, so that a network of ten thousand links is drawn in a second. Texts are never read
as mathematics, whatever signs they hold, and come out in the typeface that matplotlib brings along.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from lernmi_emo.drawing.scene.geometry import arrow_head, flattened, shortened
from lernmi_emo.drawing.scene.link_lines import MANY
from lernmi_emo.drawing.scene.marks import NeuronShape, Point, Scene, Text, plate
from lernmi_emo.drawing.scene.style import CORNERS, one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.path import Path

# DejaVu Sans is wider than the faces that the Scene reckons with: so much smaller, it takes the same room.
LETTERS = 0.87
Style = tuple[str, tuple[float, ...], float]  # a line's colour, dash and width
WIDTHS = 32  # in a crowd, widths go by steps of one thirty-second of a point
LIFT = (float("nan"), float("nan"))
# Without a salt of its own, each SVG would give its parts other names.
FIXED: dict[Any, Any] = {"svg.hashsalt": "lernmi-emo", "svg.fonttype": "path", "pdf.fonttype": 42}
# Where DejaVu Sans lacks a letter, the first of these that is installed.
FALLBACKS = (
    "Noto Sans CJK JP", "Noto Sans CJK SC", "Noto Sans", "Noto Sans Devanagari", "Noto Sans Thai", "Noto Sans Bengali",
    "WenQuanYi Zen Hei", "Droid Sans Fallback", "Arial Unicode MS", "PingFang SC", "Hiragino Sans",
    "Apple SD Gothic Neo", "Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "Nirmala UI", "Segoe UI", "Segoe UI Symbol",
)  # fmt: skip


def paint(scene: Scene, ax: Axes | None = None) -> Axes:
    """Paint the Scene into these axes, or into those of a new figure of its size, and return them.

    In axes of another size everything is scaled, letters and line widths too, as they are at that moment.

    >>> from lernmi_emo import Network
    >>> ax = paint(Network.layered([2, 3, 1]).scene())
    >>> type(ax.collections[0]).__name__
    'LineCollection'
    >>> import matplotlib.pyplot; matplotlib.pyplot.close(ax.figure)
    """
    if ax is None:
        from matplotlib import pyplot

        figure = pyplot.figure(figsize=(scene.width / 72, scene.height / 72))
        ax = figure.add_axes((0, 0, 1, 1))
        _page(figure, scene)
    ax.set_xlim(0, scene.width)
    ax.set_ylim(scene.height, 0)
    ax.set_aspect("equal")
    ax.set_axis_off()
    _Painter(scene, ax).paint()
    return ax


def render_by_matplotlib(scene: Scene, kind: str) -> bytes:
    """The Scene as a picture of this kind: "svg", "pdf" or "png". The same bytes with the same matplotlib."""
    from matplotlib.figure import Figure

    with settings():
        figure = Figure(figsize=(scene.width / 72, scene.height / 72))
        _page(figure, scene)
        paint(scene, figure.add_axes((0, 0, 1, 1)))
        return picture(figure, kind)


def picture(figure: Figure, kind: str) -> bytes:
    """A figure as a file's content, without a date in it."""
    target = io.BytesIO()
    dates: dict[str, dict[str, Any]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}
    figure.savefig(
        target, format=kind, dpi=200, metadata=dates[kind], facecolor=figure.get_facecolor(), edgecolor="none"
    )
    return target.getvalue()


@contextmanager
def settings() -> Iterator[None]:
    """matplotlib's own defaults for a while, whatever style the user has set, and the same ids in every SVG."""
    import matplotlib

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(FIXED)
        yield


def families(text: str) -> list[str]:
    """The typefaces for a text: DejaVu Sans, and where it lacks a letter, whichever known others are installed."""
    from matplotlib import font_manager

    if text.isascii():
        return ["DejaVu Sans"]
    first = font_manager.get_font(font_manager.findfont("DejaVu Sans"))
    if all(first.get_char_index(ord(letter)) for letter in text):
        return ["DejaVu Sans"]
    installed = set(font_manager.get_font_names())
    return ["DejaVu Sans", *(name for name in FALLBACKS if name in installed)]


def _outline(shape: NeuronShape, grow: float) -> Path:
    from matplotlib.path import Path

    wide, high = shape.half_width + grow, shape.half_height + grow
    if shape.shape not in CORNERS:
        return Path.circle((shape.x, shape.y), wide)
    corners = [(shape.x + x * wide, shape.y + y * high) for x, y in CORNERS[shape.shape]]
    return Path([*corners, corners[0]], closed=True)


def _page(figure: Figure, scene: Scene) -> None:
    figure.patch.set_facecolor(scene.background or "none")


class _Painter:
    """Paints one Scene into axes. `scale` is how many points a unit of the Scene takes there."""

    def __init__(self, scene: Scene, ax: Axes) -> None:
        self.scene = scene
        self.ax = ax
        box = ax.get_window_extent()
        points = 72 / ax.figure.get_dpi()
        self.scale = min(box.width * points / scene.width, box.height * points / scene.height)

    def paint(self) -> None:
        """Everything, from below upwards."""
        self._lines()
        for line in self.scene.lines:
            if line.label:
                self._plate(line.label)
                for text in line.label:
                    self._text(text, 4)
        self._shapes()
        for text in self.scene.texts:
            if text.chip:
                self._plate([text])
            self._text(text, 6)

    def _lines(self) -> None:
        import matplotlib
        from matplotlib.collections import LineCollection, PolyCollection

        glows = [line for line in self.scene.lines if line.highlight]
        if glows:
            self.ax.add_collection(
                LineCollection(
                    [flattened(line.points) for line in glows],
                    colors=[line.highlight for line in glows],
                    linewidths=[(line.width + 8) * self.scale for line in glows],
                    zorder=1,
                )
            )
        bundles = self._bundles()
        dashes = {dash: tuple(self.scale * part for part in dash) for (_, dash, _), _ in bundles}
        with matplotlib.rc_context({"lines.scale_dashes": False}):
            self.ax.add_collection(
                LineCollection(
                    [way for _, way in bundles],
                    colors=[colour for (colour, _, _), _ in bundles],
                    linewidths=[width * self.scale for (_, _, width), _ in bundles],
                    linestyles=[(0, dashes[dash]) if dash else "solid" for (_, dash, _), _ in bundles],
                    capstyle="butt",
                    zorder=2,
                )
            )
        arrows = [line for line in self.scene.lines if line.arrow]
        self.ax.add_collection(
            PolyCollection(
                [arrow_head(line.points, line.arrow) for line in arrows],
                facecolors=[line.colour for line in arrows],
                edgecolors="none",
                zorder=2.5,
            )
        )

    def _bundles(self) -> list[tuple[Style, list[Point]]]:
        """The lines with their colour, dash and width.

        matplotlib takes as long for a line as for a path of hundreds. So in a crowd, where widths hardly differ, lines
        that look alike become one path, which lifts the pen between them (at NaN).
        """
        lines = self.scene.lines
        styles = [(line.colour, line.dash, line.width) for line in lines]
        ways = [flattened(shortened(line.points, 0.8 * line.arrow) if line.arrow else line.points) for line in lines]
        if len(lines) <= MANY:
            return list(zip(styles, ways))
        bundles: dict[Style, list[Point]] = {}
        for (colour, dash, width), way in zip(styles, ways):
            step = max(1, round(width * WIDTHS)) / WIDTHS
            bundles.setdefault((colour, dash, step), []).extend([*way, LIFT])
        return list(bundles.items())

    def _shapes(self) -> None:
        from matplotlib.collections import PathCollection

        outlines: list[tuple[Path, str, str, float]] = []  # with fill, outline and width
        for shape in self.scene.shapes:
            if shape.highlight:
                outlines.append((_outline(shape, 4.0), "none", shape.highlight, 6.0))
            outlines.append((_outline(shape, 0.0), shape.fill, shape.outline, shape.outline_width))
            if shape.shape == "ring":
                inner = _outline(shape, -min(3.5, shape.half_width * 0.3))
                outlines.append((inner, "none", shape.outline, shape.outline_width))
        paths, fills, colours, widths = zip(*outlines)
        self.ax.add_collection(
            PathCollection(
                paths,
                facecolors=fills,
                edgecolors=colours,
                linewidths=[width * self.scale for width in widths],
                joinstyle="round",
                transform=self.ax.transData,
                zorder=5,
            )
        )
        for shape in self.scene.shapes:
            for text in shape.texts:
                self._text(text, 6)

    def _plate(self, texts: Sequence[Text]) -> None:
        from matplotlib.patches import FancyBboxPatch

        left, top, width, height = plate(texts)
        rounding = "round,pad=0,rounding_size=3"
        self.ax.add_patch(
            FancyBboxPatch(
                (left, top), width, height, boxstyle=rounding, facecolor=texts[0].chip, edgecolor="none", zorder=3
            )
        )

    def _text(self, text: Text, above: float) -> None:
        words = one_line(text.text)
        self.ax.text(
            text.x,
            text.y + 0.35 * text.size,
            words,
            fontsize=text.size * LETTERS * self.scale,
            fontfamily=families(words),
            fontweight="bold" if text.bold else "normal",
            color=text.colour,
            ha={"start": "left", "middle": "center", "end": "right"}[text.anchor],
            va="baseline",
            parse_math=False,
            zorder=above,
        )
