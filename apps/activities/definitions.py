"""What counts, beside the list and the form of a kind: the definitions of its indicators, each with its figure."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from apps.campaigns.scope import Scope
from apps.indicators.models import Indicator


@dataclass(frozen=True)
class Definition:
    name: str
    unit: str
    text: str
    url: str
    is_part: bool


def definitions(scope: Scope, slug: str) -> list[Definition]:
    """Of the kind whose source of figures has that slug. One query."""
    here = (scope.cluster.code, scope.period.code)
    return [
        Definition(
            name=each.name, unit=each.unit, text=each.definition, is_part=each.parent_id is not None,
            url=reverse("indicators:figure", args=[*here, each.code]),
        )
        for each in Indicator.objects.for_cluster(scope.cluster, scope.year).filter(source=slug)
    ]  # fmt: skip
