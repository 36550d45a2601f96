"""A defined kind for tests, through the same action as the product: trainings with every type of field."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.activities import actions
from apps.activities.actions import FieldWish
from apps.activities.enums import Kind
from apps.activities.models import DefinedKind, Record
from tests.cast import Cast

TRAINEES = FieldWish(label="Số học viên", type="number", unit="người", summed=True)
COST = FieldWish(label="Kinh phí", type="money", summed=True)
FORM = FieldWish(label="Hình thức mở lớp", type="choice", choices=("Trực tiếp, tập trung", "“Trực tuyến”"))
TEACHER = FieldWish(label="Báo cáo viên", type="text")
DECIDED = FieldWish(label="Ngày quyết định mở", type="day")
PAPERS = FieldWish(label="Có cấp chứng nhận", type="yes")
FIELDS = (TRAINEES, COST, FORM, TEACHER, DECIDED, PAPERS)
VALUES = {
    "name": "Tập huấn nghiệp vụ", "unit": "lớp", "definition": "Mỗi lớp là một lần.", "place": 1, "last_year": 2019,
}  # fmt: skip
FULL = {
    "so_hoc_vien": 30, "kinh_phi": 1_200_000, "hinh_thuc_mo_lop": "Trực tiếp, tập trung", "bao_cao_vien": "Bà Thí Dụ",
    "ngay_quyet_dinh_mo": "2019-02-01", "co_cap_chung_nhan": True,
}  # fmt: skip


def define(cast: Cast, *fields: FieldWish, **changes: Any) -> DefinedKind:
    by, cluster = changes.pop("by", cast.secretary), changes.pop("cluster", cast.cluster)
    year, row, seen = changes.pop("year", 2019), changes.pop("kind", None), changes.pop("seen", "")
    return actions.save_kind(
        kind=row, cluster=cluster, year=year, values={**VALUES, **changes}, fields=fields, seen=seen, by=by
    )


def enter(cast: Cast, kind: DefinedKind, values: dict[str, Any] | None = None, **more: Any) -> Record:
    office = more.pop("office", cast.office)
    day = more.pop("day", date(2019, 3, 1))
    return actions.create_record(
        kind=Kind.DEFINED, cluster=cast.cluster, office=office,
        values={"starts_on": day, "title": "Lớp thí dụ", **more},
        detail={"defined_kind": kind, "values": FULL if values is None else values}, by=cast.secretary,
    )  # fmt: skip
