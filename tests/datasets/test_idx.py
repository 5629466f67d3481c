import gzip
import struct
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from lernmi_emo import datasets
from lernmi_emo.support.exceptions import DataError, InputError

MNIST = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "mnist"


def image_bytes(pixels, count, rows, columns, magic=2051):
    return struct.pack(">IIII", magic, count, rows, columns) + bytes(pixels)


def label_bytes(labels, count=None, magic=2049):
    return struct.pack(">II", magic, len(labels) if count is None else count) + bytes(labels)


@pytest.fixture
def pair(tmp_path):
    """Two files to be written by the test: paths, and a way to read them."""

    def read(images, labels, **settings):
        (tmp_path / "images").write_bytes(images)
        (tmp_path / "labels").write_bytes(labels)
        return datasets.idx(tmp_path / "images", tmp_path / "labels", **settings)

    return read


GOOD_IMAGES = image_bytes([0, 51, 255, 102], count=2, rows=1, columns=2)
GOOD_LABELS = label_bytes([1, 0])


def test_pixels_are_divided_by_255_and_labels_become_one_hot(pair):
    assert pair(GOOD_IMAGES, GOOD_LABELS) == [([0.0, 0.2], [0.0, 1.0]), ([1.0, 0.4], [1.0, 0.0])]


def test_unscaled_pixels_stay_0_to_255(pair):
    assert [inputs for inputs, _ in pair(GOOD_IMAGES, GOOD_LABELS, scaled=False)] == [[0.0, 51.0], [255.0, 102.0]]


def test_classes_widen_the_targets_where_the_highest_label_is_missing(pair):
    assert pair(GOOD_IMAGES, GOOD_LABELS, classes=4)[0][1] == [0.0, 1.0, 0.0, 0.0]


def test_a_label_beyond_the_classes_is_refused(pair):
    with pytest.raises(DataError, match=r"labels, label 1: expected a label from 0 to 0, .* got 1; ask for classes=2"):
        pair(GOOD_IMAGES, GOOD_LABELS, classes=1)


@pytest.mark.parametrize("classes", [0, -1, 2.0, "ten"])
def test_classes_that_are_no_number_of_classes_are_refused(pair, classes):
    with pytest.raises(InputError, match="classes must be a whole number"):
        pair(GOOD_IMAGES, GOOD_LABELS, classes=classes)


def test_gzip_is_known_by_its_bytes_whatever_the_files_name(pair):
    assert pair(gzip.compress(GOOD_IMAGES), GOOD_LABELS) == pair(GOOD_IMAGES, gzip.compress(GOOD_LABELS))


@settings(max_examples=50, deadline=None)
@given(data=st.data(), rows=st.integers(1, 5), columns=st.integers(1, 5), packed=st.booleans())
def test_what_was_written_is_what_is_read(tmp_path_factory, data, rows, columns, packed):
    labels = data.draw(st.lists(st.integers(0, 255), min_size=1, max_size=8))
    size = len(labels) * rows * columns
    pixels = data.draw(st.lists(st.integers(0, 255), min_size=size, max_size=size))
    pack = gzip.compress if packed else bytes
    folder = tmp_path_factory.mktemp("idx")
    (folder / "images").write_bytes(pack(image_bytes(pixels, len(labels), rows, columns)))
    (folder / "labels").write_bytes(pack(label_bytes(labels)))
    patterns = datasets.idx(folder / "images", folder / "labels", scaled=False)
    assert [value for inputs, _ in patterns for value in inputs] == pixels
    assert [targets.index(1.0) for _, targets in patterns] == labels
    assert {len(targets) for _, targets in patterns} == {max(labels) + 1}
    assert all(sorted(targets)[:-1] == [0.0] * max(labels) for _, targets in patterns)


@pytest.mark.parametrize(
    ("images", "labels", "says"),
    [
        (
            image_bytes([0], 1, 1, 1, magic=2052),
            GOOD_LABELS,
            r"images: expected an IDX file of images.* 2051, and got 2052",
        ),
        (GOOD_IMAGES, label_bytes([1, 0], magic=2048), r"labels: expected an IDX file of labels.* 2049, and got 2048"),
        (GOOD_LABELS, GOOD_IMAGES, r"got 2049, which marks labels: are the two files swapped\?"),
        (b"", GOOD_LABELS, r"images: .*got fewer than 4 bytes"),
        (
            GOOD_IMAGES[:-1],
            GOOD_LABELS,
            r"expected 20 bytes \(its header states 2 × 1 × 2\), and got 19; it is cut short",
        ),
        (GOOD_IMAGES + b"x", GOOD_LABELS, r"expected 20 bytes .*, and got 21; it is not, or not only, an IDX file"),
        (GOOD_IMAGES[:10], GOOD_LABELS, r"expected 16 bytes \(the header alone\), and got 10; it is cut short"),
        (GOOD_IMAGES, GOOD_LABELS[:-1], r"labels: expected 10 bytes .*, and got 9"),
        (GOOD_IMAGES, GOOD_LABELS + b"x", r"labels: expected 10 bytes .*, and got 11"),
        (GOOD_IMAGES, label_bytes([1, 0, 1]), r"holds 2 images, and .*labels holds 3 labels"),
        (gzip.compress(GOOD_IMAGES)[:-4], GOOD_LABELS, r"images: expected a whole gzip file"),
        (gzip.compress(GOOD_IMAGES)[:12], GOOD_LABELS, r"images: expected a whole gzip file"),
        (gzip.compress(GOOD_IMAGES)[:3], GOOD_LABELS, r"images: expected a whole gzip file"),
        (
            image_bytes([], 0, 28, 28),
            label_bytes([]),
            r"images: expected images, and its header states 0 × 28 × 28: none",
        ),
        (image_bytes([], 2, 0, 28), GOOD_LABELS, r"its header states 2 × 0 × 28: none"),
        (image_bytes([], 2**32 - 1, 2**32 - 1, 2**32 - 1), GOOD_LABELS, r"and got 16; it is cut short"),
    ],
)
def test_a_file_that_is_not_what_it_promises_is_refused_by_name(pair, images, labels, says):
    with pytest.raises(DataError, match=says):
        pair(images, labels)


