"""Reading figures: one query for each family of records, one for totals that do not add up, one for statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum

from apps.indicators.enums import FROM_RECORDS, Aggregation, Origin
from apps.indicators.enums import FigureState as State
from apps.indicators.models import Indicator
from apps.indicators.reading.figures import OWN_LINE, Figure, Figures, Window, add, divide, merge, stated_figure
from apps.indicators.sources import Source, family, source, statements
from apps.offices.models import Cluster


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


def _owned(cluster: Cluster, offices: Sequence[int], name: str, windows: Sequence[Window]) -> QuerySet[Any]:
    span = (min(window.starts_on for window in windows), max(window.ends_on for window in windows))
    rows: QuerySet[Any] = family(name).rows()
    return rows.filter(Q(office__in=offices) | Q(cluster=cluster), counted_on__range=span)


def rows_of(
    indicator: Indicator, cluster: Cluster, offices: Sequence[int], window: Window, *, own_line: bool = True
) -> QuerySet[Any]:
    """Exactly the rows that a figure counts. For SUM and DISTINCT those that carry the measure."""
    of = source(indicator.source)
    rows: QuerySet[Any] = family(of.family).rows()
    owner = Q(office__in=offices)
    if own_line:
        owner |= Q(cluster=cluster)
    rows = rows.filter(owner, _filters(indicator, of), counted_on__range=(window.starts_on, window.ends_on))
    if indicator.aggregation != Aggregation.COUNT:
        rows = rows.filter(**{f"{of.measures[indicator.measure]}__isnull": False})
    return rows


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
    divide. An indicator with rows of its kind but none under its filter is a counted 0, not missing; a sum over rows
    that all leave the measure blank is missing, not 0.
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
    counted = [indicator for indicator in wanted.values() if indicator.aggregation in FROM_RECORDS]
    stated = {} if by else _statements(wanted.values(), cluster, offices, windows)
    families: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in counted:
        families[source(indicator.source).family].append(indicator)
    for name, members in families.items():
        _count(answer, name, members, cluster, by, stated)
        distinct = [indicator for indicator in members if indicator.aggregation == Aggregation.DISTINCT]
        if distinct:
            _count_whole(answer, name, distinct, cluster, by)
    for indicator in wanted.values():
        if indicator.aggregation in {Aggregation.AS_OF, Aggregation.DIRECT} and not by:
            for window in answer.windows:
                for owner in answer.owners:
                    answer.cells[indicator.code, owner, window, ()] = stated_figure(
                        Aggregation(indicator.aggregation), window, stated.get((indicator.pk, owner), ())
                    )
    for indicator in wanted.values():
        if indicator.numerator and indicator.denominator:
            _rates(answer, indicator.code, indicator.numerator.code, indicator.denominator.code)
    return answer


def _statements(
    wanted: Iterable[Indicator], cluster: Cluster, offices: Sequence[int], windows: Sequence[Window]
) -> dict[tuple[int, int], list[tuple[date, date, int | None, str, int]]]:
    span = (min(window.starts_on for window in windows), max(window.ends_on for window in windows))
    found: dict[tuple[int, int], list[tuple[date, date, int | None, str, int]]] = defaultdict(list)
    for row in statements(cluster, [indicator.pk for indicator in wanted], offices, *span):
        found[row.indicator_id, row.office_id or OWN_LINE].append(
            (row.starts_on, row.ends_on, row.value, row.status, row.pk)
        )
    return found


def _columns(members: Sequence[Indicator], windows: Sequence[Window]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for at, window in enumerate(windows):
        inside = Q(counted_on__range=(window.starts_on, window.ends_on))
        for indicator in members:
            of = source(indicator.source)
            counted = _filters(indicator, of) & inside
            columns[f"figure_{indicator.pk}_{at}"] = _aggregate(indicator, of, counted)
            if indicator.aggregation == Aggregation.SUM:
                columns[f"blank_{indicator.pk}_{at}"] = Count(
                    "pk", filter=counted & Q(**{f"{of.measures[indicator.measure]}__isnull": True})
                )
            columns[f"rows_{of.slug}_{at}"] = Count("pk", filter=of.where & inside)
    return columns


def _split(members: Sequence[Indicator], by: Sequence[str]) -> dict[str, Any]:
    paths = {f"by_{name}": source(members[0].source).dimensions[name].path for name in by}
    return {alias: F(path) for alias, path in paths.items()}


def _count(
    answer: Figures, name: str, members: Sequence[Indicator], cluster: Cluster, by: Sequence[str],
    stated: dict[tuple[int, int], list[tuple[date, date, int | None, str, int]]],
) -> None:  # fmt: skip
    split = _split(members, by)
    rows = _owned(cluster, answer.offices, name, answer.windows).order_by().values("office_id", **split)
    for row in rows.annotate(**_columns(members, answer.windows)):
        owner = row["office_id"] or OWN_LINE
        values = tuple(str(row[alias]) for alias in split)
        for at, window in enumerate(answer.windows):
            for indicator in members:
                number = row[f"figure_{indicator.pk}_{at}"]
                unknown = number is None and row.get(f"blank_{indicator.pk}_{at}", 0) > 0
                if row[f"rows_{indicator.source}_{at}"] and not unknown:
                    statement = stated_figure(Aggregation.SUM, window, stated.get((indicator.pk, owner), ()))
                    answer.cells[indicator.code, owner, window, values] = merge(number, True, statement)
    for window in answer.windows:
        for indicator in members:
            for owner in answer.owners:
                key = (indicator.code, owner, window, ())
                if not by and key not in answer.cells:
                    answer.cells[key] = stated_figure(Aggregation.SUM, window, stated.get((indicator.pk, owner), ()))


def _count_whole(
    answer: Figures, name: str, distinct: Sequence[Indicator], cluster: Cluster, by: Sequence[str]
) -> None:
    """Different values over all owners: read for the whole, because they do not add up."""
    split = _split(distinct, by)
    rows = _owned(cluster, answer.offices, name, answer.windows).order_by()
    columns = _columns(distinct, answer.windows)
    found: Iterable[dict[str, Any]] = rows.values(**split).annotate(**columns) if split else [rows.aggregate(**columns)]
    for row in found:
        values = tuple(str(row[alias]) for alias in split)
        for at, window in enumerate(answer.windows):
            for indicator in distinct:
                missing = tuple(
                    owner for owner in answer.offices if answer.of(indicator.code, owner, window, values).is_missing
                )
                figure = Figure(missing=missing)
                if row[f"rows_{indicator.source}_{at}"]:
                    number = row[f"figure_{indicator.pk}_{at}"] or 0
                    figure = Figure(
                        state=State.VALUE, value=number, origin=Origin.COUNTED, counted=number, missing=missing
                    )
                answer.totals[indicator.code, window, values] = figure


def _rates(answer: Figures, code: str, numerator: str, denominator: str) -> None:
    """A rate of the whole counts only owners for which both sides are known."""
    for window in answer.windows:
        for owner in answer.owners:
            answer.cells[code, owner, window, ()] = divide(
                answer.of(numerator, owner, window), answer.of(denominator, owner, window)
            )
        known = [owner for owner in answer.owners if not answer.of(code, owner, window).is_missing]
        sides = [add([(owner, answer.of(side, owner, window)) for owner in known]) for side in (numerator, denominator)]
        missing = tuple(owner for owner in answer.offices if owner not in known)
        answer.totals[code, window, ()] = replace(divide(*sides), missing=missing)
