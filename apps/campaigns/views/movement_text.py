"""Writing a movement: a draft, an amendment of what was launched, and the papers of the launch."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns import actions
from apps.campaigns.forms import AmendmentForm, CampaignPaperForm, CriterionForm, MovementForm, PhaseForm, PrizeForm
from apps.campaigns.models import Campaign, CampaignPaper
from apps.campaigns.movement import content_of, criteria_of, offices_of, phases_of, prizes_of, seen
from apps.campaigns.views.calendar import Year, year_of
from apps.campaigns.views.movements import Place, list_crumb, place_of, url_of
from apps.campaigns.views.rows import Rows
from apps.core.forms import refuse
from apps.core.page import show
from apps.offices.models import Office

TABLES = (Rows("phases", PhaseForm), Rows("criteria", CriterionForm), Rows("prizes", PrizeForm, spare=1))


def _offered(at: Year, row: Campaign | None) -> dict[str, Any]:
    """What the form chooses from: movements of this year and the one before, members of the year."""
    shown = Campaign.objects.visible_to(at.user).filter(cluster=at.cluster, year__in=(at.year - 1, at.year))
    above = shown.exclude(level="office")
    if row is not None:
        above = above.exclude(pk=row.pk)
    offices = Office.objects.members_of(at.cluster, date(at.year, 1, 1), date(at.year, 12, 31))
    return {"above": above.order_by("-year", "pk"), "offices": offices}


def _form(kind: type[MovementForm], at: Year, row: Campaign | None, data: QueryDict | None = None) -> MovementForm:
    offered = _offered(at, row)
    initial: dict[str, Any] = {"offices": offered["offices"]}
    if row is not None:
        initial = {"offices": offices_of(row), "read": seen(content_of(row))}
    return kind(data, instance=row, initial=initial, **offered)


def _as_typed(kind: type[MovementForm], at: Year, row: Campaign | None, data: QueryDict) -> MovementForm:
    """The same words again, unjudged: only rows were moved."""
    typed: dict[str, Any] = {name: data.get(name, "") for name in kind.base_fields}
    typed["offices"] = data.getlist("offices")
    return kind(instance=row, initial=typed, **_offered(at, row))


def _stored(row: Campaign | None) -> list[BaseFormSet[Any]]:
    given: list[list[Any]] = [phases_of(row), criteria_of(row), prizes_of(row)] if row else [[], [], []]
    return [table.with_spare([vars(line) for line in lines]) for table, lines in zip(TABLES, given, strict=True)]


def _rearranged(data: QueryDict, wish: str) -> list[BaseFormSet[Any]]:
    prefix, _colon, what = wish.partition(":")
    return [
        table.shown(table.rearranged(table.typed(data), what) if table.prefix == prefix else table.typed(data))
        for table in TABLES
    ]


def _parts(form: MovementForm, tables: list[BaseFormSet[Any]]) -> actions.Parts:
    lines = {
        table.prefix: [line for each in formset if (line := each.line()) is not None]
        for table, formset in zip(TABLES, tables, strict=True)
    }
    return actions.Parts(**lines, offices=list(form.cleaned_data["offices"]))


@require_http_methods(["GET", "HEAD", "POST"])
def new_campaign(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    return _write(request, year_of(request, cluster, year, planning=True), None)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_campaign(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    """A draft is changed, a launched movement amended; one that is closed stays."""
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    if not place.campaign.is_draft and not place.campaign.is_launched:
        messages.error(request, _("This movement is closed; its text stays as it is."))
        return redirect(place.url)
    return _write(request, place.at, place.campaign)


def _write(request: HttpRequest, at: Year, row: Campaign | None) -> HttpResponse:
    amends = row is not None and not row.is_draft
    kind = AmendmentForm if amends else MovementForm
    wish = request.POST.get("do", "save")
    status = 200
    if request.method != "POST":
        form, tables = _form(kind, at, row), _stored(row)
    elif wish != "save":
        form, tables = _as_typed(kind, at, row, request.POST), _rearranged(request.POST, wish)
    else:
        form, tables = _form(kind, at, row, request.POST), [table.bound(request.POST) for table in TABLES]
        if form.is_valid() and not [table for table in tables if not table.is_valid()]:
            try:
                saved = _saved(at, row, form, _parts(form, tables), request)
            except ValidationError as error:
                refuse(form, error)
                if row is not None:  # what stands there now has been shown: saving again replaces it
                    data = request.POST.copy()
                    data["read"] = seen(content_of(Campaign.objects.select_related("cluster").get(pk=row.pk)))
                    form.data = data
            else:
                return redirect(url_of(saved, "campaign"))
        status = 422
    title = _("Amend the movement") if amends else _("Change the movement") if row else _("New movement")
    crumbs = Place(at, row).crumbs if row else [list_crumb(at)]
    show(request, title=title, crumbs=crumbs)
    back = crumbs[-1].url
    context: dict[str, Any] = {"at": at, "row": row, "form": form, "amends": amends, "back": back}
    context |= {table.prefix: formset for table, formset in zip(TABLES, tables, strict=True)}
    return render(request, "campaigns/movement_form.html", context, status=status)


def _saved(at: Year, row: Campaign | None, form: MovementForm, parts: actions.Parts, request: HttpRequest) -> Campaign:
    read = form.cleaned_data["read"]
    if row is not None and not row.is_draft:
        saved = actions.amend_campaign(
            campaign=row, values=form.values, parts=parts, reason=form.cleaned_data["reason"], read=read, by=at.user
        )
        messages.success(request, _("The movement has been amended. The offices are asked to confirm it again."))
        return saved
    saved = actions.save_campaign(
        campaign=row, cluster=at.cluster, year=at.year, values=form.values, parts=parts, read=read, by=at.user
    )
    messages.success(request, _("The movement has been saved."))
    return saved


# Papers ---------------------------------------------------------------------------------------------------------------
@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, cluster: str, year: int, pk: int, row: int | None = None) -> HttpResponse:
    """A paper of the launch (no `row`: a new one), with what was noted once it was signed."""
    place = place_of(request, cluster, year, pk)
    stored = (
        get_object_or_404(CampaignPaper.objects.select_related("scan"), campaign=place.campaign, pk=row)
        if row
        else None
    )
    place.refuse_unless_planning()
    initial = {} if stored else {"body": place.campaign.launched_by}
    form = CampaignPaperForm(request.POST or None, request.FILES or None, instance=stored, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_campaign_paper(
                campaign=place.campaign, paper=stored, values=form.values, scan=form.cleaned_data["scan"],
                by=place.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("The paper has been noted."))
            return redirect(f"{place.url}#papers")
    show(request, title=_("Paper of the launch"), crumbs=place.crumbs)
    remove = url_of(place.campaign, "remove_campaign_paper", stored.pk) if stored else ""
    context = {"form": form, "row": stored, "back": f"{place.url}#papers", "remove": remove}
    return render(request, "campaigns/movement_paper.html", context)


@require_POST
def remove_paper(request: HttpRequest, cluster: str, year: int, pk: int, row: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    found = get_object_or_404(
        CampaignPaper.objects.select_related("campaign__cluster"), campaign=place.campaign, pk=row
    )
    actions.remove_campaign_paper(paper=found, by=place.user)
    messages.success(request, _("The paper has been taken off."))
    return redirect(f"{place.url}#papers")
