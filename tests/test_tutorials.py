"""The tutorials: each example's output is what comes out, each picture what is drawn, each script the same code."""

import csv
import inspect
import itertools
import re
import runpy
import shutil
import warnings
from pathlib import Path

import matplotlib
import pytest
from matplotlib import pyplot
from PIL import Image

import lernmi_emo.core.beginning
import lernmi_emo.core.emotion
import lernmi_emo.core.layer
import lernmi_emo.core.link
import lernmi_emo.core.network
import lernmi_emo.core.neuron
import lernmi_emo.core.source
import lernmi_emo.core.weight
import lernmi_emo.learning.epoch
from lernmi_emo import Network, datasets
from lernmi_emo.study import compare
from lernmi_emo.study.statistics import average, sign_flip_test
from tutorials.make import recipes, tutorials
from tutorials.making import examples
from tutorials.making.compare import same
from tutorials.making.pictures import PICTURES, names_of
from tutorials.making.reference import reference
from tutorials.making.results import differences, filled, interval, values
from tutorials.making.scripts import script
from tutorials.making.sessions import played
from tutorials.results.make import SETTINGS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tutorials"
TUTORIALS = tutorials()
LONG = ("03", "06", "07", "08", "09")  # their code runs in their examples, and as a script among the slow tests
AGAIN = "if it should: python -m tutorials.make"
# Where a tutorial may quote the library's own code from.
QUOTED = [
    lernmi_emo.core.beginning,
    lernmi_emo.core.emotion,
    lernmi_emo.core.layer,
    lernmi_emo.core.link,
    lernmi_emo.core.network,
    lernmi_emo.core.neuron,
    lernmi_emo.core.source,
    lernmi_emo.core.weight,
    lernmi_emo.learning.epoch,
]

each_tutorial = pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.stem)


@pytest.fixture(autouse=True)
def no_windows():
    """Figures go to files, in matplotlib's own style, and none is left open."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.use("Agg")
        yield
    pyplot.close("all")


def read(path):
    return path.read_text(encoding="utf-8")


def run(path, folder):
    """Run its code, with warnings shown as they are to a reader: once, and not as errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        return examples.check(path, folder)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, marks=[pytest.mark.slow] * path.name.startswith(("06", "07", "08")), id=path.stem)
        for path in TUTORIALS
    ],
)
def test_each_example_gives_what_stands_below_it_and_draws_what_is_shown(path, tmp_path):
    assert run(path, tmp_path) == "", AGAIN
    shown = re.findall(r"\(pictures/([^)]+)\)", read(path))
    for name in shown:
        if name in PICTURES:
            assert not (tmp_path / name).exists(), f"{name} is drawn twice"
        else:
            assert same(tmp_path / name, FOLDER / "pictures" / name), f"{name} has changed; {AGAIN}"


@pytest.mark.parametrize(
    "path", [path for path in [*TUTORIALS, *recipes()] if "```text\n$ " in read(path)], ids=lambda path: path.stem
)
def test_its_sessions_at_a_terminal_go_as_they_are_written(path, tmp_path):
    assert run(path, tmp_path) == "", AGAIN  # for the files that it saves
    assert played(read(path), tmp_path) == read(path), AGAIN


