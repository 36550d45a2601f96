"""The workbooks of the 2019 case for tests, whole or spoilt in one way."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook

from apps.activities.imports import preview
from apps.activities.models import Import
from tests.cast import Cast

DATA = Path(__file__).resolve().parents[2] / "demonstration" / "data"
LISTS = DATA / "cluster9-2019h1.xlsx"
FORMS = sorted((DATA / "offices").glob("*.xlsx"))


def form(code: str) -> Path:
    return DATA / "offices" / f"{code}.xlsx"


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def spoilt(path: Path, change: Callable[[Workbook], object]) -> bytes:
    """The workbook as bytes after `change` was done to it."""
    book = openpyxl.load_workbook(path)
    change(book)
    return saved(book)


def previewed(cast: Cast, content: bytes | Path, name: str = "", **other: object) -> Import:
    """A preview by the secretary for the first half; `by` and `period` may be given otherwise."""
    if isinstance(content, Path):
        name, content = name or content.name, content.read_bytes()
    given: dict[str, object] = {"cluster": cast.cluster, "period": cast.first_half, "by": cast.secretary, **other}
    return preview(content=content, name=name or "tep.xlsx", **given)  # type: ignore[arg-type]
