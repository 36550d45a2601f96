"""The pledges of a year: the list of the offices, and one office's pledge with its versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.campaigns.views.calendar import Year, year_of, years_of
from apps.core import words
from apps.core.page import Crumb, Tab, show
from apps.indicators.reading import Window
from apps.offices.models import Leadership, Office
from apps.offices.place import cluster_of
from apps.offices.roles import Roles, roles_of
from apps.pledges import rules
from apps.pledges.enums import PledgeState
from apps.pledges.models import PledgeVersion
from apps.pledges.moments import Moment, chosen, moments, readable
from apps.pledges.promised import Change, changes, level_words
from apps.pledges.results import OfficeResult, results_of
from apps.pledges.standings import counted_words
from apps.pledges.stories.pledges import story_of_pledge
from apps.pledges.versions import OfficePledge, members, pledges_of, said, visible_pledges, year_window

COLOURS = {
    PledgeState.NONE: "neutral", PledgeState.DRAFT: "warn", PledgeState.SIGNED: "ok", PledgeState.AMENDING: "warn",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a page of pledges stands: cluster, year, reader."""

    at: Year
    periods: tuple[Period, ...]

    @property
    def roles(self) -> Roles:
        return roles_of(self.at.user)

    @cached_property
    def window(self) -> Window:
        return year_window(self.periods, self.at.year)

    @cached_property
    def moments(self) -> list[Moment]:
        return moments(self.periods, self.at.year, timezone.localdate())

    def moment(self, code: str) -> Moment:
        found = chosen(self.moments, code)
        if found is None:
            raise Http404
        return found

    def url(self, name: str, *more: object) -> str:
        return reverse(f"pledges:{name}", args=[self.at.cluster.code, self.at.year, *more])

    @property
    def crumb(self) -> Crumb:
        return Crumb(label=_("Pledges of %(year)s") % {"year": self.at.year}, url=self.url("pledges"))

    @cached_property
    def closed_on(self) -> date | None:
        """The day on which the year was closed: no pledge is begun in it any more."""
        return Leadership.objects.closed_on(self.at.cluster, self.at.year)

    def prepares(self, office: Office) -> bool:
        return rules.can_prepare_pledge(self.at.user, self.at.cluster, self.at.year, office.pk)

    def signs(self, office: Office) -> bool:
        return rules.can_sign_pledge(self.at.user, self.at.cluster, self.at.year, office.pk)

    def readable(self, moment: Moment) -> frozenset[int]:
        members = [office.pk for office, _days in self.members] if moment.period is None else []
        return readable(moment, self.at.user, self.at.cluster, self.at.year, self.periods, members)

    @cached_property
    def members(self) -> list[tuple[Office, Window]]:
        return members(self.at.cluster, self.window)


def place_of(request: HttpRequest, cluster: str, year: int) -> Place:
    at = year_of(request, cluster, year)
    if not 1948 <= year <= 2100 or not rules.can_read_pledges(at.user, at.cluster):
        raise Http404
    return Place(at, tuple(Period.objects.filter(cluster=at.cluster).select_related("cluster")))


def pledge_of(place: Place, office: str) -> OfficePledge:
    """An office of the year with the versions that the reader may see; 404 where there is no such member."""
    found = next(((each, days) for each, days in place.members if each.code == office), None)
    if found is None:
        raise Http404
    seen = PledgeVersion.objects.visible_to(place.at.user)
    (pledge,) = pledges_of(seen, place.at.cluster, place.at.year, [found])
    return pledge


def office_name(pledge: OfficePledge) -> str:
    return str(getattr(pledge.office, "short_name_then", None) or pledge.office.short_name)


def tabs_of(place: Place, moment: Moment, address: str) -> list[Tab]:
    return [Tab(label=each.label, url=f"{address}?at={each.code}", current=each == moment) for each in place.moments]


# The list of the cluster ----------------------------------------------------------------------------------------------
@require_safe
def latest(request: HttpRequest, cluster: str) -> HttpResponse:
    """The year at hand: the latest that is led, up to this one."""
    found = cluster_of(request, cluster)
    if not isinstance(request.user, User) or not rules.can_read_pledges(request.user, found):
        raise Http404
    this = timezone.localdate().year
    years = set(Leadership.objects.filter(cluster=found).values_list("year", flat=True))
    return redirect("pledges:pledges", found.code, max((each for each in years if each <= this), default=this))


