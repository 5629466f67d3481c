import pytest

from lernmi_emo.datasets.lines import read_lines
from lernmi_emo.support.exceptions import DataError, InputError


@pytest.fixture
def read(tmp_path):
    """Writes bytes to a file and reads its lines."""

    def write_and_read(content, delimiter=","):
        path = tmp_path / "table.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_lines(path, delimiter)

    return write_and_read


def test_each_line_comes_with_its_number_and_its_cells(read):
    assert read("a,b\n1,2\n3,4\n") == [(1, ["a", "b"]), (2, ["1", "2"]), (3, ["3", "4"])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_systems_line_ends_will_do_and_the_last_may_lack_its_own(read, end):
    assert read(end.join(["a,b", "1,2"])) == [(1, ["a", "b"]), (2, ["1", "2"])]


def test_spaces_about_a_cell_are_dropped_and_blank_lines_skipped_but_counted(read):
    assert read("\n a , b \n\n  \n1 ,2\n\n") == [(2, ["a", "b"]), (5, ["1", "2"])]


def test_a_quoted_cell_may_hold_the_delimiter_and_a_line_break_and_the_numbers_stay_right(read):
    assert read('a,"b\n,c"\n1,2\n') == [(1, ["a", "b\n,c"]), (3, ["1", "2"])]


def test_a_byte_order_mark_is_no_part_of_the_first_name(read):
    assert read(b"\xef\xbb\xbfa,b\n1,2\n")[0] == (1, ["a", "b"])


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_another_delimiter_may_be_given(read, delimiter):
    assert read(f"a{delimiter}b\n1,5{delimiter}2\n", delimiter)[1] == (2, ["1,5", "2"])


@pytest.mark.parametrize("delimiter", ["", ",,", "\n", '"', None, 1])
def test_what_can_be_no_delimiter_is_refused(read, delimiter):
    with pytest.raises(InputError, match="delimiter must be one character"):
        read("a,b\n1,2\n", delimiter)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", r"table\.csv: expected a header line .* the file is empty"),
        ("\n\n", r"the file is empty"),
        ("a,b\n", r"table\.csv: expected lines of values after the header, and there is none"),
        ("a,b\n1,2\n3\n", r"table\.csv, line 3: expected 2 columns, as in the header, and got 1; look for a missing"),
        ("a,b\n1,2\n\n3,4,5\n", r"line 4: expected 2 columns, as in the header, and got 3"),
        ("a,,c\n1,2,3\n", r"line 1, column 2: expected a name, and it is empty"),
        ("a,b,a\n1,2,3\n", r"line 1, column 3: the name 'a' is used twice"),
        (b"a,b\n1,2\n\xe4,3\n", r"table\.csv, line 3: expected text in UTF-8"),
        ('a,b\n1,2\n"3,4\n', r"table\.csv, line 3: this is not CSV: unexpected end of data"),
        ("a,b\n" + "1" * 200_000 + ",2\n", r"line 2: this is not CSV: field larger than"),
    ],
)
def test_a_file_out_of_shape_is_refused_with_its_line(read, content, says):
    with pytest.raises(DataError, match=says):
        read(content)


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(DataError, match=r"nowhere\.csv: can't be read: .*; check the path"):
        read_lines(tmp_path / "nowhere.csv", ",")
