"""Writing down what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.enums import Kind
from apps.activities.models import DETAILS, DirectFigure, DraftLaw, Import, Record
from apps.activities.rules import can_enter, enters_on_behalf
from apps.campaigns.models import AssemblySession, Conference, Period
from apps.core.audit import action
from apps.core.text import fold, nfc
from apps.indicators.enums import FigureStatus
from apps.indicators.models import Indicator
from apps.offices.models import Cluster, Office


def counted_on(starts_on: date, conference: Conference | None) -> date:
    """The day a record counts: its own, or, attached to a conference, that day brought into the conference's period.

    The one writer of `Record.counted_on`. So the gifts of 04/7/2019 count on 30/6/2019, the last day of the first half.
    """
    if conference is None:
        return starts_on
    period = conference.period
    return min(max(starts_on, period.starts_on), period.ends_on)


def year_of(cluster: Cluster, day: date) -> int:
    """The emulation year in which a day counts: of the half that holds it, or else the calendar's."""
    half = Period.objects.halves().filter(cluster=cluster, starts_on__lte=day, ends_on__gte=day).first()
    return half.year if half else day.year


def _refuse_unless_entering(by: User, cluster: Cluster, office: Office | None, day: date) -> None:
    if not can_enter(by, cluster, office, year_of(cluster, day)):
        raise PermissionDenied


@action
def draft_law(*, name: str, session: AssemblySession | None = None, by: User | None) -> DraftLaw:
    """The draft of that name; names are compared without accents and case, so it is one row however it is typed."""
    draft, _created = DraftLaw.objects.get_or_create(
        folded=fold(name), defaults={"name": nfc(name), "session": session}
    )
    return draft


@action
def create_record(
    *,
    kind: Kind,
    cluster: Cluster,
    office: Office | None,
    values: Mapping[str, Any],
    detail: Mapping[str, Any],
    by: User,
    imported_by: Import | None = None,
) -> Record:
    """Writes one record with its detail row. Without `office` the cluster itself owns it.

    `values` are fields of `Record`, `detail` those of the kind's own table, both cleaned. Refused without the right to
    enter for that owner in the year in which it counts.
    """
    day = counted_on(values["starts_on"], values.get("conference"))
    _refuse_unless_entering(by, cluster, office, day)
    record = Record(
        **values,
        kind=kind,
        office=office,
        cluster=None if office else cluster,
        counted_on=day,
        on_behalf=enters_on_behalf(by, office),
        created_by=by,
        imported_by=imported_by,
    )
    record.save()
    DETAILS[kind](**{"record": record, **detail}).save()
    return record


@dataclass(frozen=True)
class NewRecord:
    """A record to be written with others; without `office` the cluster itself owns it."""

    kind: Kind
    office: Office | None
    values: Mapping[str, Any]
    detail: Mapping[str, Any]


@action
def create_records(
    *, rows: Sequence[NewRecord], cluster: Cluster, by: User, imported_by: Import | None = None
) -> list[Record]:
    """`create_record` for many rows, all or none, in one statement for each table. The audit is written by triggers."""
    records = []
    halves = list(Period.objects.halves().filter(cluster=cluster))
    for row in rows:
        day = counted_on(row.values["starts_on"], row.values.get("conference"))
        year = next((half.year for half in halves if half.starts_on <= day <= half.ends_on), day.year)
        if not can_enter(by, cluster, row.office, year):
            raise PermissionDenied
        records.append(Record(
            **row.values, kind=row.kind, office=row.office, cluster=None if row.office else cluster, counted_on=day,
            on_behalf=enters_on_behalf(by, row.office), created_by=by, imported_by=imported_by,
        ))  # fmt: skip
    Record.objects.bulk_create(records)
    for kind, model in DETAILS.items():
        model._default_manager.bulk_create(
            model(**{"record": record, **row.detail})
            for record, row in zip(records, rows, strict=True)
            if row.kind == kind
        )
    return records


@action
def update_record(
    *, record: Record, cluster: Cluster, version: int, values: Mapping[str, Any], detail: Mapping[str, Any], by: User
) -> Record:
    """Changes a record that is still at `version`; otherwise refuses: nobody overwrites what they have not seen."""
    _refuse_unless_entering(by, cluster, record.office, record.counted_on)
    locked = Record.objects.select_for_update(of=("self",)).alive().get(pk=record.pk)
    if locked.version != version:
        raise ValidationError(
            _("Somebody else has changed this record since you opened it. Open it again to see their version."),
            code="version",
        )
    for name, value in values.items():
        setattr(locked, name, value)
    locked.counted_on = counted_on(locked.starts_on, locked.conference)
    _refuse_unless_entering(by, cluster, locked.office, locked.counted_on)
    locked.version += 1
    locked.updated_at = timezone.now()
    locked.save(update_fields=[*values, "counted_on", "version", "updated_at"])
    row = locked.detail
    for name, value in detail.items():
        setattr(row, name, value)
    if detail:
        row.save(update_fields=list(detail))
    return locked


@action
def delete_record(*, record: Record, cluster: Cluster, by: User) -> None:
    """Takes a record out of every list and figure; `restore_record` brings it back. Repeating it does no harm."""
    _refuse_unless_entering(by, cluster, record.office, record.counted_on)
    now = timezone.now()
    Record.objects.filter(pk=record.pk, deleted_at=None).update(deleted_at=now, deleted_by=by, updated_at=now)


@action
def restore_record(*, record: Record, cluster: Cluster, by: User) -> None:
    _refuse_unless_entering(by, cluster, record.office, record.counted_on)
    Record.objects.filter(pk=record.pk, deleted_at__isnull=False).update(
        deleted_at=None, deleted_by=None, updated_at=timezone.now()
    )


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
    _refuse_unless_entering(by, cluster, office, ends_on)
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
        withdraw_figure(figure=former, cluster=cluster, by=by)
    figure = DirectFigure(
        indicator=indicator, office=office, cluster=None if office else cluster, starts_on=starts_on, ends_on=ends_on,
        value=value, status=status, note=note,
        on_behalf=enters_on_behalf(by, office), created_by=by, imported_by=imported_by,
    )  # fmt: skip
    figure.save()
    return figure


@action
def withdraw_figure(*, figure: DirectFigure, cluster: Cluster, by: User) -> None:
    _refuse_unless_entering(by, cluster, figure.office, figure.ends_on)
    now = timezone.now()
    DirectFigure.objects.filter(pk=figure.pk, deleted_at=None).update(deleted_at=now, deleted_by=by, updated_at=now)
