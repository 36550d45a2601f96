"""What can be held: the two catalogues, dated."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField
from apps.core.functions import Span
from apps.honours.enums import HonourKind, Level, Subject
from apps.offices.models import days_in_order


class HonourQuerySet(models.QuerySet["Honour"]):
    def named_on(self, day: date) -> HonourQuerySet:
        """Those that exist on a day, with `name_then`, `short_name_then`, `decided_by_then` as the law has them."""
        then = HonourName.objects.filter(
            Q(valid_to=None) | Q(valid_to__gte=day), honour=models.OuterRef("pk"), valid_from__lte=day
        )
        return self.annotate(
            name_then=models.Subquery(then.values("name")[:1]),
            short_name_then=models.Subquery(then.values("short_name")[:1]),
            decided_by_then=models.Subquery(then.values("decided_by")[:1]),
        ).filter(name_then__isnull=False)

    def titles(self) -> HonourQuerySet:
        return self.filter(kind=HonourKind.TITLE)

    def forms(self) -> HonourQuerySet:
        return self.filter(kind=HonourKind.FORM)


@audited()
class Honour(models.Model):
    """A title or a form of commendation, for individuals or for collectives: an identity with dated names.

    `rank` orders from low to high within a kind, as councils vote. `is_yearly`: awarded for one year's achievement.
    Source: Law 06/2022/QH15 art. 9, 21-31 and 71-75; before 2024 Law 15/2003/QH11 as amended.
    """

    code = models.SlugField(_("code"), max_length=40, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=HonourKind)
    subject = models.CharField(_("awarded to"), max_length=10, choices=Subject)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    rank = models.PositiveSmallIntegerField(_("rank"))
    is_yearly = models.BooleanField(_("yearly"), default=True)

    objects = HonourQuerySet.as_manager()

    class Meta:
        verbose_name = _("title or form of commendation")
        verbose_name_plural = _("titles and forms of commendation")
        ordering = ("-kind", "subject", "rank", "code")  # titles before forms
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=HonourKind.values), name="honour_kind_known"),
            models.CheckConstraint(condition=Q(subject__in=Subject.values), name="honour_subject_known"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="honour_level_known"),
        )

    def __str__(self) -> str:
        return self.code


@audited()
class HonourName(models.Model):
    """The exact name of an honour and who decides it, as the law has it from a day to a day, with the clause."""

    honour = models.ForeignKey(Honour, on_delete=models.CASCADE, related_name="names")
    name = NFCCharField(_("name"), max_length=200)
    short_name = NFCCharField(_("short name"), max_length=60)
    decided_by = NFCCharField(_("decided by"), max_length=300)
    clause = NFCCharField(_("clause"), max_length=200)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("name of an honour")
        ordering = ("honour_id", "valid_from")
        constraints = (
            days_in_order("honour_name"),
            ExclusionConstraint(
                name="honour_name_no_overlap",
                expressions=[
                    ("honour", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return self.name
