"""The papers of a conference: its invitation, its minutes, and each as it was numbered."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.campaigns.enums import PaperKind
from apps.campaigns.models.conferences import Conference
from apps.core.audit import audited
from apps.core.fields import NFCCharField, NFCTextField
from apps.files.models import StoredFile
from apps.offices.issuing import IssuingData

AUTHOR = settings.AUTH_USER_MODEL
NUMBERED = ("number", "symbol", "signed_on", "signer", "signed_as")


@audited(exclude=("content",))
class IssuedPaper(models.Model):
    """A paper of a conference as it was numbered: what it said (`content`, see apps.campaigns.issued) and the files
    that were drawn then. Never changed; a correction is the next version, with its reason."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="issued")
    kind = models.CharField(_("paper"), max_length=10, choices=PaperKind)
    position = models.PositiveSmallIntegerField(_("version"))
    number = models.PositiveIntegerField(_("number"))
    symbol = models.CharField(_("symbol"), max_length=40, blank=True)
    signed_on = models.DateField(_("signed on"))
    content = models.JSONField(editable=False)
    word = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    reason = NFCCharField(_("reason of the correction"), max_length=500, blank=True)
    issued_at = models.DateTimeField(default=timezone.now, editable=False)
    issued_by = models.ForeignKey(AUTHOR, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("numbered paper of a conference")
        ordering = ("conference_id", "kind", "position")
        constraints = (
            models.UniqueConstraint(fields=("conference", "kind", "position"), name="issued_paper_version_once"),
            models.CheckConstraint(condition=Q(kind__in=PaperKind.values), name="issued_paper_kind_known"),
            models.CheckConstraint(
                condition=Q(position=1, reason="") | Q(position__gt=1) & ~Q(reason=""),
                name="issued_paper_corrected_for_a_reason",
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="issued_paper_number_from_one"),
        )
        triggers = (pgtrigger.Protect(name="issued_is_issued", operation=pgtrigger.Update | pgtrigger.Delete),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.number:02d}/{self.symbol} · {self.position}"


def stays_as_issued(kind: PaperKind, *words: str) -> pgtrigger.Trigger:
    """A numbered paper is one of its own versions, and neither its words nor its number change without the next one."""
    changed = " OR ".join(f"OLD.{word} IS DISTINCT FROM NEW.{word}" for word in (*words, *NUMBERED))
    refuse = "RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{name}', MESSAGE = '{message}';"
    return pgtrigger.Trigger(
        name="stays_as_issued",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=" ".join((
            "IF NEW.issued_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM campaigns_issuedpaper AS issued",
            f"WHERE issued.id = NEW.issued_id AND issued.conference_id = NEW.conference_id AND issued.kind = '{kind}'",
            "AND issued.number = NEW.number AND issued.signed_on = NEW.signed_on) THEN",
            refuse.format(name=f"{kind}_is_its_version", message="a numbered paper is one of its own versions"),
            "END IF;",
            "IF TG_OP = 'UPDATE' THEN IF OLD.issued_id IS NOT NULL AND (NEW.issued_id IS NULL OR",
            f"NEW.issued_id = OLD.issued_id AND ({changed})) THEN",
            refuse.format(name=f"{kind}_stays_as_issued", message="a numbered paper changes by a new version only"),
            "END IF; END IF; RETURN NEW;",
        )),
    )  # fmt: skip


class ConferencePaper(IssuingData):
    """`issued` is the version that is in force; a paper has one as soon as it has its number. Until then it is drawn
    from what is known now. `version` counts every writing, so that two writers notice each other."""

    issued = models.OneToOneField(
        IssuedPaper, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            *IssuingData.Meta.constraints,
            models.CheckConstraint(
                condition=Q(number=None, issued=None) | Q(number__isnull=False, issued__isnull=False),
                name="%(class)s_numbered_is_kept",
            ),
        )


@audited()
class Invitation(ConferencePaper):
    """The leading office's invitation to a conference. `text` is what stands beyond place, day and programme."""

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="invitation")
    text = NFCTextField(_("further text"), blank=True)
    recipients = NFCTextField(_("recipients"), blank=True, help_text=_("One a line."))
    reply_by = models.DateField(_("reply by"), null=True, blank=True)

    class Meta(ConferencePaper.Meta):
        abstract = False
        verbose_name = _("invitation to a conference")
        ordering = ("conference_id",)
        triggers = (stays_as_issued(PaperKind.INVITATION, "text", "recipients", "reply_by"),)

    def __str__(self) -> str:
        return str(self.conference)


@audited()
class Minutes(ConferencePaper):
    """The minutes (biên bản, form 1.9 of Decree 30/2020): the secretary signs on the left, the chair on the right."""

    conference = models.OneToOneField(Conference, on_delete=models.CASCADE, related_name="minutes")
    started_at = models.TimeField(_("began at"), null=True, blank=True)
    ended_at = models.TimeField(_("ended at"), null=True, blank=True)
    chair = NFCCharField(_("chair"), max_length=120, blank=True)
    chair_post = NFCCharField(_("chair's post"), max_length=160, blank=True)
    secretary = NFCCharField(_("secretary"), max_length=120, blank=True)
    secretary_post = NFCCharField(_("secretary's post"), max_length=160, blank=True)
    proceedings = NFCTextField(_("proceedings"), blank=True)
    conclusions = NFCTextField(_("conclusions"), blank=True)
    recipients = NFCTextField(_("recipients"), blank=True, help_text=_("One a line."))

    class Meta(ConferencePaper.Meta):
        abstract = False
        verbose_name = _("minutes of a conference")
        ordering = ("conference_id",)
        constraints = (
            *ConferencePaper.Meta.constraints,
            models.CheckConstraint(
                condition=Q(started_at=None) | Q(ended_at=None) | Q(ended_at__gte=F("started_at")),
                name="minutes_hours_in_order",
            ),
        )
        triggers = (
            stays_as_issued(
                PaperKind.MINUTES, "started_at", "ended_at", "chair", "chair_post", "secretary", "secretary_post",
                "proceedings", "conclusions", "recipients",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return str(self.conference)
