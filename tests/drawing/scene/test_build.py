"""The Scene: what is in a drawing, where it stands, and that the numbers shown are the network's.

The worked example is Matt Mazur's ("A Step by Step Backpropagation Example", 2015).
"""

import os
import subprocess
import sys

import pytest
from graphs import random_graph, random_pattern, seeds
from hypothesis import given, settings

from lernmi_emo import BiasNeuron, InputError, InputNeuron, Link, NameNotFoundError, Network, Neuron, NotComputedError
from lernmi_emo.core.source import Source
from lernmi_emo.drawing.scene.build import scene
from lernmi_emo.drawing.scene.geometry import crosses, flattened
from lernmi_emo.drawing.scene.marks import plate
from lernmi_emo.drawing.scene.style import CORNERS
from lernmi_emo.support.text import number

VIEWS = ["structure", "forward", "backward", "update"]


def neurons(picture):
    return [shape for shape in picture.shapes if shape.neuron]


def links(picture):
    return [line for line in picture.lines if line.link]


def shape_of(picture, name):
    return next(shape for shape in picture.shapes if shape.neuron == name)


def line_of(picture, name):
    return next(line for line in picture.lines if line.link == name)


def values_in(shape):
    return {text.value: text.text for text in shape.texts}


def worked_example():
    net = Network.layered([2, 2, 2], rate=0.5)
    weights = [0.15, 0.20, 0.35, 0.25, 0.30, 0.35, 0.40, 0.45, 0.60, 0.50, 0.55, 0.60]
    for link, weight in zip(net.links, weights):
        link.weight = weight
        link.frozen = link.source.name == "bias"
    net.learn([0.05, 0.10], [0.01, 0.99])
    return net


# What is there


def test_every_neuron_and_link_is_there_and_the_bias_and_emotion_before_each_layer_they_lead_to(net):
    picture = scene(net)
    assert [shape.neuron for shape in neurons(picture)] == [
        *("x1", "x2", "bias", "emotion"),
        *("h1", "h2", "h3", "bias", "emotion", "y1"),
    ]
    assert sorted(line.link for line in links(picture)) == sorted(link.name for link in net.links)
    keys = [mark.key for mark in (*picture.shapes, *picture.lines)]
    assert len(set(keys)) == len(keys)


def test_each_kind_of_neuron_has_a_shape_of_its_own(net):
    kinds = {shape.neuron: shape.kind for shape in neurons(scene(net))}
    assert kinds == {
        **dict.fromkeys(["x1", "x2"], "input"),
        **dict.fromkeys(["h1", "h2", "h3"], "hidden"),
        **{"y1": "output", "bias": "bias", "emotion": "emotion"},
    }
    shapes = {shape.kind: shape.shape for shape in neurons(scene(net))}
    outlines = [CORNERS.get(shape, shape) for shape in shapes.values()]
    assert len(set(outlines)) == len(outlines) == 5
    assert CORNERS[Source.look.shape] not in outlines


def test_negative_links_differ_from_positive_ones_in_colour_and_in_dash_and_width_grows_with_the_weight(net):
    lines = links(scene(net))
    for line in lines:
        weight = net.link(line.source, line.target).weight
        assert line.colour == ("#D55E00" if weight > 0 else "#0072B2")
        assert bool(line.dash) == (weight < 0)
    ordered = sorted(lines, key=lambda line: abs(net.link(line.source, line.target).weight))
    widths = [line.width for line in ordered]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_layers_are_columns_and_a_depth_is_a_layer_in_any_graph():
    picture = scene(Network.layered([2, 4, 3, 1]))
    columns = [{shape.x for shape in neurons(picture) if shape.neuron[0] == letter} for letter in "xy"]
    hidden = [{shape.x for shape in neurons(picture) if shape.neuron.startswith(f"h{depth}.")} for depth in (1, 2)]
    assert all(len(column) == 1 for column in [*columns, *hidden])
    assert min(columns[0]) < min(hidden[0]) < min(hidden[1]) < min(columns[1])


