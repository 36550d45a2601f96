"""A supervision's recommendations one by one, and the two counts that follow them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from apps.activities import actions
from apps.activities.models import Opinions, Recommendation, Record, Supervision
from apps.activities.tests.factories import RecordFactory, SupervisionFactory, VoterMeetingFactory
from tests.cast import Cast

HERE = "/c/cum-9/2019H1/records/"
SENT = {"addressee": "UBND tỉnh", "text": "Bố trí kinh phí.", "level": "province", "sent_on": "02/04/2019"}


@pytest.fixture
def record(cast: Cast) -> Record:
    made: Any = SupervisionFactory(record__office=cast.office, record__title="Giám sát thí dụ")
    found: Record = made.record
    return found


def add(cast: Cast, record: Record, **values: Any) -> Recommendation:
    given = {"addressee": "UBND tỉnh", "text": "Bố trí kinh phí.", **values}
    return actions.add_recommendation(record=record, cluster=cast.cluster, values=given, by=cast.clerk)


def counts(record: Record) -> tuple[int | None, int | None]:
    row = Supervision.objects.get(pk=record.pk)
    return row.recommendations, row.recommendations_answered


def url(record: Record, *more: object) -> str:
    return "/".join([f"{HERE}{record.pk}/recommendations", *map(str, more), ""])


# The counts -----------------------------------------------------------------------------------------------------------
def test_the_counts_follow_every_change(cast: Cast, record: Record) -> None:
    assert counts(record) == (None, None)
    first, second = add(cast, record), add(cast, record, answered_on=date(2019, 4, 1))
    assert counts(record) == (2, 1)
    common: dict[str, Any] = {"cluster": cast.cluster, "by": cast.clerk}
    actions.change_recommendation(row=first, version=1, values={"answered_on": date(2019, 4, 2)}, **common)
    assert counts(record) == (2, 2)
    actions.delete_recommendation(row=second, **common)
    actions.delete_recommendation(row=second, **common)
    assert counts(record) == (1, 1)
    actions.delete_recommendation(row=first, **common)
    assert counts(record) == (None, None)
    actions.restore_recommendation(row=second, **common)
    actions.restore_recommendation(row=second, **common)
    assert counts(record) == (1, 1)
    assert [row.position for row in record.recommendation_rows.all()] == [1, 2]


def test_nobody_types_counts_that_rows_have(cast: Cast, record: Record, client: Client) -> None:
    add(cast, record)
    typed = {"recommendations": 9, "recommendations_answered": 8, "bodies": 4}
    actions.update_record(record=record, cluster=cast.cluster, version=1, values={}, detail=typed, by=cast.clerk)
    assert counts(record) == (1, 0)
    assert Supervision.objects.get().bodies == 4
    client.force_login(cast.clerk)
    form = client.get(f"{HERE}{record.pk}/edit/").context["form"]
    assert [form.fields[name].disabled for name in ("recommendations", "recommendations_answered", "bodies")] == [
        True, True, False,
    ]  # fmt: skip


def test_the_check_recounts(cast: Cast, record: Record) -> None:
    add(cast, record)
    SupervisionFactory(record__office=cast.office, recommendations=7)  # typed, without rows: nothing to compare
    assert actions.recommendations_counted_wrong() == []
    call_command("check_recommendations", stdout=StringIO())
    Supervision.objects.filter(pk=record.pk).update(recommendations=5)
    assert [row.pk for row in actions.recommendations_counted_wrong()] == [record.pk]
    with pytest.raises(CommandError):
        call_command("check_recommendations", stdout=StringIO())


def test_only_who_enters_for_the_office_and_only_on_a_living_supervision(cast: Cast, record: Record) -> None:
    row = add(cast, record)
    for by in (cast.other, cast.leader, cast.stranger, cast.administrator):
        common: dict[str, Any] = {"cluster": cast.cluster, "by": by}
        with pytest.raises(PermissionDenied):
            actions.add_recommendation(record=record, values={"addressee": "x", "text": "y"}, **common)
        with pytest.raises(PermissionDenied):
            actions.change_recommendation(row=row, version=1, values={"text": "y"}, **common)
        with pytest.raises(PermissionDenied):
            actions.delete_recommendation(row=row, **common)
    meeting: Any = VoterMeetingFactory(record__office=cast.office)
    with pytest.raises(Record.DoesNotExist):
        add(cast, meeting.record)
    actions.delete_record(record=record, cluster=cast.cluster, by=cast.clerk)
    with pytest.raises(ValidationError):
        add(cast, record)


# The forms ------------------------------------------------------------------------------------------------------------
def test_a_double_click_makes_one(cast: Cast, record: Record, client: Client) -> None:
    client.force_login(cast.clerk)
    data = {**SENT, "submission": str(uuid4())}
    for _time in range(2):
        assert client.post(url(record, "new"), data).status_code == 302
    row = Recommendation.objects.get()
    assert (row.addressee, row.level, row.sent_on, row.due_on) == ("UBND tỉnh", "province", date(2019, 4, 2), None)
    assert counts(record) == (1, 0)
    another = client.post(url(record, "new"), {**SENT, "submission": str(uuid4()), "another": "1"})
    assert another["Location"] == url(record, "new")
    assert counts(record) == (2, 0)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"addressee": ""}, "addressee", ""), ({"text": ""}, "text", ""), ({"level": "on_spot"}, "level", "on_spot"),
        ({"sent_on": "31/04/2019"}, "sent_on", "31/04/2019"), ({"sent_on": "01/01/2999"}, "sent_on", "01/01/2999"),
        ({"due_on": "01/04/2019"}, "due_on", "01/04/2019"),
        ({"answered_on": "01/04/2019"}, "answered_on", "01/04/2019"),
        ({"answer_number": "12/UBND"}, "answered_on", "ngày trả lời"), ({"answer": "Đã làm"}, "answered_on", "ngày"),
        ({"addressee": "a" * 301}, "addressee", "301"), ({"text": "a" * 10_001}, "text", "10001"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(
    cast: Cast, record: Record, client: Client, changes: dict[str, str], field: str, words: str
) -> None:
    client.force_login(cast.clerk)
    answer = client.post(url(record, "new"), {**SENT, **changes})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert words in answer.context["form"].errors[field][0].replace("10.001", "10001")
    assert not Recommendation.objects.exists()


def test_two_editors_see_both_values_and_choose(cast: Cast, record: Record, client: Client) -> None:
    row = add(cast, record)
    client.force_login(cast.clerk)
    page = client.get(url(record, row.pk))
    mine = {**SENT, "version": "1", "opened_with": page.context["opened_with"], "text": "Của tôi."}
    actions.change_recommendation(
        row=row, cluster=cast.cluster, version=1, values={"text": "Của họ."}, by=cast.head
    )  # fmt: skip
    answer = client.post(url(record, row.pk), mine)
    assert answer.status_code == 409
    differing = {each.name: (each.theirs, each.mine, each.prefers_mine) for each in answer.context["conflict"]}
    assert differing["text"] == ("Của họ.", "Của tôi.", True)
    assert "Trần Thị Thí Dụ" in answer.context["changed_by"]
    row.refresh_from_db()
    assert (row.text, row.version) == ("Của họ.", 2)
    settled = {**mine, "version": "2", "choose_text": "theirs", "choose_sent_on": "mine", "choose_level": "mine"}
    assert client.post(url(record, row.pk), settled).status_code == 302
    row.refresh_from_db()
    assert (row.text, row.sent_on, row.version) == ("Của họ.", date(2019, 4, 2), 3)


def test_what_both_saved_alike_is_saved(cast: Cast, record: Record, client: Client) -> None:
    row = add(cast, record)
    client.force_login(cast.clerk)
    mine = {"addressee": "UBND tỉnh", "text": "Như nhau.", "version": "1"}
    actions.change_recommendation(row=row, cluster=cast.cluster, version=1, values={"text": "Như nhau."}, by=cast.head)
    assert client.post(url(record, row.pk), mine).status_code == 302
    row.refresh_from_db()
    assert row.version == 2


def test_a_row_of_another_record_or_a_deleted_one_is_not_found(cast: Cast, record: Record, client: Client) -> None:
    row = add(cast, record)
    other: Any = SupervisionFactory(record__office=cast.office)
    meeting: Any = VoterMeetingFactory(record__office=cast.office)
    client.force_login(cast.clerk)
    assert client.get(url(other.record, row.pk)).status_code == 404
    assert client.post(url(other.record, row.pk, "delete")).status_code == 404
    assert client.get(url(meeting.record, "new")).status_code == 404
    client.post(url(record, row.pk, "delete"))
    assert client.get(url(record, row.pk)).status_code == 404
    assert client.post(url(record, row.pk), {**SENT, "version": "1"}).status_code == 404
    assert client.post(url(record, row.pk, "restore")).status_code == 302
    assert client.get(url(record, row.pk)).status_code == 200
    client.post(f"{HERE}{record.pk}/delete/")
    assert client.get(url(record, "new")).status_code == 404


# What the record's page says ------------------------------------------------------------------------------------------
def test_the_page_lists_them_with_the_due_day_of_the_law(cast: Cast, record: Record, client: Client) -> None:
    row = add(cast, record, sent_on=date(2019, 4, 2))
    add(cast, record, sent_on=date(2019, 4, 2), answered_on=date(2019, 4, 18), answer_number="45/UBND-NC")
    gone = add(cast, record, text="Đã bỏ")
    actions.delete_recommendation(row=gone, cluster=cast.cluster, by=cast.clerk)
    client.force_login(cast.clerk)
    page = client.get(f"{HERE}{record.pk}/")
    assert [(line.word, line.due) for line in page.context["asked"]] == [
        ("Quá hạn trả lời", "17/04/2019, tính theo Luật số 87/2015/QH13"),
        ("Trả lời muộn", "17/04/2019, tính theo Luật số 87/2015/QH13"),
    ]
    assert [line.row.text for line in page.context["removed"]] == ["Đã bỏ"]
    text = page.content.decode()
    assert "Kiến nghị chưa được trả lời: 1; hạn sớm nhất là ngày 17/04/2019" in text
    assert "45/UBND-NC" in text
    assert "Cần lưu ý theo quy định" in text
    assert "Đã xóa · Kiến nghị · UBND tỉnh" in text  # its story
    actions.change_recommendation(
        row=row, cluster=cast.cluster, version=1, values={"due_on": date(2999, 1, 1)}, by=cast.clerk
    )
    client.force_login(cast.leader)
    page = client.get(f"{HERE}{record.pk}/")
    first = page.context["asked"][0]
    assert (first.word, first.due) == ("Chờ trả lời", "01/01/2999")
    assert (page.context["removed"], page.context["new_recommendation_url"]) == ([], "")


def test_the_record_costs_the_same_however_many(
    cast: Cast, record: Record, client: Client, costs: Callable[..., None]
) -> None:
    client.force_login(cast.clerk)

    def more(times: int) -> None:
        for _time in range(times):
            add(cast, record, sent_on=date(2019, 4, 2))

    costs(21, add=more, read=lambda: client.get(f"{HERE}{record.pk}/"))


def test_a_report_that_is_awaited_shows_its_day(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    for values, expected in (
        ({}, "14/03/2019, tính theo Luật số 87/2015/QH13"),
        ({"report_state": "issued"}, ""),
        ({"reported_on": date(2019, 3, 9)}, ""),
        ({"initiator": "central_team"}, ""),
    ):
        made: Any = SupervisionFactory(record__office=cast.office, record__ends_on=date(2019, 3, 4), **values)
        dues = client.get(f"{HERE}{made.record.pk}/").context["dues"]
        assert [value for _label, value in dues] == ([expected] if expected else [])


def test_a_batch_shows_when_its_answer_is_due(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    for values, expected in (({}, 1), ({"due_on": date(2025, 7, 1)}, 0), ({"answered_on": date(2025, 5, 1)}, 0)):
        record: Any = RecordFactory(kind="opinions", office=cast.office, starts_on=date(2025, 4, 1))
        Opinions.objects.create(record=record, level="centre", opinions=4, **values)
        dues = client.get(f"{HERE}{record.pk}/").context["dues"]
        assert len(dues) == expected
        assert not dues or dues[0][1].startswith("31/05/2025, tính theo Nghị quyết liên tịch số 72/2025")


def test_the_next_form_says_what_to_note_about_the_last(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    data = {
        "owner": "bac-lieu", "starts_on": "21/03/2019", "title": "Giám sát", "kind": "thematic", "deputies": "2",
        "initiator": "delegation", "report_state": "issued", "bodies_named": "Sở Y tế\n\nSở Tài chính\n", "bodies": "9",
        "another": "1",
    }  # fmt: skip
    page = client.post(f"{HERE}new/supervision/", data, follow=True)
    assert "Đoàn giám sát có 2 ĐBQH; quy định ít nhất 3. Luật số 87/2015/QH13" in page.content.decode()
    assert Supervision.objects.get().bodies == 2


def test_the_period_examined_is_in_order(cast: Cast, client: Client) -> None:
    client.force_login(cast.clerk)
    data = {
        "owner": "bac-lieu", "starts_on": "21/03/2019", "title": "Giám sát", "kind": "thematic",
        "initiator": "delegation", "report_state": "issued", "examined_from": "01/01/2018", "examined_to": "31/12/2017",
    }  # fmt: skip
    errors = client.post(f"{HERE}new/supervision/", data).context["form"].errors
    assert list(errors) == ["examined_to"]
    assert "31/12/2017" in errors["examined_to"][0]


def test_named_bodies_are_counted_whatever_is_typed_later(cast: Cast, record: Record) -> None:
    common: dict[str, Any] = {"record": record, "cluster": cast.cluster, "values": {}, "by": cast.clerk}
    actions.update_record(version=1, detail={"bodies_named": "Sở A\nSở B"}, **common)
    actions.update_record(version=2, detail={"bodies": 7}, **common)
    assert Supervision.objects.get().bodies == 2
    actions.update_record(version=3, detail={"bodies": 7, "bodies_named": ""}, **common)
    assert Supervision.objects.get().bodies == 7


# The list -------------------------------------------------------------------------------------------------------------
def test_the_list_finds_what_is_overdue(cast: Cast, client: Client) -> None:
    today, found = timezone.localdate(), []
    for title, values, late in (
        ("theo luật", {"sent_on": date(2019, 4, 2)}, True),
        ("đã trả lời", {"sent_on": date(2019, 4, 2), "answered_on": date(2019, 4, 3)}, False),
        ("hạn đã ghi còn", {"sent_on": date(2019, 4, 2), "due_on": today}, False),
        ("hạn đã ghi qua", {"due_on": today - timedelta(days=1)}, True),
        ("chưa gửi", {}, False),
    ):
        made: Any = SupervisionFactory(record__office=cast.office, record__title=title)
        add(cast, made.record, **values)
        found += [title] if late else []
    for kind in ({"initiator": "deputy"}, {"kind": "survey"}):
        outside: Any = SupervisionFactory(record__office=cast.office, record__title="không theo luật", **kind)
        add(cast, outside.record, sent_on=date(2019, 4, 2))
    gone: Any = SupervisionFactory(record__office=cast.office, record__title="đã xóa dòng")
    row = add(cast, gone.record, sent_on=date(2019, 4, 2))
    actions.delete_recommendation(row=row, cluster=cast.cluster, by=cast.clerk)
    client.force_login(cast.clerk)
    page = client.get(HERE, {"list": "supervision", "overdue": "on"})
    assert sorted(line.title for line in page.context["lines"]) == sorted(found)
    assert page.context["count"] == 2
    assert "overdue=on" in page.context["export_url"]
    assert "overdue" not in client.get(HERE, {"list": "voter_meeting"}).context["form"].fields


def test_the_filtered_list_costs_the_same(cast: Cast, client: Client, costs: Callable[..., None]) -> None:
    client.force_login(cast.clerk)

    def more(times: int) -> None:
        for _time in range(times):
            made: Any = SupervisionFactory(record__office=cast.office)
            add(cast, made.record, sent_on=date(2019, 4, 2))

    query = {"list": "supervision", "overdue": "on"}
    costs(13, add=more, read=lambda: client.get(HERE, query))  # one more than the plain list: the limits


def test_the_search_knows_bodies_and_field_of_law(cast: Cast, client: Client) -> None:
    SupervisionFactory(record__office=cast.office, bodies_named="Sở Y tế\nSở Tài chính", bodies=2)
    SupervisionFactory(record__office=cast.office, legal_field="Tài nguyên nước")
    client.force_login(cast.clerk)
    for words, found in (("tai chinh", 1), ("nuoc", 1), ("tai", 2), ("giao duc", 0)):
        assert client.get(HERE, {"list": "supervision", "q": words}).context["count"] == found
