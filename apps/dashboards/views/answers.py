"""Shapes of answers that are no page."""

from django.http import HttpResponse

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(content: bytes, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=EXCEL, headers={"Content-Disposition": f'attachment; filename="{name}"'})
