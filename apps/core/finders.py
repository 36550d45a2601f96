"""Third-party static files come out of installed packages, by name: what is not listed here is not served."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import bootstrap_wrapper
import fontpkg_hanken_grotesk
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage, Storage

# prefix under static/ → folder of the package, names in it
PACKAGED: dict[str, tuple[Path, tuple[str, ...]]] = {
    "bootstrap": (
        Path(bootstrap_wrapper.get_bootstrap_css_dir()),
        ("bootstrap.min.css", "bootstrap.min.css.map"),
    ),
    # One variable file with every weight; its digits are of one width (those of Be Vietnam Pro are not).
    "fonts": (Path(fontpkg_hanken_grotesk.ROOT) / "files", ("HankenGrotesk[wght].ttf",)),
}


class PackagedFinder(BaseFinder):
    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        prefix, _slash, name = path.partition("/")
        folder, names = PACKAGED.get(prefix, (Path(), ()))
        found = str(folder / name) if name in names and (folder / name).is_file() else ""
        if find_all:
            return [found] if found else []
        return found or None

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for prefix, (folder, names) in PACKAGED.items():
            storage = FileSystemStorage(location=folder)
            storage.prefix = prefix  # type: ignore[attr-defined]
            for name in names:
                yield name, storage
