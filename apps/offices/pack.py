"""The hand-over pack: minutes of the hand-over as Word and PDF, all its lines as a workbook. And this floor's lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.urls import reverse
from django.utils import timezone, translation

from apps.core.papers import phrases
from apps.core.papers.paper import Block, Column, Head, Kind, Paper, Signature, heading, paragraph, table
from apps.core.words import day as written
from apps.core.workbook import Sheet, workbook
from apps.offices.enums import LeadershipKind, RoleKind
from apps.offices.handover import Item, Part, of_part
from apps.offices.letterhead import letterhead_of
from apps.offices.models import Cluster, Leadership, Office, Role

PARTS = {
    Part.OPEN: "CÔNG VIỆC ĐANG THỰC HIỆN, CHƯA HOÀN THÀNH",
    Part.PAPERS: "HỒ SƠ, VĂN BẢN",
    Part.SETTINGS: "THÔNG TIN TỔ CHỨC, LỊCH CÔNG TÁC",
}
NOTHING = "Không có."
COLUMNS = (
    Column("STT", 12, "center"), Column("Loại", 34), Column("Nội dung", 78), Column("Ngày, thời hạn", 36, "center"),
)  # fmt: skip


def settings_of(cluster: Cluster, year: int) -> Iterator[Item]:
    """Who leads, which offices are members, who has which desk in the leading office. Three queries."""
    with translation.override("vi"):
        for row in Leadership.objects.of_year(cluster, year).order_by("-kind", "begins_on"):
            yield Item(
                part=Part.SETTINGS, about="Cụm trưởng, Cụm phó", title=str(row.office.name),
                detail=str(row.get_kind_display()).capitalize(), day=row.begins_on,
                url=reverse("offices:settings", args=[cluster.code]),
            )  # fmt: skip
        for office in Office.objects.members_of(cluster, date(year, 1, 1), date(year, 12, 31)):
            yield Item(part=Part.SETTINGS, about="Thành viên", title=office.name, detail=office.telephone)
        desks = Leadership.objects.desks().filter(cluster=cluster, year=year).values("office")
        roles = Role.objects.filter(office__in=desks, kind__in=[RoleKind.SECRETARIAT, RoleKind.RECORDS])
        for role in roles.select_related("user", "office").order_by("user__sort_key"):
            yield Item(
                part=Part.SETTINGS, about="Thư ký, văn thư", title=role.user.full_name,
                detail=f"{str(role.get_kind_display()).capitalize()}, {role.office}", day=role.valid_from,
            )  # fmt: skip


def _rows(items: Sequence[Item]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(place), item.about, f"{item.title} ({item.detail})" if item.detail else item.title,
            written(item.day) if item.day else "",
        )
        for place, item in enumerate(items, start=1)
    )  # fmt: skip


def minutes(
    cluster: Cluster, year: int, items: Sequence[Item], *, giver: Office, taker: Office | None, on: date
) -> Paper:
    """Form 1.9 of Decree 30: who hands over on the left, who takes over on the right, both sign."""
    head = letterhead_of(giver.pk, on)
    blocks: list[Block] = [
        paragraph(f"{phrases.day_in_words(on)}.", label="Ngày bàn giao:"),
        paragraph(f"{giver.name}.", label="Bên giao:"),
        paragraph(f"{taker.name}." if taker else "……", label="Bên nhận:"),
        paragraph(f"Công tác thư ký {cluster.name} năm {year}.", label="Nội dung bàn giao:"),
    ]
    for place, (part, title) in zip(("I", "II", "III"), PARTS.items(), strict=True):
        found = of_part(items, part)
        blocks.append(heading(f"{place}. {title}"))
        blocks.append(table(COLUMNS, _rows(found)) if found else paragraph(NOTHING))
    closing = "Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản"
    blocks.append(paragraph(phrases.ended(closing)))
    return Paper(
        Kind.MINUTES,
        Head(head.parent_body, head.issuer, phrases.number_line(None, head.symbol(Kind.MINUTES))),
        timezone.now(),
        abstract=(f"Bàn giao công tác thư ký {cluster.short_name} năm {year}",),
        blocks=tuple(blocks),
        recipients=phrases.recipients(["Các Văn phòng thành viên", "Lưu: VT, Hồ sơ"]),
        signatures=(Signature(("BÊN GIAO",)), Signature(("BÊN NHẬN",))),
    )


def excel(cluster: Cluster, year: int, items: Iterable[Item]) -> bytes:
    kept = list(items)
    names = {Part.OPEN: "Công việc", Part.PAPERS: "Văn bản", Part.SETTINGS: "Tổ chức"}
    return workbook(
        *(
            Sheet(
                name=names[part], title=f"{title.capitalize()} · {cluster.short_name} năm {year}",
                headings=("STT", "Loại", "Nội dung", "Chi tiết", "Ngày, thời hạn"),
                rows=[
                    (place, item.about, item.title, item.detail, item.day)
                    for place, item in enumerate(of_part(kept, part), start=1)
                ],
            )
            for part, title in PARTS.items()
        )
    )  # fmt: skip


def giver_and_next(cluster: Cluster, year: int, on: date) -> tuple[Office | None, Office | None]:
    """Whose secretariat runs the year on a day, and which office leads the next. Two queries."""
    rows = Leadership.objects.desks().filter(cluster=cluster, year=year, closed_on=None).on(on)
    running = rows.select_related("office").first()
    following = Leadership.objects.of_year(cluster, year + 1).filter(kind=LeadershipKind.LEADER, ends_on=None).first()
    return (running.office if running else None, following.office if following else None)
