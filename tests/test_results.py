"""The committed results of the experiments: their tables come from their runs, and their runs come again."""

import csv
import importlib.util
import shlex
from pathlib import Path

import pytest

from lernmi_emo.cli import make_parser
from lernmi_emo.commands.compare import _settings
from lernmi_emo.commands.data import read_patterns
from lernmi_emo.study import ARMS, Run, Study
from lernmi_emo.study.design import Design
from lernmi_emo.study.report import study_table, summary_csv
from lernmi_emo.study.run import Task, carry_out

RESULTS = Path(__file__).parents[1] / "tutorials" / "results"
SPECIFICATION = importlib.util.spec_from_file_location("results_make", RESULTS / "make.py")
make = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(make)


def design_of(experiment, folder, monkeypatch):
    """The design that its command stands for."""
    monkeypatch.chdir(folder)
    name = experiment.split("/")[1]
    if ".csv" in make.SETTINGS[name]:
        pytest.importorskip("sklearn")
        make.write_table(name, folder)
    options = make_parser().parse_args(shlex.split(make.COMMANDS[experiment])[1:])
    patterns, recipe = read_patterns(options.data, targets=options.target)
    return Design.checked(patterns, title=Path(options.data).stem, **_settings(options, recipe))


def runs_of(experiment):
    with (RESULTS / experiment / "runs.csv").open(encoding="utf-8", newline="") as file:
        return [run_of(row) for row in csv.DictReader(file)]


def run_of(row):
    def number(name):
        return float(row[name]) if row[name] else None

    return Run(
        row["arm"],
        int(row["seed"]),
        int(row["fold"]),
        [int(size) for size in row["hidden"].split("-")],
        int(row["links"]),
        float(row["rate"]),
        float(row["momentum"]),
        int(row["epochs"]),
        row["reached"] == "True",
        row["diverged"] == "True",
        *map(number, ("train_error", "test_error", "train_accuracy", "test_accuracy", "anxiety", "confidence")),
        seconds=0.0,
    )


@pytest.mark.parametrize("experiment", ["chosen/digits", "chosen/iris", "fixed/spiral"])
def test_the_tables_say_what_the_runs_say(experiment, tmp_path, monkeypatch):
    runs = runs_of(experiment)
    study = Study(design_of(experiment, tmp_path, monkeypatch), list(ARMS.values()), list(range(30)), runs)
    assert summary_csv(study, times=False) == (RESULTS / experiment / "summary.csv").read_text(encoding="utf-8")
    assert study_table(study, times=False) + "\n" == (RESULTS / experiment / "table.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("experiment", make.COMMANDS)
def test_every_arm_ran_from_every_seed_and_the_means_are_theirs(experiment):
    runs = runs_of(experiment)
    assert [(run.seed, run.arm) for run in runs] == [(seed, arm) for seed in range(30) for arm in ARMS]
    rows = make.read(experiment)
    for arm in ARMS:
        errors = [run.test_error for run in runs if run.arm == arm]
        assert float(rows["test_error", arm]["mean"]) == pytest.approx(sum(errors) / 30, rel=1e-5)


@pytest.mark.parametrize("experiment", ["fixed/gauss", "fixed/wine", "chosen/gauss"])
@pytest.mark.parametrize("arm", ["bp", "embp"])
def test_a_run_comes_again(experiment, arm, tmp_path, monkeypatch):
    """To nine digits: on some processors the last bit of an exponential differs, and the runs are short ones."""
    recorded = next(run for run in runs_of(experiment) if (run.seed, run.arm) == (7, arm))
    again = carry_out(design_of(experiment, tmp_path, monkeypatch), Task(ARMS[arm], 7, 0))
    assert (again.epochs, again.rate, again.momentum) == (recorded.epochs, recorded.rate, recorded.momentum)
    assert again.train_error == pytest.approx(recorded.train_error, rel=1e-9)
    assert again.test_error == pytest.approx(recorded.test_error, rel=1e-9)


def test_the_page_is_the_one_that_the_results_make():
    assert make.page() == (RESULTS / "README.md").read_text(encoding="utf-8")


def test_the_folder_holds_no_times_and_nothing_large():
    for path in RESULTS.rglob("*.*"):
        if path.suffix in (".csv", ".txt"):
            assert "seconds" not in path.read_text(encoding="utf-8").replace("Seconds are left out", "")
        assert path.stat().st_size < 150_000
