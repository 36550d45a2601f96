"""Findings beside what the offices wrote to justify them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from apps.campaigns.models import Period
from apps.offices.models import Office
from apps.reports.checks.findings import Finding
from apps.reports.checks.reading import findings
from apps.reports.content import Content
from apps.reports.enums import TO_JUSTIFY
from apps.reports.models import Justification


@dataclass(frozen=True)
class Checked:
    """A finding with what was written for it, if anything. It stands while the check says what it said then: another
    objection asks again."""

    finding: Finding
    justification: Justification | None = None

    @property
    def is_justified(self) -> bool:
        return self.justification is not None and self.justification.objection == self.finding.objection

    @property
    def is_outdated(self) -> bool:
        """Something was written, but the check says something else now."""
        return self.justification is not None and not self.is_justified

    @property
    def is_open(self) -> bool:
        """Wants a justification and has none that stands."""
        return self.finding.needs_justification and not self.is_justified


def beside(found: Iterable[Finding], written: Iterable[Justification]) -> list[Checked]:
    """Of one office."""
    known = {(each.rule, each.subject): each for each in written}
    return [Checked(each, known.get((each.rule, each.subject))) for each in found]


def checked(period: Period, offices: Iterable[Office]) -> dict[int, list[Checked]]:
    """By office id: what `findings` says, and one query for what was written."""
    asked = list(offices)
    written: dict[int, list[Justification]] = {office.pk: [] for office in asked}
    rows = Justification.objects.filter(report__period=period, report__office__in=asked)
    for row in rows.select_related("report", "edited_by"):
        written[row.report.office_id].append(row)
    return {pk: beside(found, written[pk]) for pk, found in findings(period, asked).items()}


def unjustified(
    period: Period, offices: Iterable[Office], severities: Collection[str] = TO_JUSTIFY
) -> dict[int, list[Finding]]:
    """By office id: what still wants a justification, of the severities given. Offices with nothing open: left out."""
    found: Mapping[int, list[Checked]] = checked(period, offices)
    left = {pk: still_open(lines, severities) for pk, lines in found.items()}
    return {pk: lines for pk, lines in left.items() if lines}


def still_open(found: Iterable[Checked], severities: Collection[str] = TO_JUSTIFY) -> list[Finding]:
    return [each.finding for each in found if each.is_open and each.finding.severity in severities]


def settled(found: Iterable[Checked], content: Content) -> frozenset[tuple[str, str]]:
    """Justifications (check, figure) of which the check asks none any more: they explain nothing."""
    asked = {(each.finding.rule, each.finding.subject) for each in found if each.finding.needs_justification}
    return frozenset(content.justifications.keys() - asked)


def without_settled(found: Iterable[Checked], content: Content) -> Content:
    """What a sending says now: a justification goes with its objection. Reading a report leaves it in, since a check
    may fall silent by what others change (the figures of past periods), and no report becomes stale by that."""
    gone = settled(found, content)
    return replace(
        content, justifications={key: line for key, line in content.justifications.items() if key not in gone}
    )
