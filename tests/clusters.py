"""A real Dask cluster for tests: two worker processes on this machine, and nothing that leaves it."""

import pytest


@pytest.fixture(scope="module")
def cluster():
    """A client of it."""
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
        ) as local,
        distributed.Client(local) as client,
    ):
        yield client
