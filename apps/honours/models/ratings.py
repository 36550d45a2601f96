"""Yearly ratings, disciplines, and from which year on the register is complete."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.honours.enums import WARNING_OR_WORSE, DisciplineKind, RatingLevel
from apps.honours.models.decisions import FIRST_YEAR, LAST_YEAR
from apps.honours.models.seen import BY_NAME, seen_by
from apps.offices.models import Office, Person, days_in_order, valid_on

if TYPE_CHECKING:
    from apps.accounts.models import User

AUTHOR = settings.AUTH_USER_MODEL


class RatingQuerySet(models.QuerySet["Rating"]):
    def visible_to(self, user: User) -> RatingQuerySet:
        return self.filter(seen_by(user, "year"))

    def of_people(self) -> RatingQuerySet:
        return self.filter(person__isnull=False)

    def of_collectives(self) -> RatingQuerySet:
        return self.filter(person=None)

    def by_name(self) -> RatingQuerySet:
        return self.order_by(*BY_NAME, "year", "pk")


@audited()
class Rating(models.Model):
    """How a person, or an office (`person` empty), completed a year's tasks. `office` is who was rated, or where the
    person was rated."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="ratings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="ratings")
    year = models.PositiveSmallIntegerField(_("year"))
    level = models.CharField(_("rating"), max_length=10, choices=RatingLevel)
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RatingQuerySet.as_manager()

    class Meta:
        verbose_name = _("rating of the year")
        verbose_name_plural = _("ratings of the year")
        ordering = ("-year", "office_id", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(level__in=RatingLevel.values), name="rating_level_known"),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="rating_year_plausible"
            ),
            models.UniqueConstraint(
                fields=("person", "year"), condition=Q(person__isnull=False), name="rating_person_once_a_year"
            ),
            models.UniqueConstraint(
                fields=("office", "year"), condition=Q(person=None), name="rating_office_once_a_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year} · {self.get_level_display()}"


class DisciplineQuerySet(models.QuerySet["Discipline"]):
    def visible_to(self, user: User) -> DisciplineQuerySet:
        return self.filter(seen_by(user, "valid_from"))

    def on(self, day: date) -> DisciplineQuerySet:
        return self.filter(valid_on(day))

    def during(self, starts_on: date, ends_on: date) -> DisciplineQuerySet:
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=starts_on), valid_from__lte=ends_on)

    def warning_or_worse(self) -> DisciplineQuerySet:
        return self.filter(kind__in=WARNING_OR_WORSE)

    def of_people(self) -> DisciplineQuerySet:
        return self.filter(person__isnull=False)

    def by_name(self) -> DisciplineQuerySet:
        return self.order_by(*BY_NAME, "-valid_from", "pk")


@audited()
class Discipline(models.Model):
    """A person, or an office (`person` empty), is disciplined from a day until a day; without one, until it is lifted.

    Ending earlier by a decision is said with its reason. `office` is where the person was.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="disciplines")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="disciplines")
    kind = models.CharField(_("kind of discipline"), max_length=10, choices=DisciplineKind)
    decision = NFCCharField(
        pgettext_lazy("discipline", "decision"), max_length=200, help_text=_("Number, day and body.")
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)
    lifted_because = NFCCharField(_("why it was lifted"), max_length=300, blank=True)
    entered_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = DisciplineQuerySet.as_manager()

    class Meta:
        verbose_name = _("discipline")
        verbose_name_plural = _("disciplines")
        ordering = ("-valid_from", "-pk")
        constraints = (
            days_in_order("discipline"),
            models.CheckConstraint(condition=Q(kind__in=DisciplineKind.values), name="discipline_kind_known"),
            models.CheckConstraint(condition=~Q(decision=""), name="discipline_decided"),
            models.CheckConstraint(
                condition=Q(lifted_because="") | Q(valid_to__isnull=False), name="discipline_lifted_on_a_day"
            ),
            models.UniqueConstraint(
                fields=("person", "office", "kind", "valid_from"), nulls_distinct=False, name="discipline_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.valid_from:%d/%m/%Y}"


@audited()
class KnownSince(models.Model):
    """From this year on the register holds all that was awarded to a person, or to the people of an office while they
    belonged to it: a year without an award is then a year without one. Before it, nobody knows."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="known_since")
    office = models.OneToOneField(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="known_since")
    year = models.PositiveSmallIntegerField(_("complete since year"))
    edited_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("completeness of the register")
        verbose_name_plural = _("completeness of the register")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(person=None, office__isnull=False) | Q(person__isnull=False, office=None),
                name="known_since_person_or_office",
            ),
            models.CheckConstraint(
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR), name="known_since_year_plausible"
            ),
        )

    def __str__(self) -> str:
        return str(self.year)
