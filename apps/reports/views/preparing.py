"""The office prepares its report: words, tasks, answers; and sends it, or confirms what was entered for it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns import actions as campaigns
from apps.campaigns.progress import progress_of
from apps.core.forms import refuse
from apps.reports import actions
from apps.reports.enums import Section
from apps.reports.forms.cycle import AnswerForm, ProgressForm, ProseForm, SendForm
from apps.reports.models import Prose
from apps.reports.pages.words import HINTS, section_name
from apps.reports.rules import can_answer
from apps.reports.views.opening import opened, place, question_of, refuse_unless, words_of

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
def prose(request: HttpRequest, cluster: str, period: str, office: str, section: str) -> HttpResponse:
    """One section. Where somebody else changed it meanwhile both texts stand on the page, and nothing typed is lost."""
    at = opened(request, cluster, period, office)
    if section not in Section.values:
        raise Http404
    refuse_unless(at.reader.prepares)
    kept = Prose.objects.filter(report__period=at.scope.period, report__office=at.office, section=section)
    row = kept.select_related("edited_by").first()
    initial = {"text": row.text if row else "", "version": row.version if row else 0}
    form = ProseForm(request.POST or None, initial=initial)
    theirs, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.write_prose(
                    period=at.scope.period, office=at.office, section=section, text=form.cleaned_data["text"],
                    version=form.cleaned_data["version"], by=at.scope.user,
                )  # fmt: skip
            except ValidationError as error:
                if getattr(error, "code", "") == "version":
                    theirs, form = kept.first(), _seen(form, kept.first())
                form.add_error("text", words_of(error))
            else:
                messages.success(request, _("Saved: %(section)s.") % {"section": section_name(section)})
                return redirect(f"{at.url('report')}#section-{section}")
    place(request, at, section_name(section))
    context = {
        "form": form, "theirs": theirs, "kept": row, "hint": HINTS[section], "on_behalf": not at.reader.confirms,
        "back_url": f"{at.url('report')}#section-{section}",
    }  # fmt: skip
    return render(request, "reports/prose.html", context, status=status)


def _seen(form: ProseForm, row: Prose | None) -> ProseForm:
    """The form again as it was typed; the newer text has now been seen."""
    again = ProseForm({"text": form.cleaned_data["text"], "version": row.version if row else 0})
    again.is_valid()
    return again


@require_http_methods(METHODS)
def task(request: HttpRequest, cluster: str, period: str, office: str, pk: int) -> HttpResponse:
    at = opened(request, cluster, period, office)
    rows = progress_of(at.scope.period, [at.office])[at.office.pk]
    row = next((each for each in rows if each.task.pk == pk), None)
    if row is None:
        raise Http404
    refuse_unless(at.reader.prepares)
    initial = {"state": row.progress.state, "note": row.progress.note} if row.progress else {}
    form = ProgressForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            campaigns.set_progress(task=row.task, office=at.office, by=at.scope.user, **form.cleaned_data)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect(f"{at.url('report')}#tasks")
    place(request, at, _("Progress of a task"))
    context = {"form": form, "note": row.task.text, "back": f"{at.url('report')}#tasks"}
    return render(request, "core/form.html", context, status=422 if form.errors else 200)


@require_http_methods(METHODS)
def answer(request: HttpRequest, cluster: str, period: str, office: str, pk: int) -> HttpResponse:
    """The box at the line posts here; what cannot be taken is shown again with what was typed."""
    at = opened(request, cluster, period, office)
    question = question_of(at, pk)
    refuse_unless(can_answer(at.scope.user, at.scope.period, at.office))
    form = AnswerForm(request.POST or None, initial={"text": question.answer, "seen": question.answer})
    back = f"{at.url('report')}#question-{question.pk}"
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer(
                question=question, text=form.cleaned_data["text"], seen=form.cleaned_data["seen"], by=at.scope.user
            )
        except ValidationError as error:
            form.add_error("text", words_of(error))
        else:
            left = question.report.questions.open().count()
            said = _("Answered. Questions left: %(left)s.") if left else _("Answered. All questions are answered.")
            messages.success(request, said % {"left": left} if left else said)
            return redirect(back)
    place(request, at, _("Answer a question"))
    return render(
        request, "reports/answer.html", {"form": form, "question": question, "back": back},
        status=422 if form.errors else 200,
    )  # fmt: skip


@require_POST
def send(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    """By the head: one button."""
    at = opened(request, cluster, period, office)
    refuse_unless(at.reader.sends)
    form = SendForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was sent. Look at the report and send it again."))
        return redirect(at.url("report"))
    try:
        version = actions.send(
            period=at.scope.period, office=at.office, note=form.cleaned_data["note"], seen=form.cleaned_data["seen"],
            by=at.scope.user,
        )  # fmt: skip
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("Sent as version %(number)s.") % {"number": version.number})
    return redirect(at.url("report"))


@require_POST
def confirm(request: HttpRequest, cluster: str, period: str, office: str) -> HttpResponse:
    """The office confirms the version sent last, which the form names."""
    at = opened(request, cluster, period, office)
    refuse_unless(at.reader.confirms)
    version = at.standing.version
    if version is None or str(version.number) != request.POST.get("number", ""):
        messages.error(request, _("Another version has been sent since. Look at that one."))
        return redirect(at.url("report"))
    try:
        actions.confirm(version=version, by=at.scope.user)
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("Confirmed: version %(number)s.") % {"number": version.number})
    return redirect(at.url("report"))
