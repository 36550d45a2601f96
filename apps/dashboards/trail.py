"""What a figure was counted from: by office, by part, row by row, as far as the reader may open it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from apps.activities.models import DirectFigure
from apps.campaigns.scope import Scope
from apps.core import words
from apps.dashboards.addresses import figure_url
from apps.dashboards.cells import Cell, Look, Reading, cell_of, written
from apps.dashboards.overview import others
from apps.indicators.enums import FROM_RECORDS, Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figure, Window, figures, rows_of
from apps.indicators.sources import Family, Source, family, source, stock_rows

PER_PAGE = 25


@dataclass(frozen=True)
class OwnerLine:
    label: str
    cell: Cell
    share: str = ""
    numerator: str = ""
    denominator: str = ""
    difference: str = ""
    kind: str = ""  # own: the cluster's own line; rest: the offices that the reader may not see


@dataclass(frozen=True)
class PartLine:
    label: str
    cell: Cell
    share: str


@dataclass(frozen=True)
class RowLine:
    day: date
    title: str
    words: str
    owner: str
    url: str
    measure: int | None
    label: str  # of DISTINCT: which value the row carries


@dataclass(frozen=True)
class Rest:
    """Rows, or statements, that are counted but that the reader may not open."""

    count: int = 0
    offices: int = 0
    sum: int = 0

    def __bool__(self) -> bool:
        return self.count > 0


@dataclass(frozen=True)
class Rows:
    """Rows are listed exactly as they are counted: those listed and the rest give the figure."""

    count: int
    sum: int
    rest: Rest
    listed: QuerySet[Any]


@dataclass(frozen=True)
class StatementLine:
    owner: str
    starts_on: date
    ends_on: date
    text: str
    value: int | None
    is_used: bool
    status: str
    note: str


@dataclass(frozen=True)
class Statements:
    lines: list[StatementLine] = field(default_factory=list)
    rest: Rest = field(default_factory=Rest)


@dataclass(frozen=True)
class Trail:
    """One figure of one period, of the whole cluster (`owner` None), of an office, or of the cluster's own line."""

    scope: Scope
    indicator: Indicator
    owner: int | None
    reading: Reading
    parts: tuple[Indicator, ...]

    @property
    def figure(self) -> Figure:
        found = self.reading.figures
        return found.total(self.indicator.code) if self.owner is None else found.of(self.indicator.code, self.owner)

    @property
    def aggregation(self) -> Aggregation:
        return Aggregation(self.indicator.aggregation)

    @property
    def is_counted(self) -> bool:
        return self.aggregation in FROM_RECORDS

    @property
    def is_stock(self) -> bool:
        """Counted from rows as of a day: people, or what they registered for."""
        return self.aggregation == Aggregation.AS_OF and self.figure.counted is not None

    @property
    def has_measure(self) -> bool:
        return self.aggregation == Aggregation.SUM

    @property
    def has_shares(self) -> bool:
        """Only what adds up has shares."""
        return self.aggregation not in {Aggregation.RATIO, Aggregation.DISTINCT}

    @property
    def shows_difference(self) -> bool:
        """The cluster's difference would tell that of an office which the reader may not see."""
        return self.figure.difference is not None and (self.owner is not None or not self.reading.hidden)

    @property
    def text(self) -> str:
        return written(self.indicator, self.figure)

    @property
    def owner_name(self) -> str:
        if self.owner is None:
            return _("The whole cluster")
        return _owner_names(self.scope)[self.owner]


def _owner_names(scope: Scope) -> dict[int, str]:
    names = {office.pk: office.short_name_then for office in scope.members}  # type: ignore[attr-defined]
    return {**names, OWN_LINE: _("The cluster's own activities")}


def trail(scope: Scope, indicator: Indicator, owner: int | None) -> Trail:
    parts = tuple(Indicator.objects.for_cluster(scope.cluster, scope.year).filter(parent=indicator))
    windows = [scope.window]
    if scope.previous:
        windows.append(Window(scope.previous.starts_on, scope.previous.ends_on))
    wanted = [indicator, *parts]
    found = figures(wanted, cluster=scope.cluster, offices=scope.member_ids, windows=windows)
    both = [side for side in (indicator.numerator, indicator.denominator) if side]
    return Trail(scope, indicator, owner, Reading(scope, found, {each.code: each for each in [*wanted, *both]}), parts)


