"""One start at a time in one folder: the kernel frees the lock when its holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from emulation_cluster.ground.faults import Fault


@contextmanager
def only_one(path: Path, what: str) -> Iterator[None]:
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise Fault(f"{what} is already under way in this folder (process {holder}).") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
