"""The letter that asks the members for their reports: what it says, from the request; and the paper drawn from that.

The paper's language is Vietnamese, whoever reads it: its words are data and are not translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from apps.activities.enums import Kind as Work
from apps.activities.models import DefinedKind
from apps.campaigns.models import Period
from apps.core import words
from apps.core.papers import phrases
from apps.core.papers.paper import Block, Head, Kind, Paper, Signature, heading, paragraph
from apps.offices.letterhead import leading_letterhead, leading_office
from apps.offices.models import Office
from apps.reports.enums import Section
from apps.reports.models import Request

SPAN = {"H1": "6 tháng đầu năm {year}", "H2": "6 tháng cuối năm {year}", "Y": "năm {year}"}
REVIEW = {"H1": "sơ kết", "H2": "kết quả", "Y": "tổng kết"}
ABSTRACT = "V/v gửi báo cáo {review} phong trào thi đua và công tác khen thưởng {span}"
INTRODUCTION = (
    "Thực hiện chương trình công tác năm {year} của {cluster}, để có cơ sở tổng hợp, xây dựng báo cáo {review} phong "
    "trào thi đua và công tác khen thưởng {span} của Cụm, {office} đề nghị các Văn phòng thành viên gửi báo cáo kết "
    "quả thực hiện như sau:"
)
FORM = (
    "Báo cáo được lập và gửi trên phần mềm của Cụm; số liệu nhập trực tiếp hoặc theo tệp Excel điền sẵn gửi kèm Công "
    "văn này. Nội dung nào không phát sinh thì ghi rõ “không phát sinh”; số liệu chưa kết thúc kỳ thì ghi rõ là số dự "
    "kiến hoặc ước thực hiện.\n"
    "Văn bản báo cáo do Lãnh đạo Văn phòng ký, gửi về {office}."
)
WORK = {
    Work.SUPERVISION: "giám sát, khảo sát", Work.VOTER_MEETING: "tiếp xúc cử tri",
    Work.OPINIONS: "tổng hợp, chuyển kiến nghị của cử tri", Work.LAW_CONSULTATION: "lấy ý kiến các dự án luật",
    Work.CITIZEN_RECEPTION: "tiếp công dân", Work.PETITIONS: "xử lý đơn thư", Work.SOCIAL_WORK: "an sinh xã hội",
}  # fmt: skip
RESULTS = "Kết quả thực hiện nhiệm vụ: {works}"
EMULATION = "Kết quả triển khai phong trào thi đua, đăng ký thi đua và công tác khen thưởng"
SECTIONS = {
    Section.ADVANTAGES: "Thuận lợi", Section.DIFFICULTIES: "Khó khăn, vướng mắc", Section.ASSESSMENT: "Đánh giá chung",
    Section.EXPERIENCE: "Bài học kinh nghiệm, cách làm hay", Section.PLAN: "Phương hướng, nhiệm vụ {following}",
    Section.PROPOSALS: "Kiến nghị, đề xuất",
}  # fmt: skip
FOLLOWING = {"H1": "6 tháng cuối năm {year}", "H2": "6 tháng đầu năm {next}", "Y": "năm {next}"}
ORDER = (Section.ADVANTAGES, Section.DIFFICULTIES)  # stand before the results, as in a report
HEADINGS = ("Nội dung báo cáo", "Thời gian lấy số liệu", "Hình thức báo cáo", "Thời hạn gửi báo cáo")
WINDOW = "Số liệu tính từ ngày {starts_on} đến hết ngày {ends_on}."
DUE = "Báo cáo gửi về {office} chậm nhất ngày {due_on} để tổng hợp."
CLOSING = "Đề nghị các Văn phòng thành viên quan tâm, phối hợp thực hiện."
SIGNED_AS = ("CHÁNH VĂN PHÒNG",)
ABOVE, TO_REPORT = "Như trên", "{managing_body} (để báo cáo)"
MARKS = "abcdđeghiklmnopqrstuvxy"  # as Vietnamese lists count
NO_OFFICE = "Văn phòng Cụm trưởng"


@dataclass(frozen=True)
class Draft:
    """What the secretariat writes of the letter. `version` is that of the request it was read from, 0 without one."""

    introduction: str
    outline: str
    form: str
    recipients: str
    due_on: date | None
    symbol: str
    version: int = 0


def day_of_letter(due_on: date | None, today: date) -> date:
    """Names are those of the day of the paper: today, but of a period long past its due day."""
    return min(today, due_on) if due_on else today


def drafted(period: Period, request: Request | None, today: date) -> Draft:
    """As it was saved; without anything saved, what such a letter says."""
    if request is not None:
        return Draft(
            request.introduction, request.outline, request.form, request.recipients, request.due_on, request.symbol,
            request.version,
        )  # fmt: skip
    day = day_of_letter(period.due_on, today)
    head = leading_letterhead(period.cluster, period.year, day)
    said = {**_spoken(period), "office": head.name or NO_OFFICE}
    return Draft(
        introduction=INTRODUCTION.format(**said), outline="\n".join(_outline(period)), form=FORM.format(**said),
        recipients="\n".join(_members(period, day)), due_on=period.due_on, symbol=head.symbol(Kind.LETTER),
    )  # fmt: skip


def _spoken(period: Period) -> dict[str, Any]:
    year = {"year": period.year, "next": period.year + 1}
    return {
        **year, "span": SPAN[period.kind].format(**year), "review": REVIEW[period.kind],
        "following": FOLLOWING[period.kind].format(**year), "cluster": period.cluster.short_name,
    }  # fmt: skip


def _outline(period: Period) -> list[str]:
    """The sections of an office's report, with what the catalogue of the year counts between them."""
    own = DefinedKind.objects.for_cluster(period.cluster, period.year).values_list("name", flat=True)
    works = [*WORK.values(), *(words.uncapitalised(name) for name in own)]
    said = {section: SECTIONS[section].format(**_spoken(period)) for section in Section}
    first = [said.pop(section) for section in ORDER]
    return [*first, RESULTS.format(works="; ".join(works)), EMULATION, *said.values()]


