"""Who comes to a conference, and the talks that offices register for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.models import Conference, Contribution, Delegate
from apps.campaigns.rules import can_register
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc, sort_key
from apps.offices.models import Office

DELEGATE_MESSAGES = {
    "delegate_once": ("name", gettext_lazy("This person is on the list already.")),
    "delegate_name_given": ("name", gettext_lazy("Write down the full name.")),
    "delegate_of_one_body": ("body", gettext_lazy("Choose a member office, or name the body of a guest: one of them.")),
}
CONTRIBUTION_MESSAGES = {
    "contribution_once": ("title", gettext_lazy("The office has registered a talk of this title already.")),
    "contribution_title_given": ("title", gettext_lazy("Write down the title.")),
}


def _refuse_unless_registering(by: User, conference: Conference, office_id: int | None) -> None:
    if not can_register(by, conference, office_id, timezone.localdate()):
        raise PermissionDenied


def _refuse_strangers(conference: Conference, office: Office | None) -> None:
    if office is None:
        return
    period = conference.period
    if not Office.objects.members_of(conference.cluster, period.starts_on, period.ends_on).filter(pk=office.pk):
        message = _("%(office)s is no member of the cluster in %(period)s.") % {"office": office, "period": period}
        raise ValidationError({"office": message}, code="stranger")


def _write(row: Delegate, values: Mapping[str, Any]) -> Delegate:
    """The one writer of `sort_key`: given name first, Vietnamese alphabet."""
    for name, value in values.items():
        setattr(row, name, nfc(value) if isinstance(value, str) else value)
    row.sort_key = sort_key(row.name)
    row.clean_fields(exclude=["created_by", "sort_key"])
    with explained(DELEGATE_MESSAGES):
        row.save()
    return row


@action
def register_delegate(
    *, conference: Conference, office: Office | None, name: str, by: User, **values: str
) -> tuple[Delegate, bool]:
    """`values`: `post`, `kind`, and `body` of a guest. Sent twice, the person is on the list once: the row, and whether
    it is new."""
    _refuse_unless_registering(by, conference, office.pk if office else None)
    _refuse_strangers(conference, office)
    Conference.objects.select_for_update().get(pk=conference.pk)
    same = Delegate.objects.filter(
        conference=conference, office=office, name=nfc(name), post=nfc(values.get("post", "")),
        body=nfc(values.get("body", "")),
    ).first()  # fmt: skip
    if same:
        return same, False
    row = Delegate(conference=conference, office=office, created_by=by)
    return _write(row, {"name": name, **values}), True


@action
def update_delegate(*, delegate: Delegate, values: Mapping[str, Any], by: User) -> Delegate:
    """`values`: any of `office`, `body`, `kind`, `name`, `post`. Whoever moves a person must be free to in both."""
    conference = delegate.conference
    stored = Delegate.objects.select_for_update(of=("self",)).get(pk=delegate.pk)
    _refuse_unless_registering(by, conference, stored.office_id)
    office = values.get("office", stored.office)
    _refuse_unless_registering(by, conference, office.pk if office else None)
    _refuse_strangers(conference, office)
    return _write(stored, values)


@action
def remove_delegate(*, delegate: Delegate, by: User) -> None:
    _refuse_unless_registering(by, delegate.conference, delegate.office_id)
    Delegate.objects.filter(pk=delegate.pk).delete()


def _talks(conference: Conference) -> list[Contribution]:
    """In order; the conference's row is the lock for their numbering."""
    Conference.objects.select_for_update().get(pk=conference.pk)
    return list(Contribution.objects.filter(conference=conference).order_by("position", "pk"))


def _number(talks: list[Contribution]) -> None:
    for position, talk in enumerate(talks, start=1):
        if talk.position != position:
            talk.position = position
            talk.save(update_fields=["position"])


@action
def register_contribution(
    *, conference: Conference, office: Office, title: str, presenter: str = "", post: str = "", by: User
) -> tuple[Contribution, bool]:
    """A talk at the end of the list. Sent twice, it is there once: the row, and whether it is new."""
    _refuse_unless_registering(by, conference, office.pk)
    _refuse_strangers(conference, office)
    Conference.objects.select_for_update().get(pk=conference.pk)
    rows = Contribution.objects.filter(conference=conference)
    if same := rows.filter(office=office, title=nfc(title)).first():
        return same, False
    last = rows.aggregate(last=Max("position"))["last"] or 0
    row = Contribution(
        conference=conference, office=office, position=last + 1, title=nfc(title), presenter=nfc(presenter),
        post=nfc(post), created_by=by,
    )  # fmt: skip
    row.clean_fields(exclude=["created_by"])
    with explained(CONTRIBUTION_MESSAGES):
        row.save()
    return row, True


@action
def update_contribution(*, talk: Contribution, title: str, presenter: str = "", post: str = "", by: User) -> None:
    _refuse_unless_registering(by, talk.conference, talk.office_id)
    row = Contribution.objects.select_for_update(of=("self",)).get(pk=talk.pk)
    row.title, row.presenter, row.post = nfc(title), nfc(presenter), nfc(post)
    row.clean_fields(exclude=["created_by"])
    with explained(CONTRIBUTION_MESSAGES):
        row.save(update_fields=["title", "presenter", "post"])


@action
def move_contribution(*, talk: Contribution, up: bool, by: User) -> None:
    """The order of talks is the secretariat's. One place up or down; at an end it does nothing."""
    period = talk.conference.period
    refuse_unless_planning(by, period.cluster, period.year)
    ordered = _talks(talk.conference)
    here = next(index for index, each in enumerate(ordered) if each.pk == talk.pk)
    there = here - 1 if up else here + 1
    if 0 <= there < len(ordered):
        ordered[here], ordered[there] = ordered[there], ordered[here]
    _number(ordered)


@action
def remove_contribution(*, talk: Contribution, by: User) -> None:
    _refuse_unless_registering(by, talk.conference, talk.office_id)
    remaining = [each for each in _talks(talk.conference) if each.pk != talk.pk]
    Contribution.objects.filter(pk=talk.pk).delete()
    _number(remaining)
