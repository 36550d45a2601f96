"""Records of a defined kind: entered, listed, found, changed, counted, carried out to Excel and in again."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from apps.activities import actions
from apps.activities.enums import Kind
from apps.activities.imports import apply
from apps.activities.models import Defined, DefinedKind, Record
from apps.activities.sources import amount_in
from apps.activities.tests.kinds import FIELDS, FULL, define, enter
from apps.activities.tests.workbooks import previewed, saved
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures, rows_of
from apps.offices.models import Leadership
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/records/"
H1, H2 = Window(date(2019, 1, 1), date(2019, 6, 30)), Window(date(2019, 7, 1), date(2019, 12, 31))
YEAR = Window(date(2019, 1, 1), date(2019, 12, 31))


@pytest.fixture
def kind(cast: Cast) -> DefinedKind:
    return define(cast, *FIELDS)


def read(cast: Cast, kind: DefinedKind, *windows: Window) -> Any:
    rows = Indicator.objects.filter(source=f"defined-{kind.pk}")
    return figures(
        rows, cluster=cast.cluster, offices=[each.pk for each in cast.offices.values()], windows=windows or [H1]
    )


def code_of(kind: DefinedKind, measure: str = "") -> str:
    return Indicator.objects.get(source=f"defined-{kind.pk}", measure=measure).code


def test_counted_summed_and_halves_add_up(cast: Cast, kind: DefinedKind) -> None:
    other = define(cast, *FIELDS, name="Hội thảo")
    most = 9_000_000_000_000_000
    rows: list[tuple[Any, date, dict[str, Any]]] = [
        (cast.office, date(2019, 3, 1), FULL),
        (cast.office, date(2019, 8, 1), {"so_hoc_vien": 5, "kinh_phi": most}),
        (cast.other_office, date(2019, 6, 30), {"kinh_phi": most}),
        (None, date(2019, 7, 1), {"so_hoc_vien": 0}),
    ]
    records = [enter(cast, kind, values, office=office, day=day) for office, day, values in rows]
    enter(cast, other, {"so_hoc_vien": 1000})
    gone = enter(cast, kind, FULL)
    actions.delete_record(record=gone, cluster=cast.cluster, by=cast.secretary)
    found = read(cast, kind, H1, H2, YEAR)
    expected = {"": (2, 2, 4), "so_hoc_vien": (30, 5, 35), "kinh_phi": (most + 1_200_000, most, 2 * most + 1_200_000)}
    for measure, values in expected.items():
        code = code_of(kind, measure)
        assert tuple(found.total(code, window).value for window in (H1, H2, YEAR)) == values
        indicator = Indicator.objects.get(code=code)
        loaded = [Record.objects.with_details().get(pk=record.pk) for record in records]
        amounts = [amount_in(indicator, record) for record in loaded]
        assert sum(amount or 0 for amount in amounts) == values[2]
        listed = rows_of(indicator, cast.cluster, [each.pk for each in cast.offices.values()], YEAR)
        assert set(listed) == {record for record, amount in zip(loaded, amounts, strict=True) if amount is not None}
    nobody = found.of(code_of(kind, "so_hoc_vien"), cast.other_office.pk, H1)
    assert nobody.is_missing  # it recorded one, without the number


def test_words_of_another_kind_under_the_same_code_disturb_no_sum(cast: Cast, kind: DefinedKind) -> None:
    words = define(cast, actions.FieldWish(label="Số học viên", type="text"), name="Hội thảo")
    enter(cast, words, {"so_hoc_vien": "ba mươi"})
    record = enter(cast, kind, {"so_hoc_vien": 3})
    assert read(cast, kind).total(code_of(kind, "so_hoc_vien")).value == 3
    indicator = Indicator.objects.get(code=code_of(kind, "so_hoc_vien"))
    assert list(rows_of(indicator, cast.cluster, [cast.office.pk], H1)) == [record]


def test_a_reading_costs_the_same(cast: Cast, costs: Any) -> None:
    made = iter(range(9))

    def add(count: int) -> None:
        for _each in range(count):
            enter(cast, define(cast, *FIELDS, name=f"Loại {next(made)}"))

    def everything() -> None:
        rows = Indicator.objects.for_cluster(cast.cluster, 2019)
        figures(rows, cluster=cast.cluster, offices=[cast.office.pk], windows=[H1, H2])

    costs(5, add=add, read=everything)


def form_data(**changes: str) -> dict[str, str]:
    data = {
        "owner": "bac-lieu", "starts_on": "01/03/2019", "title": "Lớp kỹ năng", "place": "Bạc Liêu",
        "own_so_hoc_vien": "1.200", "own_kinh_phi": "1.200.000", "own_hinh_thuc_mo_lop": "Trực tiếp, tập trung",
        "own_bao_cao_vien": "Bà Thí Dụ", "own_ngay_quyet_dinh_mo": "01/02/2019", "own_co_cap_chung_nhan": "on",
    }  # fmt: skip
    return {**data, **changes}


@pytest.mark.usefixtures("kind")
def test_a_clerk_enters_changes_and_finds_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    new = f"{HERE}new/tap_huan_nghiep_vu/"
    assert "Số học viên" in client.get(new).content.decode()
    bad = client.post(new, form_data(own_so_hoc_vien="nhiều", own_hinh_thuc_mo_lop="Khác"))
    assert bad.status_code == 422
    assert set(bad.context["form"].errors) == {"own_so_hoc_vien", "own_hinh_thuc_mo_lop"}
    client.post(new, form_data())
    record = Record.objects.get()
    assert record.defined.values == {**FULL, "so_hoc_vien": 1200}
    page = client.get(f"{HERE}{record.pk}/").content.decode()
    for said in ("Tập huấn nghiệp vụ", "1.200.000", "01/02/2019", "Bà Thí Dụ", "1.200 người"):
        assert said in page
    client.post(f"{HERE}{record.pk}/edit/", form_data(own_so_hoc_vien="31", version="1"))
    story = client.get(f"{HERE}{record.pk}/").context["story"]
    assert [(change.field, change.before, change.after) for change in story[0].changes] == [
        ("Số học viên", "1.200", "31")
    ]
    for words, found in (("thi du", 1), ("so_hoc_vien", 0), ("tap trung", 1), ("khong co", 0)):
        listed = client.get(HERE, {"list": "tap_huan_nghiep_vu", "q": words})
        assert listed.context["count"] == found
    listed = client.get(HERE, {"list": "tap_huan_nghiep_vu", "sort": "-own_so_hoc_vien"})
    assert [each.text for each in listed.context["totals"]].count("31") == 1
    for chosen, count in (("Trực tiếp, tập trung", 1), ("“Trực tuyến”", 0), ("' or 1=1", 1)):
        asked = {"list": "tap_huan_nghiep_vu", "own_hinh_thuc_mo_lop": chosen}
        assert client.get(HERE, asked).context["count"] == count
    client.force_login(cast.other)
    assert client.get(f"{HERE}{record.pk}/").status_code == 404
    client.force_login(cast.stranger)
    assert client.get(new).status_code == 404


def test_two_editors_of_one_record(client: Client, cast: Cast, kind: DefinedKind) -> None:
    record = enter(cast, kind)
    client.force_login(cast.clerk)
    opened = client.get(f"{HERE}{record.pk}/edit/").context["opened_with"]
    actions.update_record(
        record=record, cluster=cast.cluster, version=1, values={},
        detail={"defined_kind": kind, "values": {**FULL, "so_hoc_vien": 31}}, by=cast.head,
    )  # fmt: skip
    data = form_data(own_so_hoc_vien="32", title="Lớp thí dụ", place="", version="1", opened_with=opened)
    answer = client.post(f"{HERE}{record.pk}/edit/", data)
    assert answer.status_code == 409
    assert [each.label for each in answer.context["conflict"]] == ["Số học viên"]


def test_only_in_its_years_and_read_afterwards(client: Client, cast: Cast, kind: DefinedKind) -> None:
    record = enter(cast, kind)
    with pytest.raises(ValidationError):
        actions.update_record(
            record=record, cluster=cast.cluster, version=1, values={}, by=cast.secretary,
            detail={"defined_kind": kind, "values": {"so_hoc_vien": "31"}},
        )  # fmt: skip
    Leadership.objects.create(cluster=cast.cluster, year=2020, kind="leader", office=cast.offices["ca-mau"])
    secretary = type(cast.secretary).objects.get(pk=cast.secretary.pk)
    with pytest.raises(ValidationError, match="2020"):
        actions.create_record(
            kind=Kind.DEFINED, cluster=cast.cluster, office=cast.office, values={"starts_on": date(2020, 3, 1)},
            detail={"defined_kind": kind, "values": {}}, by=secretary,
        )  # fmt: skip
    client.force_login(cast.clerk)
    assert client.get(HERE, {"list": kind.code}).context["count"] == 1
    assert client.get(f"{HERE}{record.pk}/").status_code == 200


def test_lists_cost_the_same(client: Client, cast: Cast, costs: Any) -> None:
    client.force_login(cast.secretary)
    made = iter(range(9))

    def add(count: int) -> None:
        for _each in range(count):
            kind = define(cast, *FIELDS, name=f"Loại {next(made)}")
            enter(cast, kind)
            enter(cast, kind)

    costs(14, add=add, read=lambda: client.get(HERE, {"list": "loai_0"}))


def exported(client: Client, kind: DefinedKind) -> bytes:
    return client.get(f"{HERE}export/", {"list": kind.code}).content


def test_excel_out_and_in_again(client: Client, cast: Cast, kind: DefinedKind) -> None:
    enter(cast, kind)
    enter(cast, kind, {"hinh_thuc_mo_lop": "“Trực tuyến”", "so_hoc_vien": 0}, title="Lớp hai", place="Cà Mau")
    client.force_login(cast.secretary)
    content = exported(client, kind)
    found = previewed(cast, content)
    assert found.outcome["faults"] == []
    assert (found.outcome["counts"]["created"], found.outcome["counts"]["skipped"]) == (0, 2)
    before = set(Defined.objects.values_list("values__so_hoc_vien", "values__hinh_thuc_mo_lop"))
    Defined.objects.all().delete()
    Record.objects.all().delete()
    apply(import_id=previewed(cast, content).pk, by=cast.secretary)
    assert set(Defined.objects.values_list("values__so_hoc_vien", "values__hinh_thuc_mo_lop")) == before
    assert all(row.values == FULL for row in Defined.objects.filter(values__has_key="kinh_phi"))


def test_every_fault_of_every_row(client: Client, cast: Cast, kind: DefinedKind) -> None:
    enter(cast, kind)
    client.force_login(cast.secretary)
    book = openpyxl.load_workbook(io.BytesIO(exported(client, kind)))
    sheet: Any = book.active
    heads = {cell.value: cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    row = heads["Số học viên"].row + 1
    for label, value in (
        ("Số học viên", "ba mươi"), ("Kinh phí", 9_000_000_000_000_001), ("Hình thức mở lớp", "Khác"),
        ("Ngày quyết định mở", "31/02/2019"), ("Có cấp chứng nhận", "chắc là có"), ("Báo cáo viên", "a" * 501),
    ):  # fmt: skip
        sheet.cell(row=row, column=heads[label].column, value=value)
    faults = previewed(cast, saved(book)).outcome["faults"]
    assert {each["heading"]: each["code"] for each in faults} == {
        "Số học viên": "not_a_number", "Kinh phí": "too_big", "Hình thức mở lớp": "unknown_word",
        "Ngày quyết định mở": "not_a_day", "Có cấp chứng nhận": "unknown_word", "Báo cáo viên": "too_long",
    }  # fmt: skip


def test_two_kinds_with_the_same_fields_are_told_apart_by_title(client: Client, cast: Cast, kind: DefinedKind) -> None:
    other = define(cast, *FIELDS, name="Hội thảo")
    enter(cast, other)
    client.force_login(cast.secretary)
    content = exported(client, other)
    assert previewed(cast, content).outcome["sheets"][0]["kind"] == other.code
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet: Any = book.active
    sheet.title, sheet["A1"] = "Sheet1", "Danh sách"
    assert [each["code"] for each in previewed(cast, saved(book)).outcome["faults"]] == ["nothing_known"]
    assert kind.records.count() == 0
