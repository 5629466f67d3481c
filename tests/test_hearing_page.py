"""The page on where the formulas come from: its examples run."""

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[1] / "tutorials" / "hearing.md"


def test_its_examples_run():
    text = PAGE.read_text(encoding="utf-8")
    examples = "\n".join(re.findall(r"```python\n(>>> .*?)```", text, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(examples, {"__name__": "hearing_page"}, PAGE.name, str(PAGE), 0)
    report: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert results.attempted > 10
    assert results.failed == 0, "".join(report)


def test_the_files_it_names_are_there():
    text = PAGE.read_text(encoding="utf-8")
    watching, explaining = (PAGE.parents[1] / "lernmi_emo" / room for room in ("watching", "explaining"))
    for name in re.findall(r"`(?:lernmi_emo/\w+/)?(\w+\.py)`", text):
        assert (watching / name).exists() or (explaining / name).exists(), name
