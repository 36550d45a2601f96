"""The columns of Annex I, as data. Without Django, so that the script that draws the Word template needs none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from apps.summaries import sentences as say


@dataclass(frozen=True)
class Column:
    """`width` in millimetres on paper."""

    code: str
    label: str
    width: float


GROUPS: tuple[tuple[str, tuple[Column, ...]], ...] = (
    ("Giám sát, khảo sát (cuộc)", (
        Column("supervisions", "Tổng số", 7.0), Column("supervisions_thematic", "Chuyên đề", 9.4),
        Column("supervisions_complaints", "KNTC", 8.6), Column("surveys", "Khảo sát", 7.6),
    )),
    ("Lấy ý kiến dự án luật", (
        Column("law_consultations", "Số cuộc", 7.0), Column("law_conferences", "Hội nghị", 7.6),
        Column("law_written", "Văn bản", 7.4), Column("draft_laws", "Số dự án", 7.0),
        Column("law_opinions", "Ý kiến góp", 7.6),
    )),
    ("Tiếp xúc cử tri (cuộc)", (
        Column("voter_meetings", "Tổng số", 7.0), Column("voter_meetings_before", "Trước kỳ họp", 8.0),
        Column("voter_meetings_after", "Sau kỳ họp", 8.0), Column("voter_meetings_constituency", "Nơi ứng cử", 7.8),
        Column("voter_meetings_theme", "Chuyên đề", 9.4), Column("voter_meetings_group", "Nhóm đối tượng", 8.8),
    )),
    ("Ý kiến, kiến nghị của cử tri", (
        Column("voters", "Lượt cử tri", 10.6), Column("opinions", "Tổng số", 8.8),
        Column("opinions_centre", "Chuyển TW", 9.4), Column("opinions_province", "Chuyển ĐP", 9.4),
        Column("opinions_on_spot", "Tại hội nghị", 8.0), Column("opinions_answered", "ĐP đã trả lời", 8.4),
    )),
    ("Tiếp CD", (Column("reception_visits", "Số lượt", 8.0),)),
    ("An sinh xã hội", (Column("gifts", "Phần quà", 7.4), Column("gift_value", "Giá trị (đồng)", 15.6))),
    ("Đăng ký thi đua", (Column("headcount", "Số người", 7.8), Column("registered", "Đăng ký", 7.8))),
)  # fmt: skip
COLUMNS = tuple(column for _, columns in GROUPS for column in columns)
NUMBER_WIDTH, NAME_WIDTH = 6.5, 21.1  # with the columns 247 mm, the width of the text on a landscape page


def heads() -> dict[str, Any]:
    """The two tiers of headings and the widths, for whoever draws the table."""
    return {
        "groups": [{"label": label, "span": len(columns)} for label, columns in GROUPS],
        "columns": [{"code": column.code, "label": column.label} for column in COLUMNS],
        "widths": [NUMBER_WIDTH, NAME_WIDTH, *(column.width for column in COLUMNS)],
        "office": say.ANNEX_OFFICE,
        "numbered": say.ANNEX_NUMBERED,
    }
