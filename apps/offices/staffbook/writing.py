"""The people of an office on a day as a workbook that can be read again: the row's number stands in a hidden column."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from apps.core.words import day
from apps.core.workbook import Sheet, workbook
from apps.offices.enums import EmploymentKind, Gender
from apps.offices.headcount import Headcount
from apps.offices.models import Employment, Office
from apps.offices.staffbook.columns import COUNTED, GENDER, GENDERS, HEADINGS, ID, KIND, KINDS, NO, YES


def staff_workbook(office: Office, on: date, rows: Iterable[Employment], head: Headcount | None, *, ids: bool) -> bytes:
    """`head` None: the template, to be filled in. Without `ids` the rows are not known again: for who only reads."""
    headings = HEADINGS if ids else HEADINGS[:-1]
    note = f"Đến ngày {day(on)}"
    if head is None:
        note = (
            "Mỗi người một dòng. Bắt buộc: họ và tên, đối tượng, từ ngày. Người không tính vào quân số phải ghi lý do."
        )
    else:
        note += f": {head.counted} người được tính, {head.left_out} người không tính"
    return workbook(
        Sheet(
            name="Nhân sự",
            title=f"DANH SÁCH NHÂN SỰ – {office.name}",
            note=note,
            headings=headings,
            rows=([*_cells(number, row), *([row.pk] if ids else [])] for number, row in enumerate(rows, start=1)),
            hidden=frozenset({headings.index(ID)} if ids else ()),
            plain=frozenset({headings.index("Năm sinh"), *([headings.index(ID)] if ids else [])}),
            choices={
                headings.index(GENDER): tuple(GENDERS.values()),
                headings.index(KIND): tuple(KINDS.values()),
                headings.index(COUNTED): (YES, NO),
            },
        )
    )


def _cells(number: int, row: Employment) -> list[object]:
    person = row.person
    return [
        number, person.full_name, person.birth_year, GENDERS[Gender(person.gender)] if person.gender else "",
        row.unit, row.position, KINDS[EmploymentKind(row.kind)], row.valid_from, YES if row.is_counted else NO,
        row.not_counted_because,
    ]  # fmt: skip
