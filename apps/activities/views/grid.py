"""The grid: the page, saving cells, what others changed meanwhile, and the same table as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import wraps
from urllib.parse import unquote

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from apps.activities import actions
from apps.activities.actions import CellAnswer, CellWish
from apps.activities.enums import CellResult
from apps.activities.forms.cells import Lines, SentCell, read_cells
from apps.activities.grid import page
from apps.activities.grid.board import Board, By, Spot, board_of, explained_read_only
from apps.activities.grid.cells import Cell, cells, moment, totals
from apps.activities.grid.changes import changed_since
from apps.activities.grid.groups import relatives
from apps.activities.grid.reading import Reading, read
from apps.activities.grid.words import statuses
from apps.activities.rules import can_enter
from apps.activities.views.frame import address, frame
from apps.campaigns.scope import Scope, scope_of
from apps.core.page import Tab
from apps.core.workbook import workbook
from apps.indicators.models import Indicator

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
View = Callable[[HttpRequest, Board], HttpResponse]


def _enters(scope: Scope) -> bool:
    """For at least one line of the grid."""
    if scope.cluster.pk not in scope.roles.cluster_ids:
        return False
    return scope.is_secretariat or any(
        can_enter(scope.user, scope.cluster, office, scope.year) for office in scope.members
    )


def _board(request: HttpRequest, scope: Scope) -> Board:
    asked = {name: request.GET.get(name, "") for name in ("by", "office", "group")}
    board = board_of(scope, **asked)
    if board is None:
        raise Http404
    return board


@require_safe
def grid(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    scope = scope_of(request, cluster, period)
    if not _enters(scope):
        raise PermissionDenied
    board = _board(request, scope)
    shown = page.grid_of(board)
    query = page.query(board)
    frame(request, scope, _("Entry grid"), every_period="grid", query=query)
    return render(request, "activities/grid.html", {
        "grid": shown,
        "board": board,
        "ways": [
            Tab(label=str(label), url=address(scope, "grid", query=page.query(board, by=by, office="")),
                current=board.by == by)
            for by, label in ((By.OFFICES, _("Offices")), (By.MONTHS, _("Months")))
        ],
        "offices": [
            Tab(label=owner.name, url=address(scope, "grid", query=page.query(board, office=owner.code)),
                current=owner == board.chosen)
            for owner in board.owners
        ] if board.by == By.MONTHS and len(board.owners) > 1 else [],
        "groups": [
            Tab(label=group.label, url=address(scope, "grid", query=page.query(board, group=group.slug)),
                current=group == board.group)
            for group in board.groups
        ],
        "export_url": address(scope, "grid_export", query=query),
        "imports_url": address(scope, "imports"),
        "stated_url": address(scope, "stated"),
        "heading": shown.heading,
        "read_only_reason": explained_read_only(),
        "data": {
            **page.payload(shown),
            "save_url": address(scope, "grid_save", query=query),
            "fresh_url": address(scope, "grid_fresh", query=query),
            "sign_in_url": reverse("accounts:sign_in_here"),
            "evidence_url": address(
                scope, "stated_evidence", "INDICATOR", query="office=OFFICE&from=FROM&to=TO"
            ),
            "statuses": statuses(),
        },
    })  # fmt: skip


# For the page's script: answers in JSON, also where they say no ------------------------------------------------------
def answering_json(view: View) -> Callable[[HttpRequest, str, str], HttpResponse]:
    """401 without a session, 403 without a right, 404 for what does not exist, or not for this reader."""

    @wraps(view)
    def run(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return JsonResponse({"sign_in": True}, status=401)
        author = request.headers.get("X-Grid-User")
        if author is not None and unquote(author) != request.user.get_username():
            # Another tab of this browser has signed in as somebody else: what waits here is not theirs.
            return JsonResponse({"sign_in": True}, status=401)
        try:
            scope = scope_of(request, cluster, period)
            if not _enters(scope):
                return JsonResponse({"reason": _("You do not enter figures here.")}, status=403)
            board = _board(request, scope)
        except Http404:  # of a page that was open while the reader's last role ended, too: they keep what they typed
            return JsonResponse({"reason": _("You do not enter figures here.")}, status=404)
        return view(request, board)

    return login_not_required(never_cache(run))


def _around(reading: Reading, indicators: Iterable[Indicator]) -> dict[str, Cell]:
    """Cells of the page that show these indicators, or what hangs together with them."""
    near = {each.pk for each in relatives(list(indicators), reading.board.catalogue)}
    return cells(reading, (spot for spot in reading.board.spots() if spot.indicator.pk in near))


def _save(request: HttpRequest, board: Board) -> HttpResponse:
    if board.read_only:
        return JsonResponse({"reason": explained_read_only()}, status=403)
    lines = Lines(
        offices={owner.code: owner.office for owner in board.owners},
        names={owner.code: owner.name for owner in board.owners},
        indicators={each.code: each for each in board.catalogue},
        spans=board.allowed_spans,
    )
    try:
        sent = read_cells(request.body, lines)
    except RequestDataTooBig:
        return JsonResponse({"reason": _("Too much at once. Send fewer cells.")}, status=413)
    except ValidationError as wrong:
        return JsonResponse({"reason": " ".join(wrong.messages)}, status=400)
    wishes = [each.wish for each in sent if each.wish]
    answers = actions.save_cells(cells=wishes, cluster=board.scope.cluster, by=board.scope.user)
    touched = list({wish.wish.indicator.pk: wish.wish.indicator for wish in wishes}.values())
    reading = read(board, touched, owners=[wish.owner for wish in wishes], spans=[wish.span for wish in wishes])
    answered = iter(answers)
    return JsonResponse({
        "saved_at": f"{timezone.localtime():%H:%M}",
        "results": [_result(reading, each, next(answered) if each.wish else None) for each in sent],
        "cells": _around(reading, touched),
        "totals": totals(reading, [each for each in board.indicators if each in touched]),
    })  # fmt: skip


def _result(reading: Reading, sent: SentCell, answer: CellAnswer | None) -> dict[str, object]:
    """`cell` is how it stands now; None where the sender may not know."""
    if answer is None or sent.wish is None:
        return {"id": sent.id, "result": CellResult.REFUSED, "reason": sent.reason, "cell": None}
    cell = _cell_of(reading, sent.wish)
    if answer.gone is not None and answer.gone.deleted_at is not None:
        cell |= {"who": str(answer.gone.deleted_by or ""), "when": moment(answer.gone.deleted_at)}
    reason = f"{sent.subject}: {answer.reason}" if answer.reason else ""
    return {"id": sent.id, "result": answer.result, "reason": reason, "cell": cell}


def _cell_of(reading: Reading, wish: CellWish) -> Cell:
    owner = next(owner for owner in reading.board.owners if owner.pk == wish.owner)
    return cells(reading, [Spot("", owner, wish.wish.indicator, wish.span)])[""]


grid_save = require_POST(answering_json(_save))


def _fresh(request: HttpRequest, board: Board) -> HttpResponse:
    """Also gives the token that the next sending needs: signing in elsewhere has changed it."""
    now = timezone.now()
    try:
        since = datetime.fromisoformat(request.GET.get("since", "").replace(" ", "+"))
    except ValueError:
        since = None
    if since is None or timezone.is_naive(since) or since < EARLIEST:
        return JsonResponse(
            {"reason": _("“since” is no moment. Expected for example 2019-06-30T09:42:00+07:00.")}, status=400
        )
    changed = changed_since(board, since)
    answer: dict[str, object] = {"now": now.isoformat(), "csrf": get_token(request), "cells": {}, "totals": {}}
    if changed:
        reading = read(board, changed)
        answer |= {"cells": _around(reading, changed), "totals": totals(reading, changed)}
    return JsonResponse(answer)


grid_fresh = require_safe(answering_json(_fresh))


@require_safe
def grid_export(request: HttpRequest, cluster: str, period: str) -> HttpResponse:
    """The grid as it stands, numbers as numbers, “–” for none, nothing for missing."""
    scope = scope_of(request, cluster, period)
    if not _enters(scope):
        raise PermissionDenied
    board = _board(request, scope)
    name = f"grid-{scope.cluster.code}-{scope.period.code}-{board.by}.xlsx"
    return HttpResponse(
        workbook(page.sheet(page.grid_of(board))),
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )
