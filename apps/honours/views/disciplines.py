"""Disciplines: in force and past, recorded, lifted."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.forms import refuse
from apps.core.page import Crumb
from apps.core.workbook import Sheet
from apps.honours import actions
from apps.honours.forms.ratings import DisciplineForm, LiftForm
from apps.honours.models import Discipline
from apps.honours.people import Found, Known
from apps.honours.stories import story_of_disciplines
from apps.honours.views.place import Place, excel, frame, front, place_of, today


def _crumb(place: Place) -> Crumb:
    return Crumb(label=_("Disciplines"), url=place.url("disciplines"))


def _listed(place: Place) -> list[Discipline]:
    return list(Discipline.objects.visible_to(place.user).select_related("person", "office").by_name())


@require_safe
def disciplines_excel(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    rows = _listed(place)
    sheet = Sheet(
        name=_("Disciplines"), title=_("Disciplines"), note=place.cluster.short_name,
        headings=[
            _("No."), _("Full name"), _("Office"), capfirst(_("kind of discipline")),
            capfirst(pgettext("discipline", "decision")), _("From"), _("Until"), capfirst(_("why it was lifted")),
        ],
        rows=(
            [
                number, row.person.full_name if row.person else "", row.office.short_name,
                capfirst(row.get_kind_display()), row.decision, row.valid_from, row.valid_to, row.lifted_because,
            ]
            for number, row in enumerate(rows, start=1)
        ),
    )  # fmt: skip
    newest = max((row.entered_at for row in rows), default=None)
    return excel(f"ky-luat-{place.cluster.code}", sheet, made_at=newest)


@require_safe
def disciplines(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    rows = _listed(place)
    day = today()
    enters = {office.pk for office in place.enters_for} if place.may_record else set()
    lines = [(row, row.office_id in enters) for row in rows]
    front(request, _("Register of commendations"))
    return render(request, "honours/disciplines.html", {
        "place": place, "tabs": place.tabs("disciplines"),
        "open": [line for line in lines if _is_open(line[0])],
        "past": [line for line in lines if not _is_open(line[0])],
        "new_url": place.url("new_discipline") if place.may_record else "", "today": day,
        "excel_url": place.url("disciplines_excel"),
        "story": story_of_disciplines([row.pk for row in rows]),
    })  # fmt: skip


def _is_open(row: Discipline) -> bool:
    return row.valid_to is None or row.valid_to >= today()


@require_http_methods(["GET", "HEAD", "POST"])
def new_discipline(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster, recording=True)
    form = DisciplineForm(request.POST or None, offices=place.enters_for)
    known = Known.of(place.user, place.cluster)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        found = _named(known, form, values.pop("person"))
        if not form.errors:
            try:
                actions.discipline(
                    cluster=place.cluster, person=found.person if found else None, **values, by=place.user
                )
            except ValidationError as error:
                refuse(form, error)
            else:
                messages.success(request, _("The discipline has been recorded."))
                return redirect("honours:disciplines", place.cluster.code)
    frame(request, place, _("New discipline"), _crumb(place))
    context = {"form": form, "back": place.url("disciplines"), "known": known, "files": False}
    return render(request, "honours/form.html", context)


def _named(known: Known, form: DisciplineForm, name: str) -> Found | None:
    """Whom the name means; a fault at the field where it means nobody, or several."""
    if not name:
        return None
    found = known.named(name.split("(", maxsplit=1)[0], people=True)
    exact = [each for each in found if f"{each.name} ({each.note})" == name]
    found = exact or found
    if len(found) == 1:
        return found[0]
    if found:
        several = "; ".join(f"{each.name} ({each.note})" for each in found)
        form.add_error("person", _("Several are called so: write one of them in full: %(names)s.") % {"names": several})
    else:
        message = _("“%(name)s” is not among the people and offices for which you enter.")
        form.add_error("person", message % {"name": name})
    return None


def _discipline(place: Place, pk: int) -> Discipline:
    rows = Discipline.objects.visible_to(place.user).select_related("person", "office")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def lift(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    row = _discipline(place, pk)
    if not place.may_record:
        raise PermissionDenied
    form = LiftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.lift(discipline=row, cluster=place.cluster, **form.cleaned_data, by=place.user)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The discipline ends on the day given."))
            return redirect("honours:disciplines", place.cluster.code)
    frame(request, place, _("Lift a discipline"), _crumb(place))
    note = f"{row.person or row.office} · {row}"
    return render(request, "core/form.html", {"form": form, "back": place.url("disciplines"), "note": note})


@require_POST
def remove(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    actions.remove_discipline(discipline=_discipline(place, pk), cluster=place.cluster, by=place.user)
    messages.success(request, _("The discipline has been removed."))
    return redirect("honours:disciplines", place.cluster.code)
