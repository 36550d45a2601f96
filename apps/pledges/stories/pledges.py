"""What happened to an office's pledge, read from the audit, said in an official's words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.history import Entry, Trail, story
from apps.pledges.models import PledgeContent, PledgeTarget, PledgeVersion

VERBS = {
    "pledges.start_pledge": _("Draft begun"),
    "pledges.take_over_pledge": _("Taken over from last year"),
    "pledges.save_draft:insert": _("Line added"),
    "pledges.save_draft:update": _("Draft changed"),
    "pledges.save_draft:delete": _("Line removed"),
    "pledges.sign_pledge": _("Signed"),
    "pledges.amend_pledge": _("Amendment begun"),
    "pledges.discard_draft": _("Draft discarded"),
    "pledges.keep_scan": _("Scan kept"),
}
# An action of a lower floor that calls ours; what the person did has its name.
BELOW = {"campaigns.take_over_year": _("Taken over from last year")}
HIDDEN = frozenset({"pledge", "revision", "signed_at", "signed_by"})
TARGET = ("indicator", "comparison", "value", "numerator", "denominator")


def story_of_pledge(versions: Iterable[int]) -> list[Entry]:
    """Of the versions (ids) that the reader may see: the words of a draft stay with those who see it."""
    wanted = list(versions)
    if not wanted:
        return []
    lines = Q(version__in=wanted)
    hidden = frozenset({"version", "position"})
    return story(
        Trail(PledgeVersion, Q(pgh_obj_id__in=wanted), name=("number",), told=("reason",), hidden=HIDDEN),
        Trail(PledgeContent, lines, name=("position",), told=("text",), hidden=hidden),
        Trail(PledgeTarget, lines, name=("position",), told=("text", *TARGET), hidden=hidden),
        verbs=VERBS | BELOW,
    )
