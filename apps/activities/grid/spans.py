"""The spans for which a grid states figures: the period, and its months. Pure."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from apps.core import words
from apps.indicators.reading import Window

WHOLE = "whole"  # the column of the whole period, beside its months


def months(whole: Window) -> list[Window]:
    """The calendar months of a period, cut at its ends: a half from 15/12 to 14/6 has seven."""
    return list(_months(whole))


def _months(whole: Window) -> Iterator[Window]:
    begin = whole.starts_on
    while begin <= whole.ends_on:
        end = date(begin.year, begin.month, calendar.monthrange(begin.year, begin.month)[1])
        yield Window(begin, min(end, whole.ends_on))
        begin = end + timedelta(days=1)


def is_month(span: Window) -> bool:
    """From the first to the last day of one calendar month."""
    days = calendar.monthrange(span.starts_on.year, span.starts_on.month)[1]
    return span.starts_on.day == 1 and span.ends_on == span.starts_on.replace(day=days)


def in_words(span: Window) -> str:
    """ "01/2019" for a month, else both days."""
    if is_month(span):
        return f"{span.starts_on.month:02d}/{span.starts_on.year}"
    return f"{words.day(span.starts_on)}–{words.day(span.ends_on)}"


def key(span: Window, whole: Window) -> str:
    """The id of a month's column, "2019-01"; unique within a period."""
    return WHOLE if span == whole else f"{span.starts_on:%Y-%m}"
