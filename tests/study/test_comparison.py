"""The whole experiment: the same numbers however its runs are done, and nothing lost on Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

import lernmi_emo
from lernmi_emo import Emotions, InputError, MissingExtraError, NameNotFoundError, datasets
from lernmi_emo.study import ARMS, Arm, WorkerError, compare

ROOT = Path(lernmi_emo.__file__).parents[1]
CIRCLE = datasets.circle(n=40)
SETTINGS = {"hidden": 3, "epochs": 3, "seeds": 2}


def script(text, folder):
    path = folder / "script.py"
    path.write_text(text, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, str(path)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_every_arm_runs_from_every_seed_on_every_fold():
    study = compare(CIRCLE, **SETTINGS, folds=4, workers=1)
    assert [(run.seed, run.fold, run.arm) for run in study.runs] == [
        (seed, fold, arm) for seed in range(2) for fold in range(4) for arm in ARMS
    ]
    assert study.complete_seeds == [0, 1]
    assert not study.interrupted


def test_the_same_experiment_gives_the_same_bits():
    assert compare(CIRCLE, **SETTINGS, workers=1).runs == compare(CIRCLE, **SETTINGS, workers=1).runs


def test_several_processes_give_the_same_bits_as_one():
    assert compare(CIRCLE, **SETTINGS, workers=2).runs == compare(CIRCLE, **SETTINGS, workers=1).runs


def test_any_executor_gives_the_same_bits():
    with ThreadPoolExecutor(3) as executor:
        assert compare(CIRCLE, **SETTINGS, executor=executor).runs == compare(CIRCLE, **SETTINGS, workers=1).runs


def test_seeds_can_be_named():
    study = compare(CIRCLE, **{**SETTINGS, "seeds": [7, 3]}, arms=[], workers=1)
    assert [(run.seed, run.arm) for run in study.runs] == [(7, "bp"), (3, "bp")]
    assert study.runs[1] == compare(CIRCLE, **{**SETTINGS, "seeds": 4}, arms=[], workers=1).runs[3]


class Stubborn(Emotions):
    def feel(self, average, error):
        super().feel(average, error)
        self.confidence = 0.5


def stubborn(rate, momentum):
    return Stubborn()


def test_a_reading_of_ones_own_is_an_arm_like_any_other():
    arm = Arm("stubborn", "k = ½", stubborn)
    study = compare(CIRCLE, **SETTINGS, arms=[arm, "embp"], workers=1)
    assert study.values("confidence", "stubborn") == [0.5, 0.5]
    assert "k = ½" in str(study)


@pytest.mark.parametrize(
    ("settings", "kind", "message"),
    [
        ({"arms": "embp"}, InputError, r"arms is a list of names, such as \['embp', 'fixed'\], and this came: 'embp'"),
        ({"arms": ["emb"]}, NameNotFoundError, "there is no arm 'emb': did you mean 'embp'"),
        ({"arms": ["embp", Arm("embp", "mine", stubborn)]}, InputError, "two arms are called 'embp'"),
        ({"seeds": 0}, InputError, "seeds must be a whole number of at least 1"),
        ({"seeds": []}, InputError, "seeds must be at least one number"),
        ({"seeds": [1, 1]}, InputError, "each one once"),
        ({"seeds": "30"}, InputError, "seeds is how many, or a list of whole numbers"),
        ({"seeds": [0.5]}, InputError, "each of the seeds must be a whole number"),
        ({"workers": 0}, InputError, "workers must be a whole number of at least 1"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_learnt(settings, kind, message, monkeypatch):
    monkeypatch.setattr("lernmi_emo.study.workers.carry_out", lambda *_: pytest.fail("a run was done"))
    with pytest.raises(kind, match=message):
        compare(CIRCLE, **{**SETTINGS, "workers": 1, **settings})


def test_progress_shows_a_bar_of_runs(capsys):
    pytest.importorskip("tqdm")
    compare(CIRCLE, **SETTINGS, workers=1, progress=True)
    assert "10/10" in capsys.readouterr().err


def test_progress_without_tqdm_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(MissingExtraError, match="pip install tqdm"):
        compare(CIRCLE, **SETTINGS, workers=1, progress=True)


class TestCtrlC:
    class Interrupting(Executor):
        """Does three runs; then the user presses Ctrl-C."""

        def __init__(self):
            self.futures = []

        def submit(self, function, *arguments):
            future = Future()
            self.futures.append(future)
            if len(self.futures) <= 3:
                future.set_result(function(*arguments))
            return future

    def test_the_runs_that_are_done_are_handed_back_and_the_others_called_off(self, monkeypatch):
        executor = self.Interrupting()
        waiting = []

        def done(futures):
            yield from executor.futures[:3]
            waiting.extend(executor.futures[3:])
            raise KeyboardInterrupt

        monkeypatch.setattr("lernmi_emo.study.workers.as_completed", done)
        study = compare(CIRCLE, **SETTINGS, arms=["embp"], executor=executor)
        assert study.interrupted
        assert study.complete_seeds == [0]
        assert study.runs == compare(CIRCLE, **SETTINGS, arms=["embp"], workers=1).runs[:3]
        assert all(future.cancelled() for future in waiting)
        assert "interrupted after 3 of 4 runs" in str(study)

    def test_in_one_process(self, monkeypatch):
        from lernmi_emo.study import workers

        carry_out, count = workers.carry_out, []

        def interrupted(*arguments):
            count.append(1)
            if len(count) == 6:
                raise KeyboardInterrupt
            return carry_out(*arguments)

        monkeypatch.setattr(workers, "carry_out", interrupted)
        study = compare(CIRCLE, **SETTINGS, workers=1)
        assert (len(study.runs), study.interrupted, study.complete_seeds) == (5, True, [0])

    @pytest.mark.skipif(sys.platform == "win32", reason="no such signal to send")
    @pytest.mark.parametrize("workers", [1, 2])
    def test_a_real_one_ends_it_soon_and_the_next_call_goes_on(self, tmp_path, workers):
        """The signal goes to this process alone, as from another program; a terminal sends it to its children too."""
        text = (
            "from lernmi_emo import datasets\nfrom lernmi_emo.study import compare\n"
            "if __name__ == '__main__':\n"
            "    study = compare(datasets.circle(n=40), hidden=3, epochs={epochs}, seeds=3, arms=[],"
            f" workers={workers}, journal='runs.jsonl', fast=False)\n"
            "    print(len(study.runs), study.interrupted)\n"
        )
        journal = tmp_path / "runs.jsonl"
        process = script(text.format(epochs=600), tmp_path)
        try:
            until = time.monotonic() + 60
            while not journal.exists() or journal.read_bytes().count(b"\n") < 2:
                assert time.monotonic() < until
                assert process.poll() is None, process.communicate()
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
        assert (out.split(), err) == (["1", "True"], "") or (out.split(), err) == (["2", "True"], "")
        done = journal.read_bytes()
        process = script(text.format(epochs=600), tmp_path)
        out, err = process.communicate(timeout=120)
        assert (out.split(), err) == (["3", "False"], "")
        assert journal.read_bytes().startswith(done)


@pytest.mark.skipif(sys.platform == "win32", reason="as on Unix")
def test_no_process_is_left_behind_where_the_first_one_was_killed(tmp_path):
    process = script(
        "from lernmi_emo import datasets\nfrom lernmi_emo.study import Arm, compare\n"
        "import os, pathlib, time\n"
        "def wait(rate, momentum):\n"
        "    pathlib.Path(f'{os.getpid()}.pid').touch()\n"
        "    time.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    compare(datasets.xor(), seeds=4, test=0, arms=[Arm('wait', 'wait', wait)], workers=2, fast=False)\n",
        tmp_path,
    )
    until = time.monotonic() + 60
    while len(list(tmp_path.glob("*.pid"))) < 2:
        assert time.monotonic() < until
        assert process.poll() is None, process.communicate()
        time.sleep(0.05)
    process.kill()
    process.communicate()
    waiting = {int(path.stem) for path in tmp_path.glob("*.pid")}
    while any(map(is_running, waiting)):
        assert time.monotonic() < until
        time.sleep(0.05)


def is_running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
def test_a_script_without_the_guard_is_told_of_it(tmp_path):
    """Each process reads the script anew, and would start processes of its own."""
    process = script(
        "from lernmi_emo import datasets\nfrom lernmi_emo.study import WorkerError, compare\n"
        "try:\n"
        "    compare(datasets.xor(), hidden=2, epochs=2, seeds=2, test=0, workers=2)\n"
        "except WorkerError as error:\n"
        "    print('told:', error)\n",
        tmp_path,
    )
    out, _ = process.communicate(timeout=60)
    assert "told: the processes that were to do the runs have ended" in out
    assert "if __name__ == '__main__':" in out
    assert "workers=1" in out


@pytest.mark.slow
def test_workers_that_die_are_told_of(tmp_path):
    arm = Arm("deadly", "deadly", deadly)
    with pytest.raises(WorkerError, match="have ended"):
        compare(CIRCLE, **SETTINGS, arms=[arm], workers=2, journal=tmp_path / "runs.jsonl")


def deadly(rate, momentum):
    os._exit(3)


def test_what_goes_wrong_in_a_process_is_raised_here(tmp_path):
    arm = Arm("wrong", "wrong", wrong)
    with pytest.raises(ZeroDivisionError):
        compare(CIRCLE, **{**SETTINGS, "seeds": 4}, arms=[arm], workers=2)


def wrong(rate, momentum):
    return 1 / 0
