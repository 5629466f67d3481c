"""The table, the CSV files and the figure say what the runs say."""

import csv
import io
import re

import pytest

from lernmi_emo import FixedEmotions, NameNotFoundError, StorageError, datasets
from lernmi_emo.study import Arm, compare
from lernmi_emo.study.statistics import average, bootstrap_interval, deviation, sign_flip_test
from lernmi_emo.support.text import number

CIRCLE = datasets.circle(n=40)
SETTINGS = {"hidden": 3, "epochs": 150, "seeds": 6, "momentum": 0.9, "stop_error": 0.1, "title": "circle", "workers": 1}


@pytest.fixture(scope="module")
def study():
    return compare(CIRCLE, **SETTINGS)


@pytest.fixture(scope="module")
def folder(study, tmp_path_factory):
    """Where it was saved."""
    folder = tmp_path_factory.mktemp("study")
    study.save(folder)
    return folder


def block(study, title):
    """The lines of one measure, by arm."""
    text = next(part for part in str(study).split("\n\n") if part.startswith(title))
    return {line[:24].strip(): line[24:].split() for line in text.splitlines()[2:]}


def test_a_row_is_mean_deviation_and_paired_difference(study):
    bp, embp = ([run.test_error for run in study.runs if run.arm == arm] for arm in ("bp", "embp"))
    differences = [one - other for one, other in zip(embp, bp)]
    row = study.row("test_error", "embp")
    assert (row.count, row.mean, row.deviation) == (6, average(embp), deviation(embp))
    assert (row.difference, row.low, row.high) == (average(differences), *bootstrap_interval(differences))
    assert row.p == sign_flip_test(differences)


def test_plain_backpropagation_is_what_is_compared_with_and_has_no_difference(study):
    row = study.row("test_error", "bp")
    assert (row.difference, row.low, row.high, row.p) == (None, None, None, None)


def test_an_arm_can_be_compared_with_another_arm_seed_by_seed(study):
    pairs = zip(study.values("test_error", "embp"), study.values("test_error", "average"))
    differences = [emotional - control for emotional, control in pairs]
    row = study.row("test_error", "embp", against="average")
    assert (row.difference, row.low, row.high) == (average(differences), *bootstrap_interval(differences))
    assert row.p == sign_flip_test(differences)
    assert study.row("test_error", "average", against="average").difference is None


def test_one_measure_prints_as_its_block_of_the_table(study):
    assert study.table("test_error") in str(study)
    text = study.table("test_error", against="average")
    assert text.startswith("mean squared error on the test part; differences to EmBP, μ = η, k = α\n")
    row = study.row("test_error", "embp", against="average")
    line = next(line for line in text.splitlines() if line.startswith("EmBP  "))
    assert line.split()[-1] == number(row.p, 4)


def test_a_long_title_stays_apart_from_its_numbers():
    arm = Arm("still", "EmBP that stands still from the start", standing)
    study = compare(CIRCLE, hidden=3, epochs=2, seeds=2, arms=[arm], workers=1, grid={"rate": [0.1, 0.3]})
    lines = [line for line in str(study).splitlines() if line.startswith(arm.title)]
    assert len(lines) > 4
    assert all(line.startswith(arm.title + "  ") for line in lines)


def standing(rate, momentum):
    return FixedEmotions(0.5, 0.25)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda study: study.table("accuracy"), "this study has no measure 'accuracy': "),
        (lambda study: study.row("mu", "embp"), "this study has no measure 'mu': "),
        (lambda study: study.values("hidden", "embp"), "this study has no measure 'hidden': "),
        (lambda study: study.table("test_error", against="avrage"), "no arm 'avrage': did you mean 'average'"),
        (lambda study: study.values("test_error", "calm"), "this study has no arm 'calm': there are: average, bp"),
    ],
)
def test_a_name_that_is_not_there_is_refused(study, ask, says):
    with pytest.raises(NameNotFoundError, match=re.escape(says)):
        ask(study)


def test_a_run_that_never_reached_the_stopping_error_counts_with_all_its_epochs(study):
    reached = [run.reached for run in study.runs if run.arm == "embp"]
    assert 0 < sum(reached) < 6  # or this test would hold nothing
    epochs = [run.epochs if run.reached else 150 for run in study.runs if run.arm == "embp"]
    assert study.values("epochs", "embp") == epochs
    assert study.row("reached", "embp").mean == pytest.approx(sum(reached) / 6)


def test_a_seeds_value_is_the_average_over_its_folds():
    study = compare(CIRCLE, hidden=3, epochs=5, seeds=2, folds=4, arms=[], workers=1)
    errors = [run.test_error for run in study.runs if run.seed == 1]
    assert study.values("test_error", "bp")[1] == average(errors)
    assert len(errors) == 4


def test_the_table_shows_the_rows(study):
    shown = block(study, "mean squared error on the test part")
    row = study.row("test_error", "embp")
    assert shown["EmBP"][:2] == [number(row.mean, 6), number(row.deviation, 6)]
    assert shown["EmBP"][2].lstrip("+") == number(row.difference, 6)
    assert shown["EmBP"][-1] == number(row.p, 4)
    assert len(shown["plain BP"]) == 2
    assert list(shown) == ["plain BP", "EmBP", "EmBP, μ = 1, k = 0", "EmBP, μ = η, k = α", "plain BP, more hidden"]


