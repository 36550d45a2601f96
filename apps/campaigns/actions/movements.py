"""Movements: drafted, launched to the member offices, amended for a reason, closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.enums import CampaignState
from apps.campaigns.models import (
    Campaign,
    CampaignCriterion,
    CampaignOffice,
    CampaignPhase,
    CampaignPrize,
    CampaignVersion,
)
from apps.campaigns.movement import CriterionLine, PhaseLine, PrizeLine, content_of, lacking, overlapping, seen
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc
from apps.core.words import day
from apps.offices.models import Cluster, Office

MESSAGES = {
    "campaign_name_once_a_year": ("name", gettext_lazy("The year has a movement of this name already.")),
    "campaign_days_in_order": ("ends_on", gettext_lazy("Fill in both days, the last not before the first.")),
    "campaign_parent_above": (
        "parent",
        gettext_lazy("A movement carries out one of a higher level. Choose another level, or another movement."),
    ),
    "campaign_launched_whole": ("", gettext_lazy("A launched movement has a theme, a launching body and its days.")),
    "campaign_phase_name_once": ("", gettext_lazy("Two phases have the same name.")),
    "campaign_criterion_once": ("", gettext_lazy("The same criterion stands there twice.")),
    "campaign_prize_once": ("", gettext_lazy("The same prize stands there twice.")),
}


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What belongs to a movement beside its text, each a whole list; None leaves the list as it is."""

    phases: Sequence[PhaseLine] | None = None
    criteria: Sequence[CriterionLine] | None = None
    prizes: Sequence[PrizeLine] | None = None
    offices: Sequence[Office] | None = None


NOTHING = Parts()


@action
def save_campaign(
    *, campaign: Campaign | None = None, cluster: Cluster, year: int, values: Mapping[str, Any],
    parts: Parts = NOTHING, read: str = "", by: User,
) -> Campaign:  # fmt: skip
    """A new draft, or a changed one. A new one is addressed to the members of the cluster unless told otherwise.

    `read` is what `movement.seen` said of the text that was changed; without it nobody is asked who saved meanwhile.
    """
    refuse_unless_planning(by, cluster, year)
    if campaign is None:
        row = Campaign(cluster=cluster, year=year)
        for name, value in values.items():
            setattr(row, name, value)
        if parts.offices is None:
            first = row.starts_on or row.launched_on or date(year, 1, 1)
            members = Office.objects.members_of(cluster, first, row.ends_on or date(year, 12, 31))
            parts = Parts(phases=parts.phases, criteria=parts.criteria, prizes=parts.prizes, offices=list(members))
        _write(row, values, parts)
        return row
    row = _locked(campaign)
    if not row.is_draft:
        raise ValidationError(_("This movement has been launched. Change it by an amendment."), code="launched")
    _refuse_meanwhile(row, read)
    _write(row, values, parts)
    return row


@action
def amend_campaign(
    *, campaign: Campaign, values: Mapping[str, Any], parts: Parts = NOTHING, reason: str, read: str = "", by: User
) -> Campaign:
    """The launched text in a new version, with the reason; the one before stays as it was. Nothing changed: nothing is
    written. Offices are asked to confirm what is new."""
    refuse_unless_planning(by, campaign.cluster, campaign.year)
    row = _locked(campaign)
    if not row.is_launched:
        raise ValidationError(_("Only a launched movement that is not closed is amended."), code="state")
    if not nfc(reason):
        raise ValidationError({"reason": _("Say why the movement is amended.")}, code="required")
    _refuse_meanwhile(row, read)
    before = CampaignVersion.objects.get(campaign=row, number=row.version).content
    row.version += 1
    row.save(update_fields=["version"])
    _write(row, values, parts)
    content = content_of(row)
    if lacks := lacking(content):
        raise ValidationError(_lacks(lacks), code="lacking")
    if content == before:
        raise ValidationError(_("Nothing has been changed."), code="same")
    assert row.launched_on is not None
    _refuse_unlaunched(row.parent, row.launched_on)
    CampaignVersion.objects.create(campaign=row, number=row.version, reason=nfc(reason), content=content, made_by=by)
    return row


