"""An office whose report was received: its figures are open to the other members, the notes beside them are not."""

from __future__ import annotations

from apps.activities.models import DirectFigure
from apps.dashboards import trail
from apps.dashboards.cells import Look
from apps.dashboards.overview import read
from apps.dashboards.tests.test_trail import scope_for
from apps.indicators.models import Indicator
from apps.reports.actions import receive
from apps.reports.tests.house import fill, opened, sent
from tests.cast import Cast

NOTE = "Mượn của Sở Nội vụ"


def test_the_figure_opens_its_note_does_not(cast: Cast) -> None:
    fill(opened(cast), cast.office)
    DirectFigure.objects.filter(office=cast.office, value=20).update(note=NOTE)
    before = read(scope_for(cast, "other"))
    assert before.cell("headcount", cast.office.pk).look == Look.HIDDEN
    receive(version=sent(cast), by=cast.secretary)
    after = read(scope_for(cast, "other"))
    assert after.cell("headcount", cast.office.pk).number == 20
    assert after.cell("headcount", cast.offices["can-tho"].pk).look == Look.HIDDEN
    headcount = Indicator.objects.get(code="headcount")
    notes = {
        role: [line.note for line in trail.statements(trail.trail(scope_for(cast, role), headcount, None)).lines]
        for role in ("clerk", "secretary", "leader", "other")
    }
    assert notes == {"clerk": [NOTE], "secretary": [NOTE], "leader": [NOTE], "other": [""]}
