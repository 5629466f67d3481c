"""`lernmi-emo step`: piped lines, and keys on a real terminal."""

import codecs
import io
import os
import re
import subprocess
import sys

import pytest
from running import ROOT

from lernmi_emo import Network, datasets


@pytest.fixture
def piped(run, monkeypatch):
    """Run `step` with these lines piped in: exit code, stdout, stderr."""

    def piped(*arguments, lines=()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(line + "\n" for line in lines)))
        return run("step", *arguments)

    return piped


@pytest.fixture
def piped_outside(process):
    """The same in a process of its own, with these environment variables."""

    def piped(*arguments, lines=(), **environment):
        started = process("step", *arguments, **environment)
        out, err = started.communicate("".join(line + "\n" for line in lines), timeout=60)
        return started.returncode, out, err

    return piped


def test_without_anything_a_new_emotional_network_learns_xor(piped):
    code, out, err = piped(lines=["next", "end"])
    assert (code, err) == (0, "")
    assert out.startswith("xor, pattern 1 of 4, epoch 1: 0, 0 → 0\nLesson 1 begins.\n")
    assert "emotion→y1 updates by the emotions" in out


def test_a_pattern_can_be_given_and_the_numbers_are_those_of_steps(piped):
    code, out, _ = piped("xor", "--inputs", "0,1", "--targets", "1", "--rate", "0.25", lines=["jump update"] * 17)
    assert code == 0
    assert out.startswith("xor, pattern 1 of 1, epoch 1: 0, 1 → 1\n")
    net = Network.layered([2, 3, 1], emotional=True, seed=0)
    updates = [step for step in net.steps([0, 1], [1], rate=0.25, momentum=0.9) if step.phase == "update"]
    assert len(updates) == 17
    for update in updates:
        equation = update.equation
        assert f"{update.title}\n" in out
        assert f"{equation.name} = {equation.symbols()} = {equation.numbers()} = {equation.result()}" in out


def test_a_saved_network_learns_a_data_set_and_its_file_stays_as_it_is(piped, here):
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=10)
    before = net.save(here / "net.json").read_bytes()
    code, out, _ = piped("net.json", "--data", "xor", lines=["learn 3", "next"])
    assert code == 0
    assert repr(net.emotions) in out
    assert "xor, pattern 4 of 4, epoch 1" in out
    assert (here / "net.json").read_bytes() == before


def test_a_network_of_ones_own_shape_without_emotions(piped):
    code, out, _ = piped("and", "--plain", "--hidden", "0", "--seed", "3", "--digits", "2", lines=["print y1", "end"])
    assert code == 0
    assert "emotion" not in out
    assert re.search(r"= −?\d\.\d\d\n", out)


def test_digits_can_be_stepped_through_too(piped):
    code, out, _ = piped("digits", lines=["jump emotion->h30", "watch h30", "unit layer", "next", "learn"])
    assert code == 0
    assert "digits, pattern 2 of 1797, epoch 1" in out