@action
def launch_campaign(*, campaign: Campaign, on: date, by: User) -> Campaign:
    """To the member offices, on that day; from now on they read it and its text stays. Repeating keeps the first."""
    refuse_unless_planning(by, campaign.cluster, campaign.year)
    row = _locked(campaign)
    if not row.is_draft:
        return row
    if lacks := lacking(content_of(row)):
        raise ValidationError(_lacks(lacks), code="lacking")
    if on > timezone.localdate():
        raise ValidationError({"on": _("A movement is launched on its day, not before.")}, code="future")
    if row.ends_on and on > row.ends_on:
        message = _("The movement ends on %(day)s, before it is launched.") % {"day": day(row.ends_on)}
        raise ValidationError({"on": message}, code="too_late")
    _refuse_unlaunched(row.parent, on)
    row.state, row.launched_on, row.version = CampaignState.LAUNCHED, on, 1
    row.launched_at, row.launcher = timezone.now(), by
    with explained(MESSAGES):
        row.save(update_fields=["state", "launched_on", "version", "launched_at", "launcher"])
    CampaignVersion.objects.create(campaign=row, number=1, content=content_of(row), made_by=by)
    return row


@action
def close_campaign(*, campaign: Campaign, on: date, outcome: str, by: User) -> Campaign:
    """Summed up. Repeating keeps the first."""
    refuse_unless_planning(by, campaign.cluster, campaign.year)
    row = _locked(campaign)
    if row.state == CampaignState.CLOSED:
        return row
    if row.is_draft:
        raise ValidationError(_("A draft is not closed: launch it, or remove it."), code="state")
    if not nfc(outcome):
        raise ValidationError({"outcome": _("Write down what came of the movement.")}, code="required")
    assert row.launched_on is not None
    if on < row.launched_on or on > timezone.localdate():
        message = _("Expected a day from %(day)s up to today.") % {"day": day(row.launched_on)}
        raise ValidationError({"on": message}, code="day")
    row.state, row.closed_on, row.outcome = CampaignState.CLOSED, on, outcome
    row.closed_at, row.closer = timezone.now(), by
    row.save(update_fields=["state", "closed_on", "outcome", "closed_at", "closer"])
    return row


@action
def remove_campaign(*, campaign: Campaign, by: User) -> None:
    """A draft that nobody was told of. What was launched stays."""
    refuse_unless_planning(by, campaign.cluster, campaign.year)
    row = _locked(campaign)
    if not row.is_draft:
        raise ValidationError(_("A movement that was launched is not removed. Close it instead."), code="launched")
    try:
        row.delete()
    except ProtectedError as error:
        message = _("Another movement carries this one out. Change that one first.")
        raise ValidationError(message, code="carried_out") from error


def _locked(campaign: Campaign) -> Campaign:
    rows = Campaign.objects.select_for_update(of=("self",)).select_related("cluster", "parent")
    return rows.get(pk=campaign.pk)


def _lacks(what: list[str]) -> str:
    listed = ", ".join(each[:1].lower() + each[1:] for each in what)
    return _("Before the movement is launched it needs: %(what)s.") % {"what": listed}


def _refuse_meanwhile(row: Campaign, read: str) -> None:
    if read and read != seen(content_of(row)):
        raise ValidationError(
            _("Somebody else has saved this movement meanwhile. Your text is still here; saving again replaces it."),
            code="meanwhile",
        )


def _refuse_unlaunched(parent: Campaign | None, on: date) -> None:
    """Else the members would read of a draft through the movement that carries it out."""
    if parent is None:
        return
    if parent.is_draft or parent.launched_on is None:
        message = _("Launch “%(name)s” first: this movement carries it out.") % {"name": parent}
        raise ValidationError(message, code="parent")
    if on < parent.launched_on:
        said = {"name": parent, "day": day(parent.launched_on)}
        message = _("“%(name)s”, which this movement carries out, was launched on %(day)s only.") % said
        raise ValidationError({"on": message}, code="parent")


