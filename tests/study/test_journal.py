"""The journal: what is done stays done, and no other experiment's runs slip in."""

import json
import re

import pytest

from lernmi_emo import StorageError, datasets
from lernmi_emo.study import compare
from lernmi_emo.study.journal import Journal

SETTINGS = {"hidden": 2, "epochs": 3, "test": 0.0, "arms": ["embp"], "workers": 1}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "runs.jsonl"


def compared(path, **settings):
    return compare(datasets.xor(), **{**SETTINGS, "seeds": 2, "journal": path, **settings})


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def test_each_run_is_a_line_of_json_after_one_line_on_the_experiment(path):
    study = compared(path)
    header, *runs = map(json.loads, lines(path))
    assert (header["format"], header["version"], header["hidden"], header["epochs"]) == ("lernmi-emo study", 1, [2], 3)
    assert [(run["seed"], run["arm"], run["train_error"]) for run in runs] == [
        (run.seed, run.arm, run.train_error) for run in study.runs
    ]


def test_what_is_read_back_is_what_was_written_to_the_last_bit(path):
    study = compared(path)
    assert Journal(path, study.design).runs == study.runs


def test_what_is_done_is_not_done_again(path, monkeypatch):
    study = compared(path)
    before = path.read_bytes()
    monkeypatch.setattr("lernmi_emo.study.workers.carry_out", lambda *_: pytest.fail("a run was done again"))
    again = compared(path)
    assert again.runs == study.runs
    assert [run.seconds for run in again.runs] == [run.seconds for run in study.runs]
    assert path.read_bytes() == before


def test_an_experiment_goes_on_where_it_stopped(path, tmp_path):
    whole = compared(tmp_path / "whole.jsonl")
    compared(path)
    kept = lines(path)[:3]
    path.write_text("".join(line + "\n" for line in kept), encoding="utf-8")
    assert compared(path).runs == whole.runs
    assert lines(path)[:3] == kept


def test_more_seeds_and_other_arms_carry_it_on(path):
    compared(path)
    study = compared(path, seeds=3, arms=["embp", "fixed"])
    assert len(lines(path)) == 1 + 9
    assert study.runs == compare(datasets.xor(), **{**SETTINGS, "seeds": 3, "arms": ["embp", "fixed"]}).runs
    assert len(compared(path, seeds=1).runs) == 2


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_a_last_line_that_was_cut_short_is_done_again(path, cut):
    study = compared(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    assert compared(path).runs == study.runs
    assert [json.loads(line)["seed"] for line in lines(path)[1:]] == [0, 0, 1, 1]


def test_a_header_that_was_cut_short_is_written_again(path):
    compared(path)
    path.write_bytes(path.read_bytes()[:30])
    assert len(compared(path).runs) == 4
    assert len(lines(path)) == 5


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"hidden": 3}, r"its hidden is \[2\], and here it is \[3\]"),
        ({"epochs": 4}, "its epochs is 3, and here it is 4"),
        ({"rate": 0.25}, r"its settings is \[\[0.5, 0.5\]\], and here it is \[\[0.25, 0.5\]\]"),
        ({"stop_error": 0.01}, "its stop_error is null, and here it is 0.01"),
        ({"test": 0.5}, "its test is 0.0, and here it is 0.5"),
        ({"folds": 2}, "its test is 0.0, and here it is null"),
    ],
)
def test_the_runs_of_other_settings_are_refused_and_left_as_they_are(path, settings, named):
    compared(path)
    before = path.read_bytes()
    with pytest.raises(StorageError, match=rf"{re.escape(str(path))} holds the runs of another experiment: {named}"):
        compared(path, **settings)
    assert path.read_bytes() == before


def test_the_runs_of_other_data_are_refused(path):
    compared(path)
    with pytest.raises(StorageError, match="its fingerprint is"):
        compare(datasets.and_(), **{**SETTINGS, "seeds": 2, "journal": path})


def test_the_runs_of_another_version_are_refused(path):
    compared(path)
    path.write_text(path.read_text(encoding="utf-8").replace('"library": "', '"library": "9.'), encoding="utf-8")
    with pytest.raises(StorageError, match='its library is "9'):
        compared(path)


@pytest.mark.parametrize("content", ["a letter, not a journal", "a,b\n1,2\n", "{}\n", "[1]\n", "\xff\xfe\n"])
def test_a_file_that_is_no_journal_is_refused_and_left_as_it_is(path, content):
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(StorageError, match=r"runs\.jsonl.*(is no journal of a study|not JSON)"):
        compared(path)
    assert path.read_bytes() == content.encode("latin-1")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"epochs": 3, "reached"', '"epochs": "many", "reached"', 'line 3: "epochs" must be a finite number'),
        ('"train_error"', '"trained_error"', 'line 3: "train_error" is missing'),
        ('"diverged": false', '"diverged": 0', 'line 3: "diverged" must be true or false'),
        ('"arm": "embp"', '"arm": 7', 'line 3: "arm" must be a name'),
        ('{"arm"', "{arm", "line 3: this is not JSON"),
    ],
)
def test_a_damaged_line_is_named(path, old, new, message):
    compared(path)
    damaged = lines(path)
    damaged[2] = damaged[2].replace(old, new)
    path.write_text("\n".join(damaged) + "\n", encoding="utf-8")
    with pytest.raises(StorageError, match=re.escape(str(path)) + f", {message}"):
        compared(path)


def test_a_path_that_can_not_be_written_is_refused_before_anything_is_learnt(tmp_path, monkeypatch):
    monkeypatch.setattr("lernmi_emo.study.workers.carry_out", lambda *_: pytest.fail("a run was done"))
    with pytest.raises(StorageError, match=r"can't be used: .*check the path"):
        compared(tmp_path / "nowhere" / "runs.jsonl")
    with pytest.raises(StorageError, match="can't be used"):
        compared(tmp_path)
