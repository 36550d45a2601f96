"""Attacks on the grid's addresses: foreign lines and indicators, wrong spans, broken and huge bodies, no session."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from apps.activities.models import DirectFigure, Record
from apps.activities.tests.factories import SupervisionFactory
from apps.activities.tests.grids import BY_MONTHS, HERE, living, page, post, save, state, wish
from apps.campaigns.enums import PeriodKind
from apps.campaigns.models import Period
from apps.indicators.enums import Aggregation
from apps.indicators.models import Indicator
from apps.offices.models import Role
from tests.cast import Cast

SAVE, FRESH = f"{HERE}save/", f"{HERE}fresh/"


@pytest.fixture
def clerk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.clerk)
    return client


# Cells that are not the sender's -------------------------------------------------------------------------------------
@pytest.mark.parametrize("office", ["hau-giang", "own", "ha-giang", "nonsense", "", None, 7, ["bac-lieu"]])
def test_a_foreign_line_is_refused_and_tells_nothing(clerk: Client, cast: Cast, office: Any) -> None:
    state("voters", cast.other_office, 987654)
    found = save(clerk, {**wish("voters", 1), "office": office}, wish("gifts", 2))
    assert [each["result"] for each in found] == ["refused", "saved"]
    assert found[0]["cell"] is None
    assert "987654" not in json.dumps(found)
    assert "987.654" not in json.dumps(found)
    assert living() == {"hau-giang voters 01": 987654, "bac-lieu gifts 01": 2}


@pytest.mark.parametrize("indicator", ["registration_rate", "draft_laws", "foreign", "nonsense", "", None, 5, {}])
def test_what_is_not_stated_here_is_refused(clerk: Client, cast: Cast, indicator: Any) -> None:
    Indicator.objects.create(
        code="foreign", cluster=cast.other_cluster, name="Bí mật", short_name="Bí mật", unit="lần", definition="x",
        aggregation=Aggregation.DIRECT, first_year=2019,
    )  # fmt: skip
    found = save(clerk, {**wish("voters", 1), "indicator": indicator})
    assert (found[0]["result"], found[0]["cell"], living()) == ("refused", None, {})
    assert "Bí mật" not in found[0]["reason"]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("2019-01-01", "2019-12-31"), ("2019-07-01", "2019-12-31"), ("2019-07-01", "2019-07-31"),
        ("2019-03-02", "2019-03-31"), ("2019-01-01", "2019-02-28"), ("2019-06-30", "2019-01-01"),
        ("2019-02-30", "2019-03-31"), ("", ""), (None, None), (1, 2), ("nonsense" * 50, "x"),
    ],
)  # fmt: skip
def test_only_the_period_and_its_months_are_stated(clerk: Client, begin: Any, end: Any) -> None:
    found = save(clerk, {**wish("voters", 1), "from": begin, "to": end})
    assert (found[0]["result"], living()) == ("refused", {})
    assert "Cần một tháng hoặc cả kỳ" in found[0]["reason"]
    assert len(found[0]["reason"]) < 300


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (-3, "-3"), (2**31, "2.147.483.648"), (10**30, "1.000.000"), (1.5, "1.5"), (True, "true"),
        ("12", "12"), (None, "số nguyên"), ([1], "[1]"), (float("nan"), "NaN"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_what_was_expected(clerk: Client, value: Any, words: str) -> None:
    found = save(clerk, {**wish("voters", 1), "value": value}, wish("gifts", 2))
    assert [each["result"] for each in found] == ["refused", "saved"]
    assert found[0]["reason"].startswith("Bạc Liêu, Lượt cử tri dự tiếp xúc: ")
    assert words in found[0]["reason"]


def test_money_may_be_larger_than_a_count(clerk: Client) -> None:
    found = save(clerk, wish("gift_value", 9 * 10**15), wish("gifts", 2**31))
    assert [each["result"] for each in found] == ["saved", "refused"]


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "nonsense"}, {"status": None}, {"status": ["actual"]}, {"state": "nonsense"}, {"state": None},
        {"state": []},
        {"seen": "1"}, {"seen": True}, {"note": "x" * 501}, {"note": 5}, {"note": "a\0b"}, {"note": "\ud800"},
        {"office": "\0"}, {"indicator": "\ud800"},
    ],
)  # fmt: skip
def test_whatever_is_wrong_with_a_cell_is_said_of_that_cell(clerk: Client, changes: dict[str, Any]) -> None:
    found = save(clerk, {**wish("voters", 1), **changes}, wish("gifts", 2))
    assert [each["result"] for each in found] == ["refused", "saved"]
    assert living() == {"bac-lieu gifts 01": 2}


def test_a_script_in_a_note_stays_text(clerk: Client) -> None:
    save(clerk, wish("voters", 1, note="</script><script>alert(1)</script>"))
    assert "<script>alert" not in clerk.get(f"{HERE}?{BY_MONTHS}&group=all").text


# Bodies --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"null", 400), (b'{"cells": {}}', 400), (b'{"cells": [1]}', 400),
        (b'{"cells": [{}]}', 400), (b'{"cells": [{"id": 5}]}', 400), (b'{"cells": [{"id": ""}]}', 400),
        (b"\xff\xfe", 400), (b"[" * 100_000, 400), (b'{"cells": []}', 200), (b" " * (3 * 1024 * 1024), 413),
        (b'{"cells":[{"id":"a","value":1' + b"0" * 5000 + b"}]}", 400),
    ],
    ids=range(14),
)  # fmt: skip
def test_a_broken_body_is_told_in_json(clerk: Client, body: bytes, status: int) -> None:
    answer = clerk.post(SAVE, body, content_type="application/json")
    assert answer.status_code == status
    assert status == 200 or answer.json()["reason"]


@pytest.mark.parametrize(("number", "status"), [(500, 200), (501, 400)])
def test_five_hundred_cells_at_most(clerk: Client, number: int, status: int) -> None:
    answer = post(clerk, *(wish("voters", 5, id=str(each)) for each in range(number)))
    assert answer.status_code == status
    if status == 400:
        assert "501" in answer.json()["reason"]
        assert "500" in answer.json()["reason"]
    assert len(living()) == (1 if status == 200 else 0)


# Rights --------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("method", ["save", "fresh"])
def test_without_a_session_the_script_is_told_401(client: Client, cast: Cast, method: str) -> None:
    answer = post(client, wish("voters", 5)) if method == "save" else client.get(FRESH)
    assert (answer.status_code, answer.json()) == (401, {"sign_in": True})
    assert living() == {}


def test_a_role_that_ended_is_told_in_json(clerk: Client, cast: Cast) -> None:
    Role.objects.filter(user=cast.clerk).update(valid_to=timezone.localdate() - timedelta(days=1))
    answer = post(clerk, wish("voters", 5))  # no longer of this cluster
    assert (answer.status_code, bool(answer.json()["reason"]), living()) == (404, True, {})
    Role.objects.create(user=cast.clerk, kind="viewer", cluster=cast.cluster, valid_from=date(2019, 1, 1))
    answer = post(clerk, wish("voters", 5))
    assert (answer.status_code, bool(answer.json()["reason"]), living()) == (403, True, {})


def test_a_refused_token_is_told_in_json(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.clerk)
    answer = post(strict, wish("voters", 5))
    assert (answer.status_code, answer.json(), living()) == (403, {"csrf": True}, {})
    token = strict.get(f"{FRESH}?since=2019-06-30T09:00:00%2B07:00").json()["csrf"]
    body = json.dumps({"cells": [wish("voters", 5)]})
    again = strict.post(SAVE, body, content_type="application/json", headers={"X-CSRFToken": token})
    assert again.json()["results"][0]["result"] == "saved"


def test_a_refused_form_still_gets_the_page(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/sign-in/", {"username": "x"})
    assert answer.status_code == 403
    assert "<h1" in answer.text


def test_the_secretariat_of_another_year_enters_nothing(client: Client, cast: Cast) -> None:
    Period.objects.create(
        cluster=cast.cluster, year=2018, kind=PeriodKind.SECOND_HALF, starts_on=date(2018, 7, 1),
        ends_on=date(2018, 12, 31),
    )  # fmt: skip
    client.force_login(cast.secretary)
    answer = post(client, wish("voters", 5, span=("2018-07-01", "2018-12-31")), period="2018H2")
    assert (answer.status_code, living()) == (403, {})


def test_a_year_takes_no_cells(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    answer = post(client, wish("voters", 5, span=("2019-01-01", "2019-12-31")), period="2019")
    assert answer.status_code == 403
    assert "6 tháng" in answer.json()["reason"]
    assert living() == {}


def test_a_get_saves_nothing(clerk: Client) -> None:
    assert clerk.get(SAVE).status_code == 405


# What others changed -------------------------------------------------------------------------------------------------
def fresh(client: Client, since: str, query: str = "group=all") -> Any:
    return client.get(f"{FRESH}?{query}&since={since.replace('+', '%2B')}")


@pytest.mark.parametrize("since", ["", "nonsense", "2019-06-30T09:00:00", "0001-01-01T00:00:00+07:00"])
def test_a_moment_that_is_none_is_refused(clerk: Client, since: str) -> None:
    answer = fresh(clerk, since)
    assert answer.status_code == 400
    assert answer.json()["reason"]


def test_only_what_changed_since_is_told(client: Client, cast: Cast) -> None:
    client.force_login(cast.secretary)
    old = timezone.now() - timedelta(hours=1)
    row = state("voters", cast.office, 5)
    SupervisionFactory(record__office=cast.other_office)
    DirectFigure.objects.update(created_at=old, updated_at=old)
    Record.objects.update(created_at=old, updated_at=old)
    assert fresh(client, page(client)["now"]).json()["cells"] == {}
    # Withdrawn, entered, and an office's record changed: each is told with its line and its total.
    now = page(client)["now"]
    DirectFigure.objects.filter(pk=row.pk).update(deleted_at=timezone.now())
    found = fresh(client, now).json()
    assert found["cells"]["bac-lieu|voters"]["state"] == "missing"
    assert "bac-lieu|gifts" not in found["cells"]
    assert found["totals"]["voters"]["text"] == ""
    Record.objects.update(updated_at=timezone.now())
    assert fresh(client, now).json()["cells"]["hau-giang|supervisions"]["value"] == 1
    assert found["now"] > now


def test_a_clerk_hears_nothing_of_other_lines(clerk: Client, cast: Cast) -> None:
    now = page(clerk)["now"]
    state("voters", cast.other_office, 987654)
    answer = fresh(clerk, now, "by=offices&group=all")
    assert set(answer.json()["cells"]) == {"bac-lieu|voters"}
    assert fresh(clerk, now, f"{BY_MONTHS}&group=all").json()["cells"] == {}
