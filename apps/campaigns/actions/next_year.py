"""Takes last year over into the next: only the lines that were accepted as they were shown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from apps.accounts.models import User
from apps.campaigns.actions.calendar import refuse_unless_planning
from apps.campaigns.next_year import OPEN, key_of, lines
from apps.core.audit import action
from apps.offices.models import Cluster


@dataclass(frozen=True)
class TakenOver:
    """`stale`: titles of accepted lines that are no longer as they were shown; they were left alone."""

    written: int
    stale: tuple[str, ...] = ()


@action
def take_over_year(*, cluster: Cluster, year: int, accepted: Collection[str], by: User) -> TakenOver:
    """`accepted`: tokens of lines (`next_year.Line.token`) of `year`, taken from the year before. Those that stand
    there already are passed over, so that repeating it does no harm."""
    refuse_unless_planning(by, cluster, year)
    Cluster.objects.select_for_update().get(pk=cluster.pk)
    wanted = {key_of(token): token for token in accepted}
    stale, written = [], 0
    for line in lines(cluster, year, by):
        if line.key not in wanted or line.state not in OPEN or line.write is None:
            continue
        if line.token != wanted[line.key]:
            stale.append(line.title)
            continue
        line.write(by)
        written += 1
    return TakenOver(written, tuple(stale))
