"""Somebody, or one entry, that was entered by mistake: why, what holds on to it, and back again."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices import actions
from apps.offices.forms.staff import RemoveForm
from apps.offices.holding import holds
from apps.offices.models import Removal
from apps.offices.staffing import staff_of
from apps.offices.views.staff import address, crumbs_of
from apps.offices.views.staff_person import found_person


@require_http_methods(["GET", "HEAD", "POST"])
def remove_person(request: HttpRequest, cluster: str, office: str, pk: int, entry: int | None = None) -> HttpResponse:
    """The whole person, or one of the entries in this office."""
    here = staff_of(request, cluster, office, keeping=True)
    someone, rows = found_person(here, pk)
    row = next((each for each in rows if each.pk == entry), None)
    if entry is not None and row is None:
        raise Http404
    form = RemoveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"cluster": here.cluster, "reason": form.cleaned_data["reason"], "by": here.user}
        try:
            if row is None:
                made = actions.remove_person(person=someone, **given)
            else:
                made = actions.remove_employment(employment=row, **given)
        except ValidationError as error:
            refuse(form, error)
        else:
            said = _("Removed from the lists: %(name)s.") % {"name": someone.full_name}
            messages.success(request, said, extra_tags=f"undo={address(here, 'undo_removal', made.pk)}")
            return redirect(address(here, "staff"))
    what = actions.removing(someone, here.cluster, row)
    back = address(here, "staff_person", someone.pk)
    title = _("Remove the person") if row is None else _("Remove the entry")
    show(request, title=title, crumbs=[*crumbs_of(here), Crumb(label=someone.full_name, url=back)])
    context = {
        "form": form, "back": back, "person": someone, "going": what.going, "whole": what.whole, "holds": holds(what),
        "end_url": address(here, "end_employment", someone.pk),
    }  # fmt: skip
    return render(request, "offices/staff_remove.html", context)


@require_POST
def undo_removal(request: HttpRequest, cluster: str, office: str, removal: int) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    found = get_object_or_404(Removal.objects.of_office(here.office).select_related("person"), pk=removal)
    try:
        actions.undo_removal(removal=found, cluster=here.cluster, by=here.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(address(here, "staff"))
    said = _("%(name)s stands in the lists again.") % {"name": found.person.full_name}
    messages.success(request, said)
    return redirect(address(here, "staff_person", found.person_id))
