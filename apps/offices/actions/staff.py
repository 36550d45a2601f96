"""The people who belong to the offices: entered, moved, ended; counted or not from a day on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import fold
from apps.core.words import day
from apps.offices.models import Cluster, Employment, Lineage, Membership, Office, Person
from apps.offices.rules import can_keep_people

DAY = timedelta(days=1)
PERSON_FIELDS = ("full_name", "birth_year", "gender")
EMPLOYMENT_FIELDS = ("kind", "position", "unit", "valid_from", "valid_to", "is_counted", "not_counted_because")

PERSON_MESSAGES = {
    "person_named": ("full_name", gettext_lazy("Not filled in. Expected family, middle and given name.")),
    "person_gender_known": ("gender", gettext_lazy("Expected woman or man, or nothing.")),
    "person_birth_year_plausible": ("birth_year", gettext_lazy("Expected a year from 1900 to 2100, for example 1985.")),
}
EMPLOYMENT_MESSAGES = {
    "employment_one_office_at_a_time": (
        "valid_from",
        gettext_lazy("The person belongs to an office on these days already. End that first, or choose other days."),
    ),
    "employment_days_in_order": ("valid_to", gettext_lazy("The last day comes before the first day.")),
    "employment_kind_known": ("kind", gettext_lazy("Expected one of the kinds of employment in the list.")),
    "employment_not_counted_because": (
        "not_counted_because",
        gettext_lazy(
            "Whoever is not counted is so for a reason, and only they. Write why, for example maternity leave."
        ),
    ),
}


def refuse_unless_keeping(by: User, cluster: Cluster, office: Office) -> None:
    if not can_keep_people(by, cluster, office):
        raise PermissionDenied
    if not Membership.objects.filter(cluster=cluster, office=office).exists():
        raise PermissionDenied


def _refuse_after_its_end(office: Office, valid_from: date) -> None:
    """Nobody comes to an office that has become another one."""
    gone = Lineage.objects.direct().filter(predecessor=office, on__lte=valid_from).select_related("successor").first()
    if gone is not None:
        message = _("%(office)s went into %(successor)s on %(day)s. Enter the person there, or an earlier day.")
        params = {"office": office, "successor": gone.successor, "day": day(gone.on)}
        raise ValidationError({"valid_from": message % params}, code="merged")


def _lock(person: Person) -> Person:
    return Person.objects.select_for_update().get(pk=person.pk)


def same_people(office: Office, full_name: str, birth_year: int | None) -> list[Person]:
    """People who belong or belonged to the office, of this name (accents apart) and year of birth."""
    there = Employment.objects.filter(office=office).named(full_name).values("person")
    found = Person.objects.filter(pk__in=there, birth_year=birth_year).order_by("pk")
    return [each for each in found if fold(each.full_name) == fold(full_name)]


def _check(row: Employment | Person, fields: tuple[str, ...]) -> None:
    """Lengths and choices of what is written; what holds between fields and rows the database says."""
    row.clean_fields(exclude=[each.name for each in row._meta.fields if each.name not in fields])


@action
def add_person(
    *, cluster: Cluster, office: Office, person: Mapping[str, Any], employment: Mapping[str, Any], by: User
) -> Employment:
    """Somebody new, with their first employment. Of two people of one name in an office the year of birth tells."""
    refuse_unless_keeping(by, cluster, office)
    _refuse_after_its_end(office, employment["valid_from"])
    Office.objects.select_for_update().get(pk=office.pk)  # a double click enters one person
    name, born = person["full_name"], person.get("birth_year")
    if same_people(office, name, born):
        if born is None:
            message = _(
                "%(name)s is among the office's people already. If this is another person, give a year of birth."
            )
        else:
            message = _("%(name)s, born %(year)s, is among the office's people already. Open their page instead.")
        raise ValidationError({"full_name": message % {"name": name, "year": born}}, code="known")
    someone = Person(**{field: person[field] for field in PERSON_FIELDS if field in person})
    _check(someone, PERSON_FIELDS)
    with explained(PERSON_MESSAGES):
        someone.save(force_insert=True)
    return _employ(someone, office, employment)


def _employ(person: Person, office: Office, values: Mapping[str, Any]) -> Employment:
    given = {field: values[field] for field in EMPLOYMENT_FIELDS if field in values}
    row = Employment(person=person, office=office, **given)
    _check(row, EMPLOYMENT_FIELDS)
    with explained(EMPLOYMENT_MESSAGES):
        row.save(force_insert=True)
    return row


def _save(row: Employment, *fields: str) -> None:
    _check(row, fields)
    with explained(EMPLOYMENT_MESSAGES):
        row.save(update_fields=fields)


@action
def update_person(*, person: Person, cluster: Cluster, office: Office, values: Mapping[str, Any], by: User) -> Person:
    """Mends the name, year of birth, gender. `office`: where they belong, through which the right is had."""
    refuse_unless_keeping(by, cluster, office)
    locked = _lock(person)
    if not locked.employments.filter(office=office).exists():
        raise PermissionDenied
    changed = [field for field in PERSON_FIELDS if field in values and getattr(locked, field) != values[field]]
    for field in changed:
        setattr(locked, field, values[field])
    _check(locked, PERSON_FIELDS)
    if changed:
        with explained(PERSON_MESSAGES):
            locked.save(update_fields=changed)
    return locked


@action
def move_person(
    *, employment: Employment, cluster: Cluster, office: Office, on: date, values: Mapping[str, Any], by: User
) -> Employment:
    """From a day on in another office: the employment ends on the eve, the next begins. `values` are the next one's."""
    refuse_unless_keeping(by, cluster, employment.office)
    person = _lock(employment.person)
    row = Employment.objects.select_related("office").get(pk=employment.pk)
    if row.office_id == office.pk:
        message = _("%(person)s belongs to %(office)s already. Choose another office.")
        raise ValidationError({"office": message % {"person": person, "office": office}}, code="same")
    if not Membership.objects.filter(cluster=cluster, office=office).exists():
        message = _("%(office)s is not a member of the cluster. To let somebody go elsewhere, end the employment.")
        raise ValidationError({"office": message % {"office": office}}, code="no_member")
    _refuse_after_its_end(office, on)
    _refuse_not_after(row, on, "on")
    row.valid_to = on - DAY
    _save(row, "valid_to")
    try:
        return _employ(person, office, {"kind": row.kind, **values, "valid_from": on})
    except ValidationError as error:
        raise _at_field("on", error) from error


