"""Indicators that a cluster defines for itself: by its secretariat, for a year, told apart by name, kept once used."""

from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from apps.activities import actions
from apps.activities.actions.own_indicators import code_for, mark_of
from apps.activities.imports import apply
from apps.activities.models import DirectFigure
from apps.activities.tests.factories import OwnIndicatorFactory
from apps.activities.tests.workbooks import previewed, saved
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from apps.offices.models import Leadership
from tests.cast import Cast

PORTAL = "Tin, bài đăng trên Cổng thông tin"
YEAR = Window(date(2019, 1, 1), date(2019, 12, 31))
VALUES = {
    "name": PORTAL, "short_name": "Tin, bài", "unit": "tin, bài", "definition": "Đã đăng.", "parent": None,
    "place": 1, "last_year": 2019,
}  # fmt: skip


def define(cast: Cast, **changes: Any) -> Indicator:
    by, cluster = changes.pop("by", cast.secretary), changes.pop("cluster", cast.cluster)
    year, row, seen = changes.pop("year", 2019), changes.pop("indicator", None), changes.pop("seen", "")
    return actions.save_own_indicator(
        indicator=row, cluster=cluster, year=year, values={**VALUES, **changes}, seen=seen, by=by
    )


def state(cast: Cast, indicator: Indicator, value: int | None, office: str = "bac-lieu") -> DirectFigure:
    return actions.state_figure(
        indicator=indicator, cluster=cast.cluster, office=cast.offices[office], starts_on=date(2019, 1, 1),
        ends_on=date(2019, 6, 30), value=value, by=cast.secretary,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        (PORTAL, (), "tin_bai_dang_tren_cong_thong_tin"),
        ("Đơn thư", (), "don_thu"),
        ("Đơn thư", ("don_thu",), "don_thu_2"),
        ("Đơn thư", ("don_thu", "don_thu_2"), "don_thu_3"),
        ("2019", (), "c_2019"),
        ("“”!?", (), "c"),
        ("a" * 200, (), "a" * 40),
        ("a" * 200, ("a" * 40,), "a" * 38 + "_2"),
    ],
)
def test_codes_are_made_from_names(name: str, taken: tuple[str, ...], code: str) -> None:
    assert code_for(name, taken) == code


def test_only_the_years_secretariat_defines(cast: Cast) -> None:
    for role in ("head", "clerk", "other", "leader", "administrator", "stranger"):
        with pytest.raises(PermissionDenied):
            define(cast, by=cast.people[role])
    for elsewhere in ({"year": 2020}, {"cluster": cast.other_cluster}):
        with pytest.raises(PermissionDenied):
            define(cast, **elsewhere)
    foreign: Any = OwnIndicatorFactory(cluster=cast.other_cluster)
    common = Indicator.objects.get(code="voter_meetings")
    for row in (foreign, common):
        with pytest.raises(PermissionDenied):
            define(cast, indicator=row)
        with pytest.raises(PermissionDenied):
            actions.delete_own_indicator(indicator=row, cluster=cast.cluster, year=2019, by=cast.secretary)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "tiếp xúc CỬ TRI"}, "name"),  # a common indicator's
        ({"short_name": "Tiếp công dân"}, "short_name"),
        ({"name": PORTAL}, "name"),
        ({"name": "TIN, BAI"}, "name"),  # another's short name, however it is typed
    ],
)
def test_a_name_is_one_indicators(cast: Cast, changes: dict[str, str], field: str) -> None:
    define(cast)
    with pytest.raises(ValidationError) as refused:
        define(cast, **{"name": "Khác", "short_name": "Khác", **changes})
    assert set(refused.value.message_dict) == {field}


def test_the_same_name_in_two_clusters_has_two_codes(cast: Cast) -> None:
    OwnIndicatorFactory(cluster=cast.other_cluster, code="tin_bai_dang_tren_cong_thong_tin", name=PORTAL)
    assert define(cast).code == "tin_bai_dang_tren_cong_thong_tin_2"


