"""What stands in the grid: values, what is locked and why, what looks wrong, totals, groups; at a constant cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from apps.activities.tests.factories import SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.grids import BY_MONTHS, H1, HERE, MARCH, cell, page, state
from apps.campaigns.models import Period
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.offices.models import Membership
from tests.cast import Cast

APRIL, YEAR = ("2019-04-01", "2019-04-30"), ("2019-01-01", "2019-12-31")
MONTHS = f"{BY_MONTHS}&group=all"


def show(client: Client, user: Any) -> Client:
    client.force_login(user)
    return client


def direct(cast: Cast, code: str, **more: Any) -> Indicator:
    return Indicator.objects.create(
        code=code, cluster=cast.cluster, name=f"Chỉ tiêu {code}", short_name=code, unit="lần", position=999,
        aggregation=Aggregation.DIRECT, **{"first_year": 2018, **more},
    )  # fmt: skip


# States --------------------------------------------------------------------------------------------------------------
def test_missing_none_zero_and_value_are_four_things(client: Client, cast: Cast) -> None:
    for code, value in (("gifts", None), ("surveys", 0), ("voters", 1200)):
        state(code, cast.office, value, note="ước tính", status="estimated", created_by=cast.head)
    cells = page(show(client, cast.secretary))["cells"]
    told = {
        code: tuple(cells[f"bac-lieu|{code}"][name] for name in ("state", "value", "text", "locked"))
        for code in ("gifts", "surveys", "voters", "headcount")
    }
    assert told == {
        "gifts": ("none", None, "–", ""), "surveys": ("value", 0, "0", ""),
        "voters": ("value", 1200, "1.200", ""), "headcount": ("missing", None, "", ""),
    }  # fmt: skip
    found = cells["bac-lieu|voters"]
    assert (found["note"], found["status"], found["who"]) == ("ước tính", "estimated", "Trần Thị Thí Dụ")
    assert (found["from"], found["to"]) == H1
    assert found["seen"]


def test_what_records_count_is_locked_with_a_way_to_them(client: Client, cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, voters=120)
    VoterMeetingFactory(record__office=cast.office, voters=80)
    cells = page(show(client, cast.secretary))["cells"]
    count, amount = cells["bac-lieu|voter_meetings"], cells["bac-lieu|voters"]
    assert (count["value"], count["locked"]) == (2, "Đếm từ 2 bản ghi")
    assert (amount["value"], amount["locked"]) == (200, "Cộng từ các bản ghi: 200 lượt")
    assert count["url"] == "/c/cum-9/2019H1/figures/voter_meetings/?office=bac-lieu"
    # No record carries opinions, so they may be stated; another office counts nothing.
    assert cells["bac-lieu|opinions"]["locked"] == ""
    assert cells["hau-giang|voters"]["locked"] == cells["hau-giang|voters"]["url"] == ""


def test_what_differs_from_the_records_is_flagged(client: Client, cast: Cast) -> None:
    VoterMeetingFactory(record__office=cast.office, voters=120)
    state("voters", cast.office, 150)
    found = cell(show(client, cast.clerk), "bac-lieu|voters", "by=offices&group=all")
    assert (found["value"], found["flag"]) == (120, "Văn phòng báo cáo 150, bản ghi cho 120.")


# One figure, one place -----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("span", "locked", "open_"),
    [
        (H1, ["2019-01", "2019-03", "2019-06"], ["whole"]),
        (MARCH, ["whole"], ["2019-01", "2019-03", "2019-06"]),
        (("2019-03-01", "2019-04-30"), ["2019-03", "2019-04", "whole"], ["2019-02", "2019-05"]),
        (YEAR, ["2019-01", "2019-03", "whole"], []),
    ],
)
def test_spans_that_overlap_lock_each_other(
    client: Client, cast: Cast, span: tuple[str, str], locked: list[str], open_: list[str]
) -> None:
    state("headcount", cast.office, 13, span)
    cells = page(show(client, cast.clerk), MONTHS)["cells"]
    assert [cells[f"headcount|{each}"]["locked"] != "" for each in locked] == [True] * len(locked)
    assert [cells[f"headcount|{each}"]["locked"] for each in open_] == [""] * len(open_)


def test_a_lock_says_where_the_other_figure_stands(client: Client, cast: Cast) -> None:
    state("gifts", cast.office, 5, MARCH)
    state("gifts", cast.office, None, APRIL)
    cells = page(show(client, cast.clerk), MONTHS)["cells"]
    assert cells["gifts|whole"]["locked"].startswith("Đã nhập cho 03/2019: 5; 04/2019: –.")
    assert cells["gifts|whole"]["value"] == 5  # the months add up
    assert cell(show(client, cast.secretary), "bac-lieu|gifts")["locked"].startswith("Đã nhập cho 03/2019: 5")


def test_a_month_counts_its_own_records(client: Client, cast: Cast) -> None:
    SupervisionFactory(record__office=cast.office, record__starts_on=date(2019, 3, 31))
    state("supervisions", cast.office, 4, APRIL)
    cells = page(show(client, cast.clerk), MONTHS)["cells"]
    told = {key: (cells[f"supervisions|{key}"]["value"], bool(cells[f"supervisions|{key}"]["locked"])) for key in
            ("2019-02", "2019-03", "2019-04", "whole")}  # fmt: skip
    assert told == {"2019-02": (None, False), "2019-03": (1, True), "2019-04": (4, False), "whole": (5, True)}


def test_a_year_is_read_only_and_says_where_to_enter(client: Client, cast: Cast) -> None:
    state("headcount", cast.office, 13)
    data = page(show(client, cast.secretary), "group=all", "2019")
    assert data["read_only"] is True
    assert data["cells"]["bac-lieu|headcount"]["value"] == 13
    assert all("Hãy nhập ở kỳ 6 tháng" in each["locked"] for each in data["cells"].values())


def test_an_office_states_nothing_for_days_on_which_it_is_no_member(client: Client, cast: Cast) -> None:
    Membership.objects.filter(office=cast.office).update(valid_to=date(2019, 4, 15))
    cells = page(show(client, cast.clerk), MONTHS)["cells"]
    assert cells["headcount|2019-03"]["locked"] == ""
    assert cells["headcount|2019-04"]["locked"] == "Không là thành viên của Cụm vào ngày 30/04/2019"
    assert cells["headcount|whole"]["locked"] == "Không là thành viên của Cụm vào ngày 30/06/2019"


# What looks wrong ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("stated", "flagged"),
    [
        ({"opinions": 120, "opinions_province": 128}, {"opinions_province": "(128 > 120)"}),
        ({"opinions": 120, "opinions_province": 120}, {}),
        ({"opinions_province": 128}, {}),  # the whole is not known
        ({"opinions": None, "opinions_province": 1}, {"opinions_province": "(1 > 0)"}),
        (
            {"opinions": 100, "opinions_province": 60, "opinions_centre": 41},
            {"opinions_province": "(101 > 100)", "opinions_centre": "(101 > 100)"},
        ),
        ({"opinions_province": 5, "opinions_answered": 6}, {"opinions_answered": "(6 > 5)"}),
        ({"headcount": 12, "registered": 13}, {"registered": "(13 > 12)"}),
        ({"registered": 12, "registered_ldtt": 13}, {"registered_ldtt": "(13 > 12)"}),
    ],
)
def test_a_part_above_its_whole_is_flagged(
    client: Client, cast: Cast, stated: dict[str, int | None], flagged: dict[str, str]
) -> None:
    for code, value in stated.items():
        state(code, cast.office, value)
    cells = page(show(client, cast.secretary))["cells"]
    found = {each["indicator"]: each["flag"] for each in cells.values() if each["flag"]}
    assert found.keys() == flagged.keys()
    assert all(words in found[code] for code, words in flagged.items())


def test_a_part_is_flagged_where_its_whole_is_not_on_the_page(client: Client, cast: Cast) -> None:
    direct(cast, "whole-thing", definition="Tổng")
    direct(cast, "part-thing", definition="Phần", parent=Indicator.objects.get(code="whole-thing"))
    state("whole-thing", cast.office, 3)
    state("part-thing", cast.office, 4)
    assert "(4 > 3)" in cell(show(client, cast.secretary), "bac-lieu|part-thing", "group=cluster")["flag"]


# Rows, columns, totals -----------------------------------------------------------------------------------------------
def test_the_secretariat_has_all_offices_and_the_clusters_own_line(client: Client, cast: Cast) -> None:
    rows = [row["id"] for row in page(show(client, cast.secretary), "")["rows"]]
    assert rows == ["ca-mau", "kien-giang", "can-tho", "bac-lieu", "soc-trang", "hau-giang", "own"]


def test_an_office_begins_with_its_own_months(client: Client, cast: Cast) -> None:
    data = page(show(client, cast.clerk), "")
    assert (data["by"], [column["id"] for column in data["columns"]][-2:]) == ("months", ["2019-06", "whole"])
    assert {each["office"] for each in data["cells"].values()} == {"bac-lieu"}
    assert data["totals"] == {}


def test_a_clerk_sees_the_line_of_the_own_office_alone(client: Client, cast: Cast) -> None:
    state("voters", cast.other_office, 987654)
    Period.objects.filter(pk=cast.first_half.pk).update(published_on=date(2019, 7, 10))
    text = show(client, cast.clerk).get(f"{HERE}?by=offices&group=all").text
    assert [row["id"] for row in page(client, "by=offices")["rows"]] == ["bac-lieu"]
    assert "hau-giang" not in text.partition('id="grid-data"')[2]


def test_totals_say_who_is_missing(client: Client, cast: Cast) -> None:
    for office in list(cast.offices.values())[:4]:
        state("voters", office, 1000)
    secretary = page(show(client, cast.secretary))["totals"]
    assert secretary["voters"] == {"text": "4.000*", "note": "còn 2 văn phòng chưa báo cáo: Sóc Trăng, Hậu Giang"}
    assert secretary["gifts"]["text"] == ""
    # A clerk learns the cluster's figure, not who else is late.
    assert page(show(client, cast.clerk), "by=offices&group=all")["totals"]["voters"] == {
        "text": "4.000*", "note": "còn 2 văn phòng chưa báo cáo",
    }  # fmt: skip


def test_groups_hold_headings_parts_and_the_clusters_own(client: Client, cast: Cast) -> None:
    direct(cast, "trees-planted", definition="Cây đã trồng")
    Indicator.objects.create(
        code="foreign", cluster=cast.other_cluster, name="Của cụm khác", short_name="Khác", unit="lần",
        definition="x", aggregation=Aggregation.DIRECT, first_year=2019,
    )  # fmt: skip
    columns = {
        group: [column["id"] for column in page(show(client, cast.secretary), f"group={group}")["columns"]]
        for group in ("main", "opinions", "cluster", "all")
    }
    assert columns["opinions"] == [
        "opinions", "opinions_centre", "opinions_province", "opinions_on_spot", "opinions_answered",
    ]  # fmt: skip
    assert columns["cluster"] == ["trees-planted"]
    assert {"supervisions", "trees-planted"} <= set(columns["main"])
    assert not {"opinions_centre", "surveys"} & set(columns["main"])
    assert not {"registration_rate", "draft_laws", "foreign"} & set(columns["all"])


def test_indicators_that_ended_are_not_offered(client: Client, cast: Cast) -> None:
    direct(cast, "former", definition="Đã thôi", last_year=2018)
    assert "own|former" not in page(show(client, cast.secretary))["cells"]


# The page, the workbook, the cost ------------------------------------------------------------------------------------
def test_the_page_can_be_read_without_a_script(client: Client, cast: Cast) -> None:
    state("voters", cast.office, 1200)
    text = show(client, cast.secretary).get(HERE).text.partition('id="grid-data"')[0]
    assert "1.200" in text
    assert "1.200*" in text
    assert "Hậu Giang" in text


def test_the_workbook_holds_the_same_table(client: Client, cast: Cast) -> None:
    from python_calamine import CalamineWorkbook

    state("voters", cast.office, 1200)
    state("gifts", cast.office, None)
    answer = show(client, cast.secretary).get(f"{HERE}export/?group=all")
    rows = CalamineWorkbook.from_filelike(__import__("io").BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    headings = rows[3]
    line = next(row for row in rows if row[1] == "Bạc Liêu")
    assert line[headings.index("Lượt cử tri (lượt)")] == 1200
    assert line[headings.index("Phần quà (phần quà)")] == "–"
    assert line[headings.index("Số người (người)")] == ""
    assert rows[-1][headings.index("Lượt cử tri (lượt)")] == "1.200*"


@pytest.mark.parametrize(("query", "queries"), [("group=all", 14), (MONTHS, 14)])
def test_the_grid_costs_the_same_however_much_stands_in_it(
    client: Client, cast: Cast, costs: Callable[..., None], query: str, queries: int
) -> None:
    show(client, cast.secretary)
    codes = iter(("voters", "gifts", "headcount"))

    def add(number: int) -> None:
        for _ in range(number):
            VoterMeetingFactory(record__office=cast.office)
            state(next(codes), cast.office, 1, MARCH, created_by=cast.clerk)

    costs(queries, add=add, read=lambda: client.get(f"{HERE}?{query}"))
