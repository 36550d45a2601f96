"""Changing many records at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.actions.basics import Entering, counted_on
from apps.activities.actions.defined_values import Definitions
from apps.activities.actions.recommendations import COUNTED
from apps.activities.actions.terms import due_by_law, settle_due_day
from apps.activities.enums import Kind
from apps.activities.limits import table
from apps.activities.models import DETAILS, Recommendation, Record
from apps.core.audit import action
from apps.offices.models import Cluster

BATCH = 200


@dataclass(frozen=True)
class Changed:
    """What shall be written of a record that is still at `version`: some of its columns, some of its detail's."""

    record: int
    version: int
    values: Mapping[str, Any]
    detail: Mapping[str, Any]


@action
def update_records(*, changes: Sequence[Changed], cluster: Cluster, by: User) -> None:
    """`update_record` for many rows, all or none: nobody overwrites what they have not seen."""
    wanted = {change.record: change for change in changes}
    entering = Entering.of(by, cluster)
    rows = Record.objects.select_for_update(of=("self",)).alive().filter(pk__in=wanted).order_by("pk")
    found = list(rows.with_details())
    definitions = Definitions(cluster)
    now = timezone.now()
    if {record.pk: record.version for record in found} != {key: change.version for key, change in wanted.items()}:
        raise ValidationError(
            _("Somebody has changed one of the records meanwhile. Look at the preview again."), code="version"
        )
    asking = set(Recommendation.objects.alive().filter(record__in=wanted).values_list("record", flat=True))
    known = table()
    for record in found:
        entering.refuse(record.office, record.counted_on)
        was = due_by_law(record, known)
        for name, value in wanted[record.pk].values.items():
            setattr(record, name, value)
        for name, value in definitions.checked(record.kind, wanted[record.pk].detail).items():
            if record.pk not in asking or name not in COUNTED:  # the counts of its recommendations are theirs
                setattr(record.detail, name, value)
        if record.kind == Kind.OPINIONS:
            settle_due_day(record.opinions, known, was=was)
        record.counted_on = counted_on(record.starts_on, record.conference)
        entering.refuse(record.office, record.counted_on)
        record.version, record.updated_at = record.version + 1, now
    columns = {name for change in changes for name in change.values} | {"counted_on", "version", "updated_at"}
    Record.objects.bulk_update(found, sorted(columns), batch_size=BATCH)
    for kind, model in DETAILS.items():
        details: list[Any] = [record.detail for record in found if record.kind == kind]
        names = {name for detail in details for name in wanted[detail.pk].detail}
        if kind == Kind.OPINIONS and details:
            names.add("due_on")
        if names:
            model._default_manager.bulk_update(details, sorted(names), batch_size=BATCH)
