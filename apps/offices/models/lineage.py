"""Which office came of which: read, never written into the rows of the offices that were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCTextField
from apps.offices.enums import LineageKind
from apps.offices.models.units import Office


class LineageQuerySet(models.QuerySet["Lineage"]):
    def direct(self) -> LineageQuerySet:
        return self.filter(is_direct=True)

    def predecessors(self, offices: Iterable[int]) -> dict[int, tuple[int, ...]]:
        """By office, all that went into it, however far back, oldest row first. One query."""
        found: dict[int, list[int]] = defaultdict(list)
        for successor, predecessor in self.filter(successor__in=set(offices)).values_list("successor", "predecessor"):
            found[successor].append(predecessor)
        return {office: tuple(found[office]) for office in offices}


@audited()
class Lineage(models.Model):
    """A predecessor went into a successor on a day, by an instrument (resolution, decision).

    Complete over generations: what went into a predecessor is a row of its own with `is_direct` false, so that one
    query answers. One writer: `actions.merge_offices`. No row of the predecessor's history ever changes its office.
    """

    predecessor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="descents")
    kind = models.CharField(_("kind"), max_length=10, choices=LineageKind)
    on = models.DateField(_("from"))
    instrument = NFCTextField(_("by"), blank=True)
    is_direct = models.BooleanField(default=True, editable=False)

    objects = LineageQuerySet.as_manager()

    class Meta:
        verbose_name = _("succession of an office")
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("predecessor", "successor"), name="lineage_once"),
            models.UniqueConstraint(
                fields=("predecessor",), condition=Q(is_direct=True, kind="merge"), name="lineage_merged_once"
            ),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="lineage_of_another"),
            models.CheckConstraint(condition=Q(kind__in=LineageKind.values), name="lineage_kind_known"),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
