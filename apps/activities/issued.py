"""Papers that went out: what they say can no longer be taken back silently. Upper floors register theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from apps.offices.models import Cluster


@dataclass(frozen=True)
class Issued:
    """A paper on the days from `starts_on` to `ends_on`, which went to its readers at `at`."""

    name: str
    at: datetime
    starts_on: date
    ends_on: date
    url: str


Papers = Callable[[Cluster], list[Issued]]
_papers: list[Papers] = []


def register(papers: Papers) -> None:
    """Called in `apps.py: ready()` by whoever issues papers on what was done."""
    if papers not in _papers:
        _papers.append(papers)


def issued(cluster: Cluster, since: datetime) -> list[Issued]:
    """The cluster's papers that went out after a moment, oldest first."""
    found = [each for papers in _papers for each in papers(cluster) if each.at > since]
    return sorted(found, key=lambda each: each.at)