def _members(period: Period, day: date) -> list[str]:
    """The members as of the day, in the cluster's own order, without the office that asks."""
    leading = leading_office(period.cluster, period.year, day)
    offices = Office.objects.members_of(period.cluster, day, day).named_on(day).exclude(pk=leading or 0)
    return [str(office.name_then) for office in offices]  # type: ignore[attr-defined]


def composed(period: Period, draft: Draft, today: date, made_at: datetime) -> dict[str, Any]:
    """What the letter says, as plain JSON: enough to draw it without the database, whatever is renamed later."""
    head = leading_letterhead(period.cluster, period.year, day_of_letter(draft.due_on, today))
    office, spoken = head.name or NO_OFFICE, _spoken(period)
    body = period.cluster.managing_body
    copies = [ABOVE, *([TO_REPORT.format(managing_body=body)] if body else []), phrases.ARCHIVE]
    return {
        "made_at": made_at.isoformat(),
        "parent": list(head.parent_body), "issuer": list(head.issuer), "locality": head.locality,
        "year": (draft.due_on or today).year, "abstract": [ABSTRACT.format(**spoken)], "to": _lines(draft.recipients),
        "blocks": _blocks(period, draft, office), "signed_as": list(SIGNED_AS),
        "recipients": list(phrases.recipients(copies)),
    }  # fmt: skip


def _blocks(period: Period, draft: Draft, office: str) -> list[dict[str, Any]]:
    """Headings are counted over what there is: a part that is empty leaves no gap."""
    outline = [line.rstrip(" .;") for line in _lines(draft.outline)]
    marked = [
        f"{MARKS[place]}) {line}{'.' if place == len(outline) - 1 else ';'}"
        for place, line in enumerate(outline[: len(MARKS)])
    ]
    window = WINDOW.format(starts_on=words.day(period.starts_on), ends_on=words.day(period.ends_on))
    due = [DUE.format(office=office, due_on=words.day(draft.due_on))] if draft.due_on else []
    found: list[dict[str, Any]] = [{"text": line} for line in _lines(draft.introduction)]
    parts = zip(HEADINGS, (marked, [window], _lines(draft.form), due), strict=True)
    for number, (title, lines) in enumerate(((title, lines) for title, lines in parts if lines), start=1):
        found += [{"heading": f"{number}. {title}"}, *({"text": line} for line in lines)]
    return [*found, {"text": phrases.ended(CLOSING)}]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _block(kept: Mapping[str, Any]) -> Block:
    return heading(kept["heading"]) if "heading" in kept else paragraph(kept["text"])


def paper(content: Mapping[str, Any], request: Request | None, symbol: str) -> Paper:
    """The letter with what was noted when it was signed; until then its number and day are blank."""
    number, day = (request.number, request.signed_on) if request else (None, None)
    typed = _lines(request.signed_as) if request else []
    return Paper(
        Kind.LETTER,
        Head(
            tuple(content["parent"]), tuple(content["issuer"]), phrases.number_line(number, symbol),
            phrases.place_and_day(content["locality"], day, content["year"]),
        ),
        datetime.fromisoformat(content["made_at"]),
        abstract=tuple(content["abstract"]), to=tuple(content["to"]),
        blocks=tuple(_block(kept) for kept in content["blocks"]), recipients=tuple(content["recipients"]),
        signatures=(Signature(tuple(typed or content["signed_as"]), request.signer if request else ""),),
        draft=request is None or not request.is_issued,
    )  # fmt: skip
