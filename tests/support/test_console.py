"""What is printed reaches any console."""

import codecs

import pytest

from lernmi_emo.support.console import SPELLINGS, in_ascii, speak_to_any_console


@pytest.fixture(autouse=True)
def handler():
    codecs.register_error("test", in_ascii)


def test_the_marks_of_this_library_have_a_spelling():
    assert "h1→y1: −0.5 · ½".encode("ascii", "test") == b"h1->y1: -0.5 * 1/2"


def test_what_has_no_spelling_is_a_question_mark():
    assert "木x".encode("ascii", "test") == b"?x"


def test_what_the_console_can_show_is_left_as_it_is():
    assert "ä−".encode("latin-1", "test") == "ä-".encode("latin-1")


def test_every_spelling_is_ascii():
    assert all(spelling.isascii() for spelling in SPELLINGS.values())


def test_bytes_that_can_t_be_read_are_not_its_business():
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", "test")


def test_a_stream_of_another_kind_is_left_alone(monkeypatch):
    class Notebook:
        """What a notebook may put in place of stdout."""

    monkeypatch.setattr("sys.stdout", Notebook())
    speak_to_any_console()
