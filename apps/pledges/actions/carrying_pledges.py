"""The pledges that a new year takes from the one before, as lines of `next_year`.

Of each office the whole pledge in one line, and each of its targets in one of its own.

What is written is a draft; a pledge that was begun already is left alone, whatever is ticked.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.campaigns.next_year import Line, Part, State, renamed
from apps.core.text import fold
from apps.core.words import number
from apps.indicators.models import Indicator
from apps.offices.models import Cluster
from apps.pledges.actions.pledges import take_over_pledge
from apps.pledges.models import PledgeVersion
from apps.pledges.moments import moments, readable
from apps.pledges.promised import Promise, Said, level_words
from apps.pledges.proposals import figure_words, renewed
from apps.pledges.results import OfficeResult, Result, results_of
from apps.pledges.standings import standing_words
from apps.pledges.versions import OfficePledge, members, pledges_of, said, visible_pledges, year_window


@dataclass(frozen=True)
class Kept:
    """A target of last year with what became of it, and as it would be copied; None where it cannot be."""

    key: int
    last: Promise
    result: Result | None
    next: Promise | None


@dataclass
class Taking:
    """What one taking over writes into an office's draft: begun by the first accepted line, each target once."""

    cluster: Cluster
    year: int
    pledge: OfficePledge
    contents: tuple[str, ...]
    begun: PledgeVersion | None = None
    written: set[int] = field(default_factory=set)

    def write(self, targets: Sequence[Kept], by: User) -> None:
        fresh = [each for each in targets if each.key not in self.written and each.next is not None]
        if self.begun is not None and not fresh:
            return
        self.begun = take_over_pledge(
            cluster=self.cluster, year=self.year, office=self.pledge.office, contents=self.contents,
            targets=[each.next for each in fresh if each.next is not None], begun=self.begun, by=by,
        )  # fmt: skip
        self.written |= {each.key for each in fresh}


def pledges(cluster: Cluster, year: int, user: User) -> Iterator[Line]:
    """Of the offices that had signed a pledge of last year. A number of queries that does not grow with them. Levels
    come of figures that the reader may see; of the others they are last year's."""
    last = year - 1
    if not PledgeVersion.objects.of_year(cluster, last).signed().exists():
        return
    periods = list(Period.objects.filter(cluster=cluster).select_related("cluster"))
    window = year_window(periods, last)
    known = [each for each in visible_pledges(user, cluster, last, window) if each.signed]
    moment = moments(periods, last, timezone.localdate())[-1]  # how the year ended, or how it stands today
    seen = readable(moment, user, cluster, last, periods, [each.office.pk for each in known])
    there = {
        each.office.pk: each
        for each in pledges_of(
            PledgeVersion.objects.visible_to(user), cluster, year, members(cluster, year_window(periods, year))
        )
    }
    in_use = set(Indicator.objects.for_cluster(cluster, year).values_list("code", flat=True))
    for found in results_of(known, cluster, window, moment.halves, moment.on, seen):
        if found.version is None:
            continue
        now = there.get(found.pledge.office.pk)
        if now is None:
            yield _gone(found, said(found.version))
        else:
            yield from _lines(cluster, year, found, moment.is_over, now, in_use)


def _name(pledge: OfficePledge) -> str:
    return str(getattr(pledge.office, "short_name_then", pledge.office.short_name))


def _group(pledge: OfficePledge) -> str:
    return _("Pledge of %(office)s") % {"office": _name(pledge)}


def _gone(found: OfficeResult, text: Said) -> Line:
    return Line(
        key=f"pledge:{found.pledge.office.code}", part=Part.PLEDGES, title=_("The whole pledge"), before=_counted(text),
        group=_group(found.pledge), note=_("no member of the cluster any more"), state=State.GONE, wanted=False,
    )  # fmt: skip


def _counted(text: Said) -> str:
    contents = ngettext("%(number)s content", "%(number)s contents", len(text.contents))
    targets = ngettext("%(number)s target", "%(number)s targets", len(text.targets))
    return ", ".join(
        [contents % {"number": number(len(text.contents))}, targets % {"number": number(len(text.targets))}]
    )


