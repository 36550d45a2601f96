"""Rows that hold from a day to a day."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q


def days_in_order(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(valid_to=None) | Q(valid_to__gte=models.F("valid_from")), name=f"{name}_days_in_order"
    )


def valid_on(day: date, prefix: str = "") -> Q:
    """Rows that hold on a day; `prefix` reaches through a relation, e.g. `memberships__`."""
    return Q(**{f"{prefix}valid_from__lte": day}) & (
        Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day})
    )
