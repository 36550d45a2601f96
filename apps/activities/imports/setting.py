"""What the cluster and its calendar know, loaded once for an import: owners, conferences, sessions, rights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.enums import MeetingPhase
from apps.activities.imports.faults import Problem
from apps.activities.imports.layouts import Layout
from apps.activities.imports.own import layouts_for, mappable
from apps.activities.imports.owners import OWN, Owner, Owners, plain
from apps.activities.imports.understanding import Understanding
from apps.activities.imports.words import Phase
from apps.activities.models import DefinedKind, Mapping
from apps.activities.rules import can_enter
from apps.campaigns.closing import Closings, closings
from apps.campaigns.enums import HALVES, SessionKind
from apps.campaigns.models import AssemblySession, AssemblyTerm, Conference, Period
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office, OfficeName
from apps.offices.roles import roles_of

_SIDE = ("@corner", "@takes")  # of a mapping of a table on its side


@dataclass
class Setting:
    """`offices` are the period's members by id. Everything that rows of a workbook may refer to."""

    cluster: Cluster
    period: Period
    by: User
    offices: dict[int, Office]
    owners: Owners
    conferences: dict[str, Conference]
    periods: list[Period]
    terms: list[AssemblyTerm]
    sessions: dict[tuple[int, str, int], AssemblySession]
    layouts: tuple[Layout, ...]
    kinds: dict[int, DefinedKind]
    options: dict[str, Any] = field(default_factory=dict)
    remembered: list[tuple[str, Understanding]] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    rights: dict[tuple[int, int], bool] = field(default_factory=dict)
    # Rows of our own workbook that are written although somebody else was quicker; the user said so of each.
    taken: frozenset[str] = frozenset()

    @cached_property
    def figures_and_lists(self) -> tuple[Layout, ...]:
        """The layouts that a foreign sheet may be read as: a form may state every indicator that can be stated."""
        return mappable(self.layouts, self.indicators)

    @cached_property
    def closings(self) -> Closings:
        return closings(self.cluster, periods=self.periods)

    @cached_property
    def enters_for_many(self) -> bool:
        """Whether a form that does not name its office could be of several."""
        return sum(self.may_enter(key, self.period.ends_on) for key in self.offices) > 1

    def half_of(self, day: date) -> Period | None:
        return next((p for p in self.periods if p.kind in HALVES and p.starts_on <= day <= p.ends_on), None)

    def year_of(self, day: date) -> int:
        half = self.half_of(day)
        return half.year if half else day.year

    def may_enter(self, owner: int, day: date) -> bool:
        key = (owner, self.year_of(day))
        if key not in self.rights:
            self.rights[key] = can_enter(self.by, self.cluster, self.offices.get(owner), key[1])
        return self.rights[key]

    def own_offices(self) -> str:
        """The offices that the user enters for, as messages name them."""
        names = [
            owner.name
            for owner in self.owners.owners
            if owner.key != OWN and self.may_enter(owner.key, self.period.ends_on)
        ]
        return "; ".join(names) or _("no office")

    def conference(self, title: str) -> Conference:
        """By its title, or by a shortening that only one has: lists rarely write out the whole of a solemn title."""
        if not self.conferences:
            raise Problem("no_conference")
        said = plain(title)
        if said in self.conferences:
            return self.conferences[said]
        meant = [conference for whole, conference in self.conferences.items() if _shortens(said, whole)]
        if len(meant) != 1:
            allowed = "; ".join(f"“{conference.title}”" for conference in self.conferences.values())
            raise Problem("unknown_conference", allowed=allowed)
        return meant[0]

    def session(self, phase: Phase, day: date) -> AssemblySession | None:
        """The session that a phase names, in the term in force on the day; without a number the nearest known one."""
        if phase.phase == MeetingPhase.OTHER:
            return None
        term = next((term for term in self.terms if term.starts_on <= day <= term.ends_on), None)
        number = phase.session
        if term and number is None:
            held = [
                s
                for (of, kind, _number), s in self.sessions.items()
                if (of, kind) == (term.pk, phase.kind) and s.opens_on and s.closes_on
            ]
            if phase.phase == MeetingPhase.BEFORE:
                number = min((s.number for s in held if s.opens_on and s.opens_on >= day), default=None)
            else:
                number = max((s.number for s in held if s.closes_on and s.closes_on <= day), default=None)
            if number is None:
                raise Problem("unknown_phase")
        found = self.sessions.get((term.pk, phase.kind, number or 0)) if term else None
        if found is None:
            code = "unknown_session" if phase.kind == SessionKind.REGULAR else "unknown_extraordinary"
            raise Problem(code, number=number or "?")
        return found


