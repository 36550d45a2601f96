"""The other parts of a report: what is written in words, tasks, records, justifications."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from apps.activities.defined.offered import offered
from apps.campaigns.enums import TaskState
from apps.campaigns.models import Task
from apps.campaigns.progress import TaskStanding
from apps.campaigns.scope import Scope
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.reports.content import Content
from apps.reports.enums import Section
from apps.reports.models import Prose
from apps.reports.pages import places
from apps.reports.pages.differences import kind_name
from apps.reports.pages.questions import Asked, Questions
from apps.reports.pages.words import HINTS, section_name

TASK_COLOURS = {TaskState.DONE: "ok", TaskState.UNDER_WAY: "info", TaskState.NOT_BEGUN: "warn"}


@dataclass(frozen=True)
class Written:
    """A section. `version` is that of the text, for whoever changes it."""

    section: str
    name: str
    hint: str
    text: str
    version: int = 0
    edited_by: str = ""
    edited_at: datetime | None = None
    write_url: str = ""
    is_changed: bool = False
    questions: tuple[Asked, ...] = ()


def sections_as_sent(content: Content) -> list[Written]:
    return [
        Written(section, section_name(section), str(HINTS[section]), content.prose.get(section, ""))
        for section in Section.values
    ]


def sections_now(
    scope: Scope, office: Office, rows: Iterable[Prose], *, writes: bool, before: Content | None, asked: Questions
) -> list[Written]:
    kept = {row.section: row for row in rows}
    found = []
    for section in Section.values:
        row = kept.get(section)
        text = row.text if row else ""
        found.append(
            Written(
                section, section_name(section), str(HINTS[section]), text,
                version=row.version if row else 0,
                edited_by=str(row.edited_by or "") if row else "",
                edited_at=row.edited_at if row else None,
                write_url=places.address(scope, "prose", office.code, section) if writes else "",
                is_changed=before is not None and before.prose.get(section, "") != text,
                questions=asked.sections.get(section, ()),
            )
        )  # fmt: skip
    return found


@dataclass(frozen=True)
class TaskLine:
    """`state` is nothing while the office has said nothing: that is missing, not “not begun”."""

    text: str
    due_on: date | None
    state: str
    colour: str
    note: str
    is_overdue: bool = False
    url: str = ""


def tasks_now(scope: Scope, office: Office, rows: Iterable[TaskStanding], *, tells: bool, on: date) -> list[TaskLine]:
    return [
        TaskLine(
            text=row.task.text, due_on=row.task.due_on,
            state=str(row.progress.get_state_display()) if row.progress else "",
            colour=TASK_COLOURS[TaskState(row.progress.state)] if row.progress else "",
            note=row.progress.note if row.progress else "",
            is_overdue=row.is_overdue(on),
            url=places.address(scope, "task", office.code, row.task.pk) if tells else "",
        )
        for row in rows
    ]  # fmt: skip


def tasks_as_sent(scope: Scope, content: Content) -> list[TaskLine]:
    """What the office said of its tasks; one query where it said something."""
    if not content.tasks:
        return []
    tasks = Task.objects.filter(period=scope.period, pk__in=content.tasks).order_by("position", "pk")
    return [
        TaskLine(
            text=content.tasks[task.pk].text or task.text, due_on=task.due_on,
            state=str(TaskState(content.tasks[task.pk].state).label),
            colour=TASK_COLOURS[TaskState(content.tasks[task.pk].state)], note=content.tasks[task.pk].note,
        )
        for task in tasks
    ]  # fmt: skip


@dataclass(frozen=True)
class RecordShown:
    pk: int
    title: str
    day: date
    url: str
    mark: str  # added or changed since what was sent last
    files: int
    questions: tuple[Asked, ...]


@dataclass(frozen=True)
class RecordsOfKind:
    title: str
    url: str
    records: tuple[RecordShown, ...]

    @property
    def needs_a_look(self) -> bool:
        return any(record.questions or record.mark for record in self.records)

    @property
    def files(self) -> int:
        return sum(record.files for record in self.records)


def records_of(
    scope: Scope,
    office: Office,
    content: Content,
    *,
    before: Content | None = None,
    asked: Mapping[int, tuple[Asked, ...]] | None = None,
    opens: bool = True,
) -> list[RecordsOfKind]:
    """By kind, in the order of the lists, each by day. Two queries, for the kinds of the cluster's own."""
    codes = {each.slug: each.code for each in offered(scope.cluster, scope.year)}
    order = {slug: place for place, slug in enumerate(codes)}
    by_kind: dict[str, list[RecordShown]] = {}
    for pk, line in sorted(content.records.items(), key=lambda each: (each[1].day, each[0])):
        former = before.records.get(pk) if before is not None else line
        by_kind.setdefault(line.kind, []).append(
            RecordShown(
                pk=pk, title=line.title or kind_name(line.kind), day=line.day,
                url=places.record_url(scope, pk) if opens else "",
                mark="" if former == line else "added" if former is None else "changed",
                files=len(content.files.get(f"record {pk}", {})),
                questions=(asked or {}).get(pk, ()),
            )
        )  # fmt: skip
    return [
        RecordsOfKind(
            title=kind_name(kind),
            url=places.records_url(scope, codes[kind], office) if opens and kind in codes else "",
            records=tuple(those),
        )
        for kind, those in sorted(by_kind.items(), key=lambda each: order.get(each[0], len(order)))
    ]


@dataclass(frozen=True)
class Justified:
    """`is_settled`: the check objects no more, so that the next sending leaves it out."""

    subject: str
    objection: str
    text: str
    is_settled: bool = False


def justifications_of(
    content: Content, indicators: Iterable[Indicator], settled: frozenset[tuple[str, str]] = frozenset()
) -> list[Justified]:
    names = {each.code: each.name for each in indicators}
    return [
        Justified(names.get(key[1], key[1]), line.objection, line.text, is_settled=key in settled)
        for key, line in content.justifications.items()
    ]


def files_count(content: Content) -> int:
    """Different files, however many lines they stand on."""
    return len({sha for files in content.files.values() for sha in files})
