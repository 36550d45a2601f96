"""Each reminder once: beat twice at once, beat late, mails that fail, roles that end. The half is due 30/06/2019."""

from __future__ import annotations

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from celery.exceptions import Retry
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone

from apps.accounts.models import User
from apps.offices.models import Role
from apps.reports import tasks
from apps.reports.actions import reminders
from apps.reports.actions.reminders import Reminded, remind
from apps.reports.enums import ReportState, Step
from apps.reports.models import Reminder
from apps.reports.tests.rows import extension, moment, question, report
from tests.cast import Cast, make_cast

DUE = date(2019, 6, 30)
DAY = timedelta(days=1)


@pytest.fixture
def asked(cast: Cast) -> Cast:
    return addressed(cast)


def addressed(cast: Cast) -> Cast:
    """Everybody has an address; only Bạc Liêu and Hậu Giang have people, and only the first half is due in June."""
    for name, user in cast.people.items():
        if user is not None:
            user.email = f"{name}@example.vn"
            user.save(update_fields=["email"])
    return cast


def claimed() -> list[tuple[str, str]]:
    rows = Reminder.objects.order_by("claimed_at", "user__username", "pk")
    return [(row.user.username, row.step) for row in rows.select_related("user")]


def addresses(mails: list[Any]) -> list[str]:
    return sorted(address for mail in mails for address in mail.to)


@pytest.mark.parametrize("late", range(4))
def test_beat_that_is_late_reminds_of_the_latest_step_alone(asked: Cast, mailoutbox: list[Any], late: int) -> None:
    remind(at=moment(DUE - 7 * DAY))
    mailoutbox.clear()
    remind(at=moment(DUE + (1 + late) * DAY))  # the day before was missed altogether
    assert addresses(mailoutbox) == ["clerk@example.vn", "head@example.vn", "other@example.vn"]
    assert sorted({step for _who, step in claimed()}) == [Step.DAY_AFTER, Step.WEEK_BEFORE]
    for _again in range(2):
        assert remind(at=moment(DUE + (1 + late) * DAY, hour=20)) == Reminded()
    assert remind(at=moment(DUE + 6 * DAY)) == Reminded()
    assert len(mailoutbox) == 3


def test_each_step_once_day_after_day(asked: Cast, mailoutbox: list[Any]) -> None:
    for day in range(-20, 90):
        remind(at=moment(DUE + day * DAY))
    steps = [step for who, step in claimed() if who == "chuyen.vien"]
    assert steps == [Step.WEEK_BEFORE, Step.DAY_BEFORE, Step.DAY_AFTER, Step.WEEK_AFTER]
    assert addresses(mailoutbox).count("clerk@example.vn") == 4
    assert Reminder.objects.unsent().count() == 0


def test_an_old_period_reminds_nobody(asked: Cast, mailoutbox: list[Any]) -> None:
    assert remind(at=timezone.now()) == Reminded()
    assert (mailoutbox, claimed()) == ([], [])


def test_none_to_a_person_whose_role_has_ended(asked: Cast, mailoutbox: list[Any]) -> None:
    Role.objects.filter(user=asked.clerk).update(valid_to=DUE)
    remind(at=moment(DUE + DAY))
    assert addresses(mailoutbox) == ["head@example.vn", "other@example.vn"]
    assert "chuyen.vien" not in {who for who, _step in claimed()}


def test_none_where_the_role_ended_between_the_claim_and_the_mail(asked: Cast, mailoutbox: list[Any]) -> None:
    reminders.claim(on=DUE + DAY, at=moment(DUE + DAY))
    Role.objects.filter(user=asked.clerk).update(valid_to=DUE)
    User.objects.filter(pk=asked.head.pk).update(is_active=False)
    reminders.send(at=moment(DUE + DAY))
    assert addresses(mailoutbox) == ["other@example.vn"]
    assert {row.user for row in Reminder.objects.unsent()} == {asked.clerk, asked.head}


