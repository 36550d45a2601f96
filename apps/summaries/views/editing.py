"""Typing prose and rewording paragraphs."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from apps.campaigns.scope import Scope, scope_of
from apps.summaries import actions
from apps.summaries.content.document import Line, document_lines, figures_of
from apps.summaries.content.pledges import ONE
from apps.summaries.content.tokens import codes, written
from apps.summaries.enums import Paper, ProseSection
from apps.summaries.forms import ProseForm, WordingForm
from apps.summaries.gathered import seen
from apps.summaries.models import Prose, Summary
from apps.summaries.views.common import address, built, place, refuse_unless_writing, words_of


@require_http_methods(["GET", "HEAD", "POST"])
def prose(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """All typed sections on one page; both papers share them."""
    scope = scope_of(request, cluster, period)
    refuse_unless_writing(scope)
    kept = _kept(scope)
    form = ProseForm(request.POST or None, initial={**kept, "seen": _seen(kept)})
    if request.method == "POST" and form.is_valid() and _typed(form, scope):
        messages.success(request, _("Saved. The next build takes it into the report."))
        return redirect(address(scope, "list"))
    place(request, scope, _("Typed parts of the report"))
    return render(request, "summaries/prose.html", {
        "form": form, "back_url": address(scope, "list"), "gathered_url": address(scope, "gathered"),
    })  # fmt: skip


def _kept(scope: Scope) -> dict[str, str]:
    return {each.section: each.text for each in Prose.objects.filter(period=scope.period)}


def _seen(kept: dict[str, str]) -> dict[str, str]:
    return {section: seen(kept.get(section, "")) for section in ProseSection.values}


def _typed(form: ProseForm, scope: Scope) -> bool:
    """Writes every section that nobody else changed meanwhile; says at the others what stands there now."""
    saw = form.cleaned_data["seen"] if isinstance(form.cleaned_data["seen"], dict) else {}
    for section in ProseSection:
        try:
            actions.write_prose(
                period=scope.period, section=section, text=form.cleaned_data[section], by=scope.user,
                seen=str(saw.get(section, "")),
            )  # fmt: skip
        except ValidationError as refusal:
            form.add_error(section, words_of(refusal))
    if form.errors:  # sent again, it replaces what its editor has seen now
        form.data = {**dict(form.data.items()), "seen": json.dumps(_seen(_kept(scope)))}
    return not form.errors


@require_http_methods(["GET", "HEAD", "POST"])
def wording(request: HttpRequest, cluster: str, period: str, paper: str, paragraph: str) -> HttpResponse:
    scope, summary, line = _paragraph(request, cluster, period, paper, paragraph)
    kept = summary.wordings.filter(paragraph=paragraph).select_related("edited_by").first()
    initial = {"text": line.source, "version": kept.version if kept else 0}
    form = WordingForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.reword(
                summary=summary, paragraph=paragraph, text=form.cleaned_data["text"],
                version=form.cleaned_data["version"], by=scope.user,
            )  # fmt: skip
        except ValidationError as error:
            form.add_error("text", words_of(error))
        else:
            messages.success(request, _("The wording was changed. It stays when the report is built anew."))
            return redirect(f"{address(scope, 'paper', summary.paper)}#{paragraph}")
    place(request, scope, _("Wording of a paragraph"), Paper(summary.paper))
    context: dict[str, Any] = {
        "form": form, "line": line, "kept": kept, "summary": summary, "tokens": _tokens(summary, line),
        "restore_url": address(scope, "restore", summary.paper, paragraph),
        "back_url": f"{address(scope, 'paper', summary.paper)}#{paragraph}",
    }  # fmt: skip
    return render(request, "summaries/wording.html", context)


def _paragraph(
    request: HttpRequest, cluster: str, period: str, paper: str, paragraph: str
) -> tuple[Scope, Summary, Line]:
    scope, summary = built(request, cluster, period, paper)
    refuse_unless_writing(scope)
    lines = document_lines(summary.content, summary.wordings.filter(paragraph=paragraph))
    line = next((each for each in lines if each.code and each.code == paragraph), None)
    if line is None:
        raise Http404
    return scope, summary, line


def _tokens(summary: Summary, line: Line) -> list[dict[str, str]]:
    """The figures of the sentence first, then every other that says something."""
    figures = figures_of(summary.content)
    here = list(dict.fromkeys(code for code in codes(f"{line.source} {line.generated}") if code in figures))
    others = [
        code for code, figure in figures.items() if code not in here and figure.is_value and not code.startswith(ONE)
    ]  # a single pledged target stands in the lines of its own office
    return [
        {"token": f"[[{code}]]", "name": figures[code].name, "value": written(figures[code]), "here": str(code in here)}
        for code in [*here, *others]
    ]


@require_POST
def restore(request: HttpRequest, cluster: str, period: str, paper: str, paragraph: str) -> HttpResponse:
    scope, summary, _line = _paragraph(request, cluster, period, paper, paragraph)
    try:
        actions.restore_wording(summary=summary, paragraph=paragraph, by=scope.user)
    except ValidationError as error:
        messages.error(request, words_of(error))
    else:
        messages.success(request, _("The paragraph has the generated wording again."))
    return redirect(f"{address(scope, 'paper', summary.paper)}#{paragraph}")
