"""Free ports of this machine, remembered so that an address stays the same from start to start."""

import socket

from emulation_cluster.ground.faults import Fault
from emulation_cluster.ground.folders import Memory


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # As servers do: a port in TIME_WAIT from the last start counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def choose(memory: Memory, name: str) -> int:
    """The remembered port while it is free, else another that is."""
    port = memory.ports.get(name, 0)
    if not port or not is_free(port):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        memory.ports[name] = port
    return port


def web_port(text: str, host: str) -> int:
    """The port typed by a person: it is never changed silently."""
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Fault(f"PORT={text!r}: expected a number from 1 to 65535. Example: make run PORT=8001")
    port = int(text)
    if port < 1024 and not is_free(port, host) and is_free(8000, host):
        raise Fault(f"Port {port} is taken or reserved for root. Choose another: make run PORT=8000")
    if not is_free(port, host):
        raise Fault(f"Port {port} on {host} is taken by another program. Choose another: make run PORT={port + 1}")
    return port
