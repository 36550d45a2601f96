"""How `make test` uses the machine."""

import pytest

from emulation_cluster.ground.trial import side_by_side


@pytest.mark.parametrize(("cores", "workers"), [(1, None), (2, "2"), (6, "6"), (64, "6")])
def test_one_worker_a_core(cores: int, workers: str | None) -> None:
    options = side_by_side(cores)
    assert options == ([] if workers is None else ["--numprocesses", workers, "--dist", "loadfile"])
