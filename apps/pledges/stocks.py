"""Headcount and registrations as figures: counted from what an office sent, as of the cut-off day of the year."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from apps.accounts.models import User
from apps.indicators.sources import Stock, StockRow, Stocks, register_stocks
from apps.offices.models import Cluster
from apps.pledges.models import RegistrationSheet, SheetVersion
from apps.pledges.registered import Registered, from_json
from apps.pledges.rules import can_read_registrations

HEADCOUNT, REGISTERED = "headcount", "registered"
TITLES = {f"registered_{code}": code for code in ("ldtt", "cstdcs", "cstdcb", "ttldtt", "ttldxs")}
COLLECTIVES = frozenset({"registered_ttldtt", "registered_ttldxs"})
CODES = frozenset({HEADCOUNT, REGISTERED, *TITLES})


def _sent(cluster: Cluster, offices: Collection[int], days: Collection[date]) -> Iterator[tuple[date, SheetVersion]]:
    """The version sent last of each year that a day asked for lies in, if people were counted by then. One query."""
    years = {day.year for day in days}
    rows = SheetVersion.objects.filter(
        current_of__cluster=cluster, current_of__office__in=offices, current_of__year__in=years
    ).select_related("sheet__office")
    for version in rows:
        for day in days:
            if day.year == version.sheet.year and version.cut_off_on <= day:
                yield day, version


def read(cluster: Cluster, codes: Collection[str], offices: Collection[int], days: Collection[date]) -> Iterator[Stock]:
    """Titles that nobody registered for are a counted 0, once the office has sent its registrations."""
    for day, version in _sent(cluster, offices, days):
        values = {HEADCOUNT: version.headcount, REGISTERED: version.registered} | {
            name: version.counts.get(code, 0) for name, code in TITLES.items()
        }
        for code in codes:
            yield Stock(code, version.sheet.office_id, day, values[code])


def rows(
    code: str, cluster: Cluster, offices: Collection[int], day: date, user: User
) -> tuple[list[StockRow], frozenset[int]]:
    """People by name for their office, the secretariat and the leaders; of other offices none. One query."""
    found: list[StockRow] = []
    hidden: set[int] = set()
    for _day, version in _sent(cluster, offices, [day]):
        sheet = version.sheet
        if can_read_registrations(user, cluster, sheet.year, sheet.office):
            found += _rows(code, sheet, from_json(version.content))
        else:
            hidden.add(sheet.office_id)
    return found, frozenset(hidden)


def _rows(code: str, sheet: RegistrationSheet, sent: Registered) -> Iterator[StockRow]:
    address = ("pledges:registration_sheet", (sheet.cluster.code, sheet.year, sheet.office.code))
    title = TITLES.get(code, "")
    if code in COLLECTIVES:
        for each in sent.collectives:
            if any(aim.honour == title for aim in each.aims):
                yield StockRow(sheet.office_id, each.unit or str(sheet.office), "", address)
        return
    for line in sent.people:
        wanted = [aim for aim in line.aims if not title or aim.honour == title]
        if wanted or code == HEADCOUNT:
            said = "; ".join(aim.name for aim in wanted) if code != HEADCOUNT else line.position
            yield StockRow(sheet.office_id, line.name, said, address)


def register() -> None:
    register_stocks(Stocks("registrations", CODES, read, rows))
