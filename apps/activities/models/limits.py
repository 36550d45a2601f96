"""Limits of law on what offices do: dated data with their clause. They warn, they never block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.core.functions import Span

if TYPE_CHECKING:
    from datetime import date


class LegalLimitQuerySet(models.QuerySet["LegalLimit"]):
    def in_force(self, on: date) -> LegalLimitQuerySet:
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=on), Q(valid_to=None) | Q(valid_to__gte=on))


@audited()
class LegalLimit(models.Model):
    """So many days or people, from a day to a day, after this clause. `code` is what the program asks for
    (`limits.codes.Code`). Without `valid_from` it is older than anything recorded here, its first day was not read.

    Only verified rules stand here: where none is in force on the day, nothing is said.
    """

    code = models.SlugField(_("code"), max_length=60)
    amount = models.PositiveSmallIntegerField(_("limit"))
    working_days = models.BooleanField(_("counted in working days"), default=False)
    clause = NFCCharField(_("clause"), max_length=300)
    note = NFCTextField(_("note"), blank=True)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force to"), null=True, blank=True)

    objects = LegalLimitQuerySet.as_manager()

    class Meta:
        verbose_name = _("limit of law")
        ordering = ("code", F("valid_from").asc(nulls_first=True))
        constraints = (
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="legal_limit_days_in_order"
            ),
            ExclusionConstraint(
                name="legal_limit_no_overlap",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    (Span("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} · {self.clause}"
