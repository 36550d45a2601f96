"""The matrix of answers: what is expected, who sees it, where its cells lead, and its workbook."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.test import Client

from apps.activities.forms.stated import NOT_STATED
from apps.activities.tests.factories import OwnIndicatorFactory, SupervisionFactory
from apps.indicators.models import Indicator
from apps.offices.models import Membership
from apps.reports.completeness import completeness
from apps.reports.enums import Answer, Section
from apps.reports.expected import expected_offices
from apps.reports.models import Prose, Report
from tests.cast import Cast
from tests.filled import fill, state

HERE = "/c/cum-9/2019H1/reports/completeness/"
EXCEL = "/c/cum-9/2019H1/reports/completeness/export/"


@pytest.fixture
def told(cast: Cast) -> Cast:
    """Citizen reception: none, zero, missing and a number; all else missing."""
    for office, value in (("ca-mau", None), ("kien-giang", 0), ("hau-giang", 389)):
        state(cast, "reception_visits", office, value)
    return cast


def cells(client: Client, query: str = "") -> dict[str, dict[str, Any]]:
    matrix = client.get(f"{HERE}{query}").context["matrix"]
    return {
        line.label: {column.code: cell for column, cell in zip(matrix.columns, line.cells, strict=False)}
        for line in matrix.lines
    }


def workbook(client: Client) -> list[tuple[Any, ...]]:
    answer = client.get(EXCEL)
    assert answer.status_code == 200
    return list(openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True))


def test_what_is_expected(cast: Cast) -> None:
    """Headings and parts that can be stated or counted, the cluster's own too; no rate, nothing derived."""
    OwnIndicatorFactory(cluster=cast.cluster, code="tin_bai")
    OwnIndicatorFactory(cluster=cast.cluster, code="cu", first_year=2018, last_year=2018)
    found = completeness(cast.first_half, expected_offices(cast.first_half))
    codes = {each.code for each in found.answers.asked}
    assert {"tin_bai", "supervisions", "surveys", "headcount"} <= codes
    assert not codes & {"cu", "registration_rate", "draft_laws"}
    assert not NOT_STATED & {each.aggregation for each in found.indicators}
    assert found.answers.whole.expected == 6 * len(codes)


def test_a_former_member_is_not_expected(cast: Cast) -> None:
    Membership.objects.filter(office=cast.offices["ca-mau"]).update(valid_to=date(2019, 5, 1))
    found = completeness(cast.first_half, expected_offices(cast.first_half))
    assert cast.offices["ca-mau"].pk not in found.answers.offices
    assert len(found.answers.offices) == 5


def test_none_zero_missing_and_a_number(client: Client, told: Cast) -> None:
    client.force_login(told.secretary)
    found = cells(client)
    assert [(found[name]["reception_visits"].answer, found[name]["reception_visits"].text) for name in (
        "Cà Mau", "Kiên Giang", "Cần Thơ", "Hậu Giang",
    )] == [(Answer.NONE, "–"), (Answer.ZERO, "0"), (Answer.MISSING, ""), (Answer.VALUE, "389")]  # fmt: skip
    page = client.get(HERE).content.decode()
    assert "389" in page
    assert page.count("không phát sinh") >= 2  # the cell in words, and the legend


def test_the_cluster_s_own_line_is_expected_of_nobody(client: Client, cast: Cast) -> None:
    SupervisionFactory(record__cluster=cast.cluster)
    client.force_login(cast.secretary)
    assert len(cells(client)) == 6
    assert client.get(HERE).context["matrix"].whole.answered == 0


def test_shares_of_offices_and_indicators(client: Client, told: Cast) -> None:
    client.force_login(told.secretary)
    matrix = client.get(HERE).context["matrix"]
    assert [line.share.answered for line in matrix.lines] == [1, 1, 0, 0, 0, 1]
    assert {column.share for column in matrix.columns} == {"0/6", "3/6"}
    assert (matrix.whole.answered, matrix.complete_offices) == (3, 0)
    main = next(choice for choice in matrix.choices if choice.group == matrix.group)
    assert main.missing == 6 * len(matrix.columns) - 3


def test_not_quite_all_is_never_called_all(client: Client, cast: Cast) -> None:
    asked = list(Indicator.objects.exclude(aggregation__in=NOT_STATED).values_list("code", flat=True))
    for code in asked[1:]:
        state(cast, code, "ca-mau", None)
    client.force_login(cast.secretary)
    assert client.get(HERE).context["lines"][0]["percent"] != "100%"
    state(cast, asked[0], "ca-mau", 0)
    assert client.get(HERE).context["lines"][0]["percent"] == "100%"


