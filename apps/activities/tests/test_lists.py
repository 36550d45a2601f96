"""Lists: what is filtered, found, sorted, counted and exported; and what they never give away."""

import io
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from django.test import Client

from apps.activities import actions
from apps.activities.enums import Kind
from apps.activities.models import Record
from apps.activities.sources import amount_in
from apps.activities.tests.factories import (
    DraftLawFactory,
    ExperienceFactory,
    LawConsultationFactory,
    SupervisionFactory,
    VoterMeetingFactory,
)
from apps.activities.tests.test_pages import HERE
from apps.campaigns.models import AssemblySession
from apps.indicators.models import Indicator
from apps.offices.models import Membership
from tests.cast import Cast


def titles(client: Client, **query: str) -> list[str]:
    return [line.title for line in client.get(HERE, query).context["lines"]]


def sheet_of(client: Client, **query: str) -> Any:
    content = client.get(f"{HERE}export/", query).content
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.fixture
def three(cast: Cast) -> None:
    """Own, another's and the cluster's."""
    SupervisionFactory(record__office=cast.office, record__title="Thi hành án dân sự", bodies=3)
    SupervisionFactory(record__office=cast.other_office, record__title="Đầu tư công", kind="complaints", bodies=40)
    SupervisionFactory(record__cluster=cast.cluster, record__title="Việc chung", record__place="Hà Tiên")


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"Thi hành án dân sự", "Đầu tư công", "Việc chung"}),
        ({"office": "hau-giang"}, {"Đầu tư công"}),
        ({"office": "own"}, {"Việc chung"}),
        ({"office": "nonsense"}, {"Thi hành án dân sự", "Đầu tư công", "Việc chung"}),
        ({"kind": "complaints"}, {"Đầu tư công"}),
        ({"q": "dau tu"}, {"Đầu tư công"}),
        ({"q": "DÂN thi"}, {"Thi hành án dân sự"}),
        ({"q": "ha tien"}, {"Việc chung"}),
        ({"q": "100%_"}, set()),
        ({"deleted": "on"}, set()),
    ],
)
def test_filters_and_search(client: Client, cast: Cast, query: dict[str, str], expected: set[str]) -> None:
    client.force_login(cast.secretary)
    assert set(titles(client, **query)) == expected


@pytest.mark.parametrize(
    ("query", "is_open"), [({}, False), ({"q": "luật"}, False), ({"office": "hau-giang"}, True), ({"kind": "x"}, False)]
)
def test_filters_other_than_the_search_are_folded_until_one_is_set(
    client: Client, cast: Cast, query: dict[str, str], is_open: bool
) -> None:
    client.force_login(cast.secretary)
    page = client.get(HERE, query).content.decode()
    assert ('<details class="filter-more" open>' in page) is is_open
    assert ('<details class="filter-more">' in page) is not is_open


@pytest.mark.parametrize("name", ["office", "kind", "conference"])
def test_an_unknown_value_of_a_filter_is_no_error(client: Client, cast: Cast, name: str) -> None:
    client.force_login(cast.secretary)
    answer = client.get(HERE, {name: "khong-co"})
    assert answer.status_code == 200
    for words in ("Chưa lưu", "is-invalid", "error-summary", "Bỏ lọc"):
        assert words not in answer.content.decode()


def test_meetings_around_an_extraordinary_session_are_filtered(client: Client, cast: Cast) -> None:
    extra = AssemblySession.objects.create(term=cast.session.term, kind="extraordinary", number=9)
    for title, session in (("Thường lệ", cast.session), ("Bất thường", extra)):
        VoterMeetingFactory(record__office=cast.office, record__title=title, session=session, phase="before")
    VoterMeetingFactory(record__office=cast.office, record__title="Ngoài kỳ họp")
    client.force_login(cast.clerk)
    assert titles(client, list="voter_meeting", session_kind="extraordinary") == ["Bất thường"]
    assert titles(client, list="voter_meeting", session_kind="regular") == ["Thường lệ"]
    rows = list(sheet_of(client, list="voter_meeting", session_kind="extraordinary").values)
    assert any("Trước Kỳ họp bất thường lần thứ 9" in row for row in rows)
    counted = Indicator(source="voter_meeting", aggregation="count", filters={"session_kind": ["extraordinary"]})
    amounts = [amount_in(counted, row) for row in Record.objects.with_details().order_by("pk")]
    assert amounts == [None, 1, None]


