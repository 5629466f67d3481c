"""The command line, `lernmi-emo`. Each command is a file in `lernmi_emo/commands`, with two functions: `add_parser`
says what it takes, and `run` does it. A new command is a new file, and its name in the list below.

A user's mistake is answered with a message, not with a traceback, and with exit code 2. Ctrl-C ends with 130.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from lernmi_emo.support.console import speak_to_any_console
from lernmi_emo.support.exceptions import LernmiEmoError
from lernmi_emo.support.version import VERSION

COMMANDS = ["train", "predict", "show", "compare", "draw", "step", "play"]

MAIN_JOB = ["train", "digits"]  # what is done where no command is given

DESCRIPTION = """\
Neural networks made of explicit neurons and links, with emotional
backpropagation (EmBP as reconstructed).

Without a command, it does its main job, which is `lernmi-emo train digits`:
an emotional network learns handwritten digits, link by link, and leaves a
folder with the network, its curves, and a page on how two links learnt."""

EXAMPLES = """\
examples:
  lernmi-emo                                   the main job: digits
  lernmi-emo train xor --plain --output xor    XOR, by plain backpropagation
  lernmi-emo show xor/network.json             what is in a network
  lernmi-emo predict xor/network.json 0 1      ask a network
  lernmi-emo step xor                          step by step, forward and back
  lernmi-emo play xor                          a page that steps through it
  lernmi-emo draw xor/network.json xor.svg     draw a network

`lernmi-emo COMMAND --help` tells more of each."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say (those of the process, if there are none), and return the exit code."""
    speak_to_any_console()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show_warning
            options = make_parser().parse_args(given or MAIN_JOB)
            code: int = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("lernmi-emo: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # Whoever read our output, such as `head`, has had enough. Python would complain at its last flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except (LernmiEmoError, OSError) as error:
        print(f"lernmi-emo: {error}", file=sys.stderr)
        return 2
    return code


class _Parser(argparse.ArgumentParser):
    """One that keeps the lines of its descriptions as they are, if it is told nothing else."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"formatter_class": argparse.RawDescriptionHelpFormatter, **settings})


def make_parser() -> argparse.ArgumentParser:
    """The parser of every command.

    >>> make_parser().parse_args(["show", "net.json"]).network
    'net.json'
    """
    parser = _Parser(prog="lernmi-emo", description=DESCRIPTION, epilog=EXAMPLES)
    parser.add_argument("--version", action="version", version=f"lernmi-emo {VERSION}", help="say which this is")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        command = import_module(f"lernmi_emo.commands.{name}")
        command.add_parser(commands).set_defaults(run=command.run)
    return parser


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    print(f"lernmi-emo: note: {message}", file=sys.stderr)
