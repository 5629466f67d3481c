"""IDX files: the format of MNIST, and of Fashion-MNIST, KMNIST and EMNIST after it. One file of images, one of labels.

A file opens with its magic number and its sizes, each four bytes, highest byte first, and then comes one byte for
each pixel or label (Y. LeCun, C. Cortes and C. Burges, "The MNIST database"):

    images:  2051, number of images, rows, columns, then the pixels, 0 to 255, image by image and row by row
    labels:  2049, number of labels, then the labels, 0 to 255

Compressed (gzip) or plain is told from a file's first two bytes, not from its name.
"""

from __future__ import annotations

import math
import os

from lernmi_emo.datasets.pattern import Pattern, one_hot
from lernmi_emo.support.checks import check_count
from lernmi_emo.support.exceptions import DataError, InputError

IMAGES, LABELS = 2051, 2049  # magic numbers: 8 for "bytes", then 3 or 1 for the number of sizes
KINDS = {IMAGES: "images", LABELS: "labels"}
PARTS = {"test": "t10k", "train": "train"}

PathLike = str | os.PathLike[str]


def idx(images: PathLike, labels: PathLike, scaled: bool = True, classes: int | None = None) -> list[Pattern]:
    """The patterns of an IDX file of images and the IDX file of their labels.

    Inputs are the pixels, row by row, scaled to 0..1 (divided by 255), or 0..255 where `scaled=False`. Targets are
    one-hot, with as many classes as the highest label plus one; `classes` says how many where the highest may be
    missing. 10,000 images of 28×28 pixels take some 65 MB.

    Raises `DataError` for a file that is missing, not whole, too long or of the wrong kind, and for two files that
    don't belong together.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     images, labels = pathlib.Path(name, "images"), pathlib.Path(name, "labels")
    ...     _ = images.write_bytes(bytes([0, 0, 8, 3,  0, 0, 0, 1,  0, 0, 0, 1,  0, 0, 0, 2,  0, 255]))
    ...     _ = labels.write_bytes(bytes([0, 0, 8, 1,  0, 0, 0, 1,  2]))
    ...     idx(images, labels)
    [([0.0, 1.0], [0.0, 0.0, 1.0])]
    """
    (count, rows, columns), pixels = _read(images, IMAGES)
    (label_count,), digits = _read(labels, LABELS)
    if count != label_count:
        raise DataError(
            f"{images} holds {count} images, and {labels} holds {label_count} labels: expected as many of one as of "
            f"the other; take both from the same part of the data"
        )
    width = check_count(max(digits) + 1 if classes is None else classes, "classes")
    if max(digits) >= width:
        first = next(place for place, digit in enumerate(digits, 1) if digit >= width)
        raise DataError(
            f"{labels}, label {first}: expected a label from 0 to {width - 1}, as there are {width} classes, "
            f"and got {digits[first - 1]}; ask for classes={max(digits) + 1}"
        )
    value = [byte / 255 if scaled else float(byte) for byte in range(256)]  # each possible input once, not millions
    size = rows * columns
    return [
        ([value[byte] for byte in pixels[place * size : (place + 1) * size]], one_hot(digit, width))
        for place, digit in enumerate(digits)
    ]


def mnist(directory: PathLike, part: str | None = None, scaled: bool = True) -> list[Pattern]:
    """The patterns of MNIST, or of a set in its shape, from the folder that holds its files by their usual names.

    These are `t10k-images-idx3-ubyte` and `t10k-labels-idx1-ubyte` for the test part, `train-…` for the training
    part, each with or without `.gz`, and also with `.idx3` in place of `-idx3`, as some programs unpack them.
    `part` is "test" or "train"; without it, the test part if it is there, else the training part.

    Raises `DataError` where the files are not there or not whole, `InputError` for another part.

    >>> mnist("no-dir")
    Traceback (most recent call last):
    lernmi_emo.support.exceptions.DataError: no-dir: expected the folder of the MNIST files, and there is no such folder
    """
    if part is not None and part not in PARTS:
        raise InputError(f"part must be 'test' or 'train', and this came: {part!r}")
    if not os.path.isdir(directory):
        raise DataError(f"{directory}: expected the folder of the MNIST files, and there is no such folder")
    for prefix in PARTS.values() if part is None else [PARTS[part]]:
        images, labels = _find(directory, f"{prefix}-images", "idx3"), _find(directory, f"{prefix}-labels", "idx1")
        if images and labels:
            return idx(images, labels, scaled)
    wanted = "t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte"
    wanted = wanted.replace("t10k", "train") if part == "train" else wanted
    other = " (or the two that begin with train-)" if part is None else ""
    raise DataError(f"{directory}: expected {wanted}, each with or without .gz{other}, and they are not both there")


def _find(directory: PathLike, stem: str, kind: str) -> str | None:
    for name in (f"{stem}-{kind}-ubyte", f"{stem}.{kind}-ubyte"):
        for suffix in ("", ".gz"):
            path = os.path.join(directory, name + suffix)
            if os.path.isfile(path):
                return path
    return None


def _read(path: PathLike, magic: int) -> tuple[list[int], bytes]:
    """The sizes that an IDX file states, and as many bytes as they promise."""
    data = _unpacked(path)
    found = int.from_bytes(data[:4], "big")
    if len(data) < 4 or found != magic:
        came = "fewer than 4 bytes" if len(data) < 4 else f"{found}"
        hint = f", which marks {KINDS[found]}: are the two files swapped?" if found in KINDS else ""
        raise DataError(
            f"{path}: expected an IDX file of {KINDS[magic]}, which opens with the magic number {magic}, "
            f"and got {came}{hint}"
        )
    header = 4 + 4 * (magic % 256)
    sizes = [int.from_bytes(data[place : place + 4], "big") for place in range(4, header, 4)]
    promised = header
    if len(data) >= header:
        promised += math.prod(sizes)
    if len(data) != promised:
        mend = "it is cut short: fetch it anew" if len(data) < promised else "it is not, or not only, an IDX file"
        shape = f"its header states {' × '.join(map(str, sizes))}" if len(data) >= header else "the header alone"
        raise DataError(f"{path}: expected {promised} bytes ({shape}), and got {len(data)}; {mend}")
    if promised == header:
        raise DataError(f"{path}: expected {KINDS[magic]}, and its header states {' × '.join(map(str, sizes))}: none")
    return sizes, data[header:]


def _unpacked(path: PathLike) -> bytes:
    import gzip
    import zlib

    try:
        with open(path, "rb") as file:
            data = file.read()
        return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DataError(f"{path}: expected a whole gzip file, and it is cut short or damaged ({error})") from error
    except OSError as error:
        raise DataError(f"{path}: can't be read: {error.strerror or error}; check the path") from error
