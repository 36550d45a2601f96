"""What happened to decisions, initiatives, ratings, disciplines: read from the audit, said in an official's words."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.history import Entry, Trail, story
from apps.honours.models import (
    Authorship,
    Award,
    Decision,
    Discipline,
    Initiative,
    InitiativeUse,
    KnownSince,
    Rating,
    Recognition,
    Revocation,
)
from apps.offices.models import Office, Person

VERBS = {
    "honours.record_decision": _("Entered"),
    "honours.add_awards": _("Award added"),
    "honours.correct_decision": _("Decision corrected"),
    "honours.remove_award": _("Taken off the decision"),
    "honours.remove_decision": _("Removed"),
    "honours.revoke_award:insert": _("Revoked"),
    "honours.revoke_award:update": _("Held no more"),
    "honours.record_awards": _("Entered from Excel"),
    "honours.undo_awards": _("Taken back with the whole workbook"),
    "honours.record_initiative:insert": _("Initiative recorded"),
    "honours.record_initiative:update": _("Initiative changed"),
    "honours.record_initiative:delete": _("Author taken off"),
    "honours.recognise": _("Recognised"),
    "honours.withdraw_recognition": _("Recognition taken back"),
    "honours.use_initiative": _("Used for an honour"),
    "honours.free_initiative": _("Free again"),
    "honours.rate": _("Rated"),
    "honours.discipline": _("Discipline recorded"),
    "honours.lift": _("Discipline lifted"),
    "honours.remove_discipline": _("Removed"),
    "honours.state_known_since": _("Completeness stated"),
}
FACTS = ("number", "symbol", "signed_on", "body", "signer", "signer_post", "scan")
HIDDEN = frozenset({"cluster", "revoked_from"})
LINE = ("occasion", "unit_name")
REVOKED = ("number", "signed_on", "body", "reason", "revoked_from")
INITIATIVE = ("kind", "title", "office", "year")
RECOGNISED = ("body", "number", "signed_on")
DISCIPLINED = ("decision", "valid_from", "valid_to")


def story_of_decision(decision: Decision, awards: Collection[int], offices: Collection[int]) -> list[Entry]:
    """`awards`: ids of the lines that the reader may see. `offices`: those whose people the reader sees, so that their
    lines are told also where they were taken off again."""
    lines = Q(pgh_obj_id__in=awards) | Q(decision=decision.pk, office__in=offices)
    of_lines = Q(award__in=awards)
    return story(
        Trail(Decision, Q(pgh_obj_id=decision.pk), told=FACTS, hidden=HIDDEN),
        Trail(Award, lines, name=("person", "collective", "honour_name", "year"), told=LINE,
              hidden=HIDDEN),
        Trail(Revocation, of_lines, name=("award",), told=REVOKED),
        verbs=VERBS,
    )  # fmt: skip


def story_of_initiative(initiative: Initiative) -> list[Entry]:
    return story(
        Trail(Initiative, Q(pgh_obj_id=initiative.pk), told=INITIATIVE),
        Trail(Authorship, Q(initiative=initiative.pk), name=("person",), told=("share",)),
        Trail(Recognition, Q(initiative=initiative.pk), name=("scope",), told=RECOGNISED),
        Trail(InitiativeUse, Q(initiative=initiative.pk), name=("person",), told=("year",)),
        verbs=VERBS,
    )


def story_of_ratings(office: Office, year: int) -> list[Entry]:
    return story(
        Trail(Rating, Q(office=office.pk, year=year), name=("person",), told=("level",)),
        verbs=VERBS,
    )


def story_of_disciplines(rows: list[int]) -> list[Entry]:
    return story(
        Trail(
            Discipline, Q(pgh_obj_id__in=rows), name=("person", "kind"), told=DISCIPLINED, hidden=frozenset({"office"})
        ),
        verbs=VERBS,
    )


def story_of_known(office: Office | None, person: Person | None) -> list[Entry]:
    return story(Trail(KnownSince, Q(office=office, person=person), told=("year",)), verbs=VERBS)
