"""What is remembered, who may read it, and the sentences for what can be wrong before anything starts."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from emulation_cluster.ground import house, place, ports, prepare, running
from emulation_cluster.ground.faults import Fault
from emulation_cluster.ground.folders import ROOT, Folders, Memory
from emulation_cluster.ground.lock import only_one


@pytest.fixture
def taken():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_secrets_are_kept_and_read_by_their_owner_only(tmp_path):
    folders = Folders(tmp_path / "var")
    memory = folders.open()
    memory.ports["valkey"] = 4711
    folders.remember(memory)
    assert folders.open() == memory
    assert (folders.base / "ground.json").stat().st_mode & 0o777 == 0o600


def test_two_installations_share_no_secret(tmp_path):
    one, other = Folders(tmp_path / "one").open(), Folders(tmp_path / "other").open()
    assert {one.token, one.password, one.secret_key}.isdisjoint({other.token, other.password, other.secret_key})


def test_a_broken_memory_is_named_and_kept(tmp_path):
    folders = Folders(tmp_path)
    folders.open()
    (tmp_path / "ground.json").write_text("{")
    with pytest.raises(Fault, match=r"ground\.json cannot be read"):
        folders.open()
    assert (tmp_path / "ground.json").read_text() == "{"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_not_taken_over(tmp_path):
    Folders(tmp_path).open()
    os.chown(tmp_path, 65534, 65534)
    with pytest.raises(Fault, match="belongs to user 65534"):
        Folders(tmp_path).open()


def test_a_port_is_kept_while_it_is_free(taken):
    memory = Memory()
    first = ports.choose(memory, "postgres")
    assert ports.choose(memory, "postgres") == first
    memory.ports["postgres"] = taken
    assert ports.choose(memory, "postgres") != taken


def test_a_taken_web_port_is_named_with_the_way_out(taken):
    with pytest.raises(Fault, match=f"Port {taken} .* is taken by another program.*PORT={taken + 1}"):
        ports.web_port(str(taken), "127.0.0.1")


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "80 80"])
def test_a_port_is_a_number(text):
    with pytest.raises(Fault, match="expected a number from 1 to 65535"):
        ports.web_port(text, "127.0.0.1")


def test_the_second_start_says_who_was_first(tmp_path):
    path = tmp_path / "lock"
    second = pytest.raises(Fault, match=rf"already under way in this folder \(process {os.getpid()}\)")
    with only_one(path, "A start"), second, only_one(path, "A start"):
        raise AssertionError("two at once")
    with only_one(path, "A start"):
        assert path.read_text() == str(os.getpid())


def test_manage_py_takes_the_addresses_of_the_running_house(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "PATH", tmp_path / "environment")
    monkeypatch.setenv("REDIS_URL", "redis://named:6379/0")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    running.announce({"DATABASE_URL": "postgres://u:p=@127.0.0.1:1/n", "REDIS_URL": "redis://other:1/0"})
    assert running.PATH.stat().st_mode & 0o777 == 0o600
    running.adopt()
    assert os.environ["DATABASE_URL"] == "postgres://u:p=@127.0.0.1:1/n"
    assert os.environ["REDIS_URL"] == "redis://named:6379/0"


def test_a_named_database_is_not_mixed_with_the_running_house(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "PATH", tmp_path / "environment")
    monkeypatch.setenv("DATABASE_URL", "postgres://mine")
    monkeypatch.delenv("DEMONSTRATION", raising=False)
    running.announce({"DATABASE_URL": "postgres://theirs", "DEMONSTRATION": "1"})
    running.adopt()
    assert os.environ["DATABASE_URL"] == "postgres://mine"
    assert "DEMONSTRATION" not in os.environ


def test_production_is_no_demonstration(monkeypatch):
    monkeypatch.delenv("DEMONSTRATION", raising=False)
    monkeypatch.delenv("PRODUCTION", raising=False)
    assert house.settings_environment(Memory())["DEMONSTRATION"] == "1"
    monkeypatch.setenv("PRODUCTION", "1")
    assert house.settings_environment(Memory()) == {}


def test_a_copy_of_a_project_does_not_open_its_data(tmp_path):
    memory = Memory()
    other = Folders(tmp_path / "other" / "var")
    other.open()
    other.remember(memory)
    note = tmp_path / "project"
    note.write_text(str(tmp_path / "other"))
    with pytest.raises(Fault, match="is a copy of"):
        place._refuse_a_copy(note, memory)
    (other.base / "ground.json").unlink()  # moved, not copied
    place._refuse_a_copy(note, memory)
    assert note.read_text() == str(ROOT)


def test_the_name_of_a_database_gives_no_password_away(monkeypatch):
    memory = Memory()
    monkeypatch.setenv("DATABASE_URL", f"postgres://u:{memory.password}@127.0.0.1:5432/n")
    assert prepare.database_name(memory) == "embedded"
    monkeypatch.setenv("DATABASE_URL", "postgres://u:hidden@db:5432/n")
    assert "hidden" not in prepare.database_name(memory)


def test_nothing_of_django_is_read_before_the_environment_is_set():
    code = "import sys; import emulation_cluster.ground.house, emulation_cluster.ground.trial;"
    code += "from django.conf import settings; sys.exit(settings.configured)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, env={"PATH": os.environ["PATH"]})


def test_the_setup_needs_only_the_standard_library():
    script = ROOT / "emulation_cluster" / "ground" / "virtualenv.py"
    code = f"import runpy; runpy.run_path({str(script)!r}, run_name='virtualenv')"
    subprocess.run([sys.executable, "-S", "-I", "-c", code], check=True, cwd=Path("/"))
