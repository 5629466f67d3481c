"""SVG text: plain attributes, the same bytes, and every name as text."""

import re
from xml.etree import ElementTree

import pytest

from lernmi_emo import Network
from lernmi_emo.drawing.painters.svg import scene_to_svg
from lernmi_emo.drawing.scene.style import one_line

SVG = "{http://www.w3.org/2000/svg}"


def parsed(text):
    return ElementTree.fromstring(text)


def test_it_is_well_formed_and_has_the_scenes_size(net):
    picture = net.scene("update")
    root = parsed(scene_to_svg(picture))
    assert root.tag == f"{SVG}svg"
    assert [float(each) for each in root.get("viewBox").split()] == pytest.approx(
        [0, 0, picture.width, picture.height], abs=0.01
    )
    assert parsed(scene_to_svg(picture, size=False)).get("width") is None


def test_there_is_nothing_in_it_but_shapes_and_text_with_attributes_of_their_own(net):
    root = parsed(scene_to_svg(net.scene("backward", highlight="h1")))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "g",
        "rect",
        "path",
        "circle",
        "text",
        "title",
    }
    for element in root.iter():
        assert not {"class", "style", "onclick", "href"} & set(element.attrib)


def test_every_neuron_and_link_can_be_found_by_its_name(net):
    root = parsed(scene_to_svg(net.scene("forward")))
    groups = list(root.iter(f"{SVG}g"))
    assert {group.get("data-neuron") for group in groups} - {None} == {neuron.name for neuron in net.neurons}
    assert {group.get("data-link") for group in groups} - {None} == {link.name for link in net.links}
    assert {group.get("data-label") for group in groups} - {None} == {link.name for link in net.links}
    h1 = next(group for group in groups if group.get("data-neuron") == "h1")
    values = {text.get("data-value"): text.text for text in h1.iter(f"{SVG}text")}
    assert values["name"] == "h1"
    assert values["output"] == f"Y {net.neuron('h1').output:.4f}"


def test_ids_are_different_and_take_a_prefix(net):
    ids = re.findall(r' id="([^"]+)"', scene_to_svg(net.scene("update"), prefix="first-"))
    assert len(set(ids)) == len(ids) > 30
    assert all(each.startswith("first-") for each in ids)


def test_the_same_scene_gives_the_same_text_and_numbers_are_short(net):
    picture = net.scene("update")
    assert scene_to_svg(picture) == scene_to_svg(picture)
    assert not re.search(r"\d\.\d{3}", re.sub(r">[^<]*<|aria-label=\"[^\"]*\"", "", scene_to_svg(picture)))


def test_a_dark_page_has_a_ground_and_a_transparent_one_has_none(net):
    grounds = {}
    for theme in ("light", "dark", "transparent"):
        first = next(iter(parsed(scene_to_svg(net.scene(theme=theme)))))
        grounds[theme] = first.get("fill") if first.tag == f"{SVG}rect" else None
    assert grounds == {"light": "#FFFFFF", "dark": "#111111", "transparent": None}


def test_names_come_out_as_text_whatever_they_hold(hostile):
    text = scene_to_svg(hostile.scene(title='<script>&"'))
    assert "<script" not in text
    root = parsed(text)
    names = {group.get("data-neuron") for group in root.iter(f"{SVG}g")} - {None}
    shown = {shape.neuron for shape in hostile.scene(max_neurons=None).shapes if shape.neuron}
    assert names <= {one_line(name) for name in shown}
    assert "two↵lines" in names
    assert '<script>&"' in [each.text for each in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("name", ["\x00", "\ud800", "a\x1bb", "\ufffe", "\u202eright to left"])
def test_a_name_that_no_file_can_hold_is_shown_by_a_sign_for_it(name):
    from lernmi_emo import InputNeuron, Link, Neuron

    x, y = InputNeuron(name), Neuron("y")
    Link(x, y, 0.5)
    text = scene_to_svg(Network([x], [y]).scene())
    assert "\ufffd" in text
    parsed(text.encode("utf-8"))


def test_a_network_shows_itself_in_a_notebook():
    net = Network.layered([2, 3, 1])
    assert parsed(net._repr_svg_()).get("aria-label") == f"{net!r}, structure view"
    assert parsed(net.scene()._repr_svg_()) is not None
