"""The story of a record in an official's words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from apps.activities.models import Record
from apps.core.history import Entry, entries

VERBS = {
    "activities.create_record": _("Entered"),
    "activities.update_record": _("Changed"),
    "activities.delete_record": _("Deleted"),
    "activities.restore_record": _("Restored"),
    "campaigns.save_conference": _("Counted anew, because the period changed"),
    "campaigns.save_period": _("Counted anew, because the period changed"),
    "activities.apply_import": _("Imported from a workbook"),
}


def story_of(record: Record, limit: int = 50) -> list[Entry]:
    return entries(record, record.detail, limit=limit, verbs=VERBS)