# By office and by part -----------------------------------------------------------------------------------------------
def _share(part: Figure, whole: Figure, aggregation: Aggregation) -> str:
    if aggregation in {Aggregation.RATIO, Aggregation.DISTINCT} or part.is_missing or not whole.number:
        return ""
    return words.share(part.number, whole.number)


def owner_lines(found: Trail) -> list[OwnerLine]:
    """Every owner the reader may see; the others in one line that keeps the total."""
    reading, indicator = found.reading, found.indicator
    code, whole = indicator.code, reading.figures.total(indicator.code)
    lines = []
    for owner, name in _owner_names(found.scope).items():
        figure = reading.figures.of(code, owner)
        if not reading.may_see(owner) or (owner == OWN_LINE and figure.is_missing):
            continue
        lines.append(
            OwnerLine(
                label=name,
                cell=reading.cell(code, owner),
                share=_share(figure, whole, found.aggregation),
                numerator=_side(reading, indicator.numerator, owner),
                denominator=_side(reading, indicator.denominator, owner),
                difference=_difference(figure),
                kind="own" if owner == OWN_LINE else "",
            )
        )
    if reading.hidden:
        rest = reading.rest(code)
        cell = Cell(Look.HIDDEN) if found.aggregation == Aggregation.DISTINCT else cell_of(indicator, rest)
        lines.append(
            OwnerLine(
                label=others(len(reading.hidden)),
                cell=cell,
                share=_share(rest, whole, found.aggregation),
                numerator=words.number(rest.numerator) if rest.numerator is not None else "",
                denominator=words.number(rest.denominator) if rest.denominator is not None else "",
                kind="rest",
            )
        )
    return lines


def _side(reading: Reading, side: Indicator | None, owner: int) -> str:
    if side is None:
        return ""
    return cell_of(side, reading.figures.of(side.code, owner)).words


def _difference(figure: Figure) -> str:
    if figure.difference is None:
        return ""
    return _("stated %(stated)s, listed %(counted)s") % {
        "stated": words.number(figure.stated or 0), "counted": words.number(figure.number),
    }  # fmt: skip


def part_lines(found: Trail) -> list[PartLine]:
    lines = []
    for part in found.parts:
        reading = found.reading
        figure = reading.figures.total(part.code) if found.owner is None else reading.figures.of(part.code, found.owner)
        cell = cell_of(part, figure, figure_url(found.scope, part.code, found.owner))
        lines.append(PartLine(part.name, cell, _share(figure, found.figure, found.aggregation)))
    return lines


def side_lines(found: Trail) -> list[PartLine]:
    """Of a rate: what is divided by what."""
    sides = [side for side in (found.indicator.numerator, found.indicator.denominator) if side]
    numbers = (found.figure.numerator, found.figure.denominator)
    return [
        PartLine(
            side.name,
            Cell(Look.MISSING, url=figure_url(found.scope, side.code, found.owner))
            if number is None
            else Cell(Look.VALUE, words.number(number), number, figure_url(found.scope, side.code, found.owner)),
            "",
        )
        for side, number in zip(sides, numbers, strict=False)
    ]


# Row by row ----------------------------------------------------------------------------------------------------------
def _source(found: Trail) -> tuple[Source, Family]:
    of = source(found.indicator.source)
    return of, family(of.family)


def _counted(found: Trail) -> QuerySet[Any]:
    offices = found.scope.member_ids if found.owner is None else [found.owner] if found.owner != OWN_LINE else []
    return rows_of(
        found.indicator, found.scope.cluster, offices, found.scope.window, own_line=found.owner in {None, OWN_LINE}
    )


