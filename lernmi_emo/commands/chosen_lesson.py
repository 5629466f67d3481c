"""What `step` and `play` are given: a network, saved or new, and the patterns of a lesson or of an epoch."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lernmi_emo.core.patterns import Pattern
    from lernmi_emo.toolbox import Network


def add_lesson(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which network, and what it learns.

    >>> parser = argparse.ArgumentParser(); add_lesson(parser)
    >>> parser.parse_args(["and", "--inputs", "0,1", "--targets", "0"]).what
    'and'
    """
    parser.add_argument("what", metavar="WHAT", nargs="?", default="xor", help="NET.json, or data: xor if not given")
    parser.add_argument("--inputs", metavar="NUMBERS", help="one pattern's inputs, parted by commas")
    parser.add_argument("--targets", metavar="NUMBERS", help="and its targets")
    parser.add_argument("--data", metavar="DATA", help="patterns for NET.json: a data set's name, or mnist:FOLDER")
    parser.add_argument("--plain", action="store_true", help="a new network without emotions")
    parser.add_argument("--hidden", nargs="+", type=int, metavar="N", help="a new network's hidden layers; 0: none")
    parser.add_argument("--rate", type=float, help="of the conventional links")
    parser.add_argument("--momentum", type=float, help="of the conventional links")
    parser.add_argument("--seed", type=int, default=0, help="of a new network's first weights: 0 if not given")


def network_and_patterns(options: argparse.Namespace) -> tuple[Network, list[Pattern], str]:
    """The network, the patterns it is to learn, and what they are called. The network's file is not changed.

    Raises `InputError` where the options don't go together.
    """
    from lernmi_emo.support.exceptions import InputError
    from lernmi_emo.toolbox import Network

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
    from lernmi_emo.support.exceptions import InputError

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
    from lernmi_emo.support.exceptions import InputError

    if os.path.isfile(name):
        raise InputError(f"{name} is a table: train a network on it first, and step through that one with --inputs")
    patterns, recipe = read_patterns(name, targets=None)
    return list(patterns), recipe
