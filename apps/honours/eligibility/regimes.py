"""Which law applies to a dossier: that of the day on which it is submitted. Rows as data, each with its instruments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Regime:
    """`is_verified`: the text of its conditions was read; else findings under it say that it was not.

    Source: domain reference 2.1. Decree 91/2017 took effect on 01/10/2017; before it no rule is recorded.
    """

    code: str
    valid_from: date
    valid_to: date | None
    law: str
    decree: str
    is_verified: bool = True

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


R2017 = Regime(
    "R2017", date(2017, 10, 1), date(2023, 12, 31),
    "Luật Thi đua, khen thưởng năm 2003 (sửa đổi, bổ sung năm 2005, 2009, 2013)", "Nghị định số 91/2017/NĐ-CP",
)  # fmt: skip
R2024 = Regime(
    "R2024", date(2024, 1, 1), date(2025, 6, 30),
    "Luật Thi đua, khen thưởng số 06/2022/QH15", "Nghị định số 98/2023/NĐ-CP",
)  # fmt: skip
R2025 = Regime(
    "R2025", date(2025, 7, 1), date(2026, 9, 30),
    "Luật Thi đua, khen thưởng số 06/2022/QH15", "Nghị định số 152/2025/NĐ-CP",
)  # fmt: skip
R2026 = Regime(
    "R2026", date(2026, 10, 1), None,
    "Luật Thi đua, khen thưởng số 06/2022/QH15 (sửa đổi, bổ sung bởi Luật số 06/2026/QH16)",
    "Nghị định số 152/2025/NĐ-CP", is_verified=False,
)  # fmt: skip
REGIMES = (R2017, R2024, R2025, R2026)
LAW_2022 = frozenset({R2024.code, R2025.code, R2026.code})


def regime_on(submitted_on: date) -> Regime | None:
    """The regime of a dossier submitted on a day: one, or none where none is recorded.

    Dossiers received before 01/10/2026 stay under the former law (transition rule of Law 06/2026/QH16), which the days
    of the rows already say.
    """
    return next((regime for regime in REGIMES if regime.holds_on(submitted_on)), None)
