import csv as stdlib_csv
import pickle

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from lernmi_emo import datasets
from lernmi_emo.support.exceptions import DataError, InputError, LernmiEmoError

LEAVES = "length,width,tree\n7,5,oak\n4,4,lime\n8,5,oak\n"


@pytest.fixture
def table(tmp_path):
    """Writes text to a file and reads it as a table."""

    def write_and_read(text, target, **settings):
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        return datasets.csv(path, target, **settings)

    return write_and_read


def test_each_line_is_a_pattern_and_text_targets_are_one_hot_in_the_alphabets_order(table):
    leaves = table(LEAVES, "tree")
    assert leaves == [([7.0, 5.0], [0.0, 1.0]), ([4.0, 4.0], [1.0, 0.0]), ([8.0, 5.0], [0.0, 1.0])]
    assert leaves.class_names == ["lime", "oak"]
    assert leaves.input_names == ["length", "width"]
    assert leaves.target_names == ["tree"]


def test_a_table_prints_and_counts_and_slices_like_the_list_it_is(table):
    leaves = table(LEAVES, "tree")
    assert repr(leaves) == repr(list(leaves))
    assert len(leaves) == 3
    assert leaves[:1] == [([7.0, 5.0], [0.0, 1.0])]


def test_a_table_keeps_its_names_when_pickled(table):
    again = pickle.loads(pickle.dumps(table(LEAVES, "tree")))
    assert again == table(LEAVES, "tree")
    assert again.class_names == ["lime", "oak"]


def test_the_target_may_stand_in_any_column_and_the_inputs_keep_the_files_order(table):
    assert table("y,b,a\n0.5,1,2\n", "y") == [([1.0, 2.0], [0.5])]


def test_inputs_may_be_chosen_in_an_order_of_ones_own_and_text_columns_left_out(table):
    text = "name,a,b,y\nAda,1,2,0\nBob,3,4,1\n"
    chosen = table(text, "y", inputs=["b", "a"])
    assert chosen == [([2.0, 1.0], [0.0]), ([4.0, 3.0], [1.0])]
    assert chosen.input_names == ["b", "a"]
    assert table(text, "y", inputs="a") == [([1.0], [0.0]), ([3.0], [1.0])]


def lines_of(values):
    return "x,y\n" + "".join(f"0,{value}\n" for value in values)


@pytest.mark.parametrize(
    ("values", "targets", "class_names"),
    [
        pytest.param([0, 1, 1, 0], [[0.0], [1.0], [1.0], [0.0]], [], id="0 and 1 stay one target, as with the gates"),
        pytest.param(["yes", "no"], [[0.0, 1.0], [1.0, 0.0]], ["no", "yes"], id="two words are one-hot too"),
        pytest.param([1, 2, 2, 1], [[1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [1.0, 0.0]], ["1", "2"], id="1 and 2"),
        pytest.param([-1, 1, -1, 1], [[1.0, 0.0], [0.0, 1.0]] * 2, ["-1", "1"], id="−1 and 1 are classes"),
        pytest.param([2, 4, 6, 8], [[2.0], [4.0], [6.0], [8.0]], [], id="too few lines of each: a quantity"),
        pytest.param([0.5, 1, 1, 2], [[0.5], [1.0], [1.0], [2.0]], [], id="a decimal among them: a quantity"),
        pytest.param([1.0, 2.0] * 2, [[1.0], [2.0]] * 2, [], id="whole, but written as decimals: a quantity"),
        pytest.param([7, 7, 7], [[7.0]] * 3, [], id="one whole number: a quantity"),
        pytest.param(list(range(21)) * 2, [[float(n)] for n in range(21)] * 2, [], id="21 of them: a quantity"),
    ],
)
def test_how_a_target_column_is_read(table, values, targets, class_names):
    read = table(lines_of(values), "y")
    assert [target for _, target in read] == targets
    assert read.class_names == class_names


def test_twenty_whole_numbers_are_classes_in_the_order_of_numbers_not_of_letters(table):
    read = table(lines_of(list(range(20)) * 2), "y")
    assert read.class_names == [str(number) for number in range(20)]
    assert [target.index(1.0) for _, target in read] == list(range(20)) * 2


def test_classes_decides_where_the_rule_would_decide_otherwise(table):
    assert table(lines_of([0, 1]), "y", classes=True).class_names == ["0", "1"]
    assert table(lines_of([2, 4]), "y", classes=True) == [([0.0], [1.0, 0.0]), ([0.0], [0.0, 1.0])]
    assert table(lines_of([3, 4, 3, 4]), "y", classes=False)[0] == ([0.0], [3.0])
    assert table(lines_of(["a", "1"]), "y", classes=True).class_names == ["1", "a"]


def test_the_training_tables_class_names_give_a_test_table_that_lacks_a_class_the_same_targets(table):
    train = table(LEAVES, "tree")
    test = table("length,width,tree\n6,6,oak\n", "tree", classes=train.class_names)
    assert test == [([6.0, 6.0], [0.0, 1.0])]
    numbers = table(lines_of([2, 4]), "y")
    assert table(lines_of([2, 4, 2, 4]), "y", classes=numbers.class_names)[0] == ([0.0], [2.0])


def test_class_names_may_come_in_a_numpy_array(table):
    numpy = pytest.importorskip("numpy")
    assert table(LEAVES, "tree", classes=numpy.array(["oak", "lime"]))[0] == ([7.0, 5.0], [1.0, 0.0])
    assert table(lines_of([3, 5]), "y", classes=numpy.array([3, 4, 5])).class_names == ["3", "4", "5"]


def test_several_target_columns_are_numbers_in_the_order_asked_for(table):
    read = table("a,y,z\n1,2,3\n", ["z", "y"])
    assert read == [([1.0], [3.0, 2.0])]
    assert read.target_names == ["z", "y"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b,y\n1,2,0\n1,two,1\n", r"line 3, column 'b': expected a finite number, and got 'two'; mend the cell, or"),
        ("a,b,y\n1,,0\n", r"line 2, column 'b': expected a finite number, and got an empty cell"),
        ("a,b,y\n1,nan,0\n", r"line 2, column 'b': expected a finite number, and got 'nan'"),
        ("a,b,y\n1,-inf,0\n", r"line 2, column 'b': expected a finite number, and got '-inf'"),
        ("a,b,y\n1,1e999,0\n", r"line 2, column 'b': expected a finite number, and got '1e999'"),
        ("a,b,y\n1,1_000,0\n", r"line 2, column 'b': expected a finite number, and got '1_000'"),
        ('a,b,y\n1,"2,5",0\n', r"line 2, column 'b': expected a finite number \(with a point for the decimals\)"),
        ("a,b,y\n1,2,0.5\n1,2,x\n", r"line 3, column 'y': expected a finite number, and got 'x'; .*classes=True"),
        ("a,b,y\n1,2,0.5\n1,2,\n", r"line 3, column 'y': expected a finite number, and got an empty cell"),
        ("a,b,y\n1,2,cat\n1,2,\n1,2,dog\n", r"line 3, column 'y': expected the name of a class, and got an empty cell"),
        ("a,b,y\n1,2,cat\n1,2,cat\n", r"column 'y': expected several classes, and there is one: 'cat'"),
        ("a,b,z\n1,2,0\n", r"table\.csv, line 1: the header has no column 'y': there are: a, b, z"),
        ("\n\na,b,yy\n1,2,0\n", r"table\.csv, line 3: the header has no column 'y': did you mean 'yy'\?"),
        ("a;b;y\n1;2;0\n", r"one column only: is ',' the right delimiter, or is it ';'\?"),
        ("a;b;y\n1,5;2;0\n", r"superfluous ','; the header has one column only: .*, or is it ';'\?"),
        ("a,b,y\nchalk,1,0\nsand,2,1\n", r"got 'chalk'; .* for a column of words, make a column of 0 and 1"),
        ("a,b,y\n1,2\n", r"line 2: expected 3 columns, as in the header, and got 2"),
    ],
)
def test_a_wrong_cell_or_column_is_refused_with_its_line_and_column(table, text, says):
    with pytest.raises(DataError, match=says):
        table(text, "y")