def test_none_to_a_closed_account_nor_to_the_secretariat_nor_to_those_who_read(asked: Cast) -> None:
    User.objects.filter(pk=asked.clerk.pk).update(is_active=False)
    remind(at=moment(DUE + DAY))
    assert {who for who, _step in claimed()} == {"chanh.vp", "chuyen.vien.2"}


def test_what_was_sent_is_not_reminded_of(asked: Cast, mailoutbox: list[Any]) -> None:
    reminders.claim(on=DUE - DAY, at=moment(DUE - DAY))
    report(asked.first_half, asked.office, ReportState.SENT, asked.head)
    reminders.send(at=moment(DUE - DAY))
    remind(at=moment(DUE + DAY))
    assert addresses(mailoutbox) == ["other@example.vn"] * 2


def test_completion_once_for_each_version_asked_about(asked: Cast, mailoutbox: list[Any]) -> None:
    made = report(asked.first_half, asked.office, ReportState.TO_COMPLETE, asked.head)
    question(made, "Số cuộc giám sát?", asked.secretary)
    for day in (-40, -39, -38):
        remind(at=moment(DUE + day * DAY))
    assert addresses(mailoutbox) == ["clerk@example.vn", "head@example.vn"]
    assert "Bạc Liêu · 01 câu hỏi chưa trả lời: đề nghị bổ sung" in mailoutbox[0].body
    report(asked.first_half, asked.office, ReportState.TO_COMPLETE, asked.head)
    remind(at=moment(DUE - 37 * DAY))
    assert sorted(Reminder.objects.filter(user=asked.clerk).values_list("round", flat=True)) == [1, 2]


def test_an_extension_moves_the_steps(asked: Cast, mailoutbox: list[Any]) -> None:
    remind(at=moment(DUE - DAY))
    mailoutbox.clear()
    extension(asked.first_half, asked.office, asked.secretary, granted_until=DUE + 10 * DAY)
    remind(at=moment(DUE + DAY))
    assert addresses(mailoutbox) == ["other@example.vn"]
    remind(at=moment(DUE + 9 * DAY))
    assert addresses(mailoutbox) == ["clerk@example.vn", "head@example.vn", "other@example.vn", "other@example.vn"]
    assert "hạn 10/07/2019" in mailoutbox[-2].body + mailoutbox[-3].body


def test_one_mail_gathers_all_that_waits_in_the_persons_language(asked: Cast, mailoutbox: list[Any]) -> None:
    User.objects.filter(pk=asked.other.pk).update(language="en")
    asked.second_half.due_on = DUE + 5 * DAY
    asked.second_half.save(update_fields=["due_on"])
    remind(at=moment(DUE - DAY))
    assert len(mailoutbox) == 3
    mail = next(mail for mail in mailoutbox if mail.to == ["head@example.vn"])
    assert mail.subject == "Nhắc việc: 02 việc cần xử lý"
    assert mail.body.startswith("Kính gửi đồng chí Trần Thị Thí Dụ,\n\nĐến ngày 29/06/2019, đồng chí có 02 việc")
    assert "1. Gửi báo cáo 6 tháng đầu năm 2019\n   Bạc Liêu: còn 01 ngày (hạn 30/06/2019)\n   http" in mail.body
    assert "/c/cum-9/2019H2/" in mail.body
    assert "http://localhost:8000/inbox/" in mail.body
    english = next(mail for mail in mailoutbox if mail.to == ["other@example.vn"])
    assert english.subject == "Reminder: 2 tasks wait"
    assert Reminder.objects.filter(user=asked.head).count() == 2


def test_a_mail_tells_nothing_of_another_office(asked: Cast, mailoutbox: list[Any]) -> None:
    made = report(asked.first_half, asked.office, ReportState.TO_COMPLETE, asked.head)
    question(made, "Bí mật của Bạc Liêu", asked.secretary)
    remind(at=moment(DUE + DAY))
    mail = next(mail for mail in mailoutbox if mail.to == ["other@example.vn"])
    assert "Hậu Giang" in mail.body
    assert "Bạc Liêu" not in mail.body
    assert "Bí mật" not in mail.body


