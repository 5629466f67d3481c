"""What surrounds fast training: Ctrl-C, progress, a missing Numba, threads."""

import os
import random
import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from bits import everything, exact
from graphs import random_pattern

from lernmi_emo import MissingExtraError, Network, datasets

pytest.importorskip("numba", reason="numba is in the extra 'fast'")

from lernmi_emo.fast.twin_engine import TwinEngine


def interrupt_after(seconds):
    timer = threading.Timer(seconds, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.daemon = True
    timer.start()


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")
@pytest.mark.parametrize("emotional", [False, True], ids=["plain", "emotional"])
def test_ctrl_c_while_it_runs_ahead_keeps_every_epoch_and_what_was_learned(emotional):
    """The objects hold the epochs of the history, and the lessons of the epoch that was interrupted."""
    net = Network.layered([2, 3, 1], emotional=emotional, seed=7)
    other = net.clone()
    net.train(datasets.xor(), epochs=1, fast=True)
    net.rewind()
    interrupt_after(0.3)
    history = net.train(datasets.xor(), epochs=10**8, rate=0.1, fast=True)
    assert history.stopped == "interrupted"
    assert len(history) > 100
    chance = random.Random(0)
    same = other.train(datasets.xor(), epochs=len(history), rate=0.1, seed=chance, fast=True)
    assert exact(same.errors) == exact(history.errors)
    patterns = datasets.xor()
    order = list(range(4))
    chance.shuffle(order)
    states = [everything(other)]
    for place in order:
        other.learn(*patterns[place], rate=0.1)
        states.append(everything(other))
    assert everything(net) in states


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends the process there")
def test_ctrl_c_in_the_middle_of_a_long_epoch_keeps_its_lessons(monkeypatch):
    net = Network.layered([2, 3, 1], seed=7)
    patterns = list(datasets.xor()) * 5_000
    before = [link.weight for link in net.links]
    net.train(datasets.xor(), epochs=1, fast=True)
    net.rewind()
    calls = []
    real = TwinEngine._call

    def third_time_interrupted(self, *arguments):
        calls.append(arguments)
        if len(calls) == 3:
            os.kill(os.getpid(), signal.SIGINT)
        return real(self, *arguments)

    monkeypatch.setattr(TwinEngine, "_call", third_time_interrupted)
    history = net.train(patterns, epochs=5, fast=True)
    assert (len(history), history.stopped) == (0, "interrupted")
    assert [link.weight for link in net.links] != before
    assert net.lesson is not None


def test_progress_counts_every_lesson(capsys):
    pytest.importorskip("tqdm")
    net = Network.layered([2, 3, 1], emotional=True, seed=7)
    net.train(datasets.xor(), epochs=300, progress=True, fast=True)
    assert "1.20k/1.20k" in capsys.readouterr().err


@pytest.mark.parametrize("fast", [True, "auto"])
def test_without_numba_it_says_what_to_install(fast):
    code = f"""
import sys, warnings
sys.modules["numba"] = None
from lernmi_emo import MissingExtraError, Network, datasets
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    try:
        history = Network.layered([2, 3, 1]).train(datasets.xor(), epochs=2, fast={fast!r})
        print(len(history), *[entry.message for entry in said])
    except MissingExtraError as error:
        print(error)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install numba (or this package with its extra 'fast')" in run.stdout
    assert run.stdout.startswith("2 ") == (fast == "auto")
    assert issubclass(MissingExtraError, ImportError)


def test_networks_can_learn_in_threads():
    def learn(seed):
        net = Network.layered([9, 8, 3], emotional=True, seed=seed)
        net.train([random_pattern(net, place) for place in range(20)], epochs=50, fast=True)
        return everything(net)

    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(learn, range(8)))
    assert together == [learn(seed) for seed in range(8)]


def test_without_a_directory_for_its_cache_the_code_is_compiled_each_time(monkeypatch):
    from lernmi_emo.fast import kernel

    def njit(**options):
        if options.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return lambda function: ("compiled", function)

    monkeypatch.setattr(kernel, "njit", njit)
    assert kernel.entry(len) == ("compiled", len)


def test_a_short_pace_gives_the_same_numbers(monkeypatch):
    """However few lessons one call may learn, and wherever it pauses."""
    one, other = (Network.layered([2, 5, 1], emotional=True, seed=7) for _ in range(2))
    one.train(datasets.xor(), epochs=40, momentum=0.9, stop_error=0.1)
    calls = TwinEngine._call

    def few(self, rate, epochs, lessons):
        return calls(self, rate, epochs, min(lessons, 3))

    monkeypatch.setattr(TwinEngine, "_call", few)
    other.train(datasets.xor(), epochs=40, momentum=0.9, stop_error=0.1, fast=True)
    assert everything(one) == everything(other)
