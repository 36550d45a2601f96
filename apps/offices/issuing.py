"""What is noted of a paper that was signed and numbered on paper."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from apps.core.fields import NFCCharField
from apps.files.models import StoredFile


class IssuingData(models.Model):
    """Number, symbol, day, signer and scan, written down once the paper was signed; until then “Số:      /…” is blank.

    A number and its day go together. `signed_as` is what stands above the signature, e.g. “KT. CHÁNH VĂN PHÒNG” and
    “PHÓ CHÁNH VĂN PHÒNG”, one a line.
    """

    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    symbol = models.CharField(_("symbol"), max_length=40, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signer = NFCCharField(_("signer"), max_length=120, blank=True)
    signed_as = models.CharField(_("signed as"), max_length=200, blank=True)
    scan = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scan")
    )

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(  # `number__isnull`: NULL >= 1 alone would let a day without number pass
                condition=Q(number=None, signed_on=None)
                | Q(number__isnull=False, number__gte=1, signed_on__isnull=False),
                name="%(class)s_number_with_day",
            ),
        )

    @property
    def is_numbered(self) -> bool:
        return self.number is not None

    @property
    def full_number(self) -> str:
        """ "05/VPĐĐBQH", as other papers refer to it; empty until it is numbered."""
        if self.number is None:
            return ""
        return f"{self.number:02d}/{self.symbol}" if self.symbol else f"{self.number:02d}"
