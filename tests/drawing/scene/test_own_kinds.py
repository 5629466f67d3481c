"""Kinds of a reader's own: drawn as they say of themselves, without a file of the drawing room that knows them."""

from xml.etree import ElementTree

import pytest

from lernmi_emo import BiasNeuron, InputError, InputNeuron, Link, Network, Neuron
from lernmi_emo.core.kind import Look
from lernmi_emo.core.source import Source
from lernmi_emo.core.weight import Weight
from lernmi_emo.drawing.painters.graphviz import scene_to_digraph
from lernmi_emo.drawing.painters.matplotlib import paint
from lernmi_emo.drawing.painters.svg import scene_to_svg
from lernmi_emo.drawing.scene.build import scene
from lernmi_emo.drawing.scene.colours import contrast
from lernmi_emo.drawing.scene.geometry import crosses, flattened, point_at
from lernmi_emo.drawing.scene.marks import plate
from lernmi_emo.drawing.scene.style import THEMES

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ["structure", "forward", "backward", "update"]
GREEN, YELLOW, PURPLE = "#009E73", "#F0E442", "#CC79A7"


class MaxNeuron(Neuron, registered=False):
    """Gives the largest of what links bring."""

    __slots__ = ()
    look = Look("largest of all <max>", "octagon", GREEN)


class NoiseNeuron(Source, registered=False):
    """Gives what is not in the pattern."""

    __slots__ = ()
    look = Look("noise", "hexagon", YELLOW, place="below")

    def perceive(self, inputs):
        self.output = 0.25


class GatedLink(Link, registered=False):
    """Its weight is what its gate gives."""

    __slots__ = ("gate",)
    refers = ("gate",)
    look = Look("gated link", "line", PURPLE)

    def __init__(self, source, target, gate):
        self.gate = gate
        super().__init__(source, target, 0.0)

    def propagate(self):
        self.sensitivity = None
        self.target.net_input += self.source.output * self.gate.output

    def backpropagate(self):
        self.source.sensitivity += self.target.delta * self.gate.output
        self.gate.sensitivity += self.target.delta * self.source.output

    @property
    def learns(self):
        return ()


class NamedWeight(Weight, registered=False):
    """A weight that several links share."""

    __slots__ = ("name",)
    fields = ("name",)

    def __init__(self, name, weight):
        self.name = name
        super().__init__(weight)


class SharedLink(Link, registered=False):
    """Its weight belongs to several links."""

    refers = ("shared",)
    look = Look("shared link", "line")

    def __init__(self, source, target, shared):
        self.shared = shared
        super().__init__(source, target, shared.weight)

    @property
    def weight(self):
        return self.shared.weight

    @weight.setter
    def weight(self, value):
        pass

    def backpropagate(self):
        super().backpropagate()
        self.shared.sensitivity += self.sensitivity

    @property
    def learns(self):
        return (self.shared,)


def gated(noise=False):
    """x1 and x2 to h, gated by g; h and a kind of neuron of its own to y."""
    x1, x2, bias = InputNeuron("x1"), InputNeuron("x2"), BiasNeuron()
    g, h, top, y = Neuron("g"), Neuron("h", "linear"), MaxNeuron("top"), Neuron("y")
    gate = NoiseNeuron("g2", "linear") if noise else g
    for source, target, weight in [(x1, g, 0.5), (x2, g, -0.25), (bias, g, 1.0), (x1, top, 0.75)]:
        Link(source, target, weight)
    for source in (x1, x2):
        GatedLink(source, h, gate)
    for source, weight in [(h, 1.5), (top, -0.5), *([(g, 0.5)] if noise else [])]:
        Link(source, y, weight)
    return Network([x1, x2], [y])


