"""Keeping files."""

import hashlib

from django.core.files.base import ContentFile

from apps.accounts.models import User
from apps.core.audit import action
from apps.files.models import StoredFile


@action
def store(*, content: bytes, name: str, content_type: str, by: User | None) -> StoredFile:
    """Keeps a content once: the same bytes give the same row, whoever brings them."""
    digest = hashlib.sha256(content).hexdigest()
    found = StoredFile.objects.filter(sha256=digest).first()
    if found:
        return found
    stored = StoredFile(sha256=digest, size=len(content), content_type=content_type, name=name, created_by=by)
    stored.content.save(digest[:16] + "-" + name.rsplit("/", 1)[-1][-80:], ContentFile(content), save=False)
    stored.save()
    return stored
