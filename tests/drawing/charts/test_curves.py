"""The curves of a history: what is on the figure, and the files made of it."""

import os
import subprocess
import sys

import pytest
from matplotlib.figure import Figure
from running import ROOT

from lernmi_emo import History, InputError, Network, NotComputedError, datasets
from lernmi_emo.drawing.charts.curves import plot_history, save_curves


@pytest.fixture
def history():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    return net.train(datasets.xor(), epochs=5, validation=datasets.xor())


def test_each_list_of_the_history_is_a_curve_over_the_epochs(history):
    ax = plot_history(history)
    curves = {line.get_label(): (list(line.get_xdata()), list(line.get_ydata())) for line in ax.lines}
    epochs = [1, 2, 3, 4, 5]
    assert curves == {
        "error": (epochs, history.errors),
        "validation error": (epochs, history.validation_errors),
        "anxiety": (epochs, history.anxieties),
        "confidence": (epochs, history.confidences),
    }
    assert [text.get_text() for text in ax.get_legend().get_texts()] == list(curves)


def test_a_plain_networks_history_has_no_curves_of_emotions():
    history = Network.layered([2, 3, 1]).train(datasets.xor(), epochs=2)
    assert [line.get_label() for line in plot_history(history).lines] == ["error"]


def test_curves_differ_in_more_than_their_colour(history):
    lines = plot_history(history).lines
    assert len({line.get_linestyle() for line in lines}) == len(lines)
    assert {line.get_color() for line in lines} == {"#D55E00", "#0072B2", "#009E73"}  # Okabe and Ito


def test_it_is_drawn_on_the_axes_that_are_handed_in(history):
    ax = Figure().add_subplot()
    assert plot_history(history, ax) is ax
    assert len(ax.lines) == 4


def test_a_confidence_below_0_is_on_the_figure():
    ax = plot_history(History(errors=[0.3, 0.4], anxieties=[0.8, 0.9], confidences=[-0.1, -0.2]))
    assert ax.get_ylim()[0] < -0.2


def test_a_history_without_epochs_has_no_curves(tmp_path):
    with pytest.raises(NotComputedError, match="there are no epochs to draw"):
        plot_history(History())
    with pytest.raises(NotComputedError):
        save_curves(History(), tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.pdf", b"%PDF")])
def test_the_suffix_says_the_kind_of_file(history, tmp_path, name, start):
    assert save_curves(history, tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("name", ["a.jpeg", "a"])
def test_another_suffix_is_refused(history, tmp_path, name):
    with pytest.raises(InputError, match=r"curves are written as \.png, \.svg, \.pdf"):
        save_curves(history, tmp_path / name)


@pytest.mark.slow
def test_the_same_history_gives_the_same_bytes_in_every_process(history, tmp_path):
    code = "import sys; from lernmi_emo import History; from lernmi_emo.drawing.charts.curves import save_curves\n"
    code += f"history = {history!r}\n"
    code += "[save_curves(history, path) for path in sys.argv[1:]]"
    suffixes = (".svg", ".png", ".pdf")
    paths = [str(tmp_path / f"other{suffix}") for suffix in suffixes]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code, *paths], check=True, env=environment)
    for suffix in suffixes:
        ours = save_curves(history, tmp_path / f"ours{suffix}").read_bytes()
        assert (tmp_path / f"other{suffix}").read_bytes() == ours
