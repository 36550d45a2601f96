"""Files made at the moment, as answers to save. What is stored is given out by `apps.files.serving`."""

from __future__ import annotations

from django.http import HttpResponse

from apps.files.formats import Format


def download(content: bytes, name: str, kept_as: Format) -> HttpResponse:
    """`name`: of letters, digits and hyphens, without its ending. The content may be for this reader alone, so nothing
    between server and reader keeps it."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{kept_as.extensions[0]}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kept_as.content_type, headers=headers)
