"""Make everything in this folder that is not written by hand.

    python -m tutorials.make              all of it
    python -m tutorials.make 01 05        the tutorials that begin with these
    python -m tutorials.make debuggers    so with a recipe

It runs each tutorial's code and writes down what really came out, writes its script beside it, and draws its pictures.
In a recipe it plays the sessions. The whole run makes the charts, the drawings and the reference page too. The tests do
the same and compare, so what is committed is always what the code does.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tutorials.making.compare import KINDS, same
from tutorials.making.examples import fill
from tutorials.making.pictures import PICTURES
from tutorials.making.reference import reference
from tutorials.making.results import filled
from tutorials.making.scripts import script
from tutorials.making.sessions import played

HERE = Path(__file__).parent


def tutorials() -> list[Path]:
    """The numbered tutorials, in their order."""
    return sorted(HERE.glob("[0-9][0-9]-*.md"))


def recipes() -> list[Path]:
    """The pages that say how one thing is done."""
    return sorted(HERE.glob("recipes/*.md"))


def make(tutorial: Path) -> None:
    """One tutorial's outputs, script and pictures."""
    with tempfile.TemporaryDirectory() as folder:
        text = fill(tutorial.read_text(encoding="utf-8"), tutorial.name, Path(folder))
        text = played(filled(text), Path(folder))
        write(tutorial, text)
        write(tutorial.with_suffix(".py"), script(text, tutorial.name))
        for picture in sorted(Path(folder).iterdir()):
            if picture.suffix in KINDS and f"(pictures/{picture.name})" in text:
                keep(picture, HERE / "pictures" / picture.name)


def make_recipe(recipe: Path) -> None:
    """One recipe's sessions at a terminal."""
    with tempfile.TemporaryDirectory() as folder:
        write(recipe, played(recipe.read_text(encoding="utf-8"), Path(folder)))


def keep(drawn: Path, path: Path) -> None:
    """Keep a picture that has just been drawn, unless it is the one that is there."""
    if not path.exists() or not same(drawn, path):
        shutil.copyfile(drawn, path)
        print(path.relative_to(HERE.parent))


def write(path: Path, text: str) -> None:
    """Write the file if it is another, with \\n at each line's end on every system."""
    if not path.exists() or path.read_bytes() != text.encode("utf-8"):
        path.write_bytes(text.encode("utf-8"))
        print(path.relative_to(HERE.parent))


def main(wanted: list[str]) -> None:
    """Make the tutorials and recipes that begin so, or everything."""
    os.environ.setdefault("MPLBACKEND", "Agg")  # no windows
    for tutorial in tutorials():
        if not wanted or tutorial.name.startswith(tuple(wanted)):
            make(tutorial)
    for recipe in recipes():
        if not wanted or recipe.name.startswith(tuple(wanted)):
            make_recipe(recipe)
    if not wanted:
        for name, draw in PICTURES.items():
            write(HERE / "pictures" / name, draw())
        write(HERE / "reference.md", reference())


if __name__ == "__main__":
    main(sys.argv[1:])
