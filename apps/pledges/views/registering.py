"""One office's registrations: opened through the right to see them; everybody at once, one by one, sent, received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.campaigns.views.calendar import Year, year_of
from apps.core import words
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.honours.enums import Subject
from apps.offices.models import Leadership, Office, Person
from apps.pledges import actions, rules
from apps.pledges.answers import Answered, answers_to
from apps.pledges.enums import SheetState
from apps.pledges.forms.registrations import AskForm, CollectiveForm, WishForm
from apps.pledges.models import RegistrationSheet
from apps.pledges.pages import (
    COLOURS,
    catalogue,
    chances_of,
    once_for_all,
    rows_of,
    step_of,
    unit_chances_of,
    unit_rows_of,
)
from apps.pledges.registered import Line, Registered
from apps.pledges.sheets import cut_off, expected, opens_later, sheet_of, standing
from apps.pledges.stories.registrations import story_of_sheet


@dataclass(frozen=True)
class Opened:
    at: Year
    office: Office

    @cached_property
    def cut_off(self) -> date:
        return cut_off(self.at.cluster, self.at.year)

    @cached_property
    def sheet(self) -> RegistrationSheet:
        return sheet_of(self.at.cluster, self.at.year, self.office)

    @cached_property
    def now(self) -> Registered:
        return standing(self.at.cluster, self.at.year, [self.office], self.cut_off)[self.office.pk]

    @cached_property
    def opens_on(self) -> date | None:
        """The opening day, where it has not come."""
        return opens_later(self.at.cluster, self.at.year, timezone.localdate())

    @cached_property
    def closed_on(self) -> date | None:
        """The day on which the year was closed, where nothing was begun before: nothing is begun any more."""
        return None if self.sheet.pk else Leadership.objects.closed_on(self.at.cluster, self.at.year)

    @property
    def enters(self) -> bool:
        """Whether the reader prepares registrations, and they are open."""
        return self.prepares and self.opens_on is None and self.closed_on is None

    @cached_property
    def answers(self) -> list[Answered]:
        """The deciding body's to what was received, the one that holds first."""
        return answers_to(self.sheet.current if self.sheet.state == SheetState.RECEIVED else None)

    @property
    def prepares(self) -> bool:
        return rules.can_register_for(self.at.user, self.at.cluster, self.at.year, self.office)

    @property
    def sends(self) -> bool:
        return rules.can_send_registrations(self.at.user, self.at.cluster, self.at.year, self.office)

    @property
    def receives(self) -> bool:
        return rules.can_run_registrations(self.at.user, self.at.cluster, self.at.year)

    @property
    def target(self) -> dict[str, Any]:
        return {"cluster": self.at.cluster, "year": self.at.year, "office": self.office, "by": self.at.user}

    def url(self, name: str, *more: object) -> str:
        return reverse(f"pledges:{name}", args=[self.at.cluster.code, self.at.year, self.office.code, *more])

    @property
    def crumbs(self) -> list[Crumb]:
        listed = reverse("pledges:registrations", args=[self.at.cluster.code, self.at.year])
        return [
            Crumb(label=_("Registrations of %(year)s") % {"year": self.at.year}, url=listed),
            Crumb(label=str(self.office.short_name_then), url=self.url("registration_sheet")),  # type: ignore[attr-defined]
        ]


def opened(request: HttpRequest, cluster: str, year: int, office: str, *, preparing: bool = False) -> Opened:
    """The office through the right to read its registrations: 404 for whoever may not know them; 403 for a reader who
    may not change them."""
    at = year_of(request, cluster, year)
    if not 1948 <= year <= 2100:
        raise Http404
    on = cut_off(at.cluster, year)
    found = next((each for each in expected(at.cluster, year, on) if each.code == office), None)
    if found is None or not rules.can_read_registrations(at.user, at.cluster, year, found):
        raise Http404
    one = Opened(at, found)
    if preparing and not one.prepares:
        raise PermissionDenied
    return one


