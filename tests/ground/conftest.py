"""A family of processes of its own for each test; whatever a test leaves is ended."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from emulation_cluster.ground.processes import Family, Stop

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture
def stop() -> Iterator[Stop]:
    before = [signal.getsignal(number) for number in SIGNALS]
    yield Stop()
    for number, handler in zip(SIGNALS, before, strict=True):
        signal.signal(number, handler)


@pytest.fixture
def family(tmp_path: Path, stop: Stop) -> Iterator[Family]:
    for name in ("run", "log"):
        (tmp_path / name).mkdir()
    family = Family(run=tmp_path / "run", log=tmp_path / "log", stop=stop)
    yield family
    family.end()


@pytest.fixture
def environment() -> dict[str, str]:
    return {"PATH": os.environ["PATH"]}
