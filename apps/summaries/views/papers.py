"""Reading a paper: the list of both, the page, the figure beside it, the files."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.campaigns.scope import Scope, scope_of
from apps.files.models import StoredFile
from apps.indicators.models import Indicator
from apps.summaries import live
from apps.summaries import sentences as say
from apps.summaries.content.document import document_lines, figures_of, paper_context
from apps.summaries.content.facts import TaskFact
from apps.summaries.content.figures import OWN
from apps.summaries.content.pledges import is_of_pledges
from apps.summaries.content.progress import TASK_FIGURES, counted_in
from apps.summaries.content.tokens import KeptFigure, written
from apps.summaries.enums import BuildState, Paper, ProseSection
from apps.summaries.gathered import may_read_gathered
from apps.summaries.models import Build, Summary
from apps.summaries.stories import story_of_paper
from apps.summaries.views.common import (
    address,
    built,
    heading,
    opened,
    place,
    records_address,
    tasks_address,
    tasks_of_report,
)
from apps.summaries.views.pledged import pledge_panel

OF_A_PAPER = ("build", "progress", "publish", "word", "pdf", "annex")


@require_safe
def index(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """Both papers of the period, as far as the reader may know of them."""
    scope = scope_of(request, cluster, period)
    seen = {
        summary.paper: summary
        for summary in Summary.objects.visible_to(scope.user).filter(period=scope.period).defer("content")
    }
    builds = {build.summary_id: build for build in Build.objects.open().filter(summary__in=seen.values())}
    papers = []
    for paper in Paper:
        summary = seen.get(paper)
        build = builds.get(summary.pk) if summary else None
        papers.append({
            "title": heading(paper), "summary": summary, "build": build,
            "url": address(scope, "paper", paper) if summary or scope.is_secretariat else "",
            "word_url": address(scope, "word", paper), "pdf_url": address(scope, "pdf", paper),
            "build_url": address(scope, "build", paper) if scope.is_secretariat else "",
        })  # fmt: skip
    place(request, scope, _("Cluster reports"))
    context = {
        "scope": scope, "papers": papers,
        "prose_url": address(scope, "prose") if scope.is_secretariat else "",
        "gathered_url": address(scope, "gathered") if may_read_gathered(scope) else "",
    }  # fmt: skip
    return render(request, "summaries/index.html", context)


@require_safe
def paper(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    """The page that looks like the paper, with what waits for the secretariat beside it."""
    scope, known, summary = opened(request, cluster, period, paper)
    place(request, scope, heading(known))
    build = summary.builds.first() if summary else None
    context: dict[str, Any] = {
        "scope": scope, "paper": known, "summary": summary, "writes": scope.is_secretariat,
        "build": build if build and build.state != BuildState.DONE else None,
        "urls": {name: address(scope, name, known) for name in OF_A_PAPER},
        "prose_url": address(scope, "prose"),
        "story": story_of_paper(summary) if summary and scope.is_secretariat else [],
    }  # fmt: skip
    if summary is None or summary.built_at is None:
        return render(request, "summaries/unbuilt.html", context)
    context |= _paper(scope, summary)
    return render(request, "summaries/paper.html", context)


def _paper(scope: Scope, summary: Summary) -> dict[str, Any]:
    wordings = list(summary.wordings.all())
    lines = document_lines(summary.content, wordings)
    now = live.live_figures(scope.period, scope.members, summary.content)
    names = {member["code"]: member["short_name"] for member in summary.content["members"]}
    figures = figures_of(summary.content)

    def url(code: str) -> str:
        return address(scope, "figure", summary.paper, code) if code else ""

    return {
        "drawn": paper_context(summary.content, wordings, draft=summary.is_marked_draft),
        "lines": [
            {
                "line": line,
                "pieces": [(piece, url(piece.code)) for piece in line.pieces],
                "edit_url": _edit_url(scope, summary, line.code, line.section),
            }
            for line in lines
        ],
        "changed": live.changed(summary.content, now),
        "typed_since": live.typed_since(summary),
        "reworded_since": live.reworded_since(summary, wordings),
        "outdated": live.outdated(lines),
        "differences": [
            {"name": figures[code].name, "office": names.get(office, office), "counted": counted, "stated": stated,
             "url": url(code)}
            for code, office, counted, stated in summary.content["differences"]
        ],
        "untyped": [ProseSection(section).label for section in summary.content["untyped"]],
    }  # fmt: skip


def _edit_url(scope: Scope, summary: Summary, paragraph: str, section: str) -> str:
    if not scope.is_secretariat or summary.is_published:
        return ""
    if section:
        return f"{address(scope, 'prose')}#id_{section}"
    return address(scope, "wording", summary.paper, paragraph) if paragraph else ""


@require_safe
def figure(request: HttpRequest, cluster: str, period: str, paper: str, code: str) -> HttpResponse:
    """A figure of the paper, office by office, as built and as it is now; the way on to its records."""
    scope, summary = built(request, cluster, period, paper)
    kept = figures_of(summary.content).get(code)
    if kept is None:
        raise Http404
    panel, opened_to = _panel(scope, summary, kept)
    now = live.live_figures(scope.period, scope.members, summary.content).get(code, kept)
    place(request, scope, kept.name, Paper(summary.paper))
    context = {
        "scope": scope, "summary": summary, "figure": kept, "panel": panel, **opened_to,
        "value": written(kept, "ratio" if kept.unit == "%" else ""),
        "now": written(now, "ratio" if now.unit == "%" else "") if now.says != kept.says else "",
        "back_url": address(scope, "paper", summary.paper),
    }  # fmt: skip
    beside = bool(request.htmx)  # type: ignore[attr-defined]
    return render(request, panel if beside else "summaries/figure.html", {**context, "beside": beside})


def _panel(scope: Scope, summary: Summary, kept: KeptFigure) -> tuple[str, dict[str, Any]]:
    """What a figure opens to: its template and what that shows."""
    if kept.code in TASK_FIGURES:
        return _tasks(scope, summary, kept.code)
    return pledge_panel(scope, summary, kept.code) if is_of_pledges(kept.code) else _counted(scope, summary, kept)


def _counted(scope: Scope, summary: Summary, kept: KeptFigure) -> tuple[str, dict[str, Any]]:
    indicator = Indicator.objects.for_cluster(scope.cluster, scope.year).filter(code=kept.code).first()
    if indicator is None:
        raise Http404
    return "summaries/_figure.html", {
        "indicator": indicator, "rows": _rows(scope, summary, kept),
        "missing": [_name(summary, each) for each in kept.missing], "records_url": records_address(scope, kept.code),
    }  # fmt: skip


def _tasks(scope: Scope, summary: Summary, code: str) -> tuple[str, dict[str, Any]]:
    """The tasks as the paper has them, with the way to what each office says of its own in its report. Of the other
    offices' reports the reader has what the paper says."""
    opens = {o.code for o in scope.members if scope.reads_all or o.pk in scope.roles.office_ids}
    order = {member["code"]: place for place, member in enumerate(summary.content["members"])}
    rows = [
        {
            "task": task,
            "said": [
                {
                    "office": _name(summary, office), "state": say.TASK_STATES[state],
                    "url": tasks_of_report(scope, task.period, office) if office in opens else "",
                }
                for office, state in sorted(task.states.items(), key=lambda each: order.get(each[0], len(order)))
            ],
        }
        for task in counted_in(code, (TaskFact.read(kept) for kept in summary.content["tasks"]))
    ]  # fmt: skip
    return "summaries/_tasks.html", {"rows": rows, "tasks_url": tasks_address(scope)}


