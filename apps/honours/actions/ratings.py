"""Yearly ratings, many at once; disciplines; from which year on the register is complete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core import words
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.locks import hold
from apps.core.text import nfc
from apps.honours.actions.subjects import Enterable
from apps.honours.enums import DisciplineKind, RatingLevel
from apps.honours.models import Discipline, KnownSince, Rating
from apps.honours.models.decisions import FIRST_YEAR
from apps.offices.models import Cluster, Office, Person

DISCIPLINE_MESSAGES = {
    "discipline_days_in_order": ("valid_to", gettext_lazy("The last day comes before the first day.")),
    "discipline_decided": ("decision", gettext_lazy("Name the decision: number, day and body.")),
    "discipline_once": ("valid_from", gettext_lazy("This discipline is recorded already.")),
}


def _refuse_year(year: int) -> None:
    if not FIRST_YEAR <= year <= timezone.localdate().year:
        message = _("%(year)s cannot be rated: expected a year up to this one.") % {"year": year}
        raise ValidationError({"year": message}, code="year")


def _refuse_unless_entering(by: User, cluster: Cluster, office: Office, person: Person | None) -> None:
    may = Enterable.of(by, cluster, [person.pk] if person else [])
    if office.pk not in may.offices or not may.allows(person, office):
        raise PermissionDenied


@action
def rate(*, cluster: Cluster, office: Office, year: int, levels: Mapping[Person | None, str], by: User) -> int:
    """Of an office's year: `levels` by person, under None the office's own; "" takes a rating away. How many changed.

    What is not named stays. A person is rated once in a year: whom another office rated, it names.
    """
    may = Enterable.of(by, cluster, [person.pk for person in levels if person])
    if office.pk not in may.offices or any(person and person.pk not in may.people for person in levels):
        raise PermissionDenied
    _refuse_year(year)
    if unknown := {level for level in levels.values() if level and level not in RatingLevel.values}:
        raise ValidationError(_("“%(level)s” is no rating.") % {"level": sorted(unknown)[0]}, code="unknown")
    hold(f"ratings:{year}")
    people = [person.pk for person in levels if person]
    rows = list(Rating.objects.filter(year=year, person__in=people))
    rows += list(Rating.objects.filter(year=year, person=None, office=office))
    known = {row.person_id: row for row in rows}
    elsewhere = [person for person in levels if person and _rated_elsewhere(known.get(person.pk), office)]
    if elsewhere:
        names = ", ".join(str(person) for person in elsewhere)
        raise ValidationError(_("Rated by another office in %(year)s: %(names)s.") % {"year": year, "names": names})
    return sum(_write(known.get(person.pk if person else None), office, year, person, level, by)
               for person, level in levels.items())  # fmt: skip


def _rated_elsewhere(row: Rating | None, office: Office) -> bool:
    return row is not None and row.office_id != office.pk


def _write(row: Rating | None, office: Office, year: int, person: Person | None, level: str, by: User) -> bool:
    if (row.level if row else "") == level:
        return False
    if row is None:
        Rating.objects.create(office=office, year=year, person=person, level=level, edited_by=by)
    elif not level:
        row.delete()
    else:
        row.level, row.edited_by, row.edited_at = level, by, timezone.now()
        row.save(update_fields=["level", "edited_by", "edited_at"])
    return True


@action
def discipline(
    *, cluster: Cluster, office: Office, person: Person | None, kind: str, decision: str, valid_from: date,
    valid_to: date | None = None, by: User,
) -> Discipline:  # fmt: skip
    """A person, or the office itself (`person` None), from a day until a day, or until it is lifted."""
    _refuse_unless_entering(by, cluster, office, person)
    if kind not in DisciplineKind.values:
        raise ValidationError({"kind": _("Choose the kind of discipline.")}, code="unknown")
    with explained(DISCIPLINE_MESSAGES):
        return Discipline.objects.create(
            office=office, person=person, kind=kind, decision=nfc(decision), valid_from=valid_from, valid_to=valid_to,
            entered_by=by,
        )  # fmt: skip


@action
def lift(*, discipline: Discipline, cluster: Cluster, on: date, because: str, by: User) -> Discipline:
    """`on` is its last day; an end that was set already moves no further than it was."""
    _refuse_unless_entering(by, cluster, discipline.office, discipline.person)
    stored = Discipline.objects.select_for_update(of=("self",)).get(pk=discipline.pk)
    if stored.valid_to is not None and on > stored.valid_to:
        message = _("It ends on %(day)s anyway.") % {"day": words.day(stored.valid_to)}
        raise ValidationError({"on": message}, code="too_late")
    if not nfc(because):
        raise ValidationError({"because": _("Write down why it is lifted.")}, code="required")
    if on < stored.valid_from:
        message = _("It began on %(day)s; it cannot end before that.") % {"day": words.day(stored.valid_from)}
        raise ValidationError({"on": message}, code="too_early")
    stored.valid_to, stored.lifted_because = on, nfc(because)
    stored.save(update_fields=["valid_to", "lifted_because"])
    return stored


@action
def remove_discipline(*, discipline: Discipline, cluster: Cluster, by: User) -> None:
    """One entered by mistake; the audit keeps it."""
    _refuse_unless_entering(by, cluster, discipline.office, discipline.person)
    Discipline.objects.filter(pk=discipline.pk).delete()


@action
def state_known_since(
    *, cluster: Cluster, office: Office | None = None, person: Person | None = None, year: int | None, by: User
) -> KnownSince | None:
    """From this year on all that was awarded is in the register: of one person, or of an office's people while they
    belonged to it. None takes the statement back."""
    may = Enterable.of(by, cluster, [person.pk] if person else [])
    if (person is None) == (office is None) or not may.allows(person, office):
        raise PermissionDenied
    if year is not None:
        _refuse_year(year)
    hold(f"known:{office.pk if office else ''}:{person.pk if person else ''}")
    row = KnownSince.objects.filter(office=office, person=person).first()
    if year is None:
        if row:
            row.delete()
        return None
    if row is None:
        return KnownSince.objects.create(office=office, person=person, year=year, edited_by=by)
    if row.year != year:
        row.year, row.edited_by, row.edited_at = year, by, timezone.now()
        row.save(update_fields=["year", "edited_by", "edited_at"])
    return row
