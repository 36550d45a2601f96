"""Test databases that are soon there and soon empty again (a plugin of pytest).

Side by side, each worker's is a copy of one that is migrated once: by a process of its own, while the workers collect
the tests. A run without workers, and one with --reuse-db, makes its database as Django does.
"""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 300.0  # seconds
# Locked like TRUNCATE would, so that what a late request still writes is waited for; without triggers and foreign keys.
EMPTY = """
LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE;
SET LOCAL session_replication_role = replica;
{deletions}
"""
MAKER = pytest.StashKey["Maker"]()


class Maker:
    def __init__(self, note: Path) -> None:
        """`note` appears when it is there, and says what went wrong, or nothing."""
        self.note = note
        self.process = subprocess.Popen([sys.executable, "-m", "tests.databases", "make", str(note)])

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()
        subprocess.run([sys.executable, "-m", "tests.databases", "drop"], check=True)


def pytest_configure(config: pytest.Config) -> None:
    # Thousands of tests, like migrations, make much and leave few rings of it: looking for them more rarely is enough.
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(config: pytest.Config) -> None:
    if not config.getoption("reuse_db"):
        folder: Path = config._tmp_path_factory.mktemp("database")  # type: ignore[attr-defined]
        config.stash[MAKER] = Maker(folder / "template")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    if maker := node.config.stash.get(MAKER, None):
        node.workerinput["template"] = str(maker.note)


def pytest_unconfigure(config: pytest.Config) -> None:
    if maker := config.stash.get(MAKER, None):
        maker.end()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, request: pytest.FixtureRequest
) -> None:
    from django.db import connection

    if template := getattr(request.config, "workerinput", {}).get("template"):
        note, until = Path(template), time.monotonic() + PATIENCE
        while not note.exists():
            assert time.monotonic() < until, f"no migrated database within {PATIENCE:.0f} s"
            time.sleep(0.1)
        assert not (fault := note.read_text()), f"the test database could not be migrated: {fault}"
        connection.settings_dict["TEST"]["TEMPLATE"] = template_name()


@pytest.fixture(scope="session", autouse=True)
def few_rows_are_deleted() -> Iterator[None]:
    """After a test with real transactions: TRUNCATE makes a few hundred files anew, for some dozen rows."""
    from django.db.backends.postgresql.operations import DatabaseOperations

    def sql_flush(
        self: Any, style: Any, tables: list[str], *, reset_sequences: bool = False, allow_cascade: bool = False
    ) -> list[str]:
        if reset_sequences or not tables:
            return real(self, style, tables, reset_sequences=reset_sequences, allow_cascade=allow_cascade)
        names = [self.quote_name(table) for table in tables]
        return [EMPTY.format(names=", ".join(names), deletions="\n".join(f"DELETE FROM {name};" for name in names))]

    real = DatabaseOperations.sql_flush
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", sql_flush)
        yield


def template_name() -> str:
    from django.conf import settings

    return f"test_{settings.DATABASES['default']['NAME']}_template"


def make(note: Path) -> None:
    from django.db import connection

    fault = ""
    try:
        connection.settings_dict["TEST"]["NAME"] = template_name()
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    except BaseException as raised:
        fault = repr(raised)
        raise
    finally:
        connection.close()
        begun = note.with_suffix(".begun")
        begun.write_text(fault)
        begun.rename(note)


def drop() -> None:
    from django.db import connection

    with connection.creation._nodb_cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(template_name())} WITH (FORCE)")


def main(arguments: list[str]) -> None:
    import django

    gc.set_threshold(50_000, 20, 20)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")
    django.setup()
    match arguments:
        case ["make", note]:
            make(Path(note))
        case ["drop"]:
            drop()


if __name__ == "__main__":
    main(sys.argv[1:])
