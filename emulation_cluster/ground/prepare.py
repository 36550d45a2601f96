"""Before the house opens: catalogues compiled, tables as the code wants them, static files gathered, somebody who
can sign in.

A process of its own, because it is the only one here that imports Django. What it prints is for the person who starts
the house: accounts of the demonstration, or the link for the first administrator.
"""

import hashlib
import os
import sys
from pathlib import Path

from emulation_cluster.ground.folders import ROOT, VAR, Folders, Memory


def static_digest() -> str:
    """Changes when a package or a static file of ours does. By name, size and content: copies have other times."""
    digest = hashlib.sha256((ROOT / "requirements.txt").read_bytes())
    for top in [ROOT / "static", *sorted((ROOT / "apps").glob("*/static"))]:
        for path in sorted(top.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def database_name(memory: Memory) -> str:
    """Names the database without its password: sample data are loaded once into each."""
    address = os.environ["DATABASE_URL"]
    return "embedded" if memory.password in address else hashlib.sha256(address.encode()).hexdigest()[:16]


def main(address: str) -> None:
    from apps.core import catalogues

    catalogues.compile_all(ROOT)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    folders = Folders(VAR)
    memory = folders.open()
    call_command("migrate", interactive=False, verbosity=0)
    digest = static_digest()
    if memory.done.get("static") != digest or not Path(settings.STATIC_ROOT).is_dir():
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)
        memory.done["static"] = digest
        folders.remember(memory)
    name = f"demonstration in {database_name(memory)}"
    if not settings.DEMONSTRATION:
        call_command("create_administrator", if_none=True, address=address)
    elif name not in memory.done:  # once only: what somebody deleted does not come back
        call_command("demonstrate")
        memory.done[name] = "loaded"
        folders.remember(memory)


if __name__ == "__main__":
    main(*sys.argv[1:])
