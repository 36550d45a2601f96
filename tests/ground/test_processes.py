"""Children are watched and ended; what a killed supervisor left is ended only when it is provably ours."""

import json
import os
import signal
import sys
import time
from pathlib import Path

import psutil
import pytest

from emulation_cluster.ground.faults import Fault, Stopped
from emulation_cluster.ground.processes import end_leftovers, group_members

WAITS = [sys.executable, "-c", "import signal; signal.pause()"]
DEAF = [
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); signal.pause()",
]
PARENT = [
    sys.executable,
    "-c",
    "import subprocess, sys, signal; subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()']);"
    "print('ready', flush=True); signal.pause()",
]


def heard(path: Path, text: str) -> bool:
    return text in path.read_text()


def test_a_child_that_dies_is_named_with_the_end_of_its_log(family, environment, tmp_path):
    child = family.begin("beat", [sys.executable, "-c", "print('no calendar'); exit(3)"], cwd=tmp_path, env=environment)
    child.process.wait()
    with pytest.raises(Fault, match=r"beat has ended \(status 3\)(.|\n)*no calendar"):
        family.watch()


def test_a_signal_stops_the_watch(family, environment, tmp_path):
    family.begin("web", WAITS, cwd=tmp_path, env=environment)
    os.kill(os.getpid(), signal.SIGTERM)
    with pytest.raises(Stopped):
        family.watch()


def test_the_end_reaches_children_of_children(family, environment, tmp_path):
    child = family.begin("worker", PARENT, cwd=tmp_path, env=environment)
    family.wait_until(lambda: heard(child.log, "ready"), child, seconds=20)
    members = group_members(child.process.pid, began=time.time() - 60, cwd=str(tmp_path))
    assert len(members) == 2
    family.end()
    gone, alive = psutil.wait_procs(members, timeout=10)
    assert (len(gone), alive) == (2, [])
    assert list(family.run.iterdir()) == []


def test_who_does_not_listen_is_killed(family, environment, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("emulation_cluster.ground.processes.PATIENCE", 0.2)
    child = family.begin("worker", DEAF, cwd=tmp_path, env=environment)
    family.wait_until(lambda: heard(child.log, "deaf"), child, seconds=20)
    family.end()
    assert child.process.returncode == -signal.SIGKILL
    assert "worker does not stop" in capsys.readouterr().out


def test_a_leftover_of_ours_is_ended(family, environment, tmp_path):
    child = family.begin("web", WAITS, cwd=tmp_path, env=environment)
    assert end_leftovers(family.run) == ["web"]
    assert not psutil.pid_exists(child.process.pid)
    child.process.wait()
    assert list(family.run.glob("*.json")) == []


@pytest.mark.parametrize(
    "change",
    [{"cwd": "/somewhere/else"}, {"began": 4102444800.0}, {"boot": "another"}],
    ids=["works elsewhere", "older than the note", "before the last boot"],
)
def test_a_strangers_process_is_left_alone(family, environment, tmp_path, change):
    child = family.begin("web", WAITS, cwd=tmp_path, env=environment)
    note = family.run / "web.json"
    note.write_text(json.dumps(json.loads(note.read_text()) | change))
    assert end_leftovers(family.run) == []
    assert child.process.poll() is None
    assert not note.exists()


@pytest.mark.parametrize("content", ["", "{}", '{"pid": "x"}', '{"pid": 1, "began": 0, "cwd": "/", "signal": "?"}'])
def test_a_broken_note_is_only_removed(family, content):
    (family.run / "web.json").write_text(content)
    assert end_leftovers(family.run) == []
    assert list(family.run.iterdir()) == []


def test_what_ends_by_itself_must_end_well(family, environment, tmp_path):
    family.finish(family.begin("prepare", [sys.executable, "-c", ""], cwd=tmp_path, env=environment))
    failing = family.begin("prepare", [sys.executable, "-c", "exit('no table')"], cwd=tmp_path, env=environment)
    with pytest.raises(Fault, match=r"prepare failed \(status 1\)(.|\n)*no table"):
        family.finish(failing)
    assert family.children == []
