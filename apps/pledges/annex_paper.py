"""Annex II as a paper of the leading office, as a workbook, and in the words of its cells."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.utils import timezone

from apps.core import words
from apps.core.papers import phrases
from apps.core.papers.paper import Column, Head, Kind, Paper, Signature, paragraph, table
from apps.core.workbook import Sheet
from apps.offices.letterhead import leading_letterhead
from apps.offices.models import Cluster
from apps.pledges.annex import COLUMNS, Annex, Cells

HEADINGS = (
    "Văn phòng",
    "Số người được tính",
    "Số người đăng ký",
    "Tỷ lệ",
    *(label for _codes, label in COLUMNS),
    "Sáng kiến",
    "Không phê duyệt",
)
WIDTHS = (28, 20, 20, 14, 15, 19, 18, 20, 19, 18, 13, 15, 13, 15)  # millimetres, of 247


def written(cells: Cells | None) -> list[str]:
    """As the table shows them: the rate after headcount and registered; nothing where there is nothing to know."""
    if cells is None:
        return [""] * (len(HEADINGS) - 1)
    headcount, registered, *others = cells
    return [_number(headcount), _number(registered), _rate(cells) or "–", *(_number(each) for each in others)]


def _number(value: int | None) -> str:
    return "–" if value is None else words.number(value)


def _rate(cells: Cells) -> str:
    headcount, registered, *_others = cells
    return words.share(registered or 0, headcount) if headcount else ""


def _plain(cells: Cells | None) -> list[int | str | None]:
    """Numbers as numbers; the rate as it is read."""
    if cells is None:
        return [None] * (len(HEADINGS) - 1)
    headcount, registered, *others = cells
    return [headcount, registered, _rate(cells) or None, *others]


def approvals(found: Annex) -> str:
    """By which papers which offices' registrations were approved; the last column says how many were not."""
    offices: dict[str, list[str]] = defaultdict(list)
    for line in found.answered:
        if line.answer is not None:
            offices[f"{line.answer.decision} ngày {words.day(line.answer.answered_on)}"].append(line.name)
    return "; ".join(f"{decision} ({', '.join(names)})" for decision, names in offices.items())


def _besides(found: Annex) -> list[str]:
    """What is to be known of offices beside their figures."""
    said = []
    if found.answered:
        said.append(f"Đã được phê duyệt: {approvals(found)}")
    if found.awaiting:
        received = ", ".join(
            f"{line.name} ({words.day(line.sheet.received_at)})"
            for line in found.awaiting
            if line.sheet and line.sheet.received_at
        )
        said.append(f"Theo bản đã tiếp nhận, có nội dung mới hơn đang chờ tiếp nhận: {received}")
    if found.stated:
        said.append(f"Tổng số theo số liệu báo cáo trực tiếp: {', '.join(found.stated)}")
    return said


def annex_paper(cluster: Cluster, year: int, cut_off: date, found: Annex) -> Paper:
    """The table on one landscape page, which offices are there with stated totals alone, and which not at all."""
    head = leading_letterhead(cluster, year, timezone.localdate())
    columns = tuple(
        Column(label, width, "left" if place == 0 else "center")
        for place, (label, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True))
    )
    rows = [(line.name, *(text or "…" for text in written(line.cells))) for line in found.lines]
    said = [words.day(cut_off)]
    said += _besides(found)
    if found.missing:
        said.append(f"Chưa có số liệu: {', '.join(found.missing)}")
    return Paper(
        Kind.REPORT,
        Head(head.parent_body, head.issuer, "", phrases.place_and_day(head.locality, None, year)),
        timezone.now(),
        title="PHỤ LỤC II",
        abstract=(f"Đăng ký danh hiệu thi đua, hình thức khen thưởng năm {year}", f"của {cluster.name}"),
        blocks=(
            paragraph(f"{'. '.join(said)}.", label="Ngày chốt danh sách:"),
            table(columns, (*rows, ("Cộng", *(text or "…" for text in written(found.total))))),
        ),
        recipients=phrases.recipients(["Các Văn phòng thành viên", "Lưu: VT."]),
        signatures=(Signature(("CHÁNH VĂN PHÒNG",)),),
        landscape=True,
    )


def annex_sheet(cluster: Cluster, year: int, cut_off: date, found: Annex) -> Sheet:
    rows = [(line.name, *_plain(line.cells)) for line in found.lines]
    note = [cluster.name, f"Ngày chốt danh sách: {words.day(cut_off)}", *_besides(found)]
    if found.missing:
        note.append(f"Chưa có số liệu: {', '.join(found.missing)}")
    return Sheet(
        name="Phụ lục II", title=f"Phụ lục II. Đăng ký danh hiệu thi đua năm {year}",
        note=". ".join(note), headings=HEADINGS,
        rows=[*rows, ("Cộng", *_plain(found.total))],
    )  # fmt: skip
