"""`lernmi-emo train DATA`: a network learns a data set, and a folder holds what came of it."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from lernmi_emo.commands.data import add_data

if TYPE_CHECKING:
    from lernmi_emo.commands.data import Data
    from lernmi_emo.learning.evaluation import Evaluation
    from lernmi_emo.learning.history import History
    from lernmi_emo.toolbox import Network

DESCRIPTION = """\
A network learns a data set, pattern by pattern, and leaves a folder with the
network (JSON), its history (CSV), its curves (PNG and SVG), and a page of plain
text on how two of its links learnt.

DATA is one of
  {names}
  mnist:FOLDER    MNIST's files, or others in their shape, in this folder
                  (the test part of 10,000, if it is there)
  FILE.csv        a table with a header; --target says which column to learn,
                  and numbers are scaled to 0..1"""

EPILOG = """\
where an option is not given, this is taken:
{recipes}

Ctrl-C ends the training early and keeps what was learnt.

examples:
  lernmi-emo train xor
  lernmi-emo train spiral --hidden 12 8 --epochs 1000 --plain
  lernmi-emo train digits --epochs 3 --seed 4 --output digits-4
  lernmi-emo train iris.csv --target species --hidden 6
  lernmi-emo train mnist:data/mnist --epochs 1"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `train` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "train",
        help="learn a data set, MNIST files or a CSV file",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=_Help,
    )
    add_data(parser)
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--emotional", dest="emotional", action="store_true", default=True, help="EmBP (the default)")
    kind.add_argument("--plain", dest="emotional", action="store_false", help="plain backpropagation, no emotions")
    parser.add_argument("--hidden", nargs="+", type=int, metavar="N", help="sizes of the hidden layers; 0: none")
    parser.add_argument("--rate", type=float, help="of the conventional links, in the first epoch")
    parser.add_argument("--decay", type=float, help="what each epoch multiplies the rate by")
    parser.add_argument("--momentum", type=float, help="of the conventional links")
    parser.add_argument("--epochs", type=int, help="how often to go through the patterns, at most")
    parser.add_argument("--stop-error", type=float, metavar="ERROR", help="stop at this mean squared error; 0: don't")
    parser.add_argument("--test", type=float, metavar="SHARE", help="share of the patterns held out for the test")
    parser.add_argument(
        "--seed", type=int, default=0, help="of the split, the first weights, the shuffling: 0 if not given"
    )
    parser.add_argument("--output", metavar="FOLDER", help="a new folder; lernmi-emo-run, or -2, -3, …, if not given")
    return parser


