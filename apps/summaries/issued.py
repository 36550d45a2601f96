"""The cluster's published papers, told to the floor below: what they say was read."""

from __future__ import annotations

from django.urls import reverse

from apps.activities.issued import Issued, register
from apps.offices.models import Cluster
from apps.summaries.models import Summary


def _published(cluster: Cluster) -> list[Issued]:
    rows = Summary.objects.filter(period__cluster=cluster).exclude(published_at=None).select_related("period")
    return [
        Issued(
            name=str(row), at=row.published_at, starts_on=row.period.starts_on, ends_on=row.period.ends_on,
            url=reverse("summaries:paper", args=[cluster.code, row.period.code, row.paper]),
        )
        for row in rows.order_by("published_at", "pk") if row.published_at
    ]  # fmt: skip


def register_papers() -> None:
    register(_published)
