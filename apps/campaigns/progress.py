"""How far offices are with the tasks of a period: one reading for an office's report and for the cluster's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from apps.campaigns.enums import TaskState
from apps.campaigns.models import Period, Task, TaskProgress
from apps.offices.models import Office


@dataclass(frozen=True)
class TaskStanding:
    """A task and what one office says of it; `progress` is None while the office has said nothing: that is missing,
    not “not begun”."""

    task: Task
    office: Office
    progress: TaskProgress | None

    @property
    def is_done(self) -> bool:
        return self.progress is not None and self.progress.state == TaskState.DONE

    def is_overdue(self, on: date) -> bool:
        return self.task.due_on is not None and self.task.due_on < on and not self.is_done


def progress_of(period: Period, offices: Iterable[Office]) -> dict[int, list[TaskStanding]]:
    """By office id, the tasks of the period that the office carries out, in order. Two queries for all of them.

    A task with an office in charge is that office's alone; one without is everybody's.
    """
    wanted = list(offices)
    tasks = list(Task.objects.filter(period=period).select_related("owner").order_by("position", "pk"))
    return _standings(tasks, wanted)


def progress_with(tasks: Sequence[Task], offices: Iterable[Office]) -> dict[int, list[TaskStanding]]:
    """The same by task id, for tasks that are at hand (those that came of a conference). One query."""
    found: dict[int, list[TaskStanding]] = {task.pk: [] for task in tasks}
    for standings in _standings(list(tasks), list(offices)).values():
        for each in standings:
            found[each.task.pk].append(each)
    return found


def _standings(tasks: list[Task], offices: list[Office]) -> dict[int, list[TaskStanding]]:
    rows = TaskProgress.objects.filter(task__in=tasks, office__in=offices).order_by("pk")
    said = {(row.task_id, row.office_id): row for row in rows}
    return {
        office.pk: [
            TaskStanding(task, office, said.get((task.pk, office.pk)))
            for task in tasks
            if task.owner_id in (None, office.pk)
        ]
        for office in offices
    }
