"""Annex II: the cluster's registrations by office. Counted from what was sent; never typed.

Source: domain reference 4.3, PL II: office; headcount, registered persons and rate; titles; initiatives; and the total.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from apps.offices.models import Cluster, Office
from apps.pledges.enums import SheetState
from apps.pledges.models import RegistrationSheet
from apps.pledges.registered import Registered, from_json

COLUMNS = (
    (("ldtt",), "LĐTT"), (("cstdcs",), "CSTĐCS"), (("cstdcb",), "CSTĐ cấp bộ, tỉnh"), (("cstdtq",), "CSTĐTQ"),
    (("ttldtt",), "TTLĐTT"), (("ttldxs",), "TTLĐXS"), (("co_bt", "co_cp"), "Cờ thi đua"),
    (("bk_bt", "bk_ttg", "bk_bt_tt", "bk_ttg_tt"), "Bằng khen"),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """`sent` is None where nothing was sent, or where the reader may not see what was: then there are no figures."""

    office: Office
    name: str
    sheet: RegistrationSheet | None
    state: SheetState
    sent: Registered | None

    @property
    def cells(self) -> tuple[int, ...] | None:
        return _cells([self.sent]) if self.sent else None


def _cells(found: Iterable[Registered]) -> tuple[int, ...]:
    """Headcount, registered, each column, initiatives."""
    held = list(found)
    counts = [each.counts for each in held]
    return (
        sum(each.headcount for each in held),
        sum(each.registered for each in held),
        *(sum(each.get(code, 0) for each in counts for code in codes) for codes, _label in COLUMNS),
        sum(each.initiatives for each in held),
    )


@dataclass(frozen=True)
class Annex:
    lines: tuple[Line, ...]

    @property
    def total(self) -> tuple[int, ...]:
        return _cells(line.sent for line in self.lines if line.sent)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(line.name for line in self.lines if line.sent is None)


def annex(cluster: Cluster, year: int, offices: Iterable[Office], *, own: frozenset[int], reads_all: bool) -> Annex:
    """One query. Members see each other's once they are received, the secretariat and leaders once they are sent."""
    sheets = {each.office_id: each for each in RegistrationSheet.objects.of_year(cluster, year)}
    lines = []
    for office in offices:
        sheet = sheets.get(office.pk)
        state = SheetState(sheet.state) if sheet else SheetState.DRAFT
        seen = reads_all or office.pk in own or state == SheetState.RECEIVED
        sent = from_json(sheet.current.content) if sheet and sheet.current and seen else None
        name = str(office.short_name_then)  # type: ignore[attr-defined]  # set by named_on
        lines.append(Line(office, name, sheet, state, sent))
    return Annex(tuple(lines))
