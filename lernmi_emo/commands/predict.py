"""`lernmi-emo predict NET.json …`: ask a saved network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lernmi_emo.commands.table_columns import Columns
    from lernmi_emo.toolbox import Network

DESCRIPTION = """\
Ask a saved network. Give one pattern's inputs as numbers, or many patterns in a
CSV file ("-" for the standard input), a pattern on each line. A header may name
the inputs, in any order and with other columns between; without a header, the
columns are the inputs in order. Answers to a file are CSV too, with all digits.

Where `columns.json` lies beside the network, as `train` leaves it for a table,
inputs and answers are in the table's own units. Otherwise, scale inputs as they
were scaled for learning."""

EXAMPLES = """\
examples:
  lernmi-emo predict lernmi-emo-run/network.json 0 1
  lernmi-emo predict lernmi-emo-run/network.json -- -1 0.5
  lernmi-emo predict iris/network.json flowers.csv > answers.csv
  cut -d, -f1-4 iris.csv | lernmi-emo predict iris/network.json -"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `predict` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "predict", help="ask a saved network", description=DESCRIPTION, epilog=EXAMPLES
    )
    parser.add_argument("network", metavar="NET.json", help="a network that was saved")
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="numbers; or one CSV file, or -")
    parser.add_argument(
        "--delimiter", default=",", metavar="MARK", help="what parts the columns of a CSV file: , if not given"
    )
    return parser


def run(options: argparse.Namespace) -> int:
    """Predict and print."""
    from lernmi_emo.commands.questions import read_numbers, read_questions
    from lernmi_emo.commands.table_columns import Columns
    from lernmi_emo.support.exceptions import InputError
    from lernmi_emo.toolbox import Network

    network = Network.load(options.network)
    columns = Columns.beside(Path(options.network))
    names = [neuron.name for neuron in network.inputs] if columns is None else columns.inputs
    if columns is not None and (len(names), len(columns.output_names)) != (len(network.inputs), len(network.outputs)):
        raise InputError(
            f"{options.network} and the columns.json beside it don't belong together: {len(network.inputs)} inputs and "
            f"{len(network.outputs)} outputs, and columns for {len(names)} and {len(columns.output_names)}"
        )
    if not options.inputs and sys.stdin.isatty():
        wanted = ", ".join(names[:8]) + ", …" * (len(names) > 8)
        raise InputError(f"no inputs: give {len(names)} numbers ({wanted}), a CSV file, or - for the standard input")
    numbers = read_numbers(options.inputs)
    if numbers is not None:
        outputs = _ask(network, columns, numbers)
        print(_as_text(network, columns, outputs))
        return 0
    if len(options.inputs) > 1:
        raise InputError(f"inputs are numbers, or one file: {' '.join(options.inputs)!r} came")
    source = options.inputs[0] if options.inputs else "-"
    answers = [_ask(network, columns, inputs) for inputs in read_questions(source, names, options.delimiter)]
    sys.stdout.write(_as_csv(network, columns, answers))
    return 0


def _ask(network: Network, columns: Columns | None, inputs: list[float]) -> list[float]:
    if columns is None:
        return network.predict(inputs)
    outputs = network.predict(columns.scaling.scale(inputs))
    return outputs if columns.scaling.targets is None else columns.scaling.restore(outputs)


def _names(network: Network, columns: Columns | None) -> list[str]:
    return [neuron.name for neuron in network.outputs] if columns is None else columns.output_names


def _has_classes(network: Network, columns: Columns | None) -> bool:
    """Whether the highest output is the answer: of several, unless a table says that they are quantities."""
    return len(network.outputs) > 1 and (columns is None or bool(columns.classes))


def _as_text(network: Network, columns: Columns | None, outputs: list[float]) -> str:
    from lernmi_emo.support.text import number

    names = _names(network, columns)
    width = max(map(len, names))
    best = max(range(len(outputs)), key=outputs.__getitem__) if _has_classes(network, columns) else None
    return "\n".join(
        f"{name:<{width}}  {number(output):>8}{'  ← highest' * (place == best)}"
        for place, (name, output) in enumerate(zip(names, outputs))
    )


def _as_csv(network: Network, columns: Columns | None, answers: list[list[float]]) -> str:
    import csv
    import io

    names = _names(network, columns)
    has_classes = _has_classes(network, columns)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*names, "highest"] if has_classes else names)
    for outputs in answers:
        highest = [names[max(range(len(outputs)), key=outputs.__getitem__)]] if has_classes else []
        writer.writerow([*map(repr, outputs), *highest])
    return text.getvalue()
