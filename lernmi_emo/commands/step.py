"""`lernmi-emo step`: go through lessons step by step, forward and back, with the numbers in the equations."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from lernmi_emo.commands.chosen_lesson import add_lesson, network_and_patterns

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
        "step", help="go through a lesson step by step, forward and back", description=DESCRIPTION, epilog=EXAMPLES
    )
    add_lesson(parser)
    parser.add_argument("--digits", type=int, default=4, help="decimals of the numbers: 4 if not given")
    return parser


def run(options: argparse.Namespace) -> int:
    """Walk until it is over."""
    from lernmi_emo.support.exceptions import InputError
    from lernmi_emo.terminal.answers import MOST_DIGITS, Asked
    from lernmi_emo.terminal.keyboard import Keyboard, has_keys
    from lernmi_emo.terminal.look import TerminalLook
    from lernmi_emo.terminal.session import by_keys, by_lines, lines_of_stdin
    from lernmi_emo.terminal.walk import Walk

    if not 0 <= options.digits <= MOST_DIGITS:
        raise InputError(f"--digits is a whole number from 0 to {MOST_DIGITS}, and this came: {options.digits}")
    network, patterns, name = network_and_patterns(options)
    walk = Walk(network, patterns, rate=options.rate, momentum=options.momentum)
    asked = Asked(walk, TerminalLook.of_terminal(options.digits), name)
    if has_keys():
        with Keyboard() as keyboard:
            by_keys(asked, keyboard)
    else:
        by_lines(asked, lines_of_stdin(), at_terminal=sys.stdin.isatty())
    return 0
