"""Sessions at a terminal: played again, with what a reader types, and what really comes out written down.

A session stands in ```text blocks. The first begins with `$ ` and the command; a block that begins with a prompt goes
on with the session before it. The programs that a reader is to save stand in ```py blocks after "Save this as …".
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAVED = re.compile(r"[Ss]ave this as `([\w.]+)`.*?\n```py\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```text\n((?:\$ |\(Pdb\) |\(step\) ).*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = re.compile(r"^(\(Pdb\) |\(step\) )(.*)$", re.MULTILINE)


def played(text: str, folder: Path) -> str:
    """The text, with every session as it goes in this folder now."""
    for name, code in SAVED.findall(text):
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


def neutral(text: str) -> str:
    """The text without the numbers of the library's lines, which change with its files."""
    return re.sub(r"(\w\.py)\(\d+\)", r"\1(…)", text)


def _play(blocks: list[str], folder: Path) -> list[str]:
    """One session's blocks, as they come out."""
    command = blocks[0].splitlines()[0].removeprefix("$ ")
    typed = [[line for _, line in PROMPT.findall(block)] for block in blocks]
    screen = _run(command, [line for lines in typed for line in lines], folder)
    begin, *answers = re.split(r"^(?:\(Pdb\) |\(step\) )+", screen, flags=re.MULTILINE)
    prompt = PROMPT.search("".join(blocks))
    outcome = []
    for lines in typed:
        parts = [f"$ {command}\n{begin}"] if not outcome else []
        for line in lines:
            answer = answers.pop(0).removeprefix(f"{line}\n") if answers else ""  # `lernmi-emo step` repeats the line
            parts.append(f"{prompt.group(1) if prompt else ''}{line}\n{answer}")
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
        [*starts[program], *arguments],
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        cwd=folder,
        env={**known, **home, "PYTHONPATH": paths, "PYTHONUTF8": "1", "COLUMNS": "100"},
        timeout=120,
    )
    if run.returncode or run.stderr:
        raise RuntimeError(f"{command} ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    return re.sub(
        r"^((?:\(Pdb\) )*> ).*?((?:lernmi_emo[/\\])?\w+\.py\()",
        lambda found: found[1] + found[2].replace("\\", "/"),
        run.stdout,
        flags=re.MULTILINE,
    )
