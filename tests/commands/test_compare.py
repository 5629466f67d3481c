"""`lernmi-emo compare`: an experiment from the command line, its folder, its mistakes, and going on."""

import csv
import json
import re
import signal
import sys
import time

import pytest

from lernmi_emo import datasets
from lernmi_emo.commands.recipes import BY_NAME
from lernmi_emo.study import ARMS, compare

LEAVES = "length,width,kind\n" + "".join(
    f"{50 + 20 * (i % 2) + i % 3},{14 + 26 * (i % 2)},{'lo'[i % 2]}\n" for i in range(40)
)
QUICK = ["--seeds", "2", "--epochs", "3", "--workers", "1"]
FILES = ["figure.png", "figure.svg", "runs.csv", "runs.jsonl", "summary.csv", "table.txt"]


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.slow
def test_it_leaves_a_folder_and_prints_the_table(run, here):
    code, out, err = run("compare", "xor", *QUICK, "--output", "study")
    assert code == 0
    assert names(here / "study") == FILES
    assert (here / "study" / "table.txt").read_text(encoding="utf-8") in out
    assert "Each run is a line of study" in err


def test_it_is_the_experiment_that_the_library_does(run, here):
    run("compare", "circle", *QUICK, "--output", "study")
    recipe = BY_NAME["circle"]
    study = compare(
        datasets.circle(),
        hidden=recipe.hidden,
        rate=recipe.rate,
        momentum=recipe.momentum,
        stop_error=recipe.stop_error,
        epochs=3,
        seeds=2,
        workers=1,
    )
    rows = list(csv.DictReader((here / "study" / "runs.csv").read_text(encoding="utf-8").splitlines()))
    assert [(row["arm"], float(row["test_error"])) for row in rows] == [(run.arm, run.test_error) for run in study.runs]


def test_settings_reach_it(run, here):
    code, out, _ = run(
        *["compare", "circle", *QUICK, "--output", "study", "--hidden", "4", "3", "--momentum", "0.2"],
        *["--stop-error", "0", "--folds", "2", "--arms", "embp", "--grid", "rate=0.1,1"],
    )
    assert code == 0
    header, *runs = map(json.loads, (here / "study" / "runs.jsonl").read_text(encoding="utf-8").splitlines())
    assert header["hidden"] == [4, 3]
    assert header["settings"] == [[0.1, 0.2], [1.0, 0.2]]
    assert (header["folds"], header["stop_error"], header["epochs"]) == (2, None, 3)
    assert [(each["seed"], each["fold"], each["arm"]) for each in runs] == [
        (seed, fold, arm) for seed in (0, 1) for fold in (0, 1) for arm in ("bp", "embp")
    ]
    assert out.startswith("circle: 200 patterns, 2 inputs, 1 outputs\njudged by stratified 2-fold cross-validation")


def test_a_table_is_scaled_and_named_by_its_file(run, here):
    (here / "leaves.csv").write_text(LEAVES, encoding="utf-8")
    code, out, _ = run("compare", "leaves.csv", "--target", "kind", *QUICK)
    assert code == 0
    assert out.startswith("leaves: 40 patterns, 2 inputs, 2 outputs")
    assert "inputs scaled to 0..1 by the range of each training part" in out
    assert names(here / "lernmi-emo-run") == FILES


def test_without_times_the_same_command_leaves_the_same_bytes(run, here):
    for folder in ("one", "other"):
        assert run("compare", "xor", *QUICK, "--no-times", "--output", folder)[0] == 0
    for name in FILES:
        if name != "runs.jsonl":
            assert (here / "one" / name).read_bytes() == (here / "other" / name).read_bytes(), name


def test_the_same_folder_is_gone_on_with(run, here):
    run("compare", "xor", *QUICK, "--output", "study")
    before = (here / "study" / "runs.jsonl").read_bytes()
    code, out, _ = run("compare", "xor", "--seeds", "3", *QUICK[2:], "--output", "study")
    assert code == 0
    assert "3 seeds" in out
    after = (here / "study" / "runs.jsonl").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\n") == 1 + 3 * len(ARMS)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal to send")
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(process, here):
    command = ["compare", "circle", "--seeds", "40", "--workers", "2", "--output", "study", "--stop-error", "0"]
    journal = here / "study" / "runs.jsonl"
    with process(*command, "--epochs", "20000") as first:
        until = time.monotonic() + 120
        while not journal.exists() or journal.read_bytes().count(b"\n") < 3:
            assert time.monotonic() < until
            assert first.poll() is None, first.communicate()
            time.sleep(0.02)
        first.send_signal(signal.SIGINT)
        out, err = first.communicate(timeout=60)
    assert first.returncode == 130
    assert "interrupted; the same command with --output study goes on from here" in err
    assert "Traceback" not in err
    assert re.search(r"interrupted after \d+ of 200 runs", out)
    assert {"runs.csv", "runs.jsonl", "table.txt"} <= set(names(here / "study"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare", "xorr"], "did you mean 'xor'"),
        (["compare", "xor", "--hidden", "0"], "hidden must be a whole number of at least 1"),
        (["compare", "xor", "--seeds", "0"], "seeds must be a whole number of at least 1"),
        (["compare", "xor", "--arms", "emb"], "did you mean 'embp'"),
        (["compare", "circle", "--folds", "3", "--test", "0.5"], "--folds and --test both say what to judge by"),
        (["compare", "xor", "--grid", "rate"], "--grid is such as rate=0.1,0.3 momentum=0,0.9, and this came: 'rate'"),
        (["compare", "xor", "--grid", "rates=1"], "grid knows 'rate' and 'momentum', and 'rates' came"),
        (["compare", "leaves.csv"], "leaves.csv"),
        (["compare", "xor", "--dask", "here"], "--dask: there is no Dask scheduler at 'here'"),
    ],
)
def test_a_mistake_is_told_and_leaves_nothing(run, here, arguments, message):
    if "--dask" in arguments:
        pytest.importorskip("distributed")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err
    assert names(here) == []


def test_another_experiments_folder_is_refused_and_left_as_it_is(run, here):
    run("compare", "xor", *QUICK, "--output", "study")
    before = {path.name: path.read_bytes() for path in (here / "study").iterdir()}
    code, _, err = run("compare", "xor", *QUICK, "--output", "study", "--hidden", "4")
    assert code == 2
    assert "holds the runs of another experiment: its hidden is [3], and here it is [4]" in err
    assert {path.name: path.read_bytes() for path in (here / "study").iterdir()} == before


def test_a_folder_with_something_else_in_it_is_refused(run, here):
    (here / "full").mkdir()
    (here / "full" / "letter.txt").write_text("dear", encoding="utf-8")
    code, _, err = run("compare", "xor", *QUICK, "--output", "full")
    assert code == 2
    assert "nothing is overwritten" in err
    assert names(here / "full") == ["letter.txt"]
