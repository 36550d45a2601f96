"""Registering: everybody in one action, exceptions by hand, sent by the head, received by the secretariat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.words import day
from apps.honours.enums import Subject
from apps.honours.models import Honour
from apps.offices.actions.clusters import refuse_closed_year
from apps.offices.models import Cluster, Employment, Office, Person
from apps.offices.roles import roles_of
from apps.pledges.enums import SheetState
from apps.pledges.models import Registration, RegistrationRound, RegistrationSheet, SheetVersion
from apps.pledges.registered import Aim, digest_of, from_json
from apps.pledges.rules import can_register_for, can_run_registrations, can_send_registrations
from apps.pledges.sheets import cut_off, expected, law_on, opens_later, standing

DAYS = {
    "registration_round_opens_before_due": (
        "opens_on", gettext_lazy("Registrations open before they are to be sent, or on that day."),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Wish:
    """What somebody aims for; `initiative` is planned for the highest of them that needs one."""

    honours: tuple[str, ...]
    initiative: str = ""


@action
def save_round(
    *, cluster: Cluster, year: int, cut_off_on: date, due_on: date | None, opens_on: date | None = None, by: User
) -> RegistrationRound:
    """The days of a year's registrations. Versions that were sent keep the day of theirs."""
    if not can_run_registrations(by, cluster, year):
        raise PermissionDenied
    if cut_off_on.year != year:
        message = _("Expected a day of %(year)s.") % {"year": year}
        raise ValidationError({"cut_off_on": message}, code="year")
    days = {"cut_off_on": cut_off_on, "due_on": due_on, "opens_on": opens_on}
    with explained(DAYS):
        found, _created = RegistrationRound.objects.update_or_create(cluster=cluster, year=year, defaults=days)
    return found


def _begun(cluster: Cluster, year: int, office: Office, by: User) -> RegistrationSheet:
    """The office's sheet of the year and its people, locked, so that nobody who registers is removed meanwhile; the
    sheet is made by the first write. Refused for an office that is not expected, and before the opening day."""
    if not can_register_for(by, cluster, year, office):
        raise PermissionDenied
    opens_on = opens_later(cluster, year, timezone.localdate())
    if opens_on is not None:
        raise ValidationError(_("Registrations open on %(day)s.") % {"day": day(opens_on)}, code="not_open")
    if office.pk not in {each.pk for each in expected(cluster, year, cut_off(cluster, year))}:
        message = _("%(office)s is not a member of the cluster on the cut-off day.") % {"office": office}
        raise ValidationError(message, code="no_member")
    if not RegistrationSheet.objects.filter(cluster=cluster, office=office, year=year).exists():
        refuse_closed_year(cluster, year)
    RegistrationSheet.objects.get_or_create(cluster=cluster, office=office, year=year)
    people = Person.objects.filter(pk__in=Employment.objects.filter(office=office).values("person")).order_by("pk")
    list(people.select_for_update(no_key=True).values_list("pk"))
    return RegistrationSheet.objects.select_for_update(of=("self",)).get(cluster=cluster, office=office, year=year)


def _honours(codes: Iterable[str], year: int, subject: Subject) -> list[Honour]:
    """Those that exist in the year, for this kind of subject. Names what does not."""
    wanted = list(dict.fromkeys(codes))
    found = {each.code: each for each in Honour.objects.named_on(law_on(year)).filter(code__in=wanted, subject=subject)}
    for code in wanted:
        if code not in found:
            message = _("“%(value)s” is no title or form of %(year)s for this subject.")
            raise ValidationError({"honours": message % {"value": code, "year": year}}, code="honour")
    return [found[code] for code in wanted]


@action
def register_all(*, cluster: Cluster, year: int, office: Office, honour: str, by: User) -> int:
    """Everybody counted on the cut-off day who has registered nothing yet registers for one title. Returns how many;
    repeating it adds nobody."""
    sheet = _begun(cluster, year, office, by)
    (given,) = _honours([honour], year, Subject.PERSON)
    now = standing(cluster, year, [office], cut_off(cluster, year))[office.pk]
    made = [Registration(sheet=sheet, person_id=line.person, honour=given) for line in now.waiting]
    Registration.objects.bulk_create(made)
    return len(made)


@action
def register_person(
    *, cluster: Cluster, year: int, office: Office, person: Person, wish: Wish, seen: str | None = None, by: User
) -> None:
    """Exactly what this person aims for; nothing takes it back. Only those counted on the cut-off day.

    `seen`: the digest of what was registered when the form was opened; refused where somebody wrote meanwhile.
    """
    sheet = _begun(cluster, year, office, by)
    on = cut_off(cluster, year)
    if not Employment.objects.filter(office=office, person=person).on(on).counted().exists():
        message = _("%(person)s is not counted in %(office)s on %(day)s.")
        raise ValidationError(message % {"person": person, "office": office, "day": day(on)}, code="not_counted")
    _unchanged(sheet, seen, person=person)
    _write(sheet, _honours(wish.honours, year, Subject.PERSON), wish.initiative, person=person)


@action
def register_collective(
    *, cluster: Cluster, year: int, office: Office, unit: str, wish: Wish, seen: str | None = None, by: User
) -> None:
    """The office itself (`unit` empty) or a division of it. `seen` as for a person."""
    sheet = _begun(cluster, year, office, by)
    _unchanged(sheet, seen, unit=unit)
    _write(sheet, _honours(wish.honours, year, Subject.COLLECTIVE), wish.initiative, unit=unit)


