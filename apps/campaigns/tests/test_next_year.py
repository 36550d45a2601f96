"""Next year from last year: what is shown, what is written, and that doing it again does no harm."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from apps.campaigns import actions
from apps.campaigns.models import Campaign, Conference, Period
from apps.campaigns.movement import CriterionLine
from apps.campaigns.next_year import Line, State, later, lines, renamed
from apps.campaigns.tests.movements import draft, launched
from apps.offices.enums import LeadershipKind
from apps.offices.models import Leadership, Membership
from tests.cast import Cast

PAGE = "/c/cum-9/movements/2020/from-last-year/"


@pytest.fixture
def led(cast: Cast) -> Cast:
    """The secretary leads 2020 too."""
    Leadership.objects.create(
        cluster=cast.cluster, year=2020, kind=LeadershipKind.LEADER, office=cast.offices["ca-mau"]
    )
    return cast


def found(cast: Cast) -> list[Line]:
    return lines(cast.cluster, 2020, cast.secretary)


def accept(cast: Cast, wanted: Any = None) -> actions.TakenOver:
    """All that is proposed, or those lines for which `wanted` says so."""
    tokens = [line.token for line in found(cast) if line.is_open and (wanted(line) if wanted else line.wanted)]
    return actions.take_over_year(cluster=cast.cluster, year=2020, accepted=tokens, by=cast.secretary)


# Pure -----------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("day", "then"),
    [
        (date(2019, 1, 1), date(2020, 1, 1)),
        (date(2020, 2, 29), date(2021, 2, 28)),
        (date(2019, 12, 31), date(2020, 12, 31)),
        (None, None),
    ],
)
def test_a_day_a_year_later(day: date | None, then: date | None) -> None:
    assert later(day) == then


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Phong trào thi đua năm 2019", "Phong trào thi đua năm 2020"),
        ("Giai đoạn 2019-2020", "Giai đoạn 2020-2021"),
        ("Kế hoạch 12019", "Kế hoạch 12019"),
        ("Phong trào", "Phong trào"),
    ],
)
def test_years_in_names_move_on(text: str, then: str) -> None:
    assert renamed(text, 2019) == then


# The lines ------------------------------------------------------------------------------------------------------------
def test_everything_is_proposed_but_what_usually_changes(led: Cast) -> None:
    launched(led)
    proposed = [(line.title, line.after) for line in found(led) if line.wanted]
    assert [title for title, _after in proposed] == [
        "6 tháng đầu năm", "6 tháng cuối năm", "Cả năm", "Bản thân phong trào", "Đợt", "Đợt", "Tiêu chí, chỉ tiêu",
        "Tiêu chí, chỉ tiêu", "Giải thưởng", "Giải thưởng", *["Phát động đến"] * 6,
    ]  # fmt: skip
    assert proposed[3][1].startswith(
        "Phong trào thi đua năm 2020 của Cụm thi đua số 9; 01/01/2020 – 31/12/2020; Cấp Cụm"
    )
    assert proposed[4][1] == "Đợt 1 (01/01/2020 – 30/06/2020): Phát động"
    assert proposed[6][1] == "Cán bộ đăng ký thi đua (chỉ tiêu: 100%)"
    assert {line.title for line in found(led) if not line.wanted} == {"Chủ đề", "Hội nghị sơ kết"}


def test_only_ticked_lines_are_written(led: Cast) -> None:
    launched(led)
    made = accept(led, lambda line: line.wanted and line.key.split(":")[0] in {"period", "movement", "phase"})
    assert (made.written, made.stale) == (6, ())
    row = Campaign.objects.get(year=2020)
    assert (row.name, row.state, row.theme) == ("Phong trào thi đua năm 2020 của Cụm thi đua số 9", "draft", "")
    assert [(each.starts_on, each.ends_on) for each in row.phases.all()] == [
        (date(2020, 1, 1), date(2020, 6, 30)), (date(2020, 7, 1), date(2020, 12, 31)),
    ]  # fmt: skip
    assert [row.criteria.count(), row.prizes.count(), row.addressed.count()] == [0, 0, 0]
    assert [each.due_on for each in Period.objects.filter(year=2020).order_by("kind")] == [
        date(2020, 6, 30), date(2020, 12, 31), date(2020, 12, 31),
    ]  # fmt: skip
    assert not Conference.objects.filter(period__year=2020).exists()


def test_repeating_it_does_no_harm(led: Cast) -> None:
    launched(led)
    tokens = [line.token for line in found(led) if line.is_open]
    first = actions.take_over_year(cluster=led.cluster, year=2020, accepted=tokens, by=led.secretary)
    again = actions.take_over_year(cluster=led.cluster, year=2020, accepted=tokens, by=led.secretary)
    assert (first.written, again.written, again.stale) == (len(tokens), 0, ())
    assert {line.state for line in found(led)} == {State.SAME}
    assert Campaign.objects.filter(year=2020).count() == 1
    assert Conference.objects.get(period__year=2020).title == "Hội nghị sơ kết 6 tháng đầu năm 2020"


def test_a_part_needs_its_movement_and_a_conference_its_period(led: Cast) -> None:
    launched(led)
    for kind in ("phase", "office", "conference"):
        with pytest.raises(ValidationError):
            accept(led, lambda line, kind=kind: line.key.startswith(kind))
    assert not Campaign.objects.filter(year=2020).exists()


def test_what_was_changed_since_is_told_and_not_proposed(led: Cast) -> None:
    launched(led)
    accept(led)
    row = Campaign.objects.get(year=2020)
    at: dict[str, Any] = {"campaign": row, "cluster": led.cluster, "year": 2020, "by": led.secretary}
    parts = actions.Parts(criteria=[CriterionLine(text="Cán bộ đăng ký thi đua", target="95%")])
    actions.save_campaign(**at, values={"name": "Tên khác", "partner": "Công đoàn"}, parts=parts)
    changed = [line for line in found(led) if line.state == State.DIFFERS]
    assert [(line.title, line.wanted) for line in changed] == [
        ("Bản thân phong trào", False),
        ("Tiêu chí, chỉ tiêu", False),
    ]
    assert (changed[1].now, changed[1].after) == (
        "Cán bộ đăng ký thi đua (chỉ tiêu: 95%)", "Cán bộ đăng ký thi đua (chỉ tiêu: 100%)",
    )  # fmt: skip
    accept(led, lambda line: line.state == State.DIFFERS)
    row.refresh_from_db()
    assert (row.name, row.partner, row.criteria.get().target) == ("Tên khác", "", "100%")


def test_what_changed_meanwhile_is_left_alone(led: Cast) -> None:
    launched(led)
    accept(led)
    period = Period.objects.get(year=2020, kind="H1")
    values = {"due_on": date(2020, 7, 3)}
    actions.save_period(period=period, values=values, by=led.secretary)
    token = next(line.token for line in found(led) if line.title == "6 tháng đầu năm")
    actions.save_period(period=period, values={"due_on": date(2020, 7, 10)}, by=led.secretary)
    made = actions.take_over_year(cluster=led.cluster, year=2020, accepted=[token], by=led.secretary)
    assert (made.written, made.stale) == (0, ("6 tháng đầu năm",))
    period.refresh_from_db()
    assert period.due_on == date(2020, 7, 10)


def test_what_was_launched_or_published_is_left_alone(led: Cast) -> None:
    launched(led)
    accept(led, lambda line: line.wanted or line.key.startswith("theme"))
    row = Campaign.objects.get(year=2020)
    actions.launch_campaign(campaign=row, on=date(2020, 1, 10), by=led.secretary)
    Period.objects.filter(year=2020, kind="H1").update(due_on=date(2020, 7, 3), published_on=date(2020, 7, 9))
    actions.amend_campaign(campaign=row, values={"partner": "Công đoàn"}, reason="Vì", by=led.secretary)
    locked = [line for line in found(led) if line.state == State.LOCKED]
    assert [line.title for line in locked] == ["6 tháng đầu năm", "Bản thân phong trào"]
    assert not [line for line in locked if line.is_open]


def test_who_left_and_who_joined(led: Cast) -> None:
    launched(led)
    gone = Membership.objects.filter(office=led.other_office)
    gone.update(valid_to=date(2019, 9, 30))
    Membership.objects.create(cluster=led.cluster, office=led.foreign_office, position=7, valid_from=date(2020, 1, 1))
    told = {line.before or line.after: line for line in found(led) if line.key.startswith("office")}
    left, joined = told[str(led.other_office.name)], told[str(led.foreign_office.name)]
    assert (left.state, left.note, left.is_open) == (State.GONE, "rời Cụm từ ngày 30/09/2019", False)
    assert (joined.state, joined.note, joined.is_open) == (State.NEW, "vào Cụm từ ngày 01/01/2020", True)
    accept(led)
    names = set(Campaign.objects.get(year=2020).addressed.values_list("office__short_name", flat=True))
    assert names == {"Cà Mau", "Kiên Giang", "Cần Thơ", "Bạc Liêu", "Sóc Trăng", "Hà Giang"}


def test_the_one_above_comes_first_and_stays_above(led: Cast) -> None:
    above = launched(led, name="Phong trào năm 2019 của Văn phòng Quốc hội", level="managing_body")
    launched(led, parent=above)
    accept(led)
    below = Campaign.objects.get(year=2020, level="cluster")
    assert below.parent == Campaign.objects.get(year=2020, level="managing_body")


def test_drafts_of_another_secretariat_are_not_copied(led: Cast) -> None:
    draft(led, name="Bản nháp kín")
    Leadership.objects.filter(year=2020).update(office=led.offices["kien-giang"])
    assert [line for line in lines(led.cluster, 2020, led.clerk) if line.group] == []


def test_the_next_years_secretariat_alone(cast: Cast) -> None:
    launched(cast)
    with pytest.raises(PermissionDenied):
        actions.take_over_year(cluster=cast.cluster, year=2020, accepted=[], by=cast.secretary)


# The page -------------------------------------------------------------------------------------------------------------
def test_the_page_writes_what_is_ticked(client: Client, led: Cast) -> None:
    launched(led)
    client.force_login(led.secretary)
    page = client.get(PAGE).text
    assert "Phong trào thi đua năm 2020 của Cụm thi đua số 9" in page
    tokens = [line.token for line in found(led) if line.key.startswith("phase")]
    refused = client.post(PAGE, {"accept": tokens})
    assert (refused.status_code, refused.text.count(" checked")) == (422, 2)
    tokens += [line.token for line in found(led) if line.key.startswith("movement")]
    assert client.post(PAGE, {"accept": tokens}).status_code == 302
    assert "Đã lấy sang 3 dòng." in client.get(PAGE).text
    assert Campaign.objects.get(year=2020).phases.count() == 2


def test_a_year_without_one_before_says_so(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    assert "Năm 2018 không có gì để lấy sang" in client.get("/c/cum-9/movements/2019/from-last-year/").text


def test_the_page_costs_the_same_whatever_the_number_of_movements(client: Client, led: Cast, costs: Any) -> None:
    client.force_login(led.secretary)

    def add(count: int) -> None:
        for _place in range(count):
            launched(led, name=f"Phong trào {Campaign.objects.filter(year=2019).count()} năm 2019")
            accept(led)

    costs(25, add=add, read=lambda: client.get(PAGE))
