"""`lernmi-emo predict`: asking a saved network, with numbers, with files, in a table's own units."""

import csv
import io
import json

import pytest

from lernmi_emo import Network, datasets
from lernmi_emo.support.text import number

HOUSES = "rooms,area,price\n" + "".join(f"{1 + i % 4},{30 + 2 * i},{100 + 5 * i}\n" for i in range(40))
LEAVES = "length,width,kind\n" + "".join(
    f"{50 + 20 * (i % 2) + i % 3},{14 + 26 * (i % 2)},{'lo'[i % 2]}\n" for i in range(40)
)


@pytest.fixture
def net(here):
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=5)
    net.save(here / "net.json")
    return net


@pytest.mark.parametrize("inputs", [["0", "1"], ["0,1"], ["0.0", "1e0"]])
def test_numbers_are_answered_by_name(run, net, inputs):
    assert run("predict", "net.json", *inputs) == (0, f"y1  {number(net.predict([0, 1])[0]):>8}\n", "")


def test_negative_numbers(run, net):
    for arguments in (["-0.5", "-1"], ["--", "-1e-3", "-1"]):
        code, out, _ = run("predict", "net.json", *arguments)
        assert (code, out.startswith("y1 ")) == (0, True)


def test_of_several_outputs_the_highest_is_marked(run, here):
    net = Network.layered([2, 12], seed=7)
    net.save(here / "net.json")
    _, out, _ = run("predict", "net.json", 0, 1)
    outputs = net.predict([0, 1])
    marked = [place for place, line in enumerate(out.splitlines()) if line.endswith("← highest")]
    assert marked == [outputs.index(max(outputs))]


@pytest.mark.parametrize(
    "table",
    ["0,1\n1,1\n", "x1,x2\n0,1\n1,1\n", "x2,name,x1\n1,a,0\n\n1,b,1\n", "\ufeffx1,x2\r\n0,1\r\n1,1\r\n"],
)
def test_a_file_is_answered_with_a_file_with_all_digits(run, net, here, table):
    (here / "asked.csv").write_text(table, encoding="utf-8")
    expected = [net.predict([0, 1])[0], net.predict([1, 1])[0]]
    code, out, _ = run("predict", "net.json", "asked.csv")
    assert code == 0
    assert out.splitlines() == ["y1", *map(repr, expected)]


def test_standard_input_is_read_where_it_is_asked_for_or_piped(process, net):
    for arguments in (["-"], []):
        command = process("predict", "net.json", *arguments)
        out, err = command.communicate("0,1\n")
        assert (command.returncode, err) == (0, "")
        assert out.splitlines() == ["y1", repr(net.predict([0, 1])[0])]


def test_a_tables_classes_are_answered_by_their_names_from_its_own_units(run, here):
    (here / "leaves.csv").write_text(LEAVES, encoding="utf-8")
    assert run("train", "leaves.csv", "--target", "kind", "--output", "a")[0] == 0
    _, out, _ = run("predict", "a/network.json", 51, 14)
    assert [line.split()[0] for line in out.splitlines()] == ["l", "o"]
    assert out.splitlines()[0].endswith("← highest")
    _, out, _ = run("predict", "a/network.json", "leaves.csv")  # the target's column is passed over
    answers = list(csv.DictReader(io.StringIO(out)))
    assert [answer["highest"] for answer in answers] == [line[-1] for line in LEAVES.splitlines()[1:]]


def test_a_tables_quantities_are_answered_in_their_own_unit(run, here):
    (here / "houses.csv").write_text(HOUSES, encoding="utf-8")
    assert run("train", "houses.csv", "--target", "price", "--epochs", 300, "--output", "a")[0] == 0
    code, out, _ = run("predict", "a/network.json", 2, 60)
    assert code == 0
    name, price = out.split()
    assert name == "price"
    assert float(price) == pytest.approx(175, abs=15)


