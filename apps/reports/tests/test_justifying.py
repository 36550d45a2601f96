"""What the checks object to is read for all offices at once, is justified with its words, and stops a report."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import translation

from apps.activities.models import DirectFigure
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.offices.models import Membership
from apps.reports.actions import justify, receive, send, send_on_behalf, withdraw_justification
from apps.reports.checks.justified import checked, unjustified
from apps.reports.checks.reading import findings, past
from apps.reports.checks.unusual import Verdict
from apps.reports.content import from_json, live
from apps.reports.enums import ReportState, Severity, Way
from apps.reports.expected import expected_offices
from apps.reports.models import Justification, Report, Version
from apps.reports.standing import standing_of
from apps.reports.stories import story_of_report
from apps.reports.tests.house import opened, state, supervision
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/reports/checks/"
BLOCK, WARN = ("registered", "registered"), ("levels-petitions_eligible", "petitions_received")


@pytest.fixture
def open_cast(cast: Cast) -> Cast:
    return opened(cast)


def contradicted(cast: Cast, office: Any = None) -> None:
    state(cast, office or cast.office, "headcount", 10)
    state(cast, office or cast.office, "registered", 12)


def unlikely(cast: Cast) -> None:
    """Parts that do not make up their whole."""
    for code, value in (("petitions_received", 10), ("petitions_eligible", 3), ("petitions_ineligible", 4)):
        state(cast, cast.office, code, value)


def change(cast: Cast, code: str, value: int) -> None:
    DirectFigure.objects.filter(office=cast.office, indicator__code=code).update(value=value)


def why(cast: Cast, key: tuple[str, str] = BLOCK, text: str = "Ba người mới chuyển đi.", **more: Any) -> Justification:
    return justify(
        period=cast.first_half, office=cast.office, rule=key[0], subject=key[1], text=text,
        **{"by": cast.clerk, **more},
    )  # fmt: skip


def keys(found: dict[int, list[Any]], office: Any) -> list[tuple[str, str]]:
    return [(each.rule, each.subject) for each in found.get(office.pk, [])]


def left(cast: Cast) -> list[tuple[str, str]]:
    return keys(unjustified(cast.first_half, [cast.office]), cast.office)


def refused(code: str) -> Any:
    return pytest.raises(ValidationError, check=lambda error: error.code == code)


def earlier(cast: Cast, *values: int | None) -> None:
    """First halves of the years before, and what the office stated of its meetings in each; newest first."""
    Membership.objects.update(valid_from=date(2010, 1, 1))
    for back, value in enumerate(values, start=1):
        year = 2019 - back
        half = Period.objects.create(
            cluster=cast.cluster, year=year, kind=PeriodKind.FIRST_HALF, starts_on=date(year, 1, 1),
            ends_on=date(year, 6, 30),
        )  # fmt: skip
        DirectFigure.objects.create(
            indicator=Indicator.objects.get(code="voter_meetings"), office=cast.office, starts_on=half.starts_on,
            ends_on=half.ends_on, value=value,
        )  # fmt: skip


# Reading -------------------------------------------------------------------------------------------------------------
def test_findings_are_each_office_s_own(cast: Cast) -> None:
    contradicted(cast)
    unlikely(cast)
    found = findings(cast.first_half, expected_offices(cast.first_half))
    assert keys(found, cast.office) == [BLOCK, WARN]
    assert len(found) == 6
    assert sum(len(each) for each in found.values()) == 2
    assert findings(cast.second_half, [cast.office])[cast.office.pk] == []


def test_records_and_what_is_stated_beside_them(cast: Cast) -> None:
    supervision(cast.office)
    state(cast, cast.office, "supervisions", 4)
    assert keys(findings(cast.first_half, [cast.office]), cast.office) == [("records", "supervisions")]


def test_the_last_four_periods_beside_a_cell(cast: Cast, django_assert_num_queries: Any) -> None:
    earlier(cast, 3, None, 4, 2, 99)
    meetings = Indicator.objects.get(code="voter_meetings")
    with django_assert_num_queries(4):
        found = past(cast.first_half, expected_offices(cast.first_half), [meetings])
    assert [period.year for period in found.periods] == [2015, 2016, 2017, 2018]
    assert found.numbers(cast.office.pk, "voter_meetings") == (2, 4, 0, 3)
    assert [figure.is_missing for figure in found.of(cast.other_office.pk, "voter_meetings")] == [True] * 4
    assert found.verdict(cast.office.pk, "voter_meetings", 40) == Verdict.HIGH
    assert found.verdict(cast.other_office.pk, "voter_meetings", 40) == Verdict.TOO_FEW
    assert not found.is_enough(cast.other_office.pk, "voter_meetings")
    assert past(cast.second_half, [cast.office], [meetings]).periods == ()


def test_unusual_beside_the_past(cast: Cast) -> None:
    earlier(cast, 3, None, 4)
    state(cast, cast.office, "voter_meetings", 40)
    (found,) = findings(cast.first_half, [cast.office])[cast.office.pk]
    assert (found.rule, found.severity) == ("unusual", Severity.WARN)
    with translation.override("vi"):
        assert "4; 0; 3" in found.text
    change(cast, "voter_meetings", 5)
    assert findings(cast.first_half, [cast.office])[cast.office.pk] == []


def test_months_stated_through_many_years_are_read(cast: Cast) -> None:
    """More columns than PostgreSQL answers in one query."""
    earlier(cast, 3, 3, 3, 3)
    for code in ("opinions", "voters", "gifts", "law_opinions", "surveys"):
        for year in range(2015, 2020):
            for month in range(1, 7):
                day = date(year, month, 1)
                DirectFigure.objects.create(
                    indicator=Indicator.objects.get(code=code), office=cast.office, value=2, starts_on=day,
                    ends_on=day.replace(day=28),
                )  # fmt: skip
    found = past(cast.first_half, [cast.office], Indicator.objects.for_cluster(cast.cluster, 2019))
    assert found.numbers(cast.office.pk, "surveys") == (12, 12, 12, 12)
    assert findings(cast.first_half, [cast.office])[cast.office.pk] == []


def test_constant_queries(cast: Cast, costs: Any) -> None:
    offices = expected_offices(cast.first_half)
    asked: list[Any] = []

    def add(count: int) -> None:
        for office in offices[len(asked) : len(asked) + count]:
            contradicted(cast, office)
            report = Report.objects.create(period=cast.first_half, office=office)
            Justification.objects.create(report=report, rule="x", subject="y", objection="o", text="t")
            asked.append(office)

    costs(6, add=add, read=lambda: checked(cast.first_half, asked))


# Justifying ----------------------------------------------------------------------------------------------------------
def test_a_justification_answers_its_objection(open_cast: Cast) -> None:
    contradicted(open_cast)
    assert left(open_cast) == [BLOCK]
    written = why(open_cast)
    assert left(open_cast) == []
    assert written.objection == "“Người đăng ký thi đua” (12) lớn hơn “Cán bộ, công chức, người lao động” (10)."
    line = live(open_cast.first_half, [open_cast.office])[open_cast.office.pk].justifications[BLOCK]
    assert (line.objection, line.text) == (written.objection, "Ba người mới chuyển đi.")
    assert why(open_cast).edited_at == written.edited_at  # the same again changes nothing
    assert why(open_cast, text="Hai người nghỉ hưu.").pk == written.pk


def test_its_words_are_vietnamese_whoever_writes(open_cast: Cast) -> None:
    contradicted(open_cast)
    with translation.override("en"):
        assert "lớn hơn" in why(open_cast).objection
    assert left(open_cast) == []


def test_another_objection_asks_again(open_cast: Cast) -> None:
    contradicted(open_cast)
    why(open_cast)
    change(open_cast, "registered", 13)
    assert left(open_cast) == [BLOCK]
    (found,) = checked(open_cast.first_half, [open_cast.office])[open_cast.office.pk]
    assert found.is_outdated
    change(open_cast, "registered", 12)
    assert left(open_cast) == []


def test_what_is_refused(open_cast: Cast) -> None:
    with refused("settled"):
        why(open_cast)
    contradicted(open_cast)
    with refused("objection"):
        why(open_cast, objection="Một nội dung khác")
    with pytest.raises(ValidationError) as empty:
        why(open_cast, text=" \n ")
    assert "text" in empty.value.message_dict
    for stranger in (open_cast.other, open_cast.leader, open_cast.administrator, open_cast.stranger):
        with pytest.raises(PermissionDenied):
            why(open_cast, by=stranger)
    open_cast.first_half.closes_on = date(2019, 6, 30)
    open_cast.first_half.save(update_fields=["closes_on"])
    with refused("closed"):
        why(open_cast)
    assert not Justification.objects.exists()
    assert not Report.objects.exists()


def test_withdrawing_asks_again(open_cast: Cast) -> None:
    contradicted(open_cast)
    written = why(open_cast)
    with pytest.raises(PermissionDenied):
        withdraw_justification(justification=written, by=open_cast.other)
    withdraw_justification(justification=written, by=open_cast.secretary)
    withdraw_justification(justification=written, by=open_cast.secretary)
    assert left(open_cast) == [BLOCK]


# Sending -------------------------------------------------------------------------------------------------------------
def handed_in(cast: Cast) -> Version:
    return send(period=cast.first_half, office=cast.office, by=cast.head)


def test_sending_is_refused_until_justified(open_cast: Cast) -> None:
    contradicted(open_cast)
    unlikely(open_cast)
    with refused("unjustified") as refusal:
        handed_in(open_cast)
    with translation.override("vi"):
        assert "“Người đăng ký thi đua” (12)" in str(refusal.value.messages)
    why(open_cast)
    with refused("unjustified"):
        handed_in(open_cast)
    why(open_cast, WARN, text="Ba đơn chưa phân loại.")
    version = handed_in(open_cast)
    assert version.content["justifications"]["registered/registered"]["text"] == "Ba người mới chuyển đi."
    change(open_cast, "headcount", 11)
    with refused("unjustified"):
        handed_in(open_cast)
    change(open_cast, "registered", 11)
    assert handed_in(open_cast).number == 2


def test_on_behalf_only_contradictions_stop(open_cast: Cast) -> None:
    unlikely(open_cast)
    told: dict[str, Any] = {
        "period": open_cast.first_half, "office": open_cast.office, "way": Way.TELEPHONE, "by": open_cast.secretary,
    }  # fmt: skip
    assert send_on_behalf(**told).number == 1
    contradicted(open_cast)
    with refused("unjustified"):
        send_on_behalf(**told)
    why(open_cast, by=open_cast.secretary)
    assert send_on_behalf(**told).number == 2


def test_a_justification_goes_with_its_objection(open_cast: Cast, client: Client) -> None:
    contradicted(open_cast)
    why(open_cast)
    first = handed_in(open_cast)
    receive(version=first, by=open_cast.secretary)
    change(open_cast, "registered", 10)
    standing = standing_of(open_cast.first_half, open_cast.office)
    assert [*standing.difference.figures] == ["registered", "registration_rate"]  # the justification is still shown …
    client.force_login(open_cast.head)
    address = "/c/cum-9/2019H1/reports/offices/bac-lieu/"
    assert "lần gửi sau sẽ không còn nội dung này" in client.get(address).content.decode()
    with translation.override("vi"):
        second = send(
            period=open_cast.first_half, office=open_cast.office, by=open_cast.head, seen=standing.seen
        )  # fmt: skip
    assert (second.number, second.content.get("justifications")) == (2, None)  # … and not sent again
    assert not standing_of(open_cast.first_half, open_cast.office).changed
    assert handed_in(open_cast) == second
    assert from_json(first.content).justifications[BLOCK].text == "Ba người mới chuyển đi."
    told = [(entry.what, entry.changes) for entry in story_of_report(second.report)]
    dropped = [changes for what, changes in told if "không còn cảnh báo" in str(what)]
    assert len(dropped) == 1
    assert "Ba người mới chuyển đi." in str(dropped)


def test_a_check_that_falls_silent_by_itself_makes_no_report_stale(open_cast: Cast) -> None:
    """The past was corrected: the office changed nothing, and nothing is to be sent."""
    earlier(open_cast, 3, 4, 3)
    state(open_cast, open_cast.office, "voter_meetings", 40)
    why(open_cast, ("unusual", "voter_meetings"), text="Tổ chức thêm theo chuyên đề.")
    receive(version=handed_in(open_cast), by=open_cast.secretary)
    DirectFigure.objects.filter(value=4).update(value=50)
    assert findings(open_cast.first_half, [open_cast.office])[open_cast.office.pk] == []
    assert standing_of(open_cast.first_half, open_cast.office).state == ReportState.RECEIVED


# Pages ---------------------------------------------------------------------------------------------------------------
def test_from_the_list_to_a_justification_and_back(client: Client, open_cast: Cast) -> None:
    contradicted(open_cast)
    client.force_login(open_cast.clerk)
    page = client.get(HERE)
    assert "(12) lớn hơn" in page.content.decode()
    (_name, (item,), count) = page.context["sheets"][0]
    assert count == 1
    form = client.get(item.justify_url).context["form"]
    sent = {"text": "Đã rà soát.", "objection": form["objection"].value()}
    assert client.post(item.justify_url, {**sent, "text": ""}).status_code == 200
    assert "đã thay đổi" in client.post(item.justify_url, {**sent, "objection": "khác"}).content.decode()
    assert client.post(item.justify_url, sent).status_code == 302
    page = client.get(HERE)
    assert "Đã rà soát." in page.content.decode()
    (_name, (item,), count) = page.context["sheets"][0]
    assert count == 0
    client.post(item.withdraw_url)
    assert not Justification.objects.exists()
    change(open_cast, "registered", 9)
    assert client.get(item.justify_url).status_code == 302  # nothing is to be justified any more


def test_another_office_s_findings_are_nowhere(client: Client, open_cast: Cast) -> None:
    """Not before publication, and not after: they are about drafts."""
    contradicted(open_cast, open_cast.other_office)
    for published in (None, date(2019, 7, 10)):
        open_cast.first_half.published_on = published
        open_cast.first_half.save(update_fields=["published_on"])
        client.force_login(open_cast.clerk)
        page = client.get(HERE)
        assert [page.context["sheets"], page.context["quiet"]] == [[], ["Bạc Liêu"]]
        assert "Hậu Giang" not in page.content.decode().split("<main")[1]
        assert client.get("/c/cum-9/2019H1/reports/offices/hau-giang/checks/registered/registered/").status_code == 404
    client.force_login(open_cast.secretary)
    assert [name for name, _items, _count in client.get(HERE).context["sheets"]] == ["Hậu Giang"]


def test_the_list_of_checks_costs_the_same(client: Client, cast: Cast, costs: Any) -> None:
    offices = iter(cast.offices.values())

    def add(count: int) -> None:
        for _ in range(count):
            contradicted(cast, next(offices))

    client.force_login(cast.secretary)
    costs(20, add=add, read=lambda: client.get(HERE))


def test_a_figure_with_too_little_past_says_so(client: Client, open_cast: Cast) -> None:
    earlier(open_cast, 3, None, 4)
    state(open_cast, open_cast.office, "voter_meetings", 4)
    state(open_cast, open_cast.office, "gifts", 4)
    client.force_login(open_cast.clerk)
    page = client.get(HERE)
    (found,) = page.context["unjudged"]
    assert "Phần quà an sinh xã hội" in found.names
    assert "Tiếp xúc cử tri" not in found.names
    assert "<li>Phần quà an sinh xã hội</li>" in page.content.decode()
    report = client.get("/c/cum-9/2019H1/reports/offices/bac-lieu/").content.decode()
    rows = {code: report.split(f'id="figure-{code}"')[1].split("</tr>")[0] for code in ("gifts", "voter_meetings")}
    assert "chưa đủ dữ liệu" in rows["gifts"]
    assert "chưa đủ dữ liệu" not in rows["voter_meetings"]