def test_the_database_keeps_names_and_years(cast: Cast) -> None:
    OwnIndicatorFactory(cluster=cast.cluster, name="Đơn thư")
    OwnIndicatorFactory(cluster=cast.other_cluster, name="Đơn thư")
    for name, changes in (
        ("indicator_name_once_a_cluster", {"name": "don thu"}),
        ("indicator_own_from_a_year", {"first_year": None}),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            OwnIndicatorFactory(cluster=cast.cluster, **changes)


def test_two_editors(cast: Cast) -> None:
    row = define(cast)
    seen = mark_of(row)
    define(cast, indicator=row, unit="bài", seen=seen)
    with pytest.raises(ValidationError, match="người khác"):
        define(cast, indicator=row, unit="tin", seen=seen)
    row.refresh_from_db()
    assert row.unit == "bài"


def test_parts_have_no_parts(cast: Cast) -> None:
    whole = define(cast)
    part = define(cast, name="Tin", short_name="Tin", parent=whole)
    with pytest.raises(ValidationError) as refused:
        define(cast, name="Nhỏ hơn", short_name="Nhỏ hơn", parent=part)
    assert "parent" in refused.value.message_dict
    with pytest.raises(ValidationError):
        define(cast, indicator=whole, parent=whole)
    with pytest.raises(PermissionDenied):
        define(cast, name="x", short_name="x", parent=OwnIndicatorFactory(cluster=cast.other_cluster))
    with pytest.raises(ValidationError, match="Tin"):
        actions.delete_own_indicator(indicator=whole, cluster=cast.cluster, year=2019, by=cast.secretary)


def test_in_use_in_its_years_only(cast: Cast) -> None:
    row = define(cast)

    def years() -> list[int]:
        catalogue = Indicator.objects
        return [year for year in range(2018, 2023) if row in catalogue.for_cluster(cast.cluster, year)]

    assert years() == [2019]
    assert row not in Indicator.objects.for_cluster(cast.other_cluster, 2019)
    Leadership.objects.create(cluster=cast.cluster, year=2020, kind="leader", office=cast.offices["ca-mau"])
    secretary = type(cast.secretary).objects.get(pk=cast.secretary.pk)
    for _twice in range(2):
        actions.continue_own_indicator(indicator=row, cluster=cast.cluster, year=2020, by=secretary)
        assert years() == [2019, 2020]
    define(cast, indicator=row, last_year=None)
    assert years() == [2019, 2020, 2021, 2022]
    for _twice in range(2):
        actions.end_own_indicator(indicator=row, cluster=cast.cluster, year=2019, by=cast.secretary)
        assert years() == [2019]


def test_what_was_used_is_ended_not_deleted(cast: Cast) -> None:
    row = define(cast)
    figure = state(cast, row, 7)
    actions.withdraw_figure(figure=figure, cluster=cast.cluster, by=cast.secretary)
    with pytest.raises(ValidationError, match="1 số liệu"):
        actions.delete_own_indicator(indicator=row, cluster=cast.cluster, year=2019, by=cast.secretary)
    unused = define(cast, name="Chưa dùng", short_name="Chưa dùng")
    actions.delete_own_indicator(indicator=unused, cluster=cast.cluster, year=2019, by=cast.secretary)
    assert not Indicator.objects.filter(pk=unused.pk).exists()


def test_the_page_through_the_browser(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    here = "/c/cum-9/calendar/2019/own/"
    assert here in client.get("/c/cum-9/calendar/2019/").content.decode()
    sent = {**{k: v for k, v in VALUES.items() if k not in {"parent", "last_year"}}, "parent": "", "years": "year"}
    bad = client.post(f"{here}indicators/new/", {**sent, "name": "", "place": "100"})
    assert bad.status_code == 422
    assert set(bad.context["form"].errors) == {"name", "place"}
    assert client.post(f"{here}indicators/new/", sent)["Location"] == here
    row = Indicator.objects.get(name=PORTAL)
    assert (row.first_year, row.last_year, row.position, row.aggregation) == (2019, 2019, 10_001, "direct")
    state(cast, row, 7)
    answer = client.post(f"{here}indicators/{row.code}/delete/", follow=True)
    assert "1 số liệu" in answer.content.decode()
    for reader, sees in ((cast.clerk, 200), (cast.leader, 200), (cast.stranger, 404)):
        client.force_login(reader)
        answer = client.get(here)
        assert answer.status_code == sees
        assert b"/delete/" not in answer.content


def test_an_own_indicator_costs_nothing(client: Client, cast: Cast, costs: Any) -> None:
    client.force_login(cast.secretary)

    def add(count: int) -> None:
        OwnIndicatorFactory.create_batch(count, cluster=cast.cluster)

    costs(16, add=add, read=lambda: client.get("/c/cum-9/calendar/2019/own/"))


def test_stating_it(client: Client, cast: Cast) -> None:
    row = define(cast)
    client.force_login(cast.clerk)
    form = client.get("/c/cum-9/2019H1/stated/").context["form"]
    data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, False)}
    client.post("/c/cum-9/2019H1/stated/", {**data, f"value_{row.code}": "1.200"})
    assert DirectFigure.objects.get(indicator=row).value == 1200
    offices = [each.pk for each in cast.offices.values()]
    found = figures([row], cluster=cast.cluster, offices=offices, windows=[YEAR])
    assert found.total(row.code).value == 1200
    assert len(found.total(row.code).missing) == 5


def book(*rows: tuple[str | int | None, ...]) -> bytes:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    return saved(made)


@pytest.mark.parametrize(
    "heading", [PORTAL, "Tin, bài", "TIN BÀI", f"{PORTAL} (tin, bài)"], ids=["name", "short", "folded", "unit"]
)
def test_an_import_knows_its_heading(cast: Cast, heading: str) -> None:
    row = define(cast)
    content = book(("STT", "Đơn vị", heading), (1, "Bạc Liêu", "1.200"), (2, "Cà Mau", "-"), (3, "Cần Thơ", None))
    found = previewed(cast, content)
    assert found.outcome["faults"] == []
    apply(import_id=found.pk, by=cast.secretary)
    stated = dict(DirectFigure.objects.filter(indicator=row).values_list("office__code", "value"))
    assert stated == {"bac-lieu": 1200, "ca-mau": None}


def test_an_import_knows_it_beside_common_ones(cast: Cast) -> None:
    row = define(cast)
    heads = ("Đơn vị", "Giám sát KNTC", "Số cuộc khảo sát", "Số lượt tiếp công dân", "Tin, bài")
    found = previewed(cast, book(heads, ("Bạc Liêu", 1, 2, 3, 4), ("Cà Mau", 1, 2, 3, "bốn")))
    assert [(each["code"], each["value"]) for each in found.outcome["faults"]] == [("not_a_number", "bốn")]
    found = previewed(cast, book(heads, ("Bạc Liêu", 1, 2, 3, 4)))
    assert {each["code"]: each["value"] for each in found.outcome["figures"]}[row.code] == 4
    assert {each["code"] for each in found.outcome["warnings"]} <= {"missing_optional"}


def test_another_clusters_heading_is_unknown(cast: Cast) -> None:
    OwnIndicatorFactory(cluster=cast.other_cluster, name=PORTAL, short_name="Tin, bài")
    found = previewed(cast, book(("STT", "Đơn vị", PORTAL), (1, "Bạc Liêu", 5)))
    assert [each["code"] for each in found.outcome["faults"]] == ["nothing_known"]