def test_columns_of_another_network_are_refused(run, here):
    (here / "houses.csv").write_text(HOUSES, encoding="utf-8")
    run("train", "houses.csv", "--target", "price", "--epochs", 1, "--output", "a")
    Network.layered([3, 1]).save(here / "a" / "other.json")
    code, _, err = run("predict", "a/other.json", 1, 2, 3)
    assert code == 2
    assert "don't belong together: 3 inputs and 1 outputs, and columns for 2 and 1" in err


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda columns: columns.update(format="x"), 'expected "format": "lernmi-emo columns"'),
        (lambda columns: columns.update(version=2), "version 1"),
        (lambda columns: columns.pop("classes"), '"classes" is missing'),
        (lambda columns: columns.update(classes=[1]), '"classes" must be names'),
        (lambda columns: columns["inputs"][0].update(least="0"), '"least" must be a finite number'),
        (lambda columns: columns["inputs"][0].update(least=None), 'expected numbers for "least" and "greatest"'),
        (lambda columns: columns["targets"].append(columns["targets"][0] | {"least": None}), "of all targets or none"),
    ],
)
def test_damaged_columns_are_refused_with_their_file(run, here, change, message):
    (here / "houses.csv").write_text(HOUSES, encoding="utf-8")
    run("train", "houses.csv", "--target", "price", "--epochs", 1, "--output", "a")
    path = here / "a" / "columns.json"
    columns = json.loads(path.read_text(encoding="utf-8"))
    change(columns)
    path.write_text(json.dumps(columns), encoding="utf-8")
    code, _, err = run("predict", "a/network.json", 1, 2)
    assert code == 2
    assert "columns.json: " in err
    assert message in err


def test_columns_that_are_no_json_are_refused(run, here, net):
    (here / "columns.json").write_text("{", encoding="utf-8")
    code, _, err = run("predict", "net.json", 0, 1)
    assert code == 2
    assert "columns.json: can't be read as JSON" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["none.json", "0", "1"], "none.json: can't be read"),
        (["table.csv", "0", "1"], "this is not JSON"),
        (["net.json", "0"], "expected 2 inputs, and 1 came"),
        (["net.json", "0", "1", "2"], "expected 2 inputs, and 3 came"),
        (["net.json", "0", "nan"], "must be a finite number"),
        (["net.json", "0", "one"], "inputs are numbers, or one file: '0 one' came"),
        (["net.json", "one"], "'one' is no number, and there is no file of this name"),
        (["net.json", "folder"], "folder: can't be read"),
        (["net.json", "empty.csv"], "empty.csv: expected lines of 2 numbers, and it is empty"),
        (["net.json", "header.csv"], "header.csv: expected lines of values after the header"),
        (["net.json", "ragged.csv"], "ragged.csv, line 2: expected 2 columns, and got 1"),
        (["net.json", "text.csv"], "text.csv, line 3, column x2: expected a finite number, and got 'b'"),
        (["net.json", "infinite.csv"], "infinite.csv, line 1, column 2: expected a finite number, and got 'inf'"),
        (["net.json", "other.csv"], "other.csv, line 1: the header has no column 'x2': there are: x1, x3"),
        (["net.json", "table.csv", "--delimiter", "::"], "expected CSV in UTF-8, parted by '::'"),
        (["net.json", "latin.csv"], "expected CSV in UTF-8"),
    ],
)
def test_mistakes(run, net, here, arguments, message):
    tables = {
        "table.csv": "0,1\n",
        "empty.csv": "\n",
        "header.csv": "x1,x2\n",
        "ragged.csv": "0,1\n2\n",
        "text.csv": "x1,x2\n0,1\n0,b\n",
        "infinite.csv": "0,inf\n",
        "other.csv": "x1,x3\n0,1\n",
    }
    for name, text in tables.items():
        (here / name).write_text(text, encoding="utf-8")
    (here / "latin.csv").write_bytes("größe,x2\n0,1\n".encode("latin-1"))
    (here / "folder").mkdir()
    code, out, err = run("predict", *arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_with_nothing_to_ask_and_nothing_piped_it_says_what_it_needs(run, net, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    code, _, err = run("predict", "net.json")
    assert code == 2
    assert "no inputs: give 2 numbers (x1, x2), a CSV file, or - for the standard input" in err
