"""Whether an office's report came in time: from the due day, extensions and the day of the first sending.

`judge` is pure: days in, a judgement out. Days are those of Vietnam.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.campaigns.models import Extension, Period
from apps.core import words
from apps.offices.models import Office
from apps.reports.enums import Punctuality
from apps.reports.models import Version


@dataclass(frozen=True)
class Granted:
    """An extension: on which day it was decided, and until which day it goes."""

    on: date
    until: date


@dataclass(frozen=True)
class Timeliness:
    """`extended_until` is the extension that counts: the longest that was granted before the report was sent.

    `days` late after (OVERDUE: over) the last day that counted; 0 otherwise.
    """

    punctuality: Punctuality
    due_on: date | None
    extended_until: date | None = None
    sent_on: date | None = None
    days: int = 0

    @property
    def state(self) -> str:
        """Of a badge."""
        return _STATES[self.punctuality]

    @property
    def text(self) -> str:
        match self.punctuality:
            case Punctuality.LATE:
                return ngettext("%(days)s day late", "%(days)s days late", self.days) % self._days
            case Punctuality.OVERDUE:
                return ngettext("not sent, %(days)s day over", "not sent, %(days)s days over", self.days) % self._days
            case Punctuality.EXTENDED:
                return _("not sent yet, extended until %(day)s") % self._until
            case Punctuality.ON_TIME_EXTENDED:
                return _("in time, extended until %(day)s") % self._until
            case _:
                return str(self.punctuality.label)

    @property
    def _days(self) -> dict[str, str]:
        return {"days": words.number(self.days)}

    @property
    def _until(self) -> dict[str, str]:
        return {"day": words.day(self.extended_until) if self.extended_until else ""}


_STATES = {
    Punctuality.ON_TIME: "ok",
    Punctuality.ON_TIME_EXTENDED: "ok",
    Punctuality.LATE: "warn",
    Punctuality.OVERDUE: "bad",
    Punctuality.EXTENDED: "info",
    Punctuality.NOT_YET_DUE: "neutral",
    Punctuality.NO_DUE_DAY: "neutral",
}


def judge(*, due_on: date | None, granted: Iterable[Granted], sent_on: date | None, today: date) -> Timeliness:
    """The due day itself is in time, and so is the last day of an extension. One that was granted after the report had
    been sent, to correct it, makes no late report one in time."""
    counting = [each.until for each in granted if sent_on is None or each.on <= sent_on]
    extended = max(counting, default=None)
    if due_on is None:
        return Timeliness(Punctuality.NO_DUE_DAY, None, extended, sent_on)
    if extended is not None and extended <= due_on:
        extended = None
    last, day = extended or due_on, sent_on or today
    if day > last:
        late = Punctuality.LATE if sent_on else Punctuality.OVERDUE
        return Timeliness(late, due_on, extended, sent_on, (day - last).days)
    beyond = day > due_on
    if sent_on:
        said = Punctuality.ON_TIME_EXTENDED if beyond else Punctuality.ON_TIME
    else:
        said = Punctuality.EXTENDED if extended else Punctuality.NOT_YET_DUE
    return Timeliness(said, due_on, extended, sent_on)


def timeliness(period: Period, offices: Sequence[Office], today: date | None = None) -> dict[int, Timeliness]:
    """By the office's key. Two queries, whatever their number."""
    keys = [office.pk for office in offices]
    first = Version.objects.filter(report__period=period, report__office__in=keys, number=1)
    sent = {office: timezone.localdate(at) for office, at in first.values_list("report__office_id", "sent_at")}
    granted: dict[int, list[Granted]] = {key: [] for key in keys}
    rows = Extension.objects.filter(period=period, office__in=keys, granted_until__isnull=False)
    for office, at, until in rows.values_list("office_id", "decided_at", "granted_until"):
        assert at is not None
        assert until is not None
        granted[office].append(Granted(timezone.localdate(at), until))
    return {
        key: judge(
            due_on=period.due_on, granted=granted[key], sent_on=sent.get(key), today=today or timezone.localdate()
        )
        for key in keys
    }
