"""The dashboard of a period with some thousand records, against the least that any way must do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.shortcuts import render
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from bench.harness import Pair
from tests.cast import Cast, make_cast

MEETINGS = 400  # of each of six offices
SUPERVISIONS = 100


def fill(cast: Cast) -> None:
    from apps.activities.models import Record, Supervision, VoterMeeting

    first = cast.first_half.starts_on
    for office in cast.offices.values():
        rows = [
            Record(kind=kind, office=office, title=f"{kind} {number}", starts_on=day, counted_on=day)
            for kind, count in (("voter_meeting", MEETINGS), ("supervision", SUPERVISIONS))
            for number in range(count)
            for day in (first + timedelta(days=number % 180),)
        ]
        Record.objects.bulk_create(rows)
        VoterMeeting.objects.bulk_create(
            VoterMeeting(record=row, session=cast.session, phase="before" if place % 2 else "after", opinions=place % 9)
            for place, row in enumerate(rows)
            if row.kind == "voter_meeting"
        )
        Supervision.objects.bulk_create(Supervision(record=row) for row in rows if row.kind == "supervision")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def recorded(act: Callable[[], object]) -> list[tuple[str, Any]]:
    """The SQL that an act sends, with its parameters."""
    sent: list[tuple[str, Any]] = []

    def keep(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        act()
    return sent


def pairs() -> Iterator[Pair]:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # nobody collected any
    with transaction.atomic(), override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        cast = make_cast()
        fill(cast)
        client = Client()
        client.force_login(cast.secretary)
        address = reverse("dashboards:dashboard", args=[cast.cluster.code, cast.first_half.code])

        def page() -> object:
            response = client.get(address)
            assert response.status_code == 200, response.status_code
            return response.content

        sent = recorded(page)
        request = RequestFactory().get("/")
        request.user = AnonymousUser()

        def floor() -> object:
            with connection.cursor() as cursor:
                for sql, params in sent:
                    cursor.execute(sql, params)
                    if cursor.description:
                        cursor.fetchall()
            return render(request, "base.html").content

        yield Pair("dashboard", page, floor, f"the same {len(sent)} statements raw, and an empty page")
        transaction.set_rollback(True)
