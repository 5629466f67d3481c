"""`net.draw`: which painter, which file, and what is refused."""

import os
import shutil

import needs
import pytest

from lernmi_emo import DrawingError, InputError, MissingExtraError, NotComputedError


def no_programs(monkeypatch):
    monkeypatch.setenv("PATH", "")


@needs.program("dot")
def test_graphviz_draws_where_it_is_installed_and_the_answer_says_so(net, tmp_path):
    drawing = net.draw(tmp_path / "a.svg")
    assert (drawing.painter, drawing.path) == ("graphviz", tmp_path / "a.svg")
    assert str(drawing) == f"{tmp_path / 'a.svg'}, drawn by graphviz"
    assert b"graphviz" in (tmp_path / "a.svg").read_bytes()


def test_matplotlib_draws_where_graphviz_is_missing(net, tmp_path, monkeypatch):
    no_programs(monkeypatch)
    drawing = net.draw(tmp_path / "a.svg", "update")
    assert drawing.painter == "matplotlib"
    with open(drawing, encoding="utf-8") as file:  # a drawing can be opened like a path
        assert "matplotlib" in file.read()


@needs.program("dot")
def test_both_draw_pages_of_one_size(net, tmp_path):
    from xml.etree import ElementTree

    sizes = []
    for painter in ("graphviz", "matplotlib", "svg"):
        root = ElementTree.parse(net.draw(tmp_path / "a.svg", with_=painter).path).getroot()
        sizes.append([float(each) for each in root.get("viewBox").split()[2:]])
    assert sizes[0] == pytest.approx(sizes[2], abs=1)
    assert sizes[1] == pytest.approx(sizes[2], abs=1)


@pytest.mark.parametrize(
    ("painter", "suffix"), [("svg", ".svg"), ("matplotlib", ".PNG"), ("graphviz", ".gv"), ("graphviz", ".dot")]
)
def test_a_painter_can_be_asked_for_by_name(net, tmp_path, painter, suffix):
    assert net.draw(tmp_path / f"a{suffix}", with_=painter).painter == painter
    assert (tmp_path / f"a{suffix}").stat().st_size > 1000


def test_dot_source_is_graphvizs_and_needs_no_program(net, tmp_path, monkeypatch):
    no_programs(monkeypatch)
    drawing = net.draw(tmp_path / "a.dot")
    assert drawing.painter == "graphviz"
    assert str(drawing) == f"{tmp_path / 'a.dot'}, for graphviz to draw"
    assert (tmp_path / "a.dot").read_text(encoding="utf-8").startswith("digraph")


def test_graphviz_by_name_where_it_is_missing_is_an_error_and_leaves_no_file(net, tmp_path, monkeypatch):
    no_programs(monkeypatch)
    with pytest.raises(MissingExtraError, match="apt install graphviz"):
        net.draw(tmp_path / "a.svg", with_="graphviz")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "settings", "message"),
    [
        ("a.jpg", {}, r"a drawing can be \.svg, \.pdf, \.png, \.dot, and this ends in '\.jpg'"),
        ("a", {}, "and this ends in ''"),
        ("a.pdf", {"with_": "svg"}, r"a drawing by svg can be \.svg, and this ends in '\.pdf'"),
        ("a.dot", {"with_": "matplotlib"}, "a drawing by matplotlib can be"),
        ("a.gif", {}, "an animation is drawn from a trace"),
        ("a.svg", {"with_": "latex"}, "there is no painter 'latex': there are: graphviz, matplotlib, svg"),
        ("a.svg", {"view": "sideways"}, "there is no view 'sideways'"),
    ],
)
def test_an_unknown_suffix_painter_or_view_is_refused(net, tmp_path, name, settings, message):
    with pytest.raises(InputError, match=message):
        net.draw(tmp_path / name, **settings)
    assert list(tmp_path.iterdir()) == []


def test_values_that_are_not_there_are_refused_before_a_file_is(net, tmp_path):
    net.predict([0, 1])
    with pytest.raises(NotComputedError):
        net.draw(tmp_path / "a.svg", "backward")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("painter", ["svg", "matplotlib"])
def test_a_path_that_can_not_be_written_is_an_error_that_names_it(net, tmp_path, painter):
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "nowhere" / "a.svg", tmp_path / "file" / "a.svg"):
        with pytest.raises(DrawingError, match=r"can't be written.*check the path and its folder"):
            net.draw(path, with_=painter)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may write everywhere is refused nowhere")
def test_a_folder_that_is_not_ours_is_an_error_and_an_old_picture_stays(net, tmp_path):
    path = net.draw(tmp_path / "a.svg", with_="svg").path
    before = path.read_bytes()
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DrawingError, match="Permission denied"):
            net.draw(path, "update", with_="svg")
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == before


def test_an_old_picture_is_replaced(net, tmp_path):
    first = net.draw(tmp_path / "a.svg", with_="svg").path.read_bytes()
    second = net.draw(tmp_path / "a.svg", "update", with_="svg").path.read_bytes()
    assert first != second
    assert [path.name for path in tmp_path.iterdir()] == ["a.svg"]


def test_settings_reach_the_scene(net, tmp_path):
    text = net.draw(tmp_path / "a.svg", with_="svg", theme="dark", title="Mine", legend=False).path.read_text(
        encoding="utf-8"
    )
    assert ">Mine<" in text
    assert "positive weight" not in text
    with pytest.raises(TypeError, match="colour"):
        net.draw(tmp_path / "b.svg", with_="svg", colour="red")


def test_with_and_without_the_program_is_what_which_says(net, tmp_path):
    assert net.draw(tmp_path / "a.svg").painter == ("graphviz" if shutil.which("dot") else "matplotlib")
