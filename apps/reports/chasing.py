"""The chase list: which offices' reports have not been received, and how to reach whoever can send them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.offices.enums import ENTERING_ROLES, RoleKind
from apps.offices.models import Office, Role
from apps.reports.completeness import answered
from apps.reports.enums import ReportState
from apps.reports.models import Contact, Question
from apps.reports.waiting import Waiting, waiting

NOT_RECEIVED = frozenset({ReportState.DRAFT, ReportState.SENT, ReportState.TO_COMPLETE})


@dataclass(frozen=True)
class Reached:
    """Somebody who enters for an office today: head before clerk."""

    person: User
    kind: RoleKind

    @property
    def label(self) -> str:
        return str(self.kind.label)


@dataclass(frozen=True)
class Chased:
    """An office whose report is not received. `missing` names the figures that it has not answered; `contacts` are
    those of this period, the latest first; `questions` the texts that stay open."""

    at: Waiting
    days_over: int
    people: tuple[Reached, ...]
    contacts: tuple[Contact, ...]
    questions: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def office(self) -> Office:
        return self.at.office

    @property
    def is_ours(self) -> bool:
        """The secretariat's own step: it is sent and waits to be received."""
        return self.at.state == ReportState.SENT


@dataclass(frozen=True)
class Chase:
    lines: tuple[Chased, ...]
    received: tuple[Waiting, ...]

    @property
    def overdue(self) -> int:
        return sum(1 for line in self.lines if line.days_over and not line.is_ours)


def chase(period: Period, on: date, offices: Collection[int] | None = None) -> Chase:
    """All offices expected, the longest overdue first, what waits for the secretariat itself last."""
    found = waiting([period], offices)
    open_ones = [each for each in found if each.state in NOT_RECEIVED]
    keys = {each.office.pk for each in open_ones}
    people, contacts, questions = _people(keys, on), _contacts(period, keys), _questions(period, keys)
    missing = missing_of(period, [each.office for each in open_ones])
    lines = [
        Chased(
            at=each,
            days_over=each.days_over(on),
            people=tuple(people.get(each.office.pk, ())),
            contacts=tuple(contacts.get(each.office.pk, ())),
            questions=tuple(questions.get(each.office.pk, ())),
            missing=missing.get(each.office.pk, ()),
        )
        for each in open_ones
    ]
    lines.sort(key=lambda line: (line.is_ours, -line.days_over))  # stable: then in the cluster's order
    return Chase(tuple(lines), tuple(each for each in found if each.state not in NOT_RECEIVED))


def missing_of(period: Period, offices: Iterable[Office]) -> dict[int, tuple[str, ...]]:
    """What completeness calls missing, by name in the order of the catalogue; the parts of what is missing itself go
    with it and are not named again."""
    asked = list(offices)
    if not asked:
        return {}
    indicators, told = answered(period, asked)
    names = {each.code: each.name for each in indicators}

    def is_missing(code: str, office: int) -> bool:
        return not told.cell(office, code).is_answered

    return {
        office.pk: tuple(
            names[each.code]
            for each in told.asked
            if is_missing(each.code, office.pk) and not (each.whole and is_missing(each.whole, office.pk))
        )
        for office in asked
    }


def _people(offices: set[int], on: date) -> dict[int, list[Reached]]:
    """Once each, in the higher of their roles."""
    roles = (
        Role.objects.on(on)
        .filter(office__in=offices, kind__in=sorted(ENTERING_ROLES), user__is_active=True)
        .select_related("user")
    )
    found: dict[int, list[Reached]] = {}
    for role in sorted(roles, key=lambda each: (each.kind != RoleKind.HEAD, each.user.sort_key, each.pk)):
        assert role.office_id is not None  # they are offices' roles
        reached = found.setdefault(role.office_id, [])
        if role.user not in [each.person for each in reached]:
            reached.append(Reached(role.user, RoleKind(role.kind)))
    return found


def _contacts(period: Period, offices: set[int]) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = {}
    for contact in Contact.objects.filter(period=period, office__in=offices).select_related("by"):
        found.setdefault(contact.office_id, []).append(contact)
    return found


def _questions(period: Period, offices: set[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = Question.objects.open().filter(report__period=period, report__office__in=offices)
    for office, text in rows.order_by("asked_at", "pk").values_list("report__office_id", "text"):
        found.setdefault(office, []).append(text)
    return found