@given(seeds)
def test_in_any_graph_every_link_runs_to_the_right(seed):
    picture = scene(random_graph(seed), labels=None)
    for line in links(picture):
        assert line.points[0][0] < line.points[-1][0]


def test_title_layer_names_and_legend_are_there_and_can_be_left_out(net):
    texts = [text.text for text in scene(net).texts]
    assert {"Structure and weights", "inputs", "hidden layer", "output", "positive weight", "bias (always 1)"} <= set(
        texts
    )
    bare = scene(net, title="", layer_names=False, legend=False)
    assert bare.texts == ()
    assert [text.text for text in scene(net, title="Mine").texts if text.value == "title"] == ["Mine"]


def test_the_legend_names_the_kinds_that_are_there_and_no_other():
    kinds = {shape.kind for shape in scene(Network.layered([2, 1], bias=False)).shapes if not shape.neuron}
    assert kinds == {"input", "output"}


# The numbers are the network's


def test_the_forward_view_shows_the_worked_examples_net_inputs_and_outputs():
    picture = scene(worked_example(), "forward", digits=10)
    assert values_in(shape_of(picture, "h1")) == {
        "name": "h1",
        "output": "Y 0.5932699921",
        "net_input": "net 0.3775000000",
    }
    assert values_in(shape_of(picture, "y2"))["output"] == "Y 0.7729284653"
    assert values_in(shape_of(picture, "x1")) == {"name": "x1", "output": "Y 0.0500000000"}
    assert [text.text for text in picture.texts if text.value == "target"] == [
        "target 0.0100000000",
        "target 0.9900000000",
    ]


def test_the_backward_view_shows_the_worked_examples_deltas_and_sensitivities():
    picture = scene(worked_example(), "backward", digits=8)
    assert values_in(shape_of(picture, "y1"))["delta"] == "δ 0.13849856"
    assert values_in(shape_of(picture, "h2")) == {
        "name": "h2",
        "delta": "δ 0.00995425",
        "sensitivity": "∂E/∂Y 0.04137032",
    }
    assert line_of(picture, "h1→y1").label[0].text == "0.08216704"
    assert line_of(picture, "h1→y2").label[0].text == "−0.02260254"


def test_the_update_view_shows_the_worked_examples_old_weight_change_and_new_weight():
    picture = scene(worked_example(), "update", digits=8)
    assert [text.text for text in line_of(picture, "x1→h1").label] == ["0.15000000 − 0.00021928", "= 0.14978072"]
    assert [text.text for text in line_of(picture, "h1→y2").label] == ["0.50000000 + 0.01130127", "= 0.51130127"]
    assert [text.text for text in line_of(picture, "bias→h1").label] == ["0.35000000", "frozen"]
    assert any("error E = 0.29837111, rate η = 0.5, momentum α = 0" in text.text for text in picture.texts)


@settings(max_examples=25)
@given(seeds)
def test_what_any_graph_shows_is_what_its_neurons_and_links_hold(seed):
    net = random_graph(seed)
    before = {link.name: link.weight for link in net.links}
    net.learn(*random_pattern(net, seed))
    forward, backward = scene(net, "forward", labels="numbers"), scene(net, "backward", labels="numbers")
    for shape in neurons(forward):
        assert values_in(shape)["output"] == "Y " + shown(net.neuron(shape.neuron).output)
    for shape in neurons(backward):
        assert values_in(shape)["sensitivity"] == "∂E/∂Y " + shown(net.neuron(shape.neuron).sensitivity)
    for line in links(forward):  # the weight that the outputs were computed with, not the updated one
        assert line.label[0].text == shown(before[line.link])
    for line in links(backward):
        assert line.label[0].text == shown(net.link(line.source, line.target).sensitivity)
    for line in links(scene(net, labels="numbers")):
        assert line.label[0].text == shown(net.link(line.source, line.target).weight)


def shown(value):
    """With four decimals; by its power of ten, where those would show a 0 that it is not."""
    text = number(value)
    return text if text != "0.0000" or value == 0 else f"{value:.1e}".replace("-", "−")


