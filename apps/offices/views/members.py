"""Member offices: added, named as of a day, put in order, ended."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices import actions, rules
from apps.offices.forms.setting_up import EndForm, ExistingOfficeForm, NameForm, NewNameForm, NewOfficeForm
from apps.offices.models import Cluster, Membership, OfficeName
from apps.offices.place import cluster_of
from apps.offices.stories import story_of_office
from apps.offices.views.clusters import managed, reader, settings_crumb


def membership_of(cluster: Cluster, pk: int) -> Membership:
    return get_object_or_404(Membership.objects.select_related("office", "cluster"), cluster=cluster, pk=pk)


def _crumbs(membership: Membership) -> list[Crumb]:
    url = reverse("offices:member", args=[membership.cluster.code, membership.pk])
    return [settings_crumb(membership.cluster), Crumb(label=membership.office.short_name, url=url)]


@require_http_methods(["GET", "HEAD", "POST"])
def new_member(request: HttpRequest, cluster: str) -> HttpResponse:
    """A new office that becomes a member."""
    found = managed(request, cluster)
    form = NewOfficeForm(request.POST or None, initial={"managing_body": found.managing_body})
    if request.method == "POST" and form.is_valid():
        try:
            actions.create_member(cluster=found, **form.cleaned_data, by=reader(request))
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("%(office)s is a member now.") % {"office": form.cleaned_data["short_name"]})
            return redirect("offices:settings", found.code)
    show(request, title=_("New member office"), crumbs=[settings_crumb(found)])
    return render(request, "core/form.html", {"form": form, "back": reverse("offices:settings", args=[found.code])})


@require_http_methods(["GET", "HEAD", "POST"])
def existing_member(request: HttpRequest, cluster: str) -> HttpResponse:
    """An office that is known already (from another cluster, or a former member) becomes a member."""
    found = managed(request, cluster)
    form = ExistingOfficeForm(request.POST or None, cluster=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_member(cluster=found, **form.cleaned_data, by=reader(request))
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("%(office)s is a member now.") % {"office": form.cleaned_data["office"]})
            return redirect("offices:settings", found.code)
    show(request, title=_("Known office becomes a member"), crumbs=[settings_crumb(found)])
    return render(request, "core/form.html", {"form": form, "back": reverse("offices:settings", args=[found.code])})


@require_safe
def member(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    found = cluster_of(request, cluster)
    membership = membership_of(found, pk)
    names = list(OfficeName.objects.filter(office=membership.office).order_by("-valid_from"))
    show(request, title=membership.office.name, crumbs=[settings_crumb(found)])
    manages = rules.can_manage_cluster(reader(request), found)
    context = {
        "cluster": found,
        "membership": membership,
        "names": [(name, _facts(name)) for name in names],
        "manages": manages,
        "story": story_of_office(membership) if manages else [],
    }
    return render(request, "offices/member.html", context)


def _facts(name: OfficeName) -> list[tuple[str, object]]:
    return [
        (_("Short name"), name.short_name),
        (_("Parent body on letterheads"), name.parent_body),
        (_("Province or city"), name.province),
        (_("Place of issue"), name.locality),
        (_("Managing body"), name.managing_body),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def rename_member(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    """A new name from a day on."""
    found = managed(request, cluster)
    membership = membership_of(found, pk)
    last = OfficeName.objects.filter(office=membership.office).order_by("-valid_from").first()
    fields = NameForm.Meta.fields
    form = NewNameForm(request.POST or None, initial={name: getattr(last, name) for name in fields} if last else None)
    if request.method == "POST" and form.is_valid():
        values = {name: form.cleaned_data[name] for name in fields}
        try:
            actions.rename_office(
                office=membership.office, cluster=found, valid_from=form.cleaned_data["valid_from"], values=values,
                by=reader(request),
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The new name has been recorded. Papers of earlier days keep the former one."))
            return redirect("offices:member", found.code, pk)
    show(request, title=_("New name"), crumbs=_crumbs(membership))
    back = reverse("offices:member", args=[found.code, pk])
    return render(request, "core/form.html", {"form": form, "back": back})


@require_http_methods(["GET", "HEAD", "POST"])
def correct_name(request: HttpRequest, cluster: str, pk: int, name: int) -> HttpResponse:
    found = managed(request, cluster)
    membership = membership_of(found, pk)
    row = get_object_or_404(OfficeName.objects.select_related("office"), office=membership.office, pk=name)
    form = NameForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        actions.correct_name(name=row, cluster=found, values=form.cleaned_data, by=reader(request))
        messages.success(request, _("Saved."))
        return redirect("offices:member", found.code, pk)
    show(request, title=_("Correct the name"), crumbs=_crumbs(membership))
    back = reverse("offices:member", args=[found.code, pk])
    return render(request, "core/form.html", {"form": form, "back": back})


@require_POST
def move_member(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    found = cluster_of(request, cluster)
    if request.POST.get("direction") not in {"up", "down"}:
        raise PermissionDenied if not rules.can_manage_cluster(reader(request), found) else Http404
    membership = membership_of(found, pk)
    actions.move_member(membership=membership, up=request.POST["direction"] == "up", by=reader(request))
    return redirect(reverse("offices:settings", args=[found.code]) + "#members")


@require_http_methods(["GET", "HEAD", "POST"])
def end_membership(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    found = managed(request, cluster)
    membership = membership_of(found, pk)
    form = EndForm(request.POST or None, initial={"on": membership.valid_to})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_membership(membership=membership, on=form.cleaned_data["on"], by=reader(request))
        except ValidationError as error:
            form.add_error("on", error.messages[0])
        else:
            messages.success(request, _("The end of the membership has been recorded; its history stays."))
            return redirect("offices:settings", found.code)
    show(request, title=_("End the membership"), crumbs=_crumbs(membership))
    back = reverse("offices:member", args=[found.code, pk])
    return render(request, "core/form.html", {"form": form, "back": back})