@each_tutorial
def test_its_script_is_the_same_code(path):
    assert read(path.with_suffix(".py")) == script(read(path), path.name), AGAIN


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, marks=[pytest.mark.slow] * (path.name[:2] in LONG)) for path in TUTORIALS],
    ids=lambda path: path.stem,
)
def test_its_script_runs(path, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        runpy.run_path(str(path.with_suffix(".py")), run_name="__main__")


@each_tutorial
def test_what_it_quotes_is_the_librarys_own_code(path):
    source = "\n".join(inspect.getsource(module) for module in QUOTED)
    for quotation in examples.quotations(read(path)):
        assert quotation in source


@each_tutorial
def test_it_says_what_for_how_long_and_what_before(path):
    opening = read(path).split("\n## ")[0]
    assert re.match(rf"# {int(path.name[:2])}\. ", opening)
    for word in ("**After this you can**", "**Time:**", "**Before:**"):
        assert opening.count(word) == 1


@each_tutorial
def test_it_ends_with_three_to_five_exercises_whose_tested_solutions_fold_out(path):
    _, exercises = read(path).split("\n## Exercises\n")
    numbers = re.findall(r"^\*\*(\d)\.\*\*", exercises, re.MULTILINE)
    assert numbers == ["1", "2", "3", "4", "5"][: len(numbers)]
    assert 3 <= len(numbers) <= 5
    solutions = re.findall(r"<details><summary>Solution</summary>\n\n(.*?)\n\n</details>", exercises, re.DOTALL)
    assert len(solutions) == len(numbers)
    for solution in solutions:
        assert "```python\n>>> " in solution


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_what_is_drawn(name):
    assert read(FOLDER / "pictures" / name) == PICTURES[name](), AGAIN


def test_each_picture_is_shown_somewhere():
    shown = {name for path in FOLDER.glob("*.md") for name in re.findall(r"\(pictures/([^)]+)\)", read(path))}
    assert {path.name for path in (FOLDER / "pictures").iterdir()} == shown


def test_each_script_has_a_tutorial():
    assert {path.stem for path in FOLDER.glob("[0-9]*.py")} == {path.stem for path in TUTORIALS}


def test_the_table_of_contents_names_each_tutorial_by_its_title():
    contents = read(FOLDER / "README.md")
    listed = re.findall(r"\[([^]]+)\]\((\d\d-[^)]+\.md)\)", contents)
    titles = [(read(path).splitlines()[0].removeprefix("# "), path.name) for path in TUTORIALS]
    assert [each for each in listed if each in titles] == titles
    for title, name in listed:
        assert (title, name) in titles


def test_the_table_of_contents_gives_each_tutorials_own_time():
    listed = re.findall(r"^\| \[[^]]+\]\(([^)]+)\) \|.*\| (\d+) min \|", read(FOLDER / "README.md"), re.MULTILINE)
    own = [(path.name, *re.findall(r"^\*\*Time:\*\* (\d+) minutes", read(path), re.MULTILINE)) for path in TUTORIALS]
    assert listed == own


def test_the_reference_names_what_is_public_now():
    assert read(FOLDER / "reference.md") == reference(), AGAIN


@pytest.mark.slow
def test_what_is_said_of_mnist_comes_out_where_its_files_are(mnist_directory, tmp_path):
    blocks = re.findall(r"^```pycon\n(.*?)^```$", read(FOLDER / "07-handwriting.md"), re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    shutil.copytree(mnist_directory, tmp_path / "mnist")
    tutorial = tmp_path / "07-mnist.md"
    blocks = [">>> from lernmi_emo import Network, datasets\n", *blocks]  # as typed at the tutorial's beginning
    tutorial.write_text("".join(f"```python\n{block}```\n" for block in blocks), encoding="utf-8")
    assert run(tutorial, tmp_path) == ""


def test_at_the_edges_of_the_digits_there_is_as_little_ink_as_tutorial_7_says():
    seen, _ = datasets.split(datasets.digits(), fraction=0.75, seed=1)
    assert len(seen) == 1347
    assert sum(any(image[0::8]) for image, _ in seen) == 13
    assert sum(any(image[7::8]) for image, _ in seen) == 169


@pytest.mark.slow
def test_learning_deafens_the_loud_network_of_the_handwriting_as_tutorial_7_says():
    """How many hidden neurons are saturated on one side for all unseen digits, after how many lessons."""

    def large(image):
        lines = [[round(255 * ink) for ink in image[start : start + 8] for _ in range(3)] for start in range(0, 64, 8)]
        rows = [[0, 0, *line, 0, 0] for line in lines for _ in range(3)]
        return [pixel for row in [*2 * [28 * [0]], *rows, *2 * [28 * [0]]] for pixel in row]

    def net_inputs(image):
        net.predict(image)
        return [neuron.net_input for neuron in hidden]

    def all_net_inputs():
        return [net_inputs(image) for image, _ in unseen]

    def deaf(rows):
        by_neuron = zip(*rows, strict=True)
        return {place for place, values in enumerate(by_neuron) if min(values) > 4 or max(values) < -4}

    loud = [(large(image), targets) for image, targets in datasets.digits()]
    seen, unseen = datasets.split(loud, fraction=0.8, seed=1)
    net = Network.layered([784, 15, 10], seed=1)
    hidden = net.layers[0].neurons
    net_inputs(seen[0][0])
    assert round(hidden[8].activation.slope(hidden[8].net_input, hidden[8].output), 4) == 0.0043
    untrained = all_net_inputs()
    saturated = [abs(value) > 4 for row in untrained for value in row]
    assert saturated.count(True) / len(saturated) > 0.93
    after = {0: deaf(untrained)}
    for lesson, (image, targets) in enumerate(seen[:200], start=1):
        net.learn(image, targets, rate=0.1)
        if lesson in (1, 10, 200):
            after[lesson] = deaf(all_net_inputs())
    assert [len(after[lesson]) for lesson in (0, 1, 10, 200)] == [0, 2, 8, 15]
    assert after[1] < after[10] < after[200]  # nothing brings one back
    assert len({tuple(round(output, 6) for output in net.predict(image)) for image, _ in unseen}) == 1


def test_the_tables_of_the_large_experiments_are_those_of_their_files():
    text = read(FOLDER / "06-does-emotion-help.md")
    assert text.count("<!-- results: ") == 4
    assert filled(text) == text, AGAIN


@pytest.mark.slow
def test_the_large_experiments_came_out_as_tutorial_6_says():
    """Which intervals lie off 0, how narrow those of the digits are, and that EmBP is never ahead of both controls."""

    def ends(name, measure, other, kind="chosen"):
        return interval(differences(name, measure, other, kind))

    cases = itertools.product(SETTINGS, ("test_accuracy", "epochs"), ("bp", "average"))
    off_zero = {case for case in cases if ends(*case)[0] > 0 or ends(*case)[1] < 0}
    assert off_zero == {("circle", "test_accuracy", "bp"), ("gauss", "epochs", "bp")}
    assert ends("circle", "test_accuracy", "bp")[1] < 0
    for other in ("bp", "average"):
        low, high = ends("digits", "test_accuracy", other)
        assert -0.0031 < low < 0 < high < 0.0031
    assert sorted(values("circle", "test_accuracy", "embp"))[:3] == [0.5, 0.78, 0.96]
    assert [round(ends(name, "test_accuracy", "bp")[0], 2) for name in ("circle", "wine")] == [-0.06, -0.05]
    assert round(ends("spiral", "test_accuracy", "bp")[1], 2) == 0.07
    by_chance_seldom = [
        (kind, measure, name)
        for kind, measure, name in itertools.product(
            ("chosen", "fixed"), ("epochs", "test_error", "test_accuracy"), SETTINGS
        )
        if sign_flip_test(differences(name, measure, "bp", kind)) < 0.05
    ]
    assert by_chance_seldom == [("fixed", "epochs", name) for name in ("gauss", "iris", "wine")]
    runs = [path.read_text(encoding="utf-8") for path in (FOLDER / "results").glob("*/*/runs.csv")]
    columns = [row["diverged"] for text in runs for row in csv.DictReader(text.splitlines())]
    assert set(columns) == {"False"}
    for kind, name in itertools.product(("chosen", "fixed"), SETTINGS):
        assert any(ends(name, "test_accuracy", control, kind)[0] <= 0 for control in ("average", "fixed"))
        for measure in ("epochs", "test_error"):
            assert any(ends(name, measure, control, kind)[1] >= 0 for control in ("average", "fixed"))
    page = read(FOLDER / "results" / "README.md")
    assert "| EmBP | plain BP | 2 | 4 | 42 |" in page
    plain, control, emotional = (average(values("iris", "epochs", arm, "fixed")) for arm in ("bp", "average", "embp"))
    assert round(emotional - plain) == 23
    assert plain < control < emotional
    plain, control, emotional = (average(values("gauss", "epochs", arm, "fixed")) for arm in ("bp", "fixed", "embp"))
    assert (round(emotional - plain, 1), round(control - plain, 1)) == (-0.5, -2.0)


def test_what_mazurs_page_prints_after_ten_thousand_lessons_is_tutorial_3s_early_order():
    names = names_of("03-hidden-neurons.md", "def learn_early(")
    early, right = names["example"](), names["example"]()
    inputs, targets = names["inputs"], names["targets"]
    for _ in range(10_000):
        names["learn_early"](early, inputs, targets)
        right.learn(inputs, targets, rate=0.5)
    said = " ".join(read(FOLDER / "03-hidden-neurons.md").split())
    assert "{:.9f} and {:.9f}, are those of the early order".format(*early.predict(inputs)) in said
    assert "The right one gives {:.9f} and {:.9f}.".format(*right.predict(inputs)) in said


@pytest.mark.slow
def test_what_tutorial_3_says_of_a_hundred_seeds_comes_out():
    names = names_of("03-hidden-neurons.md", "def epochs_needed(")
    stuck = [[names["epochs_needed"](hidden, seed) for seed in range(100)].count("never") for hidden in (2, 3)]
    assert stuck == [19, 0]
    assert round(Network.layered([2, 2, 1], seed=9).link("x2", "h1").weight, 1) == -0.2


def test_it_is_the_momentum_that_lets_the_error_of_tutorial_3_rise_at_first():
    risen = []
    for momentum in (0.9, 0):
        history = Network.layered([2, 2, 1], seed=1).train(datasets.xor(), epochs=10, rate=0.5, momentum=momentum)
        risen.append(history.errors[9] > history.errors[0])
    assert risen == [True, False]


@pytest.mark.slow
def test_what_tutorial_6_says_of_longer_experiments_comes_out():
    grid = {"rate": [0.1, 0.3, 1], "momentum": [0, 0.9]}
    longer = {"hidden": 6, "epochs": 1000, "seeds": 10, "workers": 1}
    study = compare(datasets.circle(), grid=grid, arms=["embp", "average"], **longer)
    means = [f"{study.row('test_accuracy', arm).mean:.3f}" for arm in ("bp", "embp", "average")]
    assert means == ["0.996", "0.992", "0.998"]
    corners = {"rate": 0.3, "momentum": 0.3, "hidden": 6, "epochs": 1000, "stop_error": 0.01, "workers": 1}
    study = compare(datasets.exclusive_or(), arms=["embp"], seeds=[*range(20), *range(100, 120)], **corners)
    row = study.row("epochs", "embp")
    assert (round(row.difference), round(row.p, 2)) == (43, 0.09)


def test_an_output_that_is_not_what_comes_out_is_reported(tmp_path):
    tutorial = tmp_path / "wrong.md"
    tutorial.write_text("Add.\n\n```python\n>>> 1 + 1\n3\n```\n", encoding="utf-8")
    report = examples.check(tutorial, tmp_path)
    assert 'File "wrong.md", line 4' in report
    assert "Got:\n    2" in report


def test_outputs_are_filled_in(tmp_path):
    text = "```python\n>>> 1 + 1\n3\n>>> for i in range(2):\n...     i\n...\n7\n>>> x = 1\n8\n>>> 1 / 0\n"
    text += "Traceback (most recent call last):\n  ...\nZeroDivisionError: oh\n```\nEnd.\n"
    filled = "```python\n>>> 1 + 1\n2\n>>> for i in range(2):\n...     i\n...\n0\n1\n>>> x = 1\n>>> 1 / 0\n"
    filled += "Traceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n```\nEnd.\n"
    assert examples.fill(text, "fill.md", tmp_path) == filled
    assert examples.fill(filled, "fill.md", tmp_path) == filled


def test_what_raises_unawares_is_not_filled_in(tmp_path):
    with pytest.raises(RuntimeError, match="line 2 raises ZeroDivisionError: division by zero"):
        examples.fill("```python\n>>> 1 / 0\n```\n", "fill.md", tmp_path)


def test_a_script_says_its_errors_and_goes_on(tmp_path, capsys):
    written = script("Oh.\n\n```python\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nE: no\n```\n", "oh.md")
    (tmp_path / "oh.py").write_text(written, encoding="utf-8")
    runpy.run_path(str(tmp_path / "oh.py"))
    assert capsys.readouterr().out == "ZeroDivisionError: division by zero\n"


def test_pictures_that_are_not_the_same_are_told_apart(tmp_path):
    for kind in (".svg", ".png", ".gif"):
        shown = sorted(FOLDER.glob(f"pictures/*{kind}"))[0]
        assert same(shown, shown)
        (tmp_path / shown.name).write_bytes(shown.read_bytes())
        if kind == ".svg":
            (tmp_path / shown.name).write_text(read(shown).replace("0", "1", 1), encoding="utf-8")
        else:
            with Image.open(shown) as image:
                image.convert("RGB").rotate(180).save(tmp_path / shown.name)
        assert not same(tmp_path / shown.name, shown)
