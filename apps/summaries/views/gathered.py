"""The offices' prose beside the cluster's own text, to be merged."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from apps.campaigns.scope import scope_of
from apps.reports.content import from_json
from apps.reports.models import Report
from apps.summaries import actions
from apps.summaries.enums import ProseSection
from apps.summaries.gathered import MERGED, gathered, may_read_gathered, paragraphs
from apps.summaries.views.common import address, place, refuse_unless_writing, words_of


@require_safe
def page(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    if not may_read_gathered(scope):
        raise PermissionDenied
    place(request, scope, _("What the offices wrote"))
    return render(request, "summaries/gathered.html", {
        "sections": gathered(scope), "reads_all": scope.reads_all,
        "may_write": scope.is_secretariat,
        "timeliness_url": reverse("reports:timeliness", args=[scope.cluster.code, scope.period.code]),
        "copy_url": address(scope, "copy_prose"),
        "typed_url": address(scope, "prose") if scope.is_secretariat else "",
    })  # fmt: skip


@require_POST
def copy(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """One paragraph of an office, as it was sent, to the end of the cluster's section."""
    scope = scope_of(request, cluster, period)
    refuse_unless_writing(scope)
    posted = request.POST
    into, section = posted.get("into", ""), posted.get("section", "")
    if into not in MERGED or section not in MERGED[ProseSection(into)]:
        raise Http404
    back = f"{address(scope, 'gathered')}#{into}"
    report = Report.objects.filter(period=scope.period, office__code=posted.get("office", "")).select_related("current")
    found = report.first()
    if found is None or found.current is None:
        raise Http404
    if str(found.current_id) != posted.get("version"):
        messages.error(request, _("The office has sent its report anew meanwhile. Look at what it says now."))
        return redirect(back)
    lines = paragraphs(from_json(found.current.content).prose.get(section, ""))
    number = posted.get("number", "")
    if not number.isdecimal() or int(number) >= len(lines):
        raise Http404
    try:
        actions.append_prose(
            period=scope.period, section=into, text=lines[int(number)], seen=posted.get("seen", ""), by=scope.user
        )
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("Copied to the end of the section. Edit it there, so that it reads as one text."))
    return redirect(back)
