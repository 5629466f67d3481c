"""Networks as plain data, and as files.

    describe, build    a network to plain data and back: also what a clone is made by
    save, load         a network to a JSON file and back
    NEURON_KINDS, LINK_KINDS    the classes of neurons and links that a file can name

The network that comes back predicts, and goes on learning, the same bits. No file is ever executed: it holds names
and numbers only.
"""

from lernmi_emo.storage.description import LINK_KINDS, NEURON_KINDS, describe
from lernmi_emo.storage.file import load, save
from lernmi_emo.storage.rebuild import build

__all__ = ["LINK_KINDS", "NEURON_KINDS", "build", "describe", "load", "save"]
