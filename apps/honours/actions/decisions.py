"""Decisions on awards, entered with all that they award in one action; awards corrected and revoked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.core import words
from apps.core.audit import action
from apps.core.constraints import explained
from apps.core.functions import Folded
from apps.core.locks import hold
from apps.core.text import fold, nfc
from apps.files.actions import keep
from apps.honours import rules
from apps.honours.actions.lines import Fault, Line, faults_of, key_of
from apps.honours.actions.subjects import Enterable, enterable_offices
from apps.honours.models import Award, Decision, Revocation
from apps.honours.naming import Names, named_day
from apps.offices.models import Cluster, Office

FACTS = ("number", "symbol", "signed_on", "body", "signer", "signer_post")
ONCE = gettext_lazy("This body has a decision with this number in that year already.")
DECISION_MESSAGES = {
    "decision_number_once": ("number", ONCE),
    "decision_numbered": ("number", gettext_lazy("Give the number of the decision.")),
    "decision_body_named": ("body", gettext_lazy("Name the body that decided.")),
    "decision_day_plausible": ("signed_on", gettext_lazy("That day is not plausible.")),
    "award_year_not_after_decision": (
        "signed_on", gettext_lazy("It awards achievements of a later year than the day on which it was signed."),
    ),
}  # fmt: skip
REVOCATION_MESSAGES = {
    "revocation_after_award": ("signed_on", gettext_lazy("An award is revoked after it was decided, not before.")),
    "revocation_decided": ("number", gettext_lazy("Give number and body of the decision.")),
    "revocation_reason_given": ("reason", gettext_lazy("Write down why it is revoked.")),
}


@dataclass(frozen=True)
class Recorded:
    """`made`: awards entered now; `known`: lines that the decision had already, left as they were; `is_new`: so is the
    decision."""

    decision: Decision
    made: list[Award]
    known: int
    is_new: bool = False


class LinesError(ValidationError):
    """What is wrong with which line, by its place; nothing was written."""

    def __init__(self, faults: Mapping[int, Sequence[Fault]]) -> None:
        self.faults = faults
        super().__init__([message for said in faults.values() for _field, message in said], code="lines")


def known_decision(values: Mapping[str, Any]) -> Decision | None:
    """The decision that this number of this body is in that year, whoever entered it."""
    columns = {f"{name}_folded": Folded(F(name)) for name in ("body", "number", "symbol")}
    wanted = {f"{name}_folded": fold(str(values.get(name) or "")) for name in ("body", "number", "symbol")}
    year = Decision.objects.filter(signed_on__year=values["signed_on"].year)
    return year.alias(**columns).filter(**wanted).first()


@action
def record_decision(
    *, cluster: Cluster, office: Office | None, values: Mapping[str, Any], lines: Sequence[Line],
    scan: File[bytes] | None = None, by: User,
) -> Recorded:  # fmt: skip
    """A decision and whom it awards, all of it or nothing. `office`: an office enters it for itself; without one the
    cluster's secretariat does.

    The same paper recorded again is the same decision, and lines that it has already are left: several offices may each
    enter their own people of one decision, and a second click does no harm.
    """
    if not (rules.can_record_for(by, cluster, office.pk) if office else rules.can_record_for_all(by, cluster)):
        raise PermissionDenied
    clean: dict[str, Any] = {
        name: nfc(value) if isinstance(value, str) else value for name, value in values.items() if name in FACTS
    }
    hold(f"decisions:{clean['signed_on'].year}")  # two offices with one paper at once: one decision
    decision = known_decision(clean)
    is_new = decision is None
    if decision is None:
        kept = keep(scan, field="scan", by=by) if scan else None
        owner = {"office": office} if office else {"cluster": cluster}
        with explained(DECISION_MESSAGES):
            decision = Decision.objects.create(**clean, **owner, scan=kept, entered_by=by)
    elif decision.signed_on != clean["signed_on"]:
        message = _("%(decision)s of this body is recorded as signed on %(day)s. Compare the number and the day.") % {
            "decision": decision, "day": words.day(decision.signed_on),
        }  # fmt: skip
        raise ValidationError({"number": message}, code="another_day")
    elif scan and decision.scan_id is None and rules.can_correct(by, decision):
        decision.scan = keep(scan, field="scan", by=by)
        decision.save(update_fields=["scan"])
    return replace(add_awards(decision=decision, cluster=cluster, lines=lines, by=by), is_new=is_new)


@action
def add_awards(*, decision: Decision, cluster: Cluster, lines: Sequence[Line], by: User) -> Recorded:
    """Further lines of a decision. All of them or none: `LinesError` names every fault of every line."""
    people = [line.person.pk for line in lines if line.person]
    may = Enterable.of(by, cluster, people)
    if any(not may.allows(line.person, line.office) for line in lines):
        raise PermissionDenied
    hold(*(f"award:{line.holder}" for line in lines))
    have = {key_of(each) for each in Award.objects.filter(decision=decision)}
    fresh = [(place, line) for place, line in enumerate(named(lines, decision.signed_on)) if line.key not in have]
    faults = faults_of([(place, line, decision.signed_on) for place, line in fresh], by)
    if faults:
        raise LinesError(faults)
    made = Award.objects.bulk_create([_award(line, decision, by) for _place, line in fresh])
    return Recorded(decision, made, len(lines) - len(fresh))


def named(lines: Sequence[Line], signed_on: date, names: Names | None = None) -> list[Line]:
    """With the names of then where the paper's own words were not given."""
    names = names or Names.of([line.honour for line in lines], [line.office for line in lines if line.office])
    found = []
    for line in lines:
        day = named_day(line.year, signed_on)
        unit = line.unit_name or (names.office(line.office, day) if line.office else "")
        if line.collective and not line.unit_name:
            unit = f"{line.collective}, {unit}"
        honour = line.honour_name or names.honour(line.honour, day)
        found.append(replace(line, honour_name=honour, unit_name=unit))
    return found


