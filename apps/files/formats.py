"""The formats that are kept as evidence, by what they are, not by what they are called. Everything else is refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Format:
    """`extensions`: names that fit, the usual one first. `shown`: a browser may show it without running anything."""

    content_type: str
    label: str | _StrPromise
    extensions: tuple[str, ...]
    shown: bool = False

    @property
    def is_image(self) -> bool:
        return self.shown and self.content_type.startswith("image/")


OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."
PDF = Format("application/pdf", "PDF", ("pdf",), shown=True)
JPEG = Format("image/jpeg", "JPEG", ("jpg", "jpeg", "jpe", "jfif"), shown=True)
PNG = Format("image/png", "PNG", ("png",), shown=True)
WEBP = Format("image/webp", "WebP", ("webp",), shown=True)
GIF = Format("image/gif", "GIF", ("gif",), shown=True)
HEIC = Format("image/heic", "HEIC", ("heic", "heif"))
DOCX = Format(OOXML + "wordprocessingml.document", "Word", ("docx",))
XLSX = Format(OOXML + "spreadsheetml.sheet", "Excel", ("xlsx",))
PPTX = Format(OOXML + "presentationml.presentation", "PowerPoint", ("pptx",))
DOC = Format("application/msword", "Word", ("doc",))
XLS = Format("application/vnd.ms-excel", "Excel", ("xls",))
PPT = Format("application/vnd.ms-powerpoint", "PowerPoint", ("ppt",))
ODT = Format(ODF + "text", "OpenDocument", ("odt",))
ODS = Format(ODF + "spreadsheet", "OpenDocument", ("ods",))
ODP = Format(ODF + "presentation", "OpenDocument", ("odp",))
TXT = Format("text/plain", _("plain text"), ("txt",), shown=True)
CSV = Format("text/csv", "CSV", ("csv",))

FORMATS = (PDF, JPEG, PNG, WEBP, GIF, HEIC, DOCX, XLSX, PPTX, DOC, XLS, PPT, ODT, ODS, ODP, TXT, CSV)
BY_TYPE = {each.content_type: each for each in FORMATS}
EXTENSIONS = frozenset(extension for each in FORMATS for extension in each.extensions)
ACCEPTED = _("PDF; photos (JPEG, PNG, WebP, GIF, HEIC); Word, Excel, PowerPoint, OpenDocument without macros; TXT, CSV")
# For the field of the page: what its dialog offers. What comes is looked at all the same.
ACCEPT = ",".join(["image/*", *(f".{extension}" for extension in sorted(EXTENSIONS))])
