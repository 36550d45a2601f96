"""Signing a pledge: the head sees what changed against the version before and signs with one button."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.pledges import actions, rules
from apps.pledges.forms.pledges import ScanForm, SigningForm
from apps.pledges.pledge_papers import HEAD_OF_OFFICE
from apps.pledges.versions import OfficePledge, conference_of, said
from apps.pledges.views.pledges import Place, differences, office_name, place_of, pledge_of, target_rows


def _proposed(place: Place, found: OfficePledge) -> dict[str, Any]:
    """The day of the conference where it lies behind, else today; the reader, where they sign themselves."""
    today, met = timezone.localdate(), conference_of(place.at.cluster, place.at.year)
    on = met.held_on if met is not None and met.held_on <= today else today
    if found.current is not None and found.current.signed_on is not None and on <= found.current.signed_on:
        on = today  # an amendment comes after the conference
    last = found.current
    oneself = rules.signs_oneself(place.at.user, found.office.pk)
    return {
        "revision": found.draft.revision if found.draft else 0, "signed_on": on,
        "signer": place.at.user.full_name if oneself else last.signer if last else "",
        "signed_as": last.signed_as if last else HEAD_OF_OFFICE,
        "witness": last.witness if last else "", "witness_post": last.witness_post if last else "",
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    place = place_of(request, cluster, year)
    found = pledge_of(place, office)
    if not place.signs(found.office):
        raise PermissionDenied
    back, draft = place.url("pledge", office), found.draft
    if draft is None:
        return redirect(back)
    form = SigningForm(request.POST or None, initial=_proposed(place, found))
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        revision = values.pop("revision")
        try:
            actions.sign_pledge(version=draft, signing=actions.Signing(**values), revision=revision, by=place.at.user)
        except ValidationError as error:
            refuse(form, error)
            data = request.POST.copy()
            data["revision"] = str(draft.revision)
            form.data = data
        else:
            messages.success(request, _("The pledge has been signed."))
            return redirect(back)
    title = _("Sign the pledge of %(year)s") % {"year": year}
    show(request, title=title, crumbs=[place.crumb, Crumb(label=office_name(found), url=back)])
    context = {
        "form": form, "back": back, "draft": draft, "text": said(draft), "targets": target_rows(draft),
        "amends": found.before(draft), "differences": differences(found, draft),
        "met": conference_of(place.at.cluster, year), "oneself": rules.signs_oneself(place.at.user, found.office.pk),
        "edit_url": place.url("edit_pledge", office),
    }  # fmt: skip
    return render(request, "pledges/pledge_sign.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def scan(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """Of the version signed last."""
    place = place_of(request, cluster, year)
    found = pledge_of(place, office)
    if not place.prepares(found.office):
        raise PermissionDenied
    back = place.url("pledge", office)
    if found.current is None:
        return redirect(back)
    form = ScanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_scan(version=found.current, scan=form.cleaned_data["upload"], by=place.at.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The scan has been kept."))
            return redirect(f"{back}?version={found.current.number}")
    crumbs = [place.crumb, Crumb(label=office_name(found), url=back)]
    show(request, title=_("Scan of the signed pledge"), crumbs=crumbs)
    return render(request, "pledges/pledge_scan.html", {"form": form, "back": back, "version": found.current})