def _row(place: Place, moment: Moment, found: OfficeResult) -> dict[str, Any]:
    pledge, code = found.pledge, found.pledge.office.code
    prepares = place.prepares(pledge.office)
    step = ""
    if pledge.draft is not None and place.signs(pledge.office):
        step = "sign"
    elif prepares and pledge.state == PledgeState.NONE and place.closed_on is None:
        step = "prepare"
    return {
        "name": office_name(pledge), "url": place.url("pledge", code), "state": pledge.state.label,
        "colour": COLOURS[pledge.state], "current": pledge.current, "version": found.version,
        "summary": counted_words(found.counts, over=moment.is_over), "hidden": found.results is None,
        "in_words": found.in_words,
        "progress_url": place.url("pledge_progress", code), "step": step,
        "sign_url": place.url("sign_pledge", code) if step == "sign" else "",
    }  # fmt: skip


@require_safe
def pledges(request: HttpRequest, cluster: str, year: int) -> HttpResponse:
    place = place_of(request, cluster, year)
    moment = place.moment(request.GET.get("at", ""))
    found = visible_pledges(place.at.user, place.at.cluster, year, place.window)
    read = results_of(found, place.at.cluster, place.window, moment.halves, moment.on, place.readable(moment))
    signed = sum(each.current is not None for each in found)
    show(request, title=_("Pledges of %(year)s") % {"year": year})
    context = {
        "place": place, "at": place.at, "moment": moment,
        "years": sorted({*years_of(place.at.cluster, place.at.user, year), year - 1, year + 1}),
        "tabs": tabs_of(place, moment, place.url("pledges")), "rows": [_row(place, moment, each) for each in read],
        "signed": signed, "offices": len(found), "word_url": place.url("pledges_word"),
        "pdf_url": place.url("pledges_pdf"),
    }  # fmt: skip
    return render(request, "pledges/pledges.html", context)


# One office's pledge --------------------------------------------------------------------------------------------------
def change_rows(found: list[Change]) -> list[dict[str, str]]:
    parts = {"opening": _("Opening"), "content": _("Content"), "target": _("Target")}
    return [{"part": parts[each.part], "before": each.before, "after": each.after} for each in found]


def differences(pledge: OfficePledge, version: PledgeVersion) -> list[dict[str, str]]:
    """Against the version that it amends; nothing of a first one."""
    before = pledge.before(version)
    return change_rows(changes(said(before), said(version))) if before else []


def target_rows(version: PledgeVersion) -> list[dict[str, str]]:
    return [{"text": each.text, "level": level_words(each)} for each in said(version).targets]


def _shown(pledge: OfficePledge, number: str) -> PledgeVersion | None:
    """The version that is asked for; without a wish the draft, else what holds."""
    every = [*pledge.signed, *([pledge.draft] if pledge.draft else [])]
    if not number:
        return every[-1] if every else None
    found = next((each for each in every if str(each.number) == number), None)
    if found is None:
        raise Http404
    return found


def _version_tab(place: Place, pledge: OfficePledge, each: PledgeVersion, current: bool) -> Tab:
    said_when = words.day(each.signed_on) if each.signed_on else str(PledgeState.DRAFT.label)
    label = _("Version %(number)s, %(when)s") % {"number": each.number, "when": said_when}
    return Tab(label=label, url=f"{place.url('pledge', pledge.office.code)}?version={each.number}", current=current)


@require_safe
def pledge(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    place = place_of(request, cluster, year)
    found = pledge_of(place, office)
    shown = _shown(found, request.GET.get("version", ""))
    prepares = place.prepares(found.office)
    every = [*found.signed, *([found.draft] if found.draft else [])]
    of_version = f"?version={shown.number}" if shown else ""
    title = _("Pledge of %(office)s, %(year)s") % {"office": office_name(found), "year": year}
    show(request, title=title, crumbs=[place.crumb])
    names = ("start_pledge", "edit_pledge", "sign_pledge", "amend_pledge", "discard_pledge", "pledge_scan",
             "pledge_progress")  # fmt: skip
    context = {
        "place": place, "pledge": found, "version": shown, "prepares": prepares, "signs": place.signs(found.office),
        "state": found.state.label, "state_name": str(found.state), "colour": COLOURS[found.state],
        "tabs": [_version_tab(place, found, each, each == shown) for each in every] if len(every) > 1 else [],
        "text": said(shown) if shown else None, "targets": target_rows(shown) if shown else [],
        "closed_on": place.closed_on if prepares else None,
        "amends": found.before(shown) if shown else None, "differences": differences(found, shown) if shown else [],
        "story": story_of_pledge(each.pk for each in every) if prepares else [],
        "urls": {name: place.url(name, office) for name in names},
        "word_url": place.url("pledge_word", office) + of_version,
        "pdf_url": place.url("pledge_pdf", office) + of_version,
    }  # fmt: skip
    return render(request, "pledges/pledge.html", context)
