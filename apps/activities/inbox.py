"""What waits for a person about imports of their own (a provider of apps.core.inbox). One query."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.enums import ImportState
from apps.activities.models import Import
from apps.core.inbox import Cost, InboxItem
from apps.core.words import uncapitalised
from apps.offices.roles import roles_of

RECENT = timedelta(days=14)  # what was left alone for longer is no longer meant


def items(user: User, on: date) -> Iterator[InboxItem]:
    """A file that was read and not yet taken over, and one whose import failed: its figures are not there."""
    clusters = roles_of(user, on).cluster_ids
    if not clusters:
        return
    since = timezone.make_aware(datetime.combine(on - RECENT, time()))
    waits = Import.objects.filter(
        created_by=user,
        cluster__in=clusters,
        state__in=[ImportState.PREVIEWED, ImportState.FAILED],
        created_at__gte=since,
    )
    for each in waits.select_related("cluster", "period").order_by("created_at", "pk"):
        failed = each.state == ImportState.FAILED
        title = _("Import the file again: %(period)s") if failed else _("Confirm the import: %(period)s")
        yield InboxItem(
            step="activities.import_failed" if failed else "activities.import_confirm",
            title=title % {"period": uncapitalised(str(each.period))},
            about=str(each.outcome.get("name", "")),
            state="bad" if failed else "info",
            word=str(each.get_state_display()),
            cost=Cost.UNSETTLED,
            url=reverse("activities:import", args=[each.cluster.code, each.period.code, each.pk]),
        )
