"""What can be counted, registered from the floors above (in their `apps.py: ready()`); this floor never looks up.

A `Family` is one table of rows with an owner and the day each row counts; a `Source` is one kind of row within it, with
the measures that can be summed and the dimensions that can be filtered or split by. All sources of a family are read by
one query. A `Statements` provider gives direct figures; `Stocks` are counted as of a day.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable
from django.utils.functional import Promise

if TYPE_CHECKING:
    from apps.accounts.models import User
    from apps.indicators.models import Indicator
    from apps.offices.models import Cluster

Words = str | Promise


@dataclass(frozen=True)
class Dimension:
    """A column by which rows are filtered or split, with the words for its values."""

    path: str
    label: Words
    values: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True)
class RowWords:
    """A row as a trail shows it: what, when, and a few more words; `address` is (name, arguments) of its page, which
    stand after cluster and period."""

    title: str
    day: date
    words: tuple[str, ...] = ()
    address: tuple[str, tuple[object, ...]] = ("", ())


@dataclass(frozen=True)
class Family:
    """`rows()` leaves deleted rows out. Columns `office`, `cluster` (one of them set) and `counted_on` must exist.

    `listed` brings along in one query what `describe` puts into words.
    """

    slug: str
    rows: Callable[[], QuerySet[Any]]
    visible_to: Callable[[QuerySet[Any], User, Cluster], QuerySet[Any]]
    listed: Callable[[QuerySet[Any]], QuerySet[Any]]
    describe: Callable[[Any], RowWords]


@dataclass(frozen=True)
class Source:
    """`measures` are paths to numbers or keys, or expressions; `labels` are paths to the words of those that are keys.
    `amount` reads a measure of one row where it is no path. `daily` are measures that change by themselves from day to
    day, such as what is overdue today."""

    slug: str
    family: str
    label: Words
    where: Q
    measures: Mapping[str, str | Combinable] = field(default_factory=dict)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    amount: Callable[[Any, str], int | None] | None = None
    daily: frozenset[str] = frozenset()

    def measure(self, name: str) -> Combinable:
        found = self.measures[name]
        return F(found) if isinstance(found, str) else found


@dataclass(frozen=True)
class Statement:
    """An office (or, without one, the cluster) says how many there were in a span: a value, or none."""

    pk: int
    indicator_id: int
    office_id: int | None
    starts_on: date
    ends_on: date
    value: int | None  # None: "không phát sinh"
    status: str


@dataclass(frozen=True)
class Stock:
    """How many there were in an office as of a day, counted from rows; `code` is the indicator's."""

    code: str
    office_id: int
    day: date
    value: int


@dataclass(frozen=True)
class StockRow:
    """What a stock counted, as far as the reader may know it; `address` is (name, arguments) of the whole address."""

    office_id: int
    title: str
    words: str = ""
    address: tuple[str, tuple[object, ...]] | None = None


@dataclass(frozen=True)
class Stocks:
    """Rows counted as of a day: `codes` of the indicators they answer. `read(cluster, codes, offices, days)` is one
    query; `rows(code, cluster, offices, day, user)` gives what the user may know, and of which offices the rest is
    hidden."""

    slug: str
    codes: frozenset[str]
    read: Callable[[Cluster, Collection[str], Collection[int], Collection[date]], Iterable[Stock]]
    rows: Callable[[str, Cluster, Collection[int], date, User], tuple[list[StockRow], frozenset[int]]]


SourceMaker = Callable[[str], Source | None]
StatementsProvider = Callable[["Cluster", Iterable[int], Iterable[int], date, date], Iterable[Statement]]

_families: dict[str, Family] = {}
_sources: dict[str, Source] = {}
_makers: list[SourceMaker] = []
_statements: list[StatementsProvider] = []
_stocks: dict[str, Stocks] = {}


def register_family(family: Family) -> None:
    _families[family.slug] = family


def register_source(source: Source) -> None:
    if source.family not in _families:
        raise LookupError(f"Source {source.slug!r}: family {source.family!r} is not registered. Register it first.")
    _sources[source.slug] = source


def register_maker(make: SourceMaker) -> None:
    """`make` is asked for sources that are not registered, by slug: they may come and go while the program runs. It
    must be quick and ask no database: it is asked for each indicator of each reading."""
    if make not in _makers:
        _makers.append(make)


def register_statements(provider: StatementsProvider) -> None:
    if provider not in _statements:
        _statements.append(provider)


def register_stocks(kept: Stocks) -> None:
    _stocks[kept.slug] = kept


def stocks(
    cluster: Cluster, codes: Collection[str], offices: Collection[int], days: Collection[date]
) -> dict[tuple[str, int, date], int]:
    """By indicator, office and day, what rows give as of that day. One query for each provider that answers."""
    found: dict[tuple[str, int, date], int] = {}
    for kept in _stocks.values():
        wanted = kept.codes & set(codes)
        if wanted:
            for each in kept.read(cluster, wanted, offices, days):
                found[each.code, each.office_id, each.day] = each.value
    return found


def stock_rows(
    code: str, cluster: Cluster, offices: Collection[int], day: date, user: User
) -> tuple[list[StockRow], frozenset[int]]:
    for kept in _stocks.values():
        if code in kept.codes:
            return kept.rows(code, cluster, offices, day, user)
    return [], frozenset()


def source(slug: str) -> Source:
    found = _sources.get(slug) or next((made for make in _makers if (made := make(slug))), None)
    if found is None:
        raise LookupError(f"No source {slug!r} is registered. Known: {', '.join(sorted(_sources))}.")
    return found


def changes_by_the_day(indicator: Indicator) -> bool:
    """Whether a figure changes by itself from day to day, although nobody enters anything."""
    parts = [each for each in (indicator.numerator, indicator.denominator) if each is not None]
    if parts:
        return any(changes_by_the_day(each) for each in parts)
    return bool(indicator.source and indicator.measure) and indicator.measure in source(indicator.source).daily


def family(slug: str) -> Family:
    return _families[slug]


def sources() -> dict[str, Source]:
    return dict(_sources)


def statements(
    cluster: Cluster, indicators: Iterable[int], offices: Iterable[int], starts_on: date, ends_on: date
) -> list[Statement]:
    """Direct figures whose span lies whole within the given days. One query for each provider."""
    return [
        statement
        for provider in _statements
        for statement in provider(cluster, list(indicators), list(offices), starts_on, ends_on)
    ]
