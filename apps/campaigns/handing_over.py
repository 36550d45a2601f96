"""What of the calendar goes with a year that is handed over; and what a merger means for what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.confirming import counts
from apps.campaigns.enums import CampaignState, TaskState
from apps.campaigns.models import Campaign, CampaignOffice, Conference, Extension, Period, Task
from apps.core.words import day
from apps.offices.handover import Item, Part
from apps.offices.mergers import Merger
from apps.offices.models import Cluster


def items(cluster: Cluster, year: int) -> Iterator[Item]:
    """Open: movements not launched or not closed, tasks that nobody or not everybody has done, extensions to decide,
    conferences without minutes. Seven queries, eight where there are movements."""
    calendar = reverse("campaigns:year", args=[cluster.code, year])
    yield from _movements(cluster, year)
    periods = list(Period.objects.filter(cluster=cluster, year=year).select_related("cluster"))
    for task in Task.objects.filter(period__in=periods).select_related("owner", "period").prefetch_related("progress"):
        told = [row.state for row in task.progress.all()]
        if not told or any(state != TaskState.DONE for state in told):
            owner = str(task.owner) if task.owner else _("every member office")
            yield Item(
                part=Part.OPEN, about=_("Task"), title=task.text, detail=f"{task.period}; {owner}", day=task.due_on,
                url=calendar,
            )  # fmt: skip
    for row in Extension.objects.filter(period__in=periods, decided_at=None).select_related("office", "period"):
        yield Item(
            part=Part.OPEN, about=_("Extension to decide"), title=str(row.office), detail=str(row.period),
            day=row.wanted_until, url=reverse("campaigns:extensions", args=[cluster.code, row.period.code]),
        )  # fmt: skip
    for conference in Conference.objects.filter(period__in=periods).select_related("minutes", "period"):
        written = getattr(conference, "minutes", None)
        numbered = written is not None and written.is_numbered
        yield Item(
            part=Part.PAPERS if numbered else Part.OPEN, about=_("Minutes"), title=conference.title,
            detail=written.full_number if numbered and written else _("not numbered yet"), day=conference.held_on,
            url=reverse("campaigns:conference", args=[cluster.code, year, conference.pk]),
        )  # fmt: skip
    for period in periods:
        span = _("data from %(from)s to %(to)s") % {"from": day(period.starts_on), "to": day(period.ends_on)}
        yield Item(
            part=Part.SETTINGS, about=_("Period"), title=str(period), detail=span, day=period.due_on, url=calendar
        )


def _movements(cluster: Cluster, year: int) -> Iterator[Item]:
    rows = list(Campaign.objects.of_year(cluster, year).prefetch_related("papers"))
    counted = counts(rows)
    for row in rows:
        url = reverse("campaigns:campaign", args=[cluster.code, year, row.pk])
        count = counted[row.pk]
        said = _("%(confirmed)s of %(expected)s offices have confirmed") % vars(count)
        detail = _("not launched yet") if row.is_draft else said
        part = Part.SETTINGS if row.closed_on else Part.OPEN
        yield Item(part=part, about=_("Movement"), title=row.name, detail=detail, day=row.ends_on, url=url)
        for paper in row.papers.all():
            number = paper.full_number or _("not numbered yet")
            yield Item(
                part=Part.PAPERS, about=str(paper.get_kind_display()).capitalize(), title=paper.title, detail=number,
                day=paper.signed_on, url=url,
            )  # fmt: skip


def pass_drafts(merger: Merger, by: User) -> None:
    """Drafts that reach beyond the day address the successor; what was launched to an office stays launched to it, and
    the successor's head confirms for it."""
    rows = CampaignOffice.objects.filter(
        campaign__cluster=merger.cluster, campaign__state=CampaignState.DRAFT, office__in=merger.predecessors
    ).filter(Q(campaign__ends_on=None) | Q(campaign__ends_on__gte=merger.on))
    for campaign in set(rows.values_list("campaign_id", flat=True)):
        CampaignOffice.objects.get_or_create(campaign_id=campaign, office=merger.successor)
    rows.delete()


def pass_tasks(merger: Merger, by: User) -> None:
    """Tasks of periods that are not over pass to the successor: it is to do what nobody has done yet."""
    Task.objects.filter(
        period__cluster=merger.cluster, period__ends_on__gte=merger.on, owner__in=merger.predecessors
    ).update(owner=merger.successor)