def test_a_class_that_is_not_among_the_given_ones_is_refused_with_the_nearest(table):
    with pytest.raises(
        DataError, match=r"line 3, column 'tree': expected .* class, and got 'lime': did you mean 'limes'\?"
    ):
        table(LEAVES, "tree", classes=["limes", "oak"])


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"target": "tree", "inputs": ["width", "tree"]}, "column 'tree' is named twice"),
        ({"target": "tree", "inputs": ["width", "width"]}, "column 'width' is named twice"),
        ({"target": "tree", "inputs": []}, "at least one input and one target column"),
        ({"target": []}, "at least one input and one target column"),
        ({"target": ["length", "width", "tree"]}, "at least one input and one target column"),
        ({"target": ["length", "width"], "inputs": ["tree"], "classes": True}, "for one target column"),
        ({"target": "tree", "classes": "oak"}, "classes: expected True, False or a list of names.*'oak'"),
        ({"target": "tree", "classes": 2}, "classes: expected True, False or a list of names.* came: 2"),
        ({"target": "tree", "classes": ["oak", "oak"]}, "a list of names, each once"),
    ],
)
def test_settings_that_contradict_each_other_are_refused(table, settings, says):
    with pytest.raises(InputError, match=says):
        table(LEAVES, **settings)


finite = st.floats(allow_nan=False, allow_infinity=False)


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(finite, finite, st.sampled_from(["a b", "c,d", 'e"f', "ü"])), min_size=1, max_size=9),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_what_pythons_own_csv_writer_wrote_is_read_back_to_the_bit(tmp_path_factory, rows, delimiter):
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = stdlib_csv.writer(file, delimiter=delimiter)
        writer.writerows([["x1", "x2", "kind"], *rows])
    kinds = ["a b", "c,d", 'e"f', "ü"]
    read = datasets.csv(path, "kind", classes=kinds, delimiter=delimiter)
    assert [tuple(inputs) for inputs, _ in read] == [(a, b) for a, b, _ in rows]
    assert [kinds[targets.index(1.0)] for _, targets in read] == [kind for *_, kind in rows]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=60), st.text(alphabet='xy01.,;"\n\r -e\0', max_size=40).map(str.encode)))
def test_whatever_a_file_holds_nothing_but_an_error_of_this_library_comes_of_it(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("csv") / "table.csv"
    path.write_bytes(b"x,y\n" + content)
    try:
        read = datasets.csv(path, "y")
    except LernmiEmoError:
        event("refused")
    else:
        event("read")
        assert len({(len(inputs), len(targets)) for inputs, targets in read}) == 1
