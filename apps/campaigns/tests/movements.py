"""Movements as tests need them, made by the actions that people use."""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.campaigns import actions
from apps.campaigns.models import Campaign
from apps.campaigns.movement import CriterionLine, PhaseLine, PrizeLine
from tests.cast import Cast

VALUES: dict[str, Any] = {
    "name": "Phong trào thi đua năm 2019 của Cụm thi đua số 9",
    "theme": "Đoàn kết, sáng tạo",
    "level": "cluster",
    "launched_by": "Cụm thi đua số 9",
    "starts_on": date(2019, 1, 1),
    "ends_on": date(2019, 12, 31),
}
PHASES = (
    PhaseLine(name="Đợt 1", starts_on=date(2019, 1, 1), ends_on=date(2019, 6, 30), content="Phát động"),
    PhaseLine(name="Đợt 2", starts_on=date(2019, 7, 1), ends_on=date(2019, 12, 31)),
)
CRITERIA = (CriterionLine(text="Cán bộ đăng ký thi đua", target="100%"), CriterionLine(text="Giữ gìn văn hóa công sở"))
PRIZES = (PrizeLine(name="Cờ thi đua của Cụm", quantity=1, amount=2_000_000), PrizeLine(name="Giấy khen"))
PARTS = actions.Parts(phases=PHASES, criteria=CRITERIA, prizes=PRIZES)
LAUNCHED_ON = date(2019, 1, 15)


def draft(cast: Cast, *, parts: actions.Parts = PARTS, **values: Any) -> Campaign:
    return actions.save_campaign(
        cluster=cast.cluster, year=2019, values={**VALUES, **values}, parts=parts, by=cast.secretary
    )


def launched(cast: Cast, *, parts: actions.Parts = PARTS, **values: Any) -> Campaign:
    row = draft(cast, parts=parts, **values)
    return actions.launch_campaign(campaign=row, on=values.get("launched_on") or LAUNCHED_ON, by=cast.secretary)
