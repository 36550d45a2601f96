"""Make `.venv` hold exactly what the locked requirements say. Started by the system's Python: standard library only.

Usage: python3 emulation_cluster/ground/virtualenv.py requirements.txt [requirements-dev.txt]
The hash of each installed file is kept beside it, so that the next start has nothing to do.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".venv"
PYTHON = FOLDER / "bin" / "python"


def works(python: Path) -> bool:
    """False too for a .venv whose system Python has gone since."""
    try:
        return subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def create() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"{sys.executable} cannot make virtual environments. On Debian: apt install python{version}-venv")
    if FOLDER.is_dir() and not FOLDER.is_symlink():
        print("The Python environment .venv does not work any more: making it anew.", flush=True)
        shutil.rmtree(FOLDER)
    print(f"Making the Python environment .venv with {sys.executable} ...", flush=True)
    subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)


def install(requirements: Path) -> None:
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = FOLDER / f".{requirements.stem}.sha256"
    if stamp.exists() and stamp.read_text() == digest:
        return
    print(f"Installing {requirements.name} (the first time takes a minute or two) ...", flush=True)
    # Without pip's cache: a start writes nothing outside the project.
    options = ["--quiet", "--quiet", "--require-hashes", "--no-cache-dir", "--disable-pip-version-check", "--no-input"]
    if os.geteuid() == 0:
        options.append("--root-user-action=ignore")
    subprocess.run([PYTHON, "-m", "pip", "install", *options, "-r", requirements], check=True)
    stamp.write_text(digest)


def main(names: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 (the one file that an older Python may start)
        sys.exit(f"Python 3.11 or newer is needed; {sys.executable} is {sys.version.split()[0]}.")
    try:
        if not works(PYTHON):
            create()
        for name in names:
            install(ROOT / name)
    except subprocess.CalledProcessError as fault:
        sys.exit(f"Setting up stopped: {' '.join(map(str, fault.cmd[:4]))} ... failed (its message is above).")
    except KeyboardInterrupt:
        sys.exit("Stopped while setting up. The next start goes on from here.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
