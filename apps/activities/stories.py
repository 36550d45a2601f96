"""The story of a record in an official's words."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.activities.enums import Kind
from apps.activities.evidenced import Line
from apps.activities.models import (
    DefinedField,
    DefinedKind,
    DirectFigure,
    Evidence,
    Import,
    LegalLimit,
    Recommendation,
    Record,
)
from apps.campaigns.models import Period
from apps.core.history import Entry, Trail, entries, story
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office

VERBS = {
    "activities.create_record": _("Entered"),
    "activities.update_record": _("Changed"),
    "activities.delete_record": _("Deleted"),
    "activities.restore_record": _("Restored"),
    "campaigns.save_conference": _("Counted anew, because the period changed"),
    "campaigns.save_period": _("Counted anew, because the period changed"),
    "activities.apply": _("Imported from a workbook"),
    "activities.preview": _("Previewed"),
    "activities.undo_import": _("Import undone"),
    "activities._keep": _("Previewed"),
    "activities.read_again": _("Read again"),
    "activities.finish_reading": _("Read in the background"),
    "activities.finish_applying": _("Imported in the background"),
    "activities.fail": _("Failed"),
    "activities.resume_imports": _("Taken up again"),
    "activities.save_mapping": _("Column mapping saved"),
    "activities.rename_mapping": _("Column mapping renamed"),
    "activities.forget_mapping": _("Column mapping deleted"),
    "activities.discard": _("Preview discarded"),
    "activities.save_cells:insert": _("Stated"),
    "activities.save_cells:delete": _("Withdrawn"),
    "activities.state_figures:insert": _("Stated"),
    "activities.state_figures:delete": _("Withdrawn"),
    "activities.state_figure:insert": _("Stated"),
    "activities.withdraw_figure": _("Withdrawn"),
    "activities.save_own_indicator:insert": _("Defined"),
    "activities.save_own_indicator:update": _("Definition changed"),
    "activities.end_own_indicator": _("Ended"),
    "activities.continue_own_indicator": _("Continued"),
    "activities.delete_own_indicator": _("Definition deleted"),
    "activities.add_recommendation": _("Entered"),
    "activities.change_recommendation": _("Changed"),
    "activities.delete_recommendation": _("Deleted"),
    "activities.restore_recommendation": _("Restored"),
    "activities.add_limit": _("Entered"),
    "activities.end_limit": _("Last day in force entered"),
    "activities.attach_file": _("Evidence attached"),
    "activities.link_evidence": _("Evidence linked"),
    "activities.rename_evidence": _("Evidence renamed"),
    "activities.remove_evidence": _("Evidence removed"),
    "activities.restore_evidence": _("Evidence brought back"),
    "activities.save_kind:insert": _("Defined"),
    "activities.save_kind:update": _("Definition changed"),
    "activities.save_kind:delete": _("Definition deleted"),
    "activities.end_kind": _("Ended"),
    "activities.continue_kind": _("Continued"),
    "activities.delete_kind": _("Definition deleted"),
}


# Their own entry says what was done; that the supervision's counts followed need not be said beside it.
RECOMMENDING = frozenset(verb for verb in VERBS if verb.endswith("_recommendation"))


def story_of(record: Record, limit: int = 50) -> list[Entry]:
    """The record, its detail row, the recommendations of a supervision, and the evidence on it."""
    found = entries(record, record.detail, limit=limit, verbs=VERBS)
    found += story(Trail(Evidence, Q(record=record.pk), name=("name",)), limit=limit, verbs=VERBS)
    if record.kind == Kind.SUPERVISION:
        told = ("addressee", "text", "sent_on", "due_on", "answered_on", "answer_number")
        trail = Trail(
            Recommendation, Q(record=record.pk), name=("addressee",), told=told, hidden=frozenset({"position"})
        )
        asked = story(trail, limit=limit, verbs=VERBS)
        found = [*asked, *(entry for entry in found if entry.action not in RECOMMENDING)]
    return sorted(found, key=lambda entry: entry.at, reverse=True)[:limit]


def story_of_limits() -> list[Entry]:
    """What administrators did; the rows that came with the program are left out."""
    told = ("amount", "working_days", "clause", "valid_from", "valid_to")
    entered = story(Trail(LegalLimit, Q(), name=("clause",), told=told), verbs=VERBS)
    return [entry for entry in entered if entry.action]


def story_of_evidence(line: Line) -> list[Entry]:
    return story(Trail(Evidence, line.within, name=("name",)), verbs=VERBS)


def story_of_statements(cluster: Cluster, office: Office | None, period: Period) -> list[Entry]:
    """What an owner stated for exactly this period; None is the cluster's own line."""
    owner = Q(office=office.pk) if office else Q(cluster=cluster.pk)
    here = owner & Q(starts_on=period.starts_on, ends_on=period.ends_on)
    return story(
        Trail(DirectFigure, here, name=("indicator",), told=("value", "status", "note")),
        verbs=VERBS,
    )


def story_of_definitions(cluster: Cluster) -> list[Entry]:
    """What the cluster's secretariats defined, changed, ended and continued, in all years."""
    told = ("unit", "definition", "parent", "first_year", "last_year")
    return story(
        Trail(Indicator, Q(cluster=cluster.pk, aggregation=Aggregation.DIRECT), name=("name",), told=told),
        Trail(
            DefinedKind, Q(cluster=cluster.pk), name=("name",), told=("unit", "definition", "first_year", "last_year")
        ),
        Trail(
            DefinedField,
            Q(kind__in=DefinedKind.objects.filter(cluster=cluster).values("pk")),
            name=("label",),
            told=("kind", "type", "required", "unit", "summed"),
            hidden=frozenset({"position"}),
        ),
        verbs=VERBS,
    )


def story_of_import(found: Import) -> list[Entry]:
    """`options` name columns and words for the program; the verbs say what was done with them."""
    hidden = frozenset({"outcome", "applied_at", "options"})
    return story(Trail(Import, Q(pgh_obj_id=found.pk), hidden=hidden), verbs=VERBS)
