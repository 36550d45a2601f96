"""Stating totals where an office knows no single records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.actions.basics import refuse_unless_entering
from apps.activities.actions.holding import hold_statements
from apps.activities.models import DirectFigure, Import, ImportChange
from apps.activities.rules import enters_on_behalf
from apps.core.audit import action
from apps.indicators.enums import FigureStatus
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office


@action
def state_figure(
    *,
    indicator: Indicator,
    cluster: Cluster,
    office: Office | None,
    starts_on: date,
    ends_on: date,
    value: int | None,
    by: User,
    status: str = FigureStatus.ACTUAL,
    note: str = "",
    imported_by: Import | None = None,
) -> DirectFigure:
    """States an indicator for a span: a value, or none (`value=None`). Replaces what was stated for the same span.

    A living statement on other, overlapping days refuses it: it says which.
    """
    refuse_unless_entering(by, cluster, office, ends_on, starts_on)
    hold_statements(cluster, [(office.pk if office else None, indicator.pk)])
    owner = Q(office=office) if office else Q(cluster=cluster)
    overlapping = (
        DirectFigure.objects.select_for_update()
        .alive()
        .filter(owner, indicator=indicator, starts_on__lte=ends_on, ends_on__gte=starts_on)
    )
    for former in overlapping:
        if (former.starts_on, former.ends_on) != (starts_on, ends_on):
            raise ValidationError(
                _("%(indicator)s is already stated for %(from)s–%(to)s. Withdraw that figure first."),
                params={
                    "indicator": indicator.name,
                    "from": f"{former.starts_on:%d/%m/%Y}",
                    "to": f"{former.ends_on:%d/%m/%Y}",
                },
                code="overlap",
            )
        withdraw_figure(figure=former, cluster=cluster, by=by, imported_by=imported_by)
    figure = DirectFigure(
        indicator=indicator, office=office, cluster=None if office else cluster, starts_on=starts_on, ends_on=ends_on,
        value=value, status=status, note=note,
        on_behalf=enters_on_behalf(by, office), created_by=by, imported_by=imported_by,
    )  # fmt: skip
    figure.save()
    return figure


@action
def withdraw_figure(*, figure: DirectFigure, cluster: Cluster, by: User, imported_by: Import | None = None) -> None:
    """An import that withdraws it remembers it, so that undoing lets the very same statement live again."""
    refuse_unless_entering(by, cluster, figure.office, figure.ends_on, figure.starts_on)
    hold_statements(cluster, [(figure.office_id, figure.indicator_id)])
    now = timezone.now()
    living = DirectFigure.objects.filter(pk=figure.pk, deleted_at=None)
    if living.update(deleted_at=now, deleted_by=by, updated_at=now) and imported_by is not None:
        before = {"updated_at": figure.updated_at.isoformat()}
        ImportChange.objects.create(origin=imported_by, figure=figure, before=before, version=figure.version)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What shall be stated of one indicator: a value, none (`value=None`), or nothing at all (`blank`).

    `seen` is the statement (its id) that the author had before their eyes, if any.
    """

    indicator: Indicator
    blank: bool
    value: int | None = None
    status: str = FigureStatus.ACTUAL
    note: str = ""
    seen: int | None = None

    def holds_already(self, former: DirectFigure | None) -> bool:
        if former is None or self.blank:
            return former is None and self.blank
        return (former.value, former.status, former.note) == (self.value, self.status, self.note)


@action
def state_figures(
    *, wishes: Iterable[Wish], cluster: Cluster, office: Office | None, starts_on: date, ends_on: date, by: User
) -> int:
    """Carries out all wishes or none of them; returns how many statements changed. Repeating it changes nothing.

    Refuses, by indicator code, what overlaps another span and what somebody else has stated meanwhile.
    """
    refuse_unless_entering(by, cluster, office, ends_on, starts_on)
    wishes = list(wishes)
    hold_statements(cluster, [(office.pk if office else None, wish.indicator.pk) for wish in wishes])
    owner = Q(office=office) if office else Q(cluster=cluster)
    rows = DirectFigure.objects.select_for_update(of=("self",)).alive().select_related("created_by")
    stated = {row.indicator_id: row for row in rows.filter(owner, starts_on=starts_on, ends_on=ends_on)}
    faults: dict[str, ValidationError] = {}
    changed = 0
    for wish in wishes:
        former = stated.get(wish.indicator.pk)
        if wish.holds_already(former):
            continue
        changed += 1
        try:
            if (former.pk if former else None) != wish.seen:
                raise _overtaken(former)
            if not wish.blank:
                state_figure(
                    indicator=wish.indicator, cluster=cluster, office=office, starts_on=starts_on, ends_on=ends_on,
                    value=wish.value, status=wish.status, note=wish.note, by=by,
                )  # fmt: skip
            elif former is not None:
                withdraw_figure(figure=former, cluster=cluster, by=by)
        except ValidationError as fault:
            faults[wish.indicator.code] = fault
    if faults:
        raise ValidationError({code: fault.messages for code, fault in faults.items()})
    return changed


def _overtaken(former: DirectFigure | None) -> ValidationError:
    if former is None:
        return ValidationError(_("Somebody else has withdrawn this figure meanwhile. Save again to state yours."))
    value = _("none") if former.value is None else str(former.value)
    return ValidationError(
        _("%(who)s has stated “%(value)s” meanwhile. Save again to replace it by yours."),
        params={"who": str(former.created_by or ""), "value": value},
    )
