"""The year: who may set it up, what the actions keep, what the pages say."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from apps.campaigns import actions, rules, windows
from apps.campaigns.enums import ConferenceKind, PeriodKind
from apps.campaigns.models import AssemblySession, AssemblyTerm, Campaign, Chair, Conference, Period, Task
from tests.cast import Cast

ROLES = ("secretary", "head", "clerk", "other", "leader", "administrator", "stranger")
YEAR = "/c/cum-9/calendar/2019/"


def refused(action, **kwargs) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        action(**kwargs)
    return caught.value.message_dict


# Rules ----------------------------------------------------------------------------------------------------------------
def test_the_year_is_set_up_by_its_secretariat_alone(cast: Cast) -> None:
    planning = {role for role in ROLES if rules.can_plan(cast.people[role], cast.cluster, 2019)}  # type: ignore[arg-type]
    assert planning == {"secretary"}
    assert not any(rules.can_plan(cast.people[role], cast.cluster, 2020) for role in ROLES)  # type: ignore[arg-type]


def test_sessions_are_entered_by_administrators_and_secretariats(cast: Cast) -> None:
    planning = {role for role in ROLES if rules.can_plan_assembly(cast.people[role])}  # type: ignore[arg-type]
    assert planning == {"secretary", "administrator"}


@pytest.mark.parametrize("role", ["head", "clerk", "other", "leader", "administrator", "stranger"])
def test_everybody_else_writes_nothing(cast: Cast, role: str) -> None:
    by = cast.people[role]
    task = Task.objects.create(period=cast.second_half, position=1, text="Việc")
    for action, values in (
        (actions.save_campaign, {"cluster": cast.cluster, "year": 2019, "values": {"name": "x"}}),
        (actions.set_up_year, {"cluster": cast.cluster, "year": 2019}),
        (actions.save_period, {"period": cast.first_half, "values": {}}),
        (actions.publish_period, {"period": cast.first_half, "on": date(2019, 7, 9)}),
        (actions.withdraw_publication, {"period": cast.first_half}),
        (actions.save_conference, {"period": cast.first_half, "values": {}, "chairs": []}),
        (actions.remove_conference, {"conference": cast.conference}),
        (actions.add_task, {"period": cast.second_half, "text": "x"}),
        (actions.update_task, {"task": task, "text": "x"}),
        (actions.move_task, {"task": task, "up": True}),
        (actions.remove_task, {"task": task}),
    ):
        with pytest.raises(PermissionDenied):
            action(**values, by=by)  # type: ignore[arg-type]


# Periods --------------------------------------------------------------------------------------------------------------
def test_the_proposal_is_the_calendar_year(cast: Cast) -> None:
    Period.objects.all().exclude(pk=cast.first_half.pk).delete()
    made = actions.set_up_year(cluster=cast.cluster, year=2019, by=cast.secretary)
    assert [period.code for period in made] == ["2019H2", "2019"]
    assert (made[0].starts_on, made[0].due_on, made[0].build_on) == (
        date(2019, 7, 1), date(2019, 12, 31), date(2020, 1, 1),
    )  # fmt: skip
    assert actions.set_up_year(cluster=cast.cluster, year=2019, by=cast.secretary) == []


def test_each_day_counts_in_one_half(cast: Cast) -> None:
    values = {"period": cast.second_half, "values": {"starts_on": date(2019, 6, 15)}, "by": cast.secretary}
    assert "starts_on" in refused(actions.save_period, **values)
    wrong = {"period": cast.first_half, "values": {"ends_on": date(2018, 1, 1)}, "by": cast.secretary}
    assert "ends_on" in refused(actions.save_period, **wrong)


def test_followers_are_told_when_a_window_moves(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(windows, "_followers", [lambda period, conference: told.append(period.code)])
    actions.save_period(period=cast.first_half, values={"due_on": date(2019, 7, 2)}, by=cast.secretary)
    assert told == []
    actions.save_period(period=cast.first_half, values={"starts_on": date(2018, 12, 15)}, by=cast.secretary)
    assert told == ["2019H1"]


def test_a_published_period_keeps_its_window(cast: Cast) -> None:
    actions.publish_period(period=cast.first_half, on=date(2019, 7, 9), by=cast.secretary)
    actions.publish_period(period=cast.first_half, on=date(2019, 8, 1), by=cast.secretary)
    cast.first_half.refresh_from_db()
    assert cast.first_half.published_on == date(2019, 7, 9)
    moved = {"period": cast.first_half, "values": {"ends_on": date(2019, 6, 29)}, "by": cast.secretary}
    assert "starts_on" in refused(actions.save_period, **moved)
    actions.withdraw_publication(period=cast.first_half, by=cast.secretary)
    assert actions.save_period(**moved).ends_on == date(2019, 6, 29)  # type: ignore[arg-type]


# Conferences and tasks ------------------------------------------------------------------------------------------------
def test_chairs_are_replaced_in_order(cast: Cast) -> None:
    lines = [actions.ChairLine(office=cast.offices[code], person=code) for code in ("kien-giang", "ca-mau")]
    actions.save_conference(
        conference=cast.conference,
        period=cast.first_half,
        values={"place": "Rạch Giá"},
        chairs=lines,
        by=cast.secretary,
    )
    assert list(Chair.objects.values_list("position", "person")) == [(1, "kien-giang"), (2, "ca-mau")]


def test_a_conference_that_changes_periods_tells_followers(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, object]] = []
    monkeypatch.setattr(windows, "_followers", [lambda period, conference: told.append((period.code, conference))])
    cast.conference.period = cast.second_half  # as a form leaves it
    actions.save_conference(
        conference=cast.conference, period=cast.second_half, values={}, chairs=[], by=cast.secretary
    )
    assert told == [("2019H2", cast.conference)]


def test_a_period_has_one_conference_of_a_kind(cast: Cast) -> None:
    values = {"kind": ConferenceKind.REVIEW, "title": "x", "held_on": date(2019, 7, 6), "place": "x"}
    again = {"period": cast.first_half, "values": values, "chairs": [], "by": cast.secretary}
    assert "kind" in refused(actions.save_conference, **again)


def test_tasks_keep_their_numbers_without_gaps(cast: Cast) -> None:
    for text in ("một", "hai", "ba"):
        actions.add_task(period=cast.second_half, text=text, by=cast.secretary)
    one, two, three = Task.objects.order_by("position")
    actions.move_task(task=three, up=True, by=cast.secretary)
    actions.move_task(task=one, up=True, by=cast.secretary)  # at its end already
    actions.remove_task(task=one, by=cast.secretary)
    assert list(Task.objects.order_by("position").values_list("position", "text")) == [(1, "ba"), (2, "hai")]
    assert "text" in refused(actions.update_task, task=two, text="  ", by=cast.secretary)


# The database itself --------------------------------------------------------------------------------------------------
def test_constraints_by_name(cast: Cast) -> None:
    def broken(name: str, make) -> None:
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            make()

    day, later = date(2019, 1, 1), date(2030, 1, 1)
    span = {"cluster": cast.cluster, "starts_on": later, "ends_on": later}
    broken("period_once", lambda: Period.objects.create(**span, year=2019, kind=PeriodKind.FIRST_HALF))
    broken("period_kind_known", lambda: Period.objects.create(**span, year=2030, kind="Q1"))
    backwards = {**span, "ends_on": day}
    broken("period_days_in_order", lambda: Period.objects.create(**backwards, year=2030, kind="Y"))
    half = {"cluster": cast.cluster, "starts_on": day, "ends_on": day}
    broken("period_halves_no_overlap", lambda: Period.objects.create(**half, year=2030, kind="H1"))
    term = {"starts_on": later, "ends_on": day}
    broken("assembly_term_days_in_order", lambda: AssemblyTerm.objects.create(number=20, **term))
    same = {"starts_on": day, "ends_on": later}
    broken("assembly_term_no_overlap", lambda: AssemblyTerm.objects.create(number=20, **same))
    session = {"term": cast.session.term}
    broken("assembly_session_number_once", lambda: AssemblySession.objects.create(**session, number=7))
    AssemblySession.objects.create(**session, kind="extraordinary", number=7)  # numbered apart from the regular ones
    broken(
        "assembly_session_number_once",
        lambda: AssemblySession.objects.create(**session, kind="extraordinary", number=7),
    )
    broken("assembly_session_kind_known", lambda: AssemblySession.objects.create(**session, kind="x", number=9))
    broken(
        "assembly_session_days_in_order",
        lambda: AssemblySession.objects.create(**session, number=9, opens_on=later, closes_on=day),
    )
    movement = {"cluster": cast.cluster, "year": 2019, "name": "Phong trào"}
    Campaign.objects.create(**movement)
    broken("campaign_name_once_a_year", lambda: Campaign.objects.create(**movement))
    meeting = {"cluster": cast.cluster, "period": cast.first_half, "title": "x", "held_on": day, "place": "x"}
    broken("conference_one_of_each_kind", lambda: Conference.objects.create(**meeting, kind="review"))
    broken("conference_kind_known", lambda: Conference.objects.create(**meeting, kind="party"))
    broken("task_text_given", lambda: Task.objects.create(period=cast.first_half, position=1, text=""))


# Pages ----------------------------------------------------------------------------------------------------------------
@pytest.fixture
def secretariat(client: Client, cast: Cast) -> Client:
    client.force_login(cast.secretary)
    return client


def test_the_calendar_leads_to_the_latest_year_that_is_led(secretariat: Client) -> None:
    assert secretariat.get("/c/cum-9/calendar/")["Location"] == YEAR


def test_the_cost_of_the_year_does_not_grow_with_tasks(secretariat: Client, cast: Cast, costs) -> None:
    def add(count: int) -> None:
        for _ in range(count):
            actions.add_task(period=cast.second_half, text="Việc", by=cast.secretary)

    costs(27, add=add, read=lambda: secretariat.get(YEAR))  # nine of them for the history


def test_readers_see_the_year_without_its_buttons(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    page = client.get(YEAR).text
    assert "Hội nghị sơ kết 6 tháng đầu năm 2019" in page
    assert "Thêm hội nghị" not in page
    assert "<textarea" not in page


def test_a_day_that_does_not_exist_is_named(secretariat: Client, cast: Cast) -> None:
    url = f"{YEAR}periods/{cast.first_half.pk}/"
    answer = secretariat.post(url, {"starts_on": "01/01/2019", "ends_on": "31/06/2019"})
    assert "31/06/2019" in str(answer.context["form"].errors["ends_on"])
    cast.first_half.refresh_from_db()
    assert cast.first_half.ends_on == date(2019, 6, 30)


def test_a_chair_without_an_office_is_refused(secretariat: Client, cast: Cast) -> None:
    values = {
        "period": cast.first_half.pk, "kind": "review", "title": "Hội nghị", "held_on": "05/07/2019",
        "part_of_day": "morning", "place": "Hà Tiên", "chairs-TOTAL_FORMS": "1", "chairs-INITIAL_FORMS": "0",
        "chairs-0-person": "Phan Văn Điển Hình",
    }  # fmt: skip
    url = f"{YEAR}conferences/{cast.conference.pk}/edit/"
    answer = secretariat.post(url, values)
    assert answer.status_code == 200
    assert "office" in answer.context["chairs"].forms[0].errors
    secretariat.post(url, {**values, "chairs-0-office": cast.office.pk})
    assert Chair.objects.get().person == "Phan Văn Điển Hình"


def test_an_extraordinary_session_is_entered_and_named(secretariat: Client, cast: Cast) -> None:
    posted = {"term": cast.session.term.pk, "kind": "extraordinary", "number": "7"}
    assert secretariat.post("/c/cum-9/calendar/assembly/sessions/new/", posted).status_code == 302
    page = secretariat.get("/c/cum-9/calendar/assembly/").content.decode()
    assert "Kỳ họp bất thường lần thứ 7" in page
    assert f"/c/cum-9/calendar/assembly/{cast.session.term.number}/extraordinary/7/" in page


def test_a_session_entered_twice_is_a_message(secretariat: Client, cast: Cast) -> None:
    days = {"opens_on": "20/05/2019", "closes_on": "14/06/2019"}
    posted = {"term": cast.session.term.pk, "kind": "regular", "number": "7", **days}
    answer = secretariat.post("/c/cum-9/calendar/assembly/sessions/new/", posted)
    assert answer.status_code == 200
    assert answer.context["form"].errors
