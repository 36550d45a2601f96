"""Defining kinds: who may, what is refused, what changes while records use it, the indicators that follow."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from apps.activities import actions
from apps.activities.actions import FieldWish
from apps.activities.actions.definitions import mark_of_kind
from apps.activities.models import DefinedKind
from apps.activities.tests.kinds import COST, FIELDS, FORM, PAPERS, TEACHER, TRAINEES, VALUES, define, enter
from apps.indicators.models import Indicator
from apps.offices.models import Leadership
from tests.cast import Cast


def kept(kind: DefinedKind, **changes: FieldWish | None) -> list[FieldWish]:
    """The fields as they are, some of them changed (by code) or taken away (None)."""
    found = []
    for each in kind.fields.all():
        same = FieldWish(
            code=each.code, label=each.label, type=each.type, required=each.required, choices=tuple(each.choices),
            unit=each.unit, summed=each.summed,
        )  # fmt: skip
        if changes.get(each.code, same) is not None:
            wish: Any = changes.get(each.code, same)
            found.append(replace(wish, code=each.code))
    return found


def indicators(kind: DefinedKind) -> list[tuple[str, str, str, str]]:
    rows = Indicator.objects.filter(source=f"defined-{kind.pk}").order_by("position")
    return [(row.name, row.aggregation, row.measure, row.unit) for row in rows]


def test_a_kind_is_counted_and_its_sums_as_well(cast: Cast) -> None:
    kind = define(cast, *FIELDS)
    assert kind.code == "tap_huan_nghiep_vu"
    assert indicators(kind) == [
        ("Tập huấn nghiệp vụ", "count", "", "lớp"),
        ("Tập huấn nghiệp vụ: số học viên", "sum", "so_hoc_vien", "người"),
        ("Tập huấn nghiệp vụ: kinh phí", "sum", "kinh_phi", "đồng"),
    ]
    define(cast, *kept(kind, kinh_phi=replace(COST, summed=False)), kind=kind, name="Tập huấn")
    assert [row[0] for row in indicators(kind)] == ["Tập huấn", "Tập huấn: số học viên"]
    kind.refresh_from_db()
    assert kind.code == "tap_huan_nghiep_vu"


def test_only_the_years_secretariat_defines(cast: Cast) -> None:
    for role in ("head", "clerk", "other", "leader", "administrator", "stranger"):
        with pytest.raises(PermissionDenied):
            define(cast, by=cast.people[role])
    for elsewhere in ({"year": 2020}, {"cluster": cast.other_cluster}):
        with pytest.raises(PermissionDenied):
            define(cast, **elsewhere)
    foreign = DefinedKind.objects.create(cluster=cast.other_cluster, code="la", name="Lạ", first_year=2019)
    for write in (actions.end_kind, actions.continue_kind, actions.delete_kind):
        with pytest.raises(PermissionDenied):
            write(kind=foreign, cluster=cast.cluster, year=2019, by=cast.secretary)
    with pytest.raises(PermissionDenied):
        define(cast, kind=foreign)
    with pytest.raises(PermissionDenied):
        enter(cast, foreign, {})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ([replace(TEACHER, label=f"Ô {n}") for n in range(13)], "13"),
        ([replace(TEACHER, label=f"Ô {n}") for n in range(30)], "30"),
        ([TEACHER, replace(TEACHER, label="BAO CAO VIEN")], "BAO CAO VIEN"),
        ([replace(TEACHER, label="Ngày")], "“Ngày”"),
        ([replace(TEACHER, label="ghi chu")], "ghi chu"),
        ([replace(FORM, choices=())], "Hình thức"),
        ([replace(FORM, choices=("Một",))], "Hình thức"),
        ([replace(FORM, choices=("Một", "MOT"))], "Hình thức"),
        ([replace(FORM, choices=("a" * 101, "b"))], "aaa"),
        ([replace(FORM, choices=tuple(f"Từ {n}" for n in range(31)))], "Hình thức"),
        ([replace(TEACHER, summed=True)], "Báo cáo viên"),
    ],
)
def test_a_badly_made_definition_is_refused(cast: Cast, fields: list[FieldWish], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        define(cast, *fields)
    assert not DefinedKind.objects.exists()


def test_twelve_fields_and_hostile_words_are_taken(cast: Cast) -> None:
    words = ("Một, hai", "“Ba” \"bốn\" 'năm'", "a" * 100, "<script>alert(1)</script>", "{{ x }} %s")
    kind = define(cast, replace(FORM, choices=words), *(replace(TEACHER, label=f"Ô {n}") for n in range(11)))
    assert kind.fields.count() == 12
    for word in words:
        enter(cast, kind, {"hinh_thuc_mo_lop": word})
    assert kind.records.count() == 5


@pytest.mark.parametrize("name", ["Tiếp xúc cử tri", "tiep cong dan", "Tập huấn nghiệp vụ"])
def test_a_name_is_one_things(cast: Cast, name: str) -> None:
    define(cast)
    with pytest.raises(ValidationError, match="tên"):
        define(cast, name=name)


@pytest.mark.parametrize(("name", "code"), [("Supervision", "supervision_2"), ("2019", "c_2019"), ("New", "new_2")])
def test_codes_never_stand_for_something_else(cast: Cast, name: str, code: str) -> None:
    assert define(cast, name=name).code == code


def test_two_clusters_may_use_one_name(cast: Cast) -> None:
    DefinedKind.objects.create(
        cluster=cast.other_cluster, code="tap_huan_nghiep_vu", name="Tập huấn nghiệp vụ", first_year=2019
    )
    assert define(cast).code == "tap_huan_nghiep_vu_2"


def test_what_changes_while_records_use_it(cast: Cast) -> None:
    kind = define(cast, *FIELDS)
    enter(cast, kind)
    enter(cast, kind, {})
    for changes, said in (
        ({"so_hoc_vien": replace(TRAINEES, type="money")}, "1 bản ghi"),
        ({"bao_cao_vien": None}, "1 bản ghi"),
        ({"hinh_thuc_mo_lop": replace(FORM, choices=("“Trực tuyến”", "Khác"))}, "Trực tiếp, tập trung"),
        ({"bao_cao_vien": replace(TEACHER, required=True)}, "1 bản ghi"),
    ):
        with pytest.raises(ValidationError, match=said):
            define(cast, *kept(kind, **changes), kind=kind)
    with pytest.raises(ValidationError, match="2 bản ghi"):
        define(cast, *kept(kind), replace(TEACHER, label="Mới", required=True), kind=kind)
    wishes = [
        *reversed(kept(kind, bao_cao_vien=replace(TEACHER, label="Người trình bày"))),
        replace(TEACHER, label="Cơ quan mở lớp"),
    ]
    define(cast, *wishes, kind=kind, definition="Đếm theo lớp.")
    assert [each.label for each in kind.fields.all()][:3] == [
        "Có cấp chứng nhận",
        "Ngày quyết định mở",
        "Người trình bày",
    ]
    define(cast, *kept(kind, hinh_thuc_mo_lop=replace(FORM, choices=(*FORM.choices, "Khác"))), kind=kind)


def test_a_deleted_record_still_holds_its_field(cast: Cast) -> None:
    kind = define(cast, *FIELDS)
    record = enter(cast, kind)
    actions.delete_record(record=record, cluster=cast.cluster, by=cast.secretary)
    with pytest.raises(ValidationError, match="1 bản ghi"):
        define(cast, *kept(kind, bao_cao_vien=None), kind=kind)
    with pytest.raises(ValidationError, match="1 bản ghi"):
        actions.delete_kind(kind=kind, cluster=cast.cluster, year=2019, by=cast.secretary)


def test_a_sum_that_was_stated_stays(cast: Cast) -> None:
    from apps.activities.tests.test_own_indicators import state

    kind = define(cast, *FIELDS)
    state(cast, Indicator.objects.get(source=f"defined-{kind.pk}", measure="so_hoc_vien"), 5)
    for changes in ({"so_hoc_vien": None}, {"so_hoc_vien": replace(TRAINEES, summed=False)}):
        with pytest.raises(ValidationError, match="1"):
            define(cast, *kept(kind, **changes), kind=kind)
    with pytest.raises(ValidationError, match="1"):
        actions.delete_kind(kind=kind, cluster=cast.cluster, year=2019, by=cast.secretary)


def test_two_editors(cast: Cast) -> None:
    kind = define(cast, *FIELDS)
    seen = mark_of_kind(kind)
    define(cast, *kept(kind, co_cap_chung_nhan=replace(PAPERS, label="Cấp chứng chỉ")), kind=kind, seen=seen)
    with pytest.raises(ValidationError) as refused:
        define(cast, *FIELDS, kind=kind, seen=seen)
    assert refused.value.code == "overtaken"


def test_ended_continued_deleted(cast: Cast) -> None:
    kind = define(cast, *FIELDS, last_year=None)
    for _twice in range(2):
        actions.end_kind(kind=kind, cluster=cast.cluster, year=2019, by=cast.secretary)
    assert set(Indicator.objects.filter(source=f"defined-{kind.pk}").values_list("last_year", flat=True)) == {2019}
    Leadership.objects.create(cluster=cast.cluster, year=2020, kind="leader", office=cast.offices["ca-mau"])
    secretary = type(cast.secretary).objects.get(pk=cast.secretary.pk)
    for _twice in range(2):
        actions.continue_kind(kind=kind, cluster=cast.cluster, year=2020, by=secretary)
    assert set(Indicator.objects.filter(source=f"defined-{kind.pk}").values_list("last_year", flat=True)) == {2020}
    actions.delete_kind(kind=kind, cluster=cast.cluster, year=2019, by=cast.secretary)
    assert not Indicator.objects.filter(source=f"defined-{kind.pk}").exists()


def sent(*lines: dict[str, str], **changes: str) -> dict[str, str]:
    data = {**{name: str(VALUES[name]) for name in ("name", "unit", "definition", "place")}, "years": "year"}
    data |= {"fields-TOTAL_FORMS": str(len(lines)), "fields-INITIAL_FORMS": "0", **changes}
    return data | {f"fields-{n}-{name}": value for n, line in enumerate(lines) for name, value in line.items()}


def test_the_page_through_the_browser(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    here = "/c/cum-9/calendar/2019/own/"
    line = {"label": "Số học viên", "type": "number", "unit": "người", "summed": "on", "place": "2"}
    choice = {"label": "Hình thức mở lớp", "type": "choice", "choices": "Một, hai\n\n “Ba” \n", "place": "1"}
    for data in (sent(line, name=""), sent(*[line] * 13), sent(line, line), sent({**line, "type": "x"})):
        answer = client.post(f"{here}kinds/new/", data)
        assert answer.status_code == 422
        assert "Số học viên" in answer.content.decode()
    assert client.post(f"{here}kinds/new/", sent(line, choice, {"type": "text"}))["Location"] == here
    kind = DefinedKind.objects.get()
    assert [(each.label, each.choices) for each in kind.fields.all()] == [
        ("Hình thức mở lớp", ["Một, hai", "“Ba”"]),
        ("Số học viên", []),
    ]
    page = client.get(here).content.decode()
    assert "Tập huấn nghiệp vụ" in page
    assert client.get(f"{here}kinds/{kind.code}/").status_code == 200
    client.post(f"{here}kinds/{kind.code}/delete/")
    assert not DefinedKind.objects.exists()


def test_a_kind_costs_nothing(client: Client, cast: Cast, costs: Any) -> None:
    client.force_login(cast.secretary)
    made = iter(range(9))

    def add(count: int) -> None:
        for _each in range(count):
            define(cast, *FIELDS, name=f"Loại {next(made)}")

    costs(18, add=add, read=lambda: client.get("/c/cum-9/calendar/2019/own/"))
