"""1,797 handwritten digits of 8×8 pixels, which come with the library: small enough to learn in seconds.

They are the test set of "Optical Recognition of Handwritten Digits" (E. Alpaydin and C. Kaynak, UCI Machine Learning
Repository, 1998, doi 10.24432/C50P49), licensed under CC BY 4.0. The notice and the licence lie beside the file, in
the folder `data`. Each pixel counts the inked dots, 0 to 16, of one block of 4×4 dots of a larger image.
"""

from __future__ import annotations

from lernmi_emo.datasets.pattern import Pattern, one_hot


def digits() -> list[Pattern]:
    """The 1,797 digits: 64 inputs, the pixels row by row, scaled to 0..1; 10 targets, one-hot, 0 first.

    >>> inputs, targets = digits()[0]
    >>> inputs[:8]
    [0.0, 0.0, 0.3125, 0.8125, 0.5625, 0.0625, 0.0, 0.0]
    >>> targets.index(1.0)
    0
    """
    import gzip
    from importlib.resources import files

    packed = files("lernmi_emo.datasets").joinpath("data/digits.csv.gz").read_bytes()
    patterns: list[Pattern] = []
    for line in gzip.decompress(packed).decode("ascii").splitlines():
        *pixels, digit = map(int, line.split(","))
        patterns.append(([pixel / 16 for pixel in pixels], one_hot(digit, 10)))
    return patterns