def rows(found: Trail) -> Rows:
    """Two queries for all rows and the visible ones; the list itself is read page by page."""
    of, kin = _source(found)
    counted = _counted(found)
    seen = kin.visible_to(counted, found.scope.user, found.scope.cluster)
    sums = {"sum": Sum(of.measure(found.indicator.measure))} if found.has_measure else {}
    everything = counted.order_by().aggregate(count=Count("pk"), **sums)
    visible = seen.order_by().aggregate(count=Count("pk"), **sums)
    rest = Rest()
    if everything["count"] > visible["count"]:
        unseen = counted.exclude(pk__in=seen.order_by().values("pk")).order_by()
        rest = Rest(
            count=everything["count"] - visible["count"],
            offices=unseen.values("office").distinct().count(),
            sum=(everything.get("sum") or 0) - (visible.get("sum") or 0),
        )
    annotated = {"trail_measure": of.measure(found.indicator.measure)} if found.has_measure else {}
    if label := of.labels.get(found.indicator.measure):
        annotated["trail_label"] = F(label)
    listed = kin.listed(seen).annotate(**annotated).order_by("counted_on", "pk")
    return Rows(count=visible["count"], sum=visible.get("sum") or 0, rest=rest, listed=listed)


def page_of(found: Rows, number: str | None) -> Page[Any]:
    paginator = Paginator(found.listed, PER_PAGE)
    paginator.count = found.count
    return paginator.get_page(number)


def row_lines(found: Trail, page: Any) -> list[RowLine]:
    _of, kin = _source(found)
    names = _owner_names(found.scope)
    here = (found.scope.cluster.code, found.scope.period.code)
    lines = []
    for row in page:
        said = kin.describe(row)
        name, arguments = said.address
        lines.append(
            RowLine(
                day=said.day,
                title=said.title,
                words=" · ".join(said.words),
                owner=names[row.office_id or OWN_LINE],
                url=reverse(name, args=[*here, *arguments]),
                measure=getattr(row, "trail_measure", None),
                label=getattr(row, "trail_label", None) or "",
            )
        )
    return lines


@dataclass(frozen=True)
class People:
    """What a stock counted, as far as the reader may know it, and how much of how many offices is not shown."""

    lines: list[RowLine]
    rest: Rest


def people(found: Trail) -> People:
    offices = found.scope.member_ids if found.owner is None else [found.owner]
    day = found.scope.window.ends_on
    rows, hidden = stock_rows(found.indicator.code, found.scope.cluster, offices, day, found.scope.user)
    names = _owner_names(found.scope)
    lines = [
        RowLine(
            day=day, title=row.title, words=row.words, owner=names[row.office_id], measure=None, label="",
            url=reverse(row.address[0], args=row.address[1]) if row.address else "",
        )
        for row in rows
    ]  # fmt: skip
    order = list(names.values())
    unseen = sum(found.reading.figures.of(found.indicator.code, office).counted or 0 for office in hidden)
    return People(sorted(lines, key=lambda line: order.index(line.owner)), Rest(unseen, len(hidden)))


def values(found: Trail, counted: Rows) -> list[tuple[str, int]]:
    """Of DISTINCT: the different values among the rows that the reader may open, and how many rows carry each."""
    of, _kin = _source(found)
    label = of.labels.get(found.indicator.measure)
    if label is None:
        return []
    carried = counted.listed.order_by().values(label).annotate(times=Count("pk"))
    return list(carried.order_by(label).values_list(label, "times"))


def statements(found: Trail) -> Statements:
    """What was stated within the window: used, or overruled by records. Of offices that the reader may see;
    the notes beside them only where everything of the office is open."""
    used, overruled = set(found.figure.used), set(found.figure.overruled)
    ids = used | overruled
    if not ids:
        return Statements()
    names = _owner_names(found.scope)
    lines: list[StatementLine] = []
    hidden: list[DirectFigure] = []
    for row in DirectFigure.objects.filter(pk__in=ids).order_by("starts_on", "pk"):
        owner = row.office_id or OWN_LINE
        if not found.reading.may_see(owner):
            hidden.append(row)
            continue
        lines.append(
            StatementLine(
                owner=names[owner],
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                text=words.NONE_MARK if row.value is None else words.number(row.value),
                value=row.value,
                is_used=row.pk in used,
                status=row.get_status_display(),
                note=row.note if owner == OWN_LINE or owner in found.scope.opened_offices else "",
            )
        )
    order = list(names.values())
    lines.sort(key=lambda line: (order.index(line.owner), line.starts_on))
    counted = [row for row in hidden if row.pk in used]
    rest = Rest(
        count=len(counted),
        offices=len({row.office_id for row in counted}),
        sum=sum(row.value or 0 for row in counted),
    )
    return Statements(lines, rest)
