"""How quick drawings are, beside what their painters need for the bare lines, measured in the same run.

The figures wanted for 784-15-10, with its 11,935 links: collapsed, from Scene to SVG text, under 50 ms; all links by
matplotlib under 2 s; all links by `neato -n2` under 1 s.
"""

import io
import subprocess
import time

import needs
import pytest

from lernmi_emo import Network
from lernmi_emo.drawing.painters.svg import scene_to_svg

SIZES = [784, 15, 10]


@pytest.fixture(scope="module")
def net():
    return Network.layered(SIZES, seed=1)


def best(function, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def report(benchmark, what, seconds, reference, named):
    ratio = seconds / reference
    benchmark.extra_info.update(
        ms=round(1e3 * seconds, 1), reference_ms=round(1e3 * reference, 1), ratio=round(ratio, 2)
    )
    print(f"\n{what}: {1e3 * seconds:.1f} ms; {named}: {1e3 * reference:.1f} ms; ratio {ratio:.2f}")
    return ratio


def test_a_collapsed_drawing_takes_no_longer_than_a_few_dozen_forward_passes(net, benchmark):
    benchmark.pedantic(lambda: scene_to_svg(net.scene()), rounds=20, warmup_rounds=2)
    reference = best(lambda: [net.predict([0.5] * SIZES[0]) for _ in range(10)], 10)
    seconds = benchmark.stats.stats.min
    ratio = report(benchmark, "784-15-10 collapsed, Scene to SVG text", seconds, reference, "ten forward passes")
    assert ratio < 4


def test_matplotlib_draws_all_links_no_slower_than_their_bare_lines(net, benchmark):
    from matplotlib.collections import LineCollection
    from matplotlib.figure import Figure

    from lernmi_emo.drawing.painters.matplotlib import render_by_matplotlib

    picture = net.scene(max_neurons=None)
    ends = [(line.points[0], line.points[-1]) for line in picture.lines]
    colours, widths = [line.colour for line in picture.lines], [line.width for line in picture.lines]

    def bare():
        figure = Figure(figsize=(picture.width / 72, picture.height / 72))
        ax = figure.add_axes((0, 0, 1, 1))
        ax.set_xlim(0, picture.width)
        ax.set_ylim(picture.height, 0)
        ax.add_collection(LineCollection(ends, colors=colours, linewidths=widths))
        figure.savefig(io.BytesIO(), format="svg")

    benchmark.pedantic(lambda: render_by_matplotlib(net.scene(max_neurons=None), "svg"), rounds=3, warmup_rounds=1)
    ratio = report(
        benchmark,
        "all links by matplotlib",
        benchmark.stats.stats.min,
        best(bare, 3),
        "the same lines without the rest",
    )
    assert ratio < 1.5


@needs.program("dot")
def test_graphviz_draws_all_links_in_little_more_than_its_bare_lines_take(net, benchmark):
    source = net.to_graphviz(max_neurons=None).source.encode("utf-8")
    picture = net.scene(max_neurons=None)
    edges = [
        f'a -> b [pos="{x1:.1f},{-y1:.1f} {x1:.1f},{-y1:.1f} {x2:.1f},{-y2:.1f} {x2:.1f},{-y2:.1f}" arrowhead=none]'
        for (x1, y1), (x2, y2) in ((line.points[0], line.points[-1]) for line in picture.lines)
    ]
    bare = ("digraph {\n" + "\n".join(['a [pos="0,0"]', 'b [pos="9,9"]', *edges]) + "\n}").encode("utf-8")

    def neato(text):
        return subprocess.run(["neato", "-n2", "-Tsvg"], input=text, capture_output=True, check=True).stdout

    assert neato(source).count(b'class="edge"') == len(picture.lines)
    benchmark.pedantic(neato, args=(source,), rounds=5, warmup_rounds=1)
    ratio = report(
        benchmark,
        "all links by neato -n2",
        benchmark.stats.stats.min,
        best(lambda: neato(bare), 5),
        "the same lines alone",
    )
    assert ratio < 4


def test_laying_out_all_links_takes_about_as_long_as_painting_them(net, benchmark):
    from lernmi_emo.drawing.painters.matplotlib import render_by_matplotlib

    benchmark.pedantic(lambda: net.scene(max_neurons=None), rounds=5, warmup_rounds=1)
    picture = net.scene(max_neurons=None)
    painting = best(lambda: render_by_matplotlib(picture, "svg"), 2)
    ratio = report(
        benchmark, "the Scene of all links", benchmark.stats.stats.min, painting, "painting it by matplotlib"
    )
    assert ratio < 2
