"""What goes with a launched movement: the offices' confirmations, and the papers that were signed for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.models import Campaign, CampaignPaper, CampaignVersion, Confirmation
from apps.campaigns.rules import can_confirm, is_head_of
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc
from apps.files.actions import keep
from apps.offices.actions.clusters import refuse_closed_year
from apps.offices.models import Office

MESSAGES = {
    "campaignpaper_number_with_day": ("number", gettext_lazy("Number and day belong together: fill in both.")),
    "campaign_paper_once": ("title", gettext_lazy("This paper has been noted already.")),
}


@action
def confirm_campaign(*, campaign: Campaign, office: Office, version: int, note: str = "", by: User) -> Confirmation:
    """The office carries the movement out, as version `version` says: the one that was read. Repeating keeps the first.

    The secretariat confirms for an office that let it know otherwise, and says how.
    """
    if not can_confirm(by, campaign, office.pk):
        raise PermissionDenied
    row = Campaign.objects.select_for_update().get(pk=campaign.pk)
    if not row.is_launched:
        raise ValidationError(_("Only a movement that is launched and not closed is confirmed."), code="state")
    if row.version != version:
        raise ValidationError(_("The movement has been amended meanwhile. Read it again first."), code="version")
    if not row.addressed.filter(office=office).exists():
        message = _("The movement was not launched to %(office)s.") % {"office": office}
        raise ValidationError(message, code="stranger")
    current = CampaignVersion.objects.get(campaign=row, number=version)
    if known := Confirmation.objects.filter(version=current, office=office).first():
        return known
    refuse_closed_year(row.cluster, row.year)
    on_behalf = not is_head_of(by, office.pk)
    if on_behalf and not nfc(note):
        message = _("Say how the office let you know, for example by telephone, on which day and from whom.")
        raise ValidationError({"note": message}, code="required")
    return Confirmation.objects.create(
        version=current, office=office, note=nfc(note), on_behalf=on_behalf, confirmed_by=by
    )


@action
def save_campaign_paper(
    *, campaign: Campaign, paper: CampaignPaper | None = None, values: Mapping[str, Any],
    scan: File[bytes] | None = None, by: User,
) -> CampaignPaper:  # fmt: skip
    """A paper of the launch as it was signed; noted before or after the launching. Another scan replaces the first."""
    refuse_unless_planning(by, campaign.cluster, campaign.year)
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    row = paper or CampaignPaper(campaign=campaign)
    for name, value in values.items():
        setattr(row, name, value)
    if scan is not None:
        row.scan = keep(scan, field="scan", by=by)
    row.clean_fields()
    with explained(MESSAGES):
        row.save()
    return row


@action
def remove_campaign_paper(*, paper: CampaignPaper, by: User) -> None:
    """Noted by mistake. The history keeps that it was there."""
    refuse_unless_planning(by, paper.campaign.cluster, paper.campaign.year)
    paper.delete()