def test_a_small_value_is_not_shown_as_0():
    net = Network.layered([1, 1], bias=False)
    net.links[0].weight = -0.000012
    assert line_of(scene(net), "x1→y1").label[0].text == "−1.2e−05"


def test_a_small_change_is_written_once_in_one_way_in_its_two_equations():
    net = Network.layered([1, 1], bias=False, activation="linear", weight_range=0)
    net.learn([0.001], [0.01234], rate=1)
    change, weight = (text.text for text in line_of(scene(net, "update", labels="equations"), "x1→y1").label)
    assert change.endswith("= 1.23e−05")
    assert weight == "0.0000 + 1.23e−05 = 1.23e−05"


def test_emotional_links_show_the_emotions_they_learnt_by(net):
    words = " ".join(text.text for text in scene(net, "update").texts)
    assert f"anxiety μ = {number(net.lesson.anxiety)}" in words
    assert f"confidence k = {number(net.lesson.confidence)}" in words


def test_in_the_backward_view_arrows_lead_from_target_to_source(net):
    forward, backward = scene(net, "forward"), scene(net, "backward")
    line = line_of(backward, "x1→h1")
    assert (line.start, line.end) == (shape_of(backward, "h1").key, shape_of(backward, "x1").key)
    assert line.points[0][0] > line.points[-1][0]
    assert line_of(forward, "x1→h1").points[0][0] < line_of(forward, "x1→h1").points[-1][0]


def test_equations_take_their_numbers_from_the_network():
    net = worked_example()
    picture = scene(net, "forward", labels="equations")
    assert line_of(picture, "x1→h1").label[0].text == "0.0500 · 0.1500 = 0.0075"
    assert "logistic(0.3775) = 0.5933" in [text.text for text in picture.texts]
    backward = scene(net, "backward", labels="equations")
    assert line_of(backward, "h1→y1").label[0].text == "0.1385 · 0.5933 = 0.0822"
    assert "0.0364 · 0.2413 = 0.0088" in [text.text for text in backward.texts]
    update = scene(net, "update", labels="equations")
    assert [text.text for text in line_of(update, "h1→y2").label] == [
        "0.0000 · 0.0000 − 0.5000 · (−0.0226) = 0.0113",
        "0.5000 + 0.0113 = 0.5113",
    ]
    assert line_of(scene(net, labels="equations"), "x1→h1").label[0].text == "w = 0.1498"


@pytest.mark.parametrize("change", [("weight", 3.0), ("frozen", True)])
def test_what_is_set_after_the_lesson_changes_nothing_of_what_the_lesson_did(change):
    net = Network.layered([2, 3, 1], seed=7)
    net.learn([0, 1], [1])
    link = net.link("x2", "h1")
    views = ("forward", "backward", "update")
    before = [[text.text for text in line_of(scene(net, view, labels="equations"), link.name).label] for view in views]
    setattr(link, *change)
    after = [[text.text for text in line_of(scene(net, view, labels="equations"), link.name).label] for view in views]
    assert after == before
    assert before[0] == [f"1.0000 · ({number(link.weight_before)}) = {number(link.weight_before)}"]


def test_a_link_of_a_readers_own_shows_the_numbers_that_it_sent():
    class Halving(Link):
        def propagate(self):
            self.target.net_input += 0.5 * self.source.output * self.weight

        def update(self, rate, momentum):
            super().update(2 * rate, momentum)

    x1, y1 = InputNeuron("x1"), Neuron("y1")
    link = Halving(x1, y1, 0.5)
    net = Network([x1], [y1])
    net.learn([0.25], [0])
    forward = line_of(scene(net, "forward", labels="equations"), "x1→y1").label
    assert [text.text for text in forward] == ["½ · 0.2500 · 0.5000 = 0.0625"]
    change, _ = [text.text for text in line_of(scene(net, "update", labels="equations"), "x1→y1").label]
    assert change.startswith("0.0000 · 0.0000 − 2 · 0.5000 · ")
    assert change.endswith(f" = {number(link.change)}")


