"""What a training leaves in its folder: the network, its history as numbers and as curves, a page on two links."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lernmi_emo.support.files import write_file

if TYPE_CHECKING:
    from lernmi_emo.commands.data import Data
    from lernmi_emo.learning.history import History
    from lernmi_emo.toolbox import Network

FILES = {
    "network.json": "the network, to show, to ask and to load again",
    "columns.json": "the table's columns and their scaling, for whoever asks the network",
    "history.csv": "error and emotions of each epoch, as numbers",
    "curves.png": "the same as curves",
    "curves.svg": "the same curves, for slides and print",
    "last_updates.txt": "one link's last update with its numbers, in plain words",
    "network.svg": "the network, drawn",
    "player.html": "the lesson of that page, step by step: open it in a browser",
}
EMOTIONAL_PAGE = "one link's and one emotional link's last update with its numbers, in plain words"


def save_learnt(folder: Path, network: Network, history: History, data: Data) -> None:
    """The network and its history: what must not be lost, first."""
    network.save(folder / "network.json")
    if data.columns is not None:
        data.columns.save(folder)
    write_file(folder / "history.csv", history_as_csv(history))


def save_pictures(folder: Path, network: Network, history: History, data: Data, rate: float, momentum: float) -> None:
    """The curves, the page, the drawing and the player, where there was an epoch to show.

    A network that is too large for a player, goes without.
    """
    from lernmi_emo.commands.last_updates import last_updates, lesson_to_show
    from lernmi_emo.drawing.charts.curves import save_curves
    from lernmi_emo.drawing.player.player import fits_a_page

    if len(history):
        save_curves(history, folder / "curves.png")
        save_curves(history, folder / "curves.svg")
        write_file(folder / "last_updates.txt", last_updates(network, data.train, rate, momentum))
        network.draw(folder / "network.svg", with_="svg")
        if fits_a_page(network):
            _, (inputs, targets) = lesson_to_show(network, data.train)
            network.player(inputs, targets, rate=rate, momentum=momentum).save(folder / "player.html")


def history_as_csv(history: History) -> str:
    """A line for each epoch, with all digits.

    >>> from lernmi_emo import History
    >>> print(history_as_csv(History(errors=[0.25, 0.0625], anxieties=[1.0, 0.8125], confidences=[0.0, 0.1875])))
    epoch,error,anxiety,confidence
    1,0.25,1.0,0.0
    2,0.0625,0.8125,0.1875
    <BLANKLINE>
    """
    columns = {
        "error": history.errors,
        "anxiety": history.anxieties,
        "confidence": history.confidences,
        "validation_error": history.validation_errors,
        "validation_accuracy": history.validation_accuracies,
    }
    columns = {name: values for name, values in columns.items() if values or name == "error"}
    lines = [",".join(["epoch", *columns])]
    for epoch, values in enumerate(zip(*columns.values()), 1):
        lines.append(",".join([str(epoch), *map(repr, values)]))
    return "\n".join(lines) + "\n"


def list_of_files(folder: Path, network: Network) -> str:
    """The folder's files, a line each, saying what they are."""
    meanings = FILES if network.emotions is None else {**FILES, "last_updates.txt": EMOTIONAL_PAGE}
    there = [name for name in meanings if (folder / name).is_file()]
    width = max(map(len, there))
    return "\n".join([f"In {folder}:", *(f"  {name:<{width}}  {meanings[name]}" for name in there)])
