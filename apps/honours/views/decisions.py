"""Decisions on awards: the list, one of them, entered fast with all its lines, corrected."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core import words
from apps.core.forms import refuse
from apps.core.functions import Folded
from apps.core.page import Crumb
from apps.core.text import fold
from apps.core.workbook import Sheet
from apps.honours import actions, rules
from apps.honours.actions import LinesError, Recorded
from apps.honours.forms.decisions import DecisionForm, LinesFormSet, lines_formset
from apps.honours.forms.filters import DecisionFilter
from apps.honours.models import Award, Decision
from apps.honours.models.decisions import DecisionQuerySet
from apps.honours.people import Known, search
from apps.honours.stories import story_of_decision
from apps.honours.views.place import PER_PAGE, Place, excel, frame, front, place_of, today


def _crumb(place: Place) -> Crumb:
    return Crumb(label=_("Decisions on awards"), url=place.url("decisions"))


def decision_of(place: Place, pk: int) -> Decision:
    rows = Decision.objects.visible_to(place.user).select_related("scan", "office", "cluster")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _listed(place: Place, form: DecisionFilter) -> DecisionQuerySet:
    """Each with `lines`: how many of its awards the reader sees."""
    seen = Award.objects.visible_to(place.user).filter(decision=OuterRef("pk")).order_by()
    count = seen.values("decision").annotate(n=Count("pk")).values("n")
    rows = Decision.objects.visible_to(place.user).annotate(lines=Coalesce(Subquery(count), 0)).newest_first()
    if wanted := form.value("q"):
        folded = {
            name: Folded(name.removesuffix("_folded")) for name in ("number_folded", "symbol_folded", "body_folded")
        }
        text = fold(wanted)
        rows = rows.alias(**folded).filter(
            Q(number_folded__contains=text) | Q(symbol_folded__contains=text) | Q(body_folded__contains=text)
        )
    if year := form.value("year"):
        rows = rows.filter(signed_on__year=year)
    return rows.select_related("scan", "office", "cluster")


@require_safe
def decisions(request: HttpRequest, cluster: str) -> HttpResponse:
    place = place_of(request, cluster)
    form = DecisionFilter(request.GET or None)
    page = Paginator(_listed(place, form), PER_PAGE).get_page(request.GET.get("page"))
    front(request, _("Register of commendations"))
    return render(request, "honours/decisions.html", {
        "place": place, "tabs": place.tabs("decisions"), "form": form, "list_page": page, "rows": list(page),
        "here": place.url("decisions"), "excel_url": f"{place.url('decisions_excel')}?{request.GET.urlencode()}",
        "new_url": place.url("new_decision") if place.may_record else "",
        "import_url": place.url("imports") if place.may_record else "",
    })  # fmt: skip


@require_safe
def decisions_excel(request: HttpRequest, cluster: str) -> HttpResponse:
    """What the list shows, all pages of it."""
    place = place_of(request, cluster)
    rows = list(_listed(place, DecisionFilter(request.GET or None)))
    sheet = Sheet(
        name=_("Decisions on awards"), title=_("Decisions on awards"), note=place.cluster.short_name,
        headings=[
            _("No."), _("Number"), _("Symbol"), _("Signed on"), _("Deciding body"), _("Signer"), _("Signer's post"),
            _("Lines"), _("Entered by"),
        ],
        rows=(
            [
                place_in_list, row.number, row.symbol, row.signed_on, row.body, row.signer, row.signer_post,
                vars(row)["lines"], str(row.office or row.cluster),
            ]
            for place_in_list, row in enumerate(rows, start=1)
        ),
    )  # fmt: skip
    newest = max((row.entered_at for row in rows), default=None)
    return excel(f"quyet-dinh-khen-thuong-{place.cluster.code}", sheet, made_at=newest)


@require_safe
def decision(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    found = decision_of(place, pk)
    rows = list(Award.objects.visible_to(place.user).filter(decision=found).for_list().by_name())
    others = Award.objects.filter(decision=found).count() - len(rows)
    enters = {office.pk for office in place.enters_for} if place.may_record else set()
    may = rules.can_correct(place.user, found, enters)
    told = place.members if place.reads_all else place.enters_for
    frame(request, place, _("Decision %(number)s") % {"number": found}, _crumb(place))
    return render(request, "honours/decision.html", {
        "place": place, "decision": found, "facts": _facts(found),
        "lines": [(row, place.may_record and (row.office_id in enters or place.for_all)) for row in rows],
        "others": others, "reads_scan": may or (rows and not others),
        "may_correct": may, "may_add": place.may_record, "may_remove": may and not rows and not others,
        "story": story_of_decision(found, [row.pk for row in rows], [office.pk for office in told]),
    })  # fmt: skip


def _facts(found: Decision) -> list[tuple[str, object]]:
    return [
        (_("Signed on"), words.day(found.signed_on)),
        (_("Deciding body"), found.body),
        (_("Signer"), ", ".join(part for part in (found.signer, found.signer_post) if part)),
        (_("Entered by"), str(found.office.name if found.office else found.cluster)),
    ]


@require_safe
def who(request: HttpRequest, cluster: str) -> HttpResponse:
    """People and offices whose name holds what was typed, for the lines of a decision."""
    place = place_of(request, cluster, recording=True)
    found = search(place.user, place.cluster, request.GET.get("q", "")[:120])
    return JsonResponse({"found": [{"code": each.code, "name": each.name, "note": each.note} for each in found]})


def _entry(
    request: HttpRequest, place: Place, form: DecisionForm | None, lines: LinesFormSet, *, back: str, status: int = 200,
    title: str,
) -> HttpResponse:  # fmt: skip
    frame(request, place, title, _crumb(place))
    wrong = sum(bool(each.errors) for each in lines.forms) if lines.is_bound else 0
    told = ngettext("%(count)s line has to be mended.", "%(count)s lines have to be mended.", wrong) % {"count": wrong}
    bodies = Decision.objects.visible_to(place.user).order_by("body").values_list("body", flat=True).distinct()
    return render(request, "honours/entry.html", {
        "place": place, "form": form, "lines": lines, "who_url": place.url("who"), "back": back,
        "told": told if wrong else "", "bodies": list(bodies[:50]) if form else [],
    }, status=status)  # fmt: skip


def _tell(lines: LinesFormSet, given: list[tuple[int, Any]], error: LinesError) -> None:
    for at, said in error.faults.items():
        form = lines.forms[given[at][0]]
        for field, message in said:
            form.add_error(field or None, message)


def _said(request: HttpRequest, recorded: Recorded) -> None:
    made = len(recorded.made)
    said = ngettext("%(count)s award has been entered.", "%(count)s awards have been entered.", made)
    said = said % {"count": words.number(made)}
    if recorded.known:
        more = ngettext("%(count)s line was there already.", "%(count)s lines were there already.", recorded.known)
        said += " " + more % {"count": words.number(recorded.known)}
    messages.success(request, said)


@require_http_methods(["GET", "HEAD", "POST"])
def new_decision(request: HttpRequest, cluster: str) -> HttpResponse:
    """Number, day, body and all lines on one page, saved at once."""
    place = place_of(request, cluster, recording=True)
    known = Known.of(place.user, place.cluster)
    form = DecisionForm(request.POST or None, request.FILES or None)
    lines = lines_formset(request.POST or None, known, today())
    back, title = place.url("decisions"), _("New decision on awards")
    if request.method != "POST":
        return _entry(request, place, form, lines, back=back, title=title)
    if all([form.is_valid(), lines.is_valid()]):
        given = lines.lines()
        try:
            recorded = actions.record_decision(
                cluster=place.cluster, office=place.own_office, values=form.values,
                lines=[line for _index, line in given], scan=form.cleaned_data["upload"], by=place.user,
            )  # fmt: skip
        except LinesError as error:
            _tell(lines, given, error)
        except ValidationError as error:
            refuse(form, error)
        else:
            _said(request, recorded)
            return redirect("honours:decision", place.cluster.code, recorded.decision.pk)
    return _entry(request, place, form, lines, back=back, title=title, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def more_awards(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    """Further lines of a decision that is there."""
    place = place_of(request, cluster)
    found = decision_of(place, pk)
    if not place.may_record:
        raise PermissionDenied
    lines = lines_formset(request.POST or None, Known.of(place.user, place.cluster), found.signed_on)
    back = place.url("decision", found.pk)
    title = _("Add to decision %(number)s") % {"number": found}
    if request.method != "POST":
        return _entry(request, place, None, lines, back=back, title=title)
    if lines.is_valid():
        given = lines.lines()
        try:
            recorded = actions.add_awards(
                decision=found, cluster=place.cluster, lines=[line for _index, line in given], by=place.user
            )
        except LinesError as error:
            _tell(lines, given, error)
        else:
            _said(request, recorded)
            return redirect(back)
    return _entry(request, place, None, lines, back=back, title=title, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_decision(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    found = decision_of(place, pk)
    if not rules.can_correct(place.user, found, [office.pk for office in place.enters_for]):
        raise PermissionDenied
    form = DecisionForm(request.POST or None, request.FILES or None, instance=found)
    back = place.url("decision", found.pk)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_decision(
                decision=found, cluster=place.cluster, values=form.values, scan=form.cleaned_data["upload"],
                by=place.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(back)
    frame(request, place, _("Correct the decision"), _crumb(place), Crumb(label=str(found), url=back))
    return render(request, "honours/form.html", {"form": form, "back": back, "files": True})


@require_POST
def remove_decision(request: HttpRequest, cluster: str, pk: int) -> HttpResponse:
    place = place_of(request, cluster)
    found = decision_of(place, pk)
    try:
        actions.remove_decision(decision=found, cluster=place.cluster, by=place.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("honours:decision", place.cluster.code, pk)
    messages.success(request, _("The decision has been removed."))
    return redirect("honours:decisions", place.cluster.code)
