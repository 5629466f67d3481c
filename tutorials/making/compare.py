"""Whether two pictures are the same.

SVG is text, and comes from the library's own painter: it has to be the same text everywhere. PNG and GIF come from
matplotlib. From version to version it draws letters a little differently, and then a picture has to look alike; a PNG
says by which version it was drawn, and two by the same one have to agree closely.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

KINDS = (".svg", ".png", ".gif")
SHRUNK = 4  # so many pixels, each way, become one, so that nobody minds where a line's edge falls
CLOSELY = 16.0  # the greatest difference of a pixel, of 255, where the versions are the same
ALIKE = 6.0  # the mean difference, of 255, where they may not be: GIFs choose their 256 colours differently


def same(one: Path, other: Path) -> bool:
    """Whether these two files, of the same kind, hold the same picture.

    >>> pictures = Path(__file__).parents[1] / "pictures"
    >>> same(pictures / "xor.svg", pictures / "xor.svg"), same(pictures / "xor.svg", pictures / "not.svg")
    (True, False)
    """
    if one.suffix == ".svg":
        return one.read_text(encoding="utf-8") == other.read_text(encoding="utf-8")
    from PIL import Image

    with Image.open(one) as first, Image.open(other) as second:
        frames = getattr(first, "n_frames", 1)
        if frames != getattr(second, "n_frames", 1):
            return False
        for frame in range(frames):
            first.seek(frame)
            second.seek(frame)
            if first.info.get("duration") != second.info.get("duration") or not _alike(first, second):
                return False
    return True


def _alike(one: Any, other: Any) -> bool:
    from PIL import ImageChops, ImageStat

    if max(abs(a - b) for a, b in zip(one.size, other.size)) > 2:
        return False
    shrunk = [image.convert("RGBA").convert("RGB").reduce(SHRUNK) for image in (one, other)]
    difference = ImageStat.Stat(ImageChops.difference(shrunk[0], shrunk[1].resize(shrunk[0].size)))
    drawn_by = one.info.get("Software")
    if drawn_by is not None and drawn_by == other.info.get("Software"):
        return max(high for _, high in difference.extrema) <= CLOSELY
    return max(difference.mean) <= ALIKE