def test_search_reads_draft_laws_and_contents(client: Client, cast: Cast) -> None:
    LawConsultationFactory(record__office=cast.office, draft=DraftLawFactory(name="Luật Giáo dục (sửa đổi)"))
    ExperienceFactory(record__office=cast.office, summary="Chọn thành phần để giải đáp ngay")
    client.force_login(cast.clerk)
    assert titles(client, list="law_consultation", q="giao duc") == ["Luật Giáo dục (sửa đổi)"]
    assert len(titles(client, list="experience", q="thanh phan")) == 1
    assert titles(client, list="experience", q="giao duc") == []


def test_what_belongs_to_a_conference_is_filtered(client: Client, cast: Cast) -> None:
    SupervisionFactory(record__office=cast.office, record__title="Ngoài")
    SupervisionFactory(
        record__office=cast.office, record__title="Tại hội nghị", record__conference=cast.conference,
        record__starts_on=date(2019, 7, 5), record__counted_on=date(2019, 6, 30),
    )  # fmt: skip
    client.force_login(cast.clerk)
    assert titles(client, conference=str(cast.conference.pk)) == ["Tại hội nghị"]


@pytest.mark.usefixtures("three")
def test_sorting_by_column_and_by_the_clusters_own_order(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    assert titles(client, sort="owner") == ["Thi hành án dân sự", "Đầu tư công", "Việc chung"]
    assert titles(client, sort="-owner") == ["Việc chung", "Đầu tư công", "Thi hành án dân sự"]
    assert titles(client, sort="title")[0] == "Đầu tư công"
    assert titles(client, sort="-bodies")[:2] == ["Đầu tư công", "Thi hành án dân sự"]
    assert len(titles(client, sort="office__telephone")) == 3


@pytest.mark.usefixtures("three")
def test_nothing_gives_another_office_away(client: Client, cast: Cast) -> None:
    """Rows, counts on tabs, totals, search, sorting, deleted ones, the workbook, the address of the record itself."""
    hidden = Record.objects.get(title="Đầu tư công")
    for deleted in (False, True):
        if deleted:
            actions.delete_record(record=hidden, cluster=cast.cluster, by=cast.other)
        client.force_login(cast.clerk)
        for query in ({}, {"q": "đầu tư"}, {"office": "hau-giang"}, {"sort": "-bodies"}, {"deleted": "on"}):
            page = client.get(HERE, query)
            assert "Đầu tư công" not in page.content.decode()
            tab = page.context["tabs"][0]
            assert tab.count == str(page.context["count"])
            assert all(cell.text != "43" for cell in page.context["totals"])
            words = [str(cell.value) for row in sheet_of(client, **query).iter_rows() for cell in row]
            assert "Đầu tư công" not in words
        assert titles(client) == ["Việc chung", "Thi hành án dân sự"]
        for place in ("", "edit/"):
            assert client.get(f"{HERE}{hidden.pk}/{place}").status_code == 404
    for place in ("delete/", "restore/"):
        assert client.post(f"{HERE}{hidden.pk}/{place}").status_code == 404


@pytest.mark.usefixtures("three")
def test_after_the_report_the_others_are_read_but_not_their_deleted_ones(client: Client, cast: Cast) -> None:
    cast.first_half.published_on = date(2019, 7, 10)
    cast.first_half.save()
    client.force_login(cast.clerk)
    assert len(titles(client)) == 3
    other = Record.objects.get(title="Đầu tư công")
    assert client.get(f"{HERE}{other.pk}/edit/").status_code == 403
    actions.delete_record(record=other, cluster=cast.cluster, by=cast.other)
    assert len(titles(client)) == 2
    assert titles(client, deleted="on") == []
    assert client.get(f"{HERE}{other.pk}/").status_code == 404


@pytest.mark.usefixtures("three")
def test_leaders_read_all_of_their_cluster_and_nothing_beyond(client: Client, cast: Cast) -> None:
    foreign: Any = SupervisionFactory(record__office=cast.foreign_office, record__title="Nơi khác")
    client.force_login(cast.leader)
    assert len(titles(client)) == 3
    assert client.get(f"{HERE}{foreign.record.pk}/").status_code == 404
    for user in (cast.secretary, cast.clerk):
        assert not Record.objects.visible_to(user, cast.cluster).filter(pk=foreign.record.pk).exists()


def test_rows_count_only_while_their_office_is_a_member(client: Client, cast: Cast) -> None:
    Membership.objects.filter(office=cast.office).update(valid_to=date(2019, 3, 31))
    SupervisionFactory(record__office=cast.office, record__title="Trong", record__starts_on=date(2019, 3, 31))
    SupervisionFactory(record__office=cast.office, record__title="Ngoài", record__starts_on=date(2019, 4, 1))
    client.force_login(cast.secretary)
    assert titles(client) == ["Trong"]


def test_paging_counts_all_and_shows_fifty(client: Client, cast: Cast) -> None:
    for _ in range(51):
        SupervisionFactory(record__office=cast.office, bodies=1)
    client.force_login(cast.clerk)
    page = client.get(HERE, {"page": "2"})
    assert (page.context["count"], len(page.context["lines"])) == (51, 1)
    assert [cell.text for cell in page.context["totals"] if cell.text] == ["51"]
    assert len(client.get(HERE, {"page": "nonsense"}).context["lines"]) == 50


def test_the_workbook_has_days_numbers_and_no_formulas(client: Client, cast: Cast) -> None:
    SupervisionFactory(record__office=cast.office, record__title="=HYPERLINK(1)", record__note="+84", bodies=1200)
    client.force_login(cast.clerk)
    sheet = sheet_of(client)
    headings = [cell.value for cell in sheet[4]]
    row = dict(zip(headings, sheet[5], strict=True))
    assert headings[:4] == ["STT", "Văn phòng", "Ngày", "Ngày kết thúc"]
    assert row["Văn phòng"].value == "Văn phòng Đoàn ĐBQH tỉnh Bạc Liêu"
    assert (row["Ngày"].value, row["Ngày"].number_format) == (datetime(2019, 3, 1), "dd/mm/yyyy")  # noqa: DTZ001
    bodies = row["Số cơ quan, đơn vị chịu sự giám sát"]
    assert (bodies.value, bodies.data_type) == (1200, "n")
    for name, words in (("Chuyên đề", "=HYPERLINK(1)"), ("Ghi chú", "+84")):
        assert (row[name].value, row[name].data_type, row[name].quotePrefix) == (words, "s", True)
    assert sheet.freeze_panes == "C5"


@pytest.mark.parametrize(
    ("kind", "factory", "queries"),
    [(Kind.SUPERVISION, SupervisionFactory, 13), (Kind.VOTER_MEETING, VoterMeetingFactory, 13),
     (Kind.LAW_CONSULTATION, LawConsultationFactory, 13), (Kind.EXPERIENCE, ExperienceFactory, 13)],
)  # fmt: skip
def test_a_list_costs_the_same_however_long(
    client: Client, cast: Cast, costs: Callable[..., None], kind: str, factory: Any, queries: int
) -> None:
    """Session, user, roles (3), cluster, periods, kinds, members, conferences, counts and totals, rows,
    definitions."""
    client.force_login(cast.secretary)

    def add(times: int) -> None:
        for _ in range(times):
            extra = {"session": cast.session, "phase": "before"} if kind == Kind.VOTER_MEETING else {}
            factory(record__office=cast.office, record__conference=cast.conference, **extra)

    costs(queries, add=add, read=lambda: client.get(HERE, {"list": kind}))


def test_an_export_costs_the_same_however_long(client: Client, cast: Cast, costs: Callable[..., None]) -> None:
    client.force_login(cast.secretary)
    costs(
        10,
        add=lambda times: [VoterMeetingFactory(record__office=cast.office) for _ in range(times)],
        read=lambda: client.get(f"{HERE}export/?list=voter_meeting"),
    )
