"""Keys: each is known by what the terminal sends, and the terminal is given back as it was. On a real one (a pty)."""

import os
import sys
from contextlib import contextmanager, suppress

import pytest

from lernmi_emo.terminal.keyboard import SEQUENCES, WINDOWS, Keyboard, has_keys
from lernmi_emo.terminal.keys import COMMANDS, command_of_key

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")


@contextmanager
def terminal(name="xterm"):
    """A pty: stdin and stdout are its one end, and what is written to the other is typed there."""
    import pty

    ours, theirs = pty.openpty()
    with (
        open(theirs, encoding="utf-8", closefd=False) as reader,
        open(theirs, "w", encoding="utf-8", closefd=False) as writer,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "stdin", reader)
        patch.setattr(sys, "stdout", writer)
        patch.setenv("TERM", name)
        yield ours
    os.close(ours)
    os.close(theirs)


def written(ours):
    """What was written there, up to where the terminal was given back."""
    text = ""
    while not text.endswith("\x1b[?1049l"):
        text += os.read(ours, 1000).decode()
    return text


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        (b"n", "n"),
        (b"?", "?"),
        (b" ", "space"),
        (b"\r", "enter"),
        (b"\x7f", "backspace"),
        (b"\x04", "eof"),
        (b"\x1b[C", "right"),
        (b"\x1bOD", "left"),
        (b"\x1b[1~", "home"),
        (b"\x1b[F", "end"),
        (b"\x1b", "escape"),
        ("→".encode(), "→"),
        ("é".encode(), "é"),
    ],
)
def test_a_key_is_read_as_what_it_is(typed, key):
    with terminal() as ours, Keyboard() as keyboard:
        os.write(ours, typed)
        assert keyboard.read() == key


def test_keys_come_one_by_one():
    with terminal() as ours, Keyboard() as keyboard:
        os.write(ours, b"n\x1b[Db")
        assert [keyboard.read() for _ in range(3)] == ["n", "left", "b"]


def test_the_terminal_is_given_back_as_it_was_also_after_an_error():
    import termios

    during = []
    with terminal() as ours:
        before = termios.tcgetattr(ours)
        with suppress(ZeroDivisionError), Keyboard():
            during.append(termios.tcgetattr(ours))
            raise ZeroDivisionError
        assert during != [before]
        assert termios.tcgetattr(ours) == before
        shown = written(ours)
    assert shown.startswith("\x1b[?1049h\x1b[?25l")
    assert shown.endswith("\x1b[?25h\x1b[?1049l")


def test_a_line_can_be_asked_for_with_the_terminal_as_ever_and_then_keys_again(monkeypatch):
    import termios

    during = []
    with terminal() as ours:
        before = termios.tcgetattr(ours)

        def typed(question):
            during.append(termios.tcgetattr(ours))
            return "  h2 "

        monkeypatch.setattr("builtins.input", typed)
        with Keyboard() as keyboard:
            assert keyboard.ask("jump to: ", 24, ["h2"]) == "h2"
            os.write(ours, b"n")
            assert keyboard.read() == "n"
    assert during == [before]


@pytest.mark.parametrize("how", [EOFError, KeyboardInterrupt])
def test_a_question_can_be_broken_off(monkeypatch, how):
    def typed(question):
        raise how

    monkeypatch.setattr("builtins.input", typed)
    with terminal(), Keyboard() as keyboard:
        assert keyboard.ask("jump to: ", 24) == ""


def test_a_screen_is_drawn_from_the_top_line_by_line():
    with terminal() as ours:
        with Keyboard() as keyboard:
            keyboard.draw(["one", "two"])
        shown = written(ours)
    assert "\x1b[H\x1b[Kone\r\n\x1b[Ktwo\x1b[?25h" in shown.replace("\r\r\n", "\r\n")


def test_there_are_keys_only_at_a_terminal_that_can_be_drawn_on(monkeypatch):
    with terminal():
        assert has_keys()
        with open(os.devnull, encoding="utf-8") as nothing:
            monkeypatch.setattr(sys, "stdin", nothing)
            assert not has_keys()
        assert not has_keys()  # closed
        monkeypatch.undo()
    with terminal("dumb"):
        assert not has_keys()


def test_no_key_asks_for_two_things_and_each_key_exists():
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    named = {"space", "enter", "backspace", "eof", *SEQUENCES.values(), *WINDOWS.values()}
    assert {key for key in keys if len(key) > 1} <= named
    assert command_of_key("left").word == "back"
    assert command_of_key("x") is None