def shared():
    x1, x2, h1, h2, y = InputNeuron("x1"), InputNeuron("x2"), Neuron("h1"), Neuron("h2"), Neuron("y")
    kernel = NamedWeight("k1", 0.375)
    SharedLink(x1, h1, kernel)
    SharedLink(x2, h2, kernel)
    Link(h1, y, 0.5)
    Link(h2, y, -0.5)
    return Network([x1, x2], [y])


def parallel(count=2):
    x1, x2, h1, h2, y = InputNeuron("x1"), InputNeuron("x2"), Neuron("h1"), Neuron("h2"), Neuron("y")
    for target in (h1, h2):
        for number in range(count):
            Link(x1, target, 0.5 - 0.75 * number)
        Link(x2, target, 0.25)
        Link(target, y, 0.125)
    for number in range(count):
        Link(x1, y, 1.0 - number)
    return Network([x1, x2], [y])


def line_of(picture, name):
    return next(line for line in picture.lines if line.link == name)


def shape_of(picture, name):
    return next(shape for shape in picture.shapes if shape.neuron == name)


def label_of(picture, name):
    return [text.text for text in line_of(picture, name).label]


def words_of(picture):
    return [text.text for text in picture.texts if text.value == "legend"]


def references(picture):
    return [line for line in picture.lines if not line.link and not line.key.startswith("legend")]


# Neurons


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", VIEWS)
def test_a_neuron_has_its_kinds_shape_and_colour_and_the_legend_its_word_once(theme, view):
    net = gated(noise=True)
    net.learn([0.5, 1.0], [1.0])
    picture = scene(net, view, theme=theme)
    for name, word, outline in [("top", "largest of all <max>", "octagon"), ("g2", "noise", "hexagon")]:
        shape = shape_of(picture, name)
        assert shape.shape == outline
        assert shape.kind == word
        assert words_of(picture).count(word) == 1
        assert contrast(shape.outline, shape.fill) >= 3
        assert contrast(THEMES[theme].neuron_text, shape.fill) >= 7
    samples = [(each.shape, each.fill, each.outline) for each in picture.shapes if not each.neuron]
    for name in ("top", "g2"):
        shape = shape_of(picture, name)
        assert samples.count((shape.shape, shape.fill, shape.outline)) == 1
    if theme == "dark":  # seen well enough there as it is
        assert shape_of(picture, "top").outline == GREEN
    assert "hidden neuron" in words_of(picture)


def test_a_kind_stands_where_it_asks_to():
    picture = scene(gated(noise=True))
    noise, h = shape_of(picture, "g2"), shape_of(picture, "h")
    assert noise.x == shape_of(picture, "x1").x  # before the column of h, to which its link leads
    assert noise.y > max(shape_of(picture, name).y for name in ("x2", "g", "top"))
    assert noise.x < h.x


def test_an_output_is_drawn_as_one_unless_its_kind_has_a_look_of_its_own():
    class Quiet(Neuron, registered=False):
        __slots__ = ()

    x1 = InputNeuron("x1")
    outputs = [Neuron("y1"), Quiet("y2"), MaxNeuron("y3")]
    for neuron in outputs:
        Link(x1, neuron, 0.5)
    picture = scene(Network([x1], outputs))
    assert [shape_of(picture, f"y{place}").shape for place in (1, 2, 3)] == ["ring", "ring", "octagon"]
    assert [shape_of(picture, f"y{place}").kind for place in (1, 2, 3)] == ["output", "output", "largest of all <max>"]


@pytest.mark.parametrize(
    ("look", "message"),
    [
        (Look("odd", "hexagn"), "the look of Odd has the shape 'hexagn': did you mean 'hexagon'"),
        (Look("odd", "box", "red"), "the look of Odd has the colour 'red': a colour is written \"#RRGGBB\""),
        (Look("odd", "box", place="belw"), "the look of Odd has the place 'belw': did you mean 'below'"),
    ],
)
def test_a_look_that_can_not_be_is_refused_and_its_kind_named(look, message):
    odd = type("Odd", (Neuron,), {"__slots__": (), "look": look, "__module__": __name__}, registered=False)
    x1, y1 = InputNeuron("x1"), odd("y1")
    Link(x1, y1, 0.5)
    with pytest.raises(InputError, match=message):
        scene(Network([x1], [y1]))


