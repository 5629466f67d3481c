"""What is shown of a walk: whole screens, at the sizes and in the letters that terminals have."""

import re

import pytest

from lernmi_emo import Network, datasets
from lernmi_emo.terminal import display
from lernmi_emo.terminal.look import TerminalLook
from lernmi_emo.terminal.neuron_map import neuron_map
from lernmi_emo.terminal.walk import Walk

COLOURS = re.compile(r"\x1b\[[\d;]*m")


def walk_of_xor(position=0, sizes=(2, 3, 1)):
    walk = Walk(Network.layered(list(sizes), emotional=True, seed=7), datasets.xor(), rate=0.5, momentum=0.9)
    walk.go(position)
    return walk


def plain(lines):
    return [COLOURS.sub("", line) for line in lines]


def test_a_screen_says_where_one_is_what_was_done_and_what_comes():
    walk = walk_of_xor()
    walk.learn()
    walk.jump("emotion→h2")
    walk.jump("emotion→h2")
    screen = display.screen(walk, TerminalLook(height=20), "xor", ["h2", "emotion→h2"])
    assert walk.step.title == "emotion→h2 backpropagates"
    assert [line.rstrip() for line in screen] == [
        "xor, pattern 2 of 4, epoch 1: 0, 1 → 1",
        " forward  error [backward] update                        45 of 66 taken, by link",
        "─" * 80,
        *walk.step.text(width=80).splitlines(),
        "",
        "  deltas (of the sources, outputs)                   error of the pattern 0.1881",
        "  x1       0.0000           h1  0.0037                y1 −0.1455",
        "• emotion  0.5000         • h2  0.0181",
        "  ⋮ 2 more                  h3  0.0150",
        "",
        "h2          net −0.3998  output 0.4014  sensitivity 0.0751  delta 0.0181",
        "emotion→h2  weight −0.5320  sensitivity 0.0090  change 0.0000  last 0.0000",
        "next: x1→h3 backpropagates",
        display.HINT,
    ]


@pytest.mark.parametrize("unicode", [True, False])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 10), (40, 10), (60, 16), (132, 50)])
def test_a_screen_has_as_many_lines_as_the_terminal_and_none_is_too_long(width, height, unicode):
    look = TerminalLook(width, height, unicode)
    watched = ["x1", "y1", "emotion→y1", "emotions", "bias→y1"]
    for sizes in ((2, 3, 1), (2, 40, 30, 1), (2, 2, 2, 2, 2, 2, 2, 1)):
        walk = walk_of_xor(sizes=sizes)
        walk.learn()
        for unit in ("link", "layer", "pattern"):
            walk.go_by(unit)
            for position in range(0, len(walk.trace) + 1, max(len(walk.trace) // 7, 1)):
                walk.go(position)
                for watches in ([], watched[:2], watched):
                    lines = display.screen(walk, look, "exclusive_or", watches, "a message")
                    assert len(lines) == height
                    assert max(map(len, lines)) <= width
                    assert unicode or all(line.isascii() for line in lines)
                    assert lines[-1] == "a message"


def test_the_hint_fits_eighty_columns():
    assert len(display.HINT) <= 80


def test_colours_are_put_around_the_same_text():
    walk = walk_of_xor(45)
    for watched in ([], ["h2", "emotion→h2"]):
        coloured = display.screen(walk, TerminalLook(colour=True), "xor", watched)
        assert any("\x1b[" in line for line in coloured)
        assert plain(coloured) == display.screen(walk, TerminalLook(), "xor", watched)


def test_what_the_step_has_changed_stands_out_among_what_is_watched():
    walk = walk_of_xor()
    walk.jump("update")
    walk.jump("emotion→h2")
    [line] = display.watch_lines(walk, TerminalLook(colour=True), ["emotion→h2"])
    changed = {each.attribute for each in walk.step.changes}
    assert {found.split()[0] for found in re.findall(r"\x1b\[7m(.*?)\x1b", line)} <= {"weight", "change", "last"}
    assert ("weight" in changed) == ("\x1b[7mweight" in line)


def test_what_is_not_computed_is_a_question_mark_and_never_0():
    walk = walk_of_xor()
    [line] = display.watch_lines(walk, TerminalLook(), ["h2"])
    assert line == "h2  net ?  output ?  sensitivity ?  delta ?"
    assert neuron_map(walk, TerminalLook(), 6)[1].split() == ["x1", "?", "h1", "?", "y1", "?"]


def test_a_wide_layer_shows_the_neurons_that_speak():
    walk = walk_of_xor(sizes=(2, 40, 1))
    walk.jump("x1→h33")
    column = [line[26:53] for line in neuron_map(walk, TerminalLook(), 7)[1:]]
    assert any("• h33" in cell for cell in column)
    assert "⋮ 35 more" in column[-1]


def test_the_map_is_left_out_where_its_columns_do_not_fit():
    assert neuron_map(walk_of_xor(sizes=(2, 2, 2, 2, 2, 2, 1)), TerminalLook(), 8) == []
    assert neuron_map(walk_of_xor(), TerminalLook(), 2) == []


def test_the_code_of_a_step_is_the_method_that_did_it():
    walk = walk_of_xor()
    walk.jump("update")
    walk.jump("emotion→h2")
    lines = display.code(walk, TerminalLook()).splitlines()
    assert lines[0] == "lernmi_emo/core/link.py, EmotionalLink.update:"
    assert lines[-1].endswith(
        "super().update(rate=self.source.emotions.anxiety, momentum=self.source.emotions.confidence)"
    )


def test_an_explanation_is_of_this_point_of_the_lesson():
    walk = walk_of_xor()
    walk.jump("h2")
    assert display.explanation(walk, TerminalLook(), "h2").startswith(
        "Neuron(h2: net 0.0000)\nh2: a neuron, logistic\n"
    )
    walk.go(len(walk.trace))
    assert "delta(h2)       = sensitivity(h2) · slope(h2)" in display.explanation(walk, TerminalLook(), "h2")
    assert "confidence" in display.explanation(walk, TerminalLook(), "emotions")


def test_colours_need_a_terminal_and_no_one_who_forbids_them(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert TerminalLook.of_terminal().colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not TerminalLook.of_terminal().colour
    monkeypatch.setenv("NO_COLOR", "")
    assert TerminalLook.of_terminal().colour
    monkeypatch.setenv("TERM", "dumb")
    assert not TerminalLook.of_terminal().colour
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert not TerminalLook.of_terminal().colour
