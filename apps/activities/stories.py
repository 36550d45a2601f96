"""The story of a record in an official's words."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.activities.models import DirectFigure, Import, Record
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
}


def story_of(record: Record, limit: int = 50) -> list[Entry]:
    return entries(record, record.detail, limit=limit, verbs=VERBS)


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
        verbs=VERBS,
    )


def story_of_import(found: Import) -> list[Entry]:
    return story(Trail(Import, Q(pgh_obj_id=found.pk), hidden=frozenset({"outcome", "applied_at"})), verbs=VERBS)
