"""The same experiment on a real Dask cluster, by way of its executor."""

import functools
import os

import pytest
from clusters import cluster

from lernmi_emo import datasets
from lernmi_emo.study import Arm, compare

__all__ = ["cluster"]  # a fixture

CIRCLE = datasets.circle(n=40)

pytestmark = pytest.mark.filterwarnings("default")  # Dask's own


@pytest.mark.slow
def test_a_dask_cluster_gives_the_same_bits(cluster, tmp_path):
    settings = {"hidden": 3, "epochs": 20, "seeds": 3, "grid": {"rate": [0.1, 1.0]}}
    journal = tmp_path / "runs.jsonl"
    study = compare(CIRCLE, **settings, executor=cluster.get_executor(), journal=journal)
    assert study.runs == compare(CIRCLE, **settings, workers=1).runs
    assert len(journal.read_text(encoding="utf-8").splitlines()) == 1 + 15


def test_its_workers_do_the_runs(cluster, tmp_path):
    arm = Arm("traced", "traced", functools.partial(_leave_a_trace, tmp_path))
    compare(CIRCLE, hidden=3, epochs=2, seeds=20, executor=cluster.get_executor(), arms=[arm])
    traces = {int(path.name) for path in tmp_path.iterdir()}
    assert traces  # how many of them share the work is for Dask to say
    assert traces <= set(cluster.run(os.getpid).values())


def _leave_a_trace(folder, rate, momentum):
    (folder / str(os.getpid())).touch()
    return True


def test_what_goes_wrong_there_is_raised_here(cluster):
    with pytest.raises(ZeroDivisionError):
        compare(CIRCLE, epochs=2, seeds=2, arms=[Arm("wrong", "wrong", _wrong)], executor=cluster.get_executor())


def _wrong(rate, momentum):
    return 1 / 0
