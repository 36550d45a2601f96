"""Files as answers."""

from __future__ import annotations

from django.http import HttpResponse

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
ENDINGS = {XLSX: "xlsx", DOCX: "docx", PDF: "pdf"}


def download(content: bytes, name: str, content_type: str) -> HttpResponse:
    """`name` without its ending."""
    disposition = f'attachment; filename="{name}.{ENDINGS[content_type]}"'
    return HttpResponse(content, content_type=content_type, headers={"Content-Disposition": disposition})
