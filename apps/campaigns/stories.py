"""What happened to a year's calendar, and to one conference: read from the audit, said in an official's words."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import SHOWN
from apps.campaigns.models import (
    Campaign,
    CampaignCriterion,
    CampaignOffice,
    CampaignPaper,
    CampaignPhase,
    CampaignPrize,
    Chair,
    Conference,
    Confirmation,
    Contribution,
    Delegate,
    Extension,
    Invitation,
    IssuedPaper,
    Minutes,
    Period,
    ProgrammeItem,
    Task,
    TaskProgress,
)
from apps.core.history import Entry, Trail, story
from apps.offices.models import Cluster

VERBS = {
    "campaigns.set_up_year": _("Set up with the year"),
    "campaigns.save_period:update": _("Period changed"),
    "campaigns.publish_period": _("Published"),
    "campaigns.withdraw_publication": _("Publication withdrawn"),
    "summaries.publish": _("Published"),
    "campaigns.ask_extension": _("Extension asked for"),
    "campaigns.grant_extension": _("Extension granted"),
    "campaigns.refuse_extension": _("Extension refused"),
    "campaigns.give_extension": _("Extension granted, unasked"),
    "campaigns.end_extension": _("Extension ended early"),
    "campaigns.add_task": _("Task added"),
    "campaigns.update_task": _("Task changed"),
    "campaigns.move_task": _("Put in another order"),
    "campaigns.remove_task:delete": _("Task removed"),
    "campaigns.remove_task:update": _("Put in another order"),
    "campaigns.save_programme": _("Programme changed"),
    "campaigns.register_delegate": _("Registered"),
    "campaigns.remove_delegate": _("Taken off the list"),
    "campaigns.register_contribution": _("Registered"),
    "campaigns.remove_contribution:delete": _("Taken off the list"),
    "campaigns.turn_into_tasks": _("Task made of a resolution"),
    "campaigns.record_paper": _("Number noted"),
    "campaigns.set_progress": _("Progress told"),
    "campaigns.save_campaign:insert": _("Drafted"),
    "campaigns.save_campaign:update": _("Draft changed"),
    "campaigns.launch_campaign": _("Movement launched"),
    "campaigns.amend_campaign": _("Movement amended"),
    "campaigns.close_campaign": _("Movement closed"),
    "campaigns.remove_campaign": _("Draft removed"),
    "campaigns.confirm_campaign": _("Movement confirmed"),
    "campaigns.save_campaign_paper": _("Paper noted"),
    "campaigns.remove_campaign_paper": _("Paper taken off"),
    "campaigns.take_over_year": _("Taken over from last year"),
}
DAYS = ("starts_on", "ends_on", "due_on", "closes_on", "build_on")
MINUTES = ("started_at", "ended_at", "chair", "secretary", "proceedings", "conclusions")
ISSUED = ("number", "symbol", "signed_on", "signer")
CHAIR = ("office", "person", "post")
TASK = ("position", "text", "owner", "due_on")
HELD = ("period", "held_on", "part_of_day", "place", "host", "superiors", "resolutions")

# The program's own marks of a movement: the line itself says who and when.
OWN = frozenset({"launched_at", "launcher", "closed_at", "closer", "copied_from"})


def _of_year(cluster: Cluster, year: int) -> Q:
    return Q(period__in=Period.objects.filter(cluster=cluster, year=year).values("pk"))


def story_of_year(cluster: Cluster, year: int, *, drafts: bool = True) -> list[Entry]:
    """Its periods and movements, conferences with their chairs, and tasks. Without `drafts` movements that were never
    launched are left out: they are their secretariat's alone."""
    movements = Q(cluster=cluster, year=year) if drafts else Q(cluster=cluster, year=year, state__in=sorted(SHOWN))
    here = _of_year(cluster, year)
    tasks = Task.objects.filter(here).values("pk")
    chaired = Conference.objects.filter(period__cluster=cluster, period__year=year).values("pk")
    return story(
        Trail(Period, Q(cluster=cluster, year=year), name=("kind", "year"), told=DAYS),
        Trail(Campaign, movements, name=("name",), told=("kind", "theme", "launched_by"), hidden=OWN),
        Trail(Conference, here, name=("title",), told=HELD),
        Trail(Chair, Q(conference__in=chaired), name=("conference", "position"), told=CHAIR),
        Trail(
            Task, here, name=("period",), told=("position", "text", "owner", "due_on"), hidden=frozenset({"conference"})
        ),
        Trail(TaskProgress, Q(task__in=tasks), name=("task", "office"), told=("state", "note")),
        verbs=VERBS,
    )


def story_of_campaign(campaign: Campaign) -> list[Entry]:
    """The movement with all that belongs to it, confirmations too."""
    here = Q(campaign=campaign.pk)
    versions = campaign.versions.values("pk")
    text = ("name", "theme", "kind", "level", "launched_by", "partner")
    return story(
        Trail(Campaign, Q(pgh_obj_id=campaign.pk), told=text, hidden=OWN),
        Trail(CampaignPhase, here, name=("name",), told=("starts_on", "ends_on", "content")),
        Trail(CampaignCriterion, here, name=("text",), told=("target",), hidden=frozenset({"position"})),
        Trail(CampaignPrize, here, name=("name",), told=("quantity", "amount"), hidden=frozenset({"position"})),
        Trail(CampaignOffice, here, name=("office",)),
        Trail(CampaignPaper, here, name=("title",), told=("kind", "body", *ISSUED)),
        Trail(Confirmation, Q(version__in=versions), name=("office",), told=("note", "on_behalf")),
        verbs=VERBS,
    )


def story_of_conference(conference: Conference) -> list[Entry]:
    """The conference with all that belongs to it."""
    here = Q(conference=conference.pk)
    return story(
        Trail(Conference, Q(pgh_obj_id=conference.pk), told=("title", *HELD)),
        Trail(Chair, here, name=("position",), told=CHAIR),
        Trail(ProgrammeItem, here, name=("position",), told=("starts_at", "title", "presenter")),
        Trail(Delegate, here, name=("name",), told=("office", "body", "kind", "post")),
        Trail(
            Contribution, here, name=("title",), told=("office", "presenter", "post"), hidden=frozenset({"position"})
        ),
        Trail(Invitation, here, told=("recipients", "text", "reply_by", *ISSUED)),
        Trail(
            Minutes, here, told=("started_at", "ended_at", "chair", "secretary", "proceedings", "conclusions", *ISSUED)
        ),
        Trail(
            IssuedPaper,
            here,
            name=("kind", "position"),
            told=("number", "symbol", "signed_on", "reason"),
            hidden=frozenset({"conference", "word", "pdf", "issued_at", "issued_by"}),
        ),
        verbs=VERBS,
    )


def story_of_extensions(period: Period, offices: Collection[int]) -> list[Entry]:
    """Every extension of the period that these offices asked for or were given."""
    told = ("reason", "wanted_until", "granted_until", "decision")
    unsaid = frozenset({"period", "office", "asked_at", "asked_by", "decided_at", "decided_by"})  # said by the line
    here = Q(period=period.pk, office__in=offices)
    return story(Trail(Extension, here, name=("office",), told=told, hidden=unsaid), verbs=VERBS)
