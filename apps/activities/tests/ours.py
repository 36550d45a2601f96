"""Our own workbook for tests: made, edited by hand, brought back."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
from django.utils import timezone
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from apps.activities.imports import apply
from apps.activities.imports.layouts import LISTS
from apps.activities.imports.owners import OWN
from apps.activities.imports.roundtrip.made import make
from apps.activities.imports.roundtrip.sheets import FIRST_ROW, HEADING_ROW, sheet_name
from apps.activities.imports.setting import load
from apps.activities.models import Import, Record
from apps.activities.tests.factories import SupervisionFactory
from apps.activities.tests.workbooks import previewed, saved
from apps.campaigns.models import Period
from tests.cast import Cast

KINDS = {sheet_name(layout.title): layout for layout in LISTS if layout.kind}


def workbook(cast: Cast, owner: int | None = None, by: Any = None, period: Period | None = None) -> bytes:
    setting = load(cluster=cast.cluster, period=period or cast.first_half, by=by or cast.secretary)
    return make(setting, [*setting.offices, OWN] if owner is None else [owner], at=timezone.now())


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def column(sheet: Worksheet, heading: str) -> int:
    row = HEADING_ROW + 1
    return next(n for n in range(1, sheet.max_column + 1) if str(sheet.cell(row, n).value).startswith(heading))


def row_of(sheet: Worksheet, key: int) -> int:
    place = column(sheet, "_id")
    return next(n for n in range(FIRST_ROW + 1, sheet.max_row + 1) if sheet.cell(n, place).value == key)


def blank_row(sheet: Worksheet) -> int:
    place = column(sheet, "Ngày")
    return next(n for n in range(FIRST_ROW + 1, sheet.max_row + 1) if sheet.cell(n, place).value is None)


def put(sheet: Worksheet, row: int, heading: str, value: object) -> None:
    sheet.cell(row, column(sheet, heading)).value = value  # type: ignore[assignment]


def codes(found: Import) -> list[str]:
    return [each["code"] for each in found.outcome["faults"]]


def counts(found: Import) -> dict[str, int]:
    return {name: count for name, count in found.outcome["counts"].items() if count and name != "skipped"}


def record_of(kind: str = "supervision", **more: object) -> Record:
    return Record.objects.alive().with_details().filter(kind=kind, **more).order_by("pk").first()  # type: ignore[return-value]


def supervision(cast: Cast, **more: Any) -> Record:
    given = {"record__office": cast.office, "bodies": 4, "team_head": "Nguyễn Văn Mẫu", **more}
    made: Any = SupervisionFactory(**given)
    return Record.objects.with_details().get(pk=made.pk)


def own_book(cast: Cast) -> tuple[Workbook, Worksheet]:
    book = opened(workbook(cast, cast.office.pk, by=cast.clerk))
    return book, book["Giám sát, khảo sát"]


def as_clerk(cast: Cast, book: Workbook, write: bool = True) -> Import:
    found = previewed(cast, saved(book), by=cast.clerk)
    return apply(import_id=found.pk, by=cast.clerk) if write and not codes(found) else found
