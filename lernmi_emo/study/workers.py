"""Runs are independent of each other, so many can be done at once: in this process, in several, or on a cluster.

Whatever does them must be a `concurrent.futures.Executor`: Python's own pool of processes, which is made here, or one
that is handed in, such as Dask's (`Client.get_executor()`).
"""

from __future__ import annotations

import functools
import multiprocessing
import os
import pickle
import signal
import threading
import warnings
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from lernmi_emo.learning.objects import Fast
from lernmi_emo.study.design import Design
from lernmi_emo.study.run import Run, Task, carry_out
from lernmi_emo.support.exceptions import LernmiEmoError, TwinWarning


class WorkerError(LernmiEmoError, RuntimeError):
    """A process that was to do runs has ended, or could not begin."""


def carry_out_here(design: Design, tasks: Sequence[Task], fast: Fast, done: Callable[[Run], object]) -> bool:
    """Do the tasks one after the other, and hand each run to `done`. Returns whether Ctrl-C interrupted them.

    >>> from lernmi_emo import datasets
    >>> from lernmi_emo.study.arms import ARMS
    >>> runs = []
    >>> tasks = [Task(ARMS["bp"], seed, 0) for seed in range(3)]
    >>> carry_out_here(Design.checked(datasets.xor(), epochs=2, test=0), tasks, "auto", runs.append), len(runs)
    (False, 3)
    """
    try:
        for task in tasks:
            done(carry_out(design, task, fast))
    except KeyboardInterrupt:
        return True
    return False


def cancel(futures: list[Future[Run]]) -> None:
    """Call off all that have not begun.

    >>> future = Future()
    >>> cancel([future]); future.cancelled()
    True
    """
    for future in futures:
        future.cancel()


def carry_out_by(
    executor: Executor,
    design: Design,
    tasks: Sequence[Task],
    fast: Fast,
    done: Callable[[Run], object],
    call_off: Callable[[list[Future[Run]]], object] = cancel,
) -> bool:
    """Do the tasks by this executor, and hand each run to `done` as it comes. Returns whether Ctrl-C interrupted them.

    Then, and where a run fails, `call_off` ends the others.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> from lernmi_emo import datasets
    >>> from lernmi_emo.study.arms import ARMS
    >>> runs = []
    >>> with ThreadPoolExecutor(2) as executor:
    ...     design = Design.checked(datasets.xor(), epochs=2, test=0)
    ...     carry_out_by(executor, design, [Task(ARMS["bp"], 7, 0)], "auto", runs.append)
    False
    >>> len(runs)
    1
    """
    packed = zlib.compress(pickle.dumps(design), 1)  # once for all tasks: lists of floats are slow to hand over
    futures: list[Future[Run]] = []
    try:
        with _interrupts_ignored():  # and so by processes that begin now, to which a terminal sends Ctrl-C as well
            futures += [executor.submit(_carry_out_packed, packed, task, fast) for task in tasks]
        for future in as_completed(futures):
            done(future.result())
    except KeyboardInterrupt:
        call_off(futures)
        return True
    except BrokenProcessPool as error:
        raise WorkerError(
            "the processes that were to do the runs have ended. In a script, call compare under "
            "`if __name__ == '__main__':`, for each process reads the script anew; or do all runs in this one "
            "process, with workers=1"
        ) from error
    except BaseException:
        call_off(futures)
        raise
    return False


def carry_out_in_processes(
    count: int, design: Design, tasks: Sequence[Task], fast: Fast, done: Callable[[Run], object]
) -> bool:
    """Do the tasks in so many processes of this machine. On Ctrl-C those are ended, and True is returned."""
    # Each process begins with a fresh Python, as everywhere but on Linux: a copy of this one could hang.
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())

    def end_processes(futures: list[Future[Run]]) -> None:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()

    with ProcessPoolExecutor(count, context, initializer=_begin) as executor:
        return carry_out_by(executor, design, tasks, fast, done, end_processes)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # other threads are never interrupted, and may not say what is done about it
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore", TwinWarning)  # the first process has told it, once
    threading.Thread(target=_end_with_the_first_process, daemon=True).start()


def _end_with_the_first_process() -> None:
    """Else a process whose first process was killed would wait for work forever."""
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _carry_out_packed(packed: bytes, task: Task, fast: Fast) -> Run:
    return carry_out(_unpack(packed), task, fast)


@functools.lru_cache(maxsize=1)  # one experiment at a time
def _unpack(packed: bytes) -> Design:
    design = pickle.loads(zlib.decompress(packed))
    assert isinstance(design, Design)
    return design
