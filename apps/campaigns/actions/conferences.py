"""Conferences and who chairs them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns import windows
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.models import Chair, Conference, IssuedPaper, Period
from apps.core.audit import action
from apps.core.constraints import explained
from apps.offices.models import Office

MESSAGES = {
    "conference_one_of_each_kind": ("kind", gettext_lazy("The period has a conference of this kind already.")),
}


@dataclass(frozen=True, kw_only=True)
class ChairLine:
    """Who chairs, in order: the office, and the person with the post where known."""

    office: Office
    person: str = ""
    post: str = ""


@action
def save_conference(
    *,
    conference: Conference | None = None,
    period: Period,
    values: Mapping[str, Any],
    chairs: Sequence[ChairLine],
    by: User,
) -> Conference:
    """A new conference of a period, or a changed one; its chairs are replaced by those given."""
    refuse_unless_planning(by, period.cluster, period.year)
    moved = False
    if conference is not None:  # as it is stored: a form may have written into the object already
        stored = (
            Conference.objects.select_related("period__cluster").select_for_update(of=("self",)).get(pk=conference.pk)
        )
        refuse_unless_planning(by, stored.period.cluster, stored.period.year)
        moved = stored.period_id != period.pk
    row = conference or Conference(cluster=period.cluster)
    row.period = period
    for name, value in values.items():
        setattr(row, name, value)
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    present = [(each.office_id, each.person, each.post) for each in row.chairs.all()]
    if present != [(each.office.pk, each.person, each.post) for each in chairs]:
        row.chairs.all().delete()
        for position, line in enumerate(chairs, start=1):
            Chair.objects.create(
                conference=row, position=position, office=line.office, person=line.person, post=line.post
            )
    if moved:
        windows.tell(period, row)
    return row


@action
def remove_conference(*, conference: Conference, by: User) -> None:
    """Refused while records or files belong to it, and for good once one of its papers has its number."""
    refuse_unless_planning(by, conference.period.cluster, conference.period.year)
    if IssuedPaper.objects.filter(conference=conference).exists():
        raise ValidationError(_("A paper of this conference has its number: the conference stays."), code="numbered")
    try:
        conference.delete()
    except ProtectedError as error:
        count = len(error.protected_objects)
        raise ValidationError(
            _("Records belong to this conference (%(count)s). Detach or delete them first.") % {"count": count},
            code="protected",
        ) from error
