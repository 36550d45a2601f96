"""Before the house opens: catalogues compiled, tables as the code wants them, static files gathered, sample data once.

A process of its own, because it is the only one here that imports Django. Prints nothing when there is nothing to say.
"""

import hashlib
import os
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


def main() -> None:
    from apps.core import catalogues

    catalogues.compile_all(ROOT)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "emulation_cluster.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command, get_commands

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
    if settings.DEMONSTRATION and name not in memory.done and "demonstrate" in get_commands():
        call_command("demonstrate")
        memory.done[name] = "loaded"
        folders.remember(memory)


if __name__ == "__main__":
    main()
