"""Our workbook, to be filled in and brought back."""

from __future__ import annotations

from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from apps.activities.forms.records import OWN as OWN_CODE
from apps.activities.imports import marking
from apps.activities.imports.actions import content_of
from apps.activities.imports.owners import OWN
from apps.activities.imports.parts import faults_of
from apps.activities.imports.roundtrip.made import make
from apps.activities.imports.setting import load
from apps.activities.rules import can_import
from apps.activities.views.imports import visible
from apps.campaigns.scope import Scope, scope_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def workbook(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """Of one office (`?office=`), or, for the secretariat, of all members and the cluster itself."""
    scope = scope_of(request, cluster, period)
    if not can_import(scope.user, scope.cluster, scope.year):
        raise PermissionDenied
    owners, part = _owners(scope, request.GET.get("office", ""))
    content = make(load(cluster=scope.cluster, period=scope.period, by=scope.user), owners, at=timezone.now())
    return _file(content, f"bieu-mau-{scope.cluster.code}-{scope.period.code}{part}.xlsx")


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Cache-Control": "no-store",
    }  # fmt: skip
    return HttpResponse(content, content_type=XLSX, headers=headers)


@require_safe
def marked(request: HttpRequest, cluster: str, period: str, pk: int) -> HttpResponse:
    """The file that was refused, with each error at its cell."""
    found = visible(scope_of(request, cluster, period), pk)
    faults = list(faults_of(found))
    if not faults:
        raise Http404
    name = found.outcome.get("name") or found.file.name
    return _file(marking.marked(content_of(found), faults), f"{PurePath(name).stem} - lỗi cần sửa.xlsx")


def _owners(scope: Scope, asked: str) -> tuple[list[int], str]:
    """Those asked for, and what the file's name says of it. An office for which one does not enter is unknown."""
    offices = {office.code: office.pk for office in scope.enters_for}
    if asked == OWN_CODE and scope.is_secretariat:
        return [OWN], f"-{OWN_CODE}"
    if asked:
        if asked not in offices:
            raise Http404
        return [offices[asked]], f"-{asked}"
    if scope.is_secretariat:
        return [*offices.values(), OWN], ""
    if not offices:  # the office is a member in another period only
        raise Http404
    code, office = next(iter(offices.items()))
    return [office], f"-{code}"