# What is not computed


@pytest.mark.parametrize(
    ("view", "call"), [("forward", r"predict\(inputs\)"), ("backward", r"learn\("), ("update", r"learn\(")]
)
def test_a_view_whose_values_do_not_exist_says_which_call_makes_them(view, call):
    with pytest.raises(NotComputedError, match=call):
        scene(Network.layered([2, 3, 1]), view)


@pytest.mark.parametrize("view", ["backward", "update"])
def test_after_predict_there_is_nothing_to_see_of_the_lesson_before(net, view):
    net.predict([0, 1])
    with pytest.raises(NotComputedError, match="since the last pattern was presented"):
        scene(net, view)


def test_what_is_not_computed_says_so_and_is_never_0():
    net = Network.layered([2, 3, 1])
    for view in VIEWS[1:]:
        picture = scene(net, view, check=False)
        for shape in neurons(picture):
            assert all("not computed" in text for value, text in values_in(shape).items() if value != "name")
    picture = scene(net, "backward", check=False)
    assert {line.sign for line in links(picture)} == {"not computed"}
    assert all(line.dash and line.label[0].text == "not computed" for line in links(picture))
    assert "not computed" in [text.text for text in picture.texts]


def test_in_the_midst_of_a_lesson_the_last_lessons_changes_are_not_shown_as_this_ones(net):
    for step in net.steps([1, 0], [1]):
        if step.phase == "update":
            break
    assert [link.change != 0 for link in net.links] == [True] * len(net.links)  # the last lesson's, but for one
    labels = {line.link: [text.text for text in line.label] for line in links(scene(net, "update"))}
    fresh = [name for name, lines in labels.items() if lines[-1] != "not computed"]
    assert fresh == [step.subject]


def test_a_frozen_link_says_so():
    net = Network.layered([1, 1], bias=False)
    net.links[0].frozen = True
    assert [text.text for text in line_of(scene(net), "x1→y1").label][1] == "frozen"


# Wide layers and many links


def test_a_wide_layer_shows_its_first_and_last_neurons_and_counts_the_others():
    picture = scene(Network.layered([784, 15, 10]), max_neurons=6)
    shown = [shape.neuron for shape in neurons(picture) if shape.neuron.startswith("x")]
    assert shown == ["x1", "x2", "x3", "x783", "x784"]
    assert [text.text for text in picture.texts if text.value == "gap"] == [
        *("⋮", "779 more", "⋮", "10 more", "⋮", "5 more"),
    ]
    ends = {shape.neuron for shape in neurons(picture)}
    assert all(line.source in ends and line.target in ends for line in links(picture))
    assert any("of 11,935 links are drawn" in text.text for text in picture.texts)


def test_max_neurons_none_shows_all():
    picture = scene(Network.layered([100, 30, 10]), max_neurons=None)
    assert len(links(picture)) == 100 * 30 + 30 + 30 * 10 + 10
    assert len({(shape.x, shape.y) for shape in neurons(picture)}) == 100 + 30 + 10 + 2


def test_the_strongest_links_into_each_layer_are_kept():
    net = Network.layered([5, 4, 3], seed=2)
    picture = scene(net, strongest=6)
    for layer in net.layers:
        ranked = sorted(layer.links, key=lambda link: -abs(link.weight))
        drawn = {line.link for line in links(picture)} & {link.name for link in layer.links}
        assert drawn == {link.name for link in ranked[:6]}


def test_numbers_stand_on_few_links_and_on_many_where_they_are_asked_for():
    net = Network.layered([8, 8, 2])
    assert not any(line.label for line in links(scene(net)))
    assert all(line.label for line in links(scene(net, labels="numbers")))
    assert not any(line.label for line in links(scene(Network.layered([2, 1]), labels=None)))


def test_digits_are_as_many_as_asked_for():
    net = Network.layered([1, 1], bias=False)
    net.links[0].weight = 4 / 3
    texts = [line_of(scene(net, digits=digits), "x1→y1").label[0].text for digits in (0, 2, 6)]
    assert texts == ["1", "1.33", "1.333333"]


