"""Where what waits is done."""

from __future__ import annotations

from django.urls import reverse

from apps.campaigns.models import Period


def report_url(period: Period, office: str) -> str:
    return reverse("reports:report", args=[period.cluster.code, period.code, office])


def extensions_url(period: Period) -> str:
    return reverse("campaigns:extensions", args=[period.cluster.code, period.code])


def chase_url(period: Period) -> str:
    return reverse("reports:chase", args=[period.cluster.code, period.code])


def record_request_url(period: Period) -> str:
    return reverse("reports:record_request", args=[period.cluster.code, period.code])
