"""From draft to receipt and back: what each step does, what it refuses, and that repeating it does no harm."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from apps.activities.models import Record
from apps.indicators.models import Indicator
from apps.reports.actions import Asked, answer, ask, confirm, receive, send, send_on_behalf, withdraw
from apps.reports.content import difference, from_json
from apps.reports.enums import ReportState, Way
from apps.reports.models import Question, Report, Version
from apps.reports.standing import Standing, standing_of
from apps.reports.tests.house import fill, opened, sent, state, supervision
from tests.cast import Cast

DRAFT, SENT, TO_COMPLETE = ReportState.DRAFT, ReportState.SENT, ReportState.TO_COMPLETE
RECEIVED, STALE = ReportState.RECEIVED, ReportState.STALE


@pytest.fixture
def house(cast: Cast) -> Cast:
    fill(opened(cast), cast.office)
    return cast


def here(cast: Cast) -> Standing:
    return standing_of(cast.first_half, cast.office)


def asked(cast: Cast, *texts: str) -> list[Question]:
    report = Report.objects.get(office=cast.office)
    return ask(report=report, questions=[Asked(text=text) for text in texts or ("Vì sao?",)], by=cast.secretary)


def refused(code: str) -> Any:
    return pytest.raises(ValidationError, check=lambda error: error.code == code)


def test_without_a_row_it_is_a_draft(cast: Cast) -> None:
    found = here(cast)
    assert (found.state, found.report, found.version, found.changed, found.open_questions) == (
        DRAFT, None, None, False, 0,
    )  # fmt: skip


def test_the_whole_way(house: Cast) -> None:
    first = sent(house)
    assert (first.number, first.way, first.sent_by, here(house).state) == (1, Way.PROGRAM, house.head, SENT)

    voters = Indicator.objects.get(code="voters")
    record = Record.objects.get(office=house.office)
    about = [Asked(text="Thiếu số cử tri", indicator=voters), Asked(text="Ngày nào?", record=record)]
    questions = ask(report=first.report, questions=about, by=house.secretary)
    assert (here(house).state, here(house).open_questions) == (TO_COMPLETE, 2)
    assert {each.version for each in questions} == {first}

    state(house, house.office, "voters", 5)
    with refused("open_questions") as refusal:
        sent(house)
    for words in (voters.name, "Thiếu số cử tri", record.title, "Ngày nào?"):
        assert words in str(refusal.value)
    assert Version.objects.count() == 1

    for question in questions:
        answer(question=question, text="Đã bổ sung", by=house.clerk)
    second = sent(house)
    assert (second.number, here(house).state, here(house).open_questions) == (2, SENT, 0)
    assert set(difference(from_json(first.content), from_json(second.content)).figures) == {"voters"}

    receive(version=second, by=house.secretary)
    assert here(house).state == RECEIVED

    supervision(house.office)
    late = here(house)
    assert (late.state, late.changed, len(late.difference.records)) == (STALE, True, 1)
    assert Report.objects.get().state == RECEIVED  # stale is seen, not stored

    third = sent(house)
    assert (third.number, here(house).state) == (3, SENT)
    receive(version=third, by=house.secretary)
    assert here(house).state == RECEIVED
    assert [each.received_by for each in Version.objects.all()] == [None, house.secretary, house.secretary]


def test_sending_the_same_content_twice_changes_nothing(house: Cast) -> None:
    first = sent(house)
    again = send(period=house.first_half, office=house.office, by=house.head, note="lần nữa")
    assert again == first
    assert Version.objects.get().note == ""
    receive(version=first, by=house.secretary)
    assert sent(house) == first
    assert (here(house).state, Version.objects.count()) == (RECEIVED, 1)


def test_a_change_taken_back_makes_it_the_same_again(house: Cast) -> None:
    first = sent(house)
    receive(version=first, by=house.secretary)
    figure = state(house, house.office, "voters", 5)
    assert here(house).state == STALE
    figure.delete()
    assert here(house).state == RECEIVED
    assert sent(house) == first


def test_what_changed_before_receipt_is_sent_again_not_received(house: Cast) -> None:
    first = sent(house)
    state(house, house.office, "voters", 5)
    assert (here(house).state, here(house).changed) == (SENT, True)
    with refused("changed") as refusal:
        receive(version=first, by=house.secretary)
    assert "1 nội dung" in str(refusal.value.messages)
    assert Version.objects.get().received_at is None
    second = sent(house)
    with refused("superseded") as refusal:
        receive(version=first, by=house.secretary)
    assert "Phiên bản 1" in refusal.value.messages[0]
    assert "phiên bản 2" in refusal.value.messages[0]
    receive(version=second, by=house.secretary)
    assert here(house).state == RECEIVED


def test_receiving_twice_keeps_the_first_receipt(house: Cast) -> None:
    version = receive(version=sent(house), by=house.secretary)
    again = receive(version=version, by=house.secretary)
    assert (again.received_at, again.received_by) == (version.received_at, house.secretary)
    state(house, house.office, "voters", 5)
    with refused("changed"):
        receive(version=version, by=house.secretary)


def test_answers_that_are_enough_hand_the_same_version_back(house: Cast) -> None:
    version = sent(house)
    (question,) = asked(house)
    answer(question=question, text="Đúng như vậy", by=house.head)
    assert here(house).state == TO_COMPLETE
    assert sent(house) == version
    assert (here(house).state, Version.objects.count()) == (SENT, 1)
    receive(version=version, by=house.secretary)
    assert here(house).state == RECEIVED


def test_withdrawing_the_last_open_question_ends_the_completion(house: Cast) -> None:
    sent(house)
    first, second = asked(house, "Một", "Hai")
    withdraw(question=first, by=house.secretary)
    assert (here(house).state, here(house).open_questions) == (TO_COMPLETE, 1)
    withdraw(question=second, by=house.secretary)
    assert (here(house).state, here(house).open_questions) == (SENT, 0)
    withdrawn = withdraw(question=second, by=house.secretary)
    assert withdrawn.withdrawn_by == house.secretary
    assert here(house).state == SENT


def test_a_received_report_may_be_asked_about_and_stays_received_when_withdrawn(house: Cast) -> None:
    version = receive(version=sent(house), by=house.secretary)
    (question,) = asked(house)
    assert here(house).state == TO_COMPLETE
    with refused("to_complete"):
        receive(version=version, by=house.secretary)
    withdraw(question=question, by=house.secretary)
    assert here(house).state == RECEIVED


def test_what_is_asked_is_checked_whole(house: Cast) -> None:
    voters, record = Indicator.objects.get(code="voters"), Record.objects.get(office=house.office)
    with refused("draft"):
        asked(house)
    report = sent(house).report
    for code, unfit in {
        "required": Asked(text="  "),
        "section": Asked(text="Gì?", section="bogus"),
        "one_thing": Asked(text="Gì?", indicator=voters, record=record),
    }.items():
        with refused(code):
            ask(report=report, questions=[Asked(text="Tốt"), unfit], by=house.secretary)
    with refused("required"):
        ask(report=report, questions=[], by=house.secretary)
    foreign = supervision(house.other_office)
    with pytest.raises(PermissionDenied):
        ask(report=report, questions=[Asked(text="Gì?", record=foreign)], by=house.secretary)
    assert not Question.objects.exists()
    assert here(house).state == SENT


def test_a_double_click_asks_once(house: Cast) -> None:
    sent(house)
    assert asked(house, "Một", "Một") == asked(house, "Một") * 2
    assert Question.objects.count() == 1


def test_an_answer_stands_until_its_author_changes_it(house: Cast) -> None:
    sent(house)
    (question,) = asked(house)
    with refused("required"):
        answer(question=question, text=" ", by=house.clerk)
    answer(question=question, text="Do mưa", by=house.clerk)
    answer(question=question, text="Do mưa ", by=house.head)  # the same
    assert Question.objects.get().answered_by == house.clerk
    with refused("answered") as refusal:
        answer(question=question, text="Do nắng", by=house.head)
    assert "Do mưa" in refusal.value.messages[0]
    answer(question=question, text="Do nắng", by=house.head, seen="Do mưa")
    assert Question.objects.get().answer == "Do nắng"
    with refused("answered"):
        withdraw(question=question, by=house.secretary)
    sent(house)
    with refused("sent"):
        answer(question=question, text="Do bão", by=house.head, seen="Do nắng")


def test_a_withdrawn_question_is_not_answered(house: Cast) -> None:
    sent(house)
    first, _second = asked(house, "Một", "Hai")
    withdraw(question=first, by=house.secretary)
    with refused("withdrawn"):
        answer(question=first, text="Do mưa", by=house.clerk)


def test_only_three_open_questions_are_named(house: Cast) -> None:
    sent(house)
    asked(house, *(f"Câu {number}" for number in range(5)))
    with refused("open_questions") as refusal:
        sent(house)
    assert "Câu 2; 2 câu hỏi khác" in refusal.value.messages[0]
    assert "Câu 3" not in refusal.value.messages[0]


def test_nobody_sends_what_they_have_not_seen(house: Cast) -> None:
    seen = here(house).seen
    state(house, house.office, "voters", 5)
    with refused("seen"):
        send(period=house.first_half, office=house.office, by=house.head, seen=seen)
    assert not Version.objects.exists()
    send(period=house.first_half, office=house.office, by=house.head, seen=here(house).seen)
    assert Version.objects.get().number == 1


def by_telephone(cast: Cast, note: str = "Chị Lan đọc số") -> Version:
    return send_on_behalf(
        period=cast.first_half, office=cast.office, way=Way.TELEPHONE, note=note, by=cast.secretary
    )  # fmt: skip


def test_by_telephone_the_mark_stays_until_the_office_confirms(house: Cast) -> None:
    version = by_telephone(house)
    assert (version.way, version.note, version.awaits_confirmation) == (Way.TELEPHONE, "Chị Lan đọc số", True)
    receive(version=version, by=house.secretary)
    assert Version.objects.get().awaits_confirmation
    confirmed = confirm(version=version, by=house.clerk)
    assert (confirmed.confirmed_by, confirmed.awaits_confirmation) == (house.clerk, False)
    assert confirm(version=version, by=house.head).confirmed_by == house.clerk
    assert here(house).state == RECEIVED


def test_the_head_who_sends_the_same_confirms_it(house: Cast) -> None:
    version = by_telephone(house)
    assert sent(house) == version
    assert Version.objects.get().confirmed_by == house.head


def test_a_second_call_confirms_nothing(house: Cast) -> None:
    assert by_telephone(house) == by_telephone(house, note="Gọi lại")
    assert Version.objects.get().awaits_confirmation


def test_confirmation_binds_to_one_version(house: Cast) -> None:
    first = by_telephone(house)
    state(house, house.office, "voters", 5)
    second = by_telephone(house)
    with refused("superseded"):
        confirm(version=first, by=house.head)
    confirm(version=second, by=house.head)
    assert [each.confirmed_by for each in Version.objects.all()] == [None, house.head]


def test_what_the_office_sent_itself_needs_no_confirmation(house: Cast) -> None:
    with refused("own"):
        confirm(version=sent(house), by=house.head)


def test_on_behalf_needs_its_way(house: Cast) -> None:
    for way in (Way.PROGRAM, "", "bogus"):
        with refused("way"):
            send_on_behalf(period=house.first_half, office=house.office, way=way, by=house.secretary)


def test_numbers_rise_by_one(house: Cast) -> None:
    for value in range(3):
        sent(house)
        state(house, house.office, ("voters", "opinions", "surveys")[value], value)
    assert [each.number for each in Version.objects.all()] == [1, 2, 3]
    assert Report.objects.get().current.number == 3  # type: ignore[union-attr]
