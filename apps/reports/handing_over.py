"""What of the offices' reports goes with a year that is handed over."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from apps.campaigns.models import Period
from apps.offices.handover import Item, Part
from apps.offices.models import Cluster
from apps.reports.addresses import report_url
from apps.reports.enums import ReportState
from apps.reports.models import Request
from apps.reports.waiting import waiting


def items(cluster: Cluster, year: int) -> Iterator[Item]:
    """Reports that are not received, and the letters that asked for them. Seven queries."""
    periods = list(Period.objects.filter(cluster=cluster, year=year).select_related("cluster"))
    for each in waiting(periods):
        if each.state != ReportState.RECEIVED:
            yield Item(
                part=Part.OPEN, about=_("Office's report"), title=f"{each.name}, {each.period}",
                detail=str(each.state.label), day=each.due_on, url=report_url(each.period, each.office.code),
            )  # fmt: skip
    for letter in Request.objects.filter(period__in=periods).exclude(issued_at=None).select_related("period"):
        yield Item(
            part=Part.PAPERS, about=_("Request for reports"), title=str(letter.period),
            detail=letter.full_number if letter.is_numbered else _("not numbered yet"), day=letter.signed_on,
            url=reverse("reports:request", args=[cluster.code, letter.period.code]),
        )  # fmt: skip
