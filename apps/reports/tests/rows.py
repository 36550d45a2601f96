"""Reports in a state, written as rows: for what reads states alone. The cycle itself has its actions."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from apps.accounts.models import User
from apps.campaigns.models import Extension, Period
from apps.offices.models import Office
from apps.reports.enums import ReportState, Way
from apps.reports.models import Question, Report, Version


def moment(on: date, hour: int = 8) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(hour)))


def report(period: Period, office: Office, state: ReportState, by: User, **version: Any) -> Report:
    """With one version, or one more where there is one, except in the state of a draft."""
    made, _created = Report.objects.get_or_create(period=period, office=office)
    if state != ReportState.DRAFT:
        made.current = Version.objects.create(
            report=made, number=made.versions.count() + 1, content={}, digest="0" * 64, sent_by=by, **version
        )
        made.state = state
        made.save(update_fields=["state", "current"])
    return made


def by_telephone(period: Period, office: Office, by: User) -> Report:
    return report(period, office, ReportState.SENT, by, way=Way.TELEPHONE)


def question(about: Report, text: str, by: User) -> Question:
    assert about.current is not None
    return Question.objects.create(report=about, version=about.current, text=text, asked_by=by)


def extension(period: Period, office: Office, by: User, granted_until: date | None = None) -> Extension:
    made = Extension.objects.create(
        period=period, office=office, reason="Cán bộ nghỉ ốm", asked_by=by,
        wanted_until=granted_until or period.ends_on,
    )  # fmt: skip
    if granted_until:
        made.granted_until, made.decided_at, made.decided_by = granted_until, timezone.now(), by
        made.save(update_fields=["granted_until", "decided_at", "decided_by"])
    return made
