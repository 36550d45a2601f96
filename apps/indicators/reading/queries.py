"""Reading figures: one query for each family of records, one for totals that do not add up, one for statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.lookups import IsNull

from apps.indicators.enums import FROM_RECORDS, Aggregation, Origin
from apps.indicators.enums import FigureState as State
from apps.indicators.models import Indicator
from apps.indicators.reading.figures import OWN_LINE, Figure, Figures, Window, add, combine, divide
from apps.indicators.sources import Source, Statement, family, source, statements, stocks
from apps.offices.models import Cluster, Membership


def _filters(indicator: Indicator, of: Source) -> Q:
    condition = of.where
    for name, values in indicator.filters.items():
        condition &= Q(**{f"{of.dimensions[name].path}__in": values})
    return condition


def _aggregate(indicator: Indicator, of: Source, condition: Q) -> Any:
    match indicator.aggregation:
        case Aggregation.COUNT:
            return Count("pk", filter=condition)
        case Aggregation.SUM:
            return Sum(of.measures[indicator.measure], filter=condition)
        case _:
            return Count(of.measures[indicator.measure], filter=condition, distinct=True)


def _while_member(cluster: Cluster) -> Exists:
    """A row counts for the cluster to which its office belongs on the day it counts; so windows add up across changes
    of membership."""
    memberships = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("counted_on")),
        cluster=cluster, office=OuterRef("office_id"), valid_from__lte=OuterRef("counted_on"),
    )  # fmt: skip
    return Exists(memberships)


def _owned(
    cluster: Cluster, offices: Sequence[int], name: str, span: Window, *, own_line: bool = True
) -> QuerySet[Any]:
    owner = Q(office__in=offices) & Q(_while_member(cluster))
    if own_line:
        owner |= Q(cluster=cluster)
    rows: QuerySet[Any] = family(name).rows()
    return rows.filter(owner, counted_on__range=(span.starts_on, span.ends_on))


def _around(windows: Sequence[Window]) -> Window:
    return Window(min(window.starts_on for window in windows), max(window.ends_on for window in windows))


def rows_of(
    indicator: Indicator, cluster: Cluster, offices: Sequence[int], window: Window, *, own_line: bool = True
) -> QuerySet[Any]:
    """Exactly the rows that a figure counts. For SUM and DISTINCT those that carry the measure."""
    of = source(indicator.source)
    rows = _owned(cluster, offices, of.family, window, own_line=own_line).filter(_filters(indicator, of))
    if indicator.aggregation != Aggregation.COUNT:
        rows = rows.filter(Q(IsNull(of.measure(indicator.measure), False)))
    return rows


Stated = dict[tuple[int, int], list[Statement]]  # by indicator and owner


def figures(
    indicators: Iterable[Indicator],
    *,
    cluster: Cluster,
    offices: Sequence[int],
    windows: Sequence[Window],
    by: Sequence[str] = (),
) -> Figures:
    """Reads indicators for offices (ids) and the cluster's own line, over windows, split by dimensions.

    One call answers a whole page, with the same number of queries whatever its length. With `by` (names of dimensions
    that every asked source has) only records are split; statements have no dimensions. Rates bring along what they
    divide. An indicator with rows of its kind but none under its filter is a counted 0, not missing; where no row
    carries the measure the records do not answer.
    """
    wanted = {indicator.code: indicator for indicator in indicators}
    for indicator in list(wanted.values()):
        for part in (indicator.numerator, indicator.denominator):
            if part is not None:
                wanted.setdefault(part.code, part)
    answer = Figures(
        offices=tuple(offices), windows=tuple(windows),
        aggregations={code: Aggregation(indicator.aggregation) for code, indicator in wanted.items()},
    )  # fmt: skip
    stated: Stated = {} if by else _statements(wanted.values(), cluster, offices, windows)
    families: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in wanted.values():
        if indicator.aggregation in FROM_RECORDS:
            families[source(indicator.source).family].append(indicator)
    for name, members in families.items():
        _count(answer, name, members, cluster, by, stated)
        distinct = [indicator for indicator in members if indicator.aggregation == Aggregation.DISTINCT]
        if distinct:
            _count_whole(answer, name, distinct, cluster, by)
    if not by:
        _stand(answer, wanted.values(), cluster, stated)
    for indicator in wanted.values():
        if indicator.numerator and indicator.denominator:
            _rates(answer, indicator.code, indicator.numerator.code, indicator.denominator.code)
    return answer


def _stand(answer: Figures, wanted: Iterable[Indicator], cluster: Cluster, stated: Stated) -> None:
    """Figures as of a day and direct ones. Where rows answer for a stock, they overrule what was stated of it."""
    kept = [each for each in wanted if each.aggregation in {Aggregation.AS_OF, Aggregation.DIRECT}]
    asked = {each.code for each in kept if each.aggregation == Aggregation.AS_OF}
    days = {window.ends_on for window in answer.windows}
    held = stocks(cluster, asked, answer.offices, days) if asked and answer.offices else {}
    for indicator in kept:
        for window in answer.windows:
            for owner in answer.owners:
                said = stated.get((indicator.pk, owner), ())
                value = held.get((indicator.code, owner, window.ends_on))
                spans = [window, *(Window(each.starts_on, each.ends_on) for each in said)] if value is not None else []
                answer.cells[indicator.code, owner, window, ()] = combine(
                    Aggregation(indicator.aggregation), window, dict.fromkeys(spans, value), said
                )


def _statements(
    wanted: Iterable[Indicator], cluster: Cluster, offices: Sequence[int], windows: Sequence[Window]
) -> Stated:
    span = _around(windows)
    found: Stated = defaultdict(list)
    for row in statements(cluster, [indicator.pk for indicator in wanted], offices, span.starts_on, span.ends_on):
        found[row.indicator_id, row.office_id or OWN_LINE].append(row)
    return found


MOST_COLUMNS = 1500  # of one query: PostgreSQL answers with 1664 columns at most


def _batches(members: Sequence[Indicator], spans: Sequence[Window]) -> Iterator[tuple[int, Sequence[Window]]]:
    """(place of the first, spans) that one query can answer: one batch, unless many different spans were stated."""
    width = len(members) + len({each.source for each in members})
    width += sum(bool(each.filters and each.measure) for each in members)
    size = max(1, MOST_COLUMNS // width)
    return ((first, spans[first : first + size]) for first in range(0, len(spans), size))


def _columns(members: Sequence[Indicator], spans: Sequence[Window], first: int = 0) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for at, span in enumerate(spans, start=first):
        inside = Q(counted_on__range=(span.starts_on, span.ends_on))
        for indicator in members:
            of = source(indicator.source)
            condition = _filters(indicator, of) & inside
            columns[f"figure_{indicator.pk}_{at}"] = _aggregate(indicator, of, condition)
            columns[f"rows_{of.slug}_{at}"] = Count("pk", filter=of.where & inside)
            if indicator.filters and indicator.measure:
                columns[f"under_{indicator.pk}_{at}"] = Count("pk", filter=condition)
    return columns


def _answer(row: Mapping[str, Any], indicator: Indicator, at: int) -> int | None:
    """What the rows of one owner in one span say; None where they do not answer."""
    rows = row.get(f"rows_{indicator.source}_{at}")
    if not rows:
        return None
    found = row[f"figure_{indicator.pk}_{at}"]
    if indicator.measure and not found:
        carried = found is not None and indicator.aggregation == Aggregation.SUM
        nothing_under_filter = bool(indicator.filters) and not row[f"under_{indicator.pk}_{at}"]
        return 0 if carried or nothing_under_filter else None
    return int(found)


def _of_kinds(members: Sequence[Indicator]) -> Q:
    """Rows of the kinds that are asked for; the others would be read to count nothing."""
    return reduce(or_, {of.slug: of.where for of in (source(each.source) for each in members)}.values())


def _split(members: Sequence[Indicator], by: Sequence[str]) -> dict[str, Any]:
    paths = {f"by_{name}": source(members[0].source).dimensions[name].path for name in by}
    return {alias: F(path) for alias, path in paths.items()}


def _count(
    answer: Figures, name: str, members: Sequence[Indicator], cluster: Cluster, by: Sequence[str], stated: Stated
) -> None:
    ours = {indicator.pk for indicator in members}
    said = {
        Window(each.starts_on, each.ends_on)
        for (indicator, _owner), statements_of_owner in stated.items()
        if indicator in ours
        for each in statements_of_owner
    }
    spans = [*answer.windows, *sorted(said.difference(answer.windows))]
    split = _split(members, by)
    asked = _of_kinds(members)
    found: dict[tuple[int, tuple[str, ...]], dict[str, Any]] = {}
    for first, batch in _batches(members, spans):
        rows = _owned(cluster, answer.offices, name, _around(batch)).filter(asked).order_by()
        for row in rows.values("office_id", **split).annotate(**_columns(members, batch, first)):
            key = (row["office_id"] or OWN_LINE, tuple(str(row[alias]) for alias in split))
            found.setdefault(key, {}).update(row)
    if not by:
        for owner in answer.owners:
            found.setdefault((owner, ()), {})
    for (owner, values), row in found.items():
        for indicator in members:
            records = {span: _answer(row, indicator, at) for at, span in enumerate(spans)} if row else {}
            for window in answer.windows:
                figure = combine(
                    Aggregation(indicator.aggregation), window, records, stated.get((indicator.pk, owner), ())
                )
                if not by or not figure.is_missing:
                    answer.cells[indicator.code, owner, window, values] = figure


def _count_whole(
    answer: Figures, name: str, distinct: Sequence[Indicator], cluster: Cluster, by: Sequence[str]
) -> None:
    """Different values over all owners: read for the whole, because they do not add up. Owners that only state a
    number are named apart; where nobody has records, the statement of a single owner is the whole."""
    split = _split(distinct, by)
    rows = _owned(cluster, answer.offices, name, _around(answer.windows)).filter(_of_kinds(distinct)).order_by()
    columns = _columns(distinct, answer.windows)
    found: Iterable[dict[str, Any]] = rows.values(**split).annotate(**columns) if split else [rows.aggregate(**columns)]
    for row in found:
        values = tuple(str(row[alias]) for alias in split)
        for at, window in enumerate(answer.windows):
            for indicator in distinct:
                parts = [(owner, answer.of(indicator.code, owner, window, values)) for owner in answer.owners]
                number = _answer(row, indicator, at)
                stating = [(owner, part) for owner, part in parts if part.counted is None and part.number]
                if number is None and len(stating) < 2:
                    answer.totals[indicator.code, window, values] = add(parts)
                    continue
                answer.totals[indicator.code, window, values] = Figure(
                    state=State.MISSING if number is None else State.VALUE,
                    value=number, counted=number,
                    origin=None if number is None else Origin.COUNTED,
                    missing=tuple(owner for owner, part in parts if part.is_missing and owner != OWN_LINE),
                    apart=tuple(owner for owner, _part in stating),
                )  # fmt: skip


def _rates(answer: Figures, code: str, numerator: str, denominator: str) -> None:
    """A rate of the whole counts only owners for which both sides are known; the others are named as missing.
    Sides that do not add up over owners are divided as they are."""
    whole = Aggregation.DISTINCT in {answer.aggregations[numerator], answer.aggregations[denominator]}
    for window in answer.windows:
        both: list[tuple[int, Figure, Figure]] = []
        for owner in answer.owners:
            above, below = answer.of(numerator, owner, window), answer.of(denominator, owner, window)
            answer.cells[code, owner, window, ()] = divide(above, below)
            if not above.is_missing and not below.is_missing:
                both.append((owner, above, below))
        if whole:
            answer.totals[code, window, ()] = divide(answer.total(numerator, window), answer.total(denominator, window))
            continue
        known = {owner for owner, _above, _below in both}
        rate = divide(
            add([(owner, above) for owner, above, _ in both]), add([(owner, below) for owner, _, below in both])
        )
        missing = tuple(owner for owner in answer.offices if owner not in known)
        answer.totals[code, window, ()] = replace(rate, missing=missing)
