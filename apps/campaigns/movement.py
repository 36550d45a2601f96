"""The whole text of a movement as values: what is launched, kept as a version, compared and shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.campaigns.enums import CampaignKind, CampaignLevel
from apps.campaigns.models import Campaign
from apps.core.words import day, dong, number
from apps.offices.models import Office

TEXT = ("name", "theme", "kind", "level", "launched_by", "partner", "scope", "starts_on", "ends_on", "launched_on")
LABELS = {
    "name": gettext_lazy("Name of the movement"),
    "theme": gettext_lazy("Theme"),
    "kind": gettext_lazy("Kind of movement"),
    "level": gettext_lazy("Level"),
    "parent": gettext_lazy("Carries out"),
    "launched_by": gettext_lazy("Launching body"),
    "partner": gettext_lazy("Together with"),
    "scope": gettext_lazy("Scope and those who take part"),
    "days": gettext_lazy("Carried out"),
    "launched_on": gettext_lazy("Launched on"),
    "phases": gettext_lazy("Phases"),
    "criteria": gettext_lazy("Criteria"),
    "prizes": gettext_lazy("Prizes"),
    "offices": gettext_lazy("Launched to"),
}


@dataclass(frozen=True, kw_only=True)
class PhaseLine:
    name: str
    starts_on: date
    ends_on: date
    content: str = ""


@dataclass(frozen=True, kw_only=True)
class CriterionLine:
    text: str
    target: str = ""


@dataclass(frozen=True, kw_only=True)
class PrizeLine:
    name: str
    quantity: int | None = None
    amount: int | None = None


Line = PhaseLine | CriterionLine | PrizeLine


def phases_of(campaign: Campaign) -> list[PhaseLine]:
    rows = campaign.phases.order_by("starts_on", "pk")
    return [PhaseLine(name=r.name, starts_on=r.starts_on, ends_on=r.ends_on, content=r.content) for r in rows]


def criteria_of(campaign: Campaign) -> list[CriterionLine]:
    return [CriterionLine(text=r.text, target=r.target) for r in campaign.criteria.order_by("position", "pk")]


def prizes_of(campaign: Campaign) -> list[PrizeLine]:
    rows = campaign.prizes.order_by("position", "pk")
    return [PrizeLine(name=r.name, quantity=r.quantity, amount=r.amount) for r in rows]


def offices_of(campaign: Campaign) -> list[Office]:
    """Those that it is launched to, in the cluster's own order, under their names of its day."""
    when = campaign.launched_on or campaign.starts_on or date(campaign.year, 1, 1)
    rows = Office.objects.filter(pk__in=campaign.addressed.values("office")).named_on(when)
    places = dict(campaign.cluster.memberships.order_by("-position").values_list("office_id", "position"))
    return sorted(rows, key=lambda office: (places.get(office.pk, 0), office.pk))


def content_of(campaign: Campaign) -> dict[str, Any]:
    """Plain JSON. Six queries."""
    said: dict[str, Any] = {name: _plain(getattr(campaign, name)) for name in TEXT}
    said["parent"] = campaign.parent.name if campaign.parent else ""
    said["phases"] = [written(each) for each in phases_of(campaign)]
    said["criteria"] = [written(each) for each in criteria_of(campaign)]
    said["prizes"] = [written(each) for each in prizes_of(campaign)]
    said["offices"] = [getattr(office, "name_then", office.name) for office in offices_of(campaign)]
    return said


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def written(line: Line) -> dict[str, Any]:
    return {name: _plain(value) for name, value in vars(line).items()}


def seen(content: Mapping[str, Any]) -> str:
    """What a writer has read; given back when saving, it shows whether somebody else has saved meanwhile."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


# In words -------------------------------------------------------------------------------------------------------------
def _day(written: str | None) -> str:
    return day(date.fromisoformat(written)) if written else ""


def phase_words(line: Mapping[str, Any]) -> str:
    said = f"{line['name']} ({_day(line['starts_on'])} – {_day(line['ends_on'])})"
    return f"{said}: {line['content']}" if line["content"] else said


def criterion_words(line: Mapping[str, Any]) -> str:
    if not line["target"]:
        return str(line["text"])
    return _("%(text)s (target: %(target)s)") % {"text": line["text"], "target": line["target"]}


def prize_words(line: Mapping[str, Any]) -> str:
    parts = [number(line["quantity"])] if line["quantity"] else []
    parts += [dong(line["amount"])] if line["amount"] is not None else []
    return f"{line['name']} ({' × '.join(parts)})" if parts else str(line["name"])


def said(content: Mapping[str, Any]) -> dict[str, list[str]]:
    """Field by field as a reader sees it, each in lines; the keys are those of LABELS."""
    days = [_day(content["starts_on"]), _day(content["ends_on"])]
    return {
        "name": _lines(content["name"]),
        "theme": _lines(content["theme"]),
        "kind": [capfirst(str(CampaignKind(content["kind"]).label))],
        "level": [capfirst(str(CampaignLevel(content["level"]).label))],
        "parent": _lines(content["parent"]),
        "launched_by": _lines(content["launched_by"]),
        "partner": _lines(content["partner"]),
        "scope": _lines(content["scope"]),
        "days": [" – ".join(days)] if all(days) else [],
        "launched_on": _lines(_day(content["launched_on"])),
        "phases": [phase_words(line) for line in content["phases"]],
        "criteria": [criterion_words(line) for line in content["criteria"]],
        "prizes": [prize_words(line) for line in content["prizes"]],
        "offices": list(content["offices"]),
    }


def _lines(text: str | None) -> list[str]:
    return [line for line in (text or "").splitlines() if line.strip()]


@dataclass(frozen=True)
class Difference:
    """A field that an amendment changed: its lines before and after, without those that stayed."""

    label: str
    before: list[str]
    after: list[str]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    was, now = said(before), said(after)
    return [
        Difference(
            str(LABELS[name]),
            [line for line in was[name] if line not in now[name]],
            [line for line in now[name] if line not in was[name]],
        )
        for name in LABELS
        if was[name] != now[name]
    ]


def lacking(content: Mapping[str, Any]) -> list[str]:
    """What a draft needs before it can be launched, as the form calls it."""
    needed = {name: bool(content[name]) for name in ("theme", "launched_by")}
    needed["days"] = bool(content["starts_on"] and content["ends_on"])
    needed["offices"] = bool(content["offices"])
    return [str(LABELS[name]) for name, given in needed.items() if not given]


def overlapping(phases: Iterable[PhaseLine]) -> tuple[PhaseLine, PhaseLine] | None:
    """The first two phases that share a day."""
    ordered = sorted(phases, key=lambda each: each.starts_on)
    return next(((one, two) for one, two in pairwise(ordered) if two.starts_on <= one.ends_on), None)
