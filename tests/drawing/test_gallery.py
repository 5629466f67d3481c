"""The gallery: every script draws what lies beside it.

Networks are painted by the library's own SVG writer: byte for byte the same everywhere. Charts are painted by
matplotlib. With the version that painted the committed file (it is named in it) everything but the packed images is
compared as text, and the images dot by dot, within a shade; with another version, what the chart is made of.
"""

import base64
import importlib.util
import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import pytest
from PIL import Image, ImageChops

FOLDER = Path(__file__).parents[2] / "diagrams"
SCRIPTS = sorted(FOLDER.glob("*.py"))
LEARNS_DIGITS = ("confusion", "digits_weights")  # which takes its time
EMBEDDED = re.compile(r'"data:image/png;base64,([^"]+)"')


def load(path):
    spec = importlib.util.spec_from_file_location(f"diagrams_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "script",
    [pytest.param(path, marks=[pytest.mark.slow] * (path.stem in LEARNS_DIGITS)) for path in SCRIPTS],
    ids=lambda path: path.stem,
)
def test_each_script_draws_what_lies_beside_it(script, tmp_path):
    drawn = tmp_path / f"{script.stem}.svg"
    load(script).draw(drawn)
    new, old = drawn.read_text(encoding="utf-8"), script.with_suffix(".svg").read_text(encoding="utf-8")
    if "Matplotlib v" not in old:
        assert new == old, f"{script.name} draws something else now: look at it, and commit it"
    elif f"Matplotlib v{matplotlib.__version__}," in old:
        assert EMBEDDED.sub("", new) == EMBEDDED.sub("", old)
        for one, other in zip(EMBEDDED.findall(new), EMBEDDED.findall(old)):
            assert_same_image(one, other)
    else:
        assert parts(new) == parts(old)


def assert_same_image(one, other):
    first, second = (Image.open(BytesIO(base64.b64decode(each))).convert("RGB") for each in (one, other))
    assert first.size == second.size
    assert max(high for _, high in ImageChops.difference(first, second).getextrema()) <= 2


def parts(svg):
    """how large a chart is, and how many axes, lines and images are in it."""
    root = ElementTree.fromstring(svg)
    ids = [element.get("id", "") for element in root.iter()]
    kinds = ("axes_", "line2d_", "LineCollection_", "image")
    return root.get("viewBox"), [sum(each.startswith(kind) for each in ids) for kind in kinds]


def test_what_is_compared_by_parts_would_notice_a_missing_line():
    svg = (FOLDER / "learning_curves.svg").read_text(encoding="utf-8")
    assert parts(svg) != parts(svg.replace('id="line2d_', 'id="other_', 1))


def test_the_index_page_shows_every_picture_and_names_every_script():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    for script in SCRIPTS:
        assert f"]({script.name})" in page, script.name
        assert f"]({script.stem}.svg)" in page, script.name
    assert {path.stem for path in FOLDER.glob("*.svg")} == {script.stem for script in SCRIPTS}


def test_every_picture_says_what_it_is_in_words():
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    described = re.findall(r"!\[([^\]]+)\]\((\w+)\.svg\)", page)
    assert len(described) == len(SCRIPTS)
    assert all(len(words.split()) > 4 for words, _ in described)
