"""What the deciding body answered, as pages and papers read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count

from apps.pledges.models import RegistrationAnswer, RegistrationRefusal, SheetVersion
from apps.pledges.registered import Single, from_json


@dataclass(frozen=True)
class Refused:
    """A registration that was not approved, in the words of what was sent, and why."""

    single: Single
    because: str


@dataclass(frozen=True)
class Answered:
    row: RegistrationAnswer
    refused: tuple[Refused, ...]

    @property
    def reasons(self) -> dict[Single, str]:
        return {each.single: each.because for each in self.refused}


def answers_to(version: SheetVersion | None) -> list[Answered]:
    """All answers to a version, the one that holds first. Two queries."""
    if version is None:
        return []
    rows = RegistrationAnswer.objects.filter(version=version).select_related("file", "noted_by").order_by("-number")
    sent = {single: single for single in from_json(version.content).singles}
    refused: dict[int, list[Refused]] = defaultdict(list)
    for each in RegistrationRefusal.objects.filter(answer__version=version).select_related("honour"):
        single = sent[Single(each.person_id, each.unit, each.honour.code)]  # a trigger holds that it was sent
        refused[each.answer_id].append(Refused(single, each.reason))
    return [Answered(row, tuple(refused[row.pk])) for row in rows]


def last_answers(versions: Collection[int]) -> dict[int, RegistrationAnswer]:
    """By version, the answer that holds, with how many it does not approve (`refused`). One query."""
    rows = RegistrationAnswer.objects.filter(version__in=versions).annotate(refused=Count("refusals"))
    return {row.version_id: row for row in rows.order_by("version_id", "number")}
