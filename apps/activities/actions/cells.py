"""Saving cells of the grid: each for itself, so that one refusal never loses the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.activities.actions.basics import Entering, refuse_entry
from apps.activities.actions.figures import Wish
from apps.activities.actions.holding import hold_statements
from apps.activities.enums import CellResult
from apps.activities.grid import reasons
from apps.activities.models import DirectFigure
from apps.activities.rules import enters_on_behalf
from apps.core.audit import action
from apps.core.constraints import explained
from apps.indicators.enums import FROM_RECORDS
from apps.indicators.reading import OWN_LINE, Figures, Window, figures
from apps.offices.models import Cluster, Office

MEANWHILE = gettext_lazy("Somebody is stating this figure at this moment. Send it again.")
OVERLAPS = {
    "direct_figure_office_no_overlap": ("", MEANWHILE),
    "direct_figure_cluster_no_overlap": ("", MEANWHILE),
}


@dataclass(frozen=True, kw_only=True)
class CellWish:
    """What shall be stated by an office (None: the cluster's own line) for a span."""

    office: Office | None
    starts_on: date
    ends_on: date
    wish: Wish

    @property
    def span(self) -> Window:
        return Window(self.starts_on, self.ends_on)

    @property
    def owner(self) -> int:
        return self.office.pk if self.office else OWN_LINE


@dataclass(frozen=True)
class CellAnswer:
    """`gone` is the statement that the author saw and somebody withdrew: the other side of a conflict with nothing."""

    result: CellResult
    reason: str = ""
    gone: DirectFigure | None = None


Living = dict[tuple[int, int], list[DirectFigure]]  # by owner and indicator


@action
def save_cells(*, cells: Sequence[CellWish], cluster: Cluster, by: User) -> list[CellAnswer]:
    """Carries out what can be; one answer for each, in order. Sending it again changes nothing.

    A cell that somebody changed since its author saw it (`wish.seen`) is a conflict and stays as it is, unless it
    already holds what was sent. Refused: lines for which `by` does not enter, figures that records count, and those
    stated for other, overlapping days.
    """
    closed = _closed(cells, cluster, by)
    open_cells = [cell for cell in cells if (cell.office, cell.span) not in closed]
    hold_statements(cluster, [(cell.owner or None, cell.wish.indicator.pk) for cell in open_cells])
    counted, living = _counted(open_cells, cluster), _living(open_cells, cluster)
    answers = []
    for cell in cells:
        reason = closed.get((cell.office, cell.span))
        if reason is not None:
            answers.append(CellAnswer(CellResult.REFUSED, reason))
            continue
        try:
            answers.append(_save(cell, cluster, living, counted, by))
        except ValidationError as refusal:
            answers.append(CellAnswer(CellResult.REFUSED, " ".join(refusal.messages)))
    return answers


def _closed(cells: Sequence[CellWish], cluster: Cluster, by: User) -> dict[tuple[Office | None, Window], str]:
    """Why nothing may be stated by these lines for these spans: no right, no member, or the figures are closed."""
    found: dict[tuple[Office | None, Window], str] = {}
    entering = Entering.of(by, cluster)
    for office, span in dict.fromkeys((cell.office, cell.span) for cell in cells):
        try:
            refuse_entry(entering, office, span.ends_on, span.starts_on)
        except PermissionDenied:
            found[office, span] = _("You do not enter figures here.")
        except ValidationError as refusal:
            found[office, span] = " ".join(refusal.messages)
    return found


def _counted(cells: Sequence[CellWish], cluster: Cluster) -> Figures | None:
    stating = [cell for cell in cells if not cell.wish.blank and cell.wish.indicator.aggregation in FROM_RECORDS]
    if not stating:
        return None
    return figures(
        {cell.wish.indicator.code: cell.wish.indicator for cell in stating}.values(),
        cluster=cluster,
        offices=sorted({cell.owner for cell in stating if cell.office}),
        windows=sorted({cell.span for cell in stating}),
    )


def _living(cells: Sequence[CellWish], cluster: Cluster) -> Living:
    """The living statements of these lines and indicators that touch any of the spans; held until the end."""
    found: Living = defaultdict(list)
    if not cells:
        return found
    rows = DirectFigure.objects.select_for_update(of=("self",)).alive().filter(
        Q(office__in={cell.owner for cell in cells if cell.office}) | Q(cluster=cluster),
        indicator__in={cell.wish.indicator.pk for cell in cells},
        starts_on__lte=max(cell.ends_on for cell in cells), ends_on__gte=min(cell.starts_on for cell in cells),
    )  # fmt: skip
    for row in rows:
        found[row.office_id or OWN_LINE, row.indicator_id].append(row)
    return found


def _save(cell: CellWish, cluster: Cluster, living: Living, counted: Figures | None, by: User) -> CellAnswer:
    wish, known = cell.wish, living[cell.owner, cell.wish.indicator.pk]
    former = next((row for row in known if Window(row.starts_on, row.ends_on) == cell.span), None)
    if wish.holds_already(former):
        return CellAnswer(CellResult.SAVED)
    if (former.pk if former else None) != wish.seen:
        return _conflict(cell, cluster, former)
    if not wish.blank:
        figure = counted.of(wish.indicator.code, cell.owner, cell.span) if counted else None
        if figure is not None and figure.counted is not None:
            raise ValidationError(reasons.counted_from_records(wish.indicator, figure.counted))
        others = [row for row in known if row is not former and _overlap(row, cell)]
        if others:
            raise ValidationError(reasons.stated_elsewhere(others))
    row = None if wish.blank else _statement(cell, cluster, by)
    with explained(OVERLAPS):  # a savepoint of its own
        if former is not None:
            now = timezone.now()
            DirectFigure.objects.filter(pk=former.pk).update(deleted_at=now, deleted_by=by, updated_at=now)
        if row is not None:
            row.save(force_insert=True)
    known[:] = [*(each for each in known if each is not former), *([row] if row else [])]
    return CellAnswer(CellResult.SAVED)


def _statement(cell: CellWish, cluster: Cluster, by: User) -> DirectFigure:
    wish = cell.wish
    return DirectFigure(
        indicator=wish.indicator, office=cell.office, cluster=None if cell.office else cluster,
        starts_on=cell.starts_on, ends_on=cell.ends_on, value=wish.value, status=wish.status, note=wish.note,
        on_behalf=enters_on_behalf(by, cell.office), created_by=by,
    )  # fmt: skip


def _overlap(row: DirectFigure, cell: CellWish) -> bool:
    return row.starts_on <= cell.ends_on and row.ends_on >= cell.starts_on


def _conflict(cell: CellWish, cluster: Cluster, former: DirectFigure | None) -> CellAnswer:
    if former is not None:
        return CellAnswer(CellResult.CONFLICT, _("Somebody else has stated this figure meanwhile."))
    assert cell.wish.seen is not None  # otherwise there would be no conflict with nothing
    owner = Q(office=cell.office) if cell.office else Q(cluster=cluster)
    gone = DirectFigure.objects.filter(owner, pk=cell.wish.seen).select_related("deleted_by").first()
    return CellAnswer(CellResult.CONFLICT, _("Somebody else has withdrawn this figure meanwhile."), gone)
