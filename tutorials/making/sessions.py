"""Sessions at a terminal: played again, with what a reader types, and what really comes out written down.

A session stands in ```text blocks. The first begins with `$ ` and the command as a reader types it. Whatever folder it
names, as in `../.venv/bin/python`, it is played by the Python that runs here. A block that begins with a prompt goes on
with the session before it. A command that ends in `< walk.txt` takes its lines from that file. The programs and files
that a reader is to save stand in ```py and ```txt blocks after "Save this as …".
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).parents[2]
SAVED = re.compile(r"[Ss]ave\sthis\sas\s`([\w.]+)`.*?\n```(?:py|txt)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```text\n((?:\$ |\(Pdb\) ).*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = re.compile(r"^\(Pdb\) |(?<=\(Pdb\) )\(Pdb\) ", re.MULTILINE)  # two in a row: a line without an answer
TYPED = re.compile(r"^\(Pdb\) (.*)$", re.MULTILINE)


def saved(text: str) -> dict[str, str]:
    """The files that a reader of this text is to save, by their names.

    >>> saved("Save this as `one.py`:\\n\\n```py\\nprint(1)\\n```\\n")
    {'one.py': 'print(1)\\n'}
    """
    return dict(SAVED.findall(text))


def played(text: str, folder: Path) -> str:
    """The text, with every session as it goes in this folder now."""
    for name, code in saved(text).items():
        (folder / name).write_text(code, encoding="utf-8")
    blocks = [match.group(1) for match in BLOCK.finditer(text)]
    outcome: list[str] = []
    while len(outcome) < len(blocks):
        first = len(outcome)
        last = first + 1
        while last < len(blocks) and not blocks[last].startswith("$ "):
            last += 1
        outcome += _play(blocks[first:last], folder)
    return BLOCK.sub(lambda match: f"```text\n{outcome.pop(0)}```", text)


def _play(blocks: list[str], folder: Path) -> list[str]:
    """One session's blocks, as they come out."""
    command = blocks[0].splitlines()[0].removeprefix("$ ")
    program, takes, file = command.partition(" < ")
    if takes:  # what it reads, it repeats on the screen
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        return [f"$ {command}\n{_run(program, lines, folder)}"]
    typed = [TYPED.findall(block) for block in blocks]
    screen = _run(command, [line for lines in typed for line in lines], folder)
    begin, *answers = PROMPT.split(screen)
    outcome = []
    for lines in typed:
        parts = [f"$ {command}\n{begin}"] if not outcome else []
        for line in lines:
            answer = answers.pop(0).expandtabs() if answers else ""
            parts.append(f"(Pdb) {line}\n{answer}")
        outcome.append("".join(parts))
    return outcome


def _run(command: str, lines: list[str], folder: Path) -> str:
    """What a program shows while these lines are typed, without this computer's folders."""
    program, *arguments = shlex.split(command)
    starts = {"python": [sys.executable], "lernmi-emo": [sys.executable, "-m", "lernmi_emo"]}
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONBREAK", "PYTHONSTART"))}
    paths = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    home = {"HOME": str(folder), "USERPROFILE": str(folder)}  # no .pdbrc
    run = subprocess.run(
        [*starts[PurePosixPath(program).name], *arguments],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**known, **home, "PYTHONPATH": paths, "PYTHONUTF8": "1", "COLUMNS": "120"},
        timeout=120,
    )
    if run.returncode or run.stderr:
        raise RuntimeError(f"{command} ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    screen = re.sub(
        r"^((?:\(Pdb\) )*(?:> |Breakpoint \d+ at )).*?((?:lernmi_emo[/\\](?:(?!lernmi_emo)\w+[/\\])*)?\w+\.py[(:])",
        lambda found: found[1] + found[2].replace("\\", "/"),
        run.stdout,
        flags=re.MULTILINE,
    )
    # pdb's own breakpoint is at the method's `def` before Python 3.13, and then at its first line of code.
    return re.sub(r"(Breakpoint \d+ at .*\.py:)\d+$", r"\1…", screen, flags=re.MULTILINE)
