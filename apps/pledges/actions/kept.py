"""Files that are kept with what was promised."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.files.actions import store
from apps.files.models import StoredFile
from apps.files.names import clean_name, extension_of, fitting_name
from apps.files.recognition import NotAcceptedError, recognise


def kept(file: File[bytes], by: User) -> StoredFile:
    """Stores a file that a form gave as `upload`; refused there where it is not accepted."""
    name = clean_name(file.name or "")
    try:
        found = recognise(file, extension_of(name))
    except NotAcceptedError as refusal:
        message = _("“%(name)s” is not accepted: %(what)s.") % {"name": name, "what": refusal.message}
        raise ValidationError({"upload": message}, code="format") from refusal
    return store(content=file, name=fitting_name(name, found), content_type=found.content_type, by=by)
