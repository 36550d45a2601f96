"""Entering, changing, deleting: nothing twice, nothing overwritten unseen, nothing lost."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from apps.activities import actions
from apps.activities.enums import Kind
from apps.activities.forms.kinds import FORMS
from apps.activities.models import DraftLaw, Record, SocialWork
from apps.activities.sources import amount_in
from apps.activities.tests.factories import SupervisionFactory, VoterMeetingFactory
from apps.activities.tests.test_pages import HERE, send
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from tests.cast import Cast


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page) or re.search(rf'value="([^"]*)" name="{name}"', page)
    assert found, name
    return found[1]


def errors_of(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 422
    return dict(answer.context["form"].errors)


def test_a_form_sent_twice_is_one_record(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    key = hidden(client.get(f"{HERE}new/supervision/").content.decode(), "submission")
    first, second = (send(client, Kind.SUPERVISION, submission=key) for _ in range(2))
    assert Record.objects.count() == 1
    assert first["Location"] == second["Location"]
    send(client, Kind.SUPERVISION, submission=str(uuid4()))
    assert Record.objects.count() == 2


def test_the_slower_half_of_a_double_click_gets_the_record_of_the_quicker(cast: Cast, monkeypatch: Any) -> None:
    """Both looked before either had written: the constraint decides."""
    key = uuid4()

    def enter() -> Record:
        return actions.create_record(
            kind=Kind.CITIZEN_RECEPTION, cluster=cast.cluster, office=cast.office, submission=key, by=cast.clerk,
            values={"starts_on": date(2019, 3, 1)}, detail={"visits": 3},
        )  # fmt: skip

    first = enter()
    real, looks = Record.objects.filter, []

    def blind(*args: Any, **kwargs: Any) -> Any:
        looks.append(kwargs)
        return Record.objects.none() if len(looks) == 1 else real(*args, **kwargs)

    monkeypatch.setattr(Record.objects, "filter", blind)
    assert enter() == first


def test_another_persons_form_is_not_mine(cast: Cast) -> None:
    key = uuid4()
    values: dict[str, Any] = {"values": {"starts_on": date(2019, 3, 1)}, "detail": {}, "submission": key}
    common: dict[str, Any] = {"kind": Kind.CITIZEN_RECEPTION, "cluster": cast.cluster, **values}
    actions.create_record(**common, office=cast.office, by=cast.clerk)
    with pytest.raises(Exception, match="record_submission_once"):
        actions.create_record(**common, office=cast.other_office, by=cast.other)


def test_save_and_another_keeps_office_and_day(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    answer = send(client, Kind.SUPERVISION, another="1")
    page = client.get(answer["Location"]).content.decode()
    assert '<option value="bac-lieu" selected>' in page
    assert 'value="21/03/2019"' in page
    assert Record.objects.get().on_behalf


def test_the_own_office_is_chosen_for_a_clerk(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    page = client.get(f"{HERE}new/supervision/").content.decode()
    assert '<option value="bac-lieu" selected>' in page
    assert 'value="hau-giang"' not in page
    assert "Hoạt động chung của Cụm" not in page


def test_the_secretariat_enters_for_the_cluster_itself(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    send(client, Kind.SOCIAL_WORK, owner="own")
    record = Record.objects.get()
    assert (record.office, record.cluster, record.on_behalf) == (None, cast.cluster, False)


@pytest.mark.parametrize("owner", ["hau-giang", "own", "ha-giang", ""])
def test_a_clerk_enters_for_nobody_else(client: Client, cast: Cast, owner: str) -> None:
    client.force_login(cast.clerk)
    assert "owner" in errors_of(send(client, Kind.SUPERVISION, owner=owner))
    assert not Record.objects.exists()


def test_an_action_refuses_who_may_not_enter(cast: Cast) -> None:
    common: dict[str, Any] = {
        "kind": Kind.SUPERVISION, "cluster": cast.cluster, "values": {"starts_on": date(2019, 3, 1)}, "detail": {},
    }  # fmt: skip
    for office, by in (
        (cast.office, cast.other), (cast.office, cast.leader), (None, cast.clerk),
        (cast.foreign_office, cast.secretary),
    ):  # fmt: skip
        with pytest.raises(PermissionDenied):
            actions.create_record(**common, office=office, by=by)


def test_a_draft_law_is_one_however_it_is_typed(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.LAW_CONSULTATION)
    send(client, Kind.LAW_CONSULTATION, draft_name="  luật GIÁO DỤC (sửa đổi) ")
    assert DraftLaw.objects.count() == 1
    assert "Luật Giáo dục (sửa đổi)" in client.get(f"{HERE}new/law_consultation/").content.decode()


def test_a_session_belongs_to_before_or_after(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    session = str(cast.session.pk)
    found = errors_of(send(client, Kind.VOTER_MEETING, phase="other", session=session))
    assert list(found) == ["session"]
    assert "Không gắn kỳ họp" in found["session"][0]
    assert not Record.objects.exists()
    assert send(client, Kind.VOTER_MEETING, phase="after", session=session).status_code == 302


# What the database would refuse is said at the field, with the value ------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "changes", "field", "words"),
    [
        (Kind.SUPERVISION, {"starts_on": "31/06/2019"}, "starts_on", "31/06/2019"),
        (Kind.SUPERVISION, {"starts_on": "01/01/2999"}, "starts_on", "01/01/2999"),
        (Kind.SUPERVISION, {"ends_on": "20/03/2019"}, "ends_on", "20/03/2019"),
        (Kind.SUPERVISION, {"bodies": "-3"}, "bodies", "-3"),
        (Kind.SUPERVISION, {"bodies": "40000"}, "bodies", "40.000"),
        (Kind.SUPERVISION, {"kind": "nonsense"}, "kind", "nonsense"),
        (Kind.SUPERVISION, {"recommendations": "2", "recommendations_answered": "3"}, "recommendations_answered", "3"),
        (Kind.SUPERVISION, {"recommendations_answered": "3"}, "recommendations", "3"),
        (Kind.SUPERVISION, {"title": ""}, "title", ""),
        (Kind.VOTER_MEETING, {"opinions": "4"}, "opinions", "4"),
        (Kind.VOTER_MEETING, {"answered_in_writing": "5"}, "answered_in_writing", "5"),
        (Kind.VOTER_MEETING, {"phase": "before"}, "session", "Trước kỳ họp"),
        (Kind.VOTER_MEETING, {"requested_on": "02/03/2019", "replied_on": "01/03/2019"}, "replied_on", "01/03/2019"),
        (Kind.VOTER_MEETING, {"voters": "mười hai"}, "voters", "mười hai"),
        (Kind.VOTER_MEETING, {"voters": "3000000000"}, "voters", "3.000.000.000"),
        (Kind.SOCIAL_WORK, {"unit_value": "-1"}, "unit_value", "-1"),
        (Kind.SOCIAL_WORK, {"unit_value": "9223372036854775807"}, "unit_value", "9.223.372.036.854.775.807"),
        (Kind.LAW_CONSULTATION, {"method": "x"}, "method", "x"),
        (Kind.CITIZEN_RECEPTION, {"kind": "x"}, "kind", "x"),
        (Kind.LAW_CONSULTATION, {"draft_name": "a" * 301}, "draft_name", "301"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(
    client: Client, cast: Cast, kind: str, changes: dict[str, str], field: str, words: str
) -> None:
    client.force_login(cast.clerk)
    found = errors_of(send(client, kind, **changes))
    assert list(found) == [field]
    assert words in found[field][0]
    assert not Record.objects.exists()


def test_the_largest_gift_still_fits(client: Client, cast: Cast) -> None:
    client.force_login(cast.clerk)
    send(client, Kind.SOCIAL_WORK, gifts="1.000.000", unit_value="1.000.000.000.000")
    assert SocialWork.objects.get().total == 10**18


# Two at once ----------------------------------------------------------------------------------------------------------
def edit_form(client: Client, record: Record) -> dict[str, Any]:
    page = client.get(f"{HERE}{record.pk}/edit/")
    form = page.context["form"]
    data = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in data.items() if value is not False}
    data["starts_on"] = record.starts_on.strftime("%d/%m/%Y")
    return {**data, "opened_with": page.context["opened_with"]}


@pytest.fixture
def meeting(cast: Cast) -> Record:
    made: Any = VoterMeetingFactory(record__office=cast.office, record__place="Phường 1", voters=100, opinions=5)
    record: Record = made.record
    return record


def test_an_edit_is_saved(client: Client, cast: Cast, meeting: Record) -> None:
    client.force_login(cast.clerk)
    data = edit_form(client, meeting)
    assert client.post(f"{HERE}{meeting.pk}/edit/", {**data, "voters": "120"}).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.version, meeting.voter_meeting.voters) == (2, 120)


def test_two_editors_see_both_values_and_choose(client: Client, cast: Cast, meeting: Record) -> None:
    client.force_login(cast.clerk)
    mine = {**edit_form(client, meeting), "voters": "120", "note": "của tôi"}
    actions.update_record(
        record=meeting, cluster=cast.cluster, version=1, by=cast.head, values={"place": "Phường 2"},
        detail={"voters": 130},
    )  # fmt: skip
    answer = client.post(f"{HERE}{meeting.pk}/edit/", mine)
    assert answer.status_code == 409
    differing = {each.name: (each.theirs, each.mine, each.prefers_mine) for each in answer.context["conflict"]}
    assert differing == {
        "place": ("Phường 2", "Phường 1", False),
        "voters": ("130", "120", True),
        "note": ("", "của tôi", True),
    }
    assert "Trần Thị Thí Dụ" in answer.context["changed_by"]
    meeting.refresh_from_db()
    assert (meeting.place, meeting.voter_meeting.voters, meeting.note) == ("Phường 2", 130, "")
    page = answer.content.decode()
    settled = {
        **mine, "version": hidden(page, "version"), "choose_place": "theirs", "choose_voters": "mine",
        "choose_note": "mine",
    }  # fmt: skip
    assert client.post(f"{HERE}{meeting.pk}/edit/", settled).status_code == 302
    meeting = Record.objects.get(pk=meeting.pk)
    assert (meeting.place, meeting.voter_meeting.voters, meeting.note) == ("Phường 2", 120, "của tôi")


def test_an_edit_sent_twice_is_saved_once_and_is_no_conflict(client: Client, cast: Cast, meeting: Record) -> None:
    client.force_login(cast.clerk)
    data = {**edit_form(client, meeting), "voters": "120"}
    answers = [client.post(f"{HERE}{meeting.pk}/edit/", data).status_code for _ in range(2)]
    meeting.refresh_from_db()
    assert (answers, meeting.version) == ([302, 302], 2)


def test_a_deleted_record_is_not_edited(client: Client, cast: Cast, meeting: Record) -> None:
    client.force_login(cast.clerk)
    data = edit_form(client, meeting)
    actions.delete_record(record=meeting, cluster=cast.cluster, by=cast.head)
    assert client.post(f"{HERE}{meeting.pk}/edit/", data).status_code == 404
    with pytest.raises(ValidationError, match="xóa"):
        actions.update_record(
            record=meeting, cluster=cast.cluster, version=1, by=cast.clerk, values={"note": "x"}, detail={}
        )


# Deleting and bringing back -------------------------------------------------------------------------------------------
def test_deleting_offers_undo_and_both_may_be_repeated(client: Client, cast: Cast, meeting: Record) -> None:
    client.force_login(cast.clerk)
    for _ in range(2):
        answer = client.post(f"{HERE}{meeting.pk}/delete/", follow=True)
    assert f'action="{HERE}{meeting.pk}/restore/"' in answer.content.decode()
    meeting.refresh_from_db()
    assert meeting.deleted_by == cast.clerk
    assert client.get(f"{HERE}?list=voter_meeting").context["count"] == 0
    assert client.get(f"{HERE}?list=voter_meeting&deleted=on").context["count"] == 1
    for _ in range(2):
        assert client.post(f"{HERE}{meeting.pk}/restore/").status_code == 302
    meeting.refresh_from_db()
    assert (meeting.deleted_at, meeting.deleted_by_id) == (None, None)
    assert client.get(f"{HERE}?list=voter_meeting").context["count"] == 1


def test_the_story_is_told_in_words(client: Client, cast: Cast, meeting: Record) -> None:
    client.force_login(cast.clerk)
    data = {**edit_form(client, meeting), "kind": "theme", "conference": str(cast.conference.pk)}
    client.post(f"{HERE}{meeting.pk}/edit/", data)
    entry, *_rest = client.get(f"{HERE}{meeting.pk}/").context["story"]
    assert (entry.who, entry.what) == ("Lê Văn Ví Dụ", "Sửa")
    assert ("Loại hội nghị", "Nơi ứng cử", "Theo chuyên đề") in entry.changes
    assert ("Gắn với hội nghị", "", "Hội nghị sơ kết 6 tháng đầu năm 2019") in entry.changes
    assert len(entry.request_id) == 36


# Where it counts ------------------------------------------------------------------------------------------------------
def gifts_of_july(cast: Cast, **more: Any) -> Record:
    return actions.create_record(
        kind=Kind.SOCIAL_WORK, cluster=cast.cluster, office=None, by=cast.secretary,
        values={"starts_on": date(2019, 7, 4), **more}, detail={"gifts": 5, "unit_value": 1_200_000},
    )  # fmt: skip


def test_gifts_of_4_july_count_in_the_half_of_their_conference(client: Client, cast: Cast) -> None:
    record = gifts_of_july(cast, conference=cast.conference)
    assert record.counted_on == date(2019, 6, 30)
    client.force_login(cast.secretary)
    assert "6 tháng đầu năm 2019" in client.get(f"{HERE}{record.pk}/").context["counts"]
    assert client.get(f"{HERE}?list=social_work").context["count"] == 1
    actions.update_record(
        record=record, cluster=cast.cluster, version=1, by=cast.secretary, values={"conference": None}, detail={}
    )
    record.refresh_from_db()
    assert record.counted_on == date(2019, 7, 4)
    assert client.get(f"{HERE}?list=social_work").context["count"] == 0
    assert client.get("/c/cum-9/2019H2/records/?list=social_work").context["count"] == 1


def test_a_conference_of_another_cluster_is_refused(cast: Cast) -> None:
    Period.objects.filter(pk=cast.conference.period_id).update(cluster=cast.other_cluster)
    cast.conference.cluster = cast.other_cluster
    cast.conference.save()
    with pytest.raises(PermissionDenied):
        gifts_of_july(cast, conference=cast.conference)


def test_what_is_attached_moves_with_the_window_and_the_check_notices(cast: Cast) -> None:
    from apps.campaigns.actions.calendar import save_period

    record = gifts_of_july(cast, conference=cast.conference)
    restored = gifts_of_july(cast, conference=cast.conference)
    actions.delete_record(record=restored, cluster=cast.cluster, by=cast.secretary)
    SupervisionFactory(record__office=cast.office)
    assert actions.records_count_where_they_should() == []
    save_period(period=cast.first_half, values={"ends_on": date(2019, 6, 14)}, by=cast.secretary)
    for each in (record, restored):
        each.refresh_from_db()
        assert each.counted_on == date(2019, 6, 14)
    assert actions.records_count_where_they_should() == []
    Record.objects.filter(pk=record.pk).update(counted_on=date(2019, 3, 3))
    assert actions.records_count_where_they_should() == [(record, date(2019, 6, 14))]


def test_the_record_names_exactly_the_figures_in_which_it_counts(client: Client, cast: Cast) -> None:
    """The page asks one record; the reading asks the database. They must agree, also on what does not count."""
    for kind in FORMS:
        client.force_login(cast.clerk)
        send(client, kind)
    window = Window(cast.first_half.starts_on, cast.first_half.ends_on)
    for record in Record.objects.with_details():
        indicators = list(Indicator.objects.filter(source=record.kind))
        asked = {each.code: amount_in(each, record) for each in indicators}
        found = figures(indicators, cluster=cast.cluster, offices=[cast.office.pk], windows=[window])
        counted = {each.code: found.of(each.code, cast.office.pk).counted for each in indicators}
        assert {code: amount or 0 for code, amount in asked.items()} == {
            code: amount or 0 for code, amount in counted.items()
        }
        fed = client.get(f"{HERE}{record.pk}/").context["fed"]
        assert len(fed) == sum(amount is not None for amount in asked.values()) > 0
        assert all(client.get(each.url).status_code == 200 for each in fed)
