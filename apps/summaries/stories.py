"""What happened to a paper: built, published, typed, reworded. Read from the audit, said in an official's words."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.history import Entry, Trail, story
from apps.summaries.models import Prose, Summary, Wording

VERBS = {
    "summaries.request_build": _("Build asked for"),
    "summaries.finish": _("Built"),
    "summaries.publish": _("Published"),
    "summaries.write_prose": _("Typed"),
    "summaries.reword": _("Reworded"),
    "summaries.restore_wording": _("Generated wording restored"),
}
FILES = frozenset({"word", "pdf", "annex", "period", "published_by"})


def story_of_paper(summary: Summary) -> list[Entry]:
    """The paper, what was typed for its period, and its reworded paragraphs; sentences as they were, with tokens."""
    return story(
        Trail(Summary, Q(pgh_obj_id=summary.pk), name=("paper",), hidden=FILES),
        Trail(Prose, Q(period=summary.period_id), name=("section",), told=("text",)),
        Trail(Wording, Q(summary=summary.pk), told=("text",), hidden=frozenset({"paragraph"})),
        verbs=VERBS,
    )
