"""The programme of a conference, written as a whole."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.models import Conference, ProgrammeItem
from apps.core.audit import action
from apps.core.text import nfc


@dataclass(frozen=True, kw_only=True)
class Point:
    """A point of the programme; its place in the list is its place in the programme."""

    title: str
    starts_at: time | None = None
    presenter: str = ""


def points_of(conference: Conference) -> list[Point]:
    rows = ProgrammeItem.objects.filter(conference=conference).order_by("position", "pk")
    return [Point(title=row.title, starts_at=row.starts_at, presenter=row.presenter) for row in rows]


def seen(points: Sequence[Point]) -> str:
    """What a writer has read; given back when saving, it shows whether somebody else has saved meanwhile."""
    return hashlib.sha256(repr([(p.starts_at, p.title, p.presenter) for p in points]).encode()).hexdigest()


@action
def save_programme(*, conference: Conference, points: Sequence[Point], read: str, by: User) -> list[Point]:
    """`read` is what `seen` said of the programme that was changed. Saving the same again writes nothing."""
    period = conference.period
    refuse_unless_planning(by, period.cluster, period.year)
    wanted = [Point(title=nfc(p.title), starts_at=p.starts_at, presenter=nfc(p.presenter)) for p in points]
    Conference.objects.select_for_update().get(pk=conference.pk)
    present = points_of(conference)
    if wanted == present:
        return wanted
    if read != seen(present):
        raise ValidationError(
            _("Somebody else has saved this programme meanwhile. Your rows are still here; saving again puts them in."),
            code="meanwhile",
        )
    ProgrammeItem.objects.filter(conference=conference).delete()
    for position, point in enumerate(wanted, start=1):
        row = ProgrammeItem(
            conference=conference, position=position, title=point.title, starts_at=point.starts_at,
            presenter=point.presenter,
        )  # fmt: skip
        row.clean_fields()
        row.save()
    return wanted
