"""Which lines and indicators changed since a moment, so that a page need not be read anew."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from apps.activities.enums import Kind
from apps.activities.grid.board import Board, By
from apps.activities.models import DirectFigure, Record
from apps.indicators.models import Indicator

# A row bears the moment of its writing and is seen only when its transaction ends: what is in between is told again.
OVERLAP = timedelta(minutes=5)


def changed_since(board: Board, moment: datetime) -> list[Indicator]:
    """Indicators of the board of which a statement or a record changed, was entered or removed. Two queries.

    With the board by offices, of any member: the totals are everybody's.
    """
    since = moment - OVERLAP
    touched = Q(updated_at__gte=since) | Q(created_at__gte=since) | Q(deleted_at__gte=since)
    offices = board.scope.member_ids if board.by == By.OFFICES else [board.chosen.pk]
    owned = touched & (Q(office__in=offices) | Q(cluster=board.scope.cluster))
    whole = board.whole
    stated = set(
        DirectFigure.objects.filter(owned, starts_on__lte=whole.ends_on, ends_on__gte=whole.starts_on)
        .order_by()
        .values_list("indicator", flat=True)
        .distinct()
    )
    kinds = set(Record.objects.filter(owned).order_by().values_list("kind", flat=True).distinct())
    if Kind.DEFINED in kinds:  # the cluster's own kinds are sources of their own names
        kinds |= {each.source for each in board.indicators if each.source not in Kind.values}
    return [each for each in board.indicators if each.pk in stated or (each.source and each.source in kinds)]
