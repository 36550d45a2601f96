"""Initiatives and topics: recorded with their authors, recognised, used once by each author."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.text import nfc
from apps.honours.actions.subjects import Enterable
from apps.honours.enums import InventionKind, Level
from apps.honours.models import Authorship, Honour, Initiative, InitiativeUse, Recognition
from apps.offices.models import Cluster, Office, Person

ALL = 100
ONCE = gettext_lazy("The office has an initiative with this title in that year already.")
MESSAGES = {
    "initiative_once": ("title", ONCE),
    "initiative_titled": ("title", gettext_lazy("Give the initiative a title.")),
    "initiative_year_plausible": ("year", gettext_lazy("That year is not plausible.")),
    "recognition_once_a_scope": ("scope", gettext_lazy("It was recognised in this scope already.")),
    "recognition_decided": ("number", gettext_lazy("Give number and body of the decision.")),
    "initiative_use_by_an_author": ("person", gettext_lazy("An initiative serves its own authors.")),
}
Shares = Mapping[Person, int | None]


def _refuse_unless_entering(by: User, cluster: Cluster, office: Office, authors: Shares) -> None:
    may = Enterable.of(by, cluster, [person.pk for person in authors])
    if office.pk not in may.offices or not may.people.issuperset(person.pk for person in authors):
        raise PermissionDenied


def _refuse_shares(authors: Shares) -> None:
    if not authors:
        raise ValidationError({"authors": _("Name at least one author.")}, code="required")
    total = sum(share or 0 for share in authors.values())
    if total > ALL:
        message = _("The shares add up to %(total)s%%; together they are 100%% at most.") % {"total": total}
        raise ValidationError({"authors": message}, code="shares")


@action
def record_initiative(
    *, initiative: Initiative | None, cluster: Cluster, office: Office, title: str, year: int,
    authors: Shares, kind: str = InventionKind.INITIATIVE, by: User,
) -> Initiative:  # fmt: skip
    """A new one (`initiative` is None), or the one as it is given now, its authors with it."""
    _refuse_unless_entering(by, cluster, office, authors)
    if initiative and initiative.office_id != office.pk:
        _refuse_unless_entering(by, cluster, initiative.office, {})
    _refuse_shares(authors)
    row = Initiative.objects.select_for_update().get(pk=initiative.pk) if initiative else Initiative(entered_by=by)
    row.kind, row.title, row.office, row.year = kind, nfc(title), office, year
    with explained(MESSAGES):
        row.save()
    _write_authors(row, authors)
    return row


def _write_authors(row: Initiative, authors: Shares) -> None:
    shares = {person.pk: share for person, share in authors.items()}
    known = {each.person_id: each for each in Authorship.objects.filter(initiative=row)}
    gone = [pk for pk in known if pk not in shares]
    if InitiativeUse.objects.filter(initiative=row, person__in=gone).exists():
        raise ValidationError({"authors": _("It served one of those authors already: they stay.")}, code="used")
    Authorship.objects.filter(initiative=row, person__in=gone).delete()
    for pk, share in shares.items():
        if pk not in known:
            Authorship.objects.create(initiative=row, person_id=pk, share=share)
        elif known[pk].share != share:
            Authorship.objects.filter(pk=known[pk].pk).update(share=share)


@action
def recognise(
    *, initiative: Initiative, cluster: Cluster, scope: str, body: str, number: str, signed_on: date, by: User
) -> Recognition:
    """The same recognition recorded again is the same row."""
    _refuse_unless_entering(by, cluster, initiative.office, {})
    given = {"body": nfc(body), "number": nfc(number), "signed_on": signed_on}
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    known = Recognition.objects.filter(initiative=initiative, scope=scope, **given).first()
    if known:
        return known
    if scope not in Level.values:
        raise ValidationError({"scope": _("Choose the scope.")}, code="unknown")
    if signed_on.year < initiative.year:
        message = _("It was applied in %(year)s; it is recognised after that.") % {"year": initiative.year}
        raise ValidationError({"signed_on": message}, code="too_early")
    with explained(MESSAGES):
        return Recognition.objects.create(initiative=initiative, scope=scope, entered_by=by, **given)


@action
def withdraw_recognition(*, recognition: Recognition, cluster: Cluster, by: User) -> None:
    """One entered by mistake."""
    _refuse_unless_entering(by, cluster, recognition.initiative.office, {})
    Recognition.objects.filter(pk=recognition.pk).delete()


@action
def use_initiative(*, initiative: Initiative, person: Person, honour: Honour, year: int, by: User) -> InitiativeUse:
    """It serves this author's one honour of one year. Upper floors call it when that honour is asked for or awarded;
    they have checked who may. The same use again is the same row; another one is refused."""
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    known = InitiativeUse.objects.with_names().filter(initiative=initiative, person=person).first()
    if known and (known.honour_id, known.year) == (honour.pk, year):
        return known
    if known:
        message = _("It served %(person)s already: %(honour)s, %(year)s.") % {
            "person": person, "honour": getattr(known, "honour_name", ""), "year": known.year,
        }  # fmt: skip
        raise ValidationError({"initiative": message}, code="used")
    with explained(MESSAGES):
        return InitiativeUse.objects.create(
            initiative=initiative, person=person, honour=honour, year=year, entered_by=by
        )


@action
def free_initiative(*, initiative: Initiative, person: Person, by: User) -> None:
    """The honour it was to serve was not asked for after all."""
    InitiativeUse.objects.filter(initiative=initiative, person=person).delete()
