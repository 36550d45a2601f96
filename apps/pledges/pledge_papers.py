"""A pledge as a paper. It is Vietnamese whoever reads it, laid out as Decree 30/2020/NĐ-CP has it, as of its own day.

A pledge has no number: it is signed before the others. What is not signed yet is marked as a draft, and leaves names
and day blank for the signing on paper.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone
from django.utils.text import slugify

from apps.core.papers import phrases
from apps.core.papers.paper import Block, Column, Head, Kind, Paper, Signature, heading, listed, paragraph, table
from apps.core.text import fold
from apps.offices.letterhead import Letterhead, letterheads
from apps.offices.models import Cluster
from apps.pledges.models import PledgeVersion
from apps.pledges.promised import level_on_paper
from apps.pledges.versions import said

COLUMNS = (Column("TT", 12, "center"), Column("Chỉ tiêu", 98), Column("Mức phấn đấu", 50))
HEAD_OF_OFFICE, WITNESS = "CHÁNH VĂN PHÒNG", "NGƯỜI CHỨNG KIẾN"
AMENDS = "Bản giao ước này thay bản ký {day}. Lý do điều chỉnh: {reason}."
KEEPS = "{office} cam kết thực hiện đầy đủ các nội dung, chỉ tiêu giao ước nêu trên"


def pledge_papers(versions: Sequence[PledgeVersion], before: Sequence[PledgeVersion | None]) -> list[Paper]:
    """Of versions that came `with_lines`, each with the one that it amends. One query for all their letterheads."""
    today = timezone.localdate()
    heads = letterheads({version.pledge.office_id: version.signed_on or today for version in versions})
    return [
        _paper(version, amended, heads[version.pledge.office_id])
        for version, amended in zip(versions, before, strict=True)
    ]


def _paper(version: PledgeVersion, amended: PledgeVersion | None, head: Letterhead) -> Paper:
    pledge, text = version.pledge, said(version)
    blocks: list[Block] = [paragraph(line) for line in _lines(text.opening)]
    if amended is not None and amended.signed_on is not None:
        reason = version.reason.strip().rstrip(".")
        blocks.append(paragraph(AMENDS.format(day=phrases.day_in_words(amended.signed_on), reason=reason)))
    blocks.append(heading("I. NỘI DUNG THI ĐUA"))
    blocks.append(listed(*(f"{place}. {each}" for place, each in enumerate(text.contents, start=1))))
    blocks.append(heading("II. CHỈ TIÊU THI ĐUA"))
    rows = ((str(place), each.text, level_on_paper(each)) for place, each in enumerate(text.targets, start=1))
    blocks.append(table(COLUMNS, tuple(rows)))
    blocks.append(paragraph(phrases.ended(KEEPS.format(office=head.name or pledge.office.name))))
    return Paper(
        Kind.PLEDGE,
        Head(head.parent_body, head.issuer, "", phrases.place_and_day(head.locality, version.signed_on, pledge.year)),
        version.signed_at or timezone.now(),
        abstract=(f"Năm {pledge.year}",),
        blocks=tuple(blocks),
        recipients=phrases.recipients(_recipients(pledge.cluster)),
        signatures=(_witness(version), _head(version)),
        draft=not version.is_signed,
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _recipients(cluster: Cluster) -> list[str]:
    return [f"Cụm trưởng, Cụm phó {cluster.short_name}", "Các Văn phòng thành viên", "Lưu: VT"]


def _witness(version: PledgeVersion) -> Signature:
    """Where nobody witnessed, nothing stands on the left."""
    if version.is_signed and not version.witness:
        return Signature(())
    post = [version.witness_post.upper()] if version.witness_post else []
    return Signature((WITNESS, *post), version.witness)


def _head(version: PledgeVersion) -> Signature:
    return Signature(tuple(_lines(version.signed_as.upper())) or (HEAD_OF_OFFICE,), version.signer)


def file_name(version: PledgeVersion) -> str:
    """ "giao-uoc-thi-dua-2019-bac-lieu", so that every machine keeps it."""
    number = f" bản {version.number}" if version.number > 1 else ""
    return slugify(fold(f"giao ước thi đua {version.pledge.year} {version.pledge.office.code}{number}"))
