"""Conferences: who chairs and comes, what is on the programme, what was agreed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import ConferenceKind, DelegateKind, PartOfDay
from apps.campaigns.models.periods import Period
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.offices.models import Cluster, Office

AUTHOR = settings.AUTH_USER_MODEL


@audited()
class Conference(models.Model):
    """A conference of the cluster. What is attached to it counts in its period, whatever day it took place."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="conferences")
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="conferences")
    kind = models.CharField(_("kind"), max_length=10, choices=ConferenceKind)
    title = NFCCharField(_("title"), max_length=250)
    held_on = models.DateField(_("day"))
    part_of_day = models.CharField(_("part of the day"), max_length=10, choices=PartOfDay, default=PartOfDay.MORNING)
    place = NFCCharField(_("place"), max_length=250)
    host = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("host office")
    )
    superiors = NFCTextField(_("superiors present"), blank=True, help_text=_("One a line: name, post, body."))
    resolutions = NFCTextField(
        _("resolutions"), blank=True, help_text=_("One a line, as the conference agreed on them.")
    )

    class Meta:
        verbose_name = _("conference")
        ordering = ("-held_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("period", "kind"), name="conference_one_of_each_kind"),
            models.CheckConstraint(condition=Q(kind__in=ConferenceKind.values), name="conference_kind_known"),
        )

    def __str__(self) -> str:
        return self.title


@audited()
class Chair(models.Model):
    """Who chairs a conference: an office (the leading one, the deputy), and the person with the post, where known."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="chairs")
    position = models.PositiveSmallIntegerField(_("order"))
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    person = NFCCharField(_("person"), max_length=120, blank=True)
    post = NFCCharField(_("post"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("chair")
        ordering = ("conference_id", "position")
        constraints = (
            models.UniqueConstraint(
                fields=("conference", "position"), name="chair_position_once", deferrable=models.Deferrable.DEFERRED
            ),
        )

    def __str__(self) -> str:
        return self.person or str(self.office)


@audited()
class ProgrammeItem(models.Model):
    """A point of a conference's programme, in order; its hour may be open."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="programme")
    position = models.PositiveSmallIntegerField(_("order"))
    starts_at = models.TimeField(_("hour"), null=True, blank=True)
    title = NFCCharField(_("content"), max_length=400)
    presenter = NFCCharField(_("presented by"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("point of the programme")
        ordering = ("conference_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("conference", "position"),
                name="programme_item_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=~Q(title=""), name="programme_item_title_given"),
        )

    def __str__(self) -> str:
        return self.title[:60]


@audited()
class Delegate(models.Model):
    """A person who comes to a conference: for a member office, or (`office` empty) of the body that `body` names."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="delegates")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    body = NFCCharField(_("body"), max_length=200, blank=True)
    kind = models.CharField(_("comes as"), max_length=10, choices=DelegateKind, default=DelegateKind.DELEGATE)
    name = NFCCharField(_("name"), max_length=120)
    post = NFCCharField(_("post"), max_length=160, blank=True)
    sort_key = models.CharField(max_length=600, editable=False, db_collation="C", default="")
    created_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("delegate")
        ordering = ("conference_id", "sort_key", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=DelegateKind.values), name="delegate_kind_known"),
            models.CheckConstraint(
                condition=Q(office__isnull=False, body="") | Q(office=None) & ~Q(body=""), name="delegate_of_one_body"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="delegate_name_given"),
            models.UniqueConstraint(
                fields=("conference", "office", "body", "name", "post"), nulls_distinct=False, name="delegate_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


@audited()
class Contribution(models.Model):
    """A talk (tham luận) that an office registers for a conference, with its title and who gives it."""

    conference = models.ForeignKey(Conference, on_delete=models.CASCADE, related_name="contributions")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(_("order"))
    title = NFCCharField(_("title"), max_length=400)
    presenter = NFCCharField(_("given by"), max_length=120, blank=True)
    post = NFCCharField(_("post"), max_length=160, blank=True)
    created_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("contribution")
        ordering = ("conference_id", "position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("conference", "position"),
                name="contribution_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=("conference", "office", "title"), name="contribution_once"),
            models.CheckConstraint(condition=~Q(title=""), name="contribution_title_given"),
        )

    def __str__(self) -> str:
        return self.title[:60]