def _award(line: Line, decision: Decision, by: User) -> Award:
    return Award(
        decision=decision, honour=line.honour, person=line.person, office=line.office, collective=line.collective,
        year_from=line.year_from, year=line.year, occasion=line.occasion, honour_name=line.honour_name,
        unit_name=line.unit_name, entered_by=by,
    )  # fmt: skip


@action
def correct_decision(
    *, decision: Decision, cluster: Cluster, values: Mapping[str, Any], scan: File[bytes] | None = None, by: User
) -> Decision:
    """Number, day, body, signer, scan. What it awards keeps the names it was entered with."""
    if not rules.can_correct(by, decision, enterable_offices(by, cluster)):
        raise PermissionDenied
    stored = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    changed = []
    for name in FACTS:
        value = nfc(values[name]) if isinstance(values[name], str) else values[name]
        if getattr(stored, name) != value:
            setattr(stored, name, value)
            changed.append(name)
    if scan:
        stored.scan = keep(scan, field="scan", by=by)
        changed.append("scan")
    if changed:
        with explained(DECISION_MESSAGES):
            stored.save(update_fields=changed)
    return stored


def _refuse_strangers(award: Award, cluster: Cluster, by: User) -> None:
    may = Enterable.of(by, cluster, [award.person_id] if award.person_id else [])
    if not may.allows(award.person, award.office):
        raise PermissionDenied


@action
def remove_award(*, award: Award, cluster: Cluster, by: User) -> None:
    """A line entered by mistake goes; the audit keeps it. What was awarded and taken back is revoked instead."""
    _refuse_strangers(award, cluster, by)
    if Revocation.objects.filter(award=award).exists():
        raise ValidationError(_("This award was revoked: it stays in the register."), code="revoked")
    Award.objects.filter(pk=award.pk).delete()


@action
def remove_decision(*, decision: Decision, cluster: Cluster, by: User) -> None:
    """A decision entered by mistake, once nothing hangs on it."""
    if not rules.can_correct(by, decision, enterable_offices(by, cluster)):
        raise PermissionDenied
    Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if Award.objects.filter(decision=decision).exists():
        raise ValidationError(_("It still awards something. Take its lines off first."), code="not_empty")
    Decision.objects.filter(pk=decision.pk).delete()


@action
def revoke_award(
    *, award: Award, cluster: Cluster, number: str, signed_on: date, body: str, reason: str,
    revoked_from: date | None = None, by: User,
) -> Revocation:  # fmt: skip
    """From `revoked_from` on (the day of the decision, where nothing else is said) the award is held no more."""
    _refuse_strangers(award, cluster, by)
    stored = Award.objects.select_for_update(of=("self",)).get(pk=award.pk)
    known = Revocation.objects.filter(award=stored).first()
    if known:
        message = _("It was revoked already, by %(number)s of %(day)s.") % {
            "number": known.number, "day": words.day(known.signed_on),
        }  # fmt: skip
        raise ValidationError(message, code="revoked")
    with explained(REVOCATION_MESSAGES):
        return Revocation.objects.create(
            award=stored, number=nfc(number), signed_on=signed_on, body=nfc(body), reason=nfc(reason),
            revoked_from=revoked_from or signed_on, entered_by=by,
        )  # fmt: skip