def _refuse_not_after(row: Employment, on: date, field: str) -> None:
    """What begins on a day ends the row before: the day lies within the row, after its first day."""
    if on <= row.valid_from:
        message = _(
            "The person has been here since %(day)s: expected a later day. To mend that day, correct the entry."
        )
        raise ValidationError({field: message % {"day": day(row.valid_from)}}, code="too_early")
    if row.valid_to is not None and row.valid_to < on - DAY:
        message = _("The person was here until %(day)s: expected that day's morrow or earlier.")
        raise ValidationError({field: message % {"day": day(row.valid_to)}}, code="too_late")


def _at_field(name: str, error: ValidationError) -> ValidationError:
    """What is said of the first day stands at the field in which the day was asked."""
    if not hasattr(error, "error_dict"):
        return error
    return ValidationError({name if field == "valid_from" else field: said for field, said in error.error_dict.items()})


@action
def end_employment(*, employment: Employment, cluster: Cluster, on: date, by: User) -> Employment:
    """`on` is the last day in the office. Repeating it with another day corrects the day."""
    refuse_unless_keeping(by, cluster, employment.office)
    _lock(employment.person)
    row = Employment.objects.get(pk=employment.pk)
    if on < row.valid_from:
        message = _("The person has been here since %(day)s: expected that day or later.")
        raise ValidationError({"on": message % {"day": day(row.valid_from)}}, code="too_early")
    later = (
        Employment.objects.filter(person=row.person_id, valid_from__gt=row.valid_from).order_by("valid_from").first()
    )
    if later is not None and later.valid_from <= on:
        message = _("The next entry begins on %(day)s: expected an earlier day.")
        raise ValidationError({"on": message % {"day": day(later.valid_from)}}, code="too_late")
    row.valid_to = on
    _save(row, "valid_to")
    return row


@action
def set_counted(
    *, employment: Employment, cluster: Cluster, on: date, is_counted: bool, because: str = "", by: User
) -> Employment:
    """From a day on counted, or not and why: the row ends on the eve and the next begins in the same office."""
    refuse_unless_keeping(by, cluster, employment.office)
    _lock(employment.person)
    row = Employment.objects.select_related("office").get(pk=employment.pk)
    if (row.is_counted, row.not_counted_because) == (is_counted, because):
        return row
    if on < row.valid_from or (row.valid_to is not None and row.valid_to < on):
        message = _("Expected a day of this entry: from %(first)s to %(last)s.")
        last = day(row.valid_to) if row.valid_to else _("today or later")
        raise ValidationError({"on": message % {"first": day(row.valid_from), "last": last}}, code="outside")
    state = {"is_counted": is_counted, "not_counted_because": because}
    if on == row.valid_from:
        row.is_counted, row.not_counted_because = is_counted, because
        _save(row, *state)
        return row
    until, row.valid_to = row.valid_to, on - DAY
    _save(row, "valid_to")
    same = {"kind": row.kind, "position": row.position, "unit": row.unit}
    return _employ(row.person, row.office, {**same, **state, "valid_from": on, "valid_to": until})


@action
def correct_employment(*, employment: Employment, cluster: Cluster, values: Mapping[str, Any], by: User) -> Employment:
    """Mends what was written down wrongly. What changes from a day on is written by the verbs above."""
    refuse_unless_keeping(by, cluster, employment.office)
    _lock(employment.person)
    row = Employment.objects.select_related("office").get(pk=employment.pk)
    changed = [field for field in EMPLOYMENT_FIELDS if field in values and getattr(row, field) != values[field]]
    for field in changed:
        setattr(row, field, values[field])
    if "valid_from" in changed:
        _refuse_after_its_end(row.office, row.valid_from)
    if changed:
        _save(row, *changed)
    return row
