"""Publishing: from then on members read the paper, and it stays as it was said."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns import actions as campaigns
from apps.core.audit import action
from apps.summaries.actions.building import open_build
from apps.summaries.enums import Paper, Purpose
from apps.summaries.models import Summary
from apps.summaries.rules import can_write_report


@action
def publish(*, summary: Summary, by: User) -> Summary:
    """Opens a paper to the members of the cluster. Repeating it changes nothing.

    With the report after the conference the period itself is published, so that members see each other's figures and
    records; its files are made again without “DỰ THẢO”. The draft keeps that mark.
    """
    if not can_write_report(by, summary.period):
        raise PermissionDenied
    locked = Summary.objects.select_for_update(of=("self",)).select_related("period").get(pk=summary.pk)
    if locked.is_published:
        return locked
    if locked.built_at is None:
        raise ValidationError(_("Nothing was built yet: build the report before it is published."), code="unbuilt")
    if locked.builds.open().exists():
        raise ValidationError(_("The report is being built. Publish it when that is done."), code="building")
    now = timezone.now()
    locked.published_at, locked.published_by = now, by
    locked.save(update_fields=["published_at", "published_by"])
    if locked.paper == Paper.AFTER:
        campaigns.publish_period(period=locked.period, on=timezone.localdate(now), by=by)
        open_build(locked, Purpose.ISSUE, by=by)
    return locked