def test_one_mail_a_day_what_is_new_goes_the_next_day(asked: Cast, mailoutbox: list[Any]) -> None:
    remind(at=moment(DUE - DAY))
    report(asked.first_half, asked.office, ReportState.TO_COMPLETE, asked.head)
    remind(at=moment(DUE - DAY, hour=15))
    assert addresses(mailoutbox).count("clerk@example.vn") == 1
    remind(at=moment(DUE))
    assert addresses(mailoutbox).count("clerk@example.vn") == 2


def test_without_an_address_the_claim_stands_and_the_inbox_says_it(asked: Cast, mailoutbox: list[Any]) -> None:
    User.objects.update(email="")
    assert remind(at=moment(DUE + DAY)) == Reminded()
    assert mailoutbox == []
    assert Reminder.objects.unsent().count() == 3


class Failing(EmailBackend):
    """Refuses the head's mails while `refuses`."""

    refuses = True

    def send_messages(self, messages: Any) -> int:
        if self.refuses and any("head@example.vn" in message.to for message in messages):
            raise ConnectionRefusedError("no server")
        return super().send_messages(messages)


def test_a_mail_that_fails_is_tried_again_and_keeps_nobody_waiting(
    asked: Cast, mailoutbox: list[Any], settings: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    settings.EMAIL_BACKEND = "apps.reports.tests.test_reminders.Failing"
    assert remind(at=moment(DUE - DAY)) == Reminded(sent=2, failed=1)
    assert [row.user for row in Reminder.objects.unsent()] == [asked.head]
    assert "will be tried again" in caplog.text
    monkeypatch.setattr(Failing, "refuses", False)
    assert remind(at=moment(DUE - DAY, hour=9)) == Reminded(sent=1)
    assert remind(at=moment(DUE - DAY, hour=10)) == Reminded()
    assert addresses(mailoutbox) == ["clerk@example.vn", "head@example.vn", "other@example.vn"]


def test_it_is_not_tried_for_ever(asked: Cast, mailoutbox: list[Any], settings: Any) -> None:
    User.objects.exclude(pk=asked.head.pk).update(email="")
    settings.EMAIL_BACKEND = "apps.reports.tests.test_reminders.Failing"
    assert remind(at=moment(DUE + 7 * DAY)) == Reminded(failed=1)
    assert remind(at=moment(DUE + 13 * DAY)) == Reminded(failed=1)
    assert remind(at=moment(DUE + 14 * DAY)) == Reminded()


def test_the_task_asks_to_be_run_again_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminders, "remind", lambda at: Reminded(sent=2, failed=1))
    with pytest.raises(Retry):
        tasks.remind.apply(throw=True).get()
    monkeypatch.setattr(reminders, "remind", lambda at: Reminded(sent=2))
    assert tasks.remind.apply(throw=True).successful()


@pytest.mark.django_db(transaction=True)
def test_twice_at_once_is_once(mailoutbox: list[Any]) -> None:
    addressed(make_cast())
    start = threading.Barrier(4)
    done: list[Reminded] = []

    def beat() -> None:
        try:
            start.wait()
            done.append(remind(at=moment(DUE + DAY)))
        finally:
            connection.close()

    threads = [threading.Thread(target=beat) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert addresses(mailoutbox) == ["clerk@example.vn", "head@example.vn", "other@example.vn"]
    assert Reminder.objects.count() == 3
    assert sum(each.sent for each in done) == 3
    assert len(done) == 4


def test_beat_asks_daily(settings: Any) -> None:
    entry = next(each for each in settings.CELERY_BEAT_SCHEDULE.values() if each["task"] == "reports.remind")
    assert (entry["schedule"].hour, entry["schedule"].minute) == ({7}, {30})
