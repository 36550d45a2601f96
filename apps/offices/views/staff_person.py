"""One person of an office: where they belonged when; the forms that enter, move, end and count them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.core import words
from apps.core.forms import refuse
from apps.core.page import Crumb, show
from apps.offices import actions
from apps.offices.forms.setting_up import EndForm
from apps.offices.forms.staff import CountedForm, EntryForm, MovePersonForm, NewPersonForm, PersonForm
from apps.offices.models import Employment, Person
from apps.offices.staffing import Staff, staff_of
from apps.offices.stories import story_of_staff
from apps.offices.views.staff import address, crumbs_of


def found_person(here: Staff, pk: int) -> tuple[Person, list[Employment]]:
    """The person and their rows in this office that the reader may see, the newest first; 404 without any."""
    rows = list(here.rows.filter(person=pk).select_related("person", "office").order_by("-valid_from"))
    if not rows:
        raise Http404
    return rows[0].person, rows


def _on(rows: list[Employment], day: date) -> Employment:
    """The entry of a day; the newest where there is none."""
    return next((row for row in rows if row.valid_from <= day), rows[0])


@require_safe
def person(request: HttpRequest, cluster: str, office: str, pk: int) -> HttpResponse:
    """Where they belong now one reads their whole way; an office that they left reads its own part."""
    here = staff_of(request, cluster, office)
    someone, here_rows = found_person(here, pk)
    everywhere = Employment.objects.filter(person=someone).select_related("office").order_by("-valid_from")
    newest = everywhere.visible_to(here.user).first()
    whole = newest is not None and newest.pk == everywhere.values_list("pk", flat=True)[0]
    rows = list(everywhere) if whole else list(everywhere.visible_to(here.user))
    today = timezone.localdate()
    belongs = here_rows[0].valid_to is None or here_rows[0].valid_to >= today
    show(request, title=someone.full_name, crumbs=crumbs_of(here))
    context = {
        "here": here,
        "person": someone,
        "facts": [
            (_("Year of birth"), str(someone.birth_year) if someone.birth_year else ""),
            (_("Gender"), someone.get_gender_display() if someone.gender else ""),
            (_("Belongs to"), _state(here_rows[0], belongs=belongs)),
        ],
        "rows": rows,
        "moves": here.keeps and belongs,
        "whole": whole,
        "story": story_of_staff(someone, _told(someone, rows, whole=whole), whole=whole),
    }
    return render(request, "offices/staff_person.html", context)


def _told(someone: Person, rows: list[Employment], *, whole: bool) -> list[int]:
    """Entries whose story is told: to whoever reads the whole way also those that were removed as mistakes."""
    if not whole:
        return [row.pk for row in rows]
    return list(Employment.entered.filter(person=someone).values_list("pk", flat=True))


def _state(newest: Employment, *, belongs: bool) -> str:
    if belongs:
        return newest.office.name
    assert newest.valid_to is not None
    return _("%(office)s, until %(day)s") % {"office": newest.office.name, "day": words.day(newest.valid_to)}


def _asked(
    request: HttpRequest,
    here: Staff,
    form: forms.Form,
    write: Callable[[], object],
    *,
    title: str,
    done: Callable[[object], tuple[str, str]],
    person: Person | None = None,
    note: str = "",
) -> HttpResponse:
    """A form, one action, and on to where it is seen. `done`: from what was written, what to say and the address."""
    if request.method == "POST" and form.is_valid():
        try:
            written = write()
        except ValidationError as error:
            refuse(form, error)
        else:
            said, url = done(written)
            messages.success(request, said)
            return redirect(url)
    crumbs = crumbs_of(here)
    back = address(here, "staff")
    if person is not None:
        back = address(here, "staff_person", person.pk)
        crumbs.append(Crumb(label=person.full_name, url=back))
    show(request, title=title, crumbs=crumbs)
    return render(request, "core/form.html", {"form": form, "back": back, "note": note})


@require_http_methods(["GET", "HEAD", "POST"])
def add_person(request: HttpRequest, cluster: str, office: str) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    form = NewPersonForm(request.POST or None, initial={"is_counted": "yes", "valid_from": here.today})

    def write() -> object:
        return actions.add_person(
            cluster=here.cluster, office=here.office, person=form.person, employment=form.values, by=here.user
        )

    def done(written: object) -> tuple[str, str]:
        assert isinstance(written, Employment)
        said = _("%(name)s has been entered.") % {"name": written.person.full_name}
        return said, address(here, "staff_person", written.person_id)

    return _asked(request, here, form, write, title=_("Enter a person"), done=done)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_person(request: HttpRequest, cluster: str, office: str, pk: int) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    someone, _rows = found_person(here, pk)
    form = PersonForm(request.POST or None, initial={name: getattr(someone, name) for name in PersonForm.base_fields})

    def write() -> object:
        return actions.update_person(
            person=someone, cluster=here.cluster, office=here.office, values=form.person, by=here.user
        )

    return _asked(
        request, here, form, write, title=_("Correct the particulars"), person=someone,
        done=lambda _written: (_("Saved."), address(here, "staff_person", pk)),
    )  # fmt: skip


def _state_of(row: Employment) -> dict[str, Any]:
    names = ("kind", "unit", "position", "not_counted_because", "valid_from", "valid_to")
    return {**{name: getattr(row, name) for name in names}, "is_counted": "yes" if row.is_counted else "no"}


@require_http_methods(["GET", "HEAD", "POST"])
def move_person(request: HttpRequest, cluster: str, office: str, pk: int) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    someone, rows = found_person(here, pk)
    initial = {"kind": rows[0].kind, "position": rows[0].position, "is_counted": "yes"}
    form = MovePersonForm(request.POST or None, members=here.members, initial=initial)

    def write() -> object:
        given = form.cleaned_data
        return actions.move_person(
            employment=rows[0], cluster=here.cluster, office=given["office"], on=given["on"], values=form.values,
            by=here.user,
        )  # fmt: skip

    def done(written: object) -> tuple[str, str]:
        assert isinstance(written, Employment)
        said = _("%(name)s belongs to %(office)s from %(day)s on.")
        params = {"name": someone.full_name, "office": written.office, "day": words.day(written.valid_from)}
        return said % params, address(here, "staff_person", pk)

    return _asked(request, here, form, write, title=_("To another office"), person=someone, done=done)


@require_http_methods(["GET", "HEAD", "POST"])
def end_employment(request: HttpRequest, cluster: str, office: str, pk: int) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    someone, rows = found_person(here, pk)
    form = EndForm(request.POST or None, initial={"on": rows[0].valid_to})

    def write() -> object:
        return actions.end_employment(
            employment=rows[0], cluster=here.cluster, on=form.cleaned_data["on"], by=here.user
        )

    return _asked(
        request, here, form, write, title=_("Last day in the office"), person=someone,
        note=_("The person stays in the lists of earlier days, with all that they hold."),
        done=lambda _written: (_("The last day has been noted."), address(here, "staff_person", pk)),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def set_counted(request: HttpRequest, cluster: str, office: str, pk: int) -> HttpResponse:
    """Proposes the other state."""
    here = staff_of(request, cluster, office, keeping=True)
    someone, rows = found_person(here, pk)
    form = CountedForm(request.POST or None, initial={"is_counted": "no" if rows[0].is_counted else "yes"})

    def write() -> object:
        given = form.cleaned_data
        return actions.set_counted(
            employment=_on(rows, given["on"]), cluster=here.cluster, on=given["on"], is_counted=given["is_counted"],
            because=given["not_counted_because"], by=here.user,
        )  # fmt: skip

    return _asked(
        request, here, form, write, title=_("Counted or not, from a day on"), person=someone,
        note=_("Rates of earlier days stay as they were."),
        done=lambda _written: (_("Saved."), address(here, "staff_person", pk)),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def correct_entry(request: HttpRequest, cluster: str, office: str, pk: int, entry: int) -> HttpResponse:
    here = staff_of(request, cluster, office, keeping=True)
    someone, rows = found_person(here, pk)
    row = next((each for each in rows if each.pk == entry), None)
    if row is None:
        raise Http404
    form = EntryForm(request.POST or None, initial=_state_of(row))

    def write() -> object:
        return actions.correct_employment(employment=row, cluster=here.cluster, values=form.values, by=here.user)

    return _asked(
        request, here, form, write, title=_("Correct the entry"), person=someone,
        note=_("Only for what was written down wrongly. What changes from a day on has its own buttons."),
        done=lambda _written: (_("Saved."), address(here, "staff_person", pk)),
    )  # fmt: skip
