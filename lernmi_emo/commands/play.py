"""`lernmi-emo play`: a lesson, or a whole epoch, as a page that steps through it in a browser."""

from __future__ import annotations

import argparse
from typing import Any

from lernmi_emo.commands.chosen_lesson import add_lesson, network_and_patterns

DESCRIPTION = """\
Write a player: one HTML file that steps through learning in a browser, forward
and back, link by link, with the equation and its numbers at each step. It needs
no network connection, and prints as a table of steps.

WHAT is a network that was saved, or data for a new network to learn: a data set
by its name. Without it, a new network learns xor. --inputs and --targets name
one pattern; without them, the player shows one epoch over all the patterns
there are. The network's file is not changed."""

EXAMPLES = """\
examples:
  lernmi-emo play                               XOR, an epoch of four patterns
  lernmi-emo play xor --inputs 0,1 --targets 1  one pattern
  lernmi-emo play my.json --inputs=-1,0.5 --targets 1,0 -o lesson.html
  lernmi-emo play my.json --data xor"""


def add_parser(commands: Any) -> argparse.ArgumentParser:
    """Say what `play` takes."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "play", help="write a lesson as a page to step through in a browser", description=DESCRIPTION, epilog=EXAMPLES
    )
    add_lesson(parser)
    parser.add_argument("-o", "--output", default="player.html", metavar="FILE", help="player.html, if not given")
    parser.add_argument("--digits", type=int, default=4, help="decimals of the numbers: 4 if not given")
    parser.add_argument(
        "--max-neurons", default="10", metavar="N", help="the most neurons of a layer to draw, or all: 10, if not given"
    )
    parser.add_argument("--title", default="", help="the page's title")
    return parser


def run(options: argparse.Namespace) -> int:
    """Write the player, and say so."""
    from lernmi_emo.commands.draw import most_neurons

    network, patterns, _ = network_and_patterns(options)
    settings = {
        "rate": options.rate,
        "momentum": options.momentum,
        "digits": options.digits,
        "max_neurons": most_neurons(options.max_neurons),
        "title": options.title,
    }
    if len(patterns) == 1:
        player = network.player(*patterns[0], **settings)
    else:
        player = network.player_of_epoch(patterns, **settings)
    path = player.save(options.output)
    print(f"{path}: {len(player.trace)} steps; open it in a browser")
    return 0