def test_a_kind_without_a_word_goes_by_its_class():
    odd = type("Wordless", (Neuron,), {"__slots__": (), "look": Look("", "box", GREEN)}, registered=False)
    x1, y1 = InputNeuron("x1"), odd("y1")
    Link(x1, y1, 0.5)
    assert "Wordless" in words_of(scene(Network([x1], [y1])))


# Links


@pytest.mark.parametrize("theme", THEMES)
def test_a_link_that_has_nothing_to_learn_shows_what_it_refers_to_and_no_weight(theme):
    picture = scene(gated(), theme=theme)
    line = line_of(picture, "x1→h")
    assert label_of(picture, "x1→h") == ["gate g"]
    assert line.sign == ""
    assert line.dash == ()
    grounds = [THEMES[theme].background] if THEMES[theme].background else ["#FFFFFF", "#111111"]
    assert all(contrast(line.colour, ground) >= 3 for ground in grounds)
    assert contrast(line.label[0].colour, line.label[0].chip) >= 4.5
    assert label_of(picture, "x1→g") == ["0.5000"]
    assert words_of(picture).count("gated link") == 1
    [sample] = [each for each in picture.lines if each.key.startswith("legend-link-kind")]
    assert sample.colour == line.colour
    assert "not computed" not in words_of(picture)


def test_a_link_that_shares_a_weight_shows_it_and_its_name():
    picture = scene(shared())
    assert label_of(picture, "x1→h1") == label_of(picture, "x2→h2") == ["0.3750", "shared k1"]
    assert line_of(picture, "x1→h1").sign == "positive"
    assert line_of(picture, "x1→h1").colour == line_of(picture, "h1→y").colour  # its kind has no colour of its own
    assert words_of(picture).count("shared link") == 1
    assert label_of(scene(shared(), labels="equations"), "x1→h1") == ["w = 0.3750", "shared k1"]
    assert references(picture) == []  # a weight is no neuron, and stands nowhere


def test_usual_links_have_no_word_in_the_legend(net):
    picture = scene(net)
    assert not any(line.key.startswith("legend-link-kind") for line in picture.lines)
    assert references(picture) == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_gate_is_joined_to_the_middle_of_each_link_that_it_gates_in_the_structure_view(view):
    net = gated()
    net.learn([0.5, 1.0], [1.0])
    picture = scene(net, view)
    assert [line.tip for line in references(picture)] == (
        ["g is the gate of x1→h", "g is the gate of x2→h"] if view == "structure" else []
    )
    for line, name in zip(references(picture), ["x1→h", "x2→h"]):
        way = flattened(line_of(picture, name).points, 200)
        assert min(abs(x - line.points[1][0]) + abs(y - line.points[1][1]) for x, y in way) < 3
        middle = point_at(line_of(picture, name).points, 0.5)
        assert abs(line.points[1][0] - middle[0]) < 0.3 * (way[-1][0] - way[0][0])
        g = shape_of(picture, "g")
        assert abs(line.points[0][0] - g.x) <= g.half_width + 0.1
        assert abs(line.points[0][1] - g.y) <= g.half_height + 0.1
        for shape in picture.shapes:
            if shape.neuron and shape.neuron != "g":
                box = (shape.x, shape.y, 0.7 * shape.half_width, 0.7 * shape.half_height)
                assert not crosses(list(line.points), *box), shape.neuron


