"""Does emotion help? This does the experiments whose results lie beside it, and writes their page.

    python tutorials/results/make.py               all of them: some 20 minutes on two processors
    python tutorials/results/make.py iris wine     these alone
    python tutorials/results/make.py --page        only the page, from the results that are there

It needs the extras `fast` and `sklearn`. What is done is done by `lernmi-emo compare`; the commands stand below, and on
the page. The settings were fixed before any arm but plain BP had been tried: sizes and epochs so that plain BP has room
to learn, one grid and one stopping error for all that is not said otherwise. Seconds are left out, so that the same
experiments leave the same bytes.
"""

from __future__ import annotations

import csv
import functools
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
KEPT = ("table.txt", "summary.csv", "runs.csv", "figure.svg")

GRID = "--grid rate=0.1,0.3,1 momentum=0,0.9"
FIXED = "--rate 0.3 --momentum 0.3"
SETTINGS = {
    "circle": "circle --hidden 8 --epochs 2000 --stop-error 0.01",
    "exclusive_or": "exclusive_or --hidden 8 --epochs 2000 --stop-error 0.01",
    "gauss": "gauss --hidden 8 --epochs 2000 --stop-error 0.01",
    "spiral": "spiral --hidden 16 --epochs 2000 --stop-error 0.01",
    "digits": "digits --hidden 30 --epochs 30 --stop-error 0.002",
    "iris": "iris.csv --target class --hidden 10 --epochs 500 --stop-error 0.01",
    "wine": "wine.csv --target class --hidden 10 --epochs 500 --stop-error 0.01",
    "breast_cancer": "breast_cancer.csv --target class --hidden 10 --epochs 200 --stop-error 0.01",
}
KINDS = {"chosen": GRID, "fixed": FIXED}

# The command of each experiment, by the folder of its results.
COMMANDS = {
    f"{kind}/{name}": f"lernmi-emo compare {settings} {choice} --seeds 30 --no-times --output {kind}-{name}"
    for kind, choice in KINDS.items()
    for name, settings in SETTINGS.items()
}


def write_table(name: str, folder: Path) -> Path:
    """A data set that comes with scikit-learn as a CSV file, its classes by their names."""
    from sklearn import datasets

    data = getattr(datasets, f"load_{name}")()
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*data.feature_names, "class"])
        writer.writerows([*map(float, row), data.target_names[place]] for row, place in zip(data.data, data.target))
    return path


def do(experiment: str, workshop: Path) -> None:
    """Do one experiment (or go on with it), and put its results beside this file."""
    kind, name = experiment.split("/")
    if ".csv" in SETTINGS[name]:
        write_table(name, workshop)
    command = COMMANDS[experiment]
    print(command, flush=True)
    arguments = shlex.split(command)[1:]
    subprocess.run([sys.executable, "-m", "lernmi_emo", *arguments], cwd=workshop, check=True, stdout=subprocess.PIPE)
    (HERE / experiment).mkdir(parents=True, exist_ok=True)
    for file in KEPT:
        shutil.copyfile(workshop / f"{kind}-{name}" / file, HERE / experiment / file)


# The page

MEASURES = {
    "epochs": ("Epochs to the stopping error", "less", 1),
    "test_error": ("Mean squared error on the test part", "less", 5),
    "test_accuracy": ("Accuracy on the test part", "more", 4),
}
ARMS = {
    "embp": "EmBP",
    "fixed": "EmBP, μ = 1, k = 0",
    "average": "EmBP, μ = η, k = α",
    "matched": "plain BP, more hidden",
}
HEADINGS = {
    "chosen": "With rate and momentum chosen by each run",
    "fixed": "With η = α = 0.3 throughout",
}


def read(experiment: str) -> dict[tuple[str, str], dict[str, str]]:
    """The summary of one experiment, by measure and arm."""
    with (HERE / experiment / "summary.csv").open(encoding="utf-8", newline="") as file:
        return {(row["measure"], row["arm"]): row for row in csv.DictReader(file)}


def verdict(row: dict[str, str], better: str) -> str:
    """Whether the interval lies on the better side of 0, on the worse one, or on both: "neither"."""
    low, high = float(row["low"]), float(row["high"])
    if low > 0.0:
        return "better" if better == "more" else "worse"
    if high < 0.0:
        return "better" if better == "less" else "worse"
    return "neither"


def signed(text: str, digits: int) -> str:
    """A number with its sign, and a true minus."""
    shown = f"{float(text):+.{digits}f}"
    return (shown if shown.strip("+-0.") else shown[1:]).replace("-", "−")


def cell(row: dict[str, str], better: str, digits: int) -> str:
    """A difference with its interval, and which side of 0 that lies on."""
    marks = {"better": " **better**", "worse": " **worse**", "neither": ""}
    low, high = signed(row["low"], digits), signed(row["high"], digits)
    return f"{signed(row['difference'], digits)} ({low} … {high}){marks[verdict(row, better)]}"


