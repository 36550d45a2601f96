"""What changed between two contents, in words: of which line, from what, to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.campaigns.enums import TaskState
from apps.campaigns.models import Period, Task
from apps.core import words
from apps.indicators.models import Indicator
from apps.indicators.sources import source
from apps.reports.content import Change, Content, FigureLine, RecordLine, TaskLine, difference
from apps.reports.content.values import Files
from apps.reports.enums import Section
from apps.reports.pages.words import figure_text, section_name, status_words


@dataclass(frozen=True)
class Told:
    """One change. `before` and `after` are empty where the line was not there, or is there no more; a `long` one is
    text that stands below its line."""

    subject: str
    before: str
    after: str
    long: bool = False


@dataclass(frozen=True)
class Part:
    title: str
    changes: tuple[Told, ...]


@dataclass(frozen=True)
class Changes:
    """All of a difference."""

    parts: tuple[Part, ...]

    @property
    def count(self) -> int:
        return sum(len(part.changes) for part in self.parts)


def told(before: Content, after: Content, indicators: Iterable[Indicator], period: Period) -> Changes:
    """From the first to the second, in the order of the report. One query, for names of tasks, where any changed."""
    changed = difference(before, after)
    records = {**before.records, **after.records}
    known = {each.code: each for each in indicators}
    order = {code: place for place, code in enumerate(known)}
    figures = sorted(changed.figures.items(), key=lambda each: order.get(each[0], len(order)))
    sections = [each for each in Section.values if each in changed.prose]
    tasks = dict(Task.objects.filter(period=period).values_list("pk", "text")) if changed.tasks else {}
    figured = [_figure(code, known.get(code), change) for code, change in figures]
    written = [_prose(section, changed.prose[section]) for section in sections]
    done = [_task(tasks.get(pk, ""), change) for pk, change in changed.tasks.items()]
    noted = [
        Told(_line_name(line, known, records), change.before or "", change.after or "", long=True)
        for line, change in changed.notes.items()
    ]
    recorded = [_record(record_name(records[pk]), change) for pk, change in changed.records.items()]
    filed = [
        Told(_line_name(line, known, records), _listed(change.before), _listed(change.after))
        for line, change in changed.files.items()
    ]
    justified = [
        Told(_name(subject, known), change.before.text if change.before else "",
             change.after.text if change.after else "", long=True)
        for (_rule, subject), change in changed.justifications.items()
    ]  # fmt: skip
    parts = [
        Part(title, tuple(changes))
        for title, changes in (
            (_("Figures"), figured), (_("Notes of figures"), noted), (_("In words"), written), (_("Tasks"), done),
            (_("Activities of the period"), recorded), (_("Evidence"), filed), (_("Justifications"), justified),
        )
    ]  # fmt: skip
    return Changes(tuple(part for part in parts if part.changes))


def _name(code: str, known: dict[str, Indicator]) -> str:
    return known[code].name if code in known else code


def _figure(code: str, indicator: Indicator | None, change: Change[FigureLine]) -> Told:
    def said(line: FigureLine | None) -> str:
        text = figure_text(indicator, line)
        if line is not None and line.state == "none":
            text = _("none stated")
        return f"{text} ({status_words(line)})" if status_words(line) else text

    return Told(indicator.name if indicator else code, said(change.before), said(change.after))


def _prose(section: str, change: Change[str]) -> Told:
    return Told(section_name(section), change.before or "", change.after or "", long=True)


def _task(text: str, change: Change[TaskLine]) -> Told:
    """Where its wording changed, both stand; a task that is no more is named as it was kept."""
    kept = [line.text for line in (change.after, change.before) if line is not None and line.text]
    worded = change.before is not None and change.after is not None and change.before.text != change.after.text

    def said(line: TaskLine | None) -> str:
        if line is None:
            return _("nothing said")
        state = str(TaskState(line.state).label)
        told = f"{state}: {line.note}" if line.note else state
        return f"“{line.text}” – {told}" if worded and line.text else told

    return Told(next(iter(kept), text), said(change.before), said(change.after))


def kind_name(kind: str) -> str:
    """The kind of a record by the slug of its source; a kind that is no more keeps its slug."""
    try:
        return capfirst(str(source(kind).label))
    except LookupError:
        return kind


def record_name(line: RecordLine) -> str:
    name = f"{kind_name(line.kind)} · {words.day(line.day)}"
    return f"{name} · {line.title}" if line.title else name


def _record(name: str, change: Change[RecordLine]) -> Told:
    if change.is_added:
        return Told(name, "", _("added"))
    if change.is_removed:
        return Told(name, "", _("removed"))
    return Told(name, "", _("changed"))


def _line_name(line: str, known: dict[str, Indicator], records: Mapping[int, RecordLine]) -> str:
    """Of a line of `Content.files`: `record 12`, `figure voters 2019-01-01 2019-06-30`."""
    what, key, *span = line.split()
    if what == "record":
        found = records.get(int(key))
        return record_name(found) if found else _("record")
    days = [words.day(date.fromisoformat(each)) for each in span]
    return f"{_name(key, known)} · {'–'.join(days)}"


def _listed(files: Files | None) -> str:
    return ", ".join(sorted(files.values())) if files else ""
