"""Timeliness of offices' reports: all of them for whoever reads all, one's own for an office."""

from __future__ import annotations

from apps.reports.enums import ReportState
from apps.reports.models import Report, Version
from tests.permissions.places import Arguments, World, place
from tests.permissions.words import ADMINISTRATOR, MEMBERS, Row, may


@place("draft period, a report")
def _report(world: World) -> Arguments:
    """Bạc Liêu has sent one."""
    report, made = Report.objects.get_or_create(period=world.cast.first_half, office=world.cast.office)
    if made:
        version = Version.objects.create(report=report, number=1, content={}, digest="0" * 64, sent_by=world.cast.head)
        Report.objects.filter(pk=report.pk).update(state=ReportState.SENT, current=version)
    return world.at(world.cast.first_half)


TIMELINESS: tuple[Row, ...] = tuple(
    Row(f"reports:{name}", f"{state} period", get=may(MEMBERS, refused=ADMINISTRATOR))
    for name in ("timeliness", "timeliness_export")
    for state in ("draft", "published")
)
