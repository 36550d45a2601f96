"""Reading the content as it stands now. The only place of `content` that asks the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from apps.activities.enums import Kind
from apps.activities.models import DirectFigure, Evidence, Recommendation, Record
from apps.campaigns.models import Period, TaskProgress
from apps.indicators.models import Indicator
from apps.indicators.reading import Figure, Window, figures
from apps.indicators.sources import changes_by_the_day
from apps.offices.models import Office
from apps.reports.content.values import (
    Content,
    FigureLine,
    JustificationLine,
    RecordLine,
    TaskLine,
    figure_line,
    record_line,
)
from apps.reports.models import Justification, Prose

Lines = defaultdict[int, dict[Any, Any]]  # by office


def live(period: Period, offices: Iterable[Office]) -> dict[int, Content]:
    """What each office's report holds now, by office id. Twelve queries, whatever the number of offices and rows.

    Figures that change by themselves from day to day (overdue today) are left out: nobody would have changed them.
    """
    ids = [office.pk for office in offices]
    if not ids:
        return {}
    stood, prose, justified, tasks, notes = (
        _figures(period, ids),
        _prose(period, ids),
        _justified(period, ids),
        _tasks(period, ids),
        _notes(period, ids),
    )
    records = (
        Record.objects.alive()
        .of(period.cluster, ids)
        .counted_within(period.starts_on, period.ends_on)
        .filter(office__in=ids)
        .order_by()
    )
    written, files = _records(records), _files(period, ids, records)
    return {
        pk: Content(
            figures=stood[pk], records=written[pk], prose=prose[pk], justifications=justified[pk], files=files[pk],
            tasks=tasks[pk], notes=notes[pk],
        )
        for pk in ids
    }  # fmt: skip


def _figures(period: Period, ids: list[int]) -> Lines:
    catalogue = Indicator.objects.for_cluster(period.cluster, period.year)
    indicators = [each for each in catalogue if not changes_by_the_day(each)]
    window = Window(period.starts_on, period.ends_on)
    found = figures(indicators, cluster=period.cluster, offices=ids, windows=[window])
    lines: Lines = defaultdict(dict)
    for indicator in indicators:
        for pk in ids:
            line = kept_line(found.of(indicator.code, pk))
            if line is not None:
                lines[pk][indicator.code] = line
    return lines


def kept_line(figure: Figure) -> FigureLine | None:
    """A figure as a report keeps it; None where it is missing."""
    if figure.is_missing:
        return None
    return FigureLine(
        state=str(figure.state), value=figure.value, status=str(figure.status),
        numerator=figure.numerator, denominator=figure.denominator,
    )  # fmt: skip


def _records(records: Any) -> Lines:
    parts: Lines = defaultdict(dict)
    rows = Recommendation.objects.alive().filter(record__in=records.values("pk")).order_by()
    for record, pk, version in rows.values_list("record_id", "pk", "version"):
        parts[record][pk] = version
    columns = (
        "pk", "office_id", "version", "kind", "title", "place", "starts_on",
        "law_consultation__draft__name", "defined__defined_kind_id",
    )  # fmt: skip
    lines: Lines = defaultdict(dict)
    for pk, office, version, kind, title, place, day, draft, defined in records.values_list(*columns):
        lines[office][pk] = RecordLine(
            version=version, kind=f"defined-{defined}" if kind == Kind.DEFINED else str(kind),
            title=title or draft or place, day=day, parts=parts[pk],
        )  # fmt: skip
    return lines


def _files(period: Period, ids: list[int], records: Any) -> Lines:
    """Evidence on records, and on what the offices state of days within the period."""
    stated = Q(office__in=ids, starts_on__gte=period.starts_on, ends_on__lte=period.ends_on)
    rows = Evidence.objects.alive().filter(stated | Q(record__in=records.values("pk"))).order_by()
    columns = (
        "record_id", "record__office_id", "office_id", "indicator__code", "starts_on", "ends_on",
        "file__sha256", "name",
    )  # fmt: skip
    lines: Lines = defaultdict(dict)
    for record, of_record, office, code, starts_on, ends_on, sha256, name in rows.values_list(*columns):
        line = record_line(record) if record else figure_line(code, starts_on, ends_on)
        lines[of_record or office].setdefault(line, {})[sha256] = name
    return lines


def _prose(period: Period, ids: list[int]) -> Lines:
    rows = Prose.objects.filter(report__period=period, report__office__in=ids).order_by()
    lines: Lines = defaultdict(dict)
    for office, section, text in rows.values_list("report__office_id", "section", "text"):
        lines[office][section] = text
    return lines


def _justified(period: Period, ids: list[int]) -> Lines:
    rows = Justification.objects.filter(report__period=period, report__office__in=ids).order_by()
    lines: Lines = defaultdict(dict)
    for office, rule, subject, objection, text in rows.values_list(
        "report__office_id", "rule", "subject", "objection", "text"
    ):
        lines[office][rule, subject] = JustificationLine(objection=objection, text=text)
    return lines


def _tasks(period: Period, ids: list[int]) -> Lines:
    rows = TaskProgress.objects.filter(task__period=period, office__in=ids).order_by()
    lines: Lines = defaultdict(dict)
    columns = ("office_id", "task_id", "state", "note", "task__owner_id", "task__text")
    for office, task, state, note, owner, text in rows.values_list(*columns):
        lines[office][task] = TaskLine(state=state, note=note, text=text if owner == office else "")
    return lines


def _notes(period: Period, ids: list[int]) -> Lines:
    """What the offices wrote beside the figures that they stated of days within the period."""
    rows = DirectFigure.objects.alive().within(period.starts_on, period.ends_on).filter(office__in=ids)
    lines: Lines = defaultdict(dict)
    columns = ("office_id", "indicator__code", "starts_on", "ends_on", "note")
    for office, code, starts_on, ends_on, note in rows.exclude(note="").order_by().values_list(*columns):
        lines[office][figure_line(code, starts_on, ends_on)] = note
    return lines
