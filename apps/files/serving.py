"""Giving out a stored file so that a browser can do nothing with it but show it or save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header

from apps.files.access import Link
from apps.files.formats import BY_TYPE, PDF

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
CHUNK = 64 * 1024
# No scripts, no frames, no requests; and an origin of its own. Browsers refuse to open their PDF viewer in a sandbox,
# which runs a PDF's own scripts away from the page anyway.
NOTHING = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'"
SANDBOX = f"{NOTHING}; sandbox"


def serve(request: HttpRequest, link: Link) -> HttpResponseBase:
    """The content, under the link's name. The caller has checked that the reader may have it.

    Shown in the browser where the format is known to be harmless there, otherwise saved. One range of bytes is served,
    for PDF viewers and for downloads that broke off.
    """
    stored = link.file
    etag = f'"{stored.sha256}"'
    known = BY_TYPE.get(stored.content_type)
    shown = known is not None and known.shown and "download" not in request.GET
    unchanged = get_conditional_response(request, etag=etag)
    answer: HttpResponseBase
    if unchanged is not None:
        answer = unchanged
    elif (span := _span(request, stored.size, etag)) == ():
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{stored.size}"})
    elif span is not None:
        answer = _part(stored.content.open("rb"), span, stored.size)
    else:
        answer = FileResponse(stored.content.open("rb"))
        answer["Content-Length"] = str(stored.size)
    content_type = stored.content_type if known else "application/octet-stream"
    answer["Content-Type"] = "text/plain; charset=utf-8" if content_type == "text/plain" else content_type
    answer["Content-Disposition"] = content_disposition_header(not shown, link.name) or "attachment"
    answer["Content-Security-Policy"] = NOTHING if known is PDF else SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "private, no-cache"  # kept, but access is asked for each time
    answer["Accept-Ranges"] = "bytes"
    answer["ETag"] = etag
    return answer


def _span(request: HttpRequest, size: int, etag: str) -> tuple[int, int] | tuple[()] | None:
    """First and last byte that are asked for; () where there are no such bytes; None for the whole."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    if asked is None or not any(asked.groups()) or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = asked.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last) if last else size - 1, size - 1)
    return (start, end) if start <= end else ()


def _part(file: IO[bytes], span: tuple[int, ...], size: int) -> StreamingHttpResponse:
    start, end = span

    def pieces() -> Iterator[bytes]:
        with file:
            file.seek(start)
            left = end - start + 1
            while left and (piece := file.read(min(CHUNK, left))):
                left -= len(piece)
                yield piece

    answer = StreamingHttpResponse(pieces(), status=206)
    answer["Content-Length"] = str(end - start + 1)
    answer["Content-Range"] = f"bytes {start}-{end}/{size}"
    return answer
