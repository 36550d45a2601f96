"""What was entered among the people by mistake: taken out of the lists for a reason, and put back."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc
from apps.offices.actions.staff import EMPLOYMENT_MESSAGES, refuse_unless_keeping
from apps.offices.holding import Removing, holds
from apps.offices.models import Cluster, Employment, Person, Removal
from apps.offices.rules import can_keep_people


def removing(person: Person, cluster: Cluster, entry: Employment | None = None) -> Removing:
    """What would go and stay: one entry, or all of the person's. One query."""
    rows = tuple(Employment.objects.filter(person=person).select_related("office").order_by("valid_from"))
    going = rows if entry is None else tuple(row for row in rows if row.pk == entry.pk)
    return Removing(person, cluster, going, tuple(row for row in rows if row not in going))


@action
def remove_person(*, person: Person, cluster: Cluster, reason: str, by: User) -> Removal:
    """All entries of somebody who should not be in the lists. Refused while something rests on the person."""
    return _remove(removing(_locked(person), cluster), reason, by)


@action
def remove_employment(*, employment: Employment, cluster: Cluster, reason: str, by: User) -> Removal:
    """One entry; the person's only one is the person. What rests on the person's time there refuses it."""
    return _remove(removing(_locked(employment.person), cluster, employment), reason, by)


def _locked(person: Person) -> Person:
    return Person.objects.select_for_update().get(pk=person.pk)


def _remove(what: Removing, reason: str, by: User) -> Removal:
    if not what.going:
        raise ValidationError(_("This entry has been removed already."), code="gone")
    _refuse_elsewhere(what, by)
    why = nfc(reason).strip()
    if not why:
        raise ValidationError({"reason": _("Say why this entry is a mistake.")}, code="reason")
    if found := holds(what):
        message = _("%(name)s stays, because this rests on the entry: %(holds)s.")
        said = "; ".join(hold.title for hold in found)
        raise ValidationError(message % {"name": what.person, "holds": said}, code="held")
    made = Removal(person=what.person, reason=why, removed_by=by)
    made.clean_fields(exclude=["undone_at", "undone_by"])
    made.save(force_insert=True)
    for row in what.going:
        row.removal = made
        row.save(update_fields=["removal"])
    return made


def _refuse_elsewhere(what: Removing, by: User) -> None:
    """Each office's list is its own: whoever keeps one of them takes nothing out of another's."""
    kept = [row for row in what.going if can_keep_people(by, what.cluster, row.office)]
    if not kept:
        raise PermissionDenied
    others = dict.fromkeys(str(row.office) for row in what.going if row not in kept)
    if others:
        message = _("The person belongs to other offices too: %(offices)s. Ask the cluster's secretariat.")
        raise ValidationError(message % {"offices": ", ".join(others)}, code="elsewhere")
    for office in {row.office for row in what.going}:
        refuse_unless_keeping(by, what.cluster, office)


@action
def undo_removal(*, removal: Removal, cluster: Cluster, by: User) -> Removal:
    """Its entries stand in the lists again as they were. Again changes nothing."""
    _locked(removal.person)
    row = Removal.objects.get(pk=removal.pk)
    entries = list(Employment.entered.filter(removal=row).select_related("office"))
    if row.undone_at is not None:
        return row
    for entry in entries:
        refuse_unless_keeping(by, cluster, entry.office)
    with explained(EMPLOYMENT_MESSAGES):
        for entry in entries:
            entry.removal = None
            entry.save(update_fields=["removal"])
    row.undone_at, row.undone_by = timezone.now(), by
    row.save(update_fields=["undone_at", "undone_by"])
    return row
