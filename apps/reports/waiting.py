"""Where every expected report stands, as far as rows alone tell: for the inbox, the reminders and the chase list.

It reads no content, so it does not know what changed after receipt (`standing.Standing` does), and costs the same five
queries for one office of one period as for all of several.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from apps.campaigns.models import Extension, Period
from apps.offices.models import Membership, Office, OfficeName
from apps.reports.enums import ReportState
from apps.reports.models import Report


@dataclass(frozen=True)
class Waiting:
    """An office's report of a period. `name` is the short one; both are those of its last day.

    `due_on` is this office's own day: an extension that was granted moves it, and `moved` counts those. `undecided` is
    its request for more time that nobody has answered.
    """

    period: Period
    office: Office
    name: str
    full_name: str
    report: Report | None
    due_on: date | None
    moved: int
    questions: int
    undecided: Extension | None

    @property
    def state(self) -> ReportState:
        """As stored."""
        return ReportState(self.report.state) if self.report else ReportState.DRAFT

    @property
    def is_with_the_office(self) -> bool:
        """The next step is the office's: it has not sent, or is asked to complete what it sent."""
        return self.state in {ReportState.DRAFT, ReportState.TO_COMPLETE}

    def days_over(self, on: date) -> int:
        """Days since this office's due day; none before it, and none without one."""
        return max((on - self.due_on).days, 0) if self.due_on else 0


def waiting(periods: Iterable[Period], offices: Collection[int] | None = None) -> list[Waiting]:
    """Of each period, for each member on its last day (of `offices` only, where given), in the cluster's order."""
    asked = list(periods)
    if not asked or (offices is not None and not offices):
        return []
    members = Membership.objects.filter(cluster__in={period.cluster_id for period in asked}).select_related("office")
    if offices is not None:
        members = members.filter(office__in=offices)
    expected = [
        (period, membership.office)
        for period in asked
        for membership in sorted(members, key=lambda each: (each.position, each.pk))
        if membership.cluster_id == period.cluster_id and _holds(membership, period.ends_on)
    ]
    keys = {office.pk for _period, office in expected}
    names = list(OfficeName.objects.filter(office__in=keys).order_by("office_id", "valid_from"))
    among = Q(period__in=[period.pk for period in asked], office__in=keys)
    open_questions = Count(
        "questions", filter=Q(questions__answered_at=None, questions__withdrawn_at=None), distinct=True
    )
    reports = {
        (report.period_id, report.office_id): report
        for report in Report.objects.filter(among).select_related("current").annotate(open_questions=open_questions)
    }
    extensions: dict[tuple[int, int], list[Extension]] = {}
    for extension in Extension.objects.filter(among):
        extensions.setdefault((extension.period_id, extension.office_id), []).append(extension)
    found = []
    for period, office in expected:
        report = reports.get((period.pk, office.pk))
        own = extensions.get((period.pk, office.pk), [])
        name = _name_on(office, names, period.ends_on)
        granted = [each.granted_until for each in own if each.granted_until]
        found.append(
            Waiting(
                period=period,
                office=office,
                name=name.short_name,
                full_name=name.name,
                report=report,
                due_on=max([period.due_on, *granted]) if period.due_on else None,
                moved=len(granted),
                questions=getattr(report, "open_questions", 0),
                undecided=next((each for each in own if not each.is_decided), None),
            )
        )
    return found


def _holds(membership: Membership, day: date) -> bool:
    return membership.valid_from <= day and (membership.valid_to is None or membership.valid_to >= day)


def _name_on(office: Office, names: list[OfficeName], day: date) -> OfficeName | Office:
    """The name in force on the day, or the first one before it; as `OfficeQuerySet.named_on` has it."""
    own = [name for name in names if name.office_id == office.pk]
    begun = [name for name in own if name.valid_from <= day]
    return begun[-1] if begun else own[0] if own else office
