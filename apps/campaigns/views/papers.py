"""Invitation and minutes of a conference: written on a page, numbered, and read as Word and PDF."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.campaigns import actions, papers, rules
from apps.campaigns.enums import PaperKind
from apps.campaigns.forms import InvitationForm, MinutesForm
from apps.campaigns.meeting import Meeting, meeting_of
from apps.campaigns.models import Invitation, Minutes
from apps.campaigns.views.meeting import Place, place_of, url_of, versions_of
from apps.core.forms import refuse
from apps.core.page import show
from apps.core.papers import pdf, word
from apps.core.papers.paper import Paper
from apps.files.answers import download
from apps.files.formats import DOCX, PDF
from apps.offices.forms.issuing import IssuingForm
from apps.offices.roles import roles_of


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    """Its first text is proposed from the programme; once it is saved it is the secretary's own."""
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    meeting = meeting_of(place.conference)
    row = meeting.invitation
    proposed = {} if row else papers.proposed_invitation(meeting)
    form = InvitationForm(
        request.POST or None,
        instance=row,
        initial={**proposed, "version": row.version if row else 0},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_invitation(
                conference=place.conference, values=form.values, version=form.cleaned_data["version"],
                reason=form.cleaned_data.get("reason", ""), by=place.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
            _read_again(form, request.POST, row)
        else:
            messages.success(request, _("The invitation has been saved."))
            return redirect(url_of(place.conference, "invitation"))
    show(request, title=_("Invitation"), crumbs=place.crumbs)
    context = {
        "place": place, "form": form, "row": row, "proposed": bool(proposed), "back": place.url,
        "versions": versions_of(place.conference),
        "invited": papers.said(meeting, row).invited if row else (),
    }  # fmt: skip
    return render(request, "campaigns/invitation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def minutes(request: HttpRequest, cluster: str, year: int, pk: int) -> HttpResponse:
    place = place_of(request, cluster, year, pk)
    place.refuse_unless_planning()
    meeting = meeting_of(place.conference)
    row = meeting.minutes
    proposed = {} if row else papers.proposed_minutes(meeting)
    form = MinutesForm(
        request.POST or None,
        instance=row,
        initial={**proposed, "version": row.version if row else 0},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_minutes(
                conference=place.conference, values=form.values, version=form.cleaned_data["version"],
                reason=form.cleaned_data.get("reason", ""), by=place.user,
            )  # fmt: skip
        except ValidationError as error:
            refuse(form, error)
            _read_again(form, request.POST, row)
        else:
            messages.success(request, _("The minutes have been saved."))
            return redirect(url_of(place.conference, "minutes"))
    show(request, title=_("Minutes"), crumbs=place.crumbs)
    context = {
        "place": place, "form": form, "row": row, "proposed": bool(proposed), "back": place.url,
        "versions": versions_of(place.conference),
        "attendance": meeting.attendance(), "comes": len(meeting.delegates),
    }  # fmt: skip
    return render(request, "campaigns/minutes.html", context)


def _read_again(form: InvitationForm | MinutesForm, typed: QueryDict, row: Invitation | Minutes | None) -> None:
    """The refused form goes back with what was typed and with the version that is stored now."""
    data = typed.copy()
    data["version"] = str(row.version if row else 0)
    form.data = data


def _drawn(made: Paper, name: str, kind: str) -> HttpResponse:
    if kind == "word":
        return download(word.word(made), name, DOCX)
    return download(pdf.pdf(made), name, PDF)


def _file(meeting: Meeting, row: Invitation | Minutes, name: str, kind: str) -> HttpResponse:
    """Of a numbered paper the file that was kept, else one drawn from what is known now."""
    if row.issued is None:
        return _drawn(papers.drawn_now(meeting, row).paper, name, kind)
    stored, kept_as = (row.issued.word, DOCX) if kind == "word" else (row.issued.pdf, PDF)
    with stored.content.open("rb") as content:
        return download(content.read(), name, kept_as)


def _readable(request: HttpRequest, cluster: str, year: int, pk: int) -> tuple[Place, Meeting]:
    place = place_of(request, cluster, year, pk)
    return place, meeting_of(place.conference)


@require_safe
def invitation_file(request: HttpRequest, cluster: str, year: int, pk: int, kind: str) -> HttpResponse:
    """To all who are invited, or (`?to=0`) to one of them. Members of the cluster read it once it is written."""
    place, meeting = _readable(request, cluster, year, pk)
    if meeting.invitation is None or place.at.cluster.pk not in roles_of(place.user).cluster_ids:
        raise Http404
    wanted = request.GET.get("to", "")
    if not wanted.isdecimal():
        return _file(meeting, meeting.invitation, papers.file_name("giấy mời", meeting), kind)
    said, to = papers.said(meeting, meeting.invitation), int(wanted)
    if to >= len(said.invited):
        raise Http404
    return _drawn(said.to_one(to), papers.file_name(f"giấy mời {to + 1}", meeting), kind)


@require_safe
def minutes_file(request: HttpRequest, cluster: str, year: int, pk: int, kind: str) -> HttpResponse:
    place, meeting = _readable(request, cluster, year, pk)
    found = meeting.minutes
    if found is None or not rules.can_read_minutes(place.user, place.conference, numbered=found.is_numbered):
        raise Http404
    return _file(meeting, found, papers.file_name("biên bản", meeting), kind)


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, cluster: str, year: int, pk: int, kind: str) -> HttpResponse:
    """The short form of the clerk of records, the same for each paper: number, symbol, day, signer, scan."""
    place, meeting = _readable(request, cluster, year, pk)
    if not rules.can_record(place.user, place.conference):
        raise PermissionDenied
    row = meeting.invitation if kind == PaperKind.INVITATION else meeting.minutes
    if row is None:
        raise Http404
    form = IssuingForm(
        request.POST or None, request.FILES or None, initial=_noted(meeting, row), corrects=row.is_numbered
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_paper(conference=place.conference, kind=PaperKind(kind), by=place.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Noted. With its number the paper stays as it is now."))
            return redirect(f"{place.url}#{kind}")
    show(request, title=_("Number, day and signer"), crumbs=place.crumbs)
    context = {"form": form, "back": f"{place.url}#{kind}", "scan": row.scan.name if row.scan else ""}
    return render(request, "offices/signed.html", context)


def _noted(meeting: Meeting, row: Invitation | Minutes) -> dict[str, object]:
    """What was noted; where nothing was yet, what stands on the paper."""
    said = papers.said(meeting, row)
    last = said.paper.signatures[-1]
    return {
        "number": row.number, "symbol": row.symbol or said.symbol, "signed_on": row.signed_on,
        "signer": row.signer or last.name, "signed_as": row.signed_as or "\n".join(last.signed_as),
    }  # fmt: skip
