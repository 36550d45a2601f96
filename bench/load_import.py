"""python -m bench.load_import [--rows 50000] [--broken 5000] [--out FOLDER]: a large workbook by a worker, and back.

On a database made for the run beside the one that DATABASE_URL names, with a Celery worker as the house starts it and a
queue of its own. A workbook is read, confirmed, imported and undone as its page would have it; another one, with an
error in each of thousands of rows, must report them all. The floor of the time is the same file read by the product's
own reader and its rows put into a plain table by COPY. Writes load_import.json; the exit status tells whether an error
was not reported, anything was left after undoing, or a process held more than MEMORY.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.harness import ROOT, machine
from bench.processes import Peaks
from bench.run import RESULTS

if TYPE_CHECKING:
    from apps.activities.models import Import
    from tests.cast import Cast

MEMORY = 400  # MiB, of any process at work
SECONDS = 600
QUEUE = "bench-import"


# What is there before, and what it amounts to -------------------------------------------------------------------------
def stand_by(cast: Cast) -> None:
    """3.000 records, and a statement of each office that the workbook replaces."""
    from apps.activities.actions import state_figure
    from apps.indicators.models import Indicator
    from bench.bench_dashboard import fill

    fill(cast)
    headcount = Indicator.objects.get(code="headcount", cluster=None)
    for office in cast.offices.values():
        state_figure(
            indicator=headcount, cluster=cast.cluster, office=office, value=9, status="actual", note="",
            starts_on=cast.first_half.starts_on, ends_on=cast.first_half.ends_on, by=cast.secretary,
        )  # fmt: skip


def state() -> dict[str, str]:
    """Every column of every living row that people enter, as a checksum for each table."""
    from django.db import connection

    from apps.activities.models import DETAILS, DirectFigure, Record

    found = {}
    living = f"SELECT id FROM {Record._meta.db_table} WHERE deleted_at IS NULL"
    wanted: dict[str, str] = dict.fromkeys((Record._meta.db_table, DirectFigure._meta.db_table), "deleted_at IS NULL")
    wanted |= {model._meta.db_table: f"record_id IN ({living})" for model in DETAILS.values()}
    with connection.cursor() as cursor:
        for table, where in wanted.items():
            cursor.execute(
                f"SELECT count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))"
                f" FROM {table} t WHERE {where}"
            )
            found[table] = "{} {}".format(*cursor.fetchone())
    return found


def figures_of(cast: Cast) -> str:
    """Every figure of every office as the product reads it."""
    from apps.indicators.models import Indicator
    from apps.indicators.reading import Window, figures

    window = Window(cast.first_half.starts_on, cast.first_half.ends_on)
    indicators = list(Indicator.objects.for_cluster(cast.cluster, 2019))
    read = figures(
        indicators, cluster=cast.cluster, offices=[each.pk for each in cast.offices.values()], windows=[window]
    )
    told = [str(read.of(indicator.code, owner, window)) for indicator in indicators for owner in read.owners]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


# The worker ----------------------------------------------------------------------------------------------------------
@contextmanager
def worker(environment: dict[str, str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """As `make run` starts it, for this run's queue only."""
    command = [
        sys.executable, "-m", "celery", "--app", "emulation_cluster", "worker", "--concurrency", "2",
        "--loglevel", "WARNING", "--without-mingle", "--without-gossip", "--queues", QUEUE,
    ]  # fmt: skip
    with (folder / "worker.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=60)


def wait_for(found: Import, state: str) -> float:
    """Until the worker has brought the import there; returns for how long it was at it."""
    from apps.activities.enums import AT_WORK

    began = time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        found.refresh_from_db()
        if found.state not in AT_WORK:
            if found.state != state:
                raise SystemExit(f"The import is {found.state}, not {state}: {found.failure or found.outcome}")
            return time.perf_counter() - began
        time.sleep(0.05)
    raise SystemExit(f"Not {state} after {SECONDS} seconds.")


# The floor -----------------------------------------------------------------------------------------------------------
def read_and_copy(content: bytes) -> float:
    """The same cells into one table without a rule, as text."""
    from django.db import connection

    from apps.files.workbooks.book import read_book

    began = time.perf_counter()
    out = io.StringIO()
    for sheet in read_book(content):
        for number, row in enumerate(sheet.rows):
            if row:
                cells = json.dumps([cell.text for cell in row.values()], ensure_ascii=False).replace("\\", "\\\\")
                out.write(f"{sheet.name}\t{number}\t{cells}\n")
    out.seek(0)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_plain (sheet text, row integer, cells text)")
        cursor.copy_expert("COPY bench_plain FROM STDIN", out)
        cursor.execute("DROP TABLE bench_plain")
    return time.perf_counter() - began


# The run -------------------------------------------------------------------------------------------------------------
def run(cast: Cast, rows: int, broken: int) -> dict[str, Any]:
    from apps.activities import imports
    from apps.activities.enums import ImportState
    from apps.activities.imports.parts import faults_of
    from bench.workbooks import large

    def preview(content: bytes) -> Import:
        return imports.preview(
            content=content, name="lon.xlsx", cluster=cast.cluster, period=cast.first_half, by=cast.secretary
        )

    def timed(act: Any) -> float:
        began = time.perf_counter()
        act()
        return time.perf_counter() - began

    content = large(rows)
    stand_by(cast)
    before, figures_before = state(), figures_of(cast)
    floors = [read_and_copy(content)]
    found = preview(content)
    reading = wait_for(found, ImportState.PREVIEWED)
    floors.append(read_and_copy(content))  # a disturbance of the machine falls on both sides
    imports.apply(import_id=found.pk, by=cast.secretary)
    applying = wait_for(found, ImportState.APPLIED)
    floors.append(read_and_copy(content))
    written, figures_written = state(), figures_of(cast)
    undoing = timed(lambda: imports.undo_import(import_id=found.pk, by=cast.secretary))
    after, figures_after = state(), figures_of(cast)
    wrong = preview(large(rows, broken=broken))
    refusing = wait_for(wrong, ImportState.REFUSED)
    reported = {(fault.sheet, fault.row) for fault in faults_of(wrong)}
    floor = statistics.median(floors)
    return {
        "name": "load_import",
        "rows": rows, "bytes": len(content), "created": found.outcome["counts"]["created"],
        "stated": found.outcome["counts"]["new"], "replaced": found.outcome["counts"]["replaced"],
        "read_seconds": round(reading, 2), "apply_seconds": round(applying, 2), "undo_seconds": round(undoing, 2),
        "floor_seconds": round(floor, 2),
        "read_ratio": round(reading / floor, 2), "apply_ratio": round(applying / floor, 2),
        "ratio": round((reading + applying) / floor, 2),
        "broken_rows": broken, "broken_read_seconds": round(refusing, 2),
        "errors_reported": wrong.outcome["fault_count"], "errors_missed": broken - len(reported),
        "tables_changed": sum(before[table] != written[table] for table in before),
        "figures_changed": figures_before != figures_written,
        "left_after_undo": sum(before[table] != after[table] for table in before),
        "figures_as_before": figures_before == figures_after,
    }  # fmt: skip


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="A large workbook, imported by a worker and undone.")
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--broken", type=int, default=5_000)
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VAR_DIR"] = folder
        found = _measured(Path(folder), options.rows, options.broken)
    options.out.mkdir(parents=True, exist_ok=True)
    written = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    (options.out / "load_import.json").write_text(written, encoding="utf-8")
    print(written, end="")
    heavy = max(found["worker_peak_mib"], found["reader_peak_mib"]) > MEMORY
    was_written = (
        found["created"] == options.rows and found["replaced"] and found["tables_changed"] and found["figures_changed"]
    )
    is_undone = not found["left_after_undo"] and found["figures_as_before"]
    return 0 if was_written and is_undone and not found["errors_missed"] and not heavy else 1


def _measured(folder: Path, rows: int, broken: int) -> dict[str, Any]:
    import django

    from emulation_cluster.ground import running

    running.adopt()
    django.setup()
    from django.conf import settings
    from django.db import connection

    from emulation_cluster.celery import app
    from tests.cast import make_cast

    former = str(connection.settings_dict["NAME"])
    connection.settings_dict.setdefault("TEST", {})["NAME"] = f"{former}_import"
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    app.conf.task_default_queue = QUEUE
    try:
        options = connection.settings_dict
        who, where = f"{options['USER']}:{options['PASSWORD']}", f"{options['HOST']}:{options['PORT'] or 5432}"
        url = f"postgres://{who}@{where}/{options['NAME']}"
        environment = {**os.environ, "DATABASE_URL": url, "SECRET_KEY": settings.SECRET_KEY}
        with worker(environment, folder) as process, Peaks(process.pid) as peaks:
            found = run(make_cast(), rows, broken)
        return {
            **found, "worker_peak_mib": peaks.of(lambda line: "reader.py" not in line),
            "reader_peak_mib": peaks.of(lambda line: "reader.py" in line), "machine": machine(),
        }  # fmt: skip
    finally:
        connection.creation.destroy_test_db(former, verbosity=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
