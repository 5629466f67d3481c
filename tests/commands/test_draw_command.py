"""`lernmi-emo draw`: a saved network as a picture."""

import needs
import pytest

from lernmi_emo import Network


@pytest.fixture
def net(here):
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.save(here / "net.json")
    return net


@pytest.fixture
def draw(run, net):
    return lambda *arguments: run("draw", "net.json", *arguments)


def test_a_network_alone_gives_its_structure(draw, here):
    assert draw("a.svg", "--with", "svg") == (0, "a.svg, drawn by svg\n", "")
    text = (here / "a.svg").read_text(encoding="utf-8")
    assert ">Structure and weights<" in text
    assert ">0.2135<" in text


@pytest.mark.parametrize(
    ("options", "title"),
    [
        (["--inputs", "0,1"], "Forward: net inputs and outputs"),
        (["--inputs", "0,1", "--targets", "1"], "Update: old weight, change, new weight"),
        (["--inputs", "0 1", "--targets", "1", "--view", "backward"], "Backward: deltas and sensitivities"),
        (["--inputs=0,1", "--view", "structure", "--title", "Mine"], "Mine"),
    ],
)
def test_a_pattern_gives_values_to_see(draw, here, options, title):
    assert draw("a.svg", "--with", "svg", *options)[0] == 0
    assert f">{title}<" in (here / "a.svg").read_text(encoding="utf-8")


def test_the_numbers_are_those_of_the_lesson_and_the_file_stays_as_it_was(draw, here, net):
    before = (here / "net.json").read_bytes()
    draw("a.svg", "--with", "svg", "--inputs", "0,1", "--targets", "1", "--view", "backward", "--digits", "6")
    net.learn([0, 1], [1])
    assert f">δ {net.neuron('y1').delta:.6f}<".replace("-", "−") in (here / "a.svg").read_text(encoding="utf-8")
    assert (here / "net.json").read_bytes() == before


@needs.program("dot")
def test_it_says_which_painter_drew(draw):
    assert draw("a.png") == (0, "a.png, drawn by graphviz\n", "")
    assert draw("a.pdf", "--with", "matplotlib") == (0, "a.pdf, drawn by matplotlib\n", "")


def test_a_lesson_becomes_a_film(draw, here):
    code, out, err = draw(
        "a.gif", "--inputs", "0,1", "--targets", "1", "--by", "phase", "--no-legend", "--labels", "none"
    )
    assert (code, out, err) == (0, "a.gif, drawn by matplotlib\n", "")
    assert (here / "a.gif").read_bytes().startswith(b"GIF89a")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["a.jpg"], "a drawing can be .svg, .pdf, .png, .dot"),
        (["a.svg", "--view", "backward"], "call learn(inputs, targets). Here, that is to give --inputs"),
        (["a.svg", "--view", "sideways"], "there is no view 'sideways'"),
        (["a.svg", "--targets", "1"], "--targets go with --inputs"),
        (["a.svg", "--inputs", "0,one"], "--inputs are numbers parted by commas"),
        (["a.svg", "--inputs", "0"], "expected 2 inputs, and 1 came"),
        (["a.svg", "--max-neurons", "few"], "--max-neurons is a whole number or all"),
        (["a.svg", "--with", "latex"], "there is no painter 'latex'"),
        (["a.gif"], "give its pattern by --inputs and --targets"),
        (["nowhere/a.svg", "--with", "svg"], "can't be written"),
    ],
)
def test_a_mistake_is_answered_with_a_message_and_no_file(draw, here, options, message):
    code, out, err = draw(*options)
    assert (code, out) == (2, "")
    assert err.startswith("lernmi-emo: ")
    assert message in err
    assert [path.name for path in here.iterdir()] == ["net.json"]


def test_a_wide_network_is_cut_as_asked(run, here):
    Network.layered([30, 4, 2]).save(here / "net.json")
    run("draw", "net.json", "a.svg", "--with", "svg", "--max-neurons", "5", "--strongest", "3", "--theme", "dark")
    text = (here / "a.svg").read_text(encoding="utf-8")
    assert ">26 more<" in text
    assert text.count("data-link=") == 6
    run("draw", "net.json", "b.svg", "--with", "svg", "--max-neurons", "all")
    assert (here / "b.svg").read_text(encoding="utf-8").count("data-neuron=") == 30 + 4 + 2 + 2
