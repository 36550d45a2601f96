"""How much memory processes hold at most, as the kernel counts it."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

EVERY = 0.02  # seconds; the kernel keeps each process's peak, so that only a process's last moment can be missed


class Peaks:
    """The peaks of a process and all that it starts, for as long as the block lasts."""

    def __init__(self, root: int) -> None:
        self.root = root
        self.found: dict[tuple[int, str], int] = {}
        self.over = threading.Event()
        self.watch = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self.watch.start()
        return self

    def __exit__(self, *_about: object) -> None:
        self.over.set()
        self.watch.join()

    def of(self, wanted: Callable[[str], bool]) -> int:
        """MiB of the largest one whose command line is `wanted`; 0 for none."""
        return max((kib for (_pid, line), kib in self.found.items() if wanted(line)), default=0) // 1024

    def _watch(self) -> None:
        while not self.over.wait(EVERY):
            for pid in family(self.root):
                try:
                    line = Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
                    self.found[pid, line] = peak(pid)
                except (OSError, LookupError):
                    continue  # it has ended meanwhile


def family(root: int) -> Iterator[int]:
    """A process and its descendants."""
    yield root
    try:
        tasks = os.listdir(f"/proc/{root}/task")
        for task in tasks:
            for child in Path(f"/proc/{root}/task/{task}/children").read_text().split():
                yield from family(int(child))
    except OSError:
        return


def peak(pid: int) -> int:
    """KiB resident at most so far."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    raise LookupError(pid)
