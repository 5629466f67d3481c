"""Networks as plain data, and as files.

    describe, build    a network to plain data and back: also what a clone is made by
    save, load         a network to a JSON file and back

What of a part is kept, its kind declares (see `core/kind.py`). The network that comes back predicts, and goes on
learning, the same bits. No file is ever executed: it holds names and numbers only.
"""

from lernmi_emo.storage.description import describe
from lernmi_emo.storage.network_file import load, save
from lernmi_emo.storage.rebuild import build

__all__ = ["build", "describe", "load", "save"]
