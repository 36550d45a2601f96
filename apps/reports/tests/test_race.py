"""Several who act on one report at once, each with a connection of their own: nothing is lost, nothing done twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from apps.activities.catalogue import install
from apps.reports.actions import Asked, answer, ask, confirm, receive, send, send_on_behalf, withdraw, write_prose
from apps.reports.enums import ReportState, Way
from apps.reports.models import Prose, Question, Report, Version
from apps.reports.standing import standing_of
from apps.reports.tests.house import opened, sent, state
from tests.cast import Cast, make_cast

Act = Callable[[], object]


@pytest.fixture
def house(transactional_db: None) -> Cast:
    """Committed, so that every thread sees it; the catalogue is taken along when the tables are emptied."""
    install()
    return opened(make_cast())


def at_once(*acts: Act) -> list[object]:
    """What each gave, a refusal as its code."""
    barrier = Barrier(len(acts))

    def run(act: Act) -> object:
        try:
            barrier.wait(timeout=20)
            return act()
        except ValidationError as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [done.result(timeout=60) for done in [pool.submit(run, act) for act in acts]]


def questions(cast: Cast, *texts: str) -> list[Question]:
    return ask(report=Report.objects.get(), questions=[Asked(text=text) for text in texts], by=cast.secretary)


def stands(cast: Cast) -> ReportState:
    return standing_of(cast.first_half, cast.office).state


def test_a_double_click_sends_once(house: Cast) -> None:
    state(house, house.office, "voters", 5)
    answers = at_once(*[lambda: sent(house)] * 3)
    assert answers == [Version.objects.get()] * 3
    assert stands(house) == ReportState.SENT


def test_head_and_secretariat_at_once_make_one_version_of_one_content(house: Cast) -> None:
    half, office = house.first_half, house.office
    at_once(
        lambda: send(period=half, office=office, by=house.head),
        lambda: send_on_behalf(period=half, office=office, way=Way.TELEPHONE, by=house.secretary),
    )
    version = Version.objects.get()
    assert not version.awaits_confirmation  # the head sent it, before or after the call was written down


def test_who_sends_while_somebody_asks_is_refused_or_asked_about_the_newer_one(house: Cast) -> None:
    first = sent(house)
    state(house, house.office, "voters", 5)
    done, _asked = at_once(lambda: sent(house), lambda: questions(house, "Vì sao?"))
    question = Question.objects.get()
    assert stands(house) == ReportState.TO_COMPLETE
    assert (done, question.version) in [("open_questions", first), (Version.objects.last(), Version.objects.last())]


def test_nobody_receives_what_is_being_replaced(house: Cast) -> None:
    first = sent(house)
    state(house, house.office, "voters", 5)
    second, refusal = at_once(lambda: sent(house), lambda: receive(version=first, by=house.secretary))
    assert refusal in {"changed", "superseded"}
    assert isinstance(second, Version)
    assert second.number == 2
    assert stands(house) == ReportState.SENT
    assert not Version.objects.exclude(received_at=None).exists()


def test_two_receive_once(house: Cast) -> None:
    version = sent(house)
    answers = at_once(*[lambda: receive(version=version, by=house.secretary)] * 2)
    kept = Version.objects.get().received_at
    assert kept is not None
    assert [getattr(each, "received_at", each) for each in answers] == [kept, kept]


def test_two_confirm_once(house: Cast) -> None:
    version = send_on_behalf(period=house.first_half, office=house.office, way=Way.PAPER, by=house.secretary)
    answers = at_once(lambda: confirm(version=version, by=house.head), lambda: confirm(version=version, by=house.clerk))
    assert {getattr(each, "confirmed_by", each) for each in answers} == {Version.objects.get().confirmed_by}


def test_the_first_writes_make_one_report_and_keep_both(house: Cast) -> None:
    def write(section: str) -> Act:
        return lambda: write_prose(
            period=house.first_half, office=house.office, section=section, text="Nội dung", version=0, by=house.clerk
        )

    at_once(write("plan"), write("proposals"))
    assert Report.objects.count() == 1
    assert {each.section for each in Prose.objects.all()} == {"plan", "proposals"}


def test_of_two_in_one_section_one_is_told(house: Cast) -> None:
    def write(text: str) -> Act:
        return lambda: write_prose(
            period=house.first_half, office=house.office, section="plan", text=text, version=0, by=house.clerk
        )

    answers = at_once(write("Một"), write("Hai"))
    assert sum(each == "version" for each in answers) == 1
    assert Prose.objects.get() in answers


def test_of_two_answers_one_is_told(house: Cast) -> None:
    sent(house)
    (question,) = questions(house, "Vì sao?")
    answers = at_once(
        lambda: answer(question=question, text="Do mưa", by=house.clerk),
        lambda: answer(question=question, text="Do nắng", by=house.head),
    )
    assert sum(each == "answered" for each in answers) == 1


def test_two_who_withdraw_the_last_two_questions_leave_none_behind(house: Cast) -> None:
    sent(house)
    first, second = questions(house, "Một", "Hai")
    at_once(lambda: withdraw(question=first, by=house.secretary), lambda: withdraw(question=second, by=house.secretary))
    assert not Question.objects.open().exists()
    assert stands(house) == ReportState.SENT


def test_a_double_click_asks_once(house: Cast) -> None:
    sent(house)
    at_once(*[lambda: questions(house, "Vì sao?")] * 2)
    assert Question.objects.count() == 1
