"""Annex II: the cluster's registrations by office. Counted from what was sent; where an office sent nothing and only
totals are known, what it stated of them as direct figures, and said so. Never typed.

Source: domain reference 4.3, PL II: office; headcount, registered persons and rate; titles; initiatives; and the total.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures
from apps.offices.models import Cluster, Office
from apps.pledges.answers import last_answers
from apps.pledges.enums import SheetState
from apps.pledges.models import RegistrationAnswer, RegistrationSheet, SheetVersion
from apps.pledges.registered import Registered, from_json

COLUMNS = (
    (("ldtt",), "LĐTT"), (("cstdcs",), "CSTĐCS"), (("cstdcb",), "CSTĐ cấp bộ, tỉnh"), (("cstdtq",), "CSTĐTQ"),
    (("ttldtt",), "TTLĐTT"), (("ttldxs",), "TTLĐXS"), (("co_bt", "co_cp"), "Cờ thi đua"),
    (("bk_bt", "bk_ttg", "bk_bt_tt", "bk_ttg_tt"), "Bằng khen"),
)  # fmt: skip


STATED = ("headcount", "registered", *(f"registered_{codes[0]}" for codes, _label in COLUMNS))
# headcount, registered, each column, initiatives, not approved; None where it is not known: of the last, where the
# deciding body has not answered
Cells = tuple[int | None, ...]


@dataclass(frozen=True)
class Line:
    """`sent` is what `version` says; None where nothing was sent, or where the reader may not see what was; `stated` is
    what is known instead. `answer` is the deciding body's to `version`. `awaits`: another member reads what was
    received last, and something newer is not received yet. `begun`: as far as the reader may know; another office's
    draft is not told from none."""

    office: Office
    name: str
    sheet: RegistrationSheet | None
    state: SheetState
    version: SheetVersion | None = None
    sent: Registered | None = None
    stated: Cells | None = None
    answer: RegistrationAnswer | None = None
    awaits: bool = False
    begun: bool = False

    @property
    def refused(self) -> int | None:
        """How many registrations were not approved."""
        return None if self.answer is None else self.answer.refused  # type: ignore[attr-defined]  # of last_answers

    @property
    def cells(self) -> Cells | None:
        return _cells(self.sent, self.refused) if self.sent else self.stated


def _cells(found: Registered, refused: int | None) -> Cells:
    counts = found.counts
    columns = (sum(counts.get(code, 0) for code in codes) for codes, _label in COLUMNS)
    return (found.headcount, found.registered, *columns, found.initiatives, refused)


@dataclass(frozen=True)
class Annex:
    lines: tuple[Line, ...]

    @property
    def total(self) -> Cells | None:
        """Over the offices whose figures are known; None where none is, which is not 0."""
        known = [line.cells for line in self.lines if line.cells]
        if not known:
            return None
        *sums, refused = [sum(each or 0 for each in column) for column in zip(*known, strict=True)]
        return (*sums, refused if self.answered else None)

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(line.name for line in self.lines if line.cells is None)

    @property
    def answered(self) -> tuple[Line, ...]:
        """Offices whose registrations the deciding body answered."""
        return tuple(line for line in self.lines if line.answer is not None)

    @property
    def awaiting(self) -> tuple[Line, ...]:
        """Offices of which the reader sees an earlier version than the one sent last."""
        return tuple(line for line in self.lines if line.awaits)

    @property
    def stated(self) -> tuple[str, ...]:
        """Offices of which only totals are known."""
        return tuple(line.name for line in self.lines if line.sent is None and line.stated)


def annex(cluster: Cluster, year: int, offices: Iterable[Office], *, own: frozenset[int], reads_all: bool) -> Annex:
    """The secretariat, leaders and the office itself see what was sent last; other members what was received last. Two
    queries, and three more where an office has sent nothing."""
    held = list(offices)
    sheets = {each.office_id: each for each in RegistrationSheet.objects.of_year(cluster, year)}
    unsent = [each.pk for each in held if not (sheets.get(each.pk) and sheets[each.pk].current_id)]
    stated = _stated(cluster, year, [pk for pk in unsent if reads_all or pk in own])
    seen = {pk: each.current if reads_all or pk in own else each.received for pk, each in sheets.items()}
    answers = last_answers([version.pk for version in seen.values() if version])
    lines = []
    for office in held:
        sheet, version = sheets.get(office.pk), seen.get(office.pk)
        knows = reads_all or office.pk in own
        state = SheetState(sheet.state) if sheet else SheetState.DRAFT
        awaits = version is not None and state != SheetState.RECEIVED and not knows
        lines.append(Line(
            office, str(office.short_name_then),  # type: ignore[attr-defined]  # set by named_on
            sheet, SheetState.RECEIVED if awaits else state, version, from_json(version.content) if version else None,
            stated.get(office.pk), answers.get(version.pk) if version else None, awaits,
            begun=sheet is not None and (knows or state != SheetState.DRAFT),
        ))  # fmt: skip
    return Annex(tuple(lines))


def _stated(cluster: Cluster, year: int, offices: list[int]) -> dict[int, Cells]:
    """By office id, the direct figures of the year, of offices that stated how many people registered."""
    if not offices:
        return {}
    wanted = Indicator.objects.filter(code__in=STATED)
    window = Window(date(year, 1, 1), date(year, 12, 31))
    found = figures(wanted, cluster=cluster, offices=offices, windows=[window])
    known = {indicator.code for indicator in wanted}
    answer: dict[int, Cells] = {}
    for office in offices:
        values = [found.of(code, office).value if code in known else None for code in STATED]
        if values[1] is not None:
            answer[office] = (*values, None, None)
    return answer
