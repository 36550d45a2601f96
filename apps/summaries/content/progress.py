"""How far the tasks of a period are: read once a build, kept with the paper, read again to see what has changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from apps.campaigns.enums import PeriodKind, TaskState
from apps.campaigns.models import Period, Task
from apps.campaigns.progress import TaskStanding, progress_with
from apps.indicators.enums import Aggregation, FigureState
from apps.offices.models import Office
from apps.summaries import sentences as say
from apps.summaries.content.facts import TaskFact
from apps.summaries.content.tokens import KeptFigure, plain

UNTOLD = ""
# A stroke stands in no code of the catalogue, so these never meet an indicator.
ALL, OVERDUE = "tasks", "tasks-overdue"
BY_STATE = {
    TaskState.DONE: "tasks-done", TaskState.UNDER_WAY: "tasks-under-way", TaskState.NOT_BEGUN: "tasks-not-begun",
    UNTOLD: "tasks-untold",
}  # fmt: skip
TASK_FIGURES = (ALL, *BY_STATE.values(), OVERDUE)


def read_tasks(period: Period, members: Iterable[Office], on: date) -> tuple[TaskFact, ...]:
    """The tasks of the period; a year's are those of its halves and its own. `on` is the day on which they are judged
    overdue: that of the build also when the paper is compared with today, so that time alone changes no figure.
    Two queries."""
    tasks = list(_tasks_in(period).select_related("period", "owner", "conference"))
    carrying = {office.pk: office for office in members}
    carrying = carrying | {task.owner.pk: task.owner for task in tasks if task.owner and task.owner.pk not in carrying}
    told = progress_with(tasks, carrying.values()) if tasks else {}
    return tuple(_fact(task, told[task.pk], carrying, on) for task in tasks)


def _tasks_in(period: Period) -> QuerySet[Task]:
    rows = Task.objects.filter(period=period)
    if period.kind == PeriodKind.YEAR:
        rows = Task.objects.filter(period__cluster=period.cluster_id, period__year=period.year)
    return rows.order_by("period__starts_on", "period__ends_on", "position", "pk")


def _fact(task: Task, standings: Sequence[TaskStanding], offices: dict[int, Office], on: date) -> TaskFact:
    states = {each.office.code: str(each.progress.state) if each.progress else UNTOLD for each in standings}
    owner = offices.get(task.owner_id or 0)
    state = state_of(states.values())
    return TaskFact(
        pk=task.pk, text=plain(task.text), period=task.period.code,
        owner=plain(getattr(owner, "name_then", owner.name)) if owner else "", due_on=task.due_on,
        conference=plain(task.conference.title) if task.conference else "", states=states, state=state,
        is_overdue=task.due_on is not None and task.due_on < on and state != TaskState.DONE,
    )  # fmt: skip


def state_of(said: Collection[str]) -> str:
    """What the offices say together. Where nobody began and one of them is silent, it cannot be said."""
    if not said or (set(said) <= {UNTOLD, TaskState.NOT_BEGUN} and UNTOLD in said):
        return UNTOLD
    if set(said) == {TaskState.DONE}:
        return TaskState.DONE.value
    return TaskState.NOT_BEGUN.value if set(said) == {TaskState.NOT_BEGUN} else TaskState.UNDER_WAY.value


def counted_in(code: str, tasks: Iterable[TaskFact]) -> list[TaskFact]:
    """The tasks that a figure counts."""
    if code == OVERDUE:
        return [task for task in tasks if task.is_overdue]
    return [task for task in tasks if code in (ALL, BY_STATE[task.state])]


def task_figures(tasks: Sequence[TaskFact]) -> dict[str, KeptFigure]:
    """How many there are, and how many of each state."""
    return {
        code: KeptFigure(
            code=code, name=say.PROGRESS_FIGURES[code], unit=say.TASK_UNIT, aggregation=str(Aggregation.COUNT),
            state=str(FigureState.VALUE), value=len(counted_in(code, tasks)),
        )
        for code in TASK_FIGURES
    }  # fmt: skip