# Nothing hides anything

TOPOLOGIES = [[1, 1], [2, 3, 1], [3, 2], [4, 4, 2], [2, 6, 4, 1], [5, 3, 5]]


def boxes_of_labels(picture):
    for line in picture.lines:
        if line.label:
            left, top, width, height = plate(line.label)
            yield line.link, (left + width / 2, top + height / 2, width / 2, height / 2)


def touches(one, other):
    return abs(one[0] - other[0]) < one[2] + other[2] and abs(one[1] - other[1]) < one[3] + other[3]


@pytest.mark.parametrize("labels", ["numbers", "equations"])
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sizes", TOPOLOGIES, ids=str)
@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_labels_collide_with_no_other_label_and_with_no_neuron(sizes, view, labels, emotional):
    net = Network.layered(sizes, emotional=emotional, seed=3)
    net.learn([0.3] * sizes[0], [0.7] * sizes[-1])
    picture = scene(net, view, labels=labels)
    placed = list(boxes_of_labels(picture))
    for place, (name, box) in enumerate(placed):
        for other_name, other in placed[:place]:
            assert not touches(box, other), f"{name} and {other_name}"
        for shape in neurons(picture):
            assert not touches(box, (shape.x, shape.y, shape.half_width, shape.half_height)), (
                f"{name} on {shape.neuron}"
            )


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sizes", [*TOPOLOGIES, [10, 10], [16, 8, 16]], ids=str)
def test_no_link_runs_through_a_neuron_that_is_not_its_own(sizes, view):
    net = Network.layered(sizes, emotional=True, seed=3)
    net.learn([0.3] * sizes[0], [0.7] * sizes[-1])
    assert_no_link_crosses_a_neuron(scene(net, view, max_neurons=None, labels=None))


@given(seeds)
def test_not_even_in_a_graph_whose_links_pass_layers(seed):
    assert_no_link_crosses_a_neuron(scene(random_graph(seed), labels=None))


def assert_no_link_crosses_a_neuron(picture):
    for line in links(picture):
        pieces = flattened(line.points, 40)
        for shape in neurons(picture):
            if shape.key not in (line.start, line.end):
                # Well inside its outline, for the corners of a circle's box are not the circle's.
                box = (shape.x, shape.y, 0.7 * shape.half_width, 0.7 * shape.half_height)
                assert not crosses(pieces, *box), f"{line.link} runs through {shape.neuron}"


@given(seeds)
def test_everything_lies_on_the_page(seed):
    net = random_graph(seed)
    net.learn(*random_pattern(net, seed))
    for view in VIEWS:
        picture = scene(net, view, labels=None)
        for shape in picture.shapes:
            assert 0 < shape.x - shape.half_width < shape.x + shape.half_width < picture.width
            assert 0 < shape.y - shape.half_height < shape.y + shape.half_height < picture.height
        for text in picture.texts:
            assert 0 <= text.x <= picture.width
            assert 0 < text.y < picture.height


# Pointing out


def test_a_neuron_or_a_link_can_be_pointed_out(net):
    picture = scene(net, highlight=["h2", "emotion→h2", "bias"])
    assert [shape.neuron for shape in picture.shapes if shape.highlight] == ["bias", "h2", "bias"]
    assert [line.link for line in picture.lines if line.highlight] == ["emotion→h2"]
    assert [shape.neuron for shape in scene(net, highlight="x1").shapes if shape.highlight] == ["x1"]


def test_neurons_and_links_can_be_handed_in_themselves_alone_or_in_a_list(net):
    def shown(highlight):
        picture = scene(net, highlight=highlight)
        return picture.shapes, picture.lines

    link, neuron = net.link("x1", "h2"), net.neuron("h2")
    assert shown(link) == shown("x1→h2") == shown("x1->h2") == shown([link])
    assert shown(neuron) == shown("h2") == shown((neuron,))
    assert shown([neuron, link, "bias->h1"]) == shown(["h2", "x1→h2", "bias→h1"])
    assert shown(each for each in net.layers[1].links) == shown([link.name for link in net.layers[1].links])
    assert shown(link) != shown([])


