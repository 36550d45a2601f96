"""Terms and sessions of the National Assembly."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import SessionKind
from apps.core.audit import audited
from apps.core.functions import Span


@audited()
class AssemblyTerm(models.Model):
    """A term of the National Assembly, e.g. XIV (2016–2021)."""

    number = models.PositiveSmallIntegerField(_("term"), unique=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))

    class Meta:
        verbose_name = _("term of the National Assembly")
        ordering = ("-number",)
        constraints = (
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="assembly_term_days_in_order"),
            ExclusionConstraint(
                name="assembly_term_no_overlap", expressions=[(Span("starts_on", "ends_on"), RangeOperators.OVERLAPS)]
            ),
        )

    def __str__(self) -> str:
        return self.roman

    @property
    def roman(self) -> str:
        tens, ones = divmod(self.number, 10)
        return "X" * tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][ones]


@audited()
class AssemblySession(models.Model):
    """A session of a term; regular and extraordinary ones are numbered apart. Its days may be unknown while it lies
    ahead."""

    term = models.ForeignKey(AssemblyTerm, on_delete=models.PROTECT, related_name="sessions")
    kind = models.CharField(_("kind of session"), max_length=15, choices=SessionKind, default=SessionKind.REGULAR)
    number = models.PositiveSmallIntegerField(_("session"))
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)

    class Meta:
        verbose_name = _("session of the National Assembly")
        ordering = ("-term__number", "-kind", "-number")
        constraints = (
            models.UniqueConstraint(fields=("term", "kind", "number"), name="assembly_session_number_once"),
            models.CheckConstraint(condition=Q(kind__in=SessionKind.values), name="assembly_session_kind_known"),
            models.CheckConstraint(
                condition=Q(opens_on=None, closes_on=None) | Q(closes_on__gte=F("opens_on")),
                name="assembly_session_days_in_order",
            ),
        )

    def __str__(self) -> str:
        return str(_("%(session)s, term %(term)s")) % {"session": self.name, "term": self.term.roman}

    @property
    def is_extraordinary(self) -> bool:
        return self.kind == SessionKind.EXTRAORDINARY

    @property
    def name(self) -> str:
        """ "Kỳ họp thứ 7", "Kỳ họp bất thường lần thứ 9"."""
        said = _("Extraordinary Session %(number)s") if self.is_extraordinary else _("Session %(number)s")
        return str(said) % {"number": self.number}