def _unchanged(sheet: RegistrationSheet, seen: str | None, *, person: Person | None = None, unit: str = "") -> None:
    """Refuses to write over what the form did not show."""
    rows = Registration.objects.filter(sheet=sheet, person=person, unit=unit).select_related("honour")
    if seen is not None and seen != digest_of(Aim(row.honour.code, "", row.initiative) for row in rows):
        message = _("Somebody else changed this registration meanwhile. Look at it again, then save.")
        raise ValidationError(message, code="changed")


def _write(
    sheet: RegistrationSheet, honours: list[Honour], initiative: str, *, person: Person | None = None, unit: str = ""
) -> None:
    """The rows of one subject become these: what stays is left alone, so that its history is one."""
    rows = {row.honour_id: row for row in Registration.objects.filter(sheet=sheet, person=person, unit=unit)}
    highest = max(honours, key=lambda each: (each.kind == "title", each.rank), default=None)
    for honour in honours:
        planned = initiative if highest is not None and honour.pk == highest.pk else ""
        row = rows.pop(honour.pk, None)
        if row is None:
            Registration.objects.create(sheet=sheet, person=person, unit=unit, honour=honour, initiative=planned)
        elif row.initiative != planned:
            row.initiative = planned
            row.save(update_fields=["initiative"])
    for row in rows.values():
        row.delete()


@action
def take_over(
    *,
    cluster: Cluster,
    year: int,
    office: Office,
    people: Mapping[int, Wish],
    seen: Mapping[int, str] | None = None,
    units: Mapping[str, Wish] | None = None,
    by: User,
) -> int:
    """What people and collectives registered the year before, or a workbook says, for those who have registered nothing
    yet; with `seen`, the digest of each person's registration as it was shown, also in its place. Whoever was changed
    meanwhile is left alone. Returns how many subjects were registered."""
    sheet = _begun(cluster, year, office, by)
    now = standing(cluster, year, [office], cut_off(cluster, year))[office.pk]
    nothing, taken = digest_of(()), 0
    for line in now.people:
        wish = people.get(line.person)
        if wish is None or not wish.honours or digest_of(line.aims) != (seen or {}).get(line.person, nothing):
            continue
        _write(sheet, _honours(wish.honours, year, Subject.PERSON), wish.initiative, person=Person(pk=line.person))
        taken += 1
    held = {each.unit for each in now.collectives}
    for unit, wish in (units or {}).items():
        if unit not in held and wish.honours:
            _write(sheet, _honours(wish.honours, year, Subject.COLLECTIVE), "", unit=unit)
            taken += 1
    return taken


@action
def send(*, cluster: Cluster, year: int, office: Office, seen: str | None = None, by: User) -> SheetVersion:
    """The head hands the registrations in; sending what was sent already changes nothing. Sending again after receipt
    waits for receipt again; every version stays, and other members read the one received last. `seen`: the digest of
    what the head looked at."""
    if not can_send_registrations(by, cluster, year, office):
        raise PermissionDenied
    sheet = _begun(cluster, year, office, by)
    now = standing(cluster, year, [office], cut_off(cluster, year))[office.pk]
    if not now.registered and not now.collectives:
        raise ValidationError(_("Nobody has registered yet: there is nothing to send."), code="empty")
    if seen is not None and seen != now.digest:
        raise ValidationError(_("The registrations were changed meanwhile. Look at them, then send."), code="changed")
    last = sheet.current
    if last is not None and from_json(last.content) == now and sheet.state != SheetState.TO_COMPLETE:
        return last
    version = SheetVersion.objects.create(
        sheet=sheet, number=(last.number if last else 0) + 1, sent_by=by,
        on_behalf=office.pk not in roles_of(by).offices, cut_off_on=now.cut_off_on, headcount=now.headcount,
        registered=now.registered, counts=now.counts, content=now.to_json(),
    )  # fmt: skip
    sheet.current, sheet.state, sheet.asked = version, SheetState.SENT, ""
    sheet.save()
    return version


def handed_in(sheet: RegistrationSheet, by: User) -> RegistrationSheet:
    """The sheet, locked, for the secretariat of its year."""
    if not can_run_registrations(by, sheet.cluster, sheet.year):
        raise PermissionDenied
    return RegistrationSheet.objects.select_for_update(of=("self",)).select_related("current").get(pk=sheet.pk)


@action
def ask_completion(*, sheet: RegistrationSheet, what: str, by: User) -> RegistrationSheet:
    """Back to the office, with what is to be completed."""
    sheet = handed_in(sheet, by)
    if sheet.state not in {SheetState.SENT, SheetState.RECEIVED}:
        raise ValidationError(_("Only what was sent can be completed."), code="state")
    if not what.strip():
        raise ValidationError({"what": _("Say what is to be completed.")}, code="required")
    sheet.state, sheet.asked = SheetState.TO_COMPLETE, what.strip()
    sheet.save()
    return sheet


@action
def receive(*, sheet: RegistrationSheet, number: int, by: User) -> RegistrationSheet:
    """Receives the version that was looked at; refused where another was sent since. Repeating changes nothing."""
    sheet = handed_in(sheet, by)
    if sheet.current is None or sheet.current.number != number:
        raise ValidationError(_("The office has sent another version meanwhile. Look at it first."), code="version")
    if sheet.state == SheetState.RECEIVED:
        return sheet
    if sheet.state != SheetState.SENT:
        raise ValidationError(_("The office is completing it."), code="state")
    sheet.state, sheet.received = SheetState.RECEIVED, sheet.current
    sheet.received_at, sheet.received_by = timezone.now(), by
    sheet.save()
    return sheet
