"""Pledges as Word and PDF: one office's, and all that were signed in one file."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from apps.core.papers import pdf, word
from apps.core.papers.paper import Paper
from apps.files.answers import download
from apps.files.formats import DOCX, PDF
from apps.pledges.pledge_papers import file_name, pledge_papers
from apps.pledges.versions import visible_pledges
from apps.pledges.views.pledges import place_of, pledge_of


def _drawn(papers: Sequence[Paper], name: str, kind: str) -> HttpResponse:
    if kind == "word":
        return download(word.bound(papers), name, DOCX)
    return download(pdf.bound(papers), name, PDF)


@require_safe
def one(request: HttpRequest, cluster: str, year: int, office: str, kind: str) -> HttpResponse:
    """The version asked for (`?version=1`), else the one that the page shows."""
    place = place_of(request, cluster, year)
    pledge = pledge_of(place, office)
    every = [*pledge.signed, *([pledge.draft] if pledge.draft else [])]
    number = request.GET.get("version", "")
    found = next((each for each in reversed(every) if number in ("", str(each.number))), None)
    if found is None:
        raise Http404
    return _drawn(pledge_papers([found], [pledge.before(found)]), file_name(found), kind)


@require_safe
def all_signed(request: HttpRequest, cluster: str, year: int, kind: str) -> HttpResponse:
    """What each office signed last, in the cluster's order."""
    place = place_of(request, cluster, year)
    found = visible_pledges(place.at.user, place.at.cluster, year, place.window)
    signed = [(each, each.current) for each in found if each.current is not None]
    if not signed:
        raise Http404
    versions = [version for _pledge, version in signed]
    before = [pledge.before(version) for pledge, version in signed]
    return _drawn(pledge_papers(versions, before), f"giao-uoc-thi-dua-{year}", kind)
