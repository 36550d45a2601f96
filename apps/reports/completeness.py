"""How complete the offices' figures of a period are: one reading for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from apps.activities.forms.stated import NOT_STATED
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure, Window, figures
from apps.offices.models import Office
from apps.reports.answers import Answers, Asked, Share, answers
from apps.reports.enums import Section
from apps.reports.models import Prose

EXPECTED_SECTIONS = (Section.ASSESSMENT, Section.DIFFICULTIES, Section.PROPOSALS)


@dataclass(frozen=True)
class Completeness:
    """`written` are the expected sections that have words, by office: counted apart from the figures."""

    indicators: tuple[Indicator, ...]
    answers: Answers
    written: Mapping[int, frozenset[str]]

    def prose_of(self, office: int) -> Share:
        return Share(len(self.written.get(office, frozenset())), len(EXPECTED_SECTIONS))


def window_of(period: Period) -> Window:
    return Window(period.starts_on, period.ends_on)


def asked_indicators(period: Period) -> list[Indicator]:
    """What every member answers in the year of the period, in order: what can be stated or counted. One query."""
    catalogue = Indicator.objects.for_cluster(period.cluster, period.year)
    return list(catalogue.exclude(aggregation__in=NOT_STATED))


def asked_of(indicators: Sequence[Indicator]) -> list[Asked]:
    """A part of something that is not asked stands for itself."""
    codes = {each.pk: each.code for each in indicators}
    return [Asked(each.code, codes.get(each.parent_id or 0, "")) for each in indicators]


def completeness(period: Period, offices: Iterable[Office]) -> Completeness:
    """All cells of the offices in one call of `figures`, whatever their number."""
    asked = list(offices)
    indicators, told = answered(period, asked)
    return Completeness(tuple(indicators), told, _written(period, [office.pk for office in asked]))


def answered(period: Period, offices: Iterable[Office]) -> tuple[list[Indicator], Answers]:
    """What is asked, and what each office answers: the figures alone."""
    pks = [office.pk for office in offices]
    indicators = asked_indicators(period)
    found = figures(indicators, cluster=period.cluster, offices=pks, windows=[window_of(period)])

    def figure(code: str, office: int) -> Figure:
        return found.of(code, office)

    return indicators, answers(pks, asked_of(indicators), figure)


def _written(period: Period, offices: Iterable[int]) -> dict[int, frozenset[str]]:
    rows = Prose.objects.filter(
        report__period=period, report__office__in=list(offices), section__in=EXPECTED_SECTIONS, text__regex=r"\S"
    )
    found: dict[int, set[str]] = {}
    for office, section in rows.order_by().values_list("report__office_id", "section"):
        found.setdefault(office, set()).add(section)
    return {office: frozenset(sections) for office, sections in found.items()}
