"""Files are written whole or not at all: under a temporary name in the same folder, then renamed.

Whoever reads the file meanwhile, or after a power cut or Ctrl-C, finds the old one or the new one, never a half.
"""

from __future__ import annotations

import os
from pathlib import Path


def write_file(path: str | os.PathLike[str], content: str | bytes) -> Path:
    """Write a file, in UTF-8 where the content is text, and return its path.

    Raises `OSError` where it can't be written; then no new file is left, and an old one is as it was.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_file(Path(folder, "a.txt"), "Y → T")
    ...     path.read_text(encoding="utf-8"), [each.name for each in Path(folder).iterdir()]
    ('Y → T', ['a.txt'])
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))  # through a symbolic link, rather than in its place
    temporary = target.with_name(f".lernmi-emo-{os.urandom(8).hex()}.tmp")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return Path(path)