def test_a_damaged_gzip_file_is_refused(pair):
    damaged = bytearray(gzip.compress(GOOD_IMAGES))
    damaged[-6] ^= 0xFF  # in the checksum
    with pytest.raises(DataError, match="cut short or damaged"):
        pair(bytes(damaged), GOOD_LABELS)


@settings(max_examples=150, deadline=None)
@given(
    content=st.binary(max_size=40),
    opening=st.sampled_from([b"", b"\x1f\x8b", b"\x1f\x8b\x08", b"\0\0\x08\x03", GOOD_IMAGES]),
)
def test_whatever_bytes_a_file_holds_nothing_but_a_data_error_comes_of_it(tmp_path_factory, content, opening):
    folder = tmp_path_factory.mktemp("bytes")
    (folder / "images").write_bytes(opening + content)
    (folder / "labels").write_bytes(GOOD_LABELS)
    try:
        assert len(datasets.idx(folder / "images", folder / "labels")) == 2
    except DataError:
        event("refused")
    else:
        event("read")


def test_a_missing_file_and_a_folder_in_its_place_are_refused_by_name(tmp_path):
    (tmp_path / "images").write_bytes(GOOD_IMAGES)
    with pytest.raises(DataError, match=r"nowhere: can't be read: .*; check the path"):
        datasets.idx(tmp_path / "images", tmp_path / "nowhere")
    with pytest.raises(DataError, match="can't be read"):
        datasets.idx(tmp_path, tmp_path / "images")


def write_part(folder, prefix, label, names="{}-images-idx3-ubyte {}-labels-idx1-ubyte", pack=bytes):
    images, labels = names.format(prefix, prefix).split()
    (folder / images).write_bytes(pack(image_bytes([255], 1, 1, 1)))
    (folder / labels).write_bytes(pack(label_bytes([label])))


@pytest.mark.parametrize(
    ("names", "pack"),
    [
        ("{}-images-idx3-ubyte {}-labels-idx1-ubyte", bytes),
        ("{}-images-idx3-ubyte.gz {}-labels-idx1-ubyte.gz", gzip.compress),
        ("{}-images.idx3-ubyte {}-labels.idx1-ubyte", bytes),
    ],
)
def test_mnist_finds_its_files_by_their_usual_names(tmp_path, names, pack):
    write_part(tmp_path, "train", 2, names, pack)
    assert datasets.mnist(tmp_path) == [([1.0], [0.0, 0.0, 1.0])]
    write_part(tmp_path, "t10k", 1, names, pack)
    assert datasets.mnist(tmp_path) == [([1.0], [0.0, 1.0])]
    assert datasets.mnist(tmp_path, part="test", scaled=False) == [([255.0], [0.0, 1.0])]
    assert datasets.mnist(str(tmp_path), part="train") == [([1.0], [0.0, 0.0, 1.0])]


def test_mnist_says_what_it_looked_for(tmp_path):
    with pytest.raises(DataError, match=r"t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte.*\(or the two that begin"):
        datasets.mnist(tmp_path)
    write_part(tmp_path, "t10k", 1)
    with pytest.raises(DataError, match="train-images-idx3-ubyte and train-labels-idx1-ubyte"):
        datasets.mnist(tmp_path, part="train")
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    with pytest.raises(DataError, match=r"t10k-labels-idx1-ubyte.*not both there"):
        datasets.mnist(tmp_path)


def test_mnist_of_a_folder_or_part_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(DataError, match="there is no such folder"):
        datasets.mnist(tmp_path / "nowhere")
    with pytest.raises(InputError, match="part must be 'test' or 'train', and this came: 'tset'"):
        datasets.mnist(tmp_path, part="tset")


@pytest.mark.skipif(not MNIST.is_dir(), reason="MNIST is not there")
def test_the_real_mnist_test_part_loads_with_its_published_class_counts():
    patterns = datasets.mnist(MNIST, part="test")
    assert len(patterns) == 10_000
    assert {(len(inputs), len(targets)) for inputs, targets in patterns} == {(784, 10)}
    labels = [targets.index(1.0) for _, targets in patterns]
    assert labels[:5] == [7, 2, 1, 0, 4]
    counts = Counter(labels)
    assert [counts[digit] for digit in range(10)] == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert min(patterns[0][0]) == 0.0
    assert max(patterns[0][0]) == 1.0
