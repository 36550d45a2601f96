"""Reminding people of reports: claimed once each, gathered into one mail a person a day.

A reminder is claimed by INSERT … ON CONFLICT DO NOTHING, so that two calendars at once, or one that is late, remind
once. Its mail is stamped when it has gone; one that failed is tried again for a week, as long as what it says holds.
Without a mail address the claim stands and the inbox says the same.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core import mail
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core import inbox
from apps.core.locks import hold
from apps.core.words import padded
from apps.offices.enums import ENTERING_ROLES
from apps.offices.models import Role
from apps.reports.enums import ReportState, Step
from apps.reports.models import Reminder
from apps.reports.steps import REMINDED_FOR, step_on
from apps.reports.waiting import Waiting, waiting

log = logging.getLogger(__name__)

TRIED_FOR = timedelta(days=7)
WEEK = timedelta(days=7)
YEAR = timedelta(days=366)  # an extension may reach far beyond the due day, not beyond that


@dataclass(frozen=True)
class Reminded:
    sent: int = 0
    failed: int = 0


def remind(*, at: datetime) -> Reminded:
    """Claims what has come by now, then sends the mails. Daily; again, or twice at once, it does no harm."""
    claim(on=timezone.localdate(at), at=at)
    return send(at=at)


@transaction.atomic
def claim(*, on: date, at: datetime) -> None:
    """One row for each person who enters for an office today, for each report and step that has come."""
    come = [(each, step) for each in waiting(_periods(on)) if (step := _step(each, on)) is not None]
    people = _people({each.office.pk for each, _step in come}, on)
    Reminder.objects.bulk_create(
        [
            Reminder(
                period=each.period, office=each.office, user_id=person, step=step, round=_round(each), claimed_at=at
            )
            for each, step in come
            for person in people.get(each.office.pk, ())
        ],
        ignore_conflicts=True,
    )


def _periods(on: date) -> list[Period]:
    """Whose reports may have to be reminded of: due, nearly due, or to be completed, and not yet published."""
    due = Q(due_on__lte=on + WEEK, due_on__gte=on - YEAR)
    to_complete = Q(reports__state=ReportState.TO_COMPLETE, due_on__gte=on - YEAR)
    return list(Period.objects.filter(due | to_complete, published_on=None).select_related("cluster").distinct())


def _step(each: Waiting, on: date) -> Step | None:
    if each.state == ReportState.TO_COMPLETE:
        return Step.COMPLETION if each.days_over(on) <= REMINDED_FOR else None
    if each.state != ReportState.DRAFT or each.due_on is None:
        return None
    return step_on(each.due_on, on)


def _round(each: Waiting) -> int:
    """A day that was moved is reminded of anew; completion is, once for each version asked about."""
    if each.state == ReportState.TO_COMPLETE and each.report is not None and each.report.current is not None:
        return each.report.current.number
    return each.moved


def _people(offices: set[int], on: date) -> dict[int, list[int]]:
    """Office → those who enter for it on that day and whose account is open."""
    found: dict[int, list[int]] = {}
    roles = Role.objects.on(on).filter(office__in=offices, kind__in=sorted(ENTERING_ROLES), user__is_active=True)
    for office, person in roles.order_by("pk").values_list("office_id", "user_id"):
        assert office is not None  # they are offices' roles
        if person not in found.setdefault(office, []):
            found[office].append(person)
    return found


def send(*, at: datetime) -> Reminded:
    """A mail to each person with an address who has unsent reminders. One that fails keeps nobody else waiting."""
    recent = Reminder.objects.unsent().filter(claimed_at__gt=at - TRIED_FOR, user__is_active=True)
    people = recent.exclude(user__email="").order_by("user_id").values_list("user_id", flat=True).distinct()
    sent = failed = 0
    for person in list(people):
        try:
            sent += send_digest(person=person, at=at)
        except OSError:  # smtplib's errors are OSErrors, and so is a full disk
            log.exception("reports.remind: the mail to person %s has failed and will be tried again", person)
            failed += 1
    return Reminded(sent=sent, failed=failed)


@transaction.atomic
def send_digest(*, person: int, at: datetime) -> bool:
    """All that waits for a person, as one mail; its reminders are stamped once it has gone.

    False where there is nothing to say: no reminder still holds (the report was sent, the role has ended), or a mail
    went today already; what is new then goes tomorrow.
    """
    hold(f"reports.reminders.{person}")
    day = timezone.localdate(at)
    begins = timezone.make_aware(datetime.combine(day, datetime.min.time()))
    if Reminder.objects.filter(user=person, sent_at__gte=begins, sent_at__lt=begins + timedelta(days=1)).exists():
        return False
    user = User.objects.get(pk=person)
    holding = _holding(user, day, at)
    if not holding or not user.is_active or not user.email:
        return False
    with translation.override(user.language):
        message = _message(user, day)
    message.send()
    Reminder.objects.filter(pk__in=holding).update(sent_at=at)
    return True


def _holding(user: User, on: date, at: datetime) -> list[int]:
    """Keys of a person's unsent reminders that are still true today."""
    rows = list(
        Reminder.objects.unsent()
        .filter(user=user, claimed_at__gt=at - TRIED_FOR, period__published_on=None)
        .select_related("period")
    )
    held = Role.objects.on(on).filter(user=user, kind__in=sorted(ENTERING_ROLES)).values_list("office_id", flat=True)
    offices = {row.office_id for row in rows} & set(held)
    periods = {row.period_id: row.period for row in rows}
    now = {(each.period.pk, each.office.pk): each for each in waiting(periods.values(), offices)}
    return [row.pk for row in rows if _is_true(row, now.get((row.period_id, row.office_id)))]


def _is_true(row: Reminder, each: Waiting | None) -> bool:
    if each is None:
        return False
    if row.step == Step.COMPLETION:
        return each.state == ReportState.TO_COMPLETE and row.round == _round(each)
    return each.state == ReportState.DRAFT


def _message(user: User, on: date) -> mail.EmailMessage:
    """In the language that is active: the person's own. Everything in it is what the person's inbox says."""
    items = inbox.items(user, on)
    count = ngettext("Reminder: %(count)s task waits", "Reminder: %(count)s tasks wait", len(items))
    body = render_to_string(
        "reports/mail/digest.txt",
        {
            "person": user,
            "day": on,
            "items": items,
            "count": padded(len(items)),
            "site": settings.SITE_URL,
            "inbox": settings.SITE_URL + reverse("dashboards:inbox"),
        },
    )
    return mail.EmailMessage(subject=count % {"count": padded(len(items))}, body=body, to=[user.email])
