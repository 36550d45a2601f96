"""What is uploaded, looked at before it is kept: its size, and what it is rather than what it is called."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from apps.core import words
from apps.files.formats import ACCEPTED, Format
from apps.files.names import clean_name, extension_of, fitting_name
from apps.files.recognition import NotAcceptedError, recognise


def size_in_words(size: int) -> str:
    """1 KB is 1024 bytes, as files are shown where people choose them."""
    if size < 1024 * 1024:
        return f"{words.number(max(1, round(size / 1024)) if size else 0)} KB"
    whole, tenths = divmod(round(size * 10 / 1024 / 1024), 10)
    return f"{words.number(whole + tenths / 10 if tenths else whole)} MB"


def checked(file: File[bytes]) -> tuple[str, Format]:
    """The name it is kept under, and its format. Refuses with its name, what it is, what is accepted."""
    name = clean_name(file.name or "")
    if file.size > settings.EVIDENCE_MAX_BYTES:
        raise ValidationError(
            _("“%(name)s” has %(size)s; a file may have %(limit)s at most."),
            params={"name": name, "size": size_in_words(file.size),
                    "limit": size_in_words(settings.EVIDENCE_MAX_BYTES)},
            code="size",
        )  # fmt: skip
    try:
        found = recognise(file, extension_of(name))
    except NotAcceptedError as refusal:
        raise ValidationError(
            _("“%(name)s” is not accepted: %(what)s. Accepted: %(accepted)s."),
            params={"name": name, "what": refusal.message, "accepted": str(ACCEPTED)},
            code="format",
        ) from refusal
    return fitting_name(name, found), found
