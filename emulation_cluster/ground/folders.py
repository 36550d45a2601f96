"""Where things are, and what one start remembers for the next: ports, passwords, what was done once.

All below `var/`. `var/ground.json` holds secrets and is readable by its owner only.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass, field
from pathlib import Path

from emulation_cluster.ground.faults import Fault

ROOT = Path(__file__).resolve().parent.parent.parent
VAR = Path(os.environ.get("VAR_DIR") or ROOT / "var")


@dataclass
class Memory:
    """`token` names this installation, wherever its folder is moved to."""

    token: str = field(default_factory=lambda: secrets.token_hex(8))
    password: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    secret_key: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    ports: dict[str, int] = field(default_factory=dict)
    done: dict[str, str] = field(default_factory=dict)


class Folders:
    """The folders of one installation. `base` is var/ for the house and var/test/ for the tests."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.log = base / "log"
        self.run = base / "run"
        self.valkey = base / "valkey"
        self.postgres = base / "postgres"

    def open(self) -> Memory:
        """Make the folders and read the memory; a folder of another user is named, never taken over."""
        try:
            for folder in (self.base, self.log, self.run, self.valkey):
                folder.mkdir(parents=True, exist_ok=True)
            owner = self.base.stat().st_uid
            if owner != os.geteuid():
                raise Fault(
                    f"{self.base} belongs to user {owner} and you are user {os.geteuid()}. Start as that user, "
                    "or move the folder away to begin with empty data."
                )
            return self._read()
        except PermissionError as fault:
            raise Fault(f"{fault.filename} may not be written by you (user {os.geteuid()}).") from fault

    def _read(self) -> Memory:
        path = self.base / "ground.json"
        if not path.exists():
            memory = Memory()
            self.remember(memory)
            return memory
        try:
            return Memory(**json.loads(path.read_text(encoding="utf-8")))
        except (ValueError, TypeError) as fault:
            raise Fault(f"{path} cannot be read ({fault}). It holds the passwords of the data beside it.") from fault

    def remember(self, memory: Memory) -> None:
        write_secret(self.base / "ground.json", json.dumps(asdict(memory), indent=1))


def write_secret(path: Path, content: str) -> None:
    """Replace the file at once, readable by its owner only from its first moment."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(content)
    fresh.replace(path)
