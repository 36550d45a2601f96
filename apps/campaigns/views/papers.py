"""Invitation and minutes of a conference: written on a page, drawn as Word and PDF from what is known now."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.campaigns import actions, papers, rules
from apps.campaigns.forms import InvitationForm, MinutesForm
from apps.campaigns.meeting import Meeting, meeting_of
from apps.campaigns.models import Invitation, Minutes
from apps.campaigns.views.meeting import Place, place_of, url_of
from apps.core.forms import refuse
from apps.core.page import show
from apps.core.papers import pdf, word
from apps.core.papers.paper import Paper
from apps.offices.roles import roles_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
        request.FILES or None,
        instance=row,
        initial={**proposed, "version": row.version if row else 0},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_invitation(
                conference=place.conference, values=form.values, version=form.cleaned_data["version"],
                scan=form.cleaned_data["upload"], by=place.user,
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
        "invited": papers.addressees(row) if row else [],
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
        request.FILES or None,
        instance=row,
        initial={**proposed, "version": row.version if row else 0},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_minutes(
                conference=place.conference, values=form.values, version=form.cleaned_data["version"],
                scan=form.cleaned_data["upload"], by=place.user,
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
        content, content_type, ending = word.word(made), WORD, "docx"
    else:
        content, content_type, ending = pdf.pdf(made), "application/pdf", "pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}.{ending}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=content_type, headers=headers)


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
    to = int(wanted) if wanted.isdecimal() else None
    if to is not None and to >= len(papers.addressees(meeting.invitation)):
        raise Http404
    made = papers.invitation_paper(meeting, meeting.invitation, to)
    name = papers.file_name("giấy mời" if to is None else f"giấy mời {to + 1}", meeting)
    return _drawn(made, name, kind)


@require_safe
def minutes_file(request: HttpRequest, cluster: str, year: int, pk: int, kind: str) -> HttpResponse:
    place, meeting = _readable(request, cluster, year, pk)
    found = meeting.minutes
    if found is None or not rules.can_read_minutes(place.user, place.conference, numbered=found.is_numbered):
        raise Http404
    return _drawn(papers.minutes_paper(meeting, found), papers.file_name("biên bản", meeting), kind)