def test_a_gate_that_is_not_shown_has_no_line_and_its_link_still_names_it():
    inputs = [InputNeuron(f"x{place}") for place in range(1, 9)]
    gates, h, y = [Neuron(f"g{place}") for place in range(1, 9)], Neuron("h"), Neuron("y")
    for gate in gates:
        Link(inputs[0], gate, 0.5)
        Link(gate, y, 0.5)
    for source, gate in zip(inputs, [*gates[4:], *gates[:4]]):
        GatedLink(source, h, gate)
    Link(h, y, 0.5)
    picture = scene(Network(inputs, [y]), max_neurons=3, labels="numbers")
    shown = {shape.neuron for shape in picture.shapes}
    named = {label_of(picture, line.link)[0] for line in picture.lines if line.link.endswith("→h")}
    assert named == {"gate g5", "gate g4"}
    assert not {"g4", "g5"} & shown
    assert references(picture) == []


def test_all_painters_paint_a_gates_line_and_a_kinds_own_shape_and_colours():
    picture = scene(gated())
    keys = [line.key for line in references(picture)]
    root = ElementTree.fromstring(scene_to_svg(picture))
    groups = {group.get("id"): group for group in root.iter(f"{SVG}g") if group.get("id")}
    assert all(groups[key].find(f"{SVG}path") is not None for key in keys)
    kinds = {group.get("data-neuron"): group.get("data-kind") for group in groups.values()}
    assert kinds["top"] == "largest of all <max>"
    outline = shape_of(picture, "top").outline
    assert any(path.get("stroke") == outline for path in root.iter(f"{SVG}path"))
    source = scene_to_digraph(picture).source
    assert all(f'"{key}-start" -> "{key}-end"' in source for key in keys)
    assert any("shape=octagon" in line and outline in line for line in source.splitlines())
    assert PURPLE in source
    ax = paint(picture)
    assert len(ax.collections[0].get_paths()) == len(picture.lines)


def test_a_gated_link_can_be_pointed_out():
    net = gated()
    picture = scene(net, highlight=net.link("x1", "h"))
    assert [line.link for line in picture.lines if line.highlight] == ["x1→h"]


# Parallel links


@pytest.mark.parametrize("count", [2, 3, 4])
def test_parallel_links_are_told_apart(count):
    net = parallel(count)
    picture = scene(net)
    for source, target in [("x1", "h1"), ("x1", "h2"), ("x1", "y")]:
        lines = [line for line in picture.lines if line.link and (line.source, line.target) == (source, target)]
        first = lines[0].key
        assert [line.key for line in lines] == [first, *(f"{first}-{number}" for number in range(2, count + 1))]
        assert [line.link for line in lines][1] == f"{source}→{target} (2)"
        weights = [link.weight for link in net.links if (link.source.name, link.target.name) == (source, target)]
        assert [float(line.label[0].text.replace("−", "-")) for line in lines] == weights
        middles = [point_at(line.points, 0.5) for line in lines]
        for place, (x, y) in enumerate(middles):
            assert all(abs(x - x2) + abs(y - y2) > 1 for x2, y2 in middles[:place])
    keys = [mark.key for mark in (*picture.shapes, *picture.lines)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("view", VIEWS)
def test_labels_of_parallel_links_do_not_hide_each_other(view):
    net = parallel()
    net.learn([0.5, 1.0], [1.0])
    plates = [plate(line.label) for line in scene(net, view).lines if line.label]
    for place, (left, top, width, height) in enumerate(plates):
        for left2, top2, width2, height2 in plates[:place]:
            apart = left + width <= left2 or left2 + width2 <= left or top + height <= top2 or top2 + height2 <= top
            assert apart


def test_one_of_two_parallel_links_can_be_pointed_out():
    net = parallel()
    second = next(link for link in net.links if link.name == "x1→h1 (2)")
    for wanted in (second, "x1->h1 (2)"):
        picture = scene(net, highlight=wanted)
        assert [line.key for line in picture.lines if line.highlight] == ["link-1-3-2"]
    assert [line.key for line in scene(net, highlight="x1→h1").lines if line.highlight] == ["link-1-3"]