def _name(summary: Summary, code: str) -> str:
    if code == OWN:
        return str(_("The cluster's own activities"))
    return next((m["short_name"] for m in summary.content["members"] if m["code"] == code), code)


def _rows(scope: Scope, summary: Summary, figure: KeptFigure) -> list[dict[str, Any]]:
    """Office by office, only those that the reader may see one by one, and the cluster's own line where it has any."""
    readable = {office.code for office in scope.members if office.pk in scope.readable_offices} | {OWN}
    rows = []
    for code in [*(member["code"] for member in summary.content["members"]), OWN]:
        of = figure.owners.get(code, {})
        if code not in readable or (code == OWN and of.get("state") != "value"):
            continue
        rows.append({
            "name": _name(summary, code), "state": of["state"], "value": of["value"],
            "numerator": of["numerator"], "denominator": of["denominator"],
            "url": records_address(scope, figure.code, code),
        })  # fmt: skip
    return rows


def _file(stored: StoredFile | None, name: str) -> HttpResponse:
    assert stored is not None  # held by the constraint summary_built_with_files
    with stored.content.open("rb") as content:
        response = HttpResponse(content.read(), content_type=stored.content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _named(summary: Summary, ending: str) -> str:
    return f"bao-cao-{summary.cluster.code}-{summary.period.code}-{summary.paper}{ending}"


@require_safe
def word(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    _scope, summary = built(request, cluster, period, paper)
    return _file(summary.word, _named(summary, ".docx"))


@require_safe
def pdf(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    _scope, summary = built(request, cluster, period, paper)
    return _file(summary.pdf, _named(summary, ".pdf"))


@require_safe
def annex(request: HttpRequest, cluster: str, period: str, paper: str) -> HttpResponse:
    _scope, summary = built(request, cluster, period, paper)
    return _file(summary.annex, _named(summary, "-phu-luc-1.pdf"))
