"""An office's report as a workbook: figures, words, records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from apps.campaigns.enums import TaskState
from apps.campaigns.models import Task
from apps.core.workbook import Sheet
from apps.indicators.enums import Aggregation, FigureState
from apps.indicators.models import Indicator
from apps.reports.content import Content, FigureLine
from apps.reports.enums import Section
from apps.reports.pages.differences import kind_name
from apps.reports.pages.words import figure_text, section_name, state_of, status_words


def sheets_of(
    content: Content, indicators: Iterable[Indicator], tasks: Iterable[Task], *, title: str, note: str
) -> list[Sheet]:
    """None, zero and missing are three different things: “–”, 0 and an empty cell, each with its word beside it."""
    known = list(indicators)
    names = {each.code: each.name for each in known}
    written: list[list[Any]] = [
        [_("In words"), section_name(section), content.prose.get(section, "")] for section in Section.values
    ]
    written += [[_("Task"), _wording(content, task), _task(content, task)] for task in tasks]
    written += [
        [_("Justification"), names.get(subject, subject), f"{line.text} ({line.objection})"]
        for (_rule, subject), line in content.justifications.items()
    ]
    records = sorted(content.records.items(), key=lambda each: (each[1].kind, each[1].day, each[0]))
    return [
        Sheet(
            name=_("Figures"), title=title, note=note,
            headings=[
                _("No."), _("Indicator"), _("Unit"), _("Figure"), pgettext("of a figure", "State"),
                pgettext("of a figure", "Status"), _("Code"),
            ],
            rows=[_figure(place, each, content.figures.get(each.code)) for place, each in enumerate(known, start=1)],
        ),
        Sheet(
            name=_("In words"), title=title, note=note,
            headings=[_("Part"), _("Section"), _("Text")], rows=written,
        ),
        Sheet(
            name=_("Activities of the period"), title=title, note=note,
            headings=[
                _("No."), pgettext("of a record", "Kind"), pgettext("column", "Day"), _("Content"),
                _("Files of evidence"),
            ],
            rows=[
                [place, kind_name(line.kind), line.day, line.title, len(content.files.get(f"record {pk}", {}))]
                for place, (pk, line) in enumerate(records, start=1)
            ],
        ),
    ]  # fmt: skip


def _figure(place: int, indicator: Indicator, line: FigureLine | None) -> list[Any]:
    value: Any = None
    if line is not None:
        whole = line.state == FigureState.VALUE and indicator.aggregation != Aggregation.RATIO
        value = line.value if whole else figure_text(indicator, line)
    return [
        place, indicator.name, indicator.unit, value, capfirst(state_of(line)), capfirst(status_words(line)),
        indicator.code,
    ]  # fmt: skip


def _wording(content: Content, task: Task) -> str:
    """As the office was asked when it answered, where it is the office's own task."""
    line = content.tasks.get(task.pk)
    return line.text if line is not None and line.text else task.text


def _task(content: Content, task: Task) -> str:
    line = content.tasks.get(task.pk)
    if line is None:
        return _("nothing said")
    state = capfirst(str(TaskState(line.state).label))
    return f"{state}: {line.note}" if line.note else state
