"""What was sent, as it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.offices.roles import roles_of
from apps.reports.enums import ON_BEHALF, Way
from apps.reports.models.reports import Report

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class VersionQuerySet(models.QuerySet["Version"]):
    def visible_to(self, user: User) -> VersionQuerySet:
        """Versions of reports that the reader sees; to other members those received, once the period is published."""
        return self.filter(
            Q(report__in=Report.objects.visible_to(user))
            | Q(
                report__period__cluster__in=roles_of(user).member_clusters,
                report__period__published_on__isnull=False,
                received_at__isnull=False,
            )
        )


@audited(exclude=("content",))
class Version(models.Model):
    """One sending of a report. `content` is canonical (apps.reports.content), `digest` the SHA-256 of it alone.

    Never changed once written; a trigger holds that. Receipt and confirmation are added once each. A version that the
    secretariat entered (`way` in ON_BEHALF) counts as “số báo qua điện thoại, chờ văn bản” until the office confirms.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField(editable=False)
    digest = models.CharField(max_length=64, editable=False)
    way = models.CharField(_("handed in"), max_length=10, choices=Way, default=Way.PROGRAM)
    note = NFCTextField(_("note"), blank=True)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now, editable=False)
    sent_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, editable=False)
    confirmed_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    received_at = models.DateTimeField(_("received at"), null=True, editable=False)
    received_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a report")
        verbose_name_plural = _("versions of reports")
        ordering = ("report_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("report", "number"), name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_from_one"),
            models.CheckConstraint(condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="version_digest_shape"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="version_way_known"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, confirmed_by=None)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, way__in=sorted(ON_BEHALF)),
                name="version_confirmed_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(received_at=None, received_by=None)
                | Q(received_at__isnull=False, received_by__isnull=False),
                name="version_received_by_whom",
            ),
        )
        triggers = (
            pgtrigger.ReadOnly(
                name="as_it_was_sent",
                fields=["report", "number", "content", "digest", "way", "note", "sent_at", "sent_by"],
            ),
        )

    def __str__(self) -> str:
        return f"{self.report} · {self.number}"

    @property
    def is_on_behalf(self) -> bool:
        return self.way in ON_BEHALF

    @property
    def awaits_confirmation(self) -> bool:
        return self.is_on_behalf and self.confirmed_at is None
