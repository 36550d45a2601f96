"""What of the cluster's papers goes with a year that is handed over."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from apps.offices.handover import Item, Part
from apps.offices.models import Cluster
from apps.summaries.models import Summary


def items(cluster: Cluster, year: int) -> Iterator[Item]:
    """One query."""
    papers = Summary.objects.filter(period__cluster=cluster, period__year=year).select_related("period")
    for each in papers:
        published = each.published_at is not None
        yield Item(
            part=Part.PAPERS if published else Part.OPEN, about=_("Cluster's report"),
            title=f"{str(each.get_paper_display()).capitalize()}, {each.period}",
            detail=_("published") if published else _("not published yet"),
            day=localdate(each.published_at) if each.published_at else None,
            url=reverse("summaries:paper", args=[cluster.code, each.period.code, each.paper]),
        )  # fmt: skip
