"""The columns, the same in what goes out and what comes in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.honours.models import Award
from apps.honours.naming import Names, named_day

HEADINGS: Mapping[str, str | Promise] = {
    "person": _("full name"),
    "office": _("office"),
    "unit": _("division or unit"),
    "honour": _("title or form"),
    "honour_name": _("name on the decision"),
    "year": _("year of the achievement"),
    "year_from": _("from year"),
    "occasion": _("kind of commendation"),
    "number": _("number"),
    "symbol": _("symbol"),
    "signed_on": _("signed on"),
    "body": _("deciding body"),
    "signer": _("signer"),
    "signer_post": _("signer's post"),
}
REQUIRED = frozenset({"office", "honour", "year", "number", "signed_on", "body"})


def row_of(award: Award, names: Names) -> list[Any]:
    """One award (`for_list`) as a row; reading it again gives the same award."""
    decision = award.decision
    usual = names.honour(award.honour, named_day(award.year, decision.signed_on)) or award.honour.code
    return [
        str(award.person) if award.person else "",
        award.office.short_name if award.office else "",
        award.collective if award.person is None else "" if award.office else award.unit_name,
        usual,
        award.honour_name if award.honour_name != usual else "",
        award.year,
        award.year_from,
        award.get_occasion_display() if award.occasion else "",
        decision.number, decision.symbol, decision.signed_on, decision.body, decision.signer, decision.signer_post,
    ]  # fmt: skip
