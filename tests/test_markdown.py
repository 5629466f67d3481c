"""Every Markdown file of the project: its links lead somewhere, and its pictures are there."""

import re
import unicodedata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = [
    path
    for path in sorted(ROOT.rglob("*.md"))
    if not any(
        part.startswith(".") or part in ("build", "dist", "node_modules") for part in path.relative_to(ROOT).parts
    )
]

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def prose(path):
    """The text without its code."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]+`", lambda code: code.group().replace("](", "] ("), text)


def targets(path):
    text = prose(path)
    return re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:src|href|srcset)="([^"]+)"', text)


def anchors(path):
    """What #… can lead to: the headings, as forges turn them into anchors."""
    found = set()
    for heading in re.findall(r"^#+ (.+)$", prose(path), re.MULTILINE):
        kept = [sign for sign in heading.lower() if sign in " -_" or unicodedata.category(sign)[0] in "LN"]
        found.add("".join(kept).replace(" ", "-"))
    return found


def test_the_files_are_found():
    assert ROOT / "README.md" in FILES
    assert ROOT / "tutorials" / "README.md" in FILES


@each_file
def test_its_links_and_pictures_resolve(path):
    missing = []
    for target in targets(path):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        goal = (path.parent / name).resolve() if name else path
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            missing.append(target)
    assert missing == []


@each_file
def test_its_pictures_say_in_words_what_they_show(path):
    text = prose(path)
    assert "![](" not in text
    for tag in re.findall(r"<img [^>]*>", text):
        assert re.search(r'alt="[^"]+"', tag), tag


@each_file
def test_its_equations_hold_nothing_that_markdown_takes_away(path):
    """A backslash before anything but a letter is Markdown's own, and some forges drop it inside of equations too."""
    for equation in re.findall(r"\$\$.+?\$\$|\$[^$\n]+\$", prose(path), re.DOTALL):
        assert not re.search(r"\\[^A-Za-z]", equation), equation


def test_such_an_equation_would_be_found():
    assert re.search(r"\\[^A-Za-z]", r"$a \, b$")
