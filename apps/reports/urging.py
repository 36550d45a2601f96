"""What is written to an office whose report has not come: a letter and a message. Vietnamese, whoever reads the page.

Pure: what is known goes in, text comes out. The day asked for is a proposal: the letter is Word, and can be changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from apps.core import words, workdays
from apps.core.words import padded

ANSWER_WITHIN = 3  # working days
MOST_NAMED = 8  # in a message; a letter names all


@dataclass(frozen=True)
class Urged:
    """`office` is the whole name; `sent_on` where something was sent that is to be completed.
    `request` names the letter that asked for reports, with its number and day, where it is known."""

    office: str
    cluster: str
    period: str
    due_on: date | None
    days_over: int
    on: date
    missing: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    sent_on: date | None = None
    request: str = ""
    link: str = ""

    @property
    def by(self) -> date:
        """Until when it is asked for: the due day while it lies ahead, or else a few working days."""
        if self.due_on is not None and self.due_on > self.on:
            return self.due_on
        return workdays.after(self.on, ANSWER_WITHIN)


def subject(urged: Urged) -> str:
    return f"V/v đôn đốc báo cáo {urged.period}"


def paragraphs(urged: Urged) -> list[str]:
    """Of the letter, before what is missing."""
    asked = f"Thực hiện {urged.request}, các Văn phòng thành viên" if urged.request else "Các Văn phòng thành viên"
    due = f" trước hoặc trong ngày {words.day(urged.due_on)}" if urged.due_on else ""
    first = f"{asked} {urged.cluster} gửi báo cáo {urged.period}{due}."
    return [first, _standing(urged, "Quý Văn phòng")]


def lists(urged: Urged) -> list[tuple[str, tuple[str, ...]]]:
    """Heading and lines of what is asked about and of what is missing; none of either where nothing is."""
    found = [("Các nội dung đề nghị bổ sung:", urged.questions), ("Số liệu chưa có báo cáo:", urged.missing)]
    return [(heading, lines) for heading, lines in found if lines]


def closing(urged: Urged) -> str:
    return (
        f"Để bảo đảm tiến độ tổng hợp báo cáo chung của {urged.cluster}, đề nghị Quý Văn phòng hoàn thành và gửi "
        f"báo cáo trước hoặc trong ngày {words.day(urged.by)}. Trân trọng."
    )


def message(urged: Urged) -> str:
    """To be pasted into Zalo: plain lines, short."""
    lines = [f"Kính gửi {urged.office},", f"Thư ký {urged.cluster} xin trao đổi về báo cáo {urged.period}."]
    lines.append(_standing(urged, "Văn phòng"))
    if urged.questions:
        lines.append(f"Đề nghị bổ sung: {_named(urged.questions)}")
    if urged.missing:
        lines.append(f"Số liệu còn thiếu ({padded(len(urged.missing), language='vi')}): {_named(urged.missing)}.")
    lines.append(f"Đề nghị đồng chí gửi trước hoặc trong ngày {words.day(urged.by)}.")
    if urged.link:
        lines.append(f"Nhập và gửi tại: {urged.link}")
    return "\n".join([*lines, "Trân trọng cảm ơn đồng chí."])


def _standing(urged: Urged, whom: str) -> str:
    over = f", quá hạn {padded(urged.days_over, language='vi')} ngày" if urged.days_over else ""
    if urged.sent_on is not None:
        sent, day = words.day(urged.sent_on), words.day(urged.on)
        return f"Báo cáo {whom} gửi ngày {sent} cần bổ sung; đến ngày {day} chưa nhận được bản bổ sung{over}."
    if urged.due_on is not None and not urged.days_over:
        return f"Hạn gửi báo cáo của {whom} là ngày {words.day(urged.due_on)}."
    return f"Đến ngày {words.day(urged.on)}, chưa nhận được báo cáo của {whom}{over}."


def _named(lines: Sequence[str]) -> str:
    bare = [line.strip().rstrip(".;") for line in lines]
    if len(bare) <= MOST_NAMED:
        return "; ".join(bare)
    return f"{'; '.join(bare[:MOST_NAMED])} và {padded(len(bare) - MOST_NAMED, language='vi')} nội dung khác"
