"""What offices did, for tests of floors below the records: counted from records, or stated."""

from __future__ import annotations

from datetime import date

from apps.activities.models import DirectFigure
from apps.activities.tests.factories import SupervisionFactory
from apps.campaigns.models import Period
from apps.indicators.models import Indicator
from apps.offices.models import Office
from apps.summaries.actions import build_due
from apps.summaries.models import Build


def supervisions(office: Office, *days: date) -> None:
    for day in days:
        SupervisionFactory(record__office=office, record__starts_on=day, kind="thematic")


def stated(office: Office, code: str, value: int | None, starts_on: date, ends_on: date) -> None:
    DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=office, starts_on=starts_on, ends_on=ends_on, value=value
    )


def paper_due(period: Period) -> str:
    """Which paper of the cluster is built when the period's day has come."""
    period.build_on = period.ends_on
    period.save(update_fields=["build_on"])
    (found,) = build_due(on=period.ends_on)
    return str(Build.objects.get(pk=found).summary.paper)
