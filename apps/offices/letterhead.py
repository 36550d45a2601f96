"""What stands at the head of an office's papers, as of a day: the cluster has no seal of its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from apps.core.papers.paper import ABBREVIATIONS, Kind
from apps.offices.enums import LeadershipKind
from apps.offices.models import Cluster, Leadership, OfficeName

PROVINCE = re.compile(r"\s+(?=(?:TỈNH|THÀNH PHỐ)\s)")
JOINING = frozenset({"và", "của"})


@dataclass(frozen=True)
class Letterhead:
    """`parent_body` and `issuer` in lines, as printed; `name` as sentences have it; `locality` where it signs."""

    parent_body: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    locality: str = ""
    name: str = ""

    def symbol(self, kind: Kind) -> str:
        """What a paper's symbol begins as: “GM-VPĐĐBQH”, of a letter “VPĐĐBQH”. The office writes its own instead."""
        return "-".join(part for part in (ABBREVIATIONS[kind], initials(self.name)) if part)


def letterhead_of(office: int | None, day: date) -> Letterhead:
    """The name in force on that day; before the first, the first; empty where the office has none."""
    return letterheads({office: day})[office] if office else Letterhead()


def letterheads(days: Mapping[int, date]) -> dict[int, Letterhead]:
    """The same for several offices, each as of its own day. One query."""
    names: dict[int, list[OfficeName]] = defaultdict(list)
    for each in OfficeName.objects.filter(office__in=days).order_by("valid_from"):
        names[each.office_id].append(each)
    return {office: _as_of(names[office], day) for office, day in days.items()}


def _as_of(names: list[OfficeName], day: date) -> Letterhead:
    then = [each for each in names if each.valid_from <= day] or names[:1]
    if not then:
        return Letterhead()
    current = then[-1]
    return Letterhead(
        _caps(current.parent_body), _caps(current.name), current.locality or current.province, current.name
    )


def leading_letterhead(cluster: Cluster, year: int, day: date) -> Letterhead:
    """Of the office whose secretariat runs the cluster's year on that day."""
    return letterhead_of(leading_office(cluster, year, day), day)


def leading_office(cluster: Cluster, year: int, day: date) -> int | None:
    """Whose head signs the cluster's papers of the year on a day: the leading office, or who took the year over."""
    posts = Leadership.objects.posts_on(cluster, year, day)
    steward, leader = posts.get(LeadershipKind.STEWARD), posts.get(LeadershipKind.LEADER)
    if steward is not None and steward.begins_on is not None and steward.begins_on <= day:
        return steward.office_id
    return leader.office_id if leader else None


def _caps(name: str) -> tuple[str, ...]:
    """In capitals, the province on a line of its own, as letterheads have it."""
    return tuple(line for line in PROVINCE.split(name.upper()) if line)


def initials(name: str) -> str:
    """ "Văn phòng Đoàn ĐBQH tỉnh Cà Mau" → "VPĐĐBQH": without the province; what is abbreviated already stays."""
    bare = re.split(r"\s+(?:tỉnh|thành phố)\s", name, maxsplit=1)[0]
    words = [word for word in bare.split() if word.lower() not in JOINING]
    return "".join(word if word.isupper() else word[0].upper() for word in words)
