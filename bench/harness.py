"""Measuring in pairs: what we built against its floor, turn by turn in the same run.

A ratio survives a change of machine better than a time does, and turns spread a disturbance over both sides alike.
"""

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Pair:
    """`ours` is the product's way, `floor` the least that any way must do; both take nothing; `note` names it."""

    name: str
    ours: Callable[[], object]
    floor: Callable[[], object]
    note: str
    rounds: int = 15


@dataclass(frozen=True)
class Result:
    """Times are medians in milliseconds; `ratio` is the median of the rounds' ratios, between its quartiles."""

    name: str
    note: str
    rounds: int
    ours_ms: float
    floor_ms: float
    ratio: float
    ratio_low: float
    ratio_high: float


def command(arguments: Sequence[str | Path]) -> Callable[[], object]:
    """A command as one side of a pair; it must succeed."""
    return lambda: subprocess.run(list(arguments), check=True, capture_output=True, stdin=subprocess.DEVNULL, cwd=ROOT)


def measure(pair: Pair, *, clock: Callable[[], float] = time.perf_counter) -> Result:
    """Once without counting, then in turns; every second round begins with the other side."""
    pair.ours()
    pair.floor()
    ours: list[float] = []
    floor: list[float] = []
    for turn in range(pair.rounds):
        sides = [(pair.ours, ours), (pair.floor, floor)]
        for act, times in sides if turn % 2 == 0 else reversed(sides):
            began = clock()
            act()
            times.append((clock() - began) * 1000)
    ratios = [mine / least for mine, least in zip(ours, floor, strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    return Result(
        name=pair.name,
        note=pair.note,
        rounds=pair.rounds,
        ours_ms=round(statistics.median(ours), 2),
        floor_ms=round(statistics.median(floor), 2),
        ratio=round(middle, 2),
        ratio_low=round(low, 2),
        ratio_high=round(high, 2),
    )


def machine() -> dict[str, object]:
    """Where it was measured: a result without it says nothing."""
    return {
        "processor": _first("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
    }


def document(result: Result) -> dict[str, object]:
    return {**asdict(result), "machine": machine()}


def _first(path: str, key: str) -> str:
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(key)), "")


def _commit() -> str:
    try:
        asked = subprocess.run(
            ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return asked.stdout.strip()
