"""What the offices pledged, on the dashboard: how many targets stand where, and how each office stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.campaigns.scope import Scope
from apps.core.words import day
from apps.indicators.reading import Figures
from apps.pledges.enums import Standing
from apps.pledges.glance import Pledged, pledged
from apps.pledges.moments import moment_of, readable
from apps.pledges.rules import can_prepare_pledge, can_read_pledges
from apps.pledges.standings import STANDINGS, counted_words, standing_words

ORDER = (Standing.REACHED, Standing.ON_COURSE, Standing.BEHIND, Standing.NO_DATA)


@dataclass(frozen=True)
class Count:
    """Targets of all offices that stand alike."""

    number: int
    word: str
    state: str


@dataclass(frozen=True)
class PledgeCell:
    """How an office stands, in a word; `said` tells all of it. Without `state` it is a remark."""

    text: str
    state: str = ""
    said: str = ""
    url: str = ""


@dataclass(frozen=True)
class NextStep:
    text: str
    label: str = ""
    url: str = ""


@dataclass(frozen=True)
class PledgeBlock:
    """`step` is what the reader may do where nobody had signed by then; otherwise None."""

    title: str
    until: str
    url: str
    signed: str = ""
    counts: tuple[Count, ...] = ()
    in_words: int = 0
    step: NextStep | None = None


def pledged_in(scope: Scope) -> Pledged | None:
    """What held at the period's end, or holds today while it runs; None of readers who read no pledges. Two queries."""
    if not can_read_pledges(scope.user, scope.cluster):
        return None
    moment = moment_of(scope.period, scope.periods, timezone.localdate())
    return pledged(scope.cluster, scope.year, moment, scope.member_ids)


def _list_url(scope: Scope, moment_code: str) -> str:
    return reverse("pledges:pledges", args=[scope.cluster.code, scope.year]) + f"?at={moment_code}"


def block_of(scope: Scope, found: Pledged, answer: Figures) -> PledgeBlock:
    """Of all offices together, which is open to all members as every total of the cluster is."""
    over, until = found.moment.is_over, day(found.moment.on)
    title, url = _("Pledges of %(year)s") % {"year": scope.year}, _list_url(scope, found.moment.code)
    if not found.promises:
        return PledgeBlock(title, until, url, step=_step(scope))
    every = [each for office in found.promises for each in found.results(answer, office)]
    counts = Counter(each.standing for each in every if each.standing is not None)
    signed = _("%(signed)s of %(offices)s offices had signed by %(day)s") % {
        "signed": len(found.promises), "offices": len(scope.members), "day": until,
    }  # fmt: skip
    shown = [each for each in ORDER if counts[each] or not (over and each == Standing.ON_COURSE)]
    return PledgeBlock(
        title, until, url, signed,
        tuple(Count(counts[each], standing_words(each, over=over), STANDINGS[each]) for each in shown),
        in_words=sum(each.standing is None for each in every),
    )  # fmt: skip


def _step(scope: Scope) -> NextStep:
    if scope.is_secretariat:
        return NextStep(
            _("The offices prepare and sign before the pledge conference, which stands in the calendar. You may "
              "prepare for one that cannot, and note what a head signed on paper."),
            _("Pledges of %(year)s") % {"year": scope.year},
            reverse("pledges:pledges", args=[scope.cluster.code, scope.year]),
        )  # fmt: skip
    for office in scope.members:
        if can_prepare_pledge(scope.user, scope.cluster, scope.year, office.pk):
            return NextStep(
                _("Prepare the pledge of your office; its head signs it. From then on its progress stands here."),
                _("Pledge of %(office)s") % {"office": office.short_name_then},  # type: ignore[attr-defined]
                reverse("pledges:pledge", args=[scope.cluster.code, scope.year, office.code]),
            )
    return NextStep(_("The offices prepare and sign their pledges. From then on their progress stands here."))


def cells_of(scope: Scope, found: Pledged, answer: Figures) -> Mapping[int, PledgeCell]:
    """By office (id); empty where nobody had signed by then. Of offices whose figures the reader may not see up to that
    day only that they signed."""
    if not found.promises:
        return {}
    moment = found.moment
    if moment.period == scope.period:
        seen = scope.readable_offices
    else:
        seen = readable(moment, scope.user, scope.cluster, scope.year, scope.periods, scope.member_ids)
    return {office.pk: _cell(scope, found, answer, office.pk, office.code, seen) for office in scope.members}


def _cell(
    scope: Scope, found: Pledged, answer: Figures, office: int, code: str, seen: frozenset[int]
) -> PledgeCell:  # fmt: skip
    if office not in found.promises:
        return PledgeCell(_("not signed"))
    if office not in seen:
        return PledgeCell(_("not published yet"))
    counts = Counter(each.standing for each in found.results(answer, office) if each.standing is not None)
    over = found.moment.is_over
    url = reverse("pledges:pledge_progress", args=[scope.cluster.code, scope.year, code]) + f"?at={found.moment.code}"
    said = ", ".join(words for _colour, words in counted_words(counts, over=over))
    if not counts:
        return PledgeCell(_("in words alone"), url=url)
    worst = next(
        each for each in (Standing.BEHIND, Standing.NO_DATA, Standing.ON_COURSE, Standing.REACHED) if counts[each]
    )
    text = standing_words(worst, over=over)
    if worst in {Standing.BEHIND, Standing.NO_DATA}:
        text = f"{counts[worst]} {text}"
    return PledgeCell(text, STANDINGS[worst], said, url)
