"""The tables of tutorial 6, out of the files that lie in `tutorials/results`.

A table stands between `<!-- results: NAME -->` and `<!-- end of results -->`. What is said of EmBP and of its control
is worked out here from the runs, seed by seed; the rest stands in the summaries.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from lernmi_emo.study.report import signed
from lernmi_emo.study.statistics import average, bootstrap_interval, sign_flip_test
from lernmi_emo.support.text import number
from tutorials.results.make import SETTINGS

RESULTS = Path(__file__).parents[1] / "results"
PLACE = re.compile(r"<!-- results: (\w+) -->\n.*?<!-- end of results -->", re.DOTALL)


def filled(text: str) -> str:
    """The text with every table as the files have it."""
    return PLACE.sub(
        lambda found: f"<!-- results: {found[1]} -->\n\n{TABLES[found[1]]()}\n\n<!-- end of results -->", text
    )


def accuracy() -> str:
    """Who is right how often on the test part."""
    return comparison("test_accuracy", 4)


def epochs() -> str:
    """Who needs how many epochs."""
    return comparison("epochs", 2)


def comparison(measure: str, digits: int) -> str:
    """One measure: plain BP, EmBP against plain BP, and EmBP against the control that is told the average."""
    lines = ["| data | plain BP | EmBP − plain BP | p | EmBP − its control | p |", "|---|---|---|---|---|---|"]
    for name in SETTINGS:
        cells = [number(average(values(name, measure, "bp")), digits)]
        for other in ("bp", "average"):
            found = differences(name, measure, other)
            low, high = (signed(end, digits) for end in interval(found))
            cells += [f"{signed(average(found), digits)} ({low} … {high})", number(sign_flip_test(found), 2)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def small_p() -> str:
    """Where EmBP needs more or fewer epochs than plain BP with a p below 0.05, at η = α = 0.3, and its controls."""
    lines = [
        "| data | epochs, plain BP | EmBP − plain BP | p | μ = η, k = α | μ = 1, k = 0 |",
        "|---|---|---|---|---|---|",
    ]
    for name in SETTINGS:
        found = differences(name, "epochs", "bp", "fixed")
        p = sign_flip_test(found)
        if p < 0.05:
            plain = number(average(values(name, "epochs", "bp", "fixed")), 1)
            controls = [differences(name, "epochs", "bp", "fixed", arm) for arm in ("average", "fixed")]
            cells = [plain, f"**{signed(average(found), 1)}**", number(p, 4)]
            cells += [signed(average(control), 1) for control in controls]
            lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def differences(name: str, measure: str, other: str, kind: str = "chosen", arm: str = "embp") -> list[float]:
    """How far EmBP, or another arm, lies from another one, seed by seed."""
    return [mine - theirs for mine, theirs in zip(values(name, measure, arm, kind), values(name, measure, other, kind))]


def interval(found: list[float]) -> tuple[float, float]:
    """The 95 % interval of the mean difference."""
    return bootstrap_interval(found) or (found[0], found[0])


def emotions() -> str:
    """What μ and k have become at the end."""
    lines = ["| data | μ at the end | k at the end |", "|---|---|---|"]
    for name in SETTINGS:
        cells = [number(average(values(name, felt, "embp")), 2) for felt in ("anxiety", "confidence")]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def values(name: str, measure: str, arm: str, kind: str = "chosen") -> list[float]:
    """An arm's values, seed by seed. A run that never reached the stopping error counts with all its epochs."""
    with (RESULTS / kind / name / "runs.csv").open(encoding="utf-8", newline="") as file:
        runs = [run for run in csv.DictReader(file) if run["arm"] == arm]
    if measure == "epochs":
        most = re.search(r"--epochs (\d+)", SETTINGS[name])[1]  # type: ignore[index]
        return [float(run["epochs"] if run["reached"] == "True" else most) for run in runs]
    return [float(run[measure]) for run in runs]


TABLES = {"accuracy": accuracy, "epochs": epochs, "emotions": emotions, "small_p": small_p}
