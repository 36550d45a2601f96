"""Where the running house can be reached, so that `python manage.py ...` speaks to the same servers."""

import os

from emulation_cluster.ground.folders import VAR, write_secret

PATH = VAR / "run" / "environment"


def announce(environment: dict[str, str]) -> None:
    write_secret(PATH, "".join(f"{name}={value}\n" for name, value in environment.items()))


def withdraw() -> None:
    PATH.unlink(missing_ok=True)


def adopt() -> None:
    """Take the addresses of the running house, unless a database is named. Whoever may not read them goes without."""
    if os.environ.get("DATABASE_URL"):
        return
    try:
        lines = PATH.read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    for line in lines:
        name, _, value = line.partition("=")
        os.environ.setdefault(name, value)