def _lines(
    cluster: Cluster, year: int, found: OfficeResult, is_over: bool, now: OfficePledge, in_use: Container[str]
) -> Iterator[Line]:
    version = found.version
    assert version is not None
    text, group = said(version), _group(now)
    kept = _kept(year, found, version, in_use)
    copied = [each for each in kept if each.next is not None]
    taking = Taking(cluster, year, now, tuple(renamed(content, year - 1) for content in text.contents))
    begun = now.draft or now.current
    stands = said(begun).targets if begun else ()
    after = Said("", taking.contents, tuple(each.next for each in copied if each.next))
    all_there = begun is not None and all(_stands(each.next, stands) for each in copied if each.next)
    yield Line(
        key=f"pledge:{now.office.code}", part=Part.PLEDGES, title=_("The whole pledge"), before=_counted(text),
        after=_counted(after), now=_counted(said(begun)) if begun else "", group=group,
        note=_begun_note() if begun else _("with all targets below, as a draft of the office"),
        state=State.NEW if begun is None else State.SAME if all_there else State.LOCKED, wanted=False,
        shown=repr([(each.text, level_words(each)) for each in after.targets]), write=partial(taking.write, copied),
    )  # fmt: skip
    for each in kept:
        yield _line(year, group, each, is_over, begun is not None, stands, taking)


def _begun_note() -> str:
    return _("the pledge is begun: it is changed on its own page")


def _kept(year: int, found: OfficeResult, version: PledgeVersion, in_use: Container[str]) -> list[Kept]:
    """`found.results` is None where the reader may not see the office's figures."""
    rows = list(version.targets.all())
    results = found.results if found.results is not None else [None] * len(rows)
    kept = []
    for row, promise, result in zip(rows, said(version).targets, results, strict=True):
        copied: Promise | None = None
        if promise.indicator is None or promise.indicator.code in in_use:
            copied = renewed(promise, result.figure if result else None)
            copied = replace(copied, text=renamed(copied.text, year - 1))
        kept.append(Kept(row.pk, promise, result, copied))
    return kept


def _line(
    year: int, group: str, each: Kept, is_over: bool, is_begun: bool, stands: Sequence[Promise], taking: Taking
) -> Line:
    in_words = each.last.indicator is None
    line = Line(
        key=f"pledge-target:{each.key}", part=Part.PLEDGES, group=group, wanted=False,
        title=_("Target in words") if in_words else each.last.text,
        before=each.last.text if in_words else _before(each, over=is_over),
    )  # fmt: skip
    if each.next is None:
        return replace(line, note=_("its indicator is not in use in %(year)s") % {"year": year}, state=State.GONE)
    line = replace(
        line, after=each.next.text if in_words else level_words(each.next), write=partial(taking.write, [each])
    )
    if not is_begun:
        return replace(line, note=_note(each))
    if _stands(each.next, stands):
        return replace(line, now=line.after, state=State.SAME)
    return replace(line, now=_otherwise(each.next, stands), note=_begun_note(), state=State.LOCKED)


def _before(each: Kept, *, over: bool) -> str:
    """ "at least 7 meetings; result: 4 meetings, not reached" """
    level = level_words(each.last)
    if each.result is None or each.result.standing is None:
        return _("%(level)s; figures not public yet") % {"level": level}
    standing = standing_words(each.result.standing, over=over)
    figure = figure_words(each.result.figure, each.last.indicator.unit if each.last.indicator else "")
    if not figure:
        return _("%(level)s; %(standing)s") % {"level": level, "standing": standing}
    said_so = {"level": level, "figure": figure, "standing": standing}
    return _("%(level)s; result: %(figure)s, %(standing)s") % said_so


def _note(each: Kept) -> str:
    """Where the level comes from, where it is not simply what was reached."""
    last, copied = each.last.goal, each.next.goal if each.next else None
    if last is None or copied is None:
        return ""
    if copied.level < last.level:
        return _("less than was pledged: what was reached")
    return _("as it was pledged") if copied == last else ""


def _key(promise: Promise) -> tuple[object, ...]:
    if promise.indicator is None:
        return (fold(promise.text),)
    return (promise.indicator.code, promise.goal)


def _stands(promise: Promise, stands: Sequence[Promise]) -> bool:
    return _key(promise) in {_key(each) for each in stands}


def _otherwise(promise: Promise, stands: Sequence[Promise]) -> str:
    """What stands in the new year's pledge on the same indicator."""
    same = (each for each in stands if each.indicator and promise.indicator and each.indicator == promise.indicator)
    return next((level_words(each) for each in same), "")
