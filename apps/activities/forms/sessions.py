"""What is tied to a session of the National Assembly: before it, after it, or neither."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from apps.activities.enums import MeetingPhase
from apps.activities.forms.records import RecordForm
from apps.activities.models import Record
from apps.campaigns.models import AssemblySession


class SessionForm(RecordForm):
    """A form with `session` and `phase`: a phase needs its session, and a session its phase."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        session: Any = self.fields["session"]
        session.queryset = AssemblySession.objects.select_related("term")

    def values_of(self, record: Record) -> dict[str, Any]:
        detail: Any = record.detail
        return {**super().values_of(record), "session": detail.session_id}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        phase = cleaned.get("phase")
        if phase in {MeetingPhase.BEFORE, MeetingPhase.AFTER} and cleaned.get("session", "") is None:
            label = MeetingPhase(phase).label
            self.refuse("session", _("“%(phase)s” is chosen: choose the session as well."), phase=label)
        elif phase == MeetingPhase.OTHER and cleaned.get("session") is not None:
            message = _("“%(phase)s” is chosen above: choose before or after the session there, or leave this empty.")
            self.refuse("session", message, phase=MeetingPhase.OTHER.label)
        return cleaned
