"""What waits for the reader, in all clusters and periods, dearest first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from apps.accounts.models import User
from apps.core import inbox as core
from apps.core.inbox import Cost, InboxItem
from apps.core.page import show

# Heading of each group, and what it costs to leave it.
GROUPS: dict[Cost, tuple[str | Promise, str | Promise]] = {
    Cost.LATE: (
        gettext_lazy("Overdue"),
        gettext_lazy("Counts in timeliness; the cluster goes without it"),
    ),
    Cost.HOLDS_UP: (gettext_lazy("Others are waiting"), gettext_lazy("They cannot go on before it is done")),
    Cost.RUNS_OUT: (gettext_lazy("Due soon"), gettext_lazy("A week or less remains")),
    Cost.UNSETTLED: (gettext_lazy("To be confirmed"), gettext_lazy("What was handed in is not what stands now")),
    Cost.LATER: (gettext_lazy("To prepare"), gettext_lazy("There is time")),
}


@dataclass(frozen=True)
class Group:
    title: str
    note: str
    items: list[InboxItem]


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # closed by default
    found = core.items(user, timezone.localdate())
    groups = [
        Group(str(GROUPS[cost][0]), str(GROUPS[cost][1]), list(items))
        for cost, items in groupby(found, key=lambda item: item.cost)
    ]
    show(request, title=_("Tasks to do"))
    return render(request, "dashboards/inbox.html", {"groups": groups})
