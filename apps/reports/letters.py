"""The letter that chases an office's report, on the leading office's letterhead (Decree 30/2020/NĐ-CP, form 1.5)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from apps.campaigns.models import Period
from apps.core import words
from apps.core.papers import phrases
from apps.core.papers.paper import Block, Head, Kind, Paper, Signature, listed, paragraph
from apps.offices.letterhead import leading_letterhead
from apps.reports.models import Request
from apps.reports.urging import Urged, closing, lists, paragraphs, subject

SIGNED_AS = ("CHÁNH VĂN PHÒNG",)
COPIES = ("Như trên",)


def letter(period: Period, urged: Urged, at: datetime) -> Paper:
    """Number and day stay open until it is signed; what else it says may be changed in Word."""
    on = timezone.localdate(at)
    own = leading_letterhead(period.cluster, period.year, on)
    blocks: list[Block] = [paragraph(text) for text in paragraphs(urged)]
    for title, lines in lists(urged):
        typed = lines is urged.questions  # they end as they were written
        blocks += [paragraph(title), listed(*[f"- {line}" for line in lines] if typed else phrases.dashed(lines))]
    blocks.append(paragraph(phrases.ended(closing(urged))))
    return Paper(
        kind=Kind.LETTER,
        head=Head(
            parent=own.parent_body,
            issuer=own.issuer,
            number=phrases.number_line(None, own.symbol(Kind.LETTER)),
            place_date=phrases.place_and_day(own.locality, None, on.year),
        ),
        made_at=at,
        abstract=(subject(urged),),
        to=(urged.office,),
        blocks=tuple(blocks),
        recipients=phrases.recipients(COPIES),
        signatures=(Signature(SIGNED_AS),),
    )


def request_of(period: Period) -> str:
    """ "Công văn số 12/VPĐĐBQH ngày 01/06/2019": the letter that asked for the reports, once it has its number."""
    request = Request.objects.filter(period=period, issued_at__isnull=False, number__isnull=False).first()
    if request is None or request.signed_on is None:
        return ""
    number = phrases.number_line(request.number, request.symbol).removeprefix("Số: ")
    return f"Công văn số {number} ngày {words.day(request.signed_on)}"
