"""Offices' reports. A report is its office's, the leaders' and the secretariat's; other members read what was received
once the cluster's report was published, and nothing of a draft."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from apps.campaigns.models import Period, Task
from apps.offices.models import Office
from apps.reports.content import Content, digest, to_json
from apps.reports.enums import ReportState
from apps.reports.models import Question, Report, Version
from tests.permissions.places import PLACES, Arguments, Place, World
from tests.permissions.words import (
    ADMINISTRATOR,
    CLERK,
    HEAD,
    LEADER,
    MEMBERS,
    OFFICE,
    OTHER,
    READS_ALL,
    SECRETARY,
    Answers,
    Roles,
    Row,
    may,
)

NOBODY_OF_THEM: Roles = frozenset()


def _which(world: World, whose: str, state: str) -> tuple[Period, Office]:
    period = world.cast.first_half if state == "draft" else world.published
    return period, world.cast.office if whose == "own" else world.cast.other_office


def _report(world: World, whose: str, state: str) -> Report:
    """Sent once and asked about; in the published half received."""
    period, office = _which(world, whose, state)
    made, new = Report.objects.get_or_create(period=period, office=office)
    if new:
        content = Content(prose={"difficulties": "Thí dụ"})
        version = Version.objects.create(
            report=made, number=1, content=to_json(content), digest=digest(content), sent_by=world.cast.head
        )
        made.current, made.state = version, ReportState.TO_COMPLETE
        if state == "published":
            version.received_at, version.received_by = timezone.now(), world.cast.secretary
            version.save(update_fields=["received_at", "received_by"])
            made.state = ReportState.RECEIVED
        made.save(update_fields=["current", "state"])
        Question.objects.create(report=made, version=version, text="Thí dụ?", asked_by=world.cast.secretary)
    return made


def _more(world: World, whose: str, state: str, what: str) -> list[object]:
    report = _report(world, whose, state)
    match what:
        case "a section":
            return ["plan"]
        case "a version":
            return [1]
        case "a question":
            return [report.questions.get().pk]
        case "a task":
            task, _new = Task.objects.get_or_create(period=report.period, position=1, defaults={"text": "Việc"})
            return [task.pk]
    return []


def _place(whose: str, state: str, what: str) -> Place:
    def arguments(world: World) -> Arguments:
        period, office = _which(world, whose, state)
        return world.at(period, office.code, *_more(world, whose, state, what))

    return arguments


def _name(whose: str, state: str, what: str) -> str:
    return f"{whose} {state} report{', ' + what if what else ''}"


for _whose in ("own", "another's"):
    for _state in ("draft", "published"):
        for _what in ("", "a section", "a version", "a question", "a task"):
            PLACES[_name(_whose, _state, _what)] = _place(_whose, _state, _what)


def _four(name: str, what: str, answers: Mapping[tuple[str, str], Answers], **given: object) -> list[Row]:
    """Rows for own and another's, draft and published; `given` are the methods that the address has."""
    methods = {method: given.pop(method) for method in ("get", "post") if method in given}
    return [
        Row(f"reports:{name}", _name(whose, state, what), **dict.fromkeys(methods, answer), **given)  # type: ignore[arg-type]
        for (whose, state), answer in answers.items()
    ]


# Of the published half nobody in the cast is the secretariat: the secretary is another member there.
READ = {
    ("own", "draft"): may(OFFICE | READS_ALL),
    ("another's", "draft"): may(OTHER | READS_ALL),
    ("own", "published"): may(OFFICE | LEADER),
    ("another's", "published"): may(OTHER | LEADER),
}
READ_VERSION = READ | {("own", "published"): may(MEMBERS), ("another's", "published"): may(MEMBERS)}
PREPARE = {
    ("own", "draft"): may(OFFICE | SECRETARY, refused=LEADER),
    ("another's", "draft"): may(OTHER | SECRETARY, refused=LEADER),
    ("own", "published"): may(OFFICE, refused=LEADER),
    ("another's", "published"): may(OTHER, refused=LEADER),
}
SEND = {
    ("own", "draft"): may(HEAD, refused=CLERK | READS_ALL),
    ("another's", "draft"): may(NOBODY_OF_THEM, refused=OTHER | READS_ALL),
    ("own", "published"): may(HEAD, refused=CLERK | LEADER),
    ("another's", "published"): may(NOBODY_OF_THEM, refused=OTHER | LEADER),
}
OF_OFFICE = {
    ("own", "draft"): may(OFFICE, refused=READS_ALL),
    ("another's", "draft"): may(OTHER, refused=READS_ALL),
    ("own", "published"): may(OFFICE, refused=LEADER),
    ("another's", "published"): may(OTHER, refused=LEADER),
}
OF_SECRETARIAT = {
    ("own", "draft"): may(SECRETARY, refused=OFFICE | LEADER),
    ("another's", "draft"): may(SECRETARY, refused=OTHER | LEADER),
    ("own", "published"): may(NOBODY_OF_THEM, refused=OFFICE | LEADER),
    ("another's", "published"): may(NOBODY_OF_THEM, refused=OTHER | LEADER),
}

CYCLE: tuple[Row, ...] = (
    Row("reports:list", "draft period", get=may(MEMBERS, refused=ADMINISTRATOR)),
    Row("reports:list", "published period", get=may(MEMBERS, refused=ADMINISTRATOR)),
    *_four("report", "", READ, get=True),
    *(row for name in ("export", "word", "pdf") for row in _four(name, "", READ, get=True)),
    *_four("difference", "a version", READ, get=True),
    *_four("versions", "", READ_VERSION, get=True),
    *_four("version", "a version", READ_VERSION, get=True),
    *(
        row
        for name in ("version_export", "version_word", "version_pdf")
        for row in _four(name, "a version", READ_VERSION, get=True)
    ),
    *_four("prose", "a section", PREPARE, get=True, post=True, data={"text": "Thí dụ", "version": "0"}),
    *_four("task", "a task", PREPARE, get=True, post=True, data={"state": "done"}),
    *_four("send", "", SEND, post=True),
    *_four("confirm", "", OF_OFFICE, post=True, data={"number": "1"}),
    *_four("answer", "a question", OF_OFFICE, get=True, post=True, data={"text": "Thí dụ"}),
    *_four("ask", "", OF_SECRETARIAT, get=True, post=True, data={"whole": "Thí dụ?"}),
    *_four("withdraw", "a question", OF_SECRETARIAT, post=True),
    *_four("receive", "", OF_SECRETARIAT, post=True, data={"number": "1"}),
    *_four("behalf", "", OF_SECRETARIAT, get=True, post=True),
)
REPORTS: tuple[Row, ...] = CYCLE
