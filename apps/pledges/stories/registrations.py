"""What happened to an office's registrations of a year."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.history import Entry, Trail, story
from apps.pledges.models import Registration, RegistrationAnswer, RegistrationRefusal, RegistrationSheet

VERBS = {
    "pledges.register_all": _("Registered, all at once"),
    "pledges.register_person:insert": _("Registered"),
    "pledges.register_person:update": _("Registration changed"),
    "pledges.register_person:delete": _("Registration taken back"),
    "pledges.register_collective:insert": _("Registered"),
    "pledges.register_collective:delete": _("Registration taken back"),
    "pledges.take_over": _("Registered from a list"),
    "pledges.save_round": _("Days of the registrations set"),
    "pledges.send": _("Sent"),
    "pledges.receive": _("Received"),
    "pledges.ask_completion": _("Completion asked for"),
    "pledges.approve": _("Approval noted"),
    "pledges.note_answer": _("Answer of the deciding body noted"),
}
HIDDEN = frozenset({"current", "received", "received_at", "received_by", "sheet", "version", "answer"})


def story_of_sheet(sheet: RegistrationSheet) -> list[Entry]:
    if sheet.pk is None:
        return []
    return story(
        Trail(RegistrationSheet, Q(pgh_obj_id=sheet.pk), hidden=HIDDEN),
        Trail(Registration, Q(sheet=sheet.pk), name=("person", "unit", "honour"), hidden=HIDDEN),
        Trail(
            RegistrationAnswer, Q(version__sheet=sheet.pk), told=("decision", "body", "answered_on", "reason"),
            hidden=HIDDEN,
        ),
        Trail(
            RegistrationRefusal, Q(answer__version__sheet=sheet.pk), name=("person", "unit", "honour"),
            told=("reason",), hidden=HIDDEN,
        ),
        verbs=VERBS,
    )  # fmt: skip
