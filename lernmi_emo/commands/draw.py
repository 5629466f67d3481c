"""`lernmi-emo draw NET.json OUT.svg`: a saved network as a picture, or a lesson of it as a film."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lernmi_emo.toolbox import Network

DESCRIPTION = """\
Draw a saved network: SVG, PDF, PNG or DOT, as the file's name ends. Graphviz
draws where its program `dot` is installed, and else matplotlib.

A saved network holds weights alone. For values, name a pattern: with --inputs
there is the forward view, with --inputs and --targets also the backward view
and the update. The network learns that pattern for the picture; its file stays
as it is. A name that ends in .gif or .mp4 gives a film of that lesson, step by
step."""

EXAMPLES = """\
examples:
  lernmi-emo draw xor.json xor.svg
  lernmi-emo draw xor.json forward.svg --inputs 0,1
  lernmi-emo draw xor.json back.pdf --inputs 0,1 --targets 1 --view backward
  lernmi-emo draw xor.json lesson.gif --inputs 0,1 --targets 1 --by layer
  lernmi-emo draw digits.json digits.svg --strongest 40 --theme dark"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `draw` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "draw", help="draw a saved network", description=DESCRIPTION, epilog=EXAMPLES
    )
    parser.add_argument("network", metavar="NET.json", help="a network that was saved")
    parser.add_argument("output", metavar="OUT", help="the picture's file")
    parser.add_argument(
        "--view", help="structure, forward, backward or update; without it, the last of these that there are values for"
    )
    parser.add_argument(
        "--inputs", metavar="0,1", help="the pattern's inputs as the network takes them, parted by commas"
    )
    parser.add_argument("--targets", metavar="1", help="the pattern's targets, parted by commas")
    parser.add_argument("--with", dest="painter", help="graphviz, matplotlib or svg")
    parser.add_argument("--labels", default="auto", help="numbers, equations, none; without it, numbers where they fit")
    parser.add_argument("--digits", type=int, default=4, metavar="N", help="decimals: 4, if not given")
    parser.add_argument(
        "--max-neurons", default="10", metavar="N", help="the most neurons of a layer to show, or all: 10, if not given"
    )
    parser.add_argument(
        "--strongest", type=int, metavar="N", help="into each layer, draw so many links alone, the strongest"
    )
    parser.add_argument("--theme", default="light", help="light, dark or transparent")
    parser.add_argument("--title", help="another title than the view's own")
    parser.add_argument("--no-legend", action="store_true", help="leave the legend out")
    parser.add_argument("--by", default="neuron", help="a film's steps: link, neuron, layer or phase")
    parser.add_argument("--seconds", type=float, default=1.0, metavar="S", help="how long a film's step stays")
    return parser


def run(options: argparse.Namespace) -> int:
    """Draw, and say what was drawn."""
    from lernmi_emo.support.exceptions import InputError, NotComputedError
    from lernmi_emo.toolbox import Network

    settings = {
        "labels": None if options.labels == "none" else options.labels,
        "digits": options.digits,
        "max_neurons": most_neurons(options.max_neurons),
        "strongest": options.strongest,
        "theme": options.theme,
        "legend": not options.no_legend,
    }
    inputs = numbers(options.inputs, "--inputs")
    targets = numbers(options.targets, "--targets")
    if targets is not None and inputs is None:
        raise InputError("--targets go with --inputs: give both")
    network = Network.load(options.network)
    if Path(options.output).suffix.lower() in (".gif", ".mp4"):
        from lernmi_emo.drawing.animation import animate

        if inputs is None or targets is None:
            raise InputError("a film shows a lesson: give its pattern by --inputs and --targets")
        trace = network.trace(inputs, targets)
        print(animate(network, trace, options.output, by=options.by, seconds=options.seconds, **settings))
        return 0
    latest = _present(network, inputs, targets)
    try:
        drawing = network.draw(
            options.output, options.view or latest, with_=options.painter, title=options.title, **settings
        )
    except NotComputedError as error:
        raise NotComputedError(f"{error}. Here, that is to give --inputs, or --inputs and --targets") from error
    print(drawing)
    return 0


def _present(network: Network, inputs: list[float] | None, targets: list[float] | None) -> str:
    """Give the network its pattern, and name the view of the last values that there are then."""
    if inputs is None:
        return "structure"
    if targets is None:
        network.predict(inputs)
        return "forward"
    network.learn(inputs, targets)
    return "update"


def numbers(text: str | None, option: str) -> list[float] | None:
    """What an option's text holds: numbers parted by commas or spaces. None where the option was not given.

    >>> numbers("0,1", "--inputs")
    [0.0, 1.0]
    """
    from lernmi_emo.support.exceptions import InputError

    if text is None:
        return None
    try:
        return [float(each) for each in text.replace(",", " ").split()]
    except ValueError:
        raise InputError(f"{option} are numbers parted by commas, such as 0,1, and this came: {text!r}") from None


def most_neurons(text: str) -> int | None:
    """A number of neurons, or None for "all".

    >>> most_neurons("10"), most_neurons("all")
    (10, None)
    """
    from lernmi_emo.support.exceptions import InputError

    if text == "all":
        return None
    if not text.isdecimal():
        raise InputError(f"--max-neurons is a whole number or all, and this came: {text!r}")
    return int(text)
