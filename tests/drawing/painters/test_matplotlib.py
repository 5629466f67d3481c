"""matplotlib's painting: the same Scene, no program of the system, the same bytes."""

import os
import subprocess
import sys

import matplotlib
import pytest
from matplotlib import pyplot
from matplotlib.collections import LineCollection

from lernmi_emo import Network
from lernmi_emo.drawing.painters.matplotlib import paint, render_by_matplotlib
from lernmi_emo.drawing.scene.style import one_line


def lines_of(ax):
    """The two ends of every straight line, with its colour and width, in all the axes' collections of lines."""
    [lines] = [each for each in ax.collections if isinstance(each, LineCollection)]
    for path, colour, width in zip(lines.get_paths(), lines.get_colors(), lines.get_linewidths()):
        points = [tuple(map(float, point)) for point in path.vertices if point[0] == point[0]]  # NaN is no point
        for start, end in zip(points[::2], points[1::2]):
            yield (start, end), matplotlib.colors.to_hex(colour).upper(), float(width)


@pytest.mark.parametrize("sizes", [[2, 3, 1], [50, 20, 10]], ids=str)
def test_all_lines_are_in_one_collection_each_with_its_colour_and_width(sizes):
    net = Network.layered(sizes)
    picture = net.scene(max_neurons=None, legend=False)
    drawn = {ends[0]: (colour, width) for ends, colour, width in lines_of(paint(picture))}
    assert len(list(lines_of(paint(picture)))) == len(picture.lines) == len(net.links)
    for line in picture.lines:
        colour, width = drawn[line.points[0]]
        assert colour == line.colour
        assert width == pytest.approx(line.width, abs=1 / 32)


def test_every_text_of_the_scene_is_there_at_its_place(net):
    picture = net.scene("update")
    texts = {(round(each.get_position()[0], 3), each.get_text()) for each in paint(picture).texts}
    wanted = [*picture.texts, *(text for shape in picture.shapes for text in shape.texts)]
    wanted += [text for line in picture.lines for text in line.label]
    assert {(round(text.x, 3), text.text) for text in wanted} == texts


def test_dashes_and_widths_are_the_scenes(net):
    picture = net.scene()
    lines = paint(picture).collections[0]
    assert list(lines.get_linewidths()) == pytest.approx([line.width for line in picture.lines])
    dashed = [pattern is not None for _, pattern in lines.get_linestyles()]
    assert dashed == [bool(line.dash) for line in picture.lines]


def test_names_come_out_as_text_and_not_as_mathematics(hostile):
    ax = paint(hostile.scene(title="$x^2$ and $ \\alpha", max_neurons=None))
    assert all(not text.get_parse_math() for text in ax.texts)
    shown = [text.get_text() for text in ax.texts]
    assert "$x^2$ and $ \\alpha" in shown
    assert "$x^2$ $" in shown
    assert one_line("two\nlines") in shown
    ax.figure.canvas.draw()


@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_it_makes_svg_pdf_and_png_and_the_same_bytes_again(net, kind, start):
    picture = net.scene("update")
    first = render_by_matplotlib(picture, kind)
    assert first.startswith(start)
    assert render_by_matplotlib(picture, kind) == first


def test_the_bytes_depend_neither_on_the_users_style_nor_on_the_process(net):
    code = "import sys; from lernmi_emo import Network\n"
    code += "from lernmi_emo.drawing.painters.matplotlib import render_by_matplotlib\n"
    code += "sys.stdout.buffer.write(render_by_matplotlib(Network.layered([2, 3, 1], seed=7).scene(), 'svg'))"
    other = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": "5"}
    ).stdout
    with matplotlib.rc_context({"font.size": 30, "lines.linewidth": 9, "savefig.dpi": 20, "svg.fonttype": "none"}):
        ours = render_by_matplotlib(Network.layered([2, 3, 1], seed=7).scene(), "svg")
    assert ours == other
    assert b"<dc:date>" not in ours


def test_drawing_into_a_file_leaves_no_figure_open(net):
    render_by_matplotlib(net.scene(), "svg")
    assert pyplot.get_fignums() == []


def test_it_paints_into_the_axes_it_is_given_scaled_to_their_size(net):
    figure, (left, right) = pyplot.subplots(1, 2, figsize=(4, 2))
    assert net.plot(ax=left) is left
    assert len(right.texts) == 0
    sizes = {text.get_text(): text.get_fontsize() for text in left.texts}
    assert sizes["Structure and weights"] < 8
    figure.canvas.draw()


def test_without_axes_it_makes_a_figure_of_the_scenes_size(net):
    ax = net.plot("backward", theme="dark")
    picture = net.scene("backward", theme="dark")
    assert tuple(72 * ax.figure.get_size_inches()) == pytest.approx((picture.width, picture.height))
    assert matplotlib.colors.to_hex(ax.figure.get_facecolor()) == "#111111"


def test_a_transparent_picture_lets_the_page_show_through(net):
    from io import BytesIO

    from PIL import Image

    corner = (
        Image.open(BytesIO(render_by_matplotlib(net.scene(theme="transparent"), "png")))
        .convert("RGBA")
        .getpixel((0, 0))
    )
    assert corner[3] == 0


def test_curves_and_highlights_are_painted_too():
    from graphs import random_graph

    net = random_graph(3)
    ax = net.plot(highlight=[net.links[0].name, net.neurons[0].name])
    assert len([each for each in ax.collections if isinstance(each, LineCollection)]) == 2
