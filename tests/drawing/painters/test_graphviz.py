"""Graphviz's painting: pinned where the Scene says, names as text, and clear words where the program is missing."""

import os
import re
import stat
import sys
from xml.etree import ElementTree

import needs
import pytest

from lernmi_emo import DrawingError, MissingExtraError, Network
from lernmi_emo.drawing.painters.graphviz import render_by_graphviz, scene_to_digraph
from lernmi_emo.drawing.scene.style import one_line

SVG = "{http://www.w3.org/2000/svg}"


def nodes(svg):
    """Each node's group, by its name."""
    root = ElementTree.fromstring(svg)
    return {group.findtext(f"{SVG}title"): group for group in root.iter(f"{SVG}g") if group.get("class") == "node"}


def middle(group):
    """The middle of a node's shape; Graphviz counts y from below, as a negative number."""
    round_ = group.find(f".//{SVG}ellipse")
    if round_ is not None:
        return float(round_.get("cx")), float(round_.get("cy"))
    points = [tuple(map(float, point.split(","))) for point in group.find(f".//{SVG}polygon").get("points").split()]
    xs, ys = zip(*points)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


@needs.program("dot")
@pytest.mark.parametrize("view", ["structure", "forward", "backward", "update"])
def test_every_neuron_stands_where_the_scene_says(net, view):
    picture = net.scene(view)
    drawn = nodes(render_by_graphviz(picture, "svg"))
    for shape in picture.shapes:
        if shape.neuron and shape.neuron not in ("bias", "emotion"):
            x, y = middle(drawn[shape.neuron])
            assert (x, y + picture.height) == pytest.approx((shape.x, shape.y), abs=1)


@needs.program("dot")
def test_the_pictures_size_is_the_scenes(net):
    picture = net.scene()
    root = ElementTree.fromstring(render_by_graphviz(picture, "svg"))
    assert [float(each) for each in root.get("viewBox").split()[2:]] == pytest.approx(
        [picture.width, picture.height], abs=2
    )


@needs.program("dot")
def test_every_number_of_the_scene_is_in_the_picture(net):
    picture = net.scene("update")
    texts = [text.text for text in ElementTree.fromstring(render_by_graphviz(picture, "svg")).iter(f"{SVG}text")]
    wanted = [text.text for line in picture.lines for text in line.label]
    wanted += [text.text for shape in picture.shapes for text in shape.texts]
    assert sorted(set(wanted) - set(texts)) == []


@needs.program("dot")
@pytest.mark.parametrize(("kind", "start"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_it_makes_svg_pdf_and_png(net, kind, start):
    assert render_by_graphviz(net.scene(highlight="x1→h1"), kind).startswith(start)


@needs.program("dot")
def test_nothing_is_complained_of(net, capfd):
    for view in ("structure", "forward", "backward", "update"):
        scene_to_digraph(net.scene(view)).pipe(format="svg")
    assert capfd.readouterr().err == ""


@needs.program("dot")
def test_names_come_out_as_text_whatever_they_hold(hostile):
    picture = hostile.scene(title='<b>&amp; \\N "quoted" %s</b>', max_neurons=None)
    root = ElementTree.fromstring(render_by_graphviz(picture, "svg"))
    texts = [(text.text or "").replace("\xa0", " ") for text in root.iter(f"{SVG}text")]
    for shape in picture.shapes:
        if shape.neuron.strip():
            assert shape.texts[0].text in texts, shape.neuron
    assert '<b>&amp; \\N "quoted" %s</b>' in texts
    assert not list(root.iter(f"{SVG}script"))
    tips = [element.get("{http://www.w3.org/1999/xlink}title") for element in root.iter(f"{SVG}a")]
    assert all(one_line(neuron.name) in tips for neuron in hostile.inputs if "\\" not in neuron.name)


@needs.program("dot")
def test_a_user_can_go_on_editing_it():
    graph = Network.layered([2, 3, 1]).to_graphviz()
    graph.node("h1", fillcolor="gold")
    graph.node("note", "mine", pos="50,20", fixedsize="false")
    graph.edge("note", "h1", color="red")
    svg = graph.pipe(format="svg").decode("utf-8")
    assert 'fill="gold"' in svg
    assert ">mine<" in svg
    assert 'stroke="red"' in svg


@needs.program("dot")
def test_it_shows_itself_in_notebooks():
    bundle = Network.layered([2, 3, 1]).to_graphviz()._repr_mimebundle_()
    assert any("<svg" in str(each) for each in bundle.values())


def test_links_are_ordinary_edges_between_nodes_named_like_the_neurons(net):
    source = net.to_graphviz().source
    for line in ("x1 -> h1", "bias -> h1", '"bias 2" -> y1', '"emotion 2" -> y1'):
        assert f"\t{line} [" in source
    assert "\th1 -> x1 [" in net.to_graphviz("backward").source


def test_dot_source_needs_no_program(net, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert render_by_graphviz(net.scene(), "dot").startswith(b"digraph network {")


def test_the_same_scene_gives_the_same_source(net):
    assert net.to_graphviz("update").source == net.to_graphviz("update").source


def test_where_graphviz_is_missing_one_error_tells_how_to_install_it(net, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError) as caught:
        render_by_graphviz(net.scene(), "svg")
    for words in ("Debian", "apt install graphviz", "macOS", "brew", "Windows", "winget", "conda", "matplotlib"):
        assert words in str(caught.value)


def false_dot(folder, script):
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\nimport sys\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(folder)


@pytest.mark.skipif(os.name == "nt", reason="a script can't stand in for a program on Windows")
@pytest.mark.parametrize(
    ("script", "message"),
    [
        (
            'sys.stderr.write("dot - graphviz version 2.26.3 (20100126.1600)\\n")',
            "Graphviz 2.26.3 is too old, 2.30 or newer",
        ),
        (
            'sys.stderr.write("dot - graphviz version 9.0.0 (0)\\n")\n'
            '"-V" in sys.argv or sys.exit("Error: out of ink")',
            "'dot' failed: Error: out of ink; draw with_=\"matplotlib\" instead",
        ),
        ('sys.stderr.write("what?")', "'dot' failed: "),
        ("import os; os.abort()", "'dot' failed: "),
    ],
)
def test_a_program_that_is_too_old_or_fails_is_an_error_that_says_so(net, tmp_path, monkeypatch, script, message):
    monkeypatch.setenv("PATH", false_dot(tmp_path, script))
    with pytest.raises(DrawingError, match=re.escape(message)):
        render_by_graphviz(net.scene(), "svg")
