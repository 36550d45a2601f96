"""Typing and rewording by hand. Both survive every rebuild."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.audit import action
from apps.core.text import nfc
from apps.summaries.content.document import document_lines
from apps.summaries.content.tokens import unknown
from apps.summaries.enums import ProseSection
from apps.summaries.gathered import paragraphs
from apps.summaries.gathered import seen as digest_of
from apps.summaries.models import Prose, Summary, Wording
from apps.summaries.rules import can_write_report, is_frozen


def _refuse_unless_writing(by: User, period: Period) -> None:
    if not can_write_report(by, period):
        raise PermissionDenied


@action
def write_prose(*, period: Period, section: str, text: str, by: User, seen: str = "") -> Prose:
    """What the secretariat types for one section; an empty text empties it. Repeating it changes nothing.

    `seen`, where it is given, is the digest of the text that the editor saw (`gathered.seen`): where another one stands
    there by now, a text that the editor left alone overwrites nothing, and one that they changed is refused.
    """
    _refuse_unless_writing(by, period)
    if section not in ProseSection.values:
        raise ValidationError(_("Unknown section “%(section)s”."), params={"section": section}, code="section")
    Period.objects.select_for_update().get(pk=period.pk)
    prose = Prose.objects.filter(period=period, section=section).first() or Prose(period=period, section=section)
    if seen and digest_of(prose.text) != seen and digest_of(text) != digest_of(prose.text):
        if digest_of(text) == seen:
            return prose
        raise ValidationError(
            _("Somebody has changed this section meanwhile: “%(text)s”. Save again to replace it by yours."),
            params={"text": prose.text},
            code="version",
        )
    if prose.pk is None or prose.text != nfc(text):
        prose.text, prose.edited_by, prose.edited_at = nfc(text), by, timezone.now()
        prose.save()
    return prose


@action
def append_prose(*, period: Period, section: str, text: str, seen: str, by: User) -> Prose:
    """Puts a paragraph at the end of a section. `seen` is the digest (`gathered.seen`) of the text that its author had
    before their eyes: another one refuses. A paragraph that stands there already, from a double click, stays once."""
    _refuse_unless_writing(by, period)
    if section not in ProseSection.values:
        raise ValidationError(_("Unknown section “%(section)s”."), params={"section": section}, code="section")
    Period.objects.select_for_update().get(pk=period.pk)
    prose = Prose.objects.filter(period=period, section=section).first() or Prose(period=period, section=section)
    line = nfc(text).strip()
    if line in paragraphs(prose.text):
        return prose
    if digest_of(prose.text) != seen:
        raise ValidationError(
            _("Somebody has changed the cluster's text of this section meanwhile. Look at it, then copy again."),
            code="version",
        )
    prose.text = f"{prose.text.rstrip()}\n{line}".lstrip()
    prose.edited_by, prose.edited_at = by, timezone.now()
    prose.save()
    return prose


def _refuse_published(summary: Summary) -> None:
    if is_frozen(summary):
        raise ValidationError(_("This report was published: its wording stays as it was said."), code="published")


@action
def reword(*, summary: Summary, paragraph: str, text: str, version: int, by: User) -> Wording:
    """Replaces the generated wording of a paragraph. Unknown tokens are refused by name; tokens may be left out.

    `version` is that of the wording the editor saw (0: there was none); a newer one refuses.
    """
    _refuse_unless_writing(by, summary.period)
    locked = Summary.objects.select_for_update(of=("self",)).get(pk=summary.pk)
    _refuse_published(locked)
    line = next((each for each in document_lines(locked.content, ()) if each.code == paragraph), None)
    if line is None:
        raise ValidationError(_("This paragraph is no longer in the report."), code="paragraph")
    if not nfc(text):
        raise ValidationError(_("The paragraph is empty. Restore the generated wording instead."), code="empty")
    if bad := unknown(text, locked.content["figures"]):
        raise ValidationError(
            _("Unknown figures: %(tokens)s. Use those of the list beside the text."),
            params={"tokens": ", ".join(dict.fromkeys(bad))},
            code="token",
        )
    wording = locked.wordings.filter(paragraph=paragraph).first()
    if (wording.version if wording else 0) != version:
        raise ValidationError(
            _("Somebody else has changed this paragraph since you opened it. Open it again to see their wording."),
            code="version",
        )
    if wording is None:
        wording = Wording(summary=locked, paragraph=paragraph, version=0)
    wording.text, wording.generated = " ".join(nfc(text).split()), line.generated
    wording.version += 1
    wording.edited_by, wording.edited_at = by, timezone.now()
    wording.save()
    return wording


@action
def restore_wording(*, summary: Summary, paragraph: str, by: User) -> None:
    """Back to the wording that the program writes. Repeating it does no harm."""
    _refuse_unless_writing(by, summary.period)
    locked = Summary.objects.select_for_update(of=("self",)).get(pk=summary.pk)
    _refuse_published(locked)
    locked.wordings.filter(paragraph=paragraph).delete()
