"""What waits for a person about offices' reports (a provider of apps.core.inbox).

An office's people see their own office's report alone, the secretariat those of its years, the clerk of records the
letters that have no number yet; whoever only reads has nothing to do here. Reports of a period whose cluster's report
is published are no longer asked for; what an office is to complete or the secretariat to receive stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.campaigns.models import Period
from apps.core.inbox import NEAR, Cost, InboxItem
from apps.core.words import day, moment, padded, uncapitalised
from apps.offices.enums import RoleKind
from apps.offices.roles import Roles, roles_of
from apps.reports.addresses import chase_url, extensions_url, record_request_url, report_url
from apps.reports.enums import ReportState
from apps.reports.models import Request
from apps.reports.standing import standings
from apps.reports.waiting import Waiting, waiting

AHEAD = 30  # days before the due day from which a report is to be prepared; earlier where it was asked for by letter
LONG_OVER = 60  # beyond, the day itself says more than a count of days


@dataclass(frozen=True)
class Word:
    state: str
    text: str
    cost: Cost


def items(user: User, on: date) -> Iterator[InboxItem]:
    held = roles_of(user, on)
    periods = _periods(held, on)
    years = {pk for pk, period in periods.items() if held.is_secretariat(period.cluster_id, period.year)}
    own = [pk for pk in periods if pk not in years]
    found = waiting([periods[pk] for pk in years]) + waiting([periods[pk] for pk in own], held.entering_offices)
    changed = _changed(found)
    for each in found:
        if each.office.pk in held.entering_offices:
            yield from _of_office(each, held.offices[each.office.pk], on)
            if each in changed and RoleKind.HEAD in held.offices[each.office.pk]:
                yield _item(each, "send_again", _("Send again what changed: %(period)s"), _stale())
    of_years = [each for each in found if each.period.pk in years]
    yield from _of_secretariat(of_years, on)
    for each in of_years:
        if each in changed:
            yield _item(each, "receive_again", _("Look at what changed after receipt: %(period)s"), _stale())
    yield from _to_number(held)


def _to_number(held: Roles) -> Iterator[InboxItem]:
    """Letters that ask for reports, issued and without a number; one query."""
    years = Q()
    for cluster, year in held.records:
        years |= Q(period__cluster=cluster, period__year=year)
    rows = Request.objects.filter(years, issued_at__isnull=False, number=None) if years else Request.objects.none()
    for row in rows.select_related("period__cluster"):
        yield InboxItem(
            step="reports.number", title=_("Number and date the letter that asks for reports"), about=str(row.period),
            state="warn", word=_("not numbered yet"), cost=Cost.HOLDS_UP, url=record_request_url(row.period),
        )  # fmt: skip


def _changed(found: list[Waiting]) -> list[Waiting]:
    """Received reports that hold something else now. Their content is read: thirteen queries for each period that has
    received reports and is not published; afterwards the cluster's report itself tells what changed since."""
    received = [each for each in found if each.state == ReportState.RECEIVED and each.period.published_on is None]
    stale: set[tuple[int, int]] = set()
    for period in {each.period.pk: each.period for each in received}.values():
        offices = [each.office for each in received if each.period.pk == period.pk]
        stale |= {
            (period.pk, standing.office.pk)
            for standing in standings(period, offices)
            if standing.state == ReportState.STALE
        }
    return [each for each in received if (each.period.pk, each.office.pk) in stale]


def _stale() -> Word:
    return Word("bad", _("changed after receipt"), Cost.UNSETTLED)


def _periods(held: Roles, on: date) -> dict[int, Period]:
    """Those in which something may wait, with their letters of request; one query."""
    clusters = {cluster for cluster, _year in held.secretariat}
    if held.entering_offices:
        clusters |= held.member_clusters
    if not clusters:
        return {}
    handed_in = Q(reports__state__in=[ReportState.SENT, ReportState.TO_COMPLETE])
    known = (
        Period.objects.filter(cluster__in=clusters)
        .filter(Q(published_on=None) | handed_in)
        .select_related("cluster", "request")
        .distinct()
    )
    return {period.pk: period for period in known}


