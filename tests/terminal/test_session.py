"""The walk line by line and key by key: every command, every mistake."""

import re

import pytest

from lernmi_emo import InputError, Network, datasets
from lernmi_emo.terminal.answers import Asked
from lernmi_emo.terminal.keyboard import RESIZED
from lernmi_emo.terminal.keys import COMMANDS, command_of_line
from lernmi_emo.terminal.look import TerminalLook
from lernmi_emo.terminal.session import by_keys, by_lines, completions
from lernmi_emo.terminal.walk import Walk


@pytest.fixture
def asked():
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    return Asked(Walk(net, datasets.xor(), rate=0.5, momentum=0.9), TerminalLook(), "xor")


@pytest.fixture
def say(asked, capsys):
    """What is printed for these lines, without what stands there before the first."""

    def say(*lines, at_terminal=False):
        by_lines(asked, [line + "\n" for line in lines], at_terminal=at_terminal)
        return capsys.readouterr().out.split("(step) ", 1)[1]

    return say


def test_before_the_first_line_it_says_where_one_is(asked, capsys):
    by_lines(asked, [], at_terminal=False)
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == "xor, pattern 1 of 4, epoch 1: 0, 0 → 0"
    assert second == "Lesson 1 begins."
    assert third.startswith("It learns by these emotions: Emotions(anxiety 0.")


def test_each_line_is_shown_with_what_comes_of_it(say):
    assert say("next 5", "", "back") == (
        "next 5\n"
        "   4  forward   x1→h1 propagates\n"
        "      net(h1) = net(h1) so far + output(x1) · weight\n"
        "              = 0.0000 + 0.0000 · (−0.2491)\n"
        "              = 0.0000\n"
        "(step) \n"
        "   5  forward   x2→h1 propagates\n"
        "      net(h1) = net(h1) so far + output(x2) · weight\n"
        "              = 0.0000 + 0.0000 · (−0.4938)\n"
        "              = 0.0000\n"
        "(step) back\n"
        "   4  forward   x1→h1 propagates\n"
        "      net(h1) = net(h1) so far + output(x1) · weight\n"
        "              = 0.0000 + 0.0000 · (−0.2491)\n"
        "              = 0.0000\n"
    )


def test_all_that_can_be_asked_for_can_be_asked_for_in_a_line(asked, say):
    out = say(
        "# a remark",
        "unit layer",
        "next",
        "u",
        "unit link",
        "jump emotion->h2",
        "watch h2",
        "w emotions",
        "w h2",
        "print h2",
        "print",
        "p network",
        "code",
        "run h2.delta < 0",
        "run",
        "digits 6",
        "next",
        "end",
        "begin",
        "learn 3",
        "l",
        "rewind",
        "help",
        "quit",
        "this is not read any more",
    )
    for line in (
        "steps go by layer now",
        "steps go by phase now",
        "emotion→h2 propagates",
        "h2 is watched; the same again ends it",
        "emotions is watched",
        "h2 is not watched any more",
        "Neuron(h2: net ",
        "Network(2-3-1: 8 neurons, 17 links, emotional)",
        "lernmi_emo/core/link.py, Link.propagate:",
        "h2.delta < 0 has become true\n",
        "h2.delta < 0 has become true, 3 lessons later\n",
        "numbers have 6 decimals now",
        "emotion→y1 updates by the emotions",
        "epoch 1 is over, and was felt: Emotions(anxiety ",
        "this is where the walk began",
        "xor, pattern 1 of 4, epoch 1: 0, 0 → 0",
    ):
        assert line in out
    assert re.search(r"= −?0\.\d{6}\b", out)
    for command in COMMANDS:
        assert command.help in out
    assert asked.is_over
    assert asked.watched == ["emotions"]
    assert "not read" not in out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("nxt", "there is no command 'nxt': did you mean 'next'?"),
        ("xyz", "there is no command 'xyz': there are: back, begin"),
        ("next many", "how many is a whole number of at least 1, and this came: 'many'"),
        ("next " + "9" * 5000, "how many is a whole number"),
        ("jump " + "9" * 5000, "no phase, neuron or link"),
        ("digits " + "9" * 5000, "how many decimals?"),
        ("next 0", "how many is a whole number of at least 1, and this came: '0'"),
        ("back", "this is where the walk began"),
        ("unit epoch", "no steps by 'epoch'"),
        ("jump", "jump where?"),
        ("jump h9", "no phase, neuron or link 'h9'"),
        ("watch", "watch what?"),
        ("watch h9", "no neuron 'h9'"),
        ("print h9", "no neuron 'h9'"),
        ("run", "run to where?"),
        ("run h2.delta", "a comparison is missing"),
        ("digits", "how many decimals?"),
        ("digits 99", "from 0 to 15"),
    ],
)
def test_a_mistake_in_a_script_ends_it_and_says_in_which_line(asked, say, line, message):
    with pytest.raises(InputError, match=f"^line 2: .*({message})"):
        say("", line) if line != "back" else say("# nothing yet", line)


def test_a_mistake_of_someone_who_sits_there_is_told_and_the_next_line_awaited(say):
    out = say("jmp h2", "n", at_terminal=True)
    assert "there is no command 'jmp': did you mean 'jump'?" in out
    assert "x1 … x2 receive the pattern" in out
    assert out.endswith("(step) ")


