"""What the deciding body answered to an office's registrations: approved, but for single ones."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.files.models import StoredFile
from apps.honours.models import Honour
from apps.offices.models import Person
from apps.pledges.models.registrations import SheetVersion
from apps.pledges.models.triggers import ANSWERED_WHEN_RECEIVED, REFUSED_OF_WHAT_WAS_SENT

AUTHOR = settings.AUTH_USER_MODEL
AS_NOTED = pgtrigger.Update | pgtrigger.Delete


@audited()
class RegistrationAnswer(models.Model):
    """An answer (số, ngày, cơ quan, tệp) to a version that was received. Never changed: a correction is the next one
    and says why (`reason`). The last of a version holds; what it does not refuse is approved.
    """

    version = models.ForeignKey(SheetVersion, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField(_("order"))
    decision = NFCCharField(_("decision of the deciding body"), max_length=200)
    body = NFCCharField(_("deciding body"), max_length=200, blank=True)
    answered_on = models.DateField(_("day of the decision"))
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    reason = NFCTextField(_("reason of the correction"), blank=True)
    noted_at = models.DateTimeField(default=timezone.now, editable=False)
    noted_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        verbose_name = _("answer of the deciding body")
        ordering = ("version_id", "number")
        constraints = (
            models.UniqueConstraint(fields=("version", "number"), name="registration_answer_number_once"),
            models.CheckConstraint(condition=~Q(decision=""), name="registration_answer_by_which_decision"),
            models.CheckConstraint(
                condition=Q(number=1, reason="") | Q(number__gt=1) & ~Q(reason=""),
                name="registration_answer_corrected_with_reason",
            ),
        )
        triggers = (pgtrigger.Protect(name="noted_is_noted", operation=AS_NOTED), ANSWERED_WHEN_RECEIVED)

    def __str__(self) -> str:
        return f"{self.decision} · {self.version}"


@audited()
class RegistrationRefusal(models.Model):
    """One registration that an answer does not approve, and why. Who and what as in `Registration`."""

    answer = models.ForeignKey(RegistrationAnswer, on_delete=models.PROTECT, related_name="refusals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = NFCCharField(_("collective"), max_length=160, blank=True)
    honour = models.ForeignKey(Honour, on_delete=models.PROTECT, related_name="+")
    reason = NFCCharField(_("reason of the refusal"), max_length=300)

    class Meta:
        verbose_name = _("registration that was not approved")
        ordering = ("answer_id", "person__sort_key", "unit", "honour__rank", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("answer", "person", "honour"), condition=Q(person__isnull=False),
                name="registration_refusal_person_once",
            ),
            models.UniqueConstraint(
                fields=("answer", "unit", "honour"), condition=Q(person=None),
                name="registration_refusal_collective_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="registration_refusal_with_reason"),
            models.CheckConstraint(
                condition=Q(person=None) | Q(unit=""), name="registration_refusal_person_or_collective"
            ),
        )  # fmt: skip
        triggers = (pgtrigger.Protect(name="refused_is_refused", operation=AS_NOTED), REFUSED_OF_WHAT_WAS_SENT)

    def __str__(self) -> str:
        return f"{self.person or self.unit or self.answer.version.sheet.office} · {self.honour}"