@pytest.mark.parametrize("wanted", [5, None, [5], [None], ["h1", ("x1", "h1")]])
def test_what_is_neither_a_name_nor_a_part_can_not_be_pointed_out(net, wanted):
    with pytest.raises(InputError, match=r'highlight takes neurons and links, or their names, .*highlight="x1"'):
        scene(net, highlight=wanted)


def test_a_part_of_another_network_can_not_be_pointed_out(net):
    other = Network.layered([2, 3, 1], emotional=True)
    for part in (other.neuron("h1"), other.link("x1", "h1")):
        with pytest.raises(InputError, match=r"h1.* can't be highlighted: it is of another network"):
            scene(net, highlight=part)


def test_what_is_not_there_can_not_be_pointed_out(net):
    with pytest.raises(
        NameNotFoundError, match="no neuron or link 'emotion→h22' to highlight: did you mean 'emotion→h2'"
    ):
        scene(net, highlight="emotion→h22")


# The same again


def test_the_same_network_gives_the_same_scene_in_every_process(net):
    code = (
        "from lernmi_emo import Network, datasets\n"
        "net = Network.layered([2, 3, 1], emotional=True, seed=7); net.train(datasets.xor(), epochs=5, momentum=0.9)\n"
        "net.learn([0, 1], [1], rate=0.5, momentum=0.9); print(net.scene('update'))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
        assert run.stdout.decode("utf-8").strip() == str(net.scene("update"))


def test_drawing_leaves_the_network_as_it_was(net):
    before = [(repr(neuron), neuron.sensitivity) for neuron in net.neurons] + [repr(link) for link in net.links]
    for view in VIEWS:
        scene(net, view, labels="equations")
    assert before == [(repr(neuron), neuron.sensitivity) for neuron in net.neurons] + [repr(link) for link in net.links]


# Bad settings


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"view": "backwards"}, "no view 'backwards': did you mean 'backward'"),
        ({"theme": "drak"}, "no theme 'drak': did you mean 'dark'"),
        ({"labels": "many"}, "labels are one of 'auto', 'numbers', 'equations', None"),
        ({"digits": -1}, "digits must be a whole number of at least 0"),
        ({"max_neurons": 2}, "max_neurons must be a whole number of at least 3"),
        ({"strongest": 1.5}, "strongest must be a whole number of at least 0"),
    ],
)
def test_a_setting_that_there_is_not_is_refused(net, wrong, message):
    with pytest.raises(InputError, match=message):
        scene(net, **wrong)


def test_a_network_of_other_sources_and_several_biases_is_drawn_too():
    class Clock(BiasNeuron):
        __slots__ = ()

    x1, first, second, h1, y1 = InputNeuron("x1"), BiasNeuron("b1"), Clock("b2"), Neuron("h1"), Neuron("y1")
    for source, target in [(x1, h1), (first, h1), (h1, y1), (second, y1), (second, h1)]:
        Link(source, target, 0.1)
    picture = scene(Network([x1], [y1]))
    assert [shape.neuron for shape in neurons(picture)] == ["x1", "b2", "b1", "h1", "b2", "y1"]
    assert len({(shape.x, shape.y) for shape in neurons(picture)}) == 6


def test_beside_a_column_of_hundreds_small_layers_keep_their_size():
    picture = scene(Network.layered([784, 15, 10], emotional=True), max_neurons=None)
    sizes = {shape.neuron: shape.half_width for shape in neurons(picture)}
    small = shape_of(scene(Network.layered([2, 3, 1])), "h1").half_width
    assert sizes["h1"] == sizes["y10"] == small
    assert sizes["x1"] < 1
    assert picture.height < 2000
    assert_no_link_crosses_a_neuron(scene(Network.layered([40, 15, 10], emotional=True), max_neurons=None))
