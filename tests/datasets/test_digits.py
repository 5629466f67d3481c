import gzip
from collections import Counter
from importlib.resources import files

import pytest

from lernmi_emo import datasets

DATA = files("lernmi_emo.datasets").joinpath("data")


def test_there_are_1797_patterns_of_64_inputs_scaled_to_0_1_and_10_one_hot_targets():
    patterns = datasets.digits()
    assert len(patterns) == 1797
    for inputs, targets in patterns:
        assert len(inputs) == 64
        assert all(type(value) is float and 0 <= value <= 1 for value in inputs)
        assert sorted(targets) == [0.0] * 9 + [1.0]
    assert max(max(inputs) for inputs, _ in patterns) == 1.0


def test_each_digit_occurs_as_often_as_the_repository_says():
    """UCI Machine Learning Repository, class distribution of the test set."""
    counts = Counter(targets.index(1.0) for _, targets in datasets.digits())
    assert [counts[digit] for digit in range(10)] == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_the_digits_are_scikit_learns_divided_by_16():
    sklearn_datasets = pytest.importorskip("sklearn.datasets")
    bunch = sklearn_datasets.load_digits()
    patterns = datasets.digits()
    assert [inputs for inputs, _ in patterns] == (bunch.data / 16).tolist()
    assert [targets.index(1.0) for _, targets in patterns] == bunch.target.tolist()


def test_the_file_is_scikit_learns_byte_for_byte_once_unpacked_and_packed_without_a_date():
    sklearn = pytest.importorskip("sklearn")
    packed = DATA.joinpath("digits.csv.gz").read_bytes()
    theirs = files(sklearn).joinpath("datasets", "data", "digits.csv.gz").read_bytes()
    assert gzip.decompress(packed) == gzip.decompress(theirs)
    assert packed[4:8] == bytes(4)  # the place of the date: packing the same data again gives the same file


def test_the_notice_and_the_licence_lie_beside_the_data():
    notice = DATA.joinpath("NOTICE.txt").read_text(encoding="utf-8")
    for said in ("Alpaydin", "Kaynak", "UCI Machine Learning Repository", "10.24432/C50P49", "CC BY 4.0"):
        assert said in notice
    licence = DATA.joinpath("CC-BY-4.0.txt").read_text(encoding="utf-8")
    assert "Creative Commons Attribution 4.0 International" in licence
    assert "Section 8" in licence