def test_expected_sections_count_apart(client: Client, cast: Cast) -> None:
    report = Report.objects.create(period=cast.first_half, office=cast.office)
    for section, text in (
        (Section.ASSESSMENT, "Xong."),
        (Section.PROPOSALS, " \n"),
        (Section.PLAN, "Tiếp tục."),
    ):
        Prose.objects.create(report=report, section=section, text=text)
    client.force_login(cast.clerk)
    line = next(each for each in client.get(HERE).context["matrix"].lines if each.label == "Bạc Liêu")
    assert (line.prose.answered, line.prose.expected, line.share.answered) == (1, 3, 0)


def test_cells_lead_to_where_they_are_entered_or_opened(client: Client, told: Cast) -> None:
    SupervisionFactory(record__office=told.office)
    client.force_login(told.clerk)
    own = cells(client)["Bạc Liêu"]
    assert own["supervisions"].url == "/c/cum-9/2019H1/figures/supervisions/?office=bac-lieu"
    assert own["reception_visits"].url.endswith("?office=bac-lieu#id_value_reception_visits")
    assert client.get(own["supervisions"].url).status_code == 200
    assert 'id="id_value_reception_visits"' in client.get(own["reception_visits"].url).content.decode()
    client.force_login(told.leader)  # enters nothing
    found = cells(client)
    assert found["Bạc Liêu"]["reception_visits"].url == ""
    assert client.get(found["Cà Mau"]["reception_visits"].url).status_code == 200
    client.force_login(told.secretary)
    year = client.get("/c/cum-9/2019/reports/completeness/").context["matrix"]
    assert not any("stated" in cell.url for line in year.lines for cell in line.cells)


def test_groups_and_their_parts(client: Client, told: Cast) -> None:
    client.force_login(told.secretary)
    found = cells(client, "?group=voter_meetings")
    assert "voter_meetings_before" in found["Cà Mau"]
    assert client.get(f"{HERE}?group=nonsense").status_code == 404


def test_another_office_s_answers_are_nowhere(client: Client, cast: Cast) -> None:
    """Hidden: cells, shares, counts of what is missing, and the workbook."""
    client.force_login(cast.clerk)
    before, sheet = client.get(HERE).content, workbook(client)
    fill(cast)
    told = {"bac-lieu"}
    for code, office in cast.offices.items():
        if code not in told:
            report = Report.objects.create(period=cast.first_half, office=office)
            Prose.objects.create(report=report, section=Section.ASSESSMENT, text="Tốt")
    for code in ("voters", "gifts"):
        state(cast, code, "hau-giang", 7654)
    response = client.get(HERE)
    lines = {line.label: line for line in response.context["matrix"].lines}
    assert [name for name, line in lines.items() if not line.is_hidden] == ["Bạc Liêu"]
    assert response.context["matrix"].whole.expected == lines["Bạc Liêu"].share.expected
    assert not response.context["matrix"].sees_all
    page = response.content.decode()
    for number in ("1.237", "389", "7.654", "5/6"):
        assert number not in page
    assert "4" in page
    assert before != response.content  # its own line did change
    heading = workbook(client)[3]
    assert heading[:3] == ("Chỉ tiêu", "Đơn vị tính", "Bạc Liêu")
    assert not any(heading[3:])
    assert len(sheet) == len(workbook(client))


def test_after_publication_members_see_all(client: Client, told: Cast) -> None:
    told.first_half.published_on = date(2019, 7, 10)
    told.first_half.save(update_fields=["published_on"])
    client.force_login(told.clerk)
    assert client.get(HERE).context["matrix"].sees_all
    assert cells(client)["Hậu Giang"]["reception_visits"].text == "389"


def test_excel_tells_the_four_apart(client: Client, told: Cast) -> None:
    client.force_login(told.secretary)
    rows = workbook(client)
    assert "“–”: không phát sinh; 0: nhập số 0; ô để trống: chưa báo cáo" in rows[1][0]
    row = next(row for row in rows if row[0] == "Tiếp công dân")
    assert row[:9] == ("Tiếp công dân", "lượt", "–", 0, None, None, None, 389, "3/6")
    assert rows[-2][0] == "Mức đầy đủ"


@pytest.mark.parametrize(("address", "queries"), [(HERE, 15), (EXCEL, 14)])
def test_constant_queries(client: Client, cast: Cast, costs: Any, address: str, queries: int) -> None:
    """At one and at three offices with answers, records and words."""
    offices = iter(cast.offices.values())

    def add(count: int) -> None:
        for _ in range(count):
            office = next(offices)
            SupervisionFactory.create_batch(2, record__office=office)
            state(cast, "reception_visits", office.code, 3)
            report = Report.objects.create(period=cast.first_half, office=office)
            Prose.objects.create(report=report, section=Section.ASSESSMENT, text="Tốt")

    client.force_login(cast.secretary)
    costs(queries, add=add, read=lambda: client.get(address))