def _owners(cluster: Cluster, offices: list[Office]) -> Owners:
    names: dict[int, list[str]] = {office.pk: [office.name, office.short_name] for office in offices}
    for name in OfficeName.objects.filter(office__in=offices):
        names[name.office_id] += [name.name, name.short_name]
    owners = [
        Owner(office.pk, getattr(office, "name_then", None) or office.name, tuple(names[office.pk]))
        for office in offices
    ]
    own = Owner(OWN, cluster.short_name, (cluster.name, cluster.code))
    return Owners([*owners, own])


def _shortens(said: str, whole: str) -> bool:
    """Whether all words of `said`, at least three, stand in `whole` in that order."""
    words, rest = said.split(), iter(whole.split())
    return len(words) >= 3 and all(word in rest for word in words)


def _mappings(cluster: Cluster, year: int, by: User) -> list[tuple[str, Understanding]]:
    """Those of one's own office first, then the cluster's, then others'; the newest of each first."""
    own = roles_of(by).entering_offices
    rows = Mapping.objects.readable_by(by, cluster, year).order_by("-updated_at", "-pk")
    ranked = sorted(rows, key=lambda row: 0 if row.office_id in own else 1 if row.office_id is None else 2)
    return [(row.name, understanding_of(row)) for row in ranked]


def understanding_of(row: Mapping) -> Understanding:
    given = {name: value for name, value in row.given.items() if name not in _SIDE}
    return Understanding.of({
        "layout": row.layout, "columns": row.columns, "tiers": row.tiers, "sideways": row.sideways, "given": given,
        "words": row.words, **{name[1:]: row.given[name] for name in _SIDE if name in row.given},
    })  # fmt: skip


def load(
    *, cluster: Cluster, period: Period, by: User, options: dict[str, Any] | None = None, taken: Iterable[str] = ()
) -> Setting:
    offices = list(Office.objects.members_of(cluster, period.starts_on, period.ends_on).named_on(period.ends_on))
    indicators = list(Indicator.objects.for_cluster(cluster, period.year))
    sessions = AssemblySession.objects.select_related("term")
    conferences = Conference.objects.filter(cluster=cluster).select_related("period").order_by("held_on", "pk")
    kinds = list(DefinedKind.objects.for_cluster(cluster, period.year).prefetch_related("fields"))
    return Setting(
        cluster=cluster,
        period=period,
        by=by,
        offices={office.pk: office for office in offices},
        owners=_owners(cluster, offices),
        conferences={plain(conference.title): conference for conference in conferences},
        periods=list(Period.objects.filter(cluster=cluster)),
        terms=list(AssemblyTerm.objects.all()),
        sessions={(session.term_id, session.kind, session.number): session for session in sessions},
        kinds={kind.pk: kind for kind in kinds},
        taken=frozenset(taken),
        layouts=layouts_for(indicators, kinds),
        options=dict(options or {}),
        remembered=_mappings(cluster, period.year, by),
        indicators=indicators,
    )


def in_vietnamese(period: Period) -> str:
    """The period as the files write it, whatever language the reader has."""
    with translation.override("vi"):
        return str(period)
