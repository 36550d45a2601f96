"""What a conference agreed on becomes tasks of a later period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.actions.tasks import add_task
from apps.campaigns.models import Conference, Period, Task
from apps.core.audit import action
from apps.core.text import nfc
from apps.offices.models import Office


@dataclass(frozen=True, kw_only=True)
class TaskLine:
    text: str
    owner: Office | None = None
    due_on: date | None = None


@action
def turn_into_tasks(*, conference: Conference, period: Period, lines: Sequence[TaskLine], by: User) -> list[Task]:
    """The tasks that are new: a line that is a task of this conference in that period already is left as it is."""
    refuse_unless_planning(by, conference.period.cluster, conference.period.year)
    refuse_unless_planning(by, period.cluster, period.year)
    if period.cluster_id != conference.cluster_id or period.starts_on <= conference.period.starts_on:
        raise ValidationError({"period": _("Choose a later period of the cluster.")}, code="period")
    Period.objects.select_for_update().get(pk=period.pk)
    known = set(Task.objects.filter(period=period, conference=conference).values_list("text", flat=True))
    made = []
    for line in lines:
        if nfc(line.text) in known:
            continue
        made.append(
            add_task(period=period, text=line.text, conference=conference, owner=line.owner, due_on=line.due_on, by=by)
        )
        known.add(nfc(line.text))
    return made
