"""A half year of offices' reports for tests: open, and with something of every part of the content."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from apps.activities.models import DirectFigure, Evidence, Recommendation, Record
from apps.activities.tests.factories import SupervisionFactory
from apps.campaigns.models import Task, TaskProgress
from apps.files.actions import store
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.reports.actions import send
from apps.reports.models import Justification, Prose, Report, Version
from tests.cast import Cast


def opened(cast: Cast) -> Cast:
    """The first half of 2019 is not closed today."""
    cast.first_half.closes_on = None
    cast.first_half.save(update_fields=["closes_on"])
    return cast


def state(cast: Cast, office: Office, code: str, value: int | None) -> DirectFigure:
    """`office` states a figure for the first half."""
    half = cast.first_half
    return DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=office, starts_on=half.starts_on, ends_on=half.ends_on,
        value=value, created_by=cast.clerk,
    )  # fmt: skip


def supervision(office: Office, day: date = date(2019, 3, 1)) -> Record:
    made: Any = SupervisionFactory(record__office=office, record__starts_on=day)
    record: Record = made.record
    return record


def fill(cast: Cast, office: Office, rows: int = 1) -> Report:
    """Something of every part: figures, records with recommendations and files, prose, justifications, tasks."""
    half = cast.first_half
    report, _made = Report.objects.get_or_create(period=half, office=office)
    state(cast, office, "headcount", 20)
    state(cast, office, "gifts", None)
    for number in range(rows):
        day = date(2019, 2, 1) + timedelta(days=number)
        record = supervision(office, day)
        Recommendation.objects.create(record=record, addressee="UBND", text=f"Kiến nghị {number}")
        file = store(content=f"{office.code} {number}".encode(), name="x.pdf", content_type="application/pdf", by=None)
        Evidence.objects.create(file=file, name=f"Biên bản {number}.pdf", record=record)
        Justification.objects.create(report=report, rule="limit", subject=f"s{number}", objection="Vượt", text="Đúng")
        task, _there = Task.objects.get_or_create(period=half, position=number + 1, defaults={"text": "Việc"})
        TaskProgress.objects.create(task=task, office=office, state="done")
    Prose.objects.create(report=report, section="plan", text="Kế hoạch")
    return report


def sent(cast: Cast) -> Version:
    """The head's office hands in a report."""
    return send(period=cast.first_half, office=cast.office, by=cast.head)
