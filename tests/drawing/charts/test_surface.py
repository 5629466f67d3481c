"""The decision surface: what is shown is what the network answers, and the network stays as it was."""

import pytest

from lernmi_emo import InputError, NameNotFoundError, Network, datasets
from lernmi_emo.drawing.charts.figures import save_figure
from lernmi_emo.drawing.charts.surface import outputs_over, plot_surface


@pytest.fixture
def plane():
    return Network.layered([2, 3, 1], emotional=True, seed=7)


def image(ax):
    return ax.images[0]


def test_each_point_shows_what_the_network_answers_there(plane):
    values = image(plot_surface(plane, area=(-1, 1), resolution=5)).get_array()
    for row, second in enumerate([-1, -0.5, 0, 0.5, 1]):
        for column, first in enumerate([-1, -0.5, 0, 0.5, 1]):
            assert values[row][column] == plane.predict([first, second])[0]


def test_any_neuron_can_be_shown(plane):
    values = image(plot_surface(plane, "h2", area=(0, 1), resolution=2)).get_array()
    plane.predict([1, 0])
    assert values[0][1] == plane.neuron("h2").output


def test_the_network_keeps_its_lesson_and_its_values(plane):
    plane.learn([0, 1], [1])
    before = plane.scene("update"), plane.lesson, plane.error
    plot_surface(plane, resolution=4, patterns=datasets.xor())
    assert (plane.scene("update"), plane.lesson, plane.error) == before


def test_colours_span_the_range_of_the_activation(plane):
    assert image(plot_surface(plane, resolution=3)).get_clim() == (0, 1)
    bounded = Network.layered([2, 1], activation="tanh")
    assert image(plot_surface(bounded, resolution=3)).get_clim() == (-1, 1)
    endless = Network.layered([2, 1], activation="linear")
    low, high = image(plot_surface(endless, resolution=3)).get_clim()
    assert low == -high < 0


def test_the_line_runs_where_the_answer_changes():
    net = Network.layered([2, 1])
    for link, weight in zip(net.links, [10.0, 0.0, -5.0]):
        link.weight = weight
    ax = plot_surface(net, area=(0, 1), resolution=21)
    line = [path for collection in ax.collections for path in collection.get_paths()]
    assert {round(x, 6) for path in line for x, _ in path.vertices} == {0.5}


def test_patterns_are_points_of_two_kinds_and_all_in_view(plane):
    data = [*datasets.xor(), ([3.0, -2.0], [1.0])]
    ax = plot_surface(plane, patterns=data, resolution=3)
    groups = [group.get_offsets().tolist() for group in ax.collections if len(group.get_offsets()) > 1]
    assert sorted(len(group) for group in groups) == [2, 3]
    assert ax.get_xlim()[0] < -2
    assert ax.get_xlim()[1] > 3


def test_the_axes_bear_the_inputs_names_as_text():
    from lernmi_emo import InputNeuron, Link, Neuron

    inputs, y = [InputNeuron("$width$"), InputNeuron("<height>")], Neuron("y_1^")
    for neuron in inputs:
        Link(neuron, y, 1.0)
    ax = plot_surface(Network(inputs, [y]), resolution=3)
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("$width$", "<height>")
    assert not ax.xaxis.label.get_parse_math()
    ax.figure.canvas.draw()


def test_it_is_drawn_where_it_is_wanted(plane, tmp_path):
    from matplotlib import pyplot

    _, ax = pyplot.subplots()
    assert plot_surface(plane, ax=ax, resolution=3, theme="dark") is ax
    for name in ("a.svg", "a.png", "a.pdf"):
        assert save_figure(ax, tmp_path / name).stat().st_size > 1000


def test_the_same_network_gives_the_same_file(plane, tmp_path):
    pictures = [
        save_figure(plot_surface(plane, resolution=9, patterns=datasets.xor()), tmp_path / name).read_bytes()
        for name in ("a.svg", "b.svg")
    ]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda net: plot_surface(Network.layered([3, 1])), InputError, "over two inputs, and this network has 3"),
        (lambda net: plot_surface(net, "h9"), NameNotFoundError, "no neuron 'h9'"),
        (lambda net: plot_surface(net, area=(1, 0)), InputError, "area is from a number to a higher one"),
        (lambda net: plot_surface(net, resolution=1), InputError, "resolution must be a whole number of at least 2"),
        (lambda net: plot_surface(net, theme="black"), InputError, "no theme 'black'"),
        (
            lambda net: save_figure(plot_surface(net, resolution=3), "a.txt"),
            InputError,
            r"a figure can be \.svg, \.pdf, \.png",
        ),
    ],
)
def test_what_can_not_be_drawn_is_refused(plane, call, error, message):
    with pytest.raises(error, match=message):
        call(plane)


def test_a_grid_is_a_row_for_each_second_input(plane):
    [h1] = [plane.neuron("h1")]
    rows = outputs_over(plane, [h1], (0.0, 2.0), 3)[h1]
    plane.predict([2.0, 1.0])
    assert rows[1][2] == h1.output
