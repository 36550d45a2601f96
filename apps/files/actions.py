"""Keeping files."""

from __future__ import annotations

import hashlib
import weakref
from collections.abc import Iterator
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction

from apps.accounts.models import User
from apps.core.audit import action
from apps.core.locks import hold
from apps.files.checking import checked
from apps.files.models import StoredFile

CHUNK = 1024 * 1024


class _Unless:
    """Takes a written file away unless its row was committed. Django has no hook for a rollback, but it then forgets
    what was to be done on commit: when the last reference to this is gone, the file goes."""

    def __init__(self, stored: StoredFile) -> None:
        storage, name = stored.content.storage, stored.content.name
        self._gone = weakref.finalize(self, storage.delete, str(name))

    def committed(self) -> None:
        self._gone.detach()


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while piece := file.read(CHUNK):
        yield piece


def digest_of(file: IO[bytes]) -> tuple[str, int]:
    """SHA-256 and length, read piece by piece."""
    digest, size = hashlib.sha256(), 0
    for piece in chunks(file):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


@action
def store(*, content: bytes | File[bytes], name: str, content_type: str, by: User | None) -> StoredFile:
    """Keeps a content once: the same bytes give the same row, whoever brings them, even at the same moment.

    The second of two waits for the first. Where the transaction around fails, neither row nor file stays.
    """
    file = content if isinstance(content, File) else ContentFile(content)
    digest, size = digest_of(file)
    hold(f"file:{digest}")
    found = StoredFile.objects.filter(sha256=digest).first()
    if found:
        return found
    stored = StoredFile(sha256=digest, size=size, content_type=content_type, name=name, created_by=by)
    file.seek(0)
    stored.content.save(digest, file, save=False)
    transaction.on_commit(_Unless(stored).committed)
    stored.save()
    return stored


def keep(file: File[bytes], *, field: str, by: User) -> StoredFile:
    """What a form gave in `field`, looked at and stored; what is refused stands at that field."""
    try:
        name, found = checked(file)
    except ValidationError as refusal:
        raise ValidationError({field: refusal.messages}) from refusal
    return store(content=file, name=name, content_type=found.content_type, by=by)
