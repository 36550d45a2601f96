"""Who has which role since when; invitations and links for new passwords."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.accounts.actions import INVITATION_DAYS
from apps.accounts.models import User
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices import actions, rules
from apps.offices.forms.setting_up import EndForm, InviteForm, KnownPersonForm
from apps.offices.models import Cluster, Role
from apps.offices.stories import story_of_people, story_of_person
from apps.offices.views.clusters import managed, reader


def people_of(cluster: Cluster) -> QuerySet[User]:
    """Everybody who has or had a role in the cluster or in an office that is or was a member."""
    return User.objects.filter(pk__in=Role.objects.in_cluster(cluster).values("user"))


def _crumb(cluster: Cluster) -> Crumb:
    return Crumb(label=_("People"), url=reverse("offices:people", args=[cluster.code]))


@require_safe
def people(request: HttpRequest, cluster: str) -> HttpResponse:
    found = managed(request, cluster)
    today = timezone.localdate()
    roles = Role.objects.in_cluster(found).select_related("user", "office").order_by("user__sort_key", "valid_from")
    held = [role for role in roles if role.valid_to is None or role.valid_to >= today]
    show(request, title=_("People"))
    context = {
        "cluster": found,
        "held": held,
        "ended": [role for role in roles if role not in held],
        "story": story_of_people(found),
    }
    return render(request, "offices/people.html", context)


def _link_page(request: HttpRequest, cluster: Cluster, user: User, token: str) -> HttpResponse:
    """Shows the link this once: it is not kept, so there is no address to come back to."""
    link = request.build_absolute_uri(reverse("accounts:invitation", args=[token]))
    show(request, title=_("Link for %(name)s") % {"name": user.full_name}, crumbs=[_crumb(cluster)])
    context = {"cluster": cluster, "person": user, "link": link, "days": INVITATION_DAYS}
    return render(request, "offices/link.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, cluster: str) -> HttpResponse:
    found = managed(request, cluster)
    form = InviteForm(request.POST or None, cluster=found)
    if request.method == "POST" and form.is_valid():
        try:
            invited = actions.invite_person(cluster=found, **form.cleaned_data, by=reader(request))
        except ValidationError as error:
            refuse(form, error)
        else:
            return _link_page(request, found, invited.user, invited.token)
    show(request, title=_("Invite a person"), crumbs=[_crumb(found)])
    context = {
        "form": form,
        "back": reverse("offices:people", args=[found.code]),
        "save": _("Invite, and show the link"),
        "note": _("No mail is needed: you are shown a link, which you hand over yourself (Zalo, telephone, paper)."),
    }
    return render(request, "core/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_role(request: HttpRequest, cluster: str) -> HttpResponse:
    """A further role for somebody who has an account: of this cluster, or anybody for an administrator."""
    found = managed(request, cluster)
    user = reader(request)
    known = User.objects.filter(is_active=True) if user.is_administrator else people_of(found).filter(is_active=True)
    form = KnownPersonForm(request.POST or None, cluster=found, people=known)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_role(cluster=found, **form.cleaned_data, by=user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The role has been given."))
            return redirect("offices:people", found.code)
    show(request, title=_("Give a role"), crumbs=[_crumb(found)])
    return render(request, "core/form.html", {"form": form, "back": reverse("offices:people", args=[found.code])})


@require_safe
def person(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    found = managed(request, cluster)
    someone = get_object_or_404(people_of(found), pk=pk)
    roles = Role.objects.in_cluster(found).filter(user=someone).select_related("office").order_by("-valid_from")
    show(request, title=someone.full_name, crumbs=[_crumb(found)])
    context = {
        "cluster": found,
        "person": someone,
        "facts": [
            (_("User name"), someone.username),
            (_("Position"), someone.position),
            (_("Telephone"), someone.phone),
            (_("Signed in last"), someone.last_login and f"{timezone.localtime(someone.last_login):%d/%m/%Y %H:%M}"),
        ],
        "roles": list(roles),
        "open_invitation": someone.invitations.open().first(),
        "story": story_of_person(found, someone),
        "may_renew": rules.can_renew_link(reader(request), found, someone),
    }
    return render(request, "offices/person.html", context)


@never_cache
@require_POST
def new_link(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    found = managed(request, cluster)
    someone = get_object_or_404(people_of(found), pk=pk)
    return _link_page(request, found, someone, actions.new_link(cluster=found, user=someone, by=reader(request)))


@require_http_methods(["GET", "HEAD", "POST"])
def end_role(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    found = managed(request, cluster)
    role = Role.objects.in_cluster(found).select_related("user", "office").filter(pk=pk).first()
    if role is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"on": role.valid_to or timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_role(role=role, cluster=found, on=form.cleaned_data["on"], by=reader(request))
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The role ends on the day given; its history stays."))
            return redirect("offices:person", found.code, role.user_id)
    url = reverse("offices:person", args=[found.code, role.user_id])
    show(request, title=_("End the role"), crumbs=[_crumb(found), Crumb(label=role.user.full_name, url=url)])
    note = f"{capfirst(role.get_kind_display())} · {role.office or found}"
    return render(request, "core/form.html", {"form": form, "back": url, "note": note})