def test_the_last_condition_can_be_run_to_again(asked, say):
    say("run h2.delta < 0", "run")
    assert asked.condition == "h2.delta < 0"
    assert asked.walk.lesson == 3


@pytest.mark.parametrize(
    ("line", "word", "argument"),
    [
        ("", "next", ""),
        ("n", "next", ""),
        ("n 3", "next", "3"),
        ("R", "rewind", ""),
        ("rew", "rewind", ""),
        ("r a > 1", "run", "a > 1"),
        ("le 2", "learn", "2"),
        ("?", "help", ""),
        ("  jump   h2 ", "jump", "  h2"),
    ],
)
def test_words_may_be_cut_short_and_keys_will_do(line, word, argument):
    command, given = command_of_line(line)
    assert (command.word, given) == (word, argument)


class Fingers:
    """Stands for a keyboard and its screen: plays these keys, answers these questions, keeps what was drawn."""

    def __init__(self, keys, answers=()):
        self.keys, self.answers = iter(keys), iter(answers)
        self.screens, self.questions = [], []

    def read(self):
        key = next(self.keys)
        if key == "ctrl-c":
            raise KeyboardInterrupt
        return key

    def ask(self, question, row, words):
        self.questions.append((question, row))
        return next(self.answers)

    def draw(self, lines):
        self.screens.append(lines)


def play(asked, keys, answers=()):
    fingers = Fingers([*keys, "q"], answers)
    by_keys(asked, fingers)
    return fingers


def test_one_key_is_a_step_forward_or_back(asked):
    screens = play(asked, ["space", "n", "right", "enter", "left", "b"]).screens
    taken = [re.search(r"(\d+) of 66 taken", screen[1])[1] for screen in screens]
    assert taken == ["0", "1", "2", "3", "4", "3", "2"]


def test_a_key_that_needs_a_word_asks_for_it(asked):
    fingers = play(asked, ["j", "w", "r"], ["update", "h2", "h2.delta < 0"])
    assert fingers.questions == [("jump to: ", 24), ("watch: ", 24), ("run to: ", 24)]
    assert fingers.screens[1][3].startswith("  49  update    x1→h1 updates")
    assert fingers.screens[2][-1] == "h2 is watched; the same again ends it"
    assert "h2.delta < 0 has become true, 3 lessons later" in fingers.screens[-1][-1]


def test_a_question_that_is_broken_off_does_nothing(asked):
    fingers = play(asked, ["j", "w", "d"], ["", "", ""])
    assert fingers.screens[1:] == fingers.screens[:-1]


def test_a_text_is_read_and_closed_by_any_key(asked):
    fingers = play(asked, ["p", "x", "?", "x", "space"], [""])
    assert fingers.screens[1][0] == "x1 … x2 receive the pattern"
    assert fingers.screens[1][-1] == "any key goes back"
    assert fingers.screens[3][0].split() == ["key", "as", "a", "line"]
    assert "1 of 66 taken" in fingers.screens[-1][1]


def test_a_long_text_has_pages(asked, monkeypatch):
    monkeypatch.setattr(TerminalLook, "of_terminal", lambda digits: TerminalLook(height=10))
    fingers = play(asked, ["?", "x", "x", "x"])
    feet = [screen[-1] for screen in fingers.screens[1:4]]
    assert feet[0] == "page 1 of 3: any key goes on, q back"
    assert feet[2] == "any key goes back"
    asked.is_over = False
    fingers = play(asked, ["?", "q"])
    assert len(fingers.screens) == 3  # the walk, one page, the walk


def test_a_mistake_is_told_in_the_last_line_and_a_long_one_on_a_page(asked):
    fingers = play(asked, ["b", "z", "r", "x"], ["h2.wieght > 0 and it goes on and on"])
    assert fingers.screens[1][-1] == "this is where the walk began"
    assert fingers.screens[2][-1] == "? shows the keys"
    assert "h2 has no 'wieght'" in " ".join(fingers.screens[3])


def test_ctrl_c_stops_a_run_and_nothing_else(asked, monkeypatch):
    def interrupted(self, condition, tick):
        tick()
        raise KeyboardInterrupt

    monkeypatch.setattr(Walk, "run", interrupted)
    fingers = play(asked, ["r", "x", "space", "ctrl-c", "x"], ["error < 0"])
    assert fingers.screens[1][-1] == "running … Ctrl-C stops it"
    assert fingers.screens[2][-1] == "stopped; q leaves"
    assert "1 of 66 taken" in fingers.screens[-1][1]


def test_a_window_of_another_size_is_drawn_again(asked, monkeypatch):
    heights = iter([24, 12, 12])
    monkeypatch.setattr(TerminalLook, "of_terminal", lambda digits: TerminalLook(height=next(heights)))
    assert [len(screen) for screen in play(asked, [RESIZED]).screens] == [24, 12]


def test_decimals_stay_as_asked_for(asked):
    play(asked, ["d", "space"], ["7"])
    assert asked.look.digits == 7


def test_tab_completes_phases_neurons_links_and_emotions(asked):
    assert {"update", "h2", "emotion→h2", "emotions"} <= set(completions(asked))
