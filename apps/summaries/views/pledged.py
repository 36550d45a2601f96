"""A figure of the pledges in a paper: the targets that it counts, with the way to their progress and their records."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from apps.campaigns.scope import Scope
from apps.pledges.enums import Standing
from apps.pledges.moments import moment_of
from apps.pledges.rules import can_read_pledges
from apps.pledges.standings import STANDINGS, standing_words
from apps.summaries.content.facts import PledgeFacts, TargetFact
from apps.summaries.content.pledges import SIGNED, counted_in
from apps.summaries.content.tokens import written
from apps.summaries.models import Summary


def pledge_panel(scope: Scope, summary: Summary, code: str) -> tuple[str, dict[str, Any]]:
    """As the paper has them, of offices whose figures the reader may see one by one; how many others it counts."""
    facts = PledgeFacts.read(summary.content["pledges"])
    names = {member["code"]: member["short_name"] for member in summary.content["members"]}
    seen = {office.code for office in scope.members if office.pk in scope.readable_offices}
    opens = can_read_pledges(scope.user, scope.cluster)
    moment = moment_of(scope.period, scope.periods, timezone.localdate())
    at, of = moment.code, moment.period.code if moment.period else ""
    counted = counted_in(code, facts)
    offices = [
        {
            "name": names.get(office, office),
            "url": _progress(scope, office, at) if opens and office in facts.signed else "",
            "rows": [_row(scope, facts, each, of) for each in counted if each.office == office],
            "signed": office in facts.signed,
        }
        for office in _offices(facts, counted, code)
        if office in seen
    ]
    hidden = sum(each.office not in seen for each in counted)
    list_url = reverse("pledges:pledges", args=[scope.cluster.code, scope.year]) + f"?at={at}" if opens else ""
    return "summaries/_pledged.html", {"offices": offices, "hidden": hidden, "list_url": list_url}


def _offices(facts: PledgeFacts, counted: list[TargetFact], code: str) -> list[str]:
    return [*facts.signed, *facts.unsigned] if code == SIGNED else list(dict.fromkeys(each.office for each in counted))


def _progress(scope: Scope, office: str, at: str) -> str:
    return reverse("pledges:pledge_progress", args=[scope.cluster.code, scope.year, office]) + f"?at={at}"


def _records(scope: Scope, of: str, target: TargetFact) -> str:
    address = reverse("indicators:figure", args=[scope.cluster.code, of, target.indicator])
    return f"{address}?office={target.office}"


def _row(scope: Scope, facts: PledgeFacts, target: TargetFact, of: str) -> dict[str, str]:
    """The figure counts the year's days until the period's end, so it opens in the period (`of`) that its progress
    opens it in."""
    standing = Standing(target.standing) if target.standing else None
    return {
        "text": target.text, "level": target.level,
        "figure": written(target.figure) if target.figure else "",
        "url": _records(scope, of, target) if target.indicator and of else "",
        "standing": standing_words(standing, over=facts.is_over) if standing else "",
        "colour": STANDINGS[standing] if standing else "",
    }  # fmt: skip
