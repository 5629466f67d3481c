"""Files are written whole or not at all."""

import os

import pytest

from lernmi_emo.support.files import write_file


def test_text_is_written_in_utf_8_with_its_line_ends_as_they_are(tmp_path):
    assert write_file(tmp_path / "a.txt", "Y → T\n").read_bytes() == "Y → T\n".encode()


def test_bytes_are_written_as_they_are(tmp_path):
    assert write_file(tmp_path / "a.png", b"\x89PNG\r\n").read_bytes() == b"\x89PNG\r\n"


def test_nothing_is_left_where_it_fails_and_the_old_file_stays(tmp_path, monkeypatch):
    write_file(tmp_path / "a.txt", "old")

    def fail(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(PermissionError):
        write_file(tmp_path / "a.txt", "new")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def test_the_longest_names_can_be_written(tmp_path):
    path = tmp_path / ("n" * 250 + ".json")
    assert write_file(path, "{}").read_text(encoding="utf-8") == "{}"
