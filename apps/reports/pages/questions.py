"""The secretariat's questions at the lines they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from apps.campaigns.scope import Scope
from apps.offices.models import Office
from apps.reports.enums import ReportState
from apps.reports.models import Question
from apps.reports.pages import places
from apps.reports.pages.words import section_name
from apps.reports.rules import can_answer, can_ask
from apps.reports.standing import Standing


@dataclass(frozen=True)
class Asked:
    """One question. `answer_url` for the office while it may answer (again), `withdraw_url` for the secretariat."""

    pk: int
    subject: str
    text: str
    by: str
    at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None
    answer_url: str = ""
    withdraw_url: str = ""

    @property
    def is_open(self) -> bool:
        return self.answered_at is None

    @property
    def anchor(self) -> str:
        return f"question-{self.pk}"


@dataclass(frozen=True)
class Questions:
    """By what they are about; `whole` are about the report as a whole."""

    figures: dict[int, tuple[Asked, ...]] = field(default_factory=dict)
    records: dict[int, tuple[Asked, ...]] = field(default_factory=dict)
    sections: dict[str, tuple[Asked, ...]] = field(default_factory=dict)
    whole: tuple[Asked, ...] = ()
    all: tuple[Asked, ...] = ()

    @property
    def open(self) -> list[Asked]:
        return [each for each in self.all if each.is_open]

    @property
    def answered(self) -> list[Asked]:
        return [each for each in self.all if not each.is_open]


def questions_of(scope: Scope, standing: Standing) -> Questions:
    """Those that still say something: the open ones, and those of the last round, with their answers. One query."""
    if standing.report is None or standing.version is None:
        return Questions()
    rows = standing.report.questions.standing().select_related(
        "indicator", "record", "version", "asked_by", "answered_by"
    )
    since = standing.version.number - 1  # answered about the version before, sent again with this one
    return _sorted(scope, standing, [each for each in rows if each.is_open or each.version.number >= since])


def _sorted(scope: Scope, standing: Standing, rows: Iterable[Question]) -> Questions:
    to_complete = standing.state == ReportState.TO_COMPLETE
    answers = to_complete and can_answer(scope.user, standing.period, standing.office)
    withdraws = can_ask(scope.user, standing.period)
    kept = [(row, _asked(scope, standing.office, row, answers, withdraws)) for row in rows]

    def about(name: str) -> dict[object, tuple[Asked, ...]]:
        found: dict[object, list[Asked]] = {}
        for row, asked in kept:
            if key := getattr(row, name):
                found.setdefault(key, []).append(asked)
        return {key: tuple(those) for key, those in found.items()}

    return Questions(
        figures=about("indicator_id"),  # type: ignore[arg-type]
        records=about("record_id"),  # type: ignore[arg-type]
        sections=about("section"),  # type: ignore[arg-type]
        whole=tuple(asked for row, asked in kept if not (row.indicator_id or row.record_id or row.section)),
        all=tuple(asked for _row, asked in kept),
    )


def _asked(scope: Scope, office: Office, row: Question, answers: bool, withdraws: bool) -> Asked:
    return Asked(
        pk=row.pk,
        subject=section_name(row.section) if row.section else row.subject,
        text=row.text, by=str(row.asked_by), at=row.asked_at, answer=row.answer,
        answered_by=str(row.answered_by or ""), answered_at=row.answered_at,
        answer_url=places.address(scope, "answer", office.code, row.pk) if answers else "",
        withdraw_url=places.address(scope, "withdraw", office.code, row.pk) if withdraws and row.is_open else "",
    )  # fmt: skip
