"""Saving one cell of the grid, against a sending that only knows who asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count

from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from bench.bench_dashboard import fill
from bench.harness import Pair
from tests.cast import make_cast


def pairs() -> Iterator[Pair]:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    with transaction.atomic(), override_settings(ROOT_URLCONF="bench.addresses"):
        cast = make_cast()
        fill(cast)
        client = Client()
        client.force_login(cast.secretary)
        place = [cast.cluster.code, cast.first_half.code]
        address = f"{reverse('activities:grid_save', args=place)}?by=offices&group=main"
        begin, end = cast.first_half.starts_on.isoformat(), cast.first_half.ends_on.isoformat()
        values, seen = count(1), [None]

        def save() -> None:
            cell = {
                "id": "x", "office": "bac-lieu", "indicator": "reception_visits", "from": begin, "to": end,
                "state": "value", "value": next(values), "status": "actual", "note": "", "seen": seen[0],
            }  # fmt: skip
            answer = client.post(address, json.dumps({"cells": [cell]}), content_type="application/json")
            found = answer.json()["results"][0]
            assert found["result"] == "saved", found
            seen[0] = found["cell"]["seen"]

        def empty() -> None:
            assert client.post("/bench/empty/", "{}", content_type="application/json").status_code == 204

        yield Pair("cells", save, empty, "a sending that only knows who asks; 3.000 records stand by", rounds=60)
        transaction.set_rollback(True)
