"""The two catalogues as the law has them. Missing rows are added after each migration; what stands is left alone.

Names before 2024 are those of Law 15/2003/QH11 as amended, in force until 31/12/2023; those after it are of Law
06/2022/QH15. A name holds for the year of the achievement.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from apps.honours.enums import HonourKind, Level, Subject
from apps.honours.models import Honour, HonourName

T, F = HonourKind.TITLE, HonourKind.FORM
P, C = Subject.PERSON, Subject.COLLECTIVE
B, M, S = Level.BASE, Level.MINISTRY, Level.STATE

LAW_2003 = (
    date(2004, 7, 1),
    date(2023, 12, 31),
    "Luật Thi đua, khen thưởng năm 2003 (sửa đổi, bổ sung năm 2005, 2009, 2013)",
)
LAW_2022 = (date(2024, 1, 1), None, "Luật Thi đua, khen thưởng số 06/2022/QH15")

UNIT_HEAD = "Thủ trưởng đơn vị có tư cách pháp nhân"
MINISTRY_HEAD = (
    "Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, Chủ nhiệm Văn phòng Quốc hội, Chủ tịch UBND tỉnh và tương đương"
)
PRIME_MINISTER, GOVERNMENT, PRESIDENT = "Thủ tướng Chính phủ", "Chính phủ", "Chủ tịch nước"

# code, kind, subject, level, rank, yearly, short name, decided by, name of the 2003 law, name of the 2022 law, article of the 2022 law
Row = tuple[str, HonourKind, Subject, Level, int, bool, str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("ldtt", T, P, B, 10, True, "LĐTT", UNIT_HEAD, "Lao động tiên tiến", "Lao động tiên tiến", "Điều 24, Điều 80"),
    ("cstdcs", T, P, B, 20, True, "CSTĐCS", UNIT_HEAD, "Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở", "Điều 23, Điều 80"),
    ("cstdcb", T, P, M, 30, False, "CSTĐ cấp bộ", MINISTRY_HEAD, "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh", "Điều 22, Điều 79"),
    ("cstdtq", T, P, S, 40, False, "CSTĐTQ", PRIME_MINISTER, "Chiến sĩ thi đua toàn quốc", "Chiến sĩ thi đua toàn quốc", "Điều 21, Điều 78"),
    ("ttldtt", T, C, B, 10, True, "TTLĐTT", UNIT_HEAD, "Tập thể lao động tiên tiến", "Tập thể lao động tiên tiến", "Điều 28, Điều 80"),
    ("ttldxs", T, C, M, 20, True, "TTLĐXS", MINISTRY_HEAD, "Tập thể lao động xuất sắc", "Tập thể lao động xuất sắc", "Điều 27, Điều 79"),
    ("co_bt", T, C, M, 30, True, "Cờ thi đua cấp bộ", MINISTRY_HEAD, "Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", "Cờ thi đua của Bộ, ban, ngành, tỉnh", "Điều 26, Điều 79"),
    ("co_cp", T, C, S, 40, True, "Cờ Chính phủ", GOVERNMENT, "Cờ thi đua của Chính phủ", "Cờ thi đua của Chính phủ", "Điều 25, Điều 78"),
    ("gk", F, P, B, 10, False, "Giấy khen", UNIT_HEAD, "Giấy khen", "Giấy khen", "Điều 75, Điều 80"),
    ("bk_bt", F, P, M, 20, False, "Bằng khen cấp bộ", MINISTRY_HEAD, "Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương", "Bằng khen của Bộ, ban, ngành, tỉnh", "Điều 74, Điều 79"),
    ("bk_ttg", F, P, S, 30, False, "Bằng khen TTg", PRIME_MINISTER, "Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Thủ tướng Chính phủ", "Điều 73, Điều 78"),
    ("hcld3", F, P, S, 40, False, "HCLĐ hạng Ba", PRESIDENT, "Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Ba", "Điều 44, Điều 77"),
    ("hcld2", F, P, S, 50, False, "HCLĐ hạng Nhì", PRESIDENT, "Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Nhì", "Điều 43, Điều 77"),
    ("hcld1", F, P, S, 60, False, "HCLĐ hạng Nhất", PRESIDENT, "Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhất", "Điều 42, Điều 77"),
    ("knc", F, P, M, 15, False, "Kỷ niệm chương", MINISTRY_HEAD, "Kỷ niệm chương", "Kỷ niệm chương", "Điều 71, Điều 79"),
    ("gk_tt", F, C, B, 10, False, "Giấy khen", UNIT_HEAD, "Giấy khen", "Giấy khen", "Điều 75, Điều 80"),
    ("bk_bt_tt", F, C, M, 20, False, "Bằng khen cấp bộ", MINISTRY_HEAD, "Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương", "Bằng khen của Bộ, ban, ngành, tỉnh", "Điều 74, Điều 79"),
    ("bk_ttg_tt", F, C, S, 30, False, "Bằng khen TTg", PRIME_MINISTER, "Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Thủ tướng Chính phủ", "Điều 73, Điều 78"),
    ("hcld3_tt", F, C, S, 40, False, "HCLĐ hạng Ba", PRESIDENT, "Huân chương Lao động hạng Ba", "Huân chương Lao động hạng Ba", "Điều 44, Điều 77"),
    ("hcld2_tt", F, C, S, 50, False, "HCLĐ hạng Nhì", PRESIDENT, "Huân chương Lao động hạng Nhì", "Huân chương Lao động hạng Nhì", "Điều 43, Điều 77"),
    ("hcld1_tt", F, C, S, 60, False, "HCLĐ hạng Nhất", PRESIDENT, "Huân chương Lao động hạng Nhất", "Huân chương Lao động hạng Nhất", "Điều 42, Điều 77"),
)  # fmt: skip


def install(**_signal: Any) -> None:
    """Adds what is missing. Runs after each migration (`post_migrate`), so that a test database has it as well."""
    known = set(Honour.objects.values_list("code", flat=True))
    for code, kind, subject, level, rank, yearly, short, decided_by, old, new, articles in ROWS:
        if code in known:
            continue
        honour = Honour.objects.create(code=code, kind=kind, subject=subject, level=level, rank=rank, is_yearly=yearly)
        for (first, last, law), name, clause in ((LAW_2003, old, ""), (LAW_2022, new, articles)):
            HonourName.objects.create(
                honour=honour, name=name, short_name=short, decided_by=decided_by,
                clause=f"{clause} {law}".strip(), valid_from=first, valid_to=last,
            )  # fmt: skip