def test_where_the_output_can_show_no_arrows_there_is_ascii_alone(piped_outside):
    code, out, _ = piped_outside(lines=["n 5", "w h2", "p h2", "help"], PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert code == 0
    assert out.isascii()
    assert "x1->h1 propagates" in out
    assert "?" not in re.sub(r" \?( |\n|$)|\? h", " ", out)


def test_nothing_is_coloured_or_drawn_in_a_pipe(piped_outside):
    assert "\x1b" not in piped_outside(lines=["next"], TERM="xterm-256color")[1]


@pytest.mark.parametrize(
    ("arguments", "lines", "message"),
    [
        (["xorr"], [], "there is no data set 'xorr': did you mean 'xor'?"),
        (["none.json"], [], "none.json: can't be read"),
        (["net.json"], [], "what shall net.json learn?"),
        (["net.json", "--inputs", "0,1"], [], "--targets is missing"),
        (["net.json", "--targets", "1"], [], "--inputs is missing"),
        (["net.json", "--inputs", "0,1,1", "--targets", "1"], [], "expected 2 inputs of pattern 1, and 3 came"),
        (["net.json", "--inputs", "0,b", "--targets", "1"], [], "--inputs takes numbers parted by commas"),
        (["net.json", "--data", "digits"], [], "expected 2 inputs of pattern 1, and 64 came"),
        (["net.json", "--data", "xor", "--plain"], [], "--plain and --hidden make a new network"),
        (["net.json", "--data", "table.csv"], [], "table.csv is a table: train a network on it first"),
        (["xor", "--data", "and"], [], "--data is for a network from a file"),
        (["table.csv"], [], "table.csv"),
        (["--digits", "99"], [], "--digits is a whole number from 0 to 15"),
        (["--rate", "-1"], [], "rate must not be negative"),
        (["--hidden", "-3"], [], "-3"),
        ([], ["next", "jmp h2"], "line 2: there is no command 'jmp': did you mean 'jump'?"),
    ],
)
def test_a_mistake_is_answered_with_a_message_and_code_2(piped, here, arguments, lines, message):
    Network.layered([2, 3, 1], seed=7).save(here / "net.json")
    (here / "table.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    code, _, err = piped(*arguments, lines=lines)
    assert code == 2
    assert err.startswith("lernmi-emo: ")
    assert message in err
    assert "Traceback" not in err


def test_the_help_reads_well(run):
    code, out, _ = run("step", "--help")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    assert "jump update" in out


class Screen:
    """What a terminal of 80 × 24 shows, from what was written to it: just enough of the language to follow `draw`."""

    def __init__(self):
        self.lines = [""] * 24
        self.row = 0
        self.rest = ""

    def feed(self, text):
        text = self.rest + text
        cut = re.search(r"\x1b(\[[\d;?]*)?$", text)  # half a command: the other half comes with the next text
        self.rest = cut[0] if cut else ""
        text = text[: len(text) - len(self.rest)]
        for mark, code, plain in re.findall(r"\x1b\[([\d;?]*)([a-zA-Z])|([^\x1b]+)", text):
            if code == "H":
                self.row = int(mark.split(";")[0]) - 1 if mark else 0
            elif code == "K":
                self.lines[self.row] = ""
            for number, piece in enumerate(plain.split("\n")):
                if number:
                    self.row += 1
                    if self.row == len(self.lines):  # scroll
                        self.lines, self.row = [*self.lines[1:], ""], self.row - 1
                self.lines[self.row] += piece.strip("\r")


def bare(line):
    return re.sub(r"\x1b\[[\d;]*m", "", line)


class Seat:
    """Someone at a terminal: types, and waits for what shall stand on the screen."""

    def __init__(self, *arguments, folder, **environment):
        import fcntl
        import pty
        import struct
        import termios

        self.terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "lernmi_emo", "step", *arguments],
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env={**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm", **environment},
            start_new_session=True,
        )
        os.close(inner)
        self.screen, self.shown = Screen(), ""
        self.decoder = codecs.getincrementaldecoder("utf-8")()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)

    def press(self, keys):
        os.write(self.terminal, keys.encode())

    def read(self):
        """What comes next; nothing at the end, which Linux calls an error."""
        try:
            data = self.decoder.decode(os.read(self.terminal, 65536))
        except OSError:
            return ""
        self.shown += data
        self.screen.feed(data)
        return data

    def wait_for(self, text):
        while not any(text in line for line in self.screen.lines):
            assert self.read(), "\n".join(["it ended, and this never came:", text, *self.screen.lines])

    def leave(self):
        self.press("q")
        while self.read():
            continue
        return self.process.wait(60)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_on_a_terminal_each_key_does_what_the_help_says(tmp_path):
    with Seat("xor", "--inputs", "0,1", "--targets", "1", folder=tmp_path) as seat:
        seat.wait_for("Lesson 1 begins.")
        for keys, text in [
            ("   ", "3 of 66 taken, by link"),
            ("\x1b[D", "2 of 66 taken, by link"),
            ("uu", "steps go by layer now"),
            ("n", "the sources x1 … emotion take the pattern"),
            ("j", "jump to:"),
            ("emotion->h2\n", "emotion→h2 propagates"),
            ("w", "watch:"),
            ("h2\n", "h2 is watched"),
            ("r", "run to:"),
            ("h2.delta != 0\n", "h2.delta != 0 has become true"),
            ("?", "any key goes back"),
            ("x", "h2 takes its delta"),
            ("c", "lernmi_emo/core/neuron.py, Neuron.take_delta:"),
            ("x", "h2 takes its delta"),
            ("l", "Lesson 2 begins."),
            ("b", "66 of 66 taken, by layer"),
            ("R", "this is where the walk began"),
        ]:
            seat.press(keys)
            seat.wait_for(text)
        assert any(line.startswith("h2  net ?") for line in map(bare, seat.screen.lines))
        assert seat.leave() == 0
    assert "\x1b[?1049h" in seat.shown
    assert seat.shown.rstrip().endswith("\x1b[?1049l")
    assert "\x1b[1m" in seat.shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_no_color_is_respected(tmp_path):
    with Seat(folder=tmp_path, NO_COLOR="1") as seat:
        seat.wait_for("Lesson 1 begins.")
        seat.press("w")
        seat.wait_for("watch:")
        seat.press("h2\n")
        seat.wait_for("h2 is watched")
        assert seat.leave() == 0
    assert not re.search(r"\x1b\[[\d;]*m", seat.shown)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_on_a_terminal_that_can_not_be_drawn_on_lines_are_typed(tmp_path):
    with Seat(folder=tmp_path, TERM="dumb") as seat:
        seat.wait_for("(step)")
        seat.press("next 3\n")
        seat.wait_for("emotion perceives the pattern")
        seat.press("nonsense\n")
        seat.wait_for("there is no command 'nonsense'")
        seat.press("quit\n")
        while seat.read():
            continue
        assert seat.process.wait(60) == 0
    assert "\x1b" not in seat.shown
