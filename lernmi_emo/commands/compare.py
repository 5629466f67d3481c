"""`lernmi-emo compare DATA`: plain and emotional backpropagation from the same weights, over many seeds."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lernmi_emo.commands.data import add_data

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from lernmi_emo.commands.recipes import Recipe

JOURNAL = "runs.jsonl"

DESCRIPTION = """\
Does emotion help? Networks learn the same data from the same first weights,
seed by seed: by plain backpropagation (bp), by emotional backpropagation (embp)
and with its controls: emotional links that learn with μ = 1 and k = 0 (fixed),
or like all others, with μ = η and k = α (average); and plain backpropagation
with about as many links as EmBP has (matched).

A folder holds a table with means, intervals and tests (table.txt, summary.csv),
a figure (PNG and SVG), and every run (runs.csv). Each run is kept in runs.jsonl
as soon as it is done: after Ctrl-C, the same command with --output FOLDER goes
on.

DATA is what `lernmi-emo train` takes. What is not named here is taken from the
same settings, which `lernmi-emo train --help` lists; only the rate stays the
same in all epochs. Tables are scaled to 0..1 by each training part."""

EPILOG = """\
examples:
  lernmi-emo compare xor --seeds 10
  lernmi-emo compare digits --epochs 20 --output digits-study
  lernmi-emo compare iris.csv --target species --folds 10
  lernmi-emo compare spiral --grid rate=0.1,0.3,1 momentum=0,0.5,0.9
  lernmi-emo compare digits --dask tcp://192.168.0.2:8786"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `compare` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "compare", help="plain against emotional networks, over many seeds", description=DESCRIPTION, epilog=EPILOG
    )
    add_data(parser)
    parser.add_argument("--hidden", nargs="+", type=int, metavar="N", help="sizes of the hidden layers")
    parser.add_argument("--seeds", type=int, default=30, metavar="N", help="how many seeds: 30, if not given")
    parser.add_argument("--epochs", type=int, metavar="N", help="how often to go through the patterns, at most")
    parser.add_argument("--rate", type=float, help="of the conventional links")
    parser.add_argument("--momentum", type=float, help="of the conventional links")
    parser.add_argument("--stop-error", type=float, metavar="ERROR", help="stop at this mean squared error; 0: don't")
    parser.add_argument("--test", type=float, metavar="SHARE", help="share of the patterns put aside for the test")
    parser.add_argument("--folds", type=int, metavar="K", help="stratified cross-validation, instead of --test")
    parser.add_argument(
        "--grid",
        nargs="+",
        metavar="NAME=A,B",
        help="rates or momenta, among which each run chooses on validation data from its own training part",
    )
    parser.add_argument("--arms", nargs="+", metavar="ARM", help="which to compare with bp: all, if not given")
    parser.add_argument("--workers", type=int, metavar="N", help="processes: one for each processor, if not given")
    parser.add_argument("--dask", metavar="ADDRESS", help="let the Dask cluster at this address do the runs")
    parser.add_argument("--no-times", action="store_true", help="leave seconds out, so that the same files come again")
    parser.add_argument("--output", metavar="FOLDER", help="a new folder, or that of the same experiment to go on with")
    return parser


def run(options: argparse.Namespace) -> int:
    """Compare, save and tell. Returns 0, or 130 where Ctrl-C ended it."""
    from importlib.util import find_spec

    from lernmi_emo.commands.data import read_patterns
    from lernmi_emo.commands.run_folder import run_folder
    from lernmi_emo.study import ARMS, compare

    patterns, recipe = read_patterns(
        options.data, targets=options.target, columns=options.columns, delimiter=options.delimiter
    )
    settings = _settings(options, recipe)
    with ExitStack() as stack:
        executor = None if options.dask is None else _cluster(options.dask, stack)
        goes_on = options.output is not None and (Path(options.output) / JOURNAL).is_file()
        folder = Path(options.output) if goes_on else stack.enter_context(run_folder(options.output))
        print(f"Each run is a line of {folder / JOURNAL} as soon as it is done.", file=sys.stderr, flush=True)
        study = compare(
            patterns,
            seeds=options.seeds,
            arms=tuple(ARMS) if options.arms is None else options.arms,
            title=Path(options.data).stem if options.target else options.data,
            journal=folder / JOURNAL,
            workers=options.workers,
            executor=executor,
            progress=sys.stderr.isatty() and find_spec("tqdm") is not None,
            **settings,
        )
        files = study.save(folder, times=not options.no_times)
        print(files[0].read_text(encoding="utf-8"))
        print("\n".join(map(str, files)))
        if study.interrupted:
            print(
                f"lernmi-emo: interrupted; the same command with --output {folder} goes on from here", file=sys.stderr
            )
    return 130 if study.interrupted else 0


def _settings(options: argparse.Namespace, recipe: Recipe) -> dict[str, Any]:
    """What the user named, and the recipe for the rest."""
    from lernmi_emo.support.exceptions import InputError

    names = ("hidden", "rate", "momentum", "epochs", "stop_error", "test")
    settings = {name: getattr(recipe, name) for name in names}
    settings |= {name: getattr(options, name) for name in names if getattr(options, name) is not None}
    settings["stop_error"] = settings["stop_error"] or None
    settings["grid"] = _grid(options.grid)
    if options.folds is not None:
        if options.test is not None:
            raise InputError("--folds and --test both say what to judge by: give one of them")
        settings["folds"] = options.folds
    return settings


def _grid(words: list[str] | None) -> dict[str, list[float]] | None:
    """`rate=0.1,0.3` as `{"rate": [0.1, 0.3]}`."""
    from lernmi_emo.support.exceptions import InputError

    if words is None:
        return None
    grid = {}
    for word in words:
        name, _, values = word.partition("=")
        try:
            grid[name] = [float(value) for value in values.split(",")]
        except ValueError:
            raise InputError(f"--grid is such as rate=0.1,0.3 momentum=0,0.9, and this came: {word!r}") from None
    return grid


def _cluster(address: str, stack: ExitStack) -> Executor:
    from importlib import import_module

    from lernmi_emo.support.exceptions import InputError, MissingExtraError

    try:
        distributed = import_module("distributed")
    except ImportError as missing:
        raise MissingExtraError(
            "--dask needs the package distributed: pip install distributed (or this package with its extra 'dask')"
        ) from missing
    try:
        client = stack.enter_context(distributed.Client(address, timeout="10s"))
    except (OSError, ValueError) as error:
        raise InputError(f"--dask: there is no Dask scheduler at {address!r}: {error}") from error
    executor: Executor = client.get_executor()
    return executor
