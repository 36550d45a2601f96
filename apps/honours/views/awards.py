"""One line of a decision: revoked by a later decision, or taken off where it was entered by mistake."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.forms import refuse
from apps.core.page import Crumb
from apps.honours import actions
from apps.honours.forms.decisions import RevokeForm
from apps.honours.models import Award
from apps.honours.views.place import Place, frame, place_of


def _award(place: Place, pk: int) -> Award:
    found = Award.objects.visible_to(place.user).for_list().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    award = _award(place, pk)
    if not place.may_record:
        raise PermissionDenied
    form = RevokeForm(request.POST or None, initial={"body": award.decision.body})
    back = place.url("decision", award.decision_id)
    if request.method == "POST" and form.is_valid():
        try:
            actions.revoke_award(award=award, cluster=place.cluster, **form.cleaned_data, by=place.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The award is revoked; it stays in the register with the reason."))
            return redirect(back)
    crumb = Crumb(label=_("Decision %(number)s") % {"number": award.decision}, url=back)
    frame(request, place, _("Revoke an award"), crumb)
    note = f"{award.person or award.unit_name} · {award}"
    return render(request, "core/form.html", {"form": form, "back": back, "note": note, "save": _("Revoke")})


@require_POST
def remove(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    award = _award(place, pk)
    try:
        actions.remove_award(award=award, cluster=place.cluster, by=place.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The line has been taken off the decision."))
    return redirect("honours:decision", place.cluster.code, award.decision_id)
