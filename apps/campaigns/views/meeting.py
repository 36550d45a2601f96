"""One conference on a page, and where its other pages stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.accounts.models import User
from apps.campaigns import rules
from apps.campaigns.enums import PaperKind
from apps.campaigns.meeting import Meeting, meeting_of
from apps.campaigns.models import Conference, IssuedPaper, Task
from apps.campaigns.progress import progress_with
from apps.campaigns.views.calendar import Year, year_of
from apps.core.page import Crumb, show
from apps.offices.models import Office
from apps.offices.roles import roles_of


def conference_crumb(at: Year, conference: Conference) -> Crumb:
    return Crumb(label=_("Conference"), url=url_of(conference, "conference"))


def url_of(conference: Conference, name: str, *more: object) -> str:
    at = [conference.cluster.code, conference.period.year, conference.pk, *more]
    return reverse(f"campaigns:{name}", args=at)


@dataclass(frozen=True)
class Place:
    """A conference and its reader: what one may do here."""

    at: Year
    conference: Conference
    on: date

    @property
    def user(self) -> User:
        return self.at.user

    @property
    def may_plan(self) -> bool:
        return self.at.may_plan

    @property
    def crumbs(self) -> list[Crumb]:
        return [self.at.crumb, conference_crumb(self.at, self.conference)]

    @property
    def url(self) -> str:
        return url_of(self.conference, "conference")

    def may_register(self, office_id: int | None) -> bool:
        return rules.can_register(self.user, self.conference, office_id, self.on)

    @cached_property
    def named(self) -> frozenset[int] | None:
        """Offices whose people the reader sees by name; None for everybody's."""
        return None if rules.reads_everybody(self.user, self.conference) else roles_of(self.user).office_ids

    @cached_property
    def registers_for(self) -> QuerySet[Office]:
        """Members for which the reader registers delegates and talks now."""
        period = self.conference.period
        members = Office.objects.members_of(self.at.cluster, period.starts_on, period.ends_on)
        if self.may_plan:
            return members
        own = [pk for pk in roles_of(self.user).entering_offices if self.may_register(pk)]
        return members.filter(pk__in=own)

    def refuse_unless_planning(self) -> None:
        if not self.may_plan:
            raise PermissionDenied


def place_of(request: HttpRequest, cluster: str, year: int, pk: int) -> Place:
    at = year_of(request, cluster, year)
    rows = Conference.objects.filter(cluster=at.cluster, period__year=year)
    found = get_object_or_404(rows.select_related("period__cluster", "cluster", "host"), pk=pk)
    return Place(at, found, timezone.localdate())


def versions_of(conference: Conference) -> dict[str, list[IssuedPaper]]:
    """Its numbered papers by kind, the newest first."""
    found: dict[str, list[IssuedPaper]] = {str(kind): [] for kind in PaperKind}
    rows = IssuedPaper.objects.filter(conference=conference).defer("content").select_related("issued_by")
    for row in rows.order_by("kind", "-position"):
        found[row.kind].append(row)
    return found


def tasks_of(meeting: Meeting) -> list[dict[str, object]]:
    """The tasks that came of it, with how many of those who carry them out are done."""
    rows = Task.objects.filter(conference=meeting.conference).select_related("owner", "period")
    tasks = list(rows.order_by("period__starts_on", "position", "pk"))
    told = progress_with(tasks, meeting.members)
    return [
        {"task": task, "done": sum(each.is_done for each in told[task.pk]), "all": len(told[task.pk])} for task in tasks
    ]


@require_safe
def conference(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    meeting = meeting_of(place.conference)
    minutes = meeting.minutes
    may_read = rules.can_read_minutes(
        place.user, place.conference, numbered=minutes is not None and minutes.is_numbered
    )
    context = {
        "place": place,
        "meeting": meeting,
        "attendance": meeting.attendance(place.named),
        "comes": len(meeting.delegates),
        "registers": place.may_plan or place.registers_for.exists(),
        "minutes": minutes if may_read else None,
        "reads_minutes": may_read,
        "reads_papers": place.at.cluster.pk in roles_of(place.user).cluster_ids,
        "may_record": rules.can_record(place.user, place.conference),
        "versions": versions_of(place.conference),
        "tasks": tasks_of(meeting),
    }
    show(request, title=place.conference.title, crumbs=[place.at.crumb])
    return render(request, "campaigns/meeting.html", context)
