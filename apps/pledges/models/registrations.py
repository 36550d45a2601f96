"""Registrations (đăng ký thi đua): the titles and forms that people and collectives of an office aim for in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.honours.models import Honour
from apps.offices.models import Cluster, Office, Person
from apps.offices.roles import roles_of
from apps.pledges.enums import HANDED_IN, SheetState
from apps.pledges.models.triggers import REGISTERED_FOR_ITS_HONOUR

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


@audited()
class RegistrationRound(models.Model):
    """A cluster's registrations of a year: as of which day people are counted, from when offices register (at once
    where no day is set), and until when they send."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="registration_rounds")
    year = models.PositiveSmallIntegerField(_("year"))
    cut_off_on = models.DateField(_("counted as of"))
    opens_on = models.DateField(_("open from"), null=True, blank=True)
    due_on = models.DateField(_("to be sent by"), null=True, blank=True)

    class Meta:
        verbose_name = _("round of registrations")
        ordering = ("cluster_id", "-year")
        constraints = (
            models.UniqueConstraint(fields=("cluster", "year"), name="registration_round_once_a_year"),
            models.CheckConstraint(
                condition=Q(opens_on=None) | Q(due_on=None) | Q(opens_on__lte=F("due_on")),
                name="registration_round_opens_before_due",
            ),
        )

    def __str__(self) -> str:
        return f"{self.cluster} · {self.year}"


class RegistrationSheetQuerySet(models.QuerySet["RegistrationSheet"]):
    def of_year(self, cluster: Cluster, year: int) -> RegistrationSheetQuerySet:
        return self.filter(cluster=cluster, year=year).select_related("office", "current__sent_by", "received")

    def visible_to(self, user: User) -> RegistrationSheetQuerySet:
        """With its people: an office's own, all of a cluster for its secretariat and leaders."""
        held = roles_of(user)
        years = Q()
        for cluster, year in held.secretariat:
            years |= Q(cluster=cluster, year=year)
        return self.filter(Q(office__in=held.office_ids) | Q(cluster__in=held.viewer_clusters) | years)


@audited()
class RegistrationSheet(models.Model):
    """An office's registrations of a year: draft, sent by its head, received by the secretariat.

    `current` is the version sent last, and what figures and the cluster's summary count; what is changed afterwards is
    a draft again only by sending. DRAFT exactly while nothing was sent. `received` is the version received last, by
    whom and when: other members read it until a later one is received. RECEIVED only while it is the current one.
    """

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="registration_sheets")
    year = models.PositiveSmallIntegerField(_("year"))
    state = models.CharField(_("state"), max_length=12, choices=SheetState, default=SheetState.DRAFT)
    current = models.ForeignKey(
        "pledges.SheetVersion", on_delete=models.PROTECT, null=True, editable=False, related_name="current_of"
    )
    received = models.ForeignKey(
        "pledges.SheetVersion", on_delete=models.PROTECT, null=True, editable=False, related_name="received_of"
    )
    received_at = models.DateTimeField(_("received at"), null=True, editable=False)
    received_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    asked = NFCTextField(_("to be completed"), blank=True)

    objects = RegistrationSheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("registrations of an office")
        ordering = ("cluster_id", "-year", "office_id")
        constraints = (
            models.UniqueConstraint(fields=("office", "year", "cluster"), name="registration_sheet_once_a_year"),
            models.CheckConstraint(
                condition=Q(state=SheetState.DRAFT, current=None)
                | Q(state__in=sorted(HANDED_IN)) & Q(current__isnull=False),
                name="registration_sheet_draft_until_sent",
            ),
            models.CheckConstraint(
                condition=Q(received=None, received_at=None, received_by=None)
                | Q(received__isnull=False, received_at__isnull=False, received_by__isnull=False),
                name="registration_sheet_received_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(state=SheetState.RECEIVED) | Q(received__isnull=False, received=F("current")),
                name="registration_sheet_received_is_current",
            ),
            models.CheckConstraint(
                condition=Q(state=SheetState.TO_COMPLETE) & ~Q(asked="")
                | ~Q(state=SheetState.TO_COMPLETE) & Q(asked=""),
                name="registration_sheet_asked_what",
            ),
        )

    def __str__(self) -> str:
        return f"{self.office} · {self.year}"


@audited()
class Registration(models.Model):
    """One person, or one collective (`unit`: a division; the office itself where it is empty), aims for one honour."""

    sheet = models.ForeignKey(RegistrationSheet, on_delete=models.CASCADE, related_name="registrations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="registrations")
    unit = NFCCharField(_("collective"), max_length=160, blank=True)
    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="+")
    initiative = NFCCharField(_("planned initiative"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("registration")
        ordering = ("sheet_id", "person__sort_key", "unit", "honour__rank", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("sheet", "person", "honour"), condition=Q(person__isnull=False), name="registration_person_once"
            ),
            models.UniqueConstraint(
                fields=("sheet", "unit", "honour"), condition=Q(person=None), name="registration_collective_once"
            ),
            models.CheckConstraint(condition=Q(person=None) | Q(unit=""), name="registration_person_or_collective"),
        )
        triggers = (REGISTERED_FOR_ITS_HONOUR,)

    def __str__(self) -> str:
        return f"{self.person or self.unit or self.sheet.office} · {self.honour}"


class SheetVersion(models.Model):
    """What was sent: content as plain JSON (apps.pledges.registered), and what it counts. Never changed.

    `headcount`: people counted on `cut_off_on`; `registered`: those of them who registered anything; `counts`: by the
    code of an honour, how many registered for it.
    """

    sheet = models.ForeignKey(RegistrationSheet, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")
    on_behalf = models.BooleanField(default=False)
    cut_off_on = models.DateField()
    headcount = models.PositiveIntegerField()
    registered = models.PositiveIntegerField()
    counts = models.JSONField(default=dict)
    content = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("version of registrations")
        ordering = ("sheet_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("sheet", "number"), name="sheet_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="sheet_version_from_one"),
            models.CheckConstraint(condition=Q(registered__lte=F("headcount")), name="sheet_version_rate_within_all"),
        )
        triggers = (pgtrigger.Protect(name="sent_is_sent", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.sheet} · {self.number}"
