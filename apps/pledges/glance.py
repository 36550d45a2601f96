"""How the pledges of a year stand, for a page that reads its figures in one call of its own.

The page asks `pledged`, takes `indicators` and `windows` into its reading, and hands the answer back to `results`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from apps.indicators.models import Indicator
from apps.indicators.reading import Figures, Window
from apps.offices.models import Cluster, Membership
from apps.pledges.models import PledgeTarget, PledgeVersion
from apps.pledges.moments import Moment
from apps.pledges.promised import Promise
from apps.pledges.results import Result, asked, judged, span_of
from apps.pledges.versions import belongs_of, promise_of


@dataclass(frozen=True)
class Pledged:
    """By office (id): what its pledge promised on the moment's day, where one was signed by then, and the days whose
    figures count for it."""

    moment: Moment
    promises: Mapping[int, tuple[Promise, ...]]
    spans: Mapping[int, Window]

    @property
    def indicators(self) -> list[Indicator]:
        found = {
            each.indicator.code: each.indicator
            for promises in self.promises.values()
            for each in promises
            if each.indicator
        }
        return list(found.values())

    @property
    def windows(self) -> list[Window]:
        return asked((self.spans[office] for office in self.promises), self.moment.halves)

    def results(self, answer: Figures, office: int) -> tuple[Result, ...]:
        """Nothing of an office that had not signed by then."""
        promises = self.promises.get(office, ())
        if not promises:
            return ()
        moment = self.moment
        return judged(promises, answer, office, self.spans[office], moment.window.ends_on, moment.halves)


def pledged(cluster: Cluster, year: int, moment: Moment, offices: Collection[int]) -> Pledged:
    """Of those offices that belong to the year. Two queries."""
    held = PledgeVersion.objects.of_year(cluster, year).signed().in_force(moment.on)
    rows = PledgeTarget.objects.filter(version__in=held, version__pledge__office__in=offices)
    promises: dict[int, list[Promise]] = defaultdict(list)
    for row in rows.select_related(
        "version__pledge", "indicator", "indicator__numerator", "indicator__denominator"
    ).order_by("version_id", "position"):
        promises[row.version.pledge.office_id].append(promise_of(row))
    days: dict[int, list[Membership]] = defaultdict(list)
    window = moment.window
    wanted = Membership.objects.filter(cluster=cluster, office__in=promises)
    for member in wanted.during(window.starts_on, window.ends_on):
        days[member.office_id].append(member)
    spans = {office: span_of(belongs_of(held_days, window), moment.on) for office, held_days in days.items()}
    return Pledged(moment, {office: tuple(promises[office]) for office in spans}, spans)
