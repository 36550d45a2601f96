"""The secretariat notes what the deciding body answered to the registrations that it received."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from apps.core.forms import refuse
from apps.core.page import show
from apps.pledges import actions
from apps.pledges.enums import SheetState
from apps.pledges.forms.registrations import AnswerForm
from apps.pledges.registered import from_json
from apps.pledges.views.registering import Opened, running


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, cluster: str, year: int, office: str) -> HttpResponse:
    one = running(request, cluster, year, office)
    back, version = one.url("registration_sheet"), one.sheet.current
    if one.sheet.state != SheetState.RECEIVED or version is None:
        messages.error(request, _("Only registrations that were received are answered."))
        return redirect(back)
    last = one.answers[0] if one.answers else None
    form = AnswerForm(
        request.POST or None, request.FILES or None, singles=from_json(version.content).singles,
        number=version.number, last=last,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid() and _noted(one, form):
        messages.success(request, _("The answer of the deciding body has been noted."))
        return redirect(back)
    show(request, title=_("Correct the answer") if last else _("Note the answer"), crumbs=one.crumbs)
    return render(request, "pledges/registration_answer.html", {"form": form, "back": back, "one": one})


def _noted(one: Opened, form: AnswerForm) -> bool:
    given = form.cleaned_data
    said = actions.Answer(decision=given["decision"], body=given["body"], on=given["on"], refused=form.refused)
    try:
        actions.note_answer(
            sheet=one.sheet, number=given["number"], seen=given["seen"], answer=said, file=given["upload"],
            reason=given.get("reason", ""), by=one.at.user,
        )  # fmt: skip
    except ValidationError as error:
        refuse(form, error)
        return False
    return True
