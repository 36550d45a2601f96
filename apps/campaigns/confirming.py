"""Who has confirmed a movement, and who has not: one reading for its page, the list, the inbox and the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from apps.campaigns.models import Campaign, CampaignOffice, Confirmation
from apps.campaigns.movement import offices_of
from apps.offices.models import Office


@dataclass(frozen=True)
class Standing:
    """`confirmation` is of the text that is in force; `earlier` of one before its last amendment."""

    office: Office
    confirmation: Confirmation | None
    earlier: Confirmation | None = None

    @property
    def name(self) -> str:
        return str(getattr(self.office, "short_name_then", self.office.short_name))


@dataclass(frozen=True)
class Count:
    confirmed: int
    expected: int

    @property
    def is_complete(self) -> bool:
        return self.confirmed == self.expected


def standings(campaign: Campaign) -> list[Standing]:
    """In the cluster's own order. Three queries."""
    rows = Confirmation.objects.filter(version__campaign=campaign).select_related("version", "confirmed_by")
    latest: dict[int, Confirmation] = {}
    for row in rows.order_by("version__number", "pk"):
        latest[row.office_id] = row
    found = []
    for office in offices_of(campaign):
        row_of = latest.get(office.pk)
        current = row_of if row_of and row_of.version.number == campaign.version else None
        found.append(Standing(office, current, None if current else row_of))
    return found


def counts(campaigns: Sequence[Campaign]) -> dict[int, Count]:
    """By campaign id. Two queries for all of them."""
    expected: dict[int, set[int]] = {each.pk: set() for each in campaigns}
    for campaign, office in CampaignOffice.objects.filter(campaign__in=campaigns).values_list("campaign", "office"):
        expected[campaign].add(office)
    versions = {each.pk: each.version for each in campaigns}
    said = Confirmation.objects.filter(version__campaign__in=campaigns)
    confirmed: dict[int, set[int]] = {each.pk: set() for each in campaigns}
    for campaign, number, office in said.values_list("version__campaign", "version__number", "office"):
        if number == versions[campaign]:
            confirmed[campaign].add(office)
    return {pk: Count(len(confirmed[pk] & offices), len(offices)) for pk, offices in expected.items()}
