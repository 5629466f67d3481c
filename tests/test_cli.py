"""The command line as a whole: help, version, mistakes, Ctrl-C, pipes and consoles of any kind."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from running import ROOT

import lernmi_emo
from lernmi_emo import Network
from lernmi_emo.cli import COMMANDS, MAIN_JOB, main, make_parser

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals, pipes and terminals as on Unix")


def test_help_names_each_command_with_examples_and_fits_a_console(run):
    code, out, _ = run("--help")
    assert code == 0
    for command in COMMANDS:
        assert re.search(rf"^    {command} ", out, re.MULTILINE)
    assert "examples:" in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_examples_that_fits_a_console(run, command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"lernmi-emo {command}" in out[out.index("examples:") :]
    assert max(map(len, out.splitlines())) <= 80


def test_every_example_in_the_help_can_be_parsed():
    parser = make_parser()
    examples = []
    for command in ["", *COMMANDS]:
        help_text = parser.format_help() if not command else _help_of(parser, command)
        examples += re.findall(r"^  (?:.*\| )?lernmi-emo (\S.*?)(?: {2,}.*| [|>].*)?$", help_text, re.MULTILINE)
    assert len(examples) >= 8
    for example in examples:
        parser.parse_args(example.split())


def _help_of(parser, command):
    [commands] = [action for action in parser._actions if getattr(action, "choices", None)]
    return commands.choices[command].format_help()


def test_version(run):
    assert run("--version") == (0, f"lernmi-emo {lernmi_emo.__version__}\n", "")


def test_without_a_command_the_main_job_is_done(monkeypatch):
    seen = []
    monkeypatch.setattr("lernmi_emo.commands.train.run", lambda options: seen.append(options) or 0)
    monkeypatch.setattr(sys, "argv", ["lernmi-emo"])
    assert main() == 0
    assert seen == [make_parser().parse_args(MAIN_JOB)]
    assert (seen[0].data, seen[0].emotional) == ("digits", True)


def test_help_imports_nothing_heavy():
    code = "import sys; sys.argv = ['x', '--help']\nfrom lernmi_emo.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "print([m for m in ('matplotlib', 'numpy', 'tqdm', 'graphviz', 'json', 'csv') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fly"], "invalid choice: 'fly'"),
        (["--fly"], "lernmi-emo: error"),
        (["train"], "required: DATA"),
        (["predict"], "required: NET.json"),
        (["show"], "required: NET.json"),
        (["show", "none.json"], "none.json: can't be read: No such file"),
    ],
)
def test_a_mistake_is_answered_with_a_message_and_exit_code_2(process, arguments, message):
    command = process(*arguments)
    out, err = command.communicate()
    assert command.returncode == 2
    assert message in err
    assert "Traceback" not in err
    assert out == ""


def test_a_fault_of_our_own_is_not_hidden(run, monkeypatch):
    def fail(options):
        raise AssertionError("a fault of the program")

    monkeypatch.setattr("lernmi_emo.commands.show.run", fail)
    with pytest.raises(AssertionError):
        run("show", "net.json")


def test_ctrl_c_before_anything_is_learnt_leaves_nothing(run, here, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("lernmi_emo.datasets.named", interrupt)
    assert run("train", "xor") == (130, "", "lernmi-emo: interrupted\n")
    monkeypatch.undo()
    os.chdir(here)
    monkeypatch.setattr("lernmi_emo.learning.training.check_patterns", interrupt)
    code, _, err = run("train", "xor")
    assert (code, err) == (130, "lernmi-emo: interrupted\n")
    assert list(here.iterdir()) == []


@posix
def test_ctrl_c_keeps_what_was_learnt(process, here):
    command = process("train", "circle", "--epochs", 100_000, "--stop-error", 0)
    assert command.stderr.readline().startswith("epoch 1 of 100000: error")
    time.sleep(0.3)
    command.send_signal(signal.SIGINT)
    out, err = command.communicate(timeout=60)
    assert command.returncode == 130
    assert "Traceback" not in err
    assert re.search(r"^\d+ of 100000 epochs: interrupted$", out, re.MULTILINE)
    folder = here / "lernmi-emo-run"
    assert {path.name for path in folder.iterdir()} == {
        *("network.json", "history.csv", "curves.png", "curves.svg", "last_updates.txt"),
        *("network.svg", "player.html"),
    }
    lines = (folder / "history.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("epoch,error,anxiety,confidence")
    assert len(lines) >= 2
    network = Network.load(folder / "network.json")
    assert network.initial_weights is not None
    assert len(network.predict([0.5, 0.5])) == 1


@posix
def test_a_reader_that_has_had_enough_is_not_bothered(process, here):
    Network.layered([64, 30, 10], emotional=True).save(here / "net.json")
    with process("show", "net.json", "--all") as command:
        assert command.stdout.readline().startswith("Network(64-30-10")
        command.stdout.close()
        assert command.stderr.read() == ""
    assert command.returncode == 141


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_any_console_can_show_what_is_printed(process, here, encoding):
    Network.layered([2, 9, 1], seed=7).save(here / "net.json")
    with process("show", "net.json", PYTHONIOENCODING=encoding) as command:
        out = command.stdout.buffer.read().decode(encoding)
    assert command.returncode == 0
    assert ("x1→h1" if encoding == "utf-8" else "x1->h1") in out
    assert re.search(r"weight  −0\.\d{4}" if encoding == "utf-8" else r"weight  -0\.\d{4}", out)


@posix
def test_a_terminal_sees_a_progress_bar(here):
    pytest.importorskip("tqdm")
    import fcntl
    import pty
    import struct
    import termios

    terminal, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = subprocess.Popen(
        [sys.executable, "-m", "lernmi_emo", "train", "circle", "--epochs", "3"],
        cwd=here,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=inside,
    )
    os.close(inside)
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how Linux says that the other side has closed
            break
        if not part:
            break
        shown += part
    os.close(terminal)
    assert command.wait(timeout=60) == 0
    assert b"100%|" in shown
    assert b"lessons/s" in shown
