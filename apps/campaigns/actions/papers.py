"""The papers of a conference: its invitation and its minutes, and what is noted once they were signed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.models import Conference, Invitation, Minutes
from apps.core.audit import action
from apps.core.constraints import explained
from apps.files.actions import store
from apps.files.names import clean_name, extension_of, fitting_name
from apps.files.recognition import NotAcceptedError, recognise

NUMBER_AND_DAY = gettext_lazy("A number and its day go together: fill in both, or neither.")
MESSAGES = {
    "invitation_number_with_day": ("number", NUMBER_AND_DAY),
    "minutes_number_with_day": ("number", NUMBER_AND_DAY),
    "minutes_hours_in_order": ("ended_at", gettext_lazy("The conference cannot end before it begins.")),
}
ISSUING = frozenset({"number", "symbol", "signed_on", "signer", "signed_as", "scan"})
Paper = TypeVar("Paper", Invitation, Minutes)


@action
def save_invitation(
    *, conference: Conference, values: Mapping[str, Any], version: int, scan: File[bytes] | None = None, by: User
) -> Invitation:
    """`version` is the one that the writer has read; 0 where there was none."""
    _refuse_others(conference, by)
    stored = Invitation.objects.filter(conference=conference).first()
    return _write(stored, Invitation(conference=conference, version=0), values, version, scan, by)


@action
def save_minutes(
    *, conference: Conference, values: Mapping[str, Any], version: int, scan: File[bytes] | None = None, by: User
) -> Minutes:
    """As `save_invitation`."""
    _refuse_others(conference, by)
    stored = Minutes.objects.filter(conference=conference).first()
    return _write(stored, Minutes(conference=conference, version=0), values, version, scan, by)


def _refuse_others(conference: Conference, by: User) -> None:
    refuse_unless_planning(by, conference.period.cluster, conference.period.year)
    Conference.objects.select_for_update().get(pk=conference.pk)  # one writer at a time, the first row too


def _write(
    stored: Paper | None, fresh: Paper, values: Mapping[str, Any], version: int, scan: File[bytes] | None, by: User
) -> Paper:
    """Saying the same again writes nothing. The words of a numbered paper stay as they were signed."""
    row = stored or fresh
    given: dict[str, Any] = dict(values)
    if scan is not None:
        given["scan"] = _kept(scan, by)
    changed = {name for name, value in given.items() if getattr(row, name) != value}
    if stored is not None and not changed:
        return row
    if version != row.version:
        raise ValidationError(
            _("Somebody else has saved this paper meanwhile. Your text is still here; saving again replaces theirs."),
            code="meanwhile",
        )
    if row.is_numbered and given.get("number", row.number) is not None and changed - ISSUING:
        raise ValidationError(
            _("This paper has its number, so its words stay. Clear number and day first to correct them."),
            code="numbered",
        )
    for name, value in given.items():
        setattr(row, name, value)
    row.version += 1
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    return row


def _kept(file: File[bytes], by: User) -> Any:
    name = clean_name(file.name or "")
    try:
        found = recognise(file, extension_of(name))
    except NotAcceptedError as refusal:
        message = _("“%(name)s” is not accepted: %(what)s.") % {"name": name, "what": refusal.message}
        raise ValidationError({"upload": message}, code="format") from refusal
    return store(content=file, name=fitting_name(name, found), content_type=found.content_type, by=by)
