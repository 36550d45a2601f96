"""The words of a conference's papers: what is proposed to the secretary, and the papers as they are drawn.

A paper is Vietnamese whoever reads it; its layout is that of Decree 30/2020/NĐ-CP, forms 1.7 (invitation) and 1.9
(minutes). Number and day stay blank until they are recorded; from then on the paper is what was
kept of it (apps.campaigns.issued).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from django.utils import timezone
from django.utils.text import slugify

from apps.campaigns.enums import DelegateKind, PaperKind, PartOfDay
from apps.campaigns.issued import Said, invites
from apps.campaigns.meeting import Meeting
from apps.campaigns.models import Delegate, Invitation, Minutes
from apps.core.papers import phrases
from apps.core.papers.paper import Block, Column, Head, Kind, Paper, Signature, heading, listed, paragraph, table
from apps.core.text import fold
from apps.offices.letterhead import Letterhead, leading_letterhead, leading_office
from apps.offices.models import Cluster

PARTS = {PartOfDay.MORNING: "Sáng ngày", PartOfDay.AFTERNOON: "Chiều ngày", PartOfDay.ALL_DAY: "Cả ngày"}
INVITES = "{issuer}, Cụm trưởng {cluster}, trân trọng kính mời"
REPLY = "Đề nghị các Văn phòng đăng ký đại biểu và tham luận với Thư ký Cụm trước ngày {day}."
HEAD_OF_OFFICE = "CHÁNH VĂN PHÒNG"
GUESTS = "Đại biểu khách mời"
NOTHING_YET = "…"
BLANK_HOUR = "…… giờ …… phút"


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def hour(at: time | None) -> str:
    return f"{at.hour:02d} giờ {at.minute:02d} phút" if at else BLANK_HOUR


def _short(day: date) -> str:
    """05/7/2019, as sentences of papers write days: months 1 and 2 take a zero."""
    return f"{day.day:02d}/{f'{day.month:02d}' if day.month < 3 else day.month}/{day.year}"


def _person(name: str, post: str) -> str:
    return f"{name}, {post}" if name and post else name or post


def _chairs(meeting: Meeting) -> str:
    named = [_person(each.person, each.post) or str(each.office.name) for each in meeting.chairs]
    return "; ".join(named) + "." if named else NOTHING_YET


# What is proposed, once; from then on it is the secretary's own text -------------------------------------------------
def proposed_invitation(meeting: Meeting) -> dict[str, str]:
    """The superiors and every member but the leading office, which invites."""
    conference = meeting.conference
    leader = leading_office(conference.cluster, conference.period.year, conference.held_on)
    members = [meeting.name(office.pk) for office in meeting.members if office.pk != leader]
    text = "Đề nghị các đại biểu dự Hội nghị đúng thành phần, thời gian."
    return {"recipients": "\n".join([*lines(conference.superiors), *members]), "text": text}


def proposed_minutes(meeting: Meeting) -> dict[str, object]:
    """Chair, secretary and hour as the program knows them; the proceedings from programme and talks; the conclusions
    from the resolutions. Nothing that nobody has entered."""
    chair = next((each for each in meeting.chairs if each.person), None)
    secretary = next((each for each in meeting.delegates if each.kind == DelegateKind.SECRETARY), None)
    hours = [each.starts_at for each in meeting.programme if each.starts_at]
    points = [
        f"{place}. {each.title.rstrip('.;')}{f' ({each.presenter})' if each.presenter else ''}."
        for place, each in enumerate(meeting.programme, start=1)
    ]
    talks = [
        f"- {_person(each.presenter, each.post) or meeting.name(each.office_id)}"
        f"{f' ({meeting.name(each.office_id)})' if each.presenter else ''} trình bày tham luận “{each.title}”."
        for each in meeting.talks
    ]
    said = [
        *(["Hội nghị đã tiến hành các nội dung sau:", *points] if points else []),
        *(["Hội nghị đã nghe các tham luận:", *talks] if talks else []),
    ]
    return {
        "started_at": min(hours, default=None), "chair": chair.person if chair else "",
        "chair_post": chair.post if chair else "", "secretary": secretary.name if secretary else "",
        "secretary_post": secretary.post if secretary else "", "proceedings": "\n".join(said),
        "conclusions": "\n".join(lines(meeting.conference.resolutions)), "recipients": "Lưu: VT, Hồ sơ.",
    }  # fmt: skip


# The papers ----------------------------------------------------------------------------------------------------------
def _letterhead(meeting: Meeting, cluster: Cluster, day: date) -> Letterhead:
    return leading_letterhead(cluster, meeting.conference.period.year, day)


def addressees(invitation: Invitation) -> list[str]:
    return [line.strip(" -–•;.") for line in lines(invitation.recipients)]


def invitation_said(meeting: Meeting, invitation: Invitation) -> Said:
    """From what is known now, with number, day and signature as they stand in `invitation`."""
    conference, cluster = meeting.conference, meeting.conference.cluster
    letterhead = _letterhead(meeting, cluster, invitation.signed_on or timezone.localdate())
    lead = INVITES.format(issuer=letterhead.name or NOTHING_YET, cluster=cluster.short_name)
    invited = tuple(addressees(invitation))
    start = min((each.starts_at for each in meeting.programme if each.starts_at), default=None)
    at = f"{hour(start)}, {_part(meeting).lower()}" if start else _part(meeting)
    blocks = [
        *invites(lead, invited),
        paragraph(f"{conference.title}.", label="Tới dự:"),
        paragraph(_chairs(meeting), label="Chủ trì:"),
        paragraph(f"{at} {_short(conference.held_on)}.", label="Thời gian:"),
        paragraph(f"{conference.place}.", label="Địa điểm:"),
        *_programme(meeting),
        *(paragraph(line) for line in lines(invitation.text)),
        *([paragraph(REPLY.format(day=_short(invitation.reply_by)))] if invitation.reply_by else []),
        paragraph(phrases.ended("Trân trọng kính mời")),
    ]
    paper = Paper(
        Kind.INVITATION,
        Head(letterhead.parent_body, letterhead.issuer),
        timezone.now(),
        abstract=(f"Dự {conference.title[:1].lower()}{conference.title[1:]}",),
        blocks=tuple(blocks),
        recipients=phrases.recipients(["Như trên"]),
        signatures=(Signature((HEAD_OF_OFFICE,)),),
    )
    symbol, year = letterhead.symbol(Kind.INVITATION), conference.held_on.year
    return Said(paper, symbol, letterhead.locality, year, lead, invited).signed(invitation)


def _part(meeting: Meeting) -> str:
    return PARTS[PartOfDay(meeting.conference.part_of_day)]


def _programme(meeting: Meeting) -> list[Block]:
    if not meeting.programme:
        return []
    rows = tuple(
        (f"{each.starts_at:%H:%M}" if each.starts_at else "", each.title, each.presenter) for each in meeting.programme
    )
    columns = (Column("Thời gian", 24, "center"), Column("Nội dung", 90), Column("Người thực hiện", 46))
    return [paragraph("", label="Chương trình:"), table(columns, rows)]


def _present(meeting: Meeting) -> list[str]:
    """One line an office that came, the guests and the superiors last."""
    found = []
    for each in meeting.attendance():
        if each.people:
            said = meeting.name(each.office.pk) if each.office else GUESTS
            found.append(f"{said}: {'; '.join(_present_as(person) for person in each.people)}")
    return [*(line.strip(" -–•;.") for line in lines(meeting.conference.superiors)), *found]


def _present_as(person: Delegate) -> str:
    return ", ".join(part for part in (person.name, person.post, person.body) if part)


def minutes_said(meeting: Meeting, minutes: Minutes) -> Said:
    """As `invitation_said`."""
    conference = meeting.conference
    letterhead = _letterhead(meeting, conference.cluster, minutes.signed_on or conference.held_on)
    present = _present(meeting)
    day = phrases.day_in_words(conference.held_on)
    blocks = [
        paragraph(f"{hour(minutes.started_at)}, {day}.", label="Thời gian bắt đầu:"),
        paragraph(f"{conference.place}.", label="Địa điểm:"),
        paragraph("" if present else NOTHING_YET, label="Thành phần tham dự:"),
        *([listed(*phrases.dashed(present))] if present else []),
        paragraph(f"{_person(minutes.chair, minutes.chair_post) or NOTHING_YET}.", label="Chủ trì (chủ tọa):"),
        paragraph(
            f"{_person(minutes.secretary, minutes.secretary_post) or NOTHING_YET}.",
            label="Thư ký (ghi biên bản):",
        ),
        heading("NỘI DUNG"),
        *(_said(lines(minutes.proceedings)) or [paragraph(NOTHING_YET)]),
        *([heading("KẾT LUẬN"), *_said(lines(minutes.conclusions))] if lines(minutes.conclusions) else []),
        paragraph(phrases.ended(f"Hội nghị kết thúc vào hồi {hour(minutes.ended_at)}, {day}")),
    ]
    paper = Paper(
        Kind.MINUTES,
        Head(letterhead.parent_body, letterhead.issuer),
        timezone.now(),
        abstract=(conference.title,),
        blocks=tuple(blocks),
        recipients=phrases.recipients(lines(minutes.recipients) or ["Lưu: VT, Hồ sơ"]),
        signatures=(Signature(("THƯ KÝ",), minutes.secretary), Signature(("CHỦ TỌA",), minutes.chair)),
    )
    return Said(paper, letterhead.symbol(Kind.MINUTES), letterhead.locality, conference.held_on.year).signed(minutes)


def said(meeting: Meeting, row: Invitation | Minutes) -> Said:
    """What the paper says: as it was numbered, or as it would be now."""
    return Said.read(row.issued.content) if row.issued else drawn_now(meeting, row)


def drawn_now(meeting: Meeting, row: Invitation | Minutes) -> Said:
    return invitation_said(meeting, row) if isinstance(row, Invitation) else minutes_said(meeting, row)


def _said(said: Iterable[str]) -> list[Block]:
    return [paragraph(line) for line in said]


WHAT = {PaperKind.INVITATION: "giấy mời", PaperKind.MINUTES: "biên bản"}


def file_name(what: str, meeting: Meeting) -> str:
    """Without accents, so that every machine keeps it: “giay-moi-hoi-nghi-so-ket-6-thang-dau-nam-2019”."""
    return slugify(fold(f"{what} {meeting.conference.title}"))[:120]