def _refuse_phases(row: Campaign, phases: Sequence[PhaseLine]) -> None:
    if phases and (row.starts_on is None or row.ends_on is None):
        raise ValidationError(_("Fill in the days of the movement: its phases lie within them."), code="phases")
    for each in phases:
        if each.ends_on < each.starts_on:
            message = _("Phase “%(name)s”: the last day comes before the first day.") % {"name": each.name}
            raise ValidationError(message, code="phases")
        if row.starts_on and row.ends_on and (each.starts_on < row.starts_on or each.ends_on > row.ends_on):
            said = {"name": each.name, "from": day(row.starts_on), "to": day(row.ends_on)}
            message = _("Phase “%(name)s” does not lie within the movement, %(from)s – %(to)s.") % said
            raise ValidationError(message, code="phases")
    if both := overlapping(phases):
        said = {"one": both[0].name, "two": both[1].name, "day": day(both[1].starts_on)}
        message = _("Phases “%(one)s” and “%(two)s” overlap: on %(day)s both are under way.") % said
        raise ValidationError(message, code="phases")


def _write(row: Campaign, values: Mapping[str, Any], parts: Parts) -> None:
    """Text and parts together: phases that change go first, because those that stay lie within the new days."""
    for name, value in values.items():
        setattr(row, name, value)
    row.clean_fields()
    present = {each.name: each for each in row.phases.all()} if row.pk else {}
    wanted = list(parts.phases) if parts.phases is not None else [_phase(each) for each in present.values()]
    _refuse_phases(row, wanted)
    kept = {each.name for each in wanted if each.name in present and _phase(present[each.name]) == each}
    for name, each in present.items():
        if name not in kept:
            each.delete()
    with explained(MESSAGES):
        if not row.pk:
            row.save()
        elif values:
            row.save(update_fields=list(values))
        for line in wanted:
            if line.name not in kept:
                CampaignPhase.objects.create(campaign=row, **vars(line))
        if parts.criteria is not None:
            _ordered(CampaignCriterion, row, "text", parts.criteria)
        if parts.prizes is not None:
            _ordered(CampaignPrize, row, "name", parts.prizes)
    if parts.offices is not None:
        _address(row, parts.offices)


def _phase(row: CampaignPhase) -> PhaseLine:
    return PhaseLine(name=row.name, starts_on=row.starts_on, ends_on=row.ends_on, content=row.content)


def _ordered(model: type[Any], campaign: Campaign, key: str, lines: Sequence[Any]) -> None:
    """The rows become these lines, in this order. What stays is left alone."""
    present = {getattr(row, key): row for row in model.objects.filter(campaign=campaign)}
    for position, line in enumerate(lines, start=1):
        row = present.pop(nfc(getattr(line, key)), None)
        said = {"position": position, **vars(line)}
        if row is None:
            model.objects.create(campaign=campaign, **said)
        elif any(getattr(row, name) != value for name, value in said.items()):
            for name, value in said.items():
                setattr(row, name, value)
            row.save(update_fields=list(said))
    for row in present.values():
        row.delete()


def _address(campaign: Campaign, offices: Sequence[Office]) -> None:
    first, last = campaign.starts_on or date(campaign.year, 1, 1), campaign.ends_on or date(campaign.year, 12, 31)
    members = set(Office.objects.members_of(campaign.cluster, first, last).values_list("pk", flat=True))
    for office in offices:
        if office.pk not in members:
            message = _("%(office)s is no member of the cluster in these days.") % {"office": office}
            raise ValidationError({"offices": message}, code="stranger")
    wanted = {office.pk for office in offices}
    rows = {row.office_id: row for row in CampaignOffice.objects.filter(campaign=campaign)}
    for pk, row in rows.items():
        if pk not in wanted:
            row.delete()
    for pk in sorted(wanted - set(rows)):
        CampaignOffice.objects.create(campaign=campaign, office_id=pk)
