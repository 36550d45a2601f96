"""Headcount and registrations as figures: counted from what an office sent, as of the cut-off day of the year; of a
merged office, from what those that went into it had sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, QuerySet, Subquery

from apps.accounts.models import User
from apps.indicators.sources import Stock, StockRow, Stocks, register_stocks
from apps.offices.enums import LineageKind
from apps.offices.models import Cluster, Lineage
from apps.pledges.models import RegistrationSheet, SheetVersion
from apps.pledges.registered import Registered, from_json
from apps.pledges.rules import can_read_registrations

HEADCOUNT, REGISTERED = "headcount", "registered"
TITLES = {f"registered_{code}": code for code in ("ldtt", "cstdcs", "cstdcb", "ttldtt", "ttldxs")}
COLLECTIVES = frozenset({"registered_ttldtt", "registered_ttldxs"})
CODES = frozenset({HEADCOUNT, REGISTERED, *TITLES})


@dataclass(frozen=True)
class Spoken:
    """Whose people are counted as of a day, by which versions: an office's own, or those of all that went into it."""

    day: date
    office: int
    versions: tuple[SheetVersion, ...]

    def value(self, code: str) -> int:
        """People and collectives stand in one version only, so versions add up."""
        if code == HEADCOUNT:
            return sum(each.headcount for each in self.versions)
        if code == REGISTERED:
            return sum(each.registered for each in self.versions)
        return sum(each.counts.get(TITLES[code], 0) for each in self.versions)


def _versions(cluster: Cluster, years: Collection[int]) -> QuerySet[SheetVersion]:
    """Those sent last, each with the office that its own went into in that year (`successor`), since when, and how many
    went into it (`parts`)."""
    gone = Lineage.objects.direct().filter(
        predecessor=OuterRef("sheet__office"), kind=LineageKind.MERGE, on__year=OuterRef("sheet__year")
    )
    all_of_it = Lineage.objects.direct().filter(successor=OuterRef("successor")).order_by()
    return (
        SheetVersion.objects.filter(current_of__cluster=cluster, current_of__year__in=years)
        .annotate(successor=Subquery(gone.values("successor")[:1]), merged_on=Subquery(gone.values("on")[:1]))
        .annotate(parts=Subquery(all_of_it.values("successor").annotate(parts=Count("pk")).values("parts")))
        .select_related("sheet__office", "sheet__cluster")
        .order_by("sheet__office", "pk")
    )


def _spoken(versions: Iterable[SheetVersion], offices: Collection[int], day: date) -> Iterator[Spoken]:
    """Each person once. Whoever was counted in an office that merged later in the year is counted there where that
    office is asked for (the whole year's report has both); else, from the merger's day on, in its successor, where all
    that went into it had sent: their people moved. A version of the successor's own counts alone from that day on."""
    counted = {
        each.sheet.office_id: each for each in versions if each.sheet.year == day.year and each.cut_off_on <= day
    }
    merged: dict[int, list[SheetVersion]] = defaultdict(list)
    for each in counted.values():
        successor, on = _merger(each)
        if on is not None and each.cut_off_on < on <= day:
            merged[successor].append(each)
    spoken: dict[int, tuple[SheetVersion, ...]] = {office: (each,) for office, each in counted.items()}
    for successor, parts in merged.items():
        if successor in counted:
            for each in parts:
                del spoken[each.sheet.office_id]
        elif len(parts) == _needed(parts[0]) and not any(each.sheet.office_id in offices for each in parts):
            spoken[successor] = tuple(parts)
    yield from (Spoken(day, office, found) for office, found in spoken.items() if office in offices)


def _merger(version: SheetVersion) -> tuple[int, date | None]:
    return version.successor, version.merged_on  # type: ignore[attr-defined]  # of _versions


def _needed(version: SheetVersion) -> int:
    return int(version.parts)  # type: ignore[attr-defined]  # of _versions


def read(cluster: Cluster, codes: Collection[str], offices: Collection[int], days: Collection[date]) -> Iterator[Stock]:
    """Titles that nobody registered for are a counted 0, once the office has sent its registrations. One query."""
    versions = list(_versions(cluster, {day.year for day in days}).defer("content"))
    for day in days:
        for spoken in _spoken(versions, offices, day):
            for code in codes:
                yield Stock(code, spoken.office, day, spoken.value(code))


def rows(
    code: str, cluster: Cluster, offices: Collection[int], day: date, user: User
) -> tuple[list[StockRow], frozenset[int]]:
    """People by name for their office, the secretariat and the leaders; of other offices none. One query."""
    found: list[StockRow] = []
    hidden: set[int] = set()
    for spoken in _spoken(_versions(cluster, {day.year}), offices, day):
        for version in spoken.versions:
            sheet = version.sheet
            if can_read_registrations(user, cluster, sheet.year, sheet.office):
                found += _rows(code, spoken.office, sheet, from_json(version.content))
            else:
                hidden.add(spoken.office)
    return found, frozenset(hidden)


def _rows(code: str, office: int, sheet: RegistrationSheet, sent: Registered) -> Iterator[StockRow]:
    address = ("pledges:registration_sheet", (sheet.cluster.code, sheet.year, sheet.office.code))
    title = TITLES.get(code, "")
    if code in COLLECTIVES:
        for each in sent.collectives:
            if any(aim.honour == title for aim in each.aims):
                yield StockRow(office, each.unit or str(sheet.office), "", address)
        return
    for line in sent.people:
        wanted = [aim for aim in line.aims if not title or aim.honour == title]
        if wanted or code == HEADCOUNT:
            said = "; ".join(aim.name for aim in wanted) if code != HEADCOUNT else line.position
            yield StockRow(office, line.name, said, address)


def register() -> None:
    register_stocks(Stocks("registrations", CODES, read, rows))
