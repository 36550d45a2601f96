"""Filters for figures, money and days. The arithmetic is in `apps.core.words`; nothing written for a missing value."""

from datetime import date, datetime
from decimal import Decimal

from django import template

from apps.core import words

register = template.Library()


@register.filter
def number(value: int | float | Decimal | None) -> str:
    return "" if value is None else words.number(value)


@register.filter
def padded(value: int | None) -> str:
    return "" if value is None else words.padded(value)


@register.filter
def percent(value: float | Decimal | None) -> str:
    return "" if value is None else words.percent(value)


@register.filter
def dong(value: int | None) -> str:
    return "" if value is None else words.dong(value)


@register.filter
def day(value: date | None) -> str:
    return "" if value is None else words.day(value)


@register.filter
def moment(value: datetime | None) -> str:
    return "" if value is None else words.moment(value)
