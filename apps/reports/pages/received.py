"""The received versions of a published period, as other members see them: no persons, no notes, nothing of a draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from apps.campaigns.scope import Scope
from apps.offices.models import Office
from apps.reports.models import Version
from apps.reports.pages import places
from apps.reports.received import Received, received


@dataclass(frozen=True)
class Row:
    """One office; without a number nothing of it was received. `own_url`: the reader's own report, as it stands now."""

    office: str
    number: int = 0
    url: str = ""
    received_at: datetime | None = None
    awaits: bool = False
    own_url: str = ""


@dataclass(frozen=True)
class Sheet:
    """What stands at the head of a received version, for other members: which it is, and the others received."""

    number: int
    received_at: datetime | None
    newest_url: str
    awaits: bool
    others: tuple[Row, ...]


def rows_of(scope: Scope, offices: Iterable[Office]) -> list[Row]:
    """In the order given."""
    asked = list(offices)
    found = received(scope.period, asked, scope.user)
    return [_row(scope, office, found.get(office.pk)) for office in asked]


def _row(scope: Scope, office: Office, found: Received | None) -> Row:
    name = str(office.short_name_then)  # type: ignore[attr-defined]  # set by expected_offices
    own_url = places.address(scope, "report", office.code) if office.pk in scope.roles.office_ids else ""
    if found is None:
        return Row(name, own_url=own_url)
    version = found.version
    return Row(
        name, version.number, places.address(scope, "version", office.code, version.number), version.received_at,
        found.awaits, own_url,
    )  # fmt: skip


def sheet_of(scope: Scope, office: Office, row: Version) -> Sheet:
    """Of one received version; the newest is told from the earlier ones."""
    found = received(scope.period, [office], scope.user)[office.pk]
    others = Version.objects.visible_to(scope.user).filter(report=row.report_id, received_at__isnull=False)
    newest = found.version
    return Sheet(
        number=row.number,
        received_at=row.received_at,
        newest_url=places.address(scope, "version", office.code, newest.number) if newest.pk != row.pk else "",
        awaits=found.awaits and newest.pk == row.pk,
        others=tuple(
            Row("", each.number, places.address(scope, "version", office.code, each.number), each.received_at)
            for each in others.exclude(pk=row.pk).defer("content").order_by("-number")
        ),
    )
