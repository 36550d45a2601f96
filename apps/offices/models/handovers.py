"""What was handed over with a year, kept as it was at that moment."""

from __future__ import annotations

from datetime import date

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.files.models import StoredFile
from apps.offices.handover import Item, Part
from apps.offices.models.units import Cluster, Office


@audited(exclude=("lines",))
class HandOver(models.Model):
    """A year was handed over: by whom, when, from which day, and the pack of that moment. Never changed; a hand-over
    whose day is corrected before it comes is the next row. `lines`: the pack's lines, as `Item.keep()` writes them."""

    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="handovers")
    year = models.PositiveSmallIntegerField(_("year"))
    giver = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    taker = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("from"))
    lines = models.JSONField(editable=False)
    word = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    excel = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    handed_over_at = models.DateTimeField(default=timezone.now, editable=False)
    handed_over_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("hand-over of a year")
        ordering = ("cluster_id", "year", "-handed_over_at", "-pk")
        constraints = (models.CheckConstraint(condition=~Q(giver=F("taker")), name="hand_over_between_two_offices"),)
        indexes = (models.Index(fields=("cluster", "year"), name="hand_over_of_year"),)
        triggers = (pgtrigger.Protect(name="kept_as_it_was", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.cluster} · {self.year} · {self.taker}"

    def items(self) -> list[Item]:
        """The pack's lines as they were, without addresses: what they led to may have gone since."""
        return [
            Item(
                part=Part(line["part"]), about=line["about"], title=line["title"], detail=line["detail"],
                day=date.fromisoformat(line["day"]) if line["day"] else None,
            )
            for line in self.lines
        ]  # fmt: skip