class _Help(argparse.RawDescriptionHelpFormatter):
    """Names the data sets and their settings, which are looked up only where help is asked for."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "{names}" in text:
            from lernmi_emo.datasets import names

            return text.replace("{names}", " ".join(names()))
        if "{recipes}" in text:
            from lernmi_emo.commands.recipes import as_table

            return text.replace("{recipes}", "\n".join("  " + line for line in as_table().splitlines()))
        return text


def run(options: argparse.Namespace) -> int:
    """Learn, save and tell. Returns 0, or 130 where Ctrl-C ended the training."""
    from lernmi_emo.commands.data import read_data
    from lernmi_emo.commands.results import list_of_files, save_learnt, save_pictures
    from lernmi_emo.commands.run_folder import run_folder
    from lernmi_emo.support.exceptions import DivergenceError
    from lernmi_emo.toolbox import Network

    given = _given(options)
    data = read_data(
        options.data,
        targets=options.target,
        columns=options.columns,
        delimiter=options.delimiter,
        test=options.test,
        seed=options.seed,
    )
    settings = data.recipe._replace(**given)
    inputs, targets = data.train[0]
    sizes = [len(inputs), *settings.hidden, len(targets)]
    network = Network.layered(sizes, emotional=options.emotional, seed=options.seed)
    with run_folder(options.output) as folder:
        print(_introduction(data, network, settings), flush=True)
        try:
            history = _learn(network, data, settings, options.seed)
        except DivergenceError as divergence:
            if divergence.history:
                save_learnt(folder, network, divergence.history, data)
                print(f"What was learnt before is kept in {folder}.", file=sys.stderr)
            raise
        save_learnt(folder, network, history, data)
        evaluation = network.evaluate(data.test or data.train)
        last_rate = settings.rate * settings.decay ** (max(len(history), 1) - 1)
        save_pictures(folder, network, history, data, last_rate, settings.momentum)
        print(_outcome(history, evaluation, data, settings.epochs))
        if data.has_quantities:
            print(_how_far_off(network, data))
        print(list_of_files(folder, network))
    return 130 if history.stopped == "interrupted" else 0


def _given(options: argparse.Namespace) -> dict[str, Any]:
    """The settings that the user named."""
    from lernmi_emo.support.checks import check_count, check_not_negative
    from lernmi_emo.support.exceptions import InputError

    names = ("hidden", "rate", "decay", "momentum", "epochs", "stop_error")
    given = {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    for name in ("rate", "decay", "momentum", "stop_error"):
        if name in given:
            check_not_negative(given[name], "--" + name.replace("_", "-"))
    if given.get("decay", 1.0) > 1.0:
        raise InputError(f"--decay lets the rate fall: expected a number from 0 to 1, and {given['decay']:g} came")
    check_count(given.get("epochs", 0), "--epochs", least=0)
    if given.get("stop_error") == 0.0:
        given["stop_error"] = None
    if given.get("hidden") == [0]:
        given["hidden"] = []
    return given


def _learn(network: Network, data: Data, settings: Any, seed: int) -> History:
    from lernmi_emo.commands.epoch_bar import show_progress

    network.rate, network.momentum = settings.rate, settings.momentum
    history = network.train(
        data.train,
        epochs=settings.epochs,
        rate=lambda epoch: settings.rate * settings.decay ** (epoch - 1),
        stop_error=settings.stop_error,
        validation=data.test or None,
        seed=seed,
        **show_progress(settings.epochs),
    )
    if data.has_quantities:
        history.validation_accuracies.clear()
    return history


def _introduction(data: Data, network: Network, settings: Any) -> str:
    held_out = ", none held out"
    if data.test:
        held_out = f", {len(data.test):,} held out for the test (what is called validation error is theirs)"
    decay = "" if settings.decay == 1.0 else f", times {settings.decay:g} from epoch to epoch"
    return (
        f"{data.name}: {len(data.train):,} patterns to learn from{held_out}\n"
        f"{network!r}, rate {settings.rate:g}{decay}, momentum {settings.momentum:g}"
    )


def _outcome(history: History, evaluation: Evaluation, data: Data, epochs: int) -> str:
    from lernmi_emo.support.text import number

    learnt = f"{epochs} epoch{'s' * (epochs != 1)} learnt"
    if len(history) < epochs or history.stopped == "interrupted":
        learnt = f"{len(history)} of {epochs} epochs: {history.stopped}"
    part = "the test part, which it has never learnt from" if data.test else "the patterns that it learnt from"
    accuracy = None if data.has_quantities else evaluation.accuracy
    right = "" if accuracy is None else f"accuracy {100 * accuracy:.2f} %, "
    return f"{learnt}\nOn {part}: {right}mean squared error {number(evaluation.error)}"


def _how_far_off(network: Network, data: Data) -> str:
    """Each quantity's mean distance from what was expected, in its own unit; and that of always saying the mean."""
    from lernmi_emo.core.emotion import mean
    from lernmi_emo.support.text import number

    scaling = data.columns.scaling  # type: ignore[union-attr]  # a table's quantities have columns
    pairs = [
        (scaling.restore(network.predict(inputs)), scaling.restore(targets))
        for inputs, targets in data.test or data.train
    ]
    lines = []
    for place, name in enumerate(data.columns.targets):  # type: ignore[union-attr]
        guess = mean([scaling.restore(targets)[place] for _, targets in data.train])
        off = mean([abs(answers[place] - expected[place]) for answers, expected in pairs])
        guessed = mean([abs(guess - expected[place]) for _, expected in pairs])
        lines.append(
            f"{name}: off by {number(off)} on average; always saying the mean, {number(guess)}, by {number(guessed)}"
        )
    return "\n".join(lines)
