"""The embedded servers themselves: begun, used, left behind, taken up again, gone without a trace."""

import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg2
import pytest
import redis

from emulation_cluster.ground import place, postgres, servers
from emulation_cluster.ground.faults import Fault
from emulation_cluster.ground.folders import Folders
from emulation_cluster.ground.processes import Family, Stop, end_leftovers


@pytest.fixture
def ground(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that the server's user may enter; pytest's own are closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="ground-")).resolve()
    folder.chmod(0o755)
    monkeypatch.setenv("STATE_DIR", str(folder / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("REDIS_URL", raising=False)
    yield folder
    shutil.rmtree(folder)


def test_the_servers_live_and_leave(ground: Path, stop: Stop):
    private = ground / "home"  # as a home folder often is
    private.mkdir(mode=0o700)
    folders = Folders(private / "var")
    memory = folders.open()
    before = {path: stat.S_IMODE(path.stat().st_mode) for path in [Path("/"), Path("/tmp"), ground, private]}
    family = Family(run=folders.run, log=folders.log, stop=stop)
    try:
        addresses = servers.begin(family, folders, memory, throwaway=True)
        connection = psycopg2.connect(addresses["DATABASE_URL"])
        with connection, connection.cursor() as cursor:
            for name in ("unaccent", "pg_trgm", "btree_gist"):
                cursor.execute(f"CREATE EXTENSION {name}")
            cursor.execute("SELECT unaccent('Cần Thơ'), upper('đặng'), pg_backend_pid()")
            assert cursor.fetchone()[:2] == ("Can Tho", "ĐẶNG")
        connection.close()
        redis.Redis.from_url(addresses["REDIS_URL"]).set("kept", "yes")
        with pytest.raises(psycopg2.OperationalError):
            psycopg2.connect(addresses["DATABASE_URL"].replace(memory.password, "guess"))

        data = place.find(folders, memory)
        number = int((data.data / "postmaster.pid").read_text().split()[0])
        if os.geteuid() == 0:
            assert psutil.Process(number).uids().effective != 0
        assert set(end_leftovers(folders.run)) == {"postgres", "valkey"}  # as if we had been killed
        assert not psutil.pid_exists(number)
    finally:
        family.end()
    assert {path: stat.S_IMODE(path.stat().st_mode) for path in before} == before
    servers.throw_away(folders, memory)
    assert not data.data.exists()


def test_a_note_that_names_a_stranger_is_taken_away(tmp_path: Path):
    data = tmp_path / "postgres"
    data.mkdir()
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n")
    assert postgres.end_leftover(place.Place(tmp_path, data)) is False
    assert list(data.iterdir()) == []


def test_a_note_whose_process_is_gone_is_left_to_the_server(tmp_path: Path):
    (tmp_path / "postmaster.pid").write_text("4194999\n")
    assert postgres.end_leftover(place.Place(tmp_path, tmp_path)) is False
    assert (tmp_path / "postmaster.pid").exists()


def test_data_of_another_version_are_not_touched(tmp_path: Path, family: Family):
    (tmp_path / "PG_VERSION").write_text("12\n")
    folders = Folders(tmp_path / "var")
    memory = folders.open()
    with pytest.raises(Fault, match="are of PostgreSQL 12"):
        postgres.initialise(family, folders, memory, place.Place(tmp_path, tmp_path))


def test_given_servers_are_taken(ground: Path, family: Family, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://given")
    monkeypatch.setenv("REDIS_URL", "redis://given")
    folders = Folders(ground / "var")
    assert servers.begin(family, folders, folders.open()) == {}
    assert family.children == []


def test_stopping_is_asked_by_signal(stop: Stop):
    os.kill(os.getpid(), signal.SIGINT)
    assert stop.asked
