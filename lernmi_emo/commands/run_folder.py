"""The folder that a training leaves its results in. No other run's folder is ever written into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lernmi_emo.support.exceptions import InputError

NAME = "lernmi-emo-run"


@contextmanager
def run_folder(wanted: str | None) -> Iterator[Path]:
    """A folder of this name, new or empty; without a name, the first free one of lernmi-emo-run, lernmi-emo-run-2, ….

    It is made at once, so whoever can't write there learns it before the training, not after. Where nothing has been
    put into it at the end, it is gone. Raises `InputError` where the wanted folder holds something.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as place, run_folder(f"{place}/results") as folder:
    ...     folder.name
    'results'
    """
    if wanted is None:
        folder, is_new = _next_free(), True
    else:
        folder = Path(wanted)
        is_new = not folder.exists()
        if not is_new and (not folder.is_dir() or any(folder.iterdir())):
            raise InputError(f"{wanted} is there already, and nothing is overwritten: choose another --output")
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def _next_free() -> Path:
    number = 1
    while True:
        folder = Path(NAME if number == 1 else f"{NAME}-{number}")
        with suppress(FileExistsError):  # another run's, also one that began in this very moment
            folder.mkdir()
            return folder
        number += 1
