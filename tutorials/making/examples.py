"""The code in a tutorial: found in the Markdown, run, and its true output written below it.

Code that a reader types stands in ```python blocks, after `>>>`. All of one tutorial shares one namespace, as in one
session at the prompt, and runs in a folder of its own, where its files come to lie. A ```python block without `>>>`
quotes the library's own source.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(text: str, name: str) -> doctest.DocTest:
    """Everything that is typed in this text, as one doctest whose line numbers are the text's own.

    >>> examples("Add:\\n```python\\n>>> 1 + 1\\n2\\n```\\n", "sum.md").examples[0].lineno
    2
    """
    kept = [""] * (text.count("\n") + 1)
    for fence in FENCE.finditer(text):
        code = fence.group(1)
        if code.startswith(">>> "):
            first = text.count("\n", 0, fence.start(1))
            kept[first : first + code.count("\n")] = code.splitlines()
    return doctest.DocTestParser().get_doctest("\n".join(kept), {"__name__": "__main__"}, name, name, 0)


def quotations(text: str) -> list[str]:
    """What this text quotes from the library's source."""
    return [code for code in FENCE.findall(text) if not code.startswith(">>> ")]


def check(path: Path, folder: Path) -> str:
    """Run a tutorial in this folder. Returns what did not come out as it stands there: nothing, if all is well."""
    report: list[str] = []
    with working_in(folder):
        test = examples(path.read_text(encoding="utf-8"), path.name)
        doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    return "".join(report)


def fill(text: str, name: str, folder: Path) -> str:
    """The text with the output that its code really has, run in this folder.

    Raises `RuntimeError` where code raises and no traceback stands below it: that is seldom what was meant.
    """
    notes = Notes(verbose=False)
    with working_in(folder):
        notes.run(examples(text, name), out=lambda line: None)
    lines = text.split("\n")
    for example, output in reversed(notes.outputs):
        start = example.lineno + 1
        while lines[start].startswith("..."):  # the last may be empty: then the source does not show it
            start += 1
        lines[start : start + example.want.count("\n")] = output.splitlines()
    return "\n".join(lines)


def session(path: Path, until: str, folder: Path) -> dict[str, Any]:
    """The names there are in a tutorial's session, run in this folder, after the first code that begins so."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with working_in(folder), contextlib.redirect_stdout(io.StringIO()):
        for example in examples(path.read_text(encoding="utf-8"), path.name).examples:
            with contextlib.suppress(Exception) if example.exc_msg else contextlib.nullcontext():
                exec(compile(example.source, path.name, "exec"), names)
            if example.source.startswith(until):
                return names
    raise LookupError(f"{path.name} has no code that begins with {until!r}")


class Notes(doctest.DocTestRunner):
    """Runs examples and writes down what came out, whatever was expected."""

    def __init__(self, verbose: bool) -> None:
        super().__init__(verbose=verbose)
        self.outputs: list[tuple[doctest.Example, str]] = []

    def report_success(self, out, test, example, got):
        # What is expected stands: an exception's expected text has its traceback's `...`.
        self.outputs.append((example, example.want))

    def report_failure(self, out, test, example, got):
        got = re.sub(r"(Traceback \(most recent call last\):\n)(?:  .*\n)+", r"\1  ...\n", got)
        self.outputs.append((example, re.sub(r"^(?=\n)", "<BLANKLINE>", got, flags=re.MULTILINE)))

    def report_unexpected_exception(self, out, test, example, exc_info):
        last = "".join(traceback.format_exception_only(*exc_info[:2]))
        raise RuntimeError(
            f"{test.name}, line {example.lineno + 1} raises {last}"
            f"If that is meant, write below it:\nTraceback (most recent call last):\n  ...\n{last}"
        ) from exc_info[1]


@contextlib.contextmanager
def working_in(folder: Path) -> Iterator[None]:
    """Be in this folder, and then back."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
