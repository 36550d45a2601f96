"""The movements that a new year takes from the one before, with all their parts, as lines of `next_year`.

The copy is a draft, known by `Campaign.copied_from` (or by its name): what its secretariat has changed since is told as
a difference and is not proposed to be undone. A copy that was launched is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.actions.movements import Parts, save_campaign
from apps.campaigns.enums import CampaignLevel
from apps.campaigns.models import Campaign
from apps.campaigns.movement import (
    CriterionLine,
    PhaseLine,
    PrizeLine,
    criteria_of,
    criterion_words,
    offices_of,
    phase_words,
    phases_of,
    prize_words,
    prizes_of,
    written,
)
from apps.campaigns.next_year import Line, Part, State, later, renamed
from apps.core.words import day
from apps.offices.models import Cluster, Membership, Office

FACTS = ("kind", "level", "launched_by", "partner", "scope", "starts_on", "ends_on")
PARTS = ("phases", "criteria", "prizes", "addressed__office")


@dataclass(frozen=True)
class Pair:
    """A movement of last year and its copy in the new one, where there is one."""

    row: Campaign
    copy: Campaign | None
    cluster: Cluster
    year: int

    @property
    def sealed(self) -> bool:
        return self.copy is not None and not self.copy.is_draft

    def line(self, key: str, title: str, *, before: str, after: str, now: str, **more: Any) -> Line:
        """NEW where nothing stands, SAME where the same stands; a difference is told and not proposed."""
        state = State.NEW if not now else State.SAME if now == after else State.DIFFERS
        if self.sealed and state != State.SAME:
            state = State.LOCKED
        more = {"wanted": state == State.NEW, **more}
        return Line(
            key=f"{key}:{self.row.pk}" if ":" not in key else key, part=Part.MOVEMENTS, title=title, before=before,
            after=after, now=now, group=self.row.name, state=state, **more,
        )  # fmt: skip


def movements(cluster: Cluster, year: int, user: User) -> Iterator[Line]:
    """Sixteen queries at most, whatever the number of movements."""
    rows = list(
        Campaign.objects.visible_to(user).of_year(cluster, year - 1).select_related("parent").prefetch_related(*PARTS)
    )
    if not rows:
        return
    there = list(Campaign.objects.of_year(cluster, year).prefetch_related(*PARTS))
    memberships = list(Membership.objects.filter(cluster=cluster).select_related("office"))
    memberships.sort(key=lambda each: (each.position, each.valid_from))
    for row in rows:
        pair = Pair(row, _copy(row, there, year), cluster, year)
        yield _itself(pair)
        if row.theme:
            yield _theme(pair)
        yield from _phases(pair)
        yield from _criteria(pair)
        yield from _prizes(pair)
        yield from _offices(pair, memberships)


def _copy(row: Campaign, there: list[Campaign], year: int) -> Campaign | None:
    named = renamed(row.name, year - 1)
    known = (each for each in there if each.copied_from_id == row.pk)
    return next(known, None) or next((each for each in there if each.name == named and not each.copied_from_id), None)


def _stored_copy(pair: Pair) -> Campaign:
    """As it stands when a line is written: one before may have made it."""
    found = _copy(pair.row, list(Campaign.objects.of_year(pair.cluster, pair.year)), pair.year)
    if found is None:
        said = {"name": pair.row.name}
        raise ValidationError(
            _("Accept “%(name)s” itself too: nothing to put its parts in stands there.") % said, code="whole"
        )
    found.cluster = pair.cluster
    return found


def _facts(row: Campaign) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FACTS}


def _said(name: str, facts: dict[str, Any]) -> str:
    level = capfirst(str(CampaignLevel(facts["level"]).label))
    days = f"{day(facts['starts_on'])} – {day(facts['ends_on'])}" if facts["starts_on"] else ""
    body = " + ".join(each for each in (facts["launched_by"], facts["partner"]) if each)
    return "; ".join(each for each in (name, days, level, body, facts["scope"]) if each)


def _itself(pair: Pair) -> Line:
    row, copy, last = pair.row, pair.copy, pair.year - 1
    facts = _facts(row) | {"starts_on": later(row.starts_on), "ends_on": later(row.ends_on)}
    facts["scope"] = renamed(row.scope, last)
    name = copy.name if copy else renamed(row.name, last)
    return pair.line(
        "movement", _("The movement itself"), before=_said(row.name, _facts(row)), after=_said(name, facts),
        now=_said(copy.name, _facts(copy)) if copy else "", write=partial(_write_itself, pair, name, facts),
    )  # fmt: skip


def _write_itself(pair: Pair, name: str, facts: dict[str, Any], by: User) -> None:
    if pair.copy is not None:
        pair.copy.cluster = pair.cluster
        _save(pair.copy, by, values=facts)
        return
    parent = pair.row.parent
    there = list(Campaign.objects.of_year(pair.cluster, pair.year)) if parent else []
    values = {**facts, "name": name, "copied_from": pair.row}
    values["parent"] = _copy(parent, there, pair.year) if parent else None
    save_campaign(cluster=pair.cluster, year=pair.year, values=values, parts=Parts(offices=[]), by=by)


def _save(copy: Campaign, by: User, *, values: dict[str, Any] | None = None, parts: Parts | None = None) -> None:
    save_campaign(
        campaign=copy, cluster=copy.cluster, year=copy.year, values=values or {}, parts=parts or Parts(), by=by
    )


def _theme(pair: Pair) -> Line:
    after = renamed(pair.row.theme, pair.year - 1)
    return pair.line(
        "theme", _("Theme"), before=pair.row.theme, after=after, now=pair.copy.theme if pair.copy else "", wanted=False,
        note=_("last year's theme: take it over only where it stays"), write=partial(_write_theme, pair, after),
    )  # fmt: skip


def _write_theme(pair: Pair, theme: str, by: User) -> None:
    _save(_stored_copy(pair), by, values={"theme": theme})


# Phases, criteria, prizes ---------------------------------------------------------------------------------------------
def _phases(pair: Pair) -> Iterator[Line]:
    there = {each.name: each for each in _phase_lines(pair.copy)} if pair.copy else {}
    for row in pair.row.phases.all():
        now = PhaseLine(name=row.name, starts_on=row.starts_on, ends_on=row.ends_on, content=row.content)
        first, last = later(row.starts_on), later(row.ends_on)
        assert first is not None
        assert last is not None
        after = PhaseLine(
            name=renamed(row.name, pair.year - 1), starts_on=first, ends_on=last,
            content=renamed(row.content, pair.year - 1),
        )  # fmt: skip
        stands = there.get(after.name)
        yield pair.line(
            f"phase:{row.pk}", _("Phase"), before=phase_words(written(now)), after=phase_words(written(after)),
            now=phase_words(written(stands)) if stands else "", write=partial(_write_phase, pair, after),
        )  # fmt: skip


def _phase_lines(row: Campaign) -> list[PhaseLine]:
    return [
        PhaseLine(name=p.name, starts_on=p.starts_on, ends_on=p.ends_on, content=p.content) for p in row.phases.all()
    ]


def _write_phase(pair: Pair, line: PhaseLine, by: User) -> None:
    copy = _stored_copy(pair)
    kept = [each for each in phases_of(copy) if each.name != line.name]
    _save(copy, by, parts=Parts(phases=[*kept, line]))


def _criteria(pair: Pair) -> Iterator[Line]:
    there = {each.text: each.target for each in pair.copy.criteria.all()} if pair.copy else {}
    for row in pair.row.criteria.all():
        after = CriterionLine(text=renamed(row.text, pair.year - 1), target=renamed(row.target, pair.year - 1))
        stands = CriterionLine(text=after.text, target=there[after.text]) if after.text in there else None
        yield pair.line(
            f"criterion:{row.pk}", _("Criterion and target"),
            before=criterion_words({"text": row.text, "target": row.target}), after=criterion_words(vars(after)),
            now=criterion_words(vars(stands)) if stands else "", write=partial(_write_criterion, pair, after),
        )  # fmt: skip


def _write_criterion(pair: Pair, line: CriterionLine, by: User) -> None:
    copy = _stored_copy(pair)
    rows = criteria_of(copy)
    known = [each.text for each in rows]
    changed = [replace(line) if each.text == line.text else each for each in rows]
    _save(copy, by, parts=Parts(criteria=changed if line.text in known else [*rows, line]))


def _prizes(pair: Pair) -> Iterator[Line]:
    there = {each.name: each for each in pair.copy.prizes.all()} if pair.copy else {}
    for row in pair.row.prizes.all():
        after = PrizeLine(name=renamed(row.name, pair.year - 1), quantity=row.quantity, amount=row.amount)
        stands = there.get(after.name)
        now = PrizeLine(name=after.name, quantity=stands.quantity, amount=stands.amount) if stands else None
        yield pair.line(
            f"prize:{row.pk}", _("Prize"), before=prize_words(vars(replace(after, name=row.name))),
            after=prize_words(vars(after)), now=prize_words(vars(now)) if now else "",
            write=partial(_write_prize, pair, after),
        )  # fmt: skip


def _write_prize(pair: Pair, line: PrizeLine, by: User) -> None:
    copy = _stored_copy(pair)
    rows = prizes_of(copy)
    changed = [line if each.name == line.name else each for each in rows]
    _save(copy, by, parts=Parts(prizes=changed if line.name in {each.name for each in rows} else [*rows, line]))


# Offices --------------------------------------------------------------------------------------------------------------
def _offices(pair: Pair, memberships: list[Membership]) -> Iterator[Line]:
    """Those that last year's movement addressed, and those that joined since; who left is told and not taken over."""
    first, last = date(pair.year, 1, 1), date(pair.year, 12, 31)
    addressed = {each.office_id for each in pair.row.addressed.all()}
    there = {each.office_id for each in pair.copy.addressed.all()} if pair.copy else set()
    now: dict[int, Membership] = {}
    gone: dict[int, Membership] = {}
    for each in memberships:
        inside = each.valid_from <= last and (each.valid_to is None or each.valid_to >= first)
        (now if inside else gone)[each.office_id] = each
    for pk in list(dict.fromkeys([*now, *gone])):
        joined, name = pk not in addressed, str((now.get(pk) or gone[pk]).office.name)
        if joined and pk not in now:
            continue
        note = ""
        if pk not in now:
            left = gone[pk].valid_to
            note = _("left the cluster on %(day)s") % {"day": day(left)} if left else ""
        elif joined and now[pk].valid_from >= date(pair.year - 1, 1, 1):
            note = _("joined the cluster on %(day)s") % {"day": day(now[pk].valid_from)}
        elif joined:
            note = _("last year's movement was not launched to it")
        line = pair.line(
            f"office:{pair.row.pk}:{pk}", _("Launched to"), before="" if joined else name,
            after=name if pk in now else "", now=name if pk in there else "", note=note,
            write=partial(_write_office, pair, pk) if pk in now else None,
        )  # fmt: skip
        yield line if pk in now else replace(line, state=State.GONE, wanted=False)


def _write_office(pair: Pair, pk: int, by: User) -> None:
    copy = _stored_copy(pair)
    _save(copy, by, parts=Parts(offices=[*offices_of(copy), Office.objects.get(pk=pk)]))
