"""The periods and conferences that a new year takes from the one before, as lines of `next_year`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.campaigns.actions.calendar import PERIOD_MESSAGES, save_period
from apps.campaigns.actions.conferences import save_conference
from apps.campaigns.models import Conference, Period
from apps.campaigns.next_year import Line, Part, State, later, renamed
from apps.core.constraints import explained
from apps.core.words import day
from apps.offices.models import Cluster

WEEKEND = (5, 6)  # Saturday, Sunday
Days = dict[str, date | None]


def days_of(period: Period) -> Days:
    return {name: getattr(period, name) for name in ("starts_on", "ends_on", "due_on", "closes_on", "build_on")}


def _said(days: Days) -> str:
    labels = {
        "due_on": _("reports due %(day)s"),
        "closes_on": _("figures closed %(day)s"),
        "build_on": _("report built %(day)s"),
    }
    assert days["starts_on"] is not None
    assert days["ends_on"] is not None
    parts = [f"{day(days['starts_on'])} – {day(days['ends_on'])}"]
    parts += [label % {"day": day(on)} for name, label in labels.items() if (on := days[name])]
    return "; ".join(parts)


def on_weekend(on: date | None) -> str:
    """What the secretariat should look at: working days of one year are weekends of the next."""
    if on is None or on.weekday() not in WEEKEND:
        return ""
    return _("%(day)s is a Saturday or Sunday") % {"day": day(on)}


def periods(cluster: Cluster, year: int, user: User) -> Iterator[Line]:
    """A closing day that lies behind already is left out, as when a past year is set up."""
    rows = list(Period.objects.filter(cluster=cluster, year__in=(year - 1, year)))
    now = {each.kind: each for each in rows if each.year == year}
    for row in rows:
        if row.year == year:
            continue
        wanted: Days = {name: later(on) for name, on in days_of(row).items()}
        if wanted["closes_on"] and wanted["closes_on"] < timezone.localdate():
            wanted["closes_on"] = None
        there = now.get(row.kind)
        state = State.NEW
        if there is not None:
            same = days_of(there) == wanted
            state = State.SAME if same else State.LOCKED if there.published_on else State.DIFFERS
        yield Line(
            key=f"period:{row.pk}", part=Part.PERIODS, title=str(row.get_kind_display()).capitalize(),
            before=_said(days_of(row)), after=_said(wanted), now=_said(days_of(there)) if there else "",
            note=on_weekend(wanted["due_on"]), state=state, wanted=state == State.NEW,
            write=partial(_write_period, cluster, year, row.kind, there, wanted),
        )  # fmt: skip


def _write_period(cluster: Cluster, year: int, kind: str, there: Period | None, days: Days, by: User) -> None:
    if there is not None:
        there.cluster = cluster
        save_period(period=there, values=days, by=by)
        return
    with explained(PERIOD_MESSAGES):
        Period.objects.create(cluster=cluster, year=year, kind=kind, **days)


def conferences(cluster: Cluster, year: int, user: User) -> Iterator[Line]:
    """Kind, title, day and place; host, chairs and papers are the new year's own. One that stands there stays."""
    rows = list(
        Conference.objects.filter(cluster=cluster, period__year__in=(year - 1, year))
        .select_related("period")
        .order_by("held_on", "pk")
    )
    now = {(each.period.kind, each.kind): each for each in rows if each.period.year == year}
    for row in rows:
        if row.period.year == year:
            continue
        there = now.get((row.period.kind, row.kind))
        title, on = renamed(row.title, year - 1), later(row.held_on)
        assert on is not None
        yield Line(
            key=f"conference:{row.pk}", part=Part.CONFERENCES, title=str(row.get_kind_display()).capitalize(),
            before=f"{row.title}; {day(row.held_on)}; {row.place}", after=f"{title}; {day(on)}; {row.place}",
            now=f"{there.title}; {day(there.held_on)}; {there.place}" if there else "",
            note=on_weekend(on) or _("place, host and chairs are settled anew"),
            state=State.SAME if there else State.NEW, wanted=False,
            write=partial(_write_conference, cluster, year, row, title, on),
        )  # fmt: skip


def _write_conference(cluster: Cluster, year: int, row: Conference, title: str, on: date, by: User) -> None:
    period = Period.objects.select_related("cluster").filter(cluster=cluster, year=year, kind=row.period.kind).first()
    if period is None:
        said = {"title": title, "period": row.period.get_kind_display()}
        raise ValidationError(
            _("“%(title)s” needs the period “%(period)s”: accept that line too.") % said, code="period"
        )
    values = {
        "kind": row.kind, "title": title, "held_on": on, "part_of_day": row.part_of_day, "place": row.place,
    }  # fmt: skip
    save_conference(period=period, values=values, chairs=[], by=by)