def test_the_table_says_what_was_done(study):
    head = str(study).split("\n\n")[0]
    assert head == (
        "circle: 40 patterns, 2 inputs, 1 outputs\n"
        "judged on 25 % of the patterns, put aside by each seed's own stratified split\n"
        "rate η = 0.5, momentum α = 0.9\n"
        "at most 150 epochs, or until an epoch's error is at most 0.1\n"
        "6 seeds"
    )


def test_it_counts_the_tests_it_makes(study):
    tests = sum(row.p is not None for row in study.rows if row.measure != "diverged")
    assert f"Of {tests} tests of no difference at all, {number(0.05 * tests, 1)} would show p < 0.05" in str(study)


def test_it_fits_a_terminal(study):
    assert max(map(len, str(study).splitlines())) <= 100


def test_what_each_arm_chose_is_told():
    study = compare(
        CIRCLE, hidden=3, epochs=10, seeds=2, arms=["embp"], workers=1, grid={"rate": [0.1, 1.0], "momentum": [0.9]}
    )
    part = next(part for part in str(study).split("\n\n") if part.startswith("chosen on folds of the training parts"))
    rates = [run.rate for run in study.runs if run.arm == "embp"]
    assert part.splitlines()[2].split(None, 1)[1] in ("1, 0.9 (2)", "0.1, 0.9 (2)", "0.1, 0.9 (1); 1, 0.9 (1)")
    assert f"{rates[0]:g}, 0.9" in part
    assert "rate η from 0.1, 1 and momentum α from 0.9, chosen by each run on folds" in str(study)


def test_the_summary_has_every_row(study, folder):
    rows = list(csv.DictReader(io.StringIO((folder / "summary.csv").read_text(encoding="utf-8"))))
    assert [(row["measure"], row["arm"]) for row in rows] == [(row.measure, row.arm) for row in study.rows]
    for row, expected in zip(rows, study.rows):
        assert float(row["mean"]) == pytest.approx(expected.mean, rel=1e-5)
        assert (row["p"] == "") == (expected.p is None)


def test_the_runs_are_there_to_the_last_bit(study, folder):
    rows = list(csv.DictReader(io.StringIO((folder / "runs.csv").read_text(encoding="utf-8"))))
    assert [float(row["test_error"]) for row in rows] == [run.test_error for run in study.runs]
    assert [row["reached"] == "True" for row in rows] == [run.reached for run in study.runs]
    assert rows[0]["hidden"] == "3"
    assert rows[0]["anxiety"] == ""


@pytest.mark.slow
def test_without_times_the_same_experiment_leaves_the_same_bytes(study, tmp_path):
    again = compare(CIRCLE, **SETTINGS)
    one, other = study.save(tmp_path / "one", times=False), again.save(tmp_path / "other", times=False)
    assert [path.name for path in one] == ["table.txt", "summary.csv", "runs.csv", "figure.svg", "figure.png"]
    for path, twin in zip(one, other):
        assert path.read_bytes() == twin.read_bytes(), path.name
        assert b"seconds" not in path.read_bytes()


def test_with_times_the_seconds_are_there(study, folder):
    assert "seconds of the processor's time" in (folder / "table.txt").read_text(encoding="utf-8")
    assert "seconds" in (folder / "runs.csv").read_text(encoding="utf-8").splitlines()[0]


def test_the_figure_has_a_panel_for_each_measure_with_each_arms_mean_and_interval(study):
    figure = study.figure()
    titles = [axis.get_title(loc="left") for axis in figure.axes]
    assert [title.split(" (")[0] for title in titles] == [
        "epochs to the stopping error",
        "training error",
        "test error",
        "test accuracy",
    ]
    axis = figure.axes[2]
    assert [label.get_text() for label in axis.get_yticklabels()] == [arm.title for arm in study.arms[1:]]
    drawn = [tuple(line.get_xdata()) for line in axis.lines]
    row = study.row("test_error", "embp")
    assert (row.difference,) in drawn
    assert (row.low, row.high) in drawn


def test_the_figures_names_are_text(study, folder):
    svg = (folder / "figure.svg").read_text(encoding="utf-8")
    assert "EmBP, μ = 1, k = 0" in svg
    assert not re.search(r"<dc:date>", svg)
    assert (folder / "figure.png").read_bytes().startswith(b"\x89PNG")


def test_one_seed_has_no_interval_but_a_table(tmp_path):
    study = compare(CIRCLE, hidden=3, epochs=3, seeds=1, arms=["embp"], workers=1)
    assert study.row("test_error", "embp").low is None
    assert "–" in str(study)
    study.save(tmp_path)


def test_no_complete_seed_is_told_and_saved(tmp_path):
    study = compare(CIRCLE, hidden=3, epochs=3, seeds=1, arms=["embp"], workers=1)
    study = type(study)(study.design, study.arms, study.seeds, study.runs[:1], interrupted=True)
    assert "no seed is complete yet" in str(study)
    assert "1 seeds, of which 0 are complete" in str(study)
    assert [path.name for path in study.save(tmp_path)] == ["table.txt", "summary.csv", "runs.csv"]


def test_plain_backpropagation_alone_has_nothing_to_be_compared_with(tmp_path):
    study = compare(CIRCLE, hidden=3, epochs=3, seeds=2, arms=[], workers=1)
    study.save(tmp_path)
    assert "nothing to compare" in (tmp_path / "figure.svg").read_text(encoding="utf-8")
    assert "tests of no difference" not in str(study)


def test_a_folder_that_can_not_be_written_is_refused(study, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(StorageError, match=r"taken: can't be written: .*choose another folder"):
        study.save(tmp_path / "taken")
