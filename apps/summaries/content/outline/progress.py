"""II. How far the tasks are that were set for the period: one sentence with the figures, then a line for each."""

from __future__ import annotations

from itertools import groupby

from apps.summaries import sentences as say
from apps.summaries.content.facts import Facts, TaskFact
from apps.summaries.content.outline.blocks import ITEM, PARAGRAPH, Block, day, known, listed

CODES = ("tasks-done", "tasks-under-way", "tasks-not-begun", "tasks-untold")


def heading(facts: Facts) -> str:
    """Names the conference where all tasks come of one."""
    held = {task.conference for task in facts.progress}
    if len(held) == 1 and (title := held.pop()):
        return say.PROGRESS_HEADING.format(conference=title)
    return say.PROGRESS_HEADING_OPEN


def progress(facts: Facts) -> list[Block]:
    if not facts.progress:
        return []
    last = len(facts.progress)
    return [Block(PARAGRAPH, _lead(facts), "progress.lead")] + [
        Block(ITEM, f"- {_line(facts, task)}{'.' if place == last else ';'}", f"progress.task.{task.pk}")
        for place, task in enumerate(facts.progress, start=1)
    ]


def _lead(facts: Facts) -> str:
    period = say.HALF[facts.kind].format(year=facts.year)
    if facts.figures["tasks-done"].number == facts.figures["tasks"].number:
        return say.PROGRESS_ALL_DONE.format(period=period, cluster=facts.cluster)
    parts = listed([say.PROGRESS_PARTS[code] for code in CODES if known(facts, code)])
    overdue = say.PROGRESS_OVERDUE if known(facts, "tasks-overdue") else ""
    return say.PROGRESS.format(period=period, cluster=facts.cluster, parts=parts, overdue=overdue)


def _line(facts: Facts, task: TaskFact) -> str:
    around = [say.TASK_OWNER.format(owner=task.owner)] if task.owner else []
    around += [say.TASK_DUE.format(day=day(task.due_on))] if task.due_on else []
    return say.TASK_LINE.format(
        text=task.text.rstrip(" .;"), around=f" ({', '.join(around)})" if around else "", state=_state(facts, task),
        overdue=say.TASK_OVERDUE if task.is_overdue else "",
    )  # fmt: skip


def _state(facts: Facts, task: TaskFact) -> str:
    """One word where all say the same, else each word after the offices that say it, in their order."""
    said = set(task.states.values())
    if task.owner or len(said) <= 1:
        word = say.TASK_STATES[next(iter(said), "")]
        return word if task.owner else say.TASK_EVERYBODY.format(state=word)
    order = list(say.TASK_STATES)
    names = {member.code: member.short_name for member in facts.members}
    told = sorted(task.states.items(), key=lambda each: order.index(each[1]))
    return "; ".join(
        f"{listed([names.get(code, code) for code, _said in offices])} {say.TASK_STATES[state]}"
        for state, offices in groupby(told, key=lambda each: each[1])
    )
