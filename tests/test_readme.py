"""The README: its examples run, and the code it shows is the code that runs."""

import csv
import doctest
import inspect
import re
from pathlib import Path

import pytest

from lernmi_emo import EmotionalLink, Emotions, Link

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_examples_run():
    examples = "\n".join(re.findall(r"```python\n(>>> .*?)```", README, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    report: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert results.attempted > 10
    assert results.failed == 0, "".join(report)


@pytest.mark.parametrize("method", [Link.update, EmotionalLink.update])
def test_the_updates_it_shows_are_the_ones_that_run(method):
    assert inspect.getsource(method) in README


def test_the_emotions_it_shows_are_the_ones_that_are_felt():
    shown = re.search(r"```python\n(        self\.anxiety = .*?)```", README, re.DOTALL)
    assert shown is not None
    assert shown.group(1) in inspect.getsource(Emotions.feel)


def test_its_links_and_pictures_are_there():
    targets = re.findall(r"\]\(([^)#]+)\)", README) + re.findall(r'(?:src|href)="([^"#]+)"', README)
    missing = [each for each in targets if not each.startswith("https://") and not (ROOT / each).exists()]
    assert missing == []


def test_each_command_stands_there_once():
    for name in ("main job", "tests"):
        assert len(re.findall(rf"<!-- command: {name} -->\n```sh\n.+\n```", README)) == 1


def test_its_results_are_those_of_the_files():
    rows = re.findall(r"^\| (\w+) \| ([\d.| ]+) \|$", README, re.MULTILINE)
    assert len(rows) == 8
    for name, cells in rows:
        path = ROOT / "tutorials" / "results" / "fixed" / name / "summary.csv"
        with path.open(encoding="utf-8", newline="") as file:
            summary = {(row["measure"], row["arm"]): row for row in csv.DictReader(file)}
        arms = ("bp", "embp", "fixed", "average", "matched")
        assert cells.split(" | ") == [f"{100 * float(summary['test_accuracy', arm]['mean']):.1f}" for arm in arms]
        assert min(float(summary[measure, "embp"]["p"]) for measure in ("test_accuracy", "test_error")) > 0.17
