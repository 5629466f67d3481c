"""`lernmi-emo step`: go through lessons step by step, forward and back, with the numbers in the equations."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lernmi_emo.network import Network
    from lernmi_emo.patterns import Pattern

DESCRIPTION = """\
Go through learning step by step: every message between neurons and links, with
its equation, the numbers in it, and the result; forward and back.

WHAT is a network that was saved, or data for a new network to learn: a data set
by its name, or mnist:FOLDER. Without it, a new network learns xor.

At a terminal, one key is a step; ? shows all keys. Where lines are piped in,
each is a command, such as `next 5`, `jump h2`, `run h2.delta > 0.1`; `help`
lists them. The network's file is not changed."""

EXAMPLES = """\
examples:
  lernmi-emo step
  lernmi-emo step and --plain --rate 1
  lernmi-emo step xor --inputs 0,1 --targets 1
  lernmi-emo step lernmi-emo-run/network.json --data digits
  lernmi-emo step my.json --inputs=-1,0.5 --targets 1,0
  printf 'jump update\\nprint\\n' | lernmi-emo step xor"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `step` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "step",
        help="go through a lesson step by step, forward and back",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", metavar="WHAT", nargs="?", default="xor", help="NET.json, or data: xor if not given")
    parser.add_argument("--inputs", metavar="NUMBERS", help="one pattern's inputs, parted by commas")
    parser.add_argument("--targets", metavar="NUMBERS", help="and its targets")
    parser.add_argument("--data", metavar="DATA", help="patterns for NET.json: a data set's name, or mnist:FOLDER")
    parser.add_argument("--plain", action="store_true", help="a new network without emotions")
    parser.add_argument("--hidden", nargs="+", type=int, metavar="N", help="a new network's hidden layers; 0: none")
    parser.add_argument("--rate", type=float, help="of the conventional links")
    parser.add_argument("--momentum", type=float, help="of the conventional links")
    parser.add_argument("--seed", type=int, default=0, help="of a new network's first weights: 0 if not given")
    parser.add_argument("--digits", type=int, default=4, help="decimals of the numbers: 4 if not given")
    return parser


def run(options: argparse.Namespace) -> int:
    """Walk until it is over."""
    from lernmi_emo.exceptions import InputError
    from lernmi_emo.stepper.commands import MOST_DIGITS, Asked
    from lernmi_emo.stepper.keyboard import Keyboard, has_keys
    from lernmi_emo.stepper.look import Look
    from lernmi_emo.stepper.session import by_keys, by_lines, lines_of_stdin
    from lernmi_emo.stepper.walk import Walk

    if not 0 <= options.digits <= MOST_DIGITS:
        raise InputError(f"--digits is a whole number from 0 to {MOST_DIGITS}, and this came: {options.digits}")
    network, patterns, name = _network_and_patterns(options)
    walk = Walk(network, patterns, rate=options.rate, momentum=options.momentum)
    asked = Asked(walk, Look.of_terminal(options.digits), name)
    if has_keys():
        with Keyboard() as keyboard:
            by_keys(asked, keyboard)
    else:
        by_lines(asked, lines_of_stdin(), at_terminal=sys.stdin.isatty())
    return 0


def _network_and_patterns(options: argparse.Namespace) -> tuple[Network, list[Pattern], str]:
    from lernmi_emo.exceptions import InputError
    from lernmi_emo.network import Network

    given = _given_pattern(options)
    if options.what.endswith(".json") or os.path.isfile(options.what):
        if options.plain or options.hidden:
            raise InputError(
                f"--plain and --hidden make a new network, and {options.what} is there already: leave them"
            )
        network = Network.load(options.what)
        if not given and options.data is None:
            raise InputError(
                f"what shall {options.what} learn? Give one pattern, with --inputs and --targets ({network!r}), or "
                f"--data and a data set's name"
            )
        return network, given or _patterns(options.data)[0], options.data or os.path.basename(options.what)
    if options.data is not None:
        raise InputError(f"--data is for a network from a file, and {options.what} is data itself: leave it")
    patterns, recipe = _patterns(options.what)
    inputs, targets = patterns[0]
    hidden = recipe.hidden if options.hidden is None else [] if options.hidden == [0] else options.hidden
    network = Network.layered([len(inputs), *hidden, len(targets)], emotional=not options.plain, seed=options.seed)
    network.rate, network.momentum = recipe.rate, recipe.momentum
    return network, given or patterns, options.what


def _given_pattern(options: argparse.Namespace) -> list[Pattern]:
    """The one pattern of --inputs and --targets; empty where they are not given."""
    from lernmi_emo.commands.questions import read_numbers
    from lernmi_emo.exceptions import InputError

    if (options.inputs is None) != (options.targets is None):
        missing = "--targets" if options.targets is None else "--inputs"
        raise InputError(f"a pattern needs both its inputs and its targets: {missing} is missing")
    if options.inputs is None:
        return []
    numbers = []
    for option, text in (("--inputs", options.inputs), ("--targets", options.targets)):
        read = read_numbers([text])
        if read is None:
            raise InputError(f"{option} takes numbers parted by commas, such as 0,1, and this came: {text!r}")
        numbers.append(read)
    return [(numbers[0], numbers[1])]


def _patterns(name: str) -> tuple[list[Pattern], Any]:
    """The patterns of this name, and the recipe by which they are learnt."""
    from lernmi_emo.commands.data import read_patterns
    from lernmi_emo.exceptions import InputError

    if os.path.isfile(name):
        raise InputError(f"{name} is a table: train a network on it first, and step through that one with --inputs")
    patterns, recipe = read_patterns(name, targets=None)
    return list(patterns), recipe
