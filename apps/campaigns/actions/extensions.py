"""More time for an office after the closing day: asked for, granted, refused, ended."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.models import Extension, Period
from apps.campaigns.rules import can_ask_extension, can_decide_extension
from apps.core import words
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.locks import hold
from apps.offices.models import Membership, Office

MESSAGES = {
    "extension_one_undecided": (
        "",
        gettext_lazy("The office has already asked for an extension that is not decided yet."),
    ),
}


def refuse_unless_deciding(by: User, period: Period) -> None:
    if not can_decide_extension(by, period.cluster, period.year):
        raise PermissionDenied


def _refuse_stranger(period: Period, office: Office) -> None:
    memberships = Membership.objects.filter(cluster=period.cluster_id, office=office)
    during = memberships.during(period.starts_on, period.ends_on)
    if not during.exists():
        raise PermissionDenied


def _refuse_without_closing_day(period: Period) -> None:
    if period.closes_on is None:
        raise ValidationError(
            _("The figures of this period have no closing day, so nothing has to be extended."), code="open"
        )


def _refuse_day(field: str, period: Period, until: date) -> None:
    """A day that opens something: not before today, and after the closing day itself."""
    today = timezone.localdate()
    if until < today:
        message = _("Expected today, %(day)s, or a later day.") % {"day": words.day(today)}
        raise ValidationError({field: message}, code="past")
    if period.closes_on and until <= period.closes_on:
        message = _("Until %(day)s the figures are open anyway. Expected a later day.") % {
            "day": words.day(period.closes_on)
        }
        raise ValidationError({field: message}, code="open_anyway")


def _refuse_blank(field: str, text: str) -> None:
    if not text.strip():
        raise ValidationError({field: _("A reason is needed; it stays beside the extension.")}, code="reason")


def _one_at_a_time(period: Period, office: Office) -> None:
    """Who asks, gives and decides for one office waits for the others."""
    hold(f"extension of office {office.pk} for period {period.pk}")


@action
def ask_extension(*, period: Period, office: Office, reason: str, wanted_until: date, by: User) -> Extension:
    """The office asks, with its reason, for figures to stay open until a day. One undecided at a time; the same sent
    again, by a double click, gives the one it made."""
    if not can_ask_extension(by, office):
        raise PermissionDenied
    _refuse_stranger(period, office)
    _refuse_without_closing_day(period)
    _refuse_blank("reason", reason)
    _refuse_day("wanted_until", period, wanted_until)
    _one_at_a_time(period, office)
    waiting = Extension.objects.undecided().filter(period=period, office=office).first()
    if waiting and (waiting.reason, waiting.wanted_until) == (reason.strip(), wanted_until):
        return waiting
    with explained(MESSAGES):
        return Extension.objects.create(
            period=period, office=office, reason=reason.strip(), wanted_until=wanted_until, asked_by=by
        )


def _undecided(extension: Extension, by: User) -> Extension:
    """The row, held until the end of the transaction."""
    refuse_unless_deciding(by, extension.period)
    return Extension.objects.select_for_update(of=("self",)).select_related("period__cluster").get(pk=extension.pk)


def _decided_already(row: Extension) -> ValidationError:
    said = (
        _("It was granted until %(day)s meanwhile, by %(who)s.")
        if row.granted_until
        else _("It was refused meanwhile, by %(who)s.")
    )
    day = words.day(row.granted_until) if row.granted_until else ""
    return ValidationError(said, params={"day": day, "who": str(row.decided_by)}, code="decided")


@action
def grant_extension(*, extension: Extension, until: date, by: User, decision: str = "") -> Extension:
    """Figures of the office stay open until the end of that day. Deciding twice alike does no harm; a second, other
    decision is refused and says what was decided."""
    row = _undecided(extension, by)
    if row.is_decided:
        if row.decided_by_id == by.pk and row.granted_until == until:
            return row
        raise _decided_already(row)
    _refuse_day("granted_until", row.period, until)
    row.granted_until, row.decision, row.decided_at, row.decided_by = until, decision.strip(), timezone.now(), by
    row.save(update_fields=["granted_until", "decision", "decided_at", "decided_by"])
    return row


@action
def refuse_extension(*, extension: Extension, decision: str, by: User) -> Extension:
    row = _undecided(extension, by)
    if row.is_decided:
        if row.decided_by_id == by.pk and row.granted_until is None:
            return row
        raise _decided_already(row)
    _refuse_blank("decision", decision)
    row.decision, row.decided_at, row.decided_by = decision.strip(), timezone.now(), by
    row.save(update_fields=["decision", "decided_at", "decided_by"])
    return row


@action
def give_extension(*, period: Period, office: Office, until: date, reason: str, by: User) -> Extension:
    """The secretariat opens the figures of an office that did not ask. Sent again it is the one that was given."""
    refuse_unless_deciding(by, period)
    _refuse_stranger(period, office)
    _refuse_without_closing_day(period)
    _refuse_blank("reason", reason)
    _refuse_day("granted_until", period, until)
    _one_at_a_time(period, office)
    rows = Extension.objects.filter(period=period, office=office)
    if rows.undecided().exists():
        raise ValidationError(_("The office has asked for an extension itself. Decide on that above."), code="asked")
    if given := rows.filter(granted_until=until, reason=reason.strip(), decided_by=by).first():
        return given
    return Extension.objects.create(
        period=period, office=office, reason=reason.strip(), wanted_until=until, asked_by=by, granted_until=until,
        decided_at=timezone.now(), decided_by=by,
    )  # fmt: skip


@action
def end_extension(*, extension: Extension, by: User) -> Extension:
    """Ends with this day, which is still open. One that is over already stays as it is."""
    row = _undecided(extension, by)
    today = timezone.localdate()
    if row.granted_until and row.granted_until > today:
        row.granted_until = today
        row.save(update_fields=["granted_until"])
    return row
