"""The embedded PostgreSQL: made once, started, asked whether it answers."""

import shutil
import signal

import psutil
import psycopg2

from emulation_cluster.ground.faults import Fault
from emulation_cluster.ground.folders import Folders, Memory, write_secret
from emulation_cluster.ground.place import VERSION, Place
from emulation_cluster.ground.ports import choose
from emulation_cluster.ground.processes import Child, Family, end_processes

USER = DATABASE = "emulation_cluster"
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"}
# The server's own tables of letters, the same on every machine: it has no ICU, and the system's locales may be missing.
LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
SETTINGS = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "jit": "off", "timezone": "UTC"}
THROWAWAY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "2GB"}


def url(memory: Memory) -> str:
    return f"postgres://{USER}:{memory.password}@127.0.0.1:{memory.ports['postgres']}/{DATABASE}"


def initialise(family: Family, folders: Folders, memory: Memory, place: Place) -> None:
    """Make the cluster beside its place and move it there when it is whole: a half-made one is never taken for one."""
    if place.data.exists():
        made_by = (place.data / "PG_VERSION").read_text().strip()
        if made_by != VERSION.split(".")[0]:
            raise Fault(
                f"The data in {place.data} are of PostgreSQL {made_by}, the programs of {VERSION}. "
                "Go back to the former version, back up, and restore into this one (docs/operator.md)."
            )
        return
    fresh = place.data.with_name("postgres.new")
    shutil.rmtree(fresh, ignore_errors=True)
    password = place.data.with_name("password.new")
    write_secret(password, memory.password)
    place.give(password)
    options = [
        "-D",
        str(fresh),
        "-U",
        USER,
        f"--pwfile={password}",
        "--auth=scram-sha-256",
        *LOCALE,
        "--no-instructions",
    ]
    child = family.begin(
        "initdb",
        [place.programs / "initdb", *options],
        cwd=place.data.parent,
        env=ENVIRONMENT,
        user=place.user,
        group=place.group,
    )
    try:
        family.finish(child)
    finally:
        password.unlink()
    fresh.rename(place.data)


def begin(family: Family, memory: Memory, place: Place, *, throwaway: bool) -> Child:
    settings = SETTINGS | {"port": str(choose(memory, "postgres"))} | (THROWAWAY if throwaway else {})
    return family.begin(
        "postgres",
        [place.programs / "postgres", "-D", place.data, *(f"--{name}={value}" for name, value in settings.items())],
        cwd=place.data,
        env=ENVIRONMENT,
        user=place.user,
        group=place.group,
        stop_signal=signal.SIGINT,  # "fast": ends sessions, then writes everything down
    )


def end_leftover(place: Place) -> bool:
    """End the server that a killed start left on these data; take away a note that now names a stranger's process.

    A note whose process is gone is left to the server itself, which also looks at the shared memory.
    """
    note = place.data / "postmaster.pid"
    try:
        pid = int(note.read_text().splitlines()[0])
        process = psutil.Process(pid)
        ours = bool(process.cwd() == str(place.data.resolve()))
    except psutil.AccessDenied:
        ours = False
    except (FileNotFoundError, NotADirectoryError, IndexError, ValueError, psutil.NoSuchProcess):
        return False
    if ours:
        end_processes([process], signal.SIGINT)
    note.unlink(missing_ok=True)
    return ours


def is_ready(memory: Memory) -> bool:
    """Whether it answers; the first answer makes our database."""
    try:
        connection = psycopg2.connect(url(memory).rsplit("/", 1)[0] + "/postgres", connect_timeout=2)
    except psycopg2.OperationalError:
        return False
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if cursor.fetchone() is None:
            cursor.execute(f"CREATE DATABASE {DATABASE}")
    connection.close()
    return True
