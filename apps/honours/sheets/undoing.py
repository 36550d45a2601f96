"""What a workbook of awards wrote, and what was built on it since, so that it can no longer be undone. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.honours.models import Award, AwardSheet, Decision, InitiativeUse

REVOKED = _("was revoked")
INITIATIVE = _("an initiative serves it")
CORRECTED = _("was corrected, or got a scan")
COMPARED = ("number", "symbol", "signed_on", "body", "signer", "signer_post", "scan_id")


@dataclass(frozen=True)
class Obstacle:
    """`title` names an award or a decision; `decision` is the number of its page."""

    title: str
    why: Promise
    decision: int


def wrote(awards: Iterable[Award], decisions: Iterable[Decision]) -> dict[str, Any]:
    """What is kept of it: ids of the awards, and of the decisions that were new, each as it was entered."""
    return {"awards": [award.pk for award in awards], "decisions": {str(each.pk): _said(each) for each in decisions}}


def _said(decision: Decision) -> list[str]:
    return [str(getattr(decision, name) or "") for name in COMPARED]


def awards_of(sheet: AwardSheet) -> list[Award]:
    """Those that are still there: whoever took one off its decision has undone it."""
    ids = sheet.wrote["awards"] if sheet.wrote else []
    return list(Award.objects.filter(pk__in=ids).select_related("person", "office", "decision").order_by("pk"))


def decisions_of(sheet: AwardSheet) -> list[Decision]:
    ids = sheet.wrote["decisions"] if sheet.wrote else {}
    return list(Decision.objects.filter(pk__in=[int(pk) for pk in ids]).order_by("pk"))


def obstacles(sheet: AwardSheet) -> list[Obstacle]:
    """Three queries."""
    awards = awards_of(sheet)
    uses = InitiativeUse.objects.filter(person__in=[each.person_id for each in awards if each.person_id])
    served = set(uses.values_list("person", "honour", "year"))
    found = []
    for award in awards:
        title = f"{award.person or award.unit_name} · {award.honour_name} · {award.year}"
        if award.revoked_from is not None:
            found.append(Obstacle(title, REVOKED, award.decision_id))
        if (award.person_id, award.honour_id, award.year) in served:
            found.append(Obstacle(title, INITIATIVE, award.decision_id))
    entered = sheet.wrote["decisions"] if sheet.wrote else {}
    for decision in decisions_of(sheet):
        if _said(decision) != entered[str(decision.pk)]:
            found.append(Obstacle(str(decision), CORRECTED, decision.pk))
    return found
