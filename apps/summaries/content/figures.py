"""Reading every indicator of a cluster for one period: as the paper keeps it, and as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from apps.campaigns.models import Period
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.indicators.reading import (
    OWN_LINE,
    Figure,
    Figures,
    Window,
    figures,
    total_with_wholes,
    wholes_of,
    with_whole,
)
from apps.offices.models import Office
from apps.summaries.content.facts import OwnWork
from apps.summaries.content.tokens import KeptFigure, plain

OWN = "own"  # how the cluster's own line is named beside the codes of offices


@dataclass(frozen=True)
class Reading:
    """Kept figures by code, what lists and forms say differently: (code, office code, counted, stated), and what the
    cluster itself defined."""

    figures: dict[str, KeptFigure]
    differences: tuple[tuple[str, str, int, int], ...]
    own: tuple[OwnWork, ...] = ()


def window_of(period: Period) -> Window:
    return Window(period.starts_on, period.ends_on)


def same_period_before(period: Period) -> Period | None:
    return Period.objects.filter(cluster=period.cluster_id, year=period.year - 1, kind=period.kind).first()


def members_in(period: Period) -> list[Office]:
    """In the cluster's own order, with the names as of the period's last day."""
    offices = Office.objects.members_of(period.cluster, period.starts_on, period.ends_on)
    return list(offices.named_on(period.ends_on))


def _owner(figure: Figure) -> dict[str, Any]:
    return {
        "state": str(figure.state), "value": figure.value, "status": str(figure.status),
        "numerator": figure.numerator, "denominator": figure.denominator,
    }  # fmt: skip


def _previous(found: Figures, code: str, window: Window | None) -> int | None:
    """Only a whole figure is a base for comparison: where an office is missing, the change would be an artefact."""
    if window is None:
        return None
    figure = found.total(code, window)
    return None if figure.missing or figure.value is None else figure.value


def own_works(indicators: Sequence[Indicator]) -> tuple[OwnWork, ...]:
    """Each counted kind with its sums, each stated indicator with its parts. A part whose whole is common, or is no
    longer in use, stands for itself."""
    own = [each for each in indicators if each.cluster_id is not None]
    wholes = {each.pk for each in own}
    heads = [each for each in own if each.aggregation != Aggregation.SUM and each.parent_id not in wholes]
    return tuple(
        OwnWork(
            head.code,
            plain(head.name),
            tuple(
                (each.code, plain(each.short_name))
                for each in own
                if head.source and each.source == head.source and each.aggregation == Aggregation.SUM
            ),
            tuple((each.code, plain(each.name)) for each in own if each.parent_id == head.pk),
        )
        for head in heads
    )


def read(period: Period, members: Sequence[Office], before: Period | None = None) -> Reading:
    """Every indicator of the cluster, for its members and its own line. One catalogue query and one reading."""
    indicators = list(Indicator.objects.for_cluster(period.cluster, period.year))
    windows = [window_of(period)]
    if before is not None:
        windows.append(window_of(before))
    found = figures(indicators, cluster=period.cluster, offices=[o.pk for o in members], windows=windows)
    codes, wholes = {office.pk: office.code for office in members}, wholes_of(indicators)
    kept: dict[str, KeptFigure] = {}
    differences: list[tuple[str, str, int, int]] = []
    for indicator in indicators:
        total = total_with_wholes(found, wholes, indicator.code)
        owners = {codes[pk]: with_whole(found, wholes, indicator.code, pk) for pk in codes}
        kept[indicator.code] = KeptFigure(
            code=indicator.code, name=indicator.name, unit=indicator.unit, aggregation=str(indicator.aggregation),
            state=str(total.state), value=total.value, numerator=total.numerator, denominator=total.denominator,
            status=str(total.status), missing=tuple(codes[pk] for pk in total.missing if pk in codes),
            previous=None if total.missing else _previous(found, indicator.code, windows[1] if before else None),
            owners={code: _owner(figure) for code, figure in owners.items()}
            | {OWN: _owner(found.of(indicator.code, OWN_LINE))},
        )  # fmt: skip
        for code, figure in owners.items():
            if figure.difference is not None and figure.counted is not None and figure.stated is not None:
                differences.append((indicator.code, code, figure.counted, figure.stated))
    return Reading(kept, tuple(differences), own_works(indicators))
