"""`make test`: pytest on throwaway embedded servers, or on those named by DATABASE_URL and REDIS_URL."""

import os
import signal
import subprocess
import sys

from apps.core import catalogues
from emulation_cluster.ground import servers
from emulation_cluster.ground.folders import ROOT, VAR, Folders
from emulation_cluster.ground.lock import only_one
from emulation_cluster.ground.processes import Family, Stop

MOST = 6  # more would wait for the one database server


def run(arguments: list[str]) -> int:
    folders = Folders(VAR / "test")
    memory = folders.open()
    with only_one(folders.run / "lock", "A test run"):
        stop = Stop()
        servers.clear(folders)
        servers.throw_away(folders, memory)
        family = Family(run=folders.run, log=folders.log, stop=stop)
        try:
            catalogues.compile_all(ROOT)
            environment = dict(os.environ) | servers.begin(family, folders, memory, throwaway=True)
            environment["VAR_DIR"] = str(folders.base.resolve())
            # In our own group and on our own screen: Ctrl-C reaches pytest, which ends by itself with its summary.
            command = [sys.executable, "-m", "pytest", *side_by_side(os.cpu_count() or 1), *arguments]
            tests = subprocess.Popen(command, cwd=ROOT, env=environment)
            return _wait(tests, stop)
        finally:
            family.end()
            servers.throw_away(folders, memory)


def side_by_side(cores: int) -> list[str]:
    """One worker a core, each with a database of its own; a file's tests stay together, for its fixtures' sake.

    What the caller asks for comes later on the line and wins: `make test ARGS="-n 0 -x"` runs them one by one.
    """
    return ["--numprocesses", str(min(cores, MOST)), "--dist", "loadfile"] if cores > 1 else []


def _wait(tests: subprocess.Popen[bytes], stop: Stop) -> int:
    while True:
        try:
            return tests.wait(0.2)
        except subprocess.TimeoutExpired:
            if stop.asked:
                tests.send_signal(signal.SIGINT)
                try:
                    return tests.wait(30)
                except subprocess.TimeoutExpired:
                    tests.kill()
                    return tests.wait()
