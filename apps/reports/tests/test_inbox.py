"""What waits for whom about offices' reports, in the first half of 2019, due on 30/06/2019."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from apps.accounts.models import User
from apps.core.inbox import Cost, InboxItem, items
from apps.offices.models import Office, Role
from apps.reports.actions import receive
from apps.reports.enums import ReportState
from apps.reports.expected import expected_offices
from apps.reports.tests import house
from apps.reports.tests.rows import by_telephone, extension, question, report
from apps.reports.waiting import waiting
from tests.cast import Cast, make_user

DUE = date(2019, 6, 30)
BEFORE = DUE - timedelta(days=5)
LATE = DUE + timedelta(days=3)


def of(user: User, on: date) -> list[InboxItem]:
    """The items of the first half alone; read anew, as a new request would."""
    fresh = User.objects.get(pk=user.pk)
    return [item for item in items(fresh, on) if "6 tháng đầu" in item.title]


def steps(user: User, on: date = BEFORE) -> list[str]:
    return [item.step.removeprefix("reports.") for item in of(user, on)]


def sent(cast: Cast, office: Office | None = None) -> None:
    report(cast.first_half, office or cast.office, ReportState.SENT, cast.head)


@pytest.mark.parametrize(
    ("on", "word", "cost"),
    [
        (DUE - timedelta(days=31), None, None),
        (DUE - timedelta(days=30), "còn 30 ngày", Cost.LATER),
        (DUE - timedelta(days=7), "còn 07 ngày", Cost.RUNS_OUT),
        (DUE, "đến hạn hôm nay", Cost.RUNS_OUT),
        (DUE + timedelta(days=3), "quá hạn 03 ngày", Cost.LATE),
        (DUE + timedelta(days=61), "quá hạn từ 30/06/2019", Cost.LATE),
    ],
)
def test_a_draft_waits_for_its_clerk_by_its_day(cast: Cast, on: date, word: str | None, cost: Cost | None) -> None:
    found = of(cast.clerk, on)
    assert [(item.step, item.about, item.word, item.cost) for item in found] == (
        [("reports.prepare", "Bạc Liêu", word, cost)] if word else []
    )


def test_the_clerk_prepares_and_the_head_sends(cast: Cast) -> None:
    assert (steps(cast.clerk), steps(cast.head)) == (["prepare"], ["send"])
    sent(cast)
    assert (steps(cast.clerk), steps(cast.head)) == ([], [])


def test_an_extension_moves_the_day(cast: Cast) -> None:
    extension(cast.first_half, cast.office, cast.head, granted_until=DUE + timedelta(days=5))
    [item] = of(cast.head, LATE)
    assert (item.word, item.due_on, item.cost) == ("còn 02 ngày", date(2019, 7, 5), Cost.RUNS_OUT)
    assert of(cast.other, LATE)[0].word == "quá hạn 03 ngày"


def test_completion_tells_the_number_of_open_questions(cast: Cast) -> None:
    made = report(cast.first_half, cast.office, ReportState.TO_COMPLETE, cast.head)
    first = question(made, "Số cuộc giám sát?", cast.secretary)
    question(made, "Nêu rõ khó khăn", cast.secretary)
    for person in (cast.clerk, cast.head):
        [item] = of(person, BEFORE)
        assert (item.step, item.about, item.word) == (
            "reports.complete", "Bạc Liêu · 02 câu hỏi chưa trả lời", "đề nghị bổ sung",
        )  # fmt: skip
    first.withdrawn_at, first.withdrawn_by = timezone.now(), cast.secretary
    first.save(update_fields=["withdrawn_at", "withdrawn_by"])
    assert of(cast.clerk, LATE)[0].about == "Bạc Liêu · 01 câu hỏi chưa trả lời"
    assert of(cast.clerk, LATE)[0].cost == Cost.LATE


def test_what_was_entered_on_behalf_waits_to_be_confirmed(cast: Cast) -> None:
    by_telephone(cast.first_half, cast.office, cast.secretary)
    [item] = of(cast.clerk, BEFORE)
    assert (item.step, item.cost) == ("reports.confirm", Cost.UNSETTLED)
    assert "số báo qua điện thoại, chờ văn bản" in item.about


def test_the_secretariat_receives_decides_and_chases(cast: Cast) -> None:
    sent(cast)
    extension(cast.first_half, cast.other_office, cast.other)
    assert sorted(steps(cast.secretary)) == ["extension", "receive"]
    found = of(cast.secretary, LATE)
    assert [item.step for item in found] == ["reports.chase", "reports.receive", "reports.extension"]
    assert found[0].about == "Cà Mau, Kiên Giang, Cần Thơ, Sóc Trăng, Hậu Giang"
    assert found[0].word == "05 Văn phòng quá hạn"
    assert found[2].about == "Hậu Giang · Cán bộ nghỉ ốm"


def test_what_changed_after_receipt_waits_for_the_head_and_the_secretariat(cast: Cast) -> None:
    house.fill(house.opened(cast), cast.office)
    receive(version=house.sent(cast), by=cast.secretary)
    assert steps(cast.head) == steps(cast.secretary) == []
    house.supervision(cast.office)
    assert (steps(cast.head), steps(cast.clerk), steps(cast.other)) == (["send_again"], [], ["prepare"])
    [item] = [item for item in of(cast.secretary, BEFORE) if item.step == "reports.receive_again"]
    assert (item.about, item.word, item.cost) == ("Bạc Liêu", "có thay đổi sau tiếp nhận", Cost.UNSETTLED)
    house.sent(cast)
    assert (steps(cast.head), steps(cast.secretary)) == ([], ["receive"])


def test_reading_what_changed_costs_the_same_for_three_offices(cast: Cast, costs: Callable[..., None]) -> None:
    house.opened(cast)
    offices = iter(cast.offices.values())

    def add(count: int) -> None:
        for _ in range(count):
            made = report(cast.first_half, next(offices), ReportState.RECEIVED, cast.secretary)
            assert made.current is not None

    costs(29, add=add, read=lambda: of(cast.secretary, BEFORE))


def test_once_published_nobody_is_asked_for_a_draft(cast: Cast) -> None:
    cast.first_half.published_on = LATE
    cast.first_half.save(update_fields=["published_on"])
    assert steps(cast.clerk, LATE) == steps(cast.secretary, LATE) == []
    sent(cast)
    assert steps(cast.secretary, LATE) == ["receive"]


def test_whoever_only_reads_has_nothing_to_do(cast: Cast) -> None:
    sent(cast)
    for person in (cast.leader, cast.administrator, cast.stranger):
        assert of(person, LATE) == []


def test_another_office_learns_nothing_of_a_draft_nor_of_its_questions(cast: Cast, client: Client) -> None:
    made = report(cast.first_half, cast.office, ReportState.TO_COMPLETE, cast.head)
    question(made, "Bí mật của Bạc Liêu", cast.secretary)
    by_telephone(cast.first_half, cast.offices["soc-trang"], cast.secretary)
    extension(cast.first_half, cast.office, cast.head)
    assert [item.about for item in items(cast.other, LATE) if "6 tháng đầu" in item.title] == ["Hậu Giang"]
    client.force_login(cast.other)
    shown = client.get("/inbox/").content.decode()
    assert "Hậu Giang" in shown
    for hidden in ("Bạc Liêu", "Sóc Trăng", "Bí mật", "nghỉ ốm"):
        assert hidden not in shown


def test_a_role_that_has_ended_leaves_nothing_waiting(cast: Cast) -> None:
    Role.objects.filter(user=cast.clerk).update(valid_to=DUE)
    assert steps(cast.clerk, DUE) == ["prepare"]
    assert steps(cast.clerk, LATE) == []


def test_the_offices_are_those_whose_reports_are_expected(cast: Cast) -> None:
    cast.offices["can-tho"].memberships.update(valid_to=DUE - timedelta(days=1))
    found = waiting([cast.first_half])
    assert [each.office for each in found] == expected_offices(cast.first_half)
    assert [each.name for each in found] == ["Cà Mau", "Kiên Giang", "Bạc Liêu", "Sóc Trăng", "Hậu Giang"]


def test_the_page_costs_the_same_however_much_waits(cast: Cast, client: Client, costs: Callable[..., None]) -> None:
    offices = iter(cast.offices.values())

    def add(count: int) -> None:
        for _ in range(count):
            office = next(offices)
            made = report(cast.first_half, office, ReportState.SENT, cast.secretary)
            question(made, "Hỏi", cast.secretary)
            extension(cast.second_half, office, cast.secretary)

    client.force_login(cast.secretary)
    costs(21, add=add, read=lambda: client.get("/inbox/"))


def test_the_empty_inbox_is_calm(cast: Cast, client: Client) -> None:
    client.force_login(cast.leader)
    assert "Không có việc nào đang chờ đồng chí" in client.get("/inbox/").content.decode()


def test_nobody_is_sent_to_sign_in(client: Client, db: None) -> None:
    assert client.get("/inbox/").status_code == 302


def test_two_roles_of_one_person_make_one_item(cast: Cast) -> None:
    person = make_user("hai.vai", "Người Hai Vai")
    for kind in ("clerk", "head"):
        Role.objects.create(user=person, kind=kind, office=cast.office, valid_from=date(2019, 1, 1))
    assert steps(person) == ["send"]
