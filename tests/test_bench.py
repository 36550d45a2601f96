"""The harness of the benchmarks: turns, medians, and a result that says where it was measured."""

import subprocess
import sys
from itertools import chain

import pytest

from apps.activities.imports.plan import make_plan
from apps.activities.imports.setting import load
from apps.activities.tests.workbooks import previewed
from apps.files.workbooks.book import read_book
from bench.harness import Pair, command, document, machine, measure
from bench.processes import Peaks
from bench.workbooks import large
from tests.cast import Cast


class Clock:
    """Time that only passes when somebody works."""

    now = 0.0

    def __call__(self) -> float:
        return self.now

    def work(self, *seconds: float):
        durations = chain([0.0], seconds)  # the first call is not counted

        def act() -> None:
            self.now += next(durations)

        return act


def test_the_ratio_is_the_median_of_the_rounds():
    clock = Clock()
    pair = Pair("page", clock.work(2, 3, 40), clock.work(1, 1, 1), "an empty page", rounds=3)
    result = measure(pair, clock=clock)
    assert (result.ratio, result.ours_ms, result.floor_ms) == (3.0, 3000.0, 1000.0)
    assert result.ratio_low < result.ratio < result.ratio_high


def test_the_sides_take_turns_in_beginning():
    order: list[str] = []
    pair = Pair("page", lambda: order.append("ours"), lambda: order.append("floor"), "", rounds=2)
    measure(pair)
    assert order == ["ours", "floor", "ours", "floor", "floor", "ours"]


def test_a_command_that_fails_is_no_measurement():
    with pytest.raises(Exception, match="exit status 3"):
        command([sys.executable, "-c", "raise SystemExit(3)"])()


def test_a_result_names_its_machine():
    result = document(measure(Pair("page", list, list, "nothing", rounds=2)))
    assert result["name"] == "page"
    assert {"processor", "cores", "memory_gib", "python", "commit"} <= set(machine())
    assert result["machine"]


def test_peaks_are_those_of_a_process_and_of_all_that_it_starts():
    holds = "x = b'x' * (64 * 1024 * 1024); import time; time.sleep(1)"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {holds!r}])"
    process = subprocess.Popen([sys.executable, "-c", starts])
    with Peaks(process.pid) as peaks:
        process.wait()
    assert peaks.of(lambda line: "subprocess" not in line) >= 64
    assert 0 < peaks.of(lambda line: "subprocess" in line) < 64
    assert peaks.of(lambda line: "nobody" in line) == 0


def test_a_large_workbook_is_understood_and_its_broken_rows_are_told(cast: Cast):
    found = previewed(cast, large(20))
    assert (found.outcome["counts"]["created"], found.outcome["counts"]["new"]) == (20, 42)
    assert (found.outcome["fault_count"], found.outcome["warning_count"]) == (0, 0)
    assert previewed(cast, large(20, broken=5)).outcome["fault_count"] == 5


def test_progress_over_several_sheets_never_goes_back(cast: Cast):
    told: list[int] = []
    setting = load(cluster=cast.cluster, period=cast.first_half, by=cast.secretary)
    make_plan(read_book(large(2_500)), setting, tell=told.append)
    assert told == sorted(told)
    assert told[-1] > 1_500  # beyond the first sheet
