"""Direct figures: what an office states where it knows only totals, beside what its records count."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.activities import actions, evidence_lines
from apps.activities.columns import OWN_LINE_NAME
from apps.activities.forms.records import OWN
from apps.activities.forms.stated import NOT_STATED, StatedForm
from apps.activities.models import DirectFigure
from apps.activities.rules import can_enter
from apps.activities.stories import story_of_statements
from apps.activities.views.frame import address, frame, list_crumb
from apps.campaigns.scope import Scope, scope_of
from apps.core import words
from apps.core.page import Crumb, Tab
from apps.indicators.models import Indicator
from apps.indicators.reading import OWN_LINE, Figure, figures
from apps.offices.models import Office


def _offered(scope: Scope) -> list[Office | None]:
    """Owners whose statements the reader may open; None is the cluster's own line."""
    if scope.cluster.pk not in scope.roles.cluster_ids:  # an administrator knows the cluster, not its figures
        return []
    offices: list[Office | None] = [office for office in scope.members if office.pk in scope.opened_offices]
    return [*offices, None] if scope.is_secretariat or scope.reads_all else offices


def chosen_owner(request: HttpRequest, scope: Scope) -> Office | None:
    """The owner that the address names, or else the first for which the reader enters. 404 for all that is not open."""
    offered = _offered(scope)
    asked = request.GET.get("office", "")
    if asked == OWN and None in offered:
        return None
    if not asked and offered:
        return next((office for office in offered if office in scope.enters_for), offered[0])
    found = next((office for office in offered if office is not None and office.code == asked), None)
    if found is None:
        raise Http404
    return found


def _read(scope: Scope, office: Office | None, indicators: list[Indicator]) -> dict[str, Figure]:
    ids = [office.pk] if office else []
    found = figures(indicators, cluster=scope.cluster, offices=ids, windows=[scope.window])
    return {each.code: found.of(each.code, office.pk if office else OWN_LINE) for each in indicators}


def _statements(scope: Scope, office: Office | None) -> tuple[dict[int, DirectFigure], dict[str, str]]:
    """Those of exactly this period by indicator id; and, in words by code, those of other days that overlap it."""
    owner = Q(office=office) if office else Q(cluster=scope.cluster)
    period = scope.period
    rows = DirectFigure.objects.alive().filter(owner, starts_on__lte=period.ends_on, ends_on__gte=period.starts_on)
    here: dict[int, DirectFigure] = {}
    elsewhere: dict[str, list[str]] = {}
    for row in rows.select_related("indicator"):
        if (row.starts_on, row.ends_on) == (period.starts_on, period.ends_on):
            here[row.indicator_id] = row
        else:
            value = _("none") if row.value is None else words.number(row.value)
            span = f"{words.day(row.starts_on)}–{words.day(row.ends_on)}: {value}"
            elsewhere.setdefault(row.indicator.code, []).append(span)
    return here, {code: "; ".join(spans) for code, spans in elsewhere.items()}


def owner_name(office: Office | None) -> str:
    return str(OWN_LINE_NAME) if office is None else str(getattr(office, "short_name_then", office.short_name))


def _evidence(scope: Scope, office: Office | None, indicators: list[Indicator]) -> dict[str, tuple[str, int]]:
    """By indicator code: the page of its evidence, and how many files are there. One query."""
    counted = evidence_lines.counted(scope, office)
    query = urlencode({"office": office.code if office else OWN})
    return {
        each.code: (address(scope, "stated_evidence", each.code, query=query), counted.get(each.pk, 0))
        for each in indicators
    }


@require_http_methods(["GET", "HEAD", "POST"])
def stated(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    office = chosen_owner(request, scope)
    may_state = can_enter(scope.user, scope.cluster, office, scope.year)
    indicators = list(Indicator.objects.for_cluster(scope.cluster, scope.year).exclude(aggregation__in=NOT_STATED))
    here, elsewhere = _statements(scope, office)
    query = urlencode({"office": office.code if office else OWN})
    status = 200
    if request.method == "POST":
        if not may_state:
            raise PermissionDenied
        form = StatedForm(request.POST, indicators=indicators, stated=here, open_for_change=True)
        if form.is_valid():
            try:
                changed = actions.state_figures(
                    wishes=form.wishes, cluster=scope.cluster, office=office, starts_on=scope.period.starts_on,
                    ends_on=scope.period.ends_on, by=scope.user,
                )  # fmt: skip
            except ValidationError as refusal:
                form = _refused(form, refusal, here)
            else:
                _say(request, changed)
                return redirect(address(scope, "stated", query=query))
        status = 422
    else:
        form = StatedForm(indicators=indicators, stated=here, open_for_change=may_state)
    frame(request, scope, _("Stated figures"), crumbs=[list_crumb(scope), Crumb(label=owner_name(office))],
          every_period="stated", query=query)  # fmt: skip
    tabs = [
        Tab(
            label=owner_name(each),
            url=address(scope, "stated", query=urlencode({"office": each.code if each else OWN})),
            current=each == office,
        )
        for each in _offered(scope)
    ]
    return render(request, "activities/stated.html", {
        "form": form,
        "rows": form.rows(
            _read(scope, office, indicators), elsewhere, _evidence(scope, office, indicators)
        ),
        "tabs": tabs if len(tabs) > 1 else [],
        "owner": owner_name(office),
        "may_state": may_state,
        "on_behalf": may_state and office is not None and office.pk not in scope.roles.entering_offices,
        "post_url": address(scope, "stated", query=query),
        "grid_url": address(scope, "grid"),
        "story": story_of_statements(scope.cluster, office, scope.period),
    }, status=status)  # fmt: skip


def _refused(form: StatedForm, refusal: ValidationError, here: dict[int, DirectFigure]) -> StatedForm:
    """The form again, with each refusal at its line. What somebody else stated has now been seen."""
    data: Any = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict, as it was posted
    by_code = {indicator.code: indicator.pk for indicator in form.indicators}
    for code in refusal.message_dict:
        known = here.get(by_code[code])
        data[f"seen_{code}"] = str(known.pk) if known else ""
    again = StatedForm(data, indicators=form.indicators, stated=form.stated, open_for_change=True)
    again.is_valid()
    for code, found in refusal.message_dict.items():
        again.add_error(f"value_{code}", found)
    return again


def _say(request: HttpRequest, changed: int) -> None:
    if changed:
        messages.success(request, _("Saved; figures changed: %(number)s.") % {"number": words.number(changed)})
    else:
        messages.info(request, _("Nothing has changed."))
