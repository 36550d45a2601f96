"""Handing a year over: what goes with it, to whom, from which day; closing it; the pack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from apps.core.forms import refuse
from apps.core.page import show
from apps.core.papers import pdf, word
from apps.core.words import day, moment
from apps.files.answers import download
from apps.files.formats import DOCX, PDF, XLSX
from apps.offices import actions, rules
from apps.offices.enums import LeadershipKind
from apps.offices.forms.setting_up import HandOverForm
from apps.offices.handover import Part, of_part, pack
from apps.offices.models import Cluster, HandOver, Leadership
from apps.offices.pack import excel, giver_and_next, minutes
from apps.offices.place import cluster_of
from apps.offices.views.clusters import reader, settings_crumb


@dataclass(frozen=True)
class Handing:
    """A year on its hand-over page: `runs` says whether its reader runs the year now; who ran it once only reads."""

    cluster: Cluster
    year: int
    runs: bool
    rows: Sequence[Leadership]

    @property
    def closed_on(self) -> date | None:
        return next((row.closed_on for row in self.rows if row.closed_on), None)

    @property
    def passed_on(self) -> set[tuple[int, date | None]]:
        """Ids of the offices that took the year over, each with its first day."""
        return {(row.office_id, row.begins_on) for row in self.rows if row.kind == LeadershipKind.STEWARD}

    @property
    def page(self) -> HttpResponseRedirect:
        return redirect("offices:handover", self.cluster.code, self.year)

    def done(self) -> str:
        """What was done already, by whom and when, for who wants to do it again."""
        if self.closed_on is not None:
            said = _("The year %(year)s was closed on %(day)s already.")
            return said % {"year": self.year, "day": day(self.closed_on)}
        kept = HandOver.objects.filter(cluster=self.cluster, year=self.year).defer("lines").first()
        if kept is None:
            return _("The year %(year)s has been handed over already.") % {"year": self.year}
        said = _("Handed over already: the year %(year)s, to %(office)s, from %(day)s on. %(name)s did so, %(moment)s.")
        return said % {
            "year": self.year, "office": kept.taker, "day": day(kept.on), "name": kept.handed_over_by,
            "moment": moment(kept.handed_over_at),
        }  # fmt: skip


def _year_of(request: HttpRequest, cluster: str, year: int) -> Handing:
    """For those who run the year, and those whose office ran it: they see what was handed over, and by whom."""
    found = cluster_of(request, cluster)
    rows = list(Leadership.objects.filter(cluster=found, year=year))
    if not rows:
        raise Http404
    user = reader(request)
    runs = rules.can_hand_over(user, found, year)
    if not runs and not rules.can_read_handover(user, Leadership.objects.ran(found, year)):
        raise PermissionDenied
    return Handing(found, year, runs, rows)


@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    handing = _year_of(request, cluster, year)
    found, today = handing.cluster, timezone.localdate()
    if request.method == "POST" and not handing.runs:  # a second click: the rights have just passed on
        messages.info(request, handing.done())
        return handing.page
    giver, following = giver_and_next(found, year, today)
    form = HandOverForm(
        request.POST or None, cluster=found, year=year, giver=giver, initial={"to": following, "on": today}
    )
    if request.method == "POST" and form.is_valid():
        answer = _hand_over(request, handing, form)
        if answer is not None:
            return answer
    kept = list(HandOver.objects.filter(cluster=found, year=year).select_related("taker", "giver", "handed_over_by"))
    items = pack(found, year) if handing.runs else kept[0].items() if kept else []
    show(request, title=_("Hand-over of %(year)s") % {"year": year}, crumbs=[settings_crumb(found)])
    context = {
        "cluster": found,
        "year": year,
        "form": form,
        "runs": handing.runs,
        "giver": giver,
        "following": following,
        "closed_on": handing.closed_on,
        "kept": [(row, (row.taker_id, row.on) in handing.passed_on) for row in kept],
        "last": kept[0] if kept else None,
        "parts": [
            (_("Open work"), "open", of_part(items, Part.OPEN)),
            (_("Papers"), "papers", of_part(items, Part.PAPERS)),
            (_("Settings"), "settings", of_part(items, Part.SETTINGS)),
        ],
        "leadership_url": reverse("offices:leadership", args=[found.code, year + 1]),
        "next_year": year + 1,
        "without": [office.short_name for office in form.without_secretary] if handing.runs else [],
        "invite_url": reverse("offices:invite", args=[found.code]),
    }
    return render(request, "offices/handover.html", context)


def _hand_over(request: HttpRequest, handing: Handing, form: HandOverForm) -> HttpResponse | None:
    """None where the form says what is wrong."""
    to, on = form.cleaned_data["to"], form.cleaned_data["on"]
    again = (to.pk, on) in handing.passed_on
    try:
        actions.hand_over(cluster=handing.cluster, year=handing.year, to=to, on=on, by=reader(request))
    except ValidationError as error:
        refuse(form, error)
        return None
    except PermissionDenied:  # somebody was first while this one waited
        messages.info(request, handing.done())
        return handing.page
    if again:
        messages.info(request, handing.done())
    else:
        messages.success(request, _("The year %(year)s passes to %(office)s.") % {"year": handing.year, "office": to})
    return handing.page


@require_POST
def close_year(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    handing = _year_of(request, cluster, year)
    if not handing.runs:
        messages.info(request, handing.done())
        return handing.page
    actions.close_year(cluster=handing.cluster, year=year, on=timezone.localdate(), by=reader(request))
    messages.success(request, _("The year %(year)s is closed.") % {"year": year})
    return redirect("offices:settings", handing.cluster.code)


@require_safe
def pack_file(request: HttpRequest, cluster: str, year: int, kind: str) -> HttpResponse:
    """The pack as it stands now: minutes to sign, as Word or PDF, or all lines as a workbook."""
    handing = _year_of(request, cluster, year)
    if not handing.runs:
        raise PermissionDenied
    found, today = handing.cluster, timezone.localdate()
    giver, following = giver_and_next(found, year, today)
    if giver is None:
        raise Http404
    with translation.override("vi"):
        items = pack(found, year)
        paper = minutes(found, year, items, giver=giver, taker=following, on=today)
        match kind:
            case "xlsx":
                content, kept_as = excel(found, year, items), XLSX
            case "docx":
                content, kept_as = word.word(paper), DOCX
            case _:
                content, kept_as = pdf.pdf(paper), PDF
    return download(content, f"ban-giao-{found.code}-{year}", kept_as)
