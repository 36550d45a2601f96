"""Evidence on a line: attached, linked again, renamed, removed, brought back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.activities.actions.basics import refuse_unless_entering
from apps.activities.evidenced import Line, line_of
from apps.activities.models import Evidence, Record
from apps.core import words
from apps.core.audit import action
from apps.core.locks import hold
from apps.files.actions import store
from apps.files.checking import checked
from apps.files.formats import BY_TYPE
from apps.files.models import StoredFile
from apps.files.names import clean_name, fitting_name
from apps.offices.models import Cluster


@dataclass(frozen=True)
class Outcome:
    """What became of one file: `evidence` that was there `already` or is new, or else why not."""

    name: str
    evidence: Evidence | None = None
    already: bool = False
    refusal: str = ""


def attach_evidence(*, line: Line, files: Iterable[File[bytes]], by: User) -> list[Outcome]:
    """Each file by itself: the good ones are kept, whatever becomes of the others. Sent again, none is there twice."""
    refuse_unless_entering(by, line.cluster, line.owner, line.day, line.starts_on)
    outcomes = []
    for file in files:
        try:
            evidence, already = attach_file(line=line, file=file, by=by)
        except ValidationError as refusal:
            outcomes.append(Outcome(clean_name(file.name or ""), refusal=" ".join(refusal.messages)))
        else:
            outcomes.append(Outcome(evidence.name, evidence, already))
    return outcomes


@action
def attach_file(*, line: Line, file: File[bytes], by: User) -> tuple[Evidence, bool]:
    """The file on the line, and whether it stood there already. Refuses with its name, what it is, what is accepted."""
    refuse_unless_entering(by, line.cluster, line.owner, line.day, line.starts_on)
    name, found = checked(file)
    _hold_open(line)
    return _put(line, store(content=file, name=name, content_type=found.content_type, by=by), name, by)


def _hold_open(line: Line) -> None:
    """One at a time on a line, so that neither its limit nor “once” can be passed by two at the same moment."""
    hold(line.key)
    if line.record and not Record.objects.alive().filter(pk=line.record.pk).exists():
        raise ValidationError(_("Somebody has deleted this record meanwhile. Restore it first."), code="deleted")


def _refuse_full(line: Line, name: str) -> None:
    if Evidence.objects.alive().filter(line.exactly).count() >= settings.EVIDENCE_MAX_FILES:
        raise ValidationError(
            _("“%(name)s” was not attached: a line holds %(limit)s files at most."),
            params={"name": name, "limit": words.number(settings.EVIDENCE_MAX_FILES)},
            code="full",
        )


def _put(line: Line, stored: StoredFile, name: str, by: User) -> tuple[Evidence, bool]:
    if already := Evidence.objects.alive().filter(line.exactly, file=stored).first():
        return already, True
    _refuse_full(line, name)
    return Evidence.objects.create(file=stored, name=name, created_by=by, **line.fields), False


@action
def link_evidence(*, line: Line, sources: Iterable[Evidence], by: User) -> list[Outcome]:
    """Puts files that `by` attached elsewhere on this line too, each once. The content is not stored again."""
    refuse_unless_entering(by, line.cluster, line.owner, line.day, line.starts_on)
    _hold_open(line)
    outcomes = []
    for source in sources:
        if source.created_by_id != by.pk or source.deleted_at is not None:
            raise PermissionDenied
        try:
            evidence, already = _put(line, source.file, source.name, by)
        except ValidationError as refusal:
            outcomes.append(Outcome(source.name, refusal=" ".join(refusal.messages)))
        else:
            outcomes.append(Outcome(evidence.name, evidence, already))
    return outcomes


def _line(evidence: Evidence, cluster: Cluster, by: User) -> Line:
    line = line_of(evidence, cluster)
    refuse_unless_entering(by, cluster, line.owner, line.day, line.starts_on)
    return line


@action
def rename_evidence(*, evidence: Evidence, cluster: Cluster, name: str, seen: str, by: User) -> None:
    """Another name on this line; other lines keep theirs. Refused where somebody renamed it after `seen` was shown."""
    _line(evidence, cluster, by)
    if not name.strip():
        raise ValidationError(_("A name is needed, for example “Biên bản giám sát.pdf”."), code="name")
    kept = BY_TYPE.get(evidence.file.content_type)
    new = clean_name(name)
    new = fitting_name(new, kept) if kept else new
    living: Any = Evidence.objects.alive().filter(pk=evidence.pk)
    if living.filter(name__in=(seen, new)).update(name=new) == 0:
        raise ValidationError(
            _("Somebody has renamed or removed this file meanwhile. Look at it again."), code="version"
        )


@action
def remove_evidence(*, evidence: Evidence, cluster: Cluster, by: User) -> None:
    """Takes the file off this line; it can be brought back. Other lines keep it. Repeating it does no harm."""
    _line(evidence, cluster, by)
    Evidence.objects.alive().filter(pk=evidence.pk).update(deleted_at=timezone.now(), deleted_by=by)


@action
def restore_evidence(*, evidence: Evidence, cluster: Cluster, by: User) -> None:
    """Brings it back, unless the same file stands on the line again, or the line is full."""
    line = _line(evidence, cluster, by)
    _hold_open(line)
    if Evidence.objects.alive().filter(line.exactly, file=evidence.file_id).exists():
        return
    _refuse_full(line, evidence.name)
    Evidence.objects.filter(pk=evidence.pk).update(deleted_at=None, deleted_by=None)
