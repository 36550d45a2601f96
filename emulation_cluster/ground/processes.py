"""The processes of one start: begun, written down, watched, ended.

Each child leads its own process group, so that Ctrl-C reaches only the supervisor and the order of stopping is ours.
What a killed supervisor left behind is ended at the next start only when it is provably ours: the same process group,
not older than our note of it, working in the folder that we gave it.
"""

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from emulation_cluster.ground.faults import Fault, Stopped
from emulation_cluster.ground.speech import say

PR_SET_PDEATHSIG = 1
PATIENCE = 15.0  # seconds for a process to end by itself


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals


class Stop:
    """Remembers that a signal came. Loops look at it: an exception out of a handler could lose a child just begun."""

    def __init__(self) -> None:
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask)

    def _ask(self, *_: object) -> None:
        self.asked = True

    def check(self) -> None:
        if self.asked:
            raise Stopped


class Family:
    """All children of this supervisor, in the order of their beginning."""

    def __init__(self, *, run: Path, log: Path, stop: Stop) -> None:
        self.run, self.log, self.stop = run, log, stop
        self.children: list[Child] = []

    def begin(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        cwd: Path,
        env: Mapping[str, str],
        user: int | None = None,
        group: int | None = None,
        stop_signal: signal.Signals = signal.SIGTERM,
    ) -> Child:
        self.stop.check()
        log = self.log / f"{name}.log"
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        # Readable by its owner only: the first administrator's link may stand there.
        with os.fdopen(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            process = subprocess.Popen(
                list(command),
                cwd=cwd,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                user=user,
                group=group,
                extra_groups=[] if user is not None else None,
                preexec_fn=_die_with_parent(stop_signal),
            )
        child = Child(name, process, log, stop_signal)
        self.children.append(child)
        note = {"pid": process.pid, "began": time.time(), "cwd": str(cwd.resolve()), "signal": stop_signal.name}
        note["boot"] = this_boot()
        (self.run / f"{name}.json").write_text(json.dumps(note))
        return child

    def finish(self, child: Child) -> None:
        """Wait for a child that ends by itself, such as the migrations."""
        while child.process.poll() is None:
            self.stop.check()
            self.check(but=child)
            time.sleep(0.05)
        self._forget(child)
        if child.process.returncode:
            raise Fault(f"{child.name} failed (status {child.process.returncode}).\n{last_lines(child.log)}")

    def wait_until(self, ready: Callable[[], bool], child: Child, *, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not ready():
            self.stop.check()
            self.check()
            if time.monotonic() > until:
                raise Fault(f"{child.name} did not answer within {seconds:.0f} s.\n{last_lines(child.log)}")
            time.sleep(0.05)

    def check(self, *, but: Child | None = None) -> None:
        """Raise a Fault that names the child that has died."""
        for child in self.children:
            if child is not but and child.process.poll() is not None:
                status = child.process.returncode
                how = signal.Signals(-status).name if status < 0 else f"status {status}"
                raise Fault(f"{child.name} has ended ({how}). The end of {child.log}:\n{last_lines(child.log)}")

    def watch(self) -> None:
        """Until a signal comes (Stopped) or a child dies (Fault)."""
        while True:
            self.stop.check()
            self.check()
            time.sleep(0.2)

    def end(self) -> None:
        """End all, last begun first; whoever does not listen in time is killed with its whole group."""
        for child in reversed(self.children.copy()):
            if child.process.poll() is None:
                child.process.send_signal(child.stop_signal)
                try:
                    child.process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    say(f"{child.name} does not stop: killing it.")
            # At once after the leader's end, when its number cannot have passed to anybody else.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.process.pid, signal.SIGKILL)
            child.process.wait()
            self._forget(child)

    def _forget(self, child: Child) -> None:
        self.children.remove(child)
        (self.run / f"{child.name}.json").unlink(missing_ok=True)


def _die_with_parent(stop_signal: signal.Signals) -> Callable[[], None] | None:
    """On Linux the kernel asks each child to stop when its supervisor was killed; elsewhere the next start does."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(PR_SET_PDEATHSIG, int(stop_signal), 0, 0, 0)


def last_lines(path: Path, count: int = 15) -> str:
    try:
        lines = path.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(f"    {line}" for line in lines[-count:])


def end_leftovers(run: Path) -> list[str]:
    """End what a killed supervisor left running; returns the names of what was ended."""
    ended = []
    for path in sorted(run.glob("*.json")):
        try:
            note = json.loads(path.read_text())
            members = group_members(int(note["pid"]), began=float(note["began"]), cwd=str(note["cwd"]))
            number = signal.Signals[note["signal"]]
        except (ValueError, KeyError, TypeError):
            path.unlink()
            continue
        if members and note.get("boot") == this_boot():
            end_processes(members, number)
            ended.append(path.stem)
        path.unlink()
    return ended


def this_boot() -> str:
    """Numbers of processes begin anew with each boot: a note from before it proves nothing."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""


def group_members(group: int, *, began: float, cwd: str) -> list[psutil.Process]:
    """The living processes of that group that are ours; a number that now belongs to a stranger gives none."""
    found = []
    for process in psutil.process_iter():
        try:
            # A minute of grace: the kernel counts in ticks since boot, and the clock may have been set meanwhile.
            if os.getpgid(process.pid) == group and process.create_time() >= began - 60.0 and process.cwd() == cwd:
                found.append(process)
        except (psutil.Error, ProcessLookupError, PermissionError):
            continue
    leader = [process for process in found if process.pid == group]
    return leader + [process for process in found if process.pid != group]


def end_processes(processes: list[psutil.Process], number: signal.Signals) -> None:
    for process in processes[:1]:  # the leader ends its own
        _send(process, number)
    _, alive = psutil.wait_procs(processes, timeout=PATIENCE)
    for process in alive:
        _send(process, signal.SIGKILL)
    psutil.wait_procs(alive, timeout=PATIENCE)


def _send(process: psutil.Process, number: signal.Signals) -> None:
    with contextlib.suppress(psutil.NoSuchProcess):
        process.send_signal(number)