@require_safe
def sheet(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    one = opened(request, cluster, year, office)
    known = catalogue(year)
    versions = list(one.sheet.versions.select_related("sent_by").order_by("-number")) if one.sheet.pk else []
    refused = one.answers[0].reasons if one.answers else {}
    rows, shared = once_for_all(rows_of(one.now, year, known, refused))
    show(request, title=_("Registrations of %(office)s") % {"office": one.crumbs[1].label}, crumbs=one.crumbs[:1])
    context = {
        "one": one, "now": one.now, "sheet": one.sheet, "known": known, "titles": [
            (each.code, known.names[each.code]) for each in known.titles
        ],
        "state": one.sheet.get_state_display(), "colour": COLOURS[one.sheet.state],  # type: ignore[index]
        "step": step_of(
            one.sheet, one.now, prepares=one.prepares, sends=one.sends, receives=one.receives, opens_on=one.opens_on,
            closed_on=one.closed_on,
        ),
        "rows": rows, "shared": shared,
        "units": unit_rows_of(one.now, one.office, year, one.cut_off, known, refused),
        "answers": one.answers, "versions": versions, "story": story_of_sheet(one.sheet),
        "urls": {
            name: one.url(name)
            for name in ("register_all", "registration_send", "registration_receive", "registration_ask",
                         "registration_answer", "register_unit", "registrations_of_last_year", "registration_excel",
                         "registration_import")
        },
    }  # fmt: skip
    return render(request, "pledges/registration_sheet.html", context)


@require_POST
def register_all(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    one = opened(request, cluster, year, office, preparing=True)
    try:
        made = actions.register_all(**one.target, honour=request.POST.get("honour", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        said = ngettext("%(count)s person has been registered.", "%(count)s people have been registered.", made)
        messages.success(request, said % {"count": words.number(made)})
    return redirect(one.url("registration_sheet"))


def _again(
    request: HttpRequest, error: ValidationError, form: WishForm, kind: type[WishForm], given: dict[str, Any]
) -> WishForm:
    """The form with what was refused. Where somebody else wrote meanwhile: what stands now, to be looked at."""
    if getattr(error, "code", "") != "changed":
        refuse(form, error)
        return form
    messages.error(request, " ".join(error.messages))
    return kind(**given)


def _line(one: Opened, pk: int) -> Line:
    found = next((line for line in one.now.people if line.person == pk), None)
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, cluster: str, year: int, office: str, pk: int) -> HttpResponse:
    one = opened(request, cluster, year, office, preparing=True)
    line = _line(one, pk)
    known = catalogue(year)
    given: dict[str, Any] = {
        "known": known,
        "subject": Subject.PERSON,
        "aims": line.aims,
        "chances": chances_of(line, year, known),
    }
    form = WishForm(request.POST or None, **given)
    if request.method == "POST" and form.is_valid():
        wish = actions.Wish(tuple(form.cleaned_data["honours"]), form.cleaned_data["initiative"])
        who = get_object_or_404(Person, pk=pk)
        try:
            actions.register_person(**one.target, person=who, wish=wish, seen=form.cleaned_data["seen"] or None)
        except ValidationError as error:
            form = _again(request, error, form, WishForm, given)
        else:
            messages.success(request, _("Saved."))
            return redirect(f"{one.url('registration_sheet')}#person-{pk}")
    show(request, title=line.name, crumbs=one.crumbs)
    note = " · ".join(part for part in (line.position, line.unit) if part)
    return render(request, "core/form.html", {"form": form, "note": note, "back": one.url("registration_sheet")})


@require_http_methods(["GET", "HEAD", "POST"])
def unit(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    """The office itself, a division (`?unit=`), or a new division (`?new`)."""
    one = opened(request, cluster, year, office, preparing=True)
    key, known, new = request.GET.get("unit", ""), catalogue(year), "new" in request.GET
    held = {each.unit: each.aims for each in one.now.collectives}
    if key and key not in held:
        raise Http404
    kind: type[WishForm] = CollectiveForm if new else WishForm
    given: dict[str, Any] = {
        "known": known, "subject": Subject.COLLECTIVE, "aims": () if new else held.get(key, ()),
        "chances": unit_chances_of("new" if new else key, one.now, one.office, year, one.cut_off, known),
    }  # fmt: skip
    form = kind(request.POST or None, **given)
    if request.method == "POST" and form.is_valid():
        wish = actions.Wish(tuple(form.cleaned_data["honours"]))
        try:
            actions.register_collective(
                **one.target, unit=form.cleaned_data.get("unit", key), wish=wish, seen=form.cleaned_data["seen"] or None
            )  # fmt: skip
        except ValidationError as error:
            form = _again(request, error, form, kind, given)
        else:
            messages.success(request, _("Saved."))
            return redirect(f"{one.url('registration_sheet')}#collectives")
    title = _("New collective") if new else key or str(one.office)
    show(request, title=title, crumbs=one.crumbs)
    return render(request, "core/form.html", {"form": form, "back": one.url("registration_sheet")})


@require_POST
def send(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    one = opened(request, cluster, year, office)
    if not one.sends:
        raise PermissionDenied
    try:
        version = actions.send(**one.target, seen=request.POST.get("seen", ""))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Sent as version %(number)s.") % {"number": version.number})
    return redirect(one.url("registration_sheet"))


def running(request: HttpRequest, cluster: str, year: int, office: str) -> Opened:
    """What an office sent, for the secretariat of the year."""
    one = opened(request, cluster, year, office)
    if not one.receives:
        raise PermissionDenied
    if one.sheet.current is None:
        raise Http404
    return one


@require_POST
def receive(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    one = running(request, cluster, year, office)
    number = request.POST.get("number", "")
    try:
        actions.receive(sheet=one.sheet, number=int(number) if number.isdecimal() else 0, by=one.at.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The registrations have been received."))
    return redirect(one.url("registration_sheet"))


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    one = running(request, cluster, year, office)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.ask_completion(sheet=one.sheet, what=form.cleaned_data["what"], by=one.at.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The office has been asked to complete them."))
            return redirect(one.url("registration_sheet"))
    show(request, title=_("Ask for completion"), crumbs=one.crumbs)
    context = {"form": form, "back": one.url("registration_sheet"), "save": _("Send the request")}
    return render(request, "core/form.html", context)
