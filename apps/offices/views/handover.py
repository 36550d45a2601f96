"""Handing a year over: what goes with it, to whom, from which day; closing it; the pack."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.models import User
from apps.core.forms import refuse
from apps.core.page import show
from apps.core.papers import pdf, word
from apps.files.answers import download
from apps.files.formats import DOCX, PDF, XLSX
from apps.offices import actions, rules
from apps.offices.forms.setting_up import HandOverForm
from apps.offices.handover import Part, of_part, pack
from apps.offices.models import Cluster, Leadership
from apps.offices.pack import excel, giver_and_next, minutes
from apps.offices.place import cluster_of
from apps.offices.views.clusters import reader, settings_crumb


def _opened(request: HttpRequest, cluster: str, year: int) -> Cluster:
    found = cluster_of(request, cluster)
    if not Leadership.objects.filter(cluster=found, year=year).exists():
        raise Http404
    if not rules.can_hand_over(reader(request), found, year):
        raise PermissionDenied
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    found = _opened(request, cluster, year)
    today = timezone.localdate()
    giver, following = giver_and_next(found, year, today)
    form = HandOverForm(
        request.POST or None, cluster=found, year=year, giver=giver, initial={"to": following, "on": today}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.hand_over(cluster=found, year=year, **form.cleaned_data, by=reader(request))
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("The year %(year)s passes to %(office)s.") % {"year": year, "office": form.cleaned_data["to"]}
            messages.success(request, said)
            if rules.can_hand_over(_again(request), found, year):
                return redirect("offices:handover", found.code, year)
            return redirect("offices:settings", found.code)
    items = pack(found, year)
    rows = list(Leadership.objects.of_year(found, year).order_by("-kind", "begins_on"))
    show(request, title=_("Hand-over of %(year)s") % {"year": year}, crumbs=[settings_crumb(found)])
    context = {
        "cluster": found,
        "year": year,
        "form": form,
        "giver": giver,
        "following": following,
        "closed_on": next((row.closed_on for row in rows if row.closed_on), None),
        "parts": [
            (_("Open work"), "open", of_part(items, Part.OPEN)),
            (_("Papers"), "papers", of_part(items, Part.PAPERS)),
            (_("Settings"), "settings", of_part(items, Part.SETTINGS)),
        ],
        "leadership_url": reverse("offices:leadership", args=[found.code, year + 1]),
    }
    return render(request, "offices/handover.html", context)


def _again(request: HttpRequest) -> User:
    """The reader, with the rights as they are now."""
    user = reader(request)
    user.__dict__.pop("_roles", None)
    return user


@require_POST
def close_year(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    found = _opened(request, cluster, year)
    actions.close_year(cluster=found, year=year, on=timezone.localdate(), by=reader(request))
    messages.success(request, _("The year %(year)s is closed.") % {"year": year})
    return redirect("offices:settings", found.code)


@require_safe
def pack_file(request: HttpRequest, cluster: str, year: int, kind: str) -> HttpResponse:
    """The pack as it stands now: minutes to sign, as Word or PDF, or all lines as a workbook."""
    found = _opened(request, cluster, year)
    today = timezone.localdate()
    giver, following = giver_and_next(found, year, today)
    if giver is None:
        raise Http404
    with translation.override("vi"):
        items = pack(found, year)
        paper = minutes(found, year, items, giver=giver, taker=following, on=today)
        match kind:
            case "xlsx":
                content, kept_as = excel(found, year, items), XLSX
            case "docx":
                content, kept_as = word.word(paper), DOCX
            case _:
                content, kept_as = pdf.pdf(paper), PDF
    return download(content, f"ban-giao-{found.code}-{year}", kept_as)
