"""What every write of a report needs: that it is expected, that the period is open, and the row of it, locked."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.campaigns.closing import is_closed
from apps.campaigns.models import Period
from apps.core import words
from apps.offices.models import Membership, Office
from apps.reports.models import Report


def refuse_unless_expected(period: Period, office: Office) -> None:
    """PermissionDenied for an office that never was a member; in words where it is none on the period's last day."""
    memberships = Membership.objects.filter(cluster=period.cluster_id, office=office)
    if memberships.during(period.ends_on, period.ends_on).exists():
        return
    if not memberships.exists():
        raise PermissionDenied
    raise ValidationError(
        _("%(office)s is not a member of the cluster on %(day)s: no report of this period is expected of it."),
        params={"office": str(office), "day": words.day(period.ends_on)},
        code="not_expected",
    )


def refuse_closed(period: Period, office: Office) -> None:
    """Today in Vietnam."""
    if period.closes_on is not None and is_closed(period, office, timezone.localdate()):
        raise ValidationError(
            _("Figures were closed on %(day)s. Ask the secretariat for an extension first."),
            params={"day": words.day(period.closes_on)},
            code="closed",
        )


def locked(report: Report) -> Report:
    """The report's row, held until the end of the transaction: whoever writes to the report waits here."""
    rows = Report.objects.select_for_update(of=("self",)).select_related("period__cluster", "office")
    return rows.get(pk=report.pk)


def begun(period: Period, office: Office) -> Report:
    """The report's row, locked; made by the first write."""
    report, _created = Report.objects.get_or_create(period=period, office=office)
    return locked(report)
