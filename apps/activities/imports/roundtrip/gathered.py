"""What goes into our workbook: the living records of a period and the stated figures. A constant number of queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q

from apps.activities.imports.layouts import Layout
from apps.activities.imports.owners import OWN
from apps.activities.imports.setting import Setting
from apps.activities.models import DirectFigure, Record
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import Window, figures

# A rate and a number of different things are never stated.
NOT_STATED = frozenset({Aggregation.RATIO, Aggregation.DISTINCT})


def lists(setting: Setting) -> list[Layout]:
    """The kinds of records, each a sheet."""
    return [layout for layout in setting.layouts if layout.kind]


def records(setting: Setting, layout: Layout, owners: list[int]) -> Iterator[Record]:
    """In the order of offices and days."""
    owner = Q(office__in=[key for key in owners if key != OWN])
    if OWN in owners:
        owner |= Q(cluster=setting.cluster)
    rows = Record.objects.alive().filter(owner, kind=layout.kind)
    if layout.defined:
        rows = rows.filter(defined__defined_kind=layout.defined)
    rows = rows.counted_within(setting.period.starts_on, setting.period.ends_on)
    places = {key: place for place, key in enumerate(owners)}
    found = rows.order_by("starts_on", "pk").with_details()
    return iter(sorted(found, key=lambda record: places[record.office_id or OWN]))


@dataclass(frozen=True)
class Line:
    """One indicator of one owner: what the records count, and what is stated for exactly this period."""

    owner: int
    indicator: Indicator
    counted: int | None
    figure: DirectFigure | None


def stated_indicators(setting: Setting) -> list[Indicator]:
    rows = Indicator.objects.for_cluster(setting.cluster, setting.period.year)
    return list(rows.exclude(aggregation__in=NOT_STATED))


def statements(setting: Setting, owners: list[int]) -> dict[tuple[int, str], DirectFigure]:
    """Living statements of exactly this period, by owner and code."""
    owner = Q(office__in=[key for key in owners if key != OWN])
    if OWN in owners:
        owner |= Q(cluster=setting.cluster)
    period = setting.period
    rows = DirectFigure.objects.alive().filter(owner, starts_on=period.starts_on, ends_on=period.ends_on)
    return {(row.office_id or OWN, row.indicator.code): row for row in rows.select_related("indicator", "created_by")}


def lines(setting: Setting, owners: list[int]) -> list[Line]:
    indicators = stated_indicators(setting)
    stated = statements(setting, owners)
    window = Window(setting.period.starts_on, setting.period.ends_on)
    now = figures(indicators, cluster=setting.cluster, offices=list(setting.offices), windows=[window])
    return [
        Line(
            owner, indicator, now.of(indicator.code, owner, window).counted, stated.get((owner, indicator.code)),
        )
        for owner in owners
        for indicator in indicators
    ]  # fmt: skip