def measure_table(kind: str, measure: str) -> list[str]:
    """One measure, a line for each data set."""
    title, better, digits = MEASURES[measure]
    lines = [
        f"### {title}, {HEADINGS[kind][0].lower()}{HEADINGS[kind][1:]}",
        "",
        f"| data | plain BP | {' | '.join(ARMS.values())} |",
        "|---|---|" + "---|" * len(ARMS),
    ]
    for name in SETTINGS:
        rows = read(f"{kind}/{name}")
        plain = f"{float(rows[measure, 'bp']['mean']):.{digits}f}"
        if measure == "epochs":
            plain += f" ({100 * float(rows['reached', 'bp']['mean']):.0f} % reached it)"
        cells = [cell(rows[measure, arm], better, digits) for arm in ARMS]
        lines.append(f"| [{name}]({kind}/{name}/table.txt) | {plain} | {' | '.join(cells)} |")
    return [*lines, ""]


def values(experiment: str, measure: str, arm: str) -> list[float]:
    """An arm's values, seed by seed. A run that never reached the stopping error counts with all its epochs."""
    most = re.search(r"--epochs (\d+)", COMMANDS[experiment])[1]
    with (HERE / experiment / "runs.csv").open(encoding="utf-8", newline="") as file:
        runs = [run for run in csv.DictReader(file) if run["arm"] == arm]
    if measure == "epochs":
        return [float(run["epochs"] if run["reached"] == "True" else most) for run in runs]
    return [float(run[measure]) for run in runs]


def interval(experiment: str, measure: str, arm: str, base: str) -> dict[str, str]:
    """The ends of the interval of an arm's mean difference to another."""
    from lernmi_emo.study.statistics import bootstrap_interval

    if base == "bp":
        return read(experiment)[measure, arm]
    pairs = zip(values(experiment, measure, arm), values(experiment, measure, base))
    low, high = bootstrap_interval([mine - other for mine, other in pairs])
    return {"low": str(low), "high": str(high)}


@functools.cache
def verdicts(arm: str, base: str) -> dict[str, list[str]]:
    """Where an arm is better than another, worse, or neither: its places in the tables, by the verdict."""
    found: dict[str, list[str]] = {"better": [], "worse": [], "neither": []}
    for experiment in COMMANDS:
        kind, name = experiment.split("/")
        for measure, (_, better, _) in MEASURES.items():
            place = f"{name}, {measure.replace('_', ' ')} ({'η = α = 0.3' if kind == 'fixed' else 'chosen'})"
            found[verdict(interval(experiment, measure, arm, base), better)].append(place)
    return found


def counts_table() -> list[str]:
    """How often each arm's interval lies wholly on one side of 0."""
    pairs = [(arm, "bp") for arm in ARMS] + [("embp", "average"), ("embp", "fixed")]
    lines = ["| arm | against | better | worse | neither |", "|---|---|---|---|---|"]
    for arm, base in pairs:
        counts = " | ".join(str(len(places)) for places in verdicts(arm, base).values())
        lines.append(f"| {ARMS[arm]} | {ARMS.get(base, 'plain BP')} | {counts} |")
    return lines


def cases() -> list[str]:
    """EmBP's cases by name."""
    lines = []
    for base in ("bp", "average", "fixed"):
        found = verdicts("embp", base)
        for word in ("better", "worse"):
            places = "; ".join(found[word]) or "nowhere"
            lines.append(f"- {word} than {ARMS.get(base, 'plain BP')}: {places}")
    return lines


def page() -> str:
    """The whole page, in Markdown."""
    text = (HERE / "page.txt").read_text(encoding="utf-8")
    tables = [line for kind in KINDS for measure in MEASURES for line in measure_table(kind, measure)]
    figures = [
        line
        for name in SETTINGS
        for line in (f"![{name}: for each measure, how far each arm lies from plain BP](chosen/{name}/figure.svg)", "")
    ]
    parts = {
        "counts": counts_table(),
        "cases": cases(),
        "tables": tables[:-1],
        "figures": figures[:-1],
        "commands": ["```sh", *COMMANDS.values(), "```"],
    }
    for name, lines in parts.items():
        text = text.replace(f"<!-- {name} -->", "\n".join(lines))
    return text


def main(arguments: list[str]) -> None:
    """Do what is asked for."""
    workshop = ROOT / "lernmi-emo-run-results"
    if arguments != ["--page"]:
        workshop.mkdir(exist_ok=True)
        for experiment in COMMANDS:
            if not arguments or experiment.split("/")[1] in arguments:
                do(experiment, workshop)
    (HERE / "README.md").write_text(page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
