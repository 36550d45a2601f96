"""What the tests of the grid share: reading it as its page's script does, and sending cells."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.test import Client

from apps.activities.models import DirectFigure
from apps.indicators.models import Indicator
from apps.offices.models import Office

HERE = "/c/cum-9/2019H1/grid/"
BY_MONTHS = "by=months&office=bac-lieu"
H1 = ("2019-01-01", "2019-06-30")
MARCH = ("2019-03-01", "2019-03-31")


def page(client: Client, query: str = "group=all", period: str = "2019H1") -> dict[str, Any]:
    """The data of the page's script."""
    answer = client.get(f"/c/cum-9/{period}/grid/?{query}")
    assert answer.status_code == 200, answer.status_code
    data: dict[str, Any] = answer.context["data"]
    return data


def cell(client: Client, key: str, query: str = "group=all", period: str = "2019H1") -> dict[str, Any]:
    found: dict[str, Any] = page(client, query, period)["cells"][key]
    return found


def wish(
    indicator: str, value: Any = None, office: str = "bac-lieu", span: tuple[str, str] = H1, **more: Any
) -> dict[str, Any]:
    """A cell as the script sends it; without a value nothing is stated, with "-" none."""
    state = "missing" if value is None else "none" if value == "-" else "value"
    begin, end = span
    return {
        "id": f"{office}-{indicator}-{begin}", "office": office, "indicator": indicator, "from": begin, "to": end,
        "state": state, "value": value if state == "value" else None, "status": "actual", "note": "", "seen": None,
        **more,
    }  # fmt: skip


def post(client: Client, *cells: dict[str, Any], query: str = "group=all", period: str = "2019H1") -> Any:
    body = json.dumps({"cells": cells})
    return client.post(f"/c/cum-9/{period}/grid/save/?{query}", body, content_type="application/json")


def save(client: Client, *cells: dict[str, Any], query: str = "group=all") -> list[dict[str, Any]]:
    answer = post(client, *cells, query=query)
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def state(code: str, office: Office, value: int | None, span: tuple[str, str] = H1, **more: Any) -> DirectFigure:
    begin, end = map(date.fromisoformat, span)
    return DirectFigure.objects.create(
        indicator=Indicator.objects.get(code=code), office=office, starts_on=begin, ends_on=end, value=value, **more
    )


def living() -> dict[str, int | None]:
    rows = DirectFigure.objects.alive().values_list("indicator__code", "office__code", "starts_on", "value")
    return {f"{office or 'own'} {code} {day:%m}": value for code, office, day, value in rows}