def _of_office(each: Waiting, kinds: Iterable[str], on: date) -> Iterator[InboxItem]:
    """Of one's own office. The clerk prepares and completes, the head sends."""
    heads = RoleKind.HEAD in kinds
    current = each.report.current if each.report else None
    if current is not None and current.awaits_confirmation:
        entered = _("%(way)s, entered by the secretariat on %(day)s")
        yield _item(
            each, "confirm", _("Confirm what was entered on your office's behalf: %(period)s"),
            Word("info", _("waits for confirmation"), Cost.UNSETTLED),
            entered % {"way": current.get_way_display(), "day": day(current.sent_at)},
        )  # fmt: skip
    if each.state == ReportState.TO_COMPLETE:
        title = _("Answer and send again the report: %(period)s") if heads else _("Complete the report: %(period)s")
        yield _item(each, "complete", title, _overdue(each, on) or _asked(each), _questions(each))
    elif each.state == ReportState.DRAFT and _is_asked_for(each, on):
        title = _("Send the report: %(period)s") if heads else _("Prepare the report: %(period)s")
        yield _item(each, "send" if heads else "prepare", title, _overdue(each, on) or _due(each, on))


def _of_secretariat(found: list[Waiting], on: date) -> Iterator[InboxItem]:
    for each in found:
        current = each.report.current if each.report else None
        if each.state == ReportState.SENT and current is not None:
            yield _item(
                each, "receive", _("Receive the report: %(period)s"),
                Word("info", _("sent at %(moment)s") % {"moment": moment(current.sent_at)}, Cost.HOLDS_UP),
            )  # fmt: skip
        if each.undecided is not None and each.period.published_on is None:
            yield InboxItem(
                step="reports.extension", title=_("Decide on more time: %(period)s") % _named(each.period),
                about=f"{each.name} · {each.undecided.reason}", state="warn", word=_("waits for a decision"),
                cost=Cost.HOLDS_UP, url=extensions_url(each.period), due_on=each.due_on,
            )  # fmt: skip
    for period in {each.period.pk: each.period for each in found}.values():
        late = [each for each in found if each.period.pk == period.pk and _is_late(each, on)]
        if late:
            word = ngettext("%(count)s office overdue", "%(count)s offices overdue", len(late))
            yield InboxItem(
                step="reports.chase", title=_("Chase the offices' reports: %(period)s") % _named(period),
                about=", ".join(each.name for each in late), state="bad", word=word % {"count": padded(len(late))},
                cost=Cost.LATE, url=chase_url(period), due_on=period.due_on,
            )  # fmt: skip


def _item(each: Waiting, step: str, title: str, word: Word, note: str = "") -> InboxItem:
    about = f"{each.name} · {note}" if note else each.name
    return InboxItem(
        step=f"reports.{step}", title=title % _named(each.period), about=about,
        state=word.state, word=word.text, cost=word.cost, url=report_url(each.period, each.office.code),
        due_on=each.due_on,
    )  # fmt: skip


def _named(period: Period) -> dict[str, str]:
    return {"period": uncapitalised(str(period))}


def _is_late(each: Waiting, on: date) -> bool:
    return each.is_with_the_office and each.period.published_on is None and each.days_over(on) > 0


def _is_asked_for(each: Waiting, on: date) -> bool:
    if each.period.published_on is not None or each.due_on is None:
        return False
    request = getattr(each.period, "request", None)
    return bool(request and request.is_issued) or on >= each.due_on - timedelta(days=AHEAD)


def _overdue(each: Waiting, on: date) -> Word | None:
    return Word("bad", overdue_words(each, on), Cost.LATE) if _is_late(each, on) else None


def overdue_words(each: Waiting, on: date) -> str:
    """ "03 days overdue"; after two months "overdue since 30/06/2019". Nothing before the due day."""
    days = each.days_over(on)
    if each.due_on is None or days == 0:
        return ""
    if days > LONG_OVER:
        return _("overdue since %(day)s") % {"day": day(each.due_on)}
    return ngettext("%(count)s day overdue", "%(count)s days overdue", days) % {"count": padded(days)}


def _asked(each: Waiting) -> Word:
    return Word("warn", _("completion asked for"), Cost.HOLDS_UP)


def _questions(each: Waiting) -> str:
    if each.questions == 0:
        return _("all questions are answered")
    return ngettext("%(count)s question open", "%(count)s questions open", each.questions) % {
        "count": padded(each.questions)
    }


def _due(each: Waiting, on: date) -> Word:
    assert each.due_on is not None  # only asked for with a day
    if each.due_on == on:
        return Word("warn", _("due today"), Cost.RUNS_OUT)
    days = (each.due_on - on).days
    word = ngettext("%(count)s day left", "%(count)s days left", days) % {"count": padded(days)}
    return Word("warn", word, Cost.RUNS_OUT) if days <= NEAR.days else Word("neutral", word, Cost.LATER)
