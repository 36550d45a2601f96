"""What a supervision asked for and what was answered; the supervision's two counts follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.activities.actions.basics import refuse_unless_entering
from apps.activities.enums import Kind
from apps.activities.models import Recommendation, Record, Supervision
from apps.core.audit import action
from apps.core.constraints import explained
from apps.offices.models import Cluster

COUNTED = ("recommendations", "recommendations_answered")
MESSAGES = {
    "recommendation_answered_after_sent": ("answered_on", gettext_lazy("The answer comes before the day of sending.")),
    "recommendation_due_after_sent": ("due_on", gettext_lazy("The due day comes before the day of sending.")),
    "recommendation_answer_has_its_day": ("answered_on", gettext_lazy("Fill in the day of the answer.")),
}


def count_recommendations(record: Record) -> None:
    """The one writer of a supervision's counts where its recommendations are listed one by one; without any living row
    nothing is known. The record is locked by the caller, so that two rows saved at once are both counted."""
    rows = record.recommendation_rows.alive().aggregate(all=Count("pk"), answered=Count("answered_on"))
    known = rows["all"] > 0
    record.supervision.recommendations = rows["all"] if known else None
    record.supervision.recommendations_answered = rows["answered"] if known else None
    record.supervision.save(update_fields=COUNTED)


def has_rows(record: Record) -> bool:
    """Whether the counts follow rows, so that nobody types them."""
    return record.kind == Kind.SUPERVISION and record.recommendation_rows.alive().exists()


def recommendations_counted_wrong() -> list[Supervision]:
    """The check of the counts: supervisions with living rows that say other numbers. Recomputed, nothing is written."""
    counted = (
        Recommendation.objects.alive()
        .order_by()
        .values("record")
        .annotate(all=Count("pk"), answered=Count("answered_on"))
    )
    expected = {row["record"]: (row["all"], row["answered"]) for row in counted}
    rows = Supervision.objects.filter(pk__in=expected).order_by("pk")
    return [row for row in rows if (row.recommendations, row.recommendations_answered) != expected[row.pk]]


def _locked(record: Record, cluster: Cluster, by: User) -> Record:
    """The living supervision, held until the end of the transaction."""
    refuse_unless_entering(by, cluster, record.office, record.counted_on)
    rows = Record.objects.select_for_update(of=("self",)).select_related("supervision")
    found = rows.get(pk=record.pk, kind=Kind.SUPERVISION)
    if found.deleted_at is not None:
        raise ValidationError(_("Somebody has deleted this record meanwhile. Restore it first."), code="deleted")
    return found


@action
def add_recommendation(
    *, record: Record, cluster: Cluster, values: Mapping[str, Any], by: User, submission: UUID | None = None
) -> Recommendation:
    """One more row, after the others. The same `submission` sent again gives the row it made."""
    held = _locked(record, cluster, by)
    if submission and (made := held.recommendation_rows.filter(submission=submission).first()):
        return made
    last = held.recommendation_rows.order_by("-position").values_list("position", flat=True).first()
    row = Recommendation(record=held, position=(last or 0) + 1, submission=submission, **values)
    with explained(MESSAGES):
        row.save()
    count_recommendations(held)
    return row


@action
def change_recommendation(
    *, row: Recommendation, cluster: Cluster, version: int, values: Mapping[str, Any], by: User
) -> Recommendation:
    """Changes a row that is still at `version`; otherwise refuses: nobody overwrites what they have not seen."""
    held = _locked(row.record, cluster, by)
    current: Recommendation = held.recommendation_rows.get(pk=row.pk)
    if current.deleted_at is not None:
        raise ValidationError(
            _("Somebody has deleted this recommendation meanwhile. Restore it first."), code="deleted"
        )
    if current.version != version:
        raise ValidationError(_("Somebody else has changed this recommendation since you opened it."), code="version")
    for name, value in values.items():
        setattr(current, name, value)
    current.version, current.updated_at = current.version + 1, timezone.now()
    with explained(MESSAGES):
        current.save(update_fields=[*values, "version", "updated_at"])
    count_recommendations(held)
    return current


def _set_deleted(row: Recommendation, cluster: Cluster, by: User, *, deleted: bool) -> None:
    held, now = _locked(row.record, cluster, by), timezone.now()
    changed = held.recommendation_rows.filter(pk=row.pk, deleted_at__isnull=deleted).update(
        deleted_at=now if deleted else None, updated_at=now
    )
    if changed:
        count_recommendations(held)


@action
def delete_recommendation(*, row: Recommendation, cluster: Cluster, by: User) -> None:
    """Takes a row out of the list and the counts; `restore_recommendation` brings it back. Repeating does no harm."""
    _set_deleted(row, cluster, by, deleted=True)


@action
def restore_recommendation(*, row: Recommendation, cluster: Cluster, by: User) -> None:
    _set_deleted(row, cluster, by, deleted=False)
